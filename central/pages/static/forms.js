// Forms that send JSON and say beside the field what was wrong. A form says all of it in its attributes:
//   data-post | data-put = path, data-then = where to go afterwards, data-done = words when it is done,
//   data-say-<status> = words for a refusal; a field's data-wrong = words for whatever the service does not like about it.
// A name with dots ("name.zh") is a field within a field; data-type="number" sends a number, "list" the ticked ones of a group,
// "words" what is separated by spaces or commas, "lines" what stands in lines of its own, "json" what a script has put there; a field with data-null sends null when it is empty.
// A form with data-once is sent under one Idempotency-Key until it is answered.
// A form that was sent tells so by the event "sent", with the answer as its detail.

import { refresh } from "./panels.js";
import { once, requestKey, send } from "./requests.js";
import { say } from "./says.js";
import { word } from "./words.js";

const FIELDS = "input, select, textarea";

export function startForms() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-post], form[data-put]")) return;
    event.preventDefault();
    submit(event.target);
  });
  document.addEventListener("input", (event) => event.target.closest("form")?.classList.add("dirty"));
  document.addEventListener("reset", (event) => settled(event.target));
  document.addEventListener("focusout", (event) => event.target.matches(FIELDS) && setTimeout(refreshIfIdle));
}

const refreshIfIdle = () => document.activeElement?.matches(FIELDS) || document.querySelector("form.dirty") || lookAgain();
const lookAgain = () => document.querySelector("[data-panel]") && refresh();

function settled(form) {
  form.classList.remove("dirty");
  clearMistakes(form);
  lookAgain();
}

async function submit(form) {
  clearMistakes(form);
  const wrong = fieldsOf(form).map(complaint).find(Boolean);
  if (wrong) return fail(form, [wrong]);
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  const { dataset } = form;
  if (dataset.once === "") dataset.once = requestKey();
  const body = JSON.stringify(bodyOf(form));
  const reply = await send(dataset.post ? "POST" : "PUT", dataset.post ?? dataset.put, body, once(dataset.once));
  if (dataset.once && reply.status !== 0) dataset.once = ""; // answered: what is sent next is another request
  button.disabled = false;
  if (!reply.ok) return refused(form, reply);
  form.classList.remove("dirty");
  form.closest("dialog")?.close();
  form.dispatchEvent(new CustomEvent("sent", { bubbles: true, detail: reply.data }));
  if (dataset.then) return location.assign(dataset.then);
  if (dataset.done) say(dataset.done, "good");
  lookAgain();
}

const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => !field.matches(":disabled"));

export function bodyOf(form) {
  const body = {};
  for (const field of fieldsOf(form)) {
    if (!field.name || (field.type === "radio" && !field.checked)) continue;
    const path = field.name.split(".");
    const last = path.pop();
    const within = path.reduce((at, name) => (at[name] ??= {}), body);
    if (field.dataset.type === "list" && field.type === "checkbox") {
      within[last] ??= [];
      if (field.checked) within[last].push(field.value);
    } else within[last] = valueOf(field);
  }
  return body;
}

function valueOf(field) {
  if (field.type === "checkbox") return field.checked;
  if (field.multiple) return [...field.selectedOptions].map((option) => option.value);
  const text = field.type === "password" ? field.value : field.value.trim();
  if (text === "" && ("null" in field.dataset || field.dataset.type === "number")) return null;
  if (field.dataset.type === "number") return Number(text);
  if (field.dataset.type === "json") return text === "" ? null : JSON.parse(text);
  if (field.dataset.type === "lines") return text.split("\n").map((line) => line.trim()).filter(Boolean);
  if (field.dataset.type === "words") return text.split(/[\s,，、]+/).filter(Boolean);
  return text;
}

function complaint(field) {
  const label = field.labels?.[0]?.firstChild?.textContent.trim() ?? "";
  if (field.required && !field.value.trim()) {
    return { field, words: word(field.matches("select") ? "script.choose" : "script.fill", { field: label }) };
  }
  if (field.minLength > 0 && field.value && field.value.length < field.minLength) return { field, words: field.dataset.short };
  const other = field.dataset.sameAs && document.getElementById(field.dataset.sameAs);
  if (other && other.value !== field.value) return { field, words: field.dataset.differs };
  if (!field.validity.valid && !field.validity.valueMissing) return { field, words: field.dataset.wrong ?? field.validationMessage };
  return null;
}

function refused(form, reply) {
  const password = fieldsOf(form).find((field) => field.type === "password");
  if (password) password.value = "";
  const mistakes = reply.error.mistakes ?? (reply.error.field ? [{ ...reply.error, words: reply.words }] : []);
  const marked = mistakes.map(({ field, message, words }) => {
    const found = fieldOf(form, field);
    return found && { field: found, words: found.dataset.wrong ?? words ?? `${word("script.wrong_field")} (${message})` };
  }).filter(Boolean);
  const words = form.getAttribute(`data-say-${reply.status}`) ?? reply.words;
  fail(form, marked.length ? marked : [{ field: password, words }], words);
}

// Where a body is one of several kinds the service puts the kind before the field ("relay.office").
const fieldOf = (form, path) =>
  [path, path?.slice(path.indexOf(".") + 1)].map((name) => form.querySelector(`[name="${CSS.escape(name)}"]`)).find(Boolean);

// The first mistake is where the keyboard goes; each is written below its field; the form's own line repeats the first, or `words`.
function fail(form, mistakes, words = mistakes[0].words) {
  const error = form.querySelector(".form-error");
  for (const { field, words: why } of mistakes) {
    if (!field || !field.closest(".field")) continue;
    const told = document.createElement("p");
    told.className = "field-error";
    told.id = `${field.id || field.name}-error`;
    told.textContent = why;
    field.closest(".field").append(told);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", told.id);
  }
  if (error) {
    error.textContent = words;
    error.hidden = false;
  } else say(words, "bad");
  mistakes[0].field?.focus();
}

function clearMistakes(form) {
  for (const told of form.querySelectorAll(".field-error")) told.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const error = form.querySelector(".form-error");
  if (error) error.hidden = true;
}
