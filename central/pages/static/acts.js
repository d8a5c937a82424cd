// Buttons and keys become requests. A control says all of it in its attributes:
//   data-post | data-put | data-delete = path, data-body = JSON, data-key = key ("F2", "Shift+F9", "Control+z"),
//   data-done = words when it is done, data-empty = words when there was nothing to do (204), data-then = where to go,
//   data-once = the request's Idempotency-Key, where it needs one,
//   data-twice = asks once more, with these words; data-refuse = not now, and why.
// A control whose request was done tells so by the event "done", with the answer as its detail.

import { refresh } from "./panels.js";
import { once, send } from "./requests.js";
import { say } from "./says.js";

const STRIKE_MS = 500; // a second strike within this is the same one (EN 301 549, 5.8)
const CONFIRM_MS = 4000;
const METHODS = { post: "POST", put: "PUT", delete: "DELETE" };

const struck = new Map(); // what struck last when: each key by its name, mouse and Enter as one

export function startActs() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
}

function onClick(event) {
  const control = event.target.closest("button, a");
  if (!control || !(control.dataset.refuse || method(control))) return;
  if (control.dataset.refuse) {
    event.preventDefault();
    say(control.dataset.refuse, "warn");
  } else if (!again(event.isTrusted ? "hand" : control.dataset.key)) act(control);
}

// Behind an open dialog nothing can be struck, and what is typed into a field stays there.
function onKey(event) {
  if (event.key.length === 1 && event.target.matches("input, select, textarea")) return;
  const scope = document.querySelector("dialog[open]") ?? document;
  const control = scope.querySelector(`[data-key="${CSS.escape(named(event))}"]`);
  if (!control) return;
  event.preventDefault();
  if (!event.repeat && !control.disabled && control.checkVisibility()) control.click();
}

const named = (event) =>
  ["Control", "Alt", "Meta", "Shift"].filter((held) => event[`${held === "Control" ? "ctrl" : held.toLowerCase()}Key`])
    .concat(event.key.length === 1 ? event.key.toLowerCase() : event.key).join("+");

const method = ({ dataset }) => Object.keys(METHODS).find((name) => name in dataset);

// The second of two quick strikes often lands on what the first one brought to its place, so it never counts.
function again(striker) {
  const now = performance.now();
  const before = struck.get(striker) ?? -Infinity;
  struck.set(striker, now);
  return now - before < STRIKE_MS;
}

export async function act(control) {
  const { dataset } = control;
  if (busy() || (dataset.twice && !armed(control))) return;
  setBusy(true);
  control.classList.add("working");
  const how = method(control);
  const reply = await send(METHODS[how], dataset[how], dataset.body, once(dataset.once));
  if (reply.ok) control.closest("dialog")?.close();
  if (!reply.ok) say(reply.words, "bad");
  else if (reply.empty && dataset.empty) say(dataset.empty, "warn");
  else if (dataset.done) say(dataset.done, "good");
  if (reply.ok) control.dispatchEvent(new CustomEvent("done", { bubbles: true, detail: reply.data }));
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
