// The pages of mandates: what dialogs ask beside plain fields (papers, an item by name, a signature), and whose a mandate is.

import "./signature.js";

const byId = (id) => document.getElementById(id);

// Whatever opens a dialog begins with an empty form.
document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-open]");
  const form = opener && byId(opener.dataset.open)?.querySelector("form");
  if (!form) return;
  form.reset();
  for (const field of form.querySelectorAll("[data-type=json]")) field.value = field.name === "papers" ? "[]" : "";
  if (form.elements.payment) form.elements.payment.value = opener.dataset.payment;
  if (form.elements.wanted) form.elements.wanted.value = opener.dataset.wanted ?? ""; // what another hall found missing
  nameItem(form);
});

document.addEventListener("sent", ({ target: form, detail }) => {
  if (form.dataset.thenId) location.assign(form.dataset.thenId.replace("ID", detail.id));
});

// One paper to a line; those of the first list are originals, which have to be given back.
document.addEventListener("input", ({ target }) => {
  const group = target.closest("[data-papers]");
  if (!group) return;
  const lists = [...group.querySelectorAll("textarea")];
  const papers = lists.flatMap((list, kind) => linesOf(list).map((zh) => ({ name: { zh }, original: kind === 0, copies: kind })));
  group.querySelector("[name=papers]").value = JSON.stringify(papers);
});
const linesOf = (list) => list.value.split("\n").map((line) => line.trim()).filter(Boolean);

// An errand that isn't in the catalogue is told by its name.
function nameItem(form) {
  const chooser = byId("make-item"); // form.elements.item is the collection's own method
  if (chooser?.form !== form) return;
  const named = byId("make-named");
  const free = chooser.value === "";
  named.hidden = !free;
  for (const field of named.querySelectorAll("input")) field.disabled = !free;
}
document.addEventListener("change", ({ target }) => target.id === "make-item" && nameItem(target.form));
document.addEventListener("input", ({ target }) => {
  const name = target.dataset.names;
  if (name) target.form.elements[name].value = target.value.trim() && JSON.stringify({ zh: target.value.trim() });
});

// The person is shown on demand, and leaves the page when the dialog is closed.
document.addEventListener("done", ({ target: control, detail }) => "showsPerson" in control.dataset && showPerson(detail));
document.addEventListener("close", ({ target: dialog }) => {
  for (const place of dialog.querySelectorAll("[data-of]")) place.textContent = "";
}, true);

function showPerson({ notes = {}, ...facts }) {
  const dialog = byId("person");
  for (const place of dialog.querySelectorAll("dd[data-of]")) {
    place.textContent = facts[place.dataset.of] ?? "";
    place.parentElement.hidden = !place.textContent;
  }
  const list = dialog.querySelector("[data-of=notes]");
  list.replaceChildren(...Object.values(notes).map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  dialog.querySelector("[data-notes]").hidden = !list.children.length;
  dialog.showModal();
}
