// The switch between languages. The choice stays in this browser. The words change where they stand: nothing typed is lost, no
// dialog closes and no connection breaks. Who holds words elsewhere is told by the event "language".

import { refresh } from "./panels.js";

const PATIENCE_MS = 5000;
const WORDY = /^(lang|placeholder|title|alt|content|aria-label|data-.+)$/;
const STATE = ["data-once", "data-shows", "data-now"]; // what a page keeps there of itself

document.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-language]")?.dataset.language;
  if (!chosen) return;
  document.cookie = `bangban_lang=${chosen}; path=/; max-age=31536000; samesite=strict`;
  change();
});

async function change() {
  const fresh = await drawnAnew();
  if (!fresh) return;
  reword(document.documentElement, fresh.documentElement);
  document.dispatchEvent(new Event("language"));
  refresh(); // lists may have changed meanwhile
}

// Null when the service does not answer: the page stays as it is, and the next one is in the language chosen.
async function drawnAnew() {
  try {
    const reply = await fetch(location.href, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.redirected) location.assign(reply.url);
    return new DOMParser().parseFromString(await reply.text(), "text/html");
  } catch {
    return null;
  }
}

function reword(node, fresh) {
  if (node.nodeType === Node.TEXT_NODE) return void (node.data = fresh.data);
  for (const { name, value } of fresh.attributes) {
    if (WORDY.test(name) && !STATE.includes(name) && node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  if (node.localName === "template") node.innerHTML = fresh.innerHTML;
  else if (node.localName !== "textarea") pair(node, fresh);
}

// What has its like in the other page, in order; what scripts put there stays as it is.
function pair(node, fresh) {
  let others = [...fresh.childNodes].filter(says);
  for (const child of [...node.childNodes].filter(says)) {
    const at = others.findIndex((other) => sign(other) === sign(child));
    if (at < 0) continue;
    reword(child, others[at]);
    others = others.slice(at + 1);
  }
}

const says = (node) => node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
const sign = (node) => (node.nodeType === Node.TEXT_NODE ? "" : [node.localName, node.id, node.getAttribute("name"), "item" in node.dataset].join());
