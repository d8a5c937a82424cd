// The page of statistics: choosing days, and counting again once a minute while today is among them.

import "./language.js";
import { startActs } from "./acts.js";
import { startCalls } from "./calls.js";
import { HELP_EVENTS } from "./help-events.js";
import { startClocks } from "./clocks.js";
import { startDialogs } from "./dialogs.js";
import { refresh } from "./panels.js";

const COUNT_MS = 60_000;

startActs();
startClocks();
startDialogs();
startCalls();

document.getElementById("days").addEventListener("submit", (event) => {
  event.preventDefault();
  const { elements, dataset } = event.target;
  location.assign(`?${new URLSearchParams({ from: elements.from.value, to: elements.to.value, by: dataset.by })}`);
});

// Of the hall's events only calls for help: the figures would else be counted with every ticket.
const events = new EventSource(document.querySelector("[data-events]").dataset.events);
for (const name of HELP_EVENTS) events.addEventListener(name, refresh);

setInterval(async () => {
  if (document.querySelector("[data-live]")) document.getElementById("connection").hidden = await refresh();
}, COUNT_MS);
