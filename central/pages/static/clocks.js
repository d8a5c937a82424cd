// The hall's clock, and how long ago a thing was. Times come from the service in UTC; the wall clock is the hall's zone.

// A clerk's computer may be minutes off: ages are counted from the service's own clock, as written on the page when it was drawn.
let ahead = 0;

export function startClocks() {
  const now = Date.parse(document.documentElement.dataset.now);
  if (now) ahead = Date.now() - now;
  tick();
  setInterval(tick, 1000);
  document.addEventListener("panels", tick);
}

function tick() {
  const now = Date.now() - ahead;
  for (const clock of document.querySelectorAll("time[data-zone]")) {
    const shown = (parts) => new Intl.DateTimeFormat("zh-CN", { timeZone: clock.dataset.zone, ...parts }).format(now);
    const day = shown({ month: "long", day: "numeric" });
    clock.textContent = `${day} ${shown({ weekday: "short" })} ${shown({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
  }
  for (const since of document.querySelectorAll("time.since")) {
    const seconds = Math.max(0, Math.floor((now - Date.parse(since.dateTime)) / 1000));
    since.textContent = seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
  }
}
