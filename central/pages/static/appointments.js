// The page of appointments: fills the dialogs in, and tells what came of them. What is open, sent and refreshed is the business of
// dialogs.js, forms.js and panels.js.

import "./unfold.js";
import { chooseTimes, dayName } from "./times.js";
import { word } from "./words.js";

const byId = (id) => document.getElementById(id);

// Whatever opens a dialog says for which appointment or visit, and what is chosen already.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  const form = opener && byId(opener.dataset.open)?.querySelector("form");
  if (!form) return;
  form.reset();
  const { action, staff, at } = opener.dataset;
  if (action) form.dataset.post = action;
  if (staff) form.elements.staff.value = staff;
  if ("times" in form.dataset) chooseTimes(form, opener.dataset);
  if (form.closest("#plan")) planFor(at);
});

document.addEventListener("sent", ({ target: form, detail }) => {
  if (form.closest("#book")) tell("told", { when: whenOf(detail), code: spaced(detail.code) });
  if (form.id === "desk") showTicket(detail);
  form.reset();
});

document.addEventListener("done", ({ target: control, detail }) => {
  if ("showsTicket" in control.dataset) showTicket(detail);
  if ("showsPerson" in control.dataset) showPerson(detail);
});

// The day and the time of a visit are chosen apart and sent as one. Without a plan yet: tomorrow morning.
function planFor(at) {
  const [day, time] = at?.split("T") ?? [byId("plan-day").options[1]?.value, "09:00"];
  for (const [list, value] of [[byId("plan-day"), day], [byId("plan-time"), time]]) {
    if (![...list.options].some((option) => option.value === value)) list.add(new Option(value));
    list.value = value;
  }
  sendPlan();
}
const sendPlan = () => (byId("plan-at").value = `${byId("plan-day").value}T${byId("plan-time").value}`);
for (const id of ["plan-day", "plan-time"]) byId(id).addEventListener("change", sendPlan);

// Nothing of a person stays in the page when the dialog is closed.
document.addEventListener("close", ({ target: dialog }) => {
  for (const place of dialog.querySelectorAll("[data-of]")) place.textContent = "";
}, true);

const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

function whenOf({ line, day, at }) {
  const name = byId("book").querySelector(`option[value="${CSS.escape(line)}"]`).textContent;
  return `${name} · ${dayName(day)} ${at}`;
}

function showTicket({ number, appointment }) {
  tell("ticket", { number, how: word(`appointments.ticket.${appointment === false ? "late" : "on_time"}`) });
}

function showPerson({ code, asker, group, ...facts }) {
  tell("person", {
    ...facts,
    code: code && spaced(code),
    asker: asker && [asker.name, asker.relation, asker.phone].filter(Boolean).join(" "),
    group: group && word(`appointments.group.${group}`),
  });
}

function tell(id, facts) {
  const dialog = byId(id);
  for (const place of dialog.querySelectorAll("[data-of]")) {
    place.textContent = facts[place.dataset.of] ?? "";
    if (place.parentElement.parentElement.matches("dl")) place.parentElement.hidden = !place.textContent;
  }
  dialog.showModal();
}
