// The page of opinions: fills the dialogs in, and shows what somebody said for as long as they look at it.

import "./unfold.js";
import { say } from "./says.js";
import { word } from "./words.js";

const byId = (id) => document.getElementById(id);

// Whatever opens a dialog says for which one, and what can be chosen there.
document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-open]");
  const form = opener && byId(opener.dataset.open)?.querySelector("form");
  if (!form) return;
  form.reset();
  const { action, staff, kind, reachable } = opener.dataset;
  if (action) form.dataset.post = action;
  if (staff) form.elements.staff.value = staff;
  if (form.closest("#make")) fit(form, form.elements.kind.value);
  if (kind) offer(form, kind);
  if (form.closest("#close")) tellable(form, reachable === "yes");
});

// Topics and results belong to a kind.
function fit(form, kind) {
  for (const part of form.querySelectorAll("[data-of-kind]")) part.hidden = part.disabled = part.dataset.ofKind !== kind;
  offer(form, kind);
}
document.addEventListener("change", ({ target }) => "kindChooser" in target.dataset && fit(target.form, target.value));

function offer(form, kind) {
  for (const list of form.querySelectorAll("[data-results]")) {
    for (const option of list.options) option.hidden = option.disabled = !option.dataset.kinds.split(" ").includes(kind);
    list.value = [...list.options].find((option) => !option.disabled)?.value ?? "";
  }
}

// Who left a number is told, or cannot be reached; who left none is not said to have been telephoned.
function tellable(form, reachable) {
  const choices = [...form.querySelectorAll("[name=reply]")];
  for (const choice of choices) {
    choice.disabled = choice.value === (reachable ? "no_contact" : "phone") || (!reachable && choice.value === "unreached");
    choice.closest("label").hidden = choice.disabled;
  }
  choices.find((choice) => !choice.disabled).checked = true;
}

document.addEventListener("sent", ({ target: form, detail }) => {
  if (form.closest("#make")) say(word("opinions.told", { number: detail.number }), "good");
  form.reset();
});

document.addEventListener("done", ({ target: control, detail }) => {
  const number = control.dataset.showsOpinion;
  if (number) show({ number, ...detail });
});

function show(facts) {
  const dialog = byId("shown");
  for (const place of dialog.querySelectorAll("[data-of]")) {
    place.textContent = facts[place.dataset.of] ?? "";
    place.parentElement.hidden = !place.textContent;
  }
  dialog.showModal();
}

// Nothing of a person stays in the page when the dialog is closed.
document.addEventListener("close", ({ target: dialog }) => {
  for (const place of dialog.querySelectorAll("[data-of]")) place.textContent = "";
}, true);
