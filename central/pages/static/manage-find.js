// A form that goes to another view of the page: what is sought stands in the address. It names numbers of tickets, never people.

export function startFind() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-go]");
    if (!form) return;
    event.preventDefault();
    const sought = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (form.dataset.day) sought.set("day", form.dataset.day);
    location.assign(`${form.dataset.go}?${sought}`);
  });
}
