// The switch between languages. The choice stays in this browser; the page is drawn anew, for every word on it changes.

document.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-language]")?.dataset.language;
  if (!chosen) return;
  document.cookie = `bangban_lang=${chosen}; path=/; max-age=31536000; samesite=strict`;
  location.reload();
});
