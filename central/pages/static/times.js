// The days and times that a line can still give, as two lists of a form: the second follows the first. The form's data-times is
// where they are asked for, data-days how many days.

import { send } from "./requests.js";
import { say } from "./says.js";
import { word } from "./words.js";

const known = new WeakMap(); // form -> days with free times

// wanted: {line, day, at}, each of them or none.
export async function chooseTimes(form, wanted) {
  const chooser = form.elements.line;
  if (chooser && wanted.line) chooser.value = wanted.line;
  form.dataset.line = chooser?.value ?? wanted.line;
  await load(form, wanted);
  if (wanted.at) form.elements["contact.name"]?.focus();
}

document.addEventListener("change", ({ target }) => {
  const form = target.closest("form[data-times]");
  if (!form) return;
  if (target.name === "line") {
    form.dataset.line = target.value;
    load(form, { day: form.elements.day.value });
  }
  if (target.name === "day") fillTimes(form);
});

async function load(form, { day, at }) {
  const { line, times, days } = form.dataset;
  const reply = await send("GET", `${times}?${new URLSearchParams({ line, days })}`);
  if (form.dataset.line !== line) return; // another line was chosen meanwhile
  if (!reply.ok) return say(reply.words, "bad");
  const free = reply.data.days.map((each) => ({ ...each, slots: each.slots.filter((slot) => slot.free) })).filter((each) => each.slots.length);
  known.set(form, free);
  const options = free.map((each) => [each.day, word("appointments.book.day_option", { day: dayName(each.day), n: places(each) })]);
  fill(form.elements.day, options.length ? options : [["", word("appointments.book.none")]], day);
  fillTimes(form, at);
}

function fillTimes(form, at) {
  const day = known.get(form)?.find((each) => each.day === form.elements.day.value);
  fill(form.elements.at, (day?.slots ?? []).map((slot) => [slot.at, word("appointments.book.at_option", { at: slot.at, n: slot.free })]), at);
}

const places = ({ slots }) => slots.reduce((sum, slot) => sum + slot.free, 0);

// As the page itself writes a day (board.html).
export function dayName(day) {
  const [, month, date] = day.split("-").map(Number);
  const weekday = word(`appointments.weekday.${new Date(`${day}T00:00Z`).getUTCDay() || 7}`);
  return word("appointments.day_long", { month: word(`appointments.month.${month}`), day: date, weekday });
}

function fill(list, options, chosen) {
  list.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === chosen)) list.value = chosen;
}
