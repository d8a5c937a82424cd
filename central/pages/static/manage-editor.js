// The form of one thing of the set-up. What another saved meanwhile is taken over while nothing is typed here; otherwise it is
// told, both versions can be looked at, and nothing typed is lost. The page holds the stored version beside the form (#stored).
//   data-method, data-url = what is asked; data-then = the address of the thing, data-done = words; "{id}" in both is the id of
//   the thing, made here with data-fresh as its beginning or told by the service.

import { clearMistakes, showMistakes, valueOf } from "./manage-fields.js";
import { bodiesOf, wrongSpell } from "./manage-spell.js";
import { refresh } from "./panels.js";
import { send } from "./requests.js";
import { say } from "./says.js";
import { knows, word } from "./words.js";

const TRIES = 4; // any clerk who opens a window moves the hall's version too: then the same change is simply sent again

let base = ""; // the stored version that the form was last drawn from
let mine = null; // what was typed here, laid aside while the other version is looked at

const editor = () => document.getElementById("editor");
const stored = () => document.getElementById("stored");
const changed = () => document.getElementById("changed");
const drawn = () => stored().querySelector("template").innerHTML;
const stands = () => JSON.stringify(valueOf(editor()));
const typed = () => stands() !== editor().dataset.untouched;

export function startEditor() {
  if (!editor()) return;
  settle();
  document.addEventListener("submit", (event) => {
    if (event.target !== editor()) return;
    event.preventDefault();
    save(editor());
  });
  document.addEventListener("panels", () => drawn() !== base && (mine || typed() ? tell() : adopt()));
  document.addEventListener("language", () => (base = drawn())); // nobody saved anything
  changed().addEventListener("click", ({ target }) => target.dataset.turn && turn(target.dataset.turn));
  window.addEventListener("beforeunload", (event) => typed() && event.preventDefault());
}

// The form now shows what is stored.
function settle() {
  base = drawn();
  mine = null;
  changed().hidden = true;
  document.dispatchEvent(new CustomEvent("editor", { detail: editor() }));
  editor().dataset.untouched = stands();
  editor().classList.remove("dirty");
}

// The stored version takes the form's place; the keyboard stays where it was.
function adopt() {
  const at = document.activeElement;
  const inside = editor().contains(at) && (at.id || at.name);
  const fresh = stored().querySelector("template").content.querySelector("form").cloneNode(true);
  for (const { name, value } of fresh.attributes) editor().setAttribute(name, value);
  editor().replaceChildren(...fresh.childNodes);
  settle();
  if (inside) (editor().querySelector(`#${CSS.escape(inside)}, [name="${CSS.escape(inside)}"]`) ?? document.getElementById("save")).focus();
}

// Another saved the same thing: saving here is from now on over theirs.
function tell() {
  base = drawn();
  changed().hidden = false;
  changed().dataset.shows = mine ? "theirs" : "mine";
}

// Between what was typed here and what the other saved.
function turn(to) {
  const fields = editor().querySelector("fieldset");
  if (to === "theirs") {
    mine = fields;
    fields.replaceWith(stored().querySelector("template").content.querySelector("fieldset").cloneNode(true));
    document.dispatchEvent(new CustomEvent("editor", { detail: editor() }));
  } else {
    fields.replaceWith(mine);
    mine = null;
  }
  changed().dataset.shows = to;
  changed().querySelector(`[data-turn="${to === "theirs" ? "mine" : "theirs"}"]`).focus();
}

async function save(form) {
  if (document.body.ariaBusy === "true") return;
  clearMistakes(form);
  if (wrongSpell(valueOf(form))) return refused(form, { error: { mistakes: [{ field: "until", code: "spell" }] }, words: word("refused.invalid") });
  document.body.ariaBusy = "true";
  const id = form.dataset.fresh ? made(form.dataset.fresh) : "";
  const reply = await sent(form, id);
  if (reply.ok) await saved(form, reply.data, id);
  else refused(form, reply);
  document.body.ariaBusy = "false";
}

// A change is made for the version that the page knows.
async function sent(form, id) {
  const url = form.dataset.url.replace("{id}", id);
  let reply = null;
  for (const body of bodiesOf(valueOf(form))) {
    reply = await put(form.dataset.method, url, body, reply?.data.version ?? stored().dataset.version);
    if (!reply.ok) {
      if (form.elements.until) form.elements.day.value = body.day; // what went before is stored: from here it goes on
      return reply;
    }
  }
  return reply;
}

// Again when only other things of the hall were changed meanwhile.
async function put(method, url, body, known) {
  let [reply, version] = [null, known];
  for (let n = 0; n < TRIES; n += 1) {
    reply = await send(method, url, JSON.stringify(body), { "If-Match": version });
    if (reply.error?.code !== "setup_changed") return reply;
    const before = base;
    await refresh();
    if (base !== before) return reply;
    version = stored().dataset.version;
  }
  return reply;
}

async function saved(form, told, id) {
  const { dataset } = form;
  if (dataset.then) history.replaceState(null, "", dataset.then.replace("{id}", told?.id ?? id));
  dataset.untouched = stands(); // until the page shows what came of it, nothing counts as typed
  mine = null;
  await refresh();
  adopt();
  warn(told?.warnings ?? []);
  say(dataset.done, "good");
  if (!editor().contains(document.activeElement)) document.getElementById("save").focus();
  document.dispatchEvent(new CustomEvent("sent", { detail: told }));
}

function refused(form, { error, words }) {
  const mistakes = error.mistakes ?? (error.field ? [error] : []);
  if (error.code === "setup_changed") say(words, "warn");
  else {
    const said = mistakes.map((each) => ({ field: each.field, message: wordsOf(each) }));
    showMistakes(form, said.length ? said : [{ field: null, message: words }]);
    say(words, "bad");
  }
}

const wordsOf = ({ code, message }) => (knows(`mistake.${code}`) ? word(`mistake.${code}`) : word("mistake.other", { message }));

// What is allowed and should be known: of this thing, or of the hall as a whole.
function warn(warnings) {
  const ours = warnings.filter(({ about }) => !about || editor().dataset.url.endsWith(`/${about}`));
  const rows = ours.map(({ code, number }) => {
    const row = document.createElement("li");
    row.textContent = word(`warned.${code}`, { n: number });
    return row;
  });
  editor().querySelector(".warned").replaceChildren(...rows);
}

const made = (start) => `${start}-${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
