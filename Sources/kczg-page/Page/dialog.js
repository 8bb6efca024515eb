// A dialogue in front of the page: it takes the focus, keeps it, and gives it back.

import { make, makeButton } from "./dom.js";
import { word } from "./words.js";

/**
 * @typedef {object} DialogButton
 * @property {string} name What `openDialog` gives where it is pressed.
 * @property {string} text
 * @property {boolean} [isMain]
 */

/**
 * @typedef {object} DialogContent
 * @property {string} title
 * @property {Node[]} body
 * @property {DialogButton[]} buttons
 * @property {boolean} [isWide]
 * @property {HTMLElement|null} [focus] What takes the focus at first; else the main button.
 * @property {() => void} [onOpen]
 * @property {(name: string) => boolean} [onPress] Whether it stays open after a button.
 */

let dialogCount = 0;

/**
 * Opens a dialogue and waits for its end.
 *
 * @param {DialogContent} content
 * @returns {Promise<string>} The name of the button; empty where it was only closed.
 */
export function openDialog(content) {
  return new Promise((resolve) => {
    const opener = document.activeElement;
    const dialog = frameOf(content, (name) => {
      closeFrame(dialog);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      resolve(name);
    });
  });
}

/**
 * Asks before something is lost.
 *
 * @param {string} title
 * @param {string} text
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
export async function confirmFirst(title, text, yes) {
  const answer = await openDialog({
    title,
    body: [make("p", {}, text)],
    buttons: [{ name: "yes", text: yes, isMain: true }, { name: "", text: word("cancel") }],
  });
  return answer === "yes";
}

/**
 * @param {DialogContent} content
 * @param {(name: string) => void} close
 */
function frameOf({ title, body, buttons, isWide, focus, onOpen, onPress }, close) {
  dialogCount += 1;
  const id = `dialog.${dialogCount}`;
  const ends = buttons.map(({ name, text, isMain }) =>
    makeButton(text, () => { if (!onPress?.(name)) close(name); }, {
      class: isMain ? "main" : "", "data-action": name,
    }));
  // Firefox has the element from 98 on, Safari from 15.4.
  const isNative = typeof HTMLDialogElement === "function";
  const dialog = document.createElement(isNative ? "dialog" : "div");
  dialog.className = `dialog${isWide ? " is-wide" : ""}${isNative ? "" : " is-simple"}`;
  dialog.setAttribute("aria-labelledby", id);
  dialog.append(
    make("div", { class: "dialog-head" },
      make("h2", { id, dir: "auto" }, title),
      makeButton("✕", () => close(""), { class: "quiet", "aria-label": word("close") })),
    make("div", { class: "dialog-body" }, ...body),
    make("div", { class: "dialog-foot" }, ...ends));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close("");
  });
  document.body.append(dialog);
  if (isNative) /** @type {HTMLDialogElement} */ (dialog).showModal();
  else holdFocus(dialog, close);
  const first = focus ?? ends.find((_, index) => buttons[index].isMain) ?? ends[0];
  first?.focus();
  onOpen?.();
  return dialog;
}

/** @param {HTMLElement} dialog */
function closeFrame(dialog) {
  if (typeof HTMLDialogElement === "function") /** @type {HTMLDialogElement} */ (dialog).close();
  dialog.remove();
}

/**
 * What browsers without the element leave to the page.
 *
 * @param {HTMLElement} dialog
 * @param {(name: string) => void} close
 */
function holdFocus(dialog, close) {
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close("");
    if (event.key !== "Tab") return;
    const stops = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(
      "a[href], button:enabled, input:enabled, select, textarea, iframe"));
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const end = event.shiftKey ? first : last;
    if (document.activeElement !== end) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  });
}
