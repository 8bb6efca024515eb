// Copying a text; where the browser does not let the page, the text is there to be copied by hand.

import { make } from "./dom.js";
import { openDialog } from "./dialog.js";
import { tell } from "./notices.js";
import { word } from "./words.js";

/** @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(word("copied"), { key: "copied" });
    return;
  } catch {
    // No permission, or a browser that has no such thing for files.
  }
  const area = make("textarea", {
    class: "input", rows: 16, readonly: true, "aria-label": word("copyByHand"),
  });
  area.value = text;
  await openDialog({
    title: word("copyByHand"),
    isWide: true,
    body: [area],
    buttons: [{ name: "", text: word("close") }],
    focus: area,
    onOpen: () => area.select(),
  });
}
