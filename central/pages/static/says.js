// One line that tells what came of a thing just done: "good", "warn" or "bad".

const SAID_MS = 6000;
const said = document.getElementById("said");
let timer = null;

export function say(words, tone) {
  (document.querySelector("dialog[open]") ?? document.body).append(said); // what lies below an open dialog is not seen
  said.textContent = words;
  said.className = tone;
  clearTimeout(timer);
  timer = setTimeout(() => (said.className = ""), SAID_MS);
}

document.addEventListener("close", () => document.body.append(said), true);
