// A signature drawn by finger, pen or mouse, or the word that it stands on paper. What is sent is in the hidden field: a PNG in
// Base64, or "paper".

const INK_PX = 3;

for (const field of document.querySelectorAll("[data-signature]")) startPad(field);

function startPad(field) {
  const canvas = field.querySelector("canvas");
  const onPaper = field.querySelector("[data-on-paper]");
  const value = field.querySelector("[name=signature]");
  const pen = canvas.getContext("2d");
  const at = ({ offsetX, offsetY }) => [(offsetX * canvas.width) / canvas.clientWidth, (offsetY * canvas.height) / canvas.clientHeight];
  let drawing = false;

  canvas.addEventListener("pointerdown", (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    Object.assign(pen, { lineWidth: INK_PX, lineCap: "round", lineJoin: "round", strokeStyle: "#14212b" });
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  canvas.addEventListener("pointerup", () => {
    drawing = false;
    onPaper.checked = false;
    value.value = canvas.toDataURL("image/png").split(",")[1];
  });
  onPaper.addEventListener("change", () => {
    wipe();
    if (onPaper.checked) value.value = "paper";
  });
  field.querySelector("[data-wipe]").addEventListener("click", () => {
    onPaper.checked = false;
    wipe();
  });
  field.closest("form").addEventListener("reset", wipe);

  function wipe() {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    value.value = "";
  }
}
