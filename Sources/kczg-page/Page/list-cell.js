// A cell of a sheet.

import { CodesButton } from "./codes-button.js";
import { make, setAttribute } from "./dom.js";
import { MenuControl } from "./choice-control.js";
import { MessageView } from "./message.js";
import { Session } from "./session.js";
import { TextControl } from "./text-control.js";
import { word } from "./words.js";

let cellCount = 0;

/** The answer of a column in a row. */
export class ListCell {
  /**
   * @param {PageQuestion} column
   * @param {Session} session
   */
  constructor(column, session) {
    this.member = column.path;
    /** @private */
    this._session = session;
    /** @private */
    this._path = "";
    /** @private */
    this._label = "";
    /** @private @type {AnswerControl} */
    this._control = this._makeControl(column);
    cellCount += 1;
    const id = `cell.${cellCount}.message`;
    /** @private */
    this._message = new MessageView(id, () => this._control.isBusy(), () => this._mark());
    this._control.target.setAttribute("aria-describedby", id);
    this.element = make("td", { class: `cell type-${column.type}`, dir: "auto" },
      this._control.element, this._message.element);
  }

  get target() { return this._control.target; }

  /**
   * @param {string} row The row's path.
   * @param {PageQuestion} column
   * @param {PageAnswer} answer
   * @param {number} place Of the row, from 0.
   */
  update(row, column, answer, place) {
    const path = `${row}.${column.path}`;
    const { target } = this._control;
    if (path !== this._path || column.label !== this._label) {
      this._path = path;
      this._label = column.label;
      target.setAttribute("data-cell", path);
      const name = word("cellName", { label: column.label, number: place + 1 });
      target.setAttribute("aria-label", name);
      this.element.setAttribute("data-label", column.label);
    }
    this._control.update(column, answer);
    this._message.update(answer.message, column.label);
    this._mark();
  }

  /** @private */
  _mark() {
    const { isError } = this._message;
    setAttribute(this._control.target, "aria-invalid", isError ? "true" : null);
  }

  /**
   * @private
   * @param {PageQuestion} column
   * @returns {AnswerControl}
   */
  _makeControl(column) {
    const session = this._session;
    switch (column.type) {
      case "flag":
      case "code":
        return new MenuControl((code) =>
          void session.edit({ kind: "answer", path: this._path, entered: code }));
      case "codes":
        return new CodesButton((codes) =>
          void session.edit({ kind: "codes", path: this._path, codes }));
      default:
        return new TextControl({
          type: (text) => session.type({ kind: "answer", path: this._path, entered: text }),
          leave: () => {
            const isTaken = session.hasTaken(this._path);
            session.history.closeGroup();
            setTimeout(() => session.refresh());
            return isTaken;
          },
        }, "line");
    }
  }
}
