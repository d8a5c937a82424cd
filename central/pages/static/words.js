// The page's own words for its scripts: the service wrote them into the page, in the reader's language.

const read = () => JSON.parse(document.getElementById("words").textContent);
let words = read();
document.addEventListener("language", () => (words = read()));

// With n = 1 the sentence for one goes before the sentence for many.
export function word(key, values = {}) {
  const one = values.n === 1 ? words[`${key}_one`] : undefined;
  return (one ?? words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const knows = (key) => key in words;
