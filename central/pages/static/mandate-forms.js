// The editor of what a hall prints: ticked rows in their order, and paragraphs, one to a line in each language.

const form = document.getElementById("form");
const body = form.querySelector("tbody");

body.addEventListener("click", ({ target }) => {
  const row = target.closest("tr");
  if (target.closest("[data-up]")) row.previousElementSibling?.before(row);
  else if (target.closest("[data-down]")) row.nextElementSibling?.after(row);
  else return;
  target.closest("button").focus();
  form.classList.add("dirty");
});

// Before forms.js reads the fields.
form.addEventListener("submit", () => {
  form.elements.rows.value = JSON.stringify([...body.rows].filter(ticked).map(asRow));
  if (form.elements.words) form.elements.words.value = JSON.stringify(paragraphs());
  const english = form.querySelector("[data-english]");
  if (english.value.trim()) english.name = "title.en";
  else english.removeAttribute("name");
}, true);

const ticked = (row) => row.querySelector("[type=checkbox]").checked;

function asRow(row) {
  const [zh, en] = ["zh", "en"].map((lang) => row.querySelector(`[data-lang=${lang}]`).value.trim());
  const label = row.querySelector("label").textContent;
  return { fact: row.dataset.fact, name: { zh: zh || label, ...(en && { en }) } };
}

function paragraphs() {
  const [zh, en] = ["zh", "en"].map((lang) => document.getElementById(`words-${lang}`).value.split("\n").map((line) => line.trim()));
  return zh.map((words, at) => ({ zh: words, ...(en[at] && { en: en[at] }) })).filter((each) => each.zh);
}
