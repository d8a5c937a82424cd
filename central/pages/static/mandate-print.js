// A printed form and the ledger: the person's own is asked for when the page is open (the audit says who looked), and it is
// printed on demand.

import { send } from "./requests.js";
import { say } from "./says.js";

document.addEventListener("click", ({ target }) => target.closest("[data-print]") && print());

document.getElementById("days")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { from, to } = event.target.elements;
  location.assign(`?${new URLSearchParams({ from: from.value, to: to.value })}`);
});

const sheet = document.querySelector("[data-person]");
if (sheet) await fillIn(sheet);

async function fillIn(sheet) {
  const reply = await send("POST", sheet.dataset.person);
  if (!reply.ok) return say(reply.words, "bad");
  for (const place of sheet.querySelectorAll("[data-of]")) {
    const value = reply.data[place.dataset.of];
    if (place.matches("canvas")) await draw(place, value);
    else if (value) place.textContent = place.dataset.of === "code" ? `${value.slice(0, 4)} ${value.slice(4)}` : value;
    else place.parentElement.remove(); // an empty line would be filled in by hand
  }
  sheet.dataset.ready = "";
}

// What was signed on paper, or not yet, leaves its place free.
async function draw(canvas, signature) {
  if (!signature || signature === "paper") return;
  const bytes = Uint8Array.from(atob(signature), (sign) => sign.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  Object.assign(canvas, { width: picture.width, height: picture.height, hidden: false });
  canvas.getContext("2d").drawImage(picture, 0, 0);
}
