// The form of a guide: what a material's question may be follows the questions, new parts get an id, and whom it is published for.

import { say } from "./says.js";
import { word } from "./words.js";

const editor = () => document.getElementById("editor");

document.addEventListener("editor", prepare);
document.addEventListener("input", ({ target }) => target.closest("#list-guide-questions, #list-guide-materials") && prepare());
document.addEventListener("change", ({ target }) => target.id === "where" && choosePlace(target));
document.addEventListener("sent", ({ detail }) => tell(detail));

// Rows that were just added have no id yet, and choose among the questions as they stand now.
function prepare() {
  for (const field of editor().querySelectorAll("[data-fresh-id]")) field.value ||= fresh();
  for (const choice of editor().querySelectorAll("[data-questions]")) offer(choice);
}

const fresh = () => `p-${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

function offer(choice) {
  const chosen = choice.options.length > 1 ? choice.value : ordered(choice.dataset.chosen);
  const offered = [...document.querySelectorAll("#list-guide-questions > [data-item]")].flatMap((item) => {
    const id = item.querySelector('[name="id"]').value;
    const question = item.querySelector('[name="text.zh"]').value || word("guide.new_question");
    return [[id, true, word("guide.who_said_yes", { question })], [id, false, word("guide.who_said_no", { question })]];
  });
  const everybody = choice.options[0];
  choice.replaceChildren(everybody, ...offered.map(([question, answer, words]) => new Option(words, JSON.stringify({ question, answer }))));
  choice.value = chosen;
  if (choice.selectedIndex < 0) choice.selectedIndex = 0; // its question was taken away
}

// As it is written here, in whatever order the service told it.
function ordered(told) {
  if (!told) return "";
  const { question, answer } = JSON.parse(told);
  return JSON.stringify({ question, answer });
}

// This hall's own guide is put; for a region it is posted for all its halls.
function choosePlace({ value, dataset }) {
  const form = editor();
  form.dataset.here ??= form.dataset.url;
  form.dataset.url = value ? dataset.everywhere : form.dataset.here;
  form.dataset.method = value ? "POST" : "PUT";
  form.elements.region.value = value;
}

function tell(told) {
  const halls = told?.halls;
  if (!halls) return told?.new === false ? say(word("guide.same"), "warn") : undefined;
  const changed = halls.filter((each) => each.new).length;
  say(changed ? word("guide.at_halls", { n: changed }) : word("guide.at_halls_same"), changed ? "good" : "warn");
}
