// A portrait for the roster: whatever photograph is chosen is made small and cut to 3:4 here, so that it is sent at once even over a
// slow line; the service makes it anew, without what the camera wrote into it.

import { refresh } from "./panels.js";
import { send } from "./requests.js";
import { say } from "./says.js";

const [WIDTH, HEIGHT] = [360, 480];
const QUALITY = 0.82;

document.addEventListener("change", async (event) => {
  if (event.target.id !== "picture-file") return;
  const field = event.target.closest("[data-picture]");
  const picture = await portrait(event.target.files[0]).catch(() => null);
  event.target.value = "";
  if (!picture) return say(field.dataset.bad, "bad");
  const reply = await send("PUT", field.dataset.picture, JSON.stringify({ picture }));
  if (!reply.ok) return say(reply.words, "bad");
  say(field.dataset.done, "good");
  await refresh();
});

// JPEG in base64.
async function portrait(file) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.max(WIDTH / image.width, HEIGHT / image.height);
  const [wide, high] = [image.width * scale, image.height * scale];
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
  canvas.getContext("2d").drawImage(image, (WIDTH - wide) / 2, (HEIGHT - high) / 2, wide, high);
  image.close();
  return canvas.toDataURL("image/jpeg", QUALITY).split(",")[1];
}
