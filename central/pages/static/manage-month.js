// The calendar by keys: arrows go by days and weeks, Page Up and Down by months, Enter begins an entry.

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = { PageUp: "month-before", PageDown: "month-after" };

export function startMonth() {
  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.(".cell");
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in STEPS) {
      event.preventDefault();
      const day = new Date(`${cell.dataset.day}T12:00:00Z`);
      day.setUTCDate(day.getUTCDate() + STEPS[event.key]);
      document.getElementById(`day-${day.toISOString().slice(0, 10)}`)?.focus();
    } else if (event.key in MONTHS) {
      event.preventDefault();
      document.getElementById(MONTHS[event.key]).click();
    }
  });
}
