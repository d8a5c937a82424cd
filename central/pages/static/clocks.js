// The hall's clock, how long ago a thing was, how long one may still do it. Times come from the service in UTC; the wall clock is
// the hall's zone.

import { word } from "./words.js";

const DAY_S = 86400;

// A clerk's computer may be minutes off: ages are counted from the service's own clock, as written on the page when it was drawn.
let ahead = 0;

export function startClocks() {
  const now = Date.parse(document.documentElement.dataset.now);
  if (now) ahead = Date.now() - now;
  tick();
  setInterval(tick, 1000);
  document.addEventListener("panels", tick);
}

// What time it is for the service.
export const serviceNow = () => Date.now() - ahead;

function tick() {
  const now = serviceNow();
  for (const clock of document.querySelectorAll("time[data-zone]")) clock.textContent = wallClock(now, clock.dataset.zone);
  for (const since of document.querySelectorAll("time.since")) since.textContent = age((now - Date.parse(since.dateTime)) / 1000);
  for (const chance of document.querySelectorAll("[data-until]")) {
    const left = Math.ceil((Date.parse(chance.dataset.until) - now) / 1000);
    const counter = chance.querySelector(".left");
    if (counter) counter.textContent = Math.max(0, left);
    chance.hidden = left <= 0;
  }
}

function wallClock(now, zone) {
  const shown = (parts) => new Intl.DateTimeFormat(word("script.locale"), { timeZone: zone, ...parts }).format(now);
  const time = shown({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return word("script.clock", { day: shown({ month: "short", day: "numeric" }), weekday: shown({ weekday: "short" }), time });
}

function age(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return word("script.seconds", { s });
  if (s < 3600) return word("script.minutes", { m: Math.floor(s / 60), s: s % 60 });
  if (s < DAY_S) return word("script.hours", { h: Math.floor(s / 3600), m: Math.floor((s % 3600) / 60) });
  return word("script.days", { d: Math.floor(s / DAY_S), h: Math.floor((s % DAY_S) / 3600) });
}
