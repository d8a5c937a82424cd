// A password or a code is shown once: large, in a dialog that a key closes, and nothing of it stays on the page. It comes with the
// answer to a form ("sent") or to a button ("done").

export function startOnce() {
  const dialog = document.getElementById("once");
  if (!dialog) return;
  for (const name of ["sent", "done"]) document.addEventListener(name, ({ detail }) => show(dialog, detail));
  dialog.addEventListener("close", () => (dialog.querySelector(".once-value").textContent = ""));
}

function show(dialog, told) {
  const secret = told?.password ?? told?.code;
  if (!secret) return;
  dialog.querySelector(".once-whose").textContent = document.querySelector("#editor h2").textContent;
  dialog.querySelector(".once-value").replaceChildren(...inFours(secret));
  dialog.showModal();
}

// Read out and copied by hand: in groups of four, without a space that somebody might type.
function inFours(secret) {
  return (secret.match(/.{1,4}/g) ?? []).map((four) => {
    const part = document.createElement("span");
    part.textContent = four;
    return part;
  });
}
