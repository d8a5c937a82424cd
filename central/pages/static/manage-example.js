// What would happen under the figures as they stand in the form: the service plays it, this page asks again when they change.

import { valueOf } from "./manage-fields.js";

const CALM_MS = 200;
let timer = null;

export function startExample() {
  if (!document.getElementById("example")) return;
  for (const name of ["input", "editor"]) document.addEventListener(name, () => {
    clearTimeout(timer);
    timer = setTimeout(play, CALM_MS);
  });
}

async function play() {
  const example = document.getElementById("example");
  const figures = new URLSearchParams(Object.entries(valueOf(document.getElementById("editor"))));
  try {
    const reply = await fetch(`${example.dataset.example}?${figures}`, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    example.replaceChildren(...page.getElementById("example").childNodes);
  } catch {
    // the page's own word about the connection says so
  }
}
