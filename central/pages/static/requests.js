// Requests to the service: same origin, session cookie, the page's CSRF token. Answers with words for the staff.

const WORDS = {
  wrong_state: "刚才已经有人处理了，屏幕已更新",
  window_closed: "窗口没有开",
  line_closed: "这项业务现在不办",
  ticket_unknown: "这个号已经不在了",
  help_unknown: "这次求助已经结束",
  window_unknown: "没有这个窗口",
  forbidden: "您没有这个窗口的权限",
  broken: "中心服务出了差错，没有办成",
};
const PATIENCE_MS = 5000; // a hall's own network answers in milliseconds; past this the clerk is told rather than kept

export async function send(method, path, body) {
  const headers = { "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const reply = await fetch(path, {
      method, headers, body, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (reply.ok) return { ok: true, empty: reply.status === 204 };
    const error = (await reply.json().catch(() => ({}))).error ?? {};
    return { ok: false, status: reply.status, words: WORDS[error.code] ?? `没有办成（${reply.status}）` };
  } catch {
    return { ok: false, status: 0, words: "连不上中心服务，没有办成，请再试" };
  }
}
