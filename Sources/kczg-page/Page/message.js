// What is wrong with an answer, beside it. While someone is still typing it waits a little: half a
// date is no mistake yet.

import { announce } from "./announcer.js";
import { make, setHidden, setText, visible } from "./dom.js";
import { word } from "./words.js";

/** How long after a keystroke, in milliseconds. */
const patience = 1200;

/** A message and when it is shown. */
export class MessageView {
  /**
   * @param {string|null} id
   * @param {() => boolean} isBusy Whether someone is typing.
   * @param {() => void} [onShown] It appeared by itself.
   */
  constructor(id, isBusy, onShown = () => {}) {
    this.element = make("p", { class: "message", id, dir: "auto", hidden: true });
    /** @private */
    this._isBusy = isBusy;
    /** @private */
    this._onShown = onShown;
    /** @private */
    this._timer = 0;
    /** @private @type {PageMessage|null} */
    this._message = null;
    /** @private */
    this._name = "";
  }

  get isShown() { return !this.element.hidden; }
  get isError() { return this.isShown && this._message?.severity === "error"; }

  /**
   * @param {PageMessage|null} message
   * @param {string} name What it is about.
   */
  update(message, name) {
    clearTimeout(this._timer);
    this._message = message;
    this._name = name;
    if (message && !this.isShown && this._isBusy()) {
      this._timer = window.setTimeout(() => this._show(true), patience);
    } else {
      this._show(false);
    }
  }

  /**
   * @private
   * @param {boolean} isLate
   */
  _show(isLate) {
    const message = this._message;
    setHidden(this.element, message === null);
    this.element.classList.toggle("warning", message?.severity === "warning");
    if (!message) {
      setText(this.element, "");
      return;
    }
    const sign = word(message.severity === "error" ? "errorSign" : "warningSign");
    const text = visible(`${sign}${message.text}`);
    if (this.element.textContent === text) return;
    setText(this.element, text);
    if (!isLate) return;
    announce(`${this._name} ${text}`);
    this._onShown();
  }
}
