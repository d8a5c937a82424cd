"use strict";

// The page shows what GET /state says and sends each button to POST /do. It keeps no state of its own.

const LOOK_EVERY_MS = 500;
const SHOW_REFUSAL_MS = 4000;
const DETAILS = { level: Number, mm: Number, bytes: Number, seconds: Number, key: String };

let shownJobs = -1;

async function perform(device, deed, details = {}) {
  const body = JSON.stringify({ device, do: deed, ...details });
  const answer = await fetch("/do", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (!answer.ok) refuse((await answer.json()).error);
  await look();
}

function refuse(why) {
  const note = document.getElementById("refused");
  note.textContent = why;
  note.hidden = false;
  setTimeout(() => { note.hidden = true; }, SHOW_REFUSAL_MS);
}

async function look() {
  try {
    const answer = await fetch("/state");
    show(await answer.json());
    document.getElementById("lost").hidden = true;
  } catch {
    document.getElementById("lost").hidden = false;
  }
}

function show(state) {
  for (const section of document.querySelectorAll("[data-device]")) {
    const now = state[section.dataset.device];
    section.classList.toggle("missing", !now);
    if (!now) continue;
    showQuirks(section, now);
    if (now.cards) showCards(section, now);
  }
  showPrinter(state.printer);
}

function showQuirks(section, now) {
  for (const button of section.querySelectorAll("[data-quirk]")) {
    const value = now[button.dataset.quirk];
    button.hidden = value === undefined;
    button.setAttribute("aria-pressed", String(Boolean(value)));
  }
}

function showCards(section, now) {
  const place = section.querySelector("[data-cards]");
  if (place.children.length === 0) {
    for (const card of now.cards) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.card = card.id;
      button.textContent = card.label;
      place.append(button);
    }
  }
  for (const button of place.children) button.setAttribute("aria-pressed", String(button.dataset.card === now.card));
}

function showPrinter(printer) {
  const { status } = printer;
  const paper = { ok: "good", near_end: "low", out: "bad" }[status.paper] || "";
  const lamps = {
    power: printer.on ? "good" : "bad",
    online: printer.on ? (status.online ? "good" : "bad") : "",
    paper: printer.on ? paper : "",
    cover: printer.on ? (status.cover_open ? "bad" : "good") : "",
    cutter: printer.on ? (status.cutter_jam ? "bad" : "good") : "",
  };
  for (const [name, lamp] of Object.entries(lamps)) document.querySelector(`[data-lamp="${name}"]`).className = lamp;
  document.querySelector('[data-do="late"]').classList.toggle("struck", printer.late > 0);
  showTicket(printer);
}

function showTicket(printer) {
  const jobs = printer.jobs;
  const caption = document.getElementById("ticket-caption");
  const hanging = printer.hanging_mm ? ` · 还有 ${printer.hanging_mm} 毫米没有切下 (not cut off yet)` : "";
  if (jobs.length === 0) {
    if (hanging) caption.textContent = hanging.slice(3);
    return;
  }
  const last = jobs[jobs.length - 1];
  const how = last.cut ? "已切下 (cut off)" : "纸尽脱落 (came loose: the paper ended)";
  caption.textContent = `第 ${jobs.length} 张，${last.mm} 毫米，${how}${hanging}`;
  if (jobs.length === shownJobs) return;
  shownJobs = jobs.length;
  const picture = document.getElementById("ticket");
  picture.src = `/ticket/${jobs.length - 1}.png`;
  picture.hidden = false;
}

function clicked(event) {
  const button = event.target.closest("button");
  if (!button) return;
  const device = button.closest("[data-device]").dataset.device;
  const pressed = button.getAttribute("aria-pressed") === "true";
  if (button.dataset.card) {
    if (pressed) perform(device, "lift");
    else perform(device, "lay", { card: button.dataset.card });
  } else if (button.dataset.on) {
    perform(device, pressed ? button.dataset.off : button.dataset.on);
  } else if (button.dataset.quirk) {
    perform(device, button.dataset.quirk, { on: !pressed });
  } else {
    perform(device, button.dataset.do, details(button));
  }
}

function details(button) {
  const found = {};
  for (const [name, kind] of Object.entries(DETAILS)) {
    if (button.dataset[name] !== undefined) found[name] = kind(button.dataset[name]);
  }
  if (button.dataset.do === "late" && button.classList.contains("struck")) found.seconds = 0;
  return found;
}

for (const section of document.querySelectorAll("[data-device]")) {
  section.querySelector("h2").after(document.getElementById("quirks").content.cloneNode(true));
}
document.querySelector("main").addEventListener("click", clicked);
look();
setInterval(look, LOOK_EVERY_MS);
