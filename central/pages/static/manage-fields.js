// A form's fields as the JSON that the service takes, and its mistakes put back beside the fields.
//
// A field's name is its path in the body ("name.zh"). [data-list] holds repeated [data-item]s, each an object of its own; lists
// of one name are one list. data-as: "pick" (a checkbox whose value goes into a list), "flag" (a checkbox that is true or false),
// "words" (null when empty), "line" (several typed lines are one), "json", "capitals", "number", "time" (HH:MM, also typed as 830
// or 8:30); none: text. What is no number or no time stays as it was typed, for the service to say so. What stands in [data-off],
// and an item whose [data-in] isn't checked, is not there.

export function valueOf(root) {
  const value = {};
  for (const list of own(root, "[data-list]")) {
    const before = at(value, list.dataset.list) ?? [];
    put(value, list.dataset.list, [...before, ...items(list).map(valueOf)]);
  }
  for (const field of own(root, "[name]")) {
    if (field.disabled || field.closest("[data-off]")) continue;
    read(value, field);
  }
  return value;
}

function read(value, field) {
  const { as } = field.dataset;
  if (as === "pick") {
    const picked = at(value, field.name) ?? put(value, field.name, []);
    if (field.checked) picked.push(field.value);
  } else if (as === "flag") put(value, field.name, field.checked);
  else if (field.type === "radio") {
    if (field.checked) put(value, field.name, field.value);
  } else if (field.value.trim() || field.dataset.empty !== "omit") put(value, field.name, plain(field.value.trim(), as));
}

function plain(text, as) {
  if (as === "number") return text === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text;
  if (as === "words") return text === "" ? null : text;
  if (as === "json") return text === "" ? null : JSON.parse(text);
  if (as === "line") return text.replace(/\s*\n\s*/g, "");
  if (as === "capitals") return text.toUpperCase();
  return as === "time" ? clockFace(text) : text;
}

// 830, 8:30 and 8.30 are 08:30; what is no time stays as it is, for the service to say so.
export function clockFace(text) {
  const [, hours, minutes] = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text) ?? [];
  return hours ? `${hours.padStart(2, "0")}:${minutes}` : text;
}

const items = (list) => [...list.querySelectorAll(":scope > [data-item]")].filter((item) => !item.querySelector("[data-in]:not(:checked)"));

// What belongs to this object and not to one repeated inside it.
function own(root, selector) {
  return [...root.querySelectorAll(selector)].filter((each) => (each.parentElement.closest("[data-item], form") ?? root) === root);
}

function put(value, path, what) {
  const steps = path.split(".");
  const last = steps.pop();
  const into = steps.reduce((inner, step) => (inner[step] ??= {}), value);
  return (into[last] = what);
}

const at = (value, path) => path.split(".").reduce((inner, step) => inner?.[step], value);

// The field of a path that the service named, or the nearest thing above it; null when the form has none.
export function fieldAt(form, path) {
  let root = form;
  const steps = path.split(".");
  while (steps.length) {
    const number = steps.findIndex((step) => /^\d+$/.test(step));
    const head = (number < 0 ? steps : steps.slice(0, number)).join(".");
    const lists = own(root, `[data-list="${CSS.escape(head)}"]`);
    const item = number < 0 ? null : lists.flatMap(items)[Number(steps[number])];
    if (!item) return named(root, head) ?? above(root, head) ?? lists[0]?.querySelector("[name], button") ?? null;
    root = item;
    steps.splice(0, number + 1);
  }
  return root.querySelector("[name]");
}

const named = (root, path) => own(root, `[name="${CSS.escape(path)}"]`)[0] ?? own(root, `[name^="${CSS.escape(path)}."]`)[0] ?? null;

// One field may stand for an object whose parts the service names.
function above(root, path) {
  const parent = path.split(".").slice(0, -1).join(".");
  return parent ? (own(root, `[name="${CSS.escape(parent)}"]`)[0] ?? null) : null;
}

// Says beside each field what is wrong with it, and goes to the first; what has no field is said at the form's end.
export function showMistakes(form, mistakes) {
  clearMistakes(form);
  const homeless = [];
  const wrong = [];
  mistakes.forEach(({ field, message }, n) => {
    const at = field ? fieldAt(form, field) : null;
    if (!at) return homeless.push(message);
    const said = document.createElement("p");
    said.className = "field-error";
    said.id = `mistake-${n}`;
    said.textContent = message;
    (at.closest(".part, .field, [data-item]") ?? at.parentElement).append(said);
    at.setAttribute("aria-invalid", "true");
    at.setAttribute("aria-describedby", [at.getAttribute("aria-describedby"), said.id].filter(Boolean).join(" "));
    wrong.push(at);
  });
  const rest = form.querySelector(".form-error");
  rest.hidden = homeless.length === 0;
  rest.textContent = homeless.join(" ");
  const first = wrong.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
  first?.focus();
}

export function clearMistakes(form) {
  for (const said of form.querySelectorAll(".field-error")) said.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    const rest = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("mistake-"));
    if (rest.length) field.setAttribute("aria-describedby", rest.join(" "));
    else field.removeAttribute("aria-describedby");
  }
  form.querySelector(".form-error").hidden = true;
}
