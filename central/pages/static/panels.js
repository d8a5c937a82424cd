// Keeps a page's panels true: fetches the page again and puts in the panels that differ. The server draws everything, once.

const PATIENCE_MS = 5000;
const drawn = new Map(); // panel id -> its HTML as the server drew it, before the page filled in clocks
for (const panel of document.querySelectorAll("[data-panel]")) drawn.set(panel.id, panel.outerHTML);

let current = null; // the round under way
let queued = null; // one more round, for those who asked while it was
let mark = null; // of the page that stands here, if the service marks it and all of it was put in

// Resolves to whether the service answered a request that was made after this call. `idle`: nothing was heard, so a page that is
// still the same need not be drawn again.
export function refresh(idle = false) {
  if (!current) {
    current = round(idle).finally(() => (current = null));
    return current;
  }
  queued ??= current.then(() => {
    queued = null;
    return refresh();
  });
  return queued;
}

async function round(idle) {
  try {
    const headers = idle && mark ? { "If-None-Match": mark } : {};
    const reply = await fetch(location.href, { credentials: "same-origin", headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.status === 304) return true;
    if (reply.status === 401) location.reload(); // not let in any more: the page that says so also says how to come in
    if (!reply.ok && reply.status !== 404) return false; // 404 is an answer: the thing is not there any more
    if (reply.redirected) location.assign(reply.url); // signed out elsewhere, or the password must be changed
    else {
      const whole = swap(new DOMParser().parseFromString(await reply.text(), "text/html"));
      mark = whole ? reply.headers.get("ETag") : null;
    }
    return true;
  } catch {
    return false;
  }
}

// Whether the page is now as the service drew it: a panel that somebody uses waits for another look.
function swap(fresh) {
  let whole = true;
  for (const panel of document.querySelectorAll("[data-panel]")) {
    const next = fresh.getElementById(panel.id);
    if (!next || drawn.get(panel.id) === next.outerHTML) continue;
    if (inUse(panel)) {
      whole = false;
      continue;
    }
    if (panel.matches(":active")) {
      whole = false;
      setTimeout(refresh, 300); // a finger is on it: swapping now would lose the click
      continue;
    }
    drawn.set(panel.id, next.outerHTML);
    const focused = panel.contains(document.activeElement) ? document.activeElement.id : null;
    keepUnfolded(panel, next);
    panel.replaceWith(next);
    if (focused) keepFocus(next, focused);
  }
  document.dispatchEvent(new Event("panels"));
  return whole;
}

// Somebody types in it, has typed and not sent it, or has its dialog open: it waits until they are done. Forms and dialogs ask
// for a look when they are (forms.js, dialogs.js).
function inUse(panel) {
  const typing = panel.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  return typing || panel.querySelector("dialog[open], form.dirty") !== null || panel.matches("form.dirty");
}

function keepUnfolded(panel, next) {
  for (const part of panel.querySelectorAll("details[id][open]")) next.querySelector(`#${CSS.escape(part.id)}`)?.setAttribute("open", "");
}

// The keyboard stays where it was, or moves to what can be done now when that is no longer possible.
function keepFocus(panel, id) {
  const same = document.getElementById(id);
  (same && !same.disabled ? same : panel.querySelector("button:not(:disabled), a"))?.focus();
}
