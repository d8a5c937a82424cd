// A number found by typing it: the list shrinks to what fits, Enter presses the first button of the first row.

const rows = () => [...document.querySelectorAll("#found > li")];

document.addEventListener("input", (event) => event.target.id === "find" && narrow(event.target.value));
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "find" || event.key !== "Enter") return;
  event.preventDefault();
  const first = rows().find((row) => !row.hidden);
  if (first && event.target.value.trim()) first.querySelector("button").click();
});

// "23" finds A023, "a23" too.
function narrow(typed) {
  const wanted = plain(typed);
  for (const row of rows()) row.hidden = !plain(row.dataset.number).includes(wanted);
  document.getElementById("found-none").hidden = rows().length === 0 || rows().some((row) => !row.hidden);
}

const plain = (number) => number.toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^([A-Z]*)0+/, "$1");
