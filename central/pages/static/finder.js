// A number found by typing it: the list shrinks to what fits, Enter calls the first of it. While nothing is typed, those far behind
// ([data-more]) are left out.

const rows = () => [...document.querySelectorAll("#found li")];

document.addEventListener("input", (event) => event.target.id === "find" && narrow(event.target.value));
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "find" || event.key !== "Enter") return;
  event.preventDefault();
  const first = rows().find((row) => !row.hidden);
  if (first && event.target.value.trim()) first.querySelector("[id^=call-]").click();
});

// "23" finds A023, "a23" too.
function narrow(typed) {
  const wanted = plain(typed);
  for (const row of rows()) row.hidden = wanted ? !plain(row.dataset.number).includes(wanted) : "more" in row.dataset;
  for (const part of document.querySelectorAll("#found section")) part.hidden = !part.querySelector("li:not([hidden])");
  document.getElementById("found-none").hidden = rows().length === 0 || rows().some((row) => !row.hidden);
  const more = document.getElementById("found-more");
  if (more) more.hidden = Boolean(wanted);
}

const plain = (number) => number.toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^([A-Z]*)0+/, "$1");
