// Calls for help, on every page of the staff: the bell rings while one rings for whoever sits here, and the page looks again at the
// moment when one goes on to others (data-turns), so that nobody depends on news that may come late.

import { allowSound, ring } from "./bell.js";
import { serviceNow } from "./clocks.js";
import { refresh } from "./panels.js";

const LATE_MS = 300; // after the moment: the service's clock shows it too
const LEAST_MS = 2000; // between two looks for one moment

let timer = null;

export function startCalls() {
  document.addEventListener("keydown", allowSound);
  document.addEventListener("pointerdown", allowSound);
  document.addEventListener("panels", hear);
  hear();
}

function hear() {
  ring(Number(document.getElementById("calls")?.dataset.ringing ?? 0));
  clearTimeout(timer);
  const moments = [...document.querySelectorAll("#calls [data-turns]")].map((call) => Date.parse(call.dataset.turns));
  if (moments.length) timer = setTimeout(refresh, Math.max(LEAST_MS, Math.min(...moments) - serviceNow() + LATE_MS));
}
