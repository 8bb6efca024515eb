// Short messages above the form, each with what can be done about it.

import { byId, make, makeButton } from "./dom.js";
import { word } from "./words.js";

/** @typedef {{text: string, action: () => void}} NoticeAction */
/** @typedef {{kind?: "info"|"error", key?: string, actions?: NoticeAction[]}} NoticeOptions */

/** How many stand there at once; older ones go. */
const noticeLimit = 4;
/** How long what only tells that something was done stands there, in milliseconds. */
const noticeTime = 12000;

/**
 * Shows a notice until it is closed or one of its actions is taken.
 *
 * @param {string} text
 * @param {NoticeOptions} [options] One of the same key takes the place of the last.
 */
export function tell(text, options = {}) {
  const { kind = "info", key = text, actions = [] } = options;
  const area = byId("notices");
  withdraw(key);
  if (kind === "info" && !actions.length) withdrawPlain();
  const close = () => notice.remove();
  const role = kind === "error" ? "alert" : "status";
  const notice = make("div", { class: `notice ${kind}`, role },
    make("p", { dir: "auto" }, text),
    ...actions.map((action) => makeButton(action.text, () => {
      close();
      action.action();
    })),
    makeButton("✕", close, { class: "quiet", "aria-label": word("close") }));
  notice.setAttribute("data-key", key);
  if (kind === "info" && !actions.length) {
    notice.setAttribute("data-plain", "");
    setTimeout(() => { if (!notice.contains(document.activeElement)) close(); }, noticeTime);
  }
  area.append(notice);
  while (area.children.length > noticeLimit) area.firstElementChild?.remove();
}

/** Takes away what only told that something was done. */
export function withdrawPlain() {
  for (const notice of byId("notices").querySelectorAll("[data-plain]")) notice.remove();
}

/** @param {string} key */
function withdraw(key) {
  for (const notice of Array.from(byId("notices").children)) {
    if (notice.getAttribute("data-key") === key) notice.remove();
  }
}
