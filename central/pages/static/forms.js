// A form that asks the service and goes on, or says what was wrong and keeps what was typed but passwords.

import { send } from "./requests.js";

for (const form of document.querySelectorAll("form[data-post]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form);
  });
}

async function submit(form) {
  const fields = [...form.querySelectorAll("input")];
  const wrong = fields.map(complaint).find(Boolean);
  if (wrong) return fail(form, wrong.field, wrong.words);
  const button = form.querySelector("button");
  button.disabled = true;
  const body = Object.fromEntries(fields.filter((f) => !f.dataset.sameAs).map((f) => [f.name, f.value]));
  const reply = await send("POST", form.dataset.post, JSON.stringify(body));
  button.disabled = false;
  if (reply.ok) return location.assign(form.dataset.then);
  const password = fields.find((f) => f.type === "password");
  password.value = "";
  fail(form, password, form.getAttribute(`data-say-${reply.status}`) ?? reply.words);
}

function complaint(field) {
  if (!field.value.trim()) return { field, words: `请填${field.labels[0].firstChild.textContent.trim()}` };
  if (field.minLength > 0 && field.value.length < field.minLength) return { field, words: `新密码至少 ${field.minLength} 个字` };
  const other = field.dataset.sameAs && document.getElementById(field.dataset.sameAs);
  if (other && other.value !== field.value) return { field, words: "两遍新密码不一样" };
  return null;
}

function fail(form, field, words) {
  const error = form.querySelector(".form-error");
  error.textContent = words;
  error.hidden = false;
  field.focus();
}
