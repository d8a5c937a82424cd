// Requests to the service: same origin, session cookie, the page's CSRF token. Refusals come back with words for the staff.

import { knows, word } from "./words.js";

const PATIENCE_MS = 5000; // a hall's own network answers in milliseconds; past this the clerk is told rather than kept

// {ok, empty, status, data} or {ok: false, status, error, words}; status 0: the service could not be reached.
export async function send(method, path, body, more = {}, patience = PATIENCE_MS) {
  const headers = { "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content, ...more };
  if (body !== undefined) headers["Content-Type"] ??= "application/json";
  try {
    const signal = AbortSignal.timeout(patience);
    const reply = await fetch(path, { method, headers, body, credentials: "same-origin", signal });
    const data = await reply.json().catch(() => null);
    if (reply.ok) return { ok: true, empty: reply.status === 204, status: reply.status, data };
    const error = data?.error ?? {};
    return { ok: false, status: reply.status, error, data, words: wordsOf(error.code, reply.status, data) };
  } catch {
    return { ok: false, status: 0, error: {}, words: word("refused.unreachable") };
  }
}

// For the header of a request that must not count twice, however often it is sent. Plain HTTP has no crypto.randomUUID.
export const requestKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const once = (key) => (key === undefined ? {} : { "Idempotency-Key": key });

// What stands beside the error (a time, a day) can be in the words.
function wordsOf(code, status, data) {
  const { error: _, ...beside } = data ?? {};
  return knows(`refused.${code}`) ? word(`refused.${code}`, Object.assign({}, ...Object.values(beside))) : word("refused.other", { status });
}
