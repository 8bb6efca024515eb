// The browser's own dialogue to choose files.

import { make } from "./dom.js";

/**
 * @param {string} accept Endings of names.
 * @param {boolean} areMany
 * @param {(files: File[]) => void} choose
 */
export function chooseFiles(accept, areMany, choose) {
  const input = make("input", { type: "file", accept, multiple: areMany });
  input.addEventListener("change", () => {
    const files = Array.from(input.files ?? []);
    input.remove();
    if (files.length) choose(files);
  });
  // In the page, so that nothing collects it while the dialogue is open.
  input.hidden = true;
  document.body.append(input);
  input.click();
}
