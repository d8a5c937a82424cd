// Looks again every ten seconds while the ticket's turn is to come and the phone shows the page.

import { refresh } from "./panels.js";

const EVERY_MS = 10000;
const over = () => document.getElementById("ticket").dataset.over === "yes";

async function look() {
  if (document.hidden || over()) return;
  document.getElementById("connection").hidden = await refresh();
}

setInterval(look, EVERY_MS);
document.addEventListener("visibilitychange", look);
