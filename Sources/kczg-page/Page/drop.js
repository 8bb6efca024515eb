// Files dropped anywhere on the page.

import { byId, setHidden } from "./dom.js";

/** @param {(files: File[]) => void} take */
export function takeDroppedFiles(take) {
  const curtain = byId("drop-curtain");
  let depth = 0;
  const hasFiles = (/** @type {DragEvent} */ event) =>
    Array.from(event.dataTransfer?.types ?? []).includes("Files");
  const isBlocked = () => document.querySelector(".dialog") !== null;
  document.addEventListener("dragenter", (event) => {
    if (!hasFiles(event) || isBlocked()) return;
    depth += 1;
    setHidden(curtain, false);
  });
  document.addEventListener("dragleave", (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (!depth) setHidden(curtain, true);
  });
  document.addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    // Else the browser would leave the page for the file.
    event.preventDefault();
    depth = 0;
    setHidden(curtain, true);
    const files = Array.from(event.dataTransfer?.files ?? []);
    if (files.length && !isBlocked()) take(files);
  });
}
