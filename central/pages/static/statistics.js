// The page of statistics: choosing days, and counting again once a minute while today is among them.

import "./language.js";
import { startActs } from "./acts.js";
import { startClocks } from "./clocks.js";
import { refresh } from "./panels.js";

const COUNT_MS = 60_000;

startActs();
startClocks();

document.getElementById("days").addEventListener("submit", (event) => {
  event.preventDefault();
  const { elements, dataset } = event.target;
  location.assign(`?${new URLSearchParams({ from: elements.from.value, to: elements.to.value, by: dataset.by })}`);
});

setInterval(async () => {
  if (document.querySelector("[data-live]")) document.getElementById("connection").hidden = await refresh();
}, COUNT_MS);
