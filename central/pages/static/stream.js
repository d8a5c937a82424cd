// The hall's events, and the truth about the connection. Anything heard, and every silence, leads to a look at the service:
// the page never guesses what an event changed.

import { HELP_EVENTS } from "./help-events.js";
import { refresh } from "./panels.js";

const LOOK_MS = 60000; // also without events, for what the clock changes
const SILENT_MS = 20000; // the heart of a stream beats every 15 s. A pulled cable closes no stream: only an unanswered look shows it
const ANXIOUS_MS = 5000; // between looks while it is silent
const CHECK_MS = 2500;
const RETRY_MS = 3000;
const GATHER_MS = 60; // events come in bunches (issued + changed); one look serves them

const EVENTS = [
  "hello", // first of every connection: whatever was missed meanwhile
  "hall.changed", "ticket.issued", "ticket.waiting", "ticket.called", "ticket.parked", "ticket.finished", "ticket.no_show",
  "ticket.cancelled",
  ...HELP_EVENTS,
  "appointment.changed", "visit.asked", "visit.changed", "mandate.asked", "mandate.changed",
  "relay.asked", "relay.changed",
  "opinion.told", "opinion.changed",
];

let source = null;
let gathering = null;
let heard = 0; // when anything came last
let looked = 0;

export function listen(url) {
  connect(url);
  heard = looked = Date.now();
  setInterval(lookInTime, CHECK_MS);
  window.addEventListener("offline", () => show(false));
  window.addEventListener("online", () => look());
}

function lookInTime() {
  const pause = Date.now() - heard > SILENT_MS ? ANXIOUS_MS : LOOK_MS;
  if (Date.now() - looked >= pause) look(true);
}

function connect(url) {
  source = new EventSource(url);
  source.addEventListener("beat", () => (heard = Date.now()));
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => {
      heard = Date.now();
      document.dispatchEvent(new CustomEvent("news", { detail: name }));
      if (!concerns(name, event.data)) return;
      clearTimeout(gathering);
      gathering = setTimeout(() => look(), GATHER_MS);
    });
  }
  source.onerror = () => {
    show(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => connect(url), RETRY_MS);
    // otherwise the browser reconnects by itself, with the number of the last event it heard
  };
}

// The page of a window shows nothing of a ticket that neither stands in one of its lines nor at it, so it need not look again. It
// says in data-window and data-lines which it is; every other page looks.
function concerns(name, data) {
  const { window: own, lines } = document.querySelector("[data-window]")?.dataset ?? {};
  if (!own || !name.startsWith("ticket.")) return true;
  const told = JSON.parse(data);
  if (!told.line && !told.window) return true;
  return told.window === own || told.for_window === own || lines.split(" ").includes(told.line);
}

async function look(idle = false) {
  looked = Date.now();
  const answered = await refresh(idle);
  show(answered && source.readyState === EventSource.OPEN);
}

function show(connected) {
  document.getElementById("connection").hidden = connected;
  document.body.classList.toggle("lost", !connected);
}
