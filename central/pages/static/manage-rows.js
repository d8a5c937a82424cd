// Parts of a form that come and go: rows that are added and taken away, what a choice opens. Keys alone reach all of it.
//   data-add = id of the list (its <template> is a blank row), data-remove; data-opens = id of what a tick opens;
//   data-only = value, data-only-of = name: shown while that field has this value; data-copy = see copy().

import { clockFace } from "./manage-fields.js";

export function startRows() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add], [data-remove], [data-copy]");
    if (!button) return;
    if (button.dataset.add) add(document.getElementById(button.dataset.add));
    else if (button.dataset.copy) copy(document.getElementById(button.dataset.copy), button.dataset.to.split(" "));
    else remove(button);
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.as === "time") target.value = clockFace(target.value.trim());
    if (target.form?.id === "editor") open(target.form);
  });
  document.addEventListener("editor", ({ detail }) => open(detail));
}

function add(list) {
  const blank = list.querySelector(":scope > template").content.cloneNode(true);
  const item = blank.querySelector("[data-item]");
  list.append(blank);
  item.querySelector("input:not([type=hidden]), select")?.focus();
  touched(list);
}

// The keyboard goes to the next row, the one before, or to the button that adds one.
function remove(button) {
  const item = button.closest("[data-item]");
  const list = item.parentElement;
  const beside = [item.nextElementSibling, item.previousElementSibling].find((each) => each?.matches("[data-item]"));
  item.remove();
  (beside?.querySelector("[data-remove]") ?? document.querySelector(`[data-add="${CSS.escape(list.id)}"]`))?.focus();
  touched(list);
}

// The rows of one list into others: Monday's hours into the rest of the week.
function copy(from, to) {
  for (const list of to.map((id) => document.getElementById(id))) {
    for (const item of [...list.querySelectorAll(":scope > [data-item]")]) item.remove();
    for (const item of from.querySelectorAll(":scope > [data-item]")) {
      const row = list.querySelector(":scope > template").content.cloneNode(true);
      for (const field of item.querySelectorAll("input:not([type=hidden])")) row.querySelector(`[name="${field.name}"]`).value = field.value;
      list.append(row);
    }
  }
  touched(from);
}

const touched = (list) => list.dispatchEvent(new Event("input", { bubbles: true }));

// What a choice opens is there; what it doesn't open is neither seen nor sent.
function open(form) {
  for (const tick of form.querySelectorAll("[data-opens]")) show(form.querySelector(`#${CSS.escape(tick.dataset.opens)}`), tick.checked);
  for (const part of form.querySelectorAll("[data-only]")) {
    show(part, part.dataset.only.split(" ").includes(form.elements[part.dataset.onlyOf].value));
  }
}

function show(part, there) {
  part.toggleAttribute("data-off", !there);
  part.hidden = !there;
}
