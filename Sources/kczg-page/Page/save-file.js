// Saving the application, and not losing what is not saved.

import { download } from "./download.js";
import { fileNameOf } from "./outputs.js";
import { Session } from "./session.js";
import { tell } from "./notices.js";
import { word } from "./words.js";

/** @param {Session} session */
export function saveFile(session) {
  session.flush();
  const name = fileNameOf(session);
  download(name, session.text, "application/json");
  session.markSaved();
  tell(word("saved", { name }), { key: "saved" });
}

/** @param {Session} session */
export function warnBeforeLeaving(session) {
  window.addEventListener("beforeunload", (event) => {
    session.flush();
    if (!session.hasChanges) return;
    event.preventDefault();
    // Chromium before 119 asks only so.
    event.returnValue = true;
  });
}
