// One line that tells what came of a thing just done: "good", "warn" or "bad".

const SAID_MS = 6000;
let timer = null;

export function say(words, tone) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.className = tone;
  clearTimeout(timer);
  timer = setTimeout(() => (said.className = ""), SAID_MS);
}
