// The knowledge base and the proposals: fills dialogs in, and takes over what was asked and answered in an enquiry.

import { startFind } from "./manage-find.js";

startFind();

const byId = (id) => document.getElementById(id);

// Whatever opens a dialog says where it is sent to; a change begins with what stands there.
document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-open]");
  if (opener) begin(byId(opener.dataset.open).querySelector("form"), opener.dataset);
});

function begin(form, { action, change, ...values }) {
  form.reset();
  delete form.dataset.post;
  delete form.dataset.put;
  form.dataset[change === undefined ? "post" : "put"] = action;
  for (const name of ["question", "answer", "item", "opinion"]) {
    const field = form.elements.namedItem(name);
    if (field) field.value = values[name] ?? "";
  }
  if (form.elements.shared) form.elements.shared.checked = Boolean(values.shared);
}

// Each look at an enquiry is in the audit, so its words come when somebody asks for them.
document.addEventListener("done", ({ target: control, detail }) => {
  const { takes, action } = control.dataset;
  if (!takes) return;
  begin(byId("edit").querySelector("form"), { action, opinion: takes, question: detail.words, answer: detail.answer });
  byId("edit").showModal();
});

// What was taken is no longer offered.
document.addEventListener("sent", ({ target: form }) => form.elements.opinion?.value && byId("take")?.remove());
