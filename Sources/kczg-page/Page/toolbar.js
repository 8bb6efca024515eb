// The buttons at the top: what each does is told by `data-act`.

import { byId, setText } from "./dom.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** @typedef {{[act: string]: () => void}} Actions */

/** @param {Actions} actions */
export function listenToToolbar(actions) {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const menu = /** @type {HTMLDetailsElement} */ (byId("more"));
    const act = target?.closest("[data-act]")?.getAttribute("data-act");
    if (!target?.closest("#more") || act) menu.open = false;
    if (act) actions[act]?.();
  });
  document.addEventListener("keydown", (event) => {
    const menu = /** @type {HTMLDetailsElement} */ (byId("more"));
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isCommand || document.querySelector(".dialog")) return;
    const key = event.key.toLowerCase();
    const act = key === "s" ? "save" : key === "o" ? "open" : hasOwnUndo(event.target) ? ""
      : key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    if (!act) return;
    event.preventDefault();
    actions[act]?.();
  });
}

/** @param {Session} session */
export function showToolbar(session) {
  const { history } = session;
  button("undo").disabled = !history.canUndo;
  button("redo").disabled = !history.canRedo;
  setText(byId("saved-state"), session.hasChanges ? word("unsaved") : "");
}

/**
 * What is always to be seen of the verdict where the panel is not.
 *
 * @param {PageView} view
 */
export function showVerdictBar(view) {
  const bar = byId("verdict-bar");
  const style = `verdict-bar ${view.verdict}`;
  if (bar.className !== style) bar.className = style;
  setText(button("verdict"), view.headline);
}

/**
 * Whether the browser undoes what was typed there.
 *
 * @param {EventTarget|null} target
 */
function hasOwnUndo(target) {
  return target instanceof HTMLTextAreaElement
    || (target instanceof HTMLInputElement && target.type === "text");
}

/**
 * @param {string} act
 * @returns {HTMLButtonElement}
 */
function button(act) {
  const found = document.querySelector(`button[data-act=${act}]`);
  if (!(found instanceof HTMLButtonElement)) throw new Error(`no button ${act}`);
  return found;
}
