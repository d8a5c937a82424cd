// A part of a form that belongs to a choice is there when it is made: data-shows of a tick or a list names the part by its id.

function unfold(chooser) {
  const chosen = chooser.type === "checkbox" ? chooser.checked : chooser.value !== "";
  const part = document.getElementById(chooser.dataset.shows);
  part.hidden = part.disabled = !chosen;
}
document.addEventListener("change", ({ target }) => target.dataset.shows && unfold(target));
document.addEventListener("reset", ({ target: form }) => setTimeout(() => form.querySelectorAll("[data-shows]").forEach(unfold)));
