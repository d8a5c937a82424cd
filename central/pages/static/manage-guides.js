// A catalogue is brought in: the file goes as it is, and every mistake in it comes back with its sheet, row and column.

import { send } from "./requests.js";
import { knows, word } from "./words.js";

const KINDS = {
  json: "application/json",
  toml: "application/toml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const PATIENCE_MS = 120_000; // thousands of items take some seconds
const SHOWN = 500; // rows of mistakes; a file with more has one mistake many times

const form = document.getElementById("bring-form");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  bring(event.submitter?.value !== "false");
});

async function bring(trial) {
  const file = document.getElementById("file").files[0];
  const kind = KINDS[file.name.split(".").pop().toLowerCase()];
  if (!kind) return tell(word("guides.no_kind"), "bad");
  const asked = new URLSearchParams({ trial });
  const day = document.getElementById("from").value;
  if (day) asked.set("from", day);
  const buttons = [...form.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  tell(word("guides.reading"), "");
  const reply = await send("POST", `${form.dataset.to}?${asked}`, file, { "Content-Type": kind }, PATIENCE_MS);
  for (const button of buttons) button.disabled = false;
  if (reply.ok) tell(word(trial ? "guides.would" : "guides.done", reply.data), "good");
  else tell(reply.words, "bad", reply.data?.problems ?? []);
}

function tell(words, tone, problems = []) {
  const said = document.createElement("p");
  said.className = `came ${tone}`;
  said.textContent = words;
  document.getElementById("came").replaceChildren(said, ...(problems.length ? [table(problems)] : []));
}

function table(problems) {
  const drawn = document.getElementById("problem-table").content.cloneNode(true);
  drawn.querySelector("tbody").append(...problems.slice(0, SHOWN).map(row));
  return drawn;
}

function row({ sheet, row, column, item, code }) {
  const drawn = document.createElement("tr");
  const wrong = knows(`guides.wrong_${code}`) ? word(`guides.wrong_${code}`) : word(`mistake.${code}`);
  [sheet, row, column, item, wrong].forEach((value, place) => {
    const cell = drawn.insertCell();
    cell.textContent = value ?? "";
    if (place === 1) cell.className = "num";
  });
  return drawn;
}
