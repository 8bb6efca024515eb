// An input that text is typed into. What a person is typing is never written over.

import { growLater } from "./growing.js";
import { make } from "./dom.js";
import { word } from "./words.js";

/**
 * Where typed texts go.
 * @typedef {object} TypingSink
 * @property {(text: string) => void} type What stands in the input now.
 * @property {() => boolean} leave The input is left; whether what was typed could be handed on.
 */

/** A single line, or several that grow with what is in them. */
export class TextControl {
  /**
   * @param {TypingSink} sink
   * @param {"line"|"text"|"entries"} shape One line; one that wraps; an entry a line.
   * @param {string|null} id
   */
  constructor(sink, shape, id = null) {
    /** @private */
    this._sink = sink;
    /** @private */
    this._shape = shape;
    const attributes = {
      id, class: "input", autocomplete: "off", spellcheck: "false", dir: "auto",
    };
    /** @type {HTMLInputElement|HTMLTextAreaElement} */
    this.target = shape === "line"
      ? make("input", { ...attributes, type: "text" })
      : make("textarea", { ...attributes, rows: 1, "data-rows": shape === "entries" ? 3 : 1 });
    /** @type {HTMLElement} */
    this.element = this.target;
    /** What the engine read, where that is not what was typed. */
    this.readAs = make("span", { class: "read-as", hidden: true });
    /** @private What the engine said last. */
    this._told = "";
    /** @private Whether it was typed into since it was entered. */
    this._isTyped = false;
    /** @private */
    this._isComposing = false;
    this._listen();
  }

  /**
   * @param {PageQuestion} _question
   * @param {PageAnswer} answer
   */
  update(_question, answer) {
    const text = answer.entered ?? answer.value ?? "";
    if (text !== this._told) {
      this._told = text;
      if (!this._isTyped) this._show();
    }
    this._showReading(answer.entered === null ? text : "");
  }

  isBusy() { return this._isTyped; }

  /** @private */
  _listen() {
    const { target } = this;
    target.addEventListener("compositionstart", () => { this._isComposing = true; });
    target.addEventListener("compositionend", () => this._typed());
    target.addEventListener("input", () => { if (!this._isComposing) this._typed(); });
    target.addEventListener("blur", () => this._left());
    target.addEventListener("keydown", (event) =>
      this._pressed(/** @type {KeyboardEvent} */ (event)));
  }

  /** @private */
  _typed() {
    this._isComposing = false;
    this._isTyped = true;
    if (this.target instanceof HTMLTextAreaElement) growLater(this.target);
    this._sink.type(this.target.value);
  }

  /** @private */
  _left() {
    if (this._isComposing) this._typed();
    if (!this._isTyped) return;
    const isTaken = this._sink.leave();
    this._isTyped = false;
    if (isTaken) this._show();
    this._showReading("");
  }

  /**
   * @private
   * @param {KeyboardEvent} event
   */
  _pressed(event) {
    // A new line in a name is a slip; with Shift it is meant.
    const isSlip = event.key === "Enter" && this._shape === "text" && !event.shiftKey;
    if (isSlip && !event.isComposing) event.preventDefault();
  }

  /** @private */
  _show() {
    // A line cannot show where others end; without a blank, words would run together.
    const shown =
      this._shape === "line" ? this._told.replace(/[\r\n]+/g, " ") : this._told;
    if (this.target.value !== shown) this.target.value = shown;
    if (this.target instanceof HTMLTextAreaElement) growLater(this.target);
  }

  /**
   * @private
   * @param {string} text
   */
  _showReading(text) {
    const isShown = this._isTyped && this._shape === "line" && text !== ""
      && text !== this.target.value.trim();
    if (this.readAs.hidden === isShown) this.readAs.hidden = !isShown;
    if (isShown) this.readAs.textContent = word("readAs", { value: text });
  }
}
