// Several of several in a cell: a button that says what is chosen and opens the boxes.

import { CodesControl, codesText } from "./codes-control.js";
import { makeButton, setText } from "./dom.js";
import { openDialog } from "./dialog.js";
import { word } from "./words.js";

/** A button in the place of a box a choice. */
export class CodesButton {
  /** @param {(codes: string[]|null) => void} choose */
  constructor(choose) {
    this.target = makeButton("", () => this._open(), {
      class: "input codes", "aria-haspopup": "dialog",
    });
    /** @type {HTMLElement} */
    this.element = this.target;
    /** @private */
    this._choose = choose;
    /** @private @type {CodesControl|null} */
    this._opened = null;
    /** @private @type {[PageQuestion, PageAnswer]|null} */
    this._shown = null;
  }

  /**
   * @param {PageQuestion} question
   * @param {PageAnswer} answer
   */
  update(question, answer) {
    this._shown = [question, answer];
    const text = codesText(question, answer);
    setText(this.target, text);
    this.target.classList.toggle("is-unanswered", answer.codes === null && answer.entered === null);
    // The name of the button is the cell's; what is chosen belongs to it.
    this.target.title = text;
    this._opened?.update(question, answer);
  }

  isBusy() { return false; }

  /** @private */
  async _open() {
    if (!this._shown) return;
    const [question, answer] = this._shown;
    const control = new CodesControl(this._choose);
    control.update(question, answer);
    this._opened = control;
    await openDialog({
      title: this.target.getAttribute("aria-label") ?? question.label,
      body: [control.element],
      buttons: [{ name: "done", text: word("done"), isMain: true }],
      focus: control.target,
    });
    this._opened = null;
  }
}
