// A help call that nobody has answered rings: two soft tones, again every few seconds, and the page's title says so too.

import { word } from "./words.js";

const EVERY_MS = 5000;
const RINGS = 12; // one minute of sound; the banner stays until somebody answers
const title = document.title;

let audio = null;
let timer = null;
let left = 0;

// Browsers may keep a page silent until the first key or click on it; until then the banner says so.
export async function allowSound() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
  document.body.classList.remove("silent");
}

export function ring(calls) {
  document.title = calls ? word("script.wanted_title", { title }) : title;
  if (calls && !timer) {
    left = RINGS;
    chime();
    timer = setInterval(chime, EVERY_MS);
  }
  if (!calls) {
    clearInterval(timer);
    timer = null;
  }
}

// One round of the bell, for what can wait a while.
export function ringOnce() {
  if (timer) return; // it rings anyway
  left = 1;
  chime();
}

function chime() {
  if (left-- <= 0) return;
  allowSound(); // settles only once the browser lets it
  document.body.classList.toggle("silent", audio.state !== "running");
  if (audio.state !== "running") return;
  tone(659.3, 0);
  tone(523.3, 0.35);
}

function tone(hertz, delay) {
  const start = audio.currentTime + delay;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.65);
}
