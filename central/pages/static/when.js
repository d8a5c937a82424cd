// What stands in a form only sometimes: data-when names a control of the form, data-in (JSON) its values with which the field is
// there. A field that is not there is not sent.

document.addEventListener("change", ({ target }) => target.form && settle(target.form));
document.addEventListener("reset", ({ target }) => queueMicrotask(() => settle(target))); // it has its first values after the event
for (const form of document.forms) settle(form);

function settle(form) {
  for (const place of form.querySelectorAll("[data-when]")) {
    const value = form.elements[place.dataset.when].value;
    place.hidden = !JSON.parse(place.dataset.in).includes(value);
    for (const field of place.querySelectorAll("input, select, textarea")) field.disabled = place.hidden;
  }
}
