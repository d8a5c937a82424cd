// The window's page: buttons and keys become requests, events become fresh panels.

import { allowSound, ring } from "./bell.js";
import { startClocks } from "./clocks.js";
import { refresh } from "./panels.js";
import { send } from "./requests.js";
import { listen } from "./stream.js";

const STRIKE_MS = 500; // a second strike within this is the same one (EN 301 549, 5.8)
const CONFIRM_MS = 4000;
const SAID_MS = 6000;

const struck = new Map(); // what struck last when: each key by its name, mouse and Enter as one
let saidTimer = null;

document.addEventListener("click", (event) => {
  const control = event.target.closest("[data-refuse], [data-post], [data-delete]");
  if (!control) return;
  if (control.dataset.refuse) {
    event.preventDefault();
    say(control.dataset.refuse, "warn");
  } else if (!again(event.isTrusted ? "hand" : control.dataset.key)) act(control);
});

document.addEventListener("keydown", (event) => {
  allowSound();
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  if (!event.repeat && !control.disabled) control.click();
});
document.addEventListener("pointerdown", allowSound);

// The second of two quick strikes often lands on what the first one brought to its place, so it never counts.
function again(striker) {
  const now = performance.now();
  const before = struck.get(striker) ?? -Infinity;
  struck.set(striker, now);
  return now - before < STRIKE_MS;
}

async function act(control) {
  if (busy() || (control.dataset.twice && !armed(control))) return;
  setBusy(true);
  control.classList.add("working");
  const { dataset } = control;
  const reply = await send(dataset.post ? "POST" : "DELETE", dataset.post ?? dataset.delete, dataset.body);
  if (!reply.ok) say(reply.words, "bad");
  else if (reply.empty && dataset.empty) say(dataset.empty, "warn");
  else if (dataset.done) say(dataset.done, "good");
  if (reply.ok && dataset.then) location.assign(dataset.then);
  else if (reply.status !== 0) await refresh(); // until the page shows what came of it, nothing else can be pressed
  control.classList.remove("working");
  setBusy(false);
}

// While a request is under way nothing else can be pressed; assistive technology is told so too.
const busy = () => document.body.ariaBusy === "true";
const setBusy = (yes) => (document.body.ariaBusy = String(yes));

// What cannot be taken back asks once more, on the same button, for a few seconds.
function armed(control) {
  if (control.classList.contains("armed")) {
    control.classList.remove("armed");
    return true;
  }
  control.classList.add("armed");
  say(control.dataset.twice, "warn");
  setTimeout(() => control.classList.remove("armed"), CONFIRM_MS);
  return false;
}

function say(words, tone) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.className = tone;
  clearTimeout(saidTimer);
  saidTimer = setTimeout(() => (said.className = ""), SAID_MS);
}

const hearCalls = () => ring(Number(document.getElementById("calls")?.dataset.ringing ?? 0));
document.addEventListener("panels", hearCalls);
hearCalls();
startClocks();
listen(document.querySelector("[data-events]").dataset.events);
