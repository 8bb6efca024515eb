// The words of the page's own buttons and notices, in the language chosen.

/** @type {{[key: string]: string}} */
let pageWords = {};

/** @param {{[key: string]: string}} words As the engine has them. */
export function setWords(words) {
  pageWords = words;
}

/**
 * The words of a key, with values in the place of `{name}`.
 *
 * @param {string} key
 * @param {{[name: string]: string|number}} [values]
 */
export function word(key, values = {}) {
  const text = pageWords[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole);
}

/**
 * Writes the words into what stands in the page from the beginning: `data-word` names the text of
 * an element, `data-word-label` what it is called for a screen reader.
 */
export function writeWords() {
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.getAttribute("data-word") ?? "");
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", word(element.getAttribute("data-word-label") ?? ""));
  }
}
