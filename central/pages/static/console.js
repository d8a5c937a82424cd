// What every page of the staff does by itself: it listens to the hall, keeps its panels and clocks true, rings when a resident
// does, and turns buttons, keys, dialogs and forms into requests.

import "./language.js";
import { startActs } from "./acts.js";
import { ringOnce } from "./bell.js";
import { startCalls } from "./calls.js";
import { startClocks } from "./clocks.js";
import { startDialogs } from "./dialogs.js";
import { startForms } from "./forms.js";
import { say } from "./says.js";
import { listen } from "./stream.js";
import { word } from "./words.js";

startActs();
startDialogs();
startForms();
startClocks();
startCalls();

const ASKED = {
  "visit.asked": "script.visit_asked", "mandate.asked": "script.mandate_asked", "relay.asked": "script.relay_asked",
  "opinion.told": "script.opinion_told",
};
const leads = document.querySelector("[data-events]").dataset.leads === "yes"; // what residents tell the hall is told to nobody else
document.addEventListener("news", ({ detail: event }) => {
  if (!(event in ASKED) || (event === "opinion.told" && !leads)) return;
  ringOnce();
  say(word(ASKED[event]), "warn");
});

// The menu in the bar closes like any other: by Escape, or a click elsewhere.
const fold = (but) => document.querySelectorAll(".topbar-me[open]").forEach((menu) => menu.contains(but) || menu.removeAttribute("open"));
document.addEventListener("click", (event) => fold(event.target));
document.addEventListener("keydown", (event) => event.key === "Escape" && fold(null));

listen(document.querySelector("[data-events]").dataset.events);
