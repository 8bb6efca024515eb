// Making and patching elements. Nothing in the page ever reads markup out of data.

/** What cannot be seen, or turns the order of what stands around it. */
const unseen = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f"
    + "\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]", "g");

/**
 * A text with its invisible characters written out, so that they can do no harm.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replace(unseen, (character) =>
    `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

/**
 * A new element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{[attribute: string]: string|number|boolean|null|undefined}} [attributes] Those that are
 *   false or nothing are left out.
 * @param {...(Node|string|null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child !== null) element.append(typeof child === "string" ? visible(child) : child);
  }
  return element;
}

/**
 * A button with a listener.
 *
 * @param {string} text
 * @param {() => void} action
 * @param {{[attribute: string]: string|boolean|null}} [attributes]
 */
export function makeButton(text, action, attributes = {}) {
  const button = make("button", { type: "button", ...attributes }, text);
  button.addEventListener("click", action);
  return button;
}

/**
 * Changes a text where it differs.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  const shown = visible(text);
  if (element.textContent !== shown) element.textContent = shown;
}

/**
 * Changes an attribute where it differs; null takes it away.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string|null} value
 */
export function setAttribute(element, name, value) {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/**
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
export function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id} in the page`);
  return element;
}

/** Remembers what was last shown, so that only what changed is touched. */
export class Memo {
  constructor() {
    /** @private @type {Map<string, string>} */
    this._shown = new Map();
  }

  /**
   * Whether a value is another than the last one of that name.
   *
   * @param {string} name
   * @param {unknown} value
   */
  differs(name, value) {
    const text = JSON.stringify(value) ?? "";
    if (this._shown.get(name) === text) return false;
    this._shown.set(name, text);
    return true;
  }
}
