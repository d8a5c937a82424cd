// A ticket on a phone looks again by itself until it is over, and rings when it is called. For old phones too: one plain script,
// nothing newer than 2015.

(() => {
  const PATIENCE_MS = 8000;
  const RINGS = 4;
  const BUZZ = [400, 200, 400, 200, 800];

  const ticket = () => document.getElementById("ticket");
  const alert = document.getElementById("alert");
  const title = document.title;
  let audio = null;
  let timer = null;

  const over = () => ticket().getAttribute("data-over") === "yes";
  const called = () => ticket().className === "called";

  function later() {
    clearTimeout(timer);
    if (!over()) timer = setTimeout(look, Number(ticket().getAttribute("data-every")) * 1000);
  }

  // A phone in a pocket asks for nothing, unless it is to ring.
  function look() {
    if (document.hidden && !audio) return later();
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.timeout = PATIENCE_MS;
    request.onload = () => {
      const answered = request.status === 200 || request.status === 404; // 404 is an answer: its day is over
      if (answered) show(request.responseText);
      lost(!answered);
      later();
    };
    request.onerror = request.ontimeout = () => {
      lost(true);
      later();
    };
    request.send();
  }

  function show(page) {
    const fresh = new DOMParser().parseFromString(page, "text/html").getElementById("ticket");
    if (!fresh || fresh.outerHTML === ticket().outerHTML) return;
    const before = called();
    ticket().parentNode.replaceChild(document.importNode(fresh, true), ticket());
    if (called() && !before) ring(RINGS);
    if (!called()) document.title = title;
    if (alert && over()) alert.hidden = true;
  }

  const lost = (yes) => (document.getElementById("connection").hidden = !yes);

  function ring(times) {
    if (!called() || times === 0) return;
    document.title = alert.getAttribute("data-title") + " · " + title;
    try {
      if (navigator.vibrate) navigator.vibrate(BUZZ); // a browser may refuse before the first touch
    } catch (refused) {
      // then it stays with what the page shows
    }
    if (audio) [784, 659, 784].forEach((hertz, i) => tone(hertz, i * 0.4));
    setTimeout(() => ring(times - 1), 3000);
  }

  function tone(hertz, delay) {
    const start = audio.currentTime + delay;
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0.4, start);
    volume.gain.linearRampToValueAtTime(0.001, start + 0.38);
    oscillator.connect(volume);
    volume.connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.4);
  }

  const Audio = window.AudioContext || window.webkitAudioContext;
  if (alert && Audio) {
    alert.hidden = over();
    alert.querySelector("button").addEventListener("click", () => {
      audio = new Audio();
      if (audio.resume) audio.resume();
      tone(784, 0); // so that its owner hears what to listen for
      if (navigator.vibrate) navigator.vibrate(200);
      alert.textContent = alert.getAttribute("data-ringing");
    });
  }

  document.addEventListener("visibilitychange", () => document.hidden || over() || look());
  window.addEventListener("online", () => over() || look());
  later();
})();
