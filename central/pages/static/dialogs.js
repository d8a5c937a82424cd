// Dialogs drawn by the service: a control with data-open="id" opens one, data-close closes it, Escape too. In a dialog whose
// entries have a data-pick ("B", "12") typing that code presses the entry; where one code begins another, Enter ends it.

import { refresh } from "./panels.js";

const TYPING_MS = 1500; // a pause this long begins a new code

let typed = "";
let timer = null;

export function startDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) open(document.getElementById(opener.dataset.open));
    else if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
  });
  document.addEventListener("keydown", pick);
  document.addEventListener("close", refresh, true); // what was held back while it was open
}

function open(dialog) {
  typed = "";
  if (!dialog.open) dialog.showModal();
}

function pick(event) {
  const dialog = document.querySelector("dialog[open]");
  if (!dialog || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const codes = new Map([...dialog.querySelectorAll("[data-pick]:not(:disabled)")].map((entry) => [entry.dataset.pick.toLowerCase(), entry]));
  if (event.key === "Enter" && codes.has(typed)) return press(event, codes.get(typed));
  if (event.key.length !== 1) return;
  const code = [typed + event.key.toLowerCase(), event.key.toLowerCase()].find((tried) => [...codes.keys()].some((known) => known.startsWith(tried)));
  if (!code) return;
  event.preventDefault();
  remember(code);
  const longer = [...codes.keys()].some((known) => known !== code && known.startsWith(code));
  if (!longer) press(event, codes.get(code));
}

function press(event, entry) {
  event.preventDefault();
  typed = "";
  entry.click();
}

function remember(code) {
  typed = code;
  clearTimeout(timer);
  timer = setTimeout(() => (typed = ""), TYPING_MS);
}
