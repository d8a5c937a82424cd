// The hall's events, and the truth about the connection. Anything heard, and every silence, leads to a look at the service:
// the page never guesses what an event changed.

import { HELP_EVENTS } from "./help-events.js";
import { refresh } from "./panels.js";

const LOOK_MS = 15000; // also without events: a pulled cable closes no stream, only an unanswered look shows it
const RETRY_MS = 3000;
const GATHER_MS = 60; // events come in bunches (issued + changed); one look serves them

const EVENTS = [
  "hello", // first of every connection: whatever was missed meanwhile
  "hall.changed", "ticket.issued", "ticket.waiting", "ticket.called", "ticket.parked", "ticket.finished", "ticket.no_show",
  "ticket.cancelled",
  ...HELP_EVENTS,
  "appointment.changed", "visit.asked", "visit.changed", "mandate.asked", "mandate.changed",
  "opinion.told", "opinion.changed",
];

let source = null;
let gathering = null;

export function listen(url) {
  connect(url);
  setInterval(look, LOOK_MS);
  window.addEventListener("offline", () => show(false));
  window.addEventListener("online", look);
}

function connect(url) {
  source = new EventSource(url);
  for (const name of EVENTS) {
    source.addEventListener(name, () => {
      document.dispatchEvent(new CustomEvent("news", { detail: name }));
      clearTimeout(gathering);
      gathering = setTimeout(look, GATHER_MS);
    });
  }
  source.onerror = () => {
    show(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => connect(url), RETRY_MS);
    // otherwise the browser reconnects by itself, with the number of the last event it heard
  };
}

async function look() {
  const answered = await refresh();
  show(answered && source.readyState === EventSource.OPEN);
}

function show(connected) {
  document.getElementById("connection").hidden = connected;
  document.body.classList.toggle("lost", !connected);
}
