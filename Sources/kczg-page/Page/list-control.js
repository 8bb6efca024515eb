// A list as a sheet: what is declared of it, its buttons, its rows a page at a time.

import { ListHelp } from "./list-help.js";
import { ListTable } from "./list-table.js";
import { make, makeButton, Memo, setHidden, setText } from "./dom.js";
import { openPasteDialog } from "./paste-dialog.js";
import { pastedBlock } from "./pasted.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** A longer list is shown in pages of so many rows. */
const pageLength = 100;

/** The control of a field of type list. */
export class ListControl {
  /**
   * @param {PageField} field
   * @param {Session} session
   */
  constructor(field, session) {
    /** @private */
    this._session = session;
    /** @private */
    this._field = field;
    /** @private The first row that is shown. */
    this._first = 0;
    /** @private */
    this._memo = new Memo();
    /** @private */
    this._table = new ListTable(field.path, session, () => this._addRow());
    /** @private */
    this._status = make("p", { class: "list-status", "aria-live": "polite" });
    /** @private */
    this._add = makeButton(word("addRow"), () => this._addRow());
    /** @private */
    this._paste = makeButton(word("pasteTable"), () => this._openPaste(""));
    /** @private */
    this._complete = makeButton("", () => this._toggleComplete(), { class: "declare" });
    /** @private */
    this._clear = makeButton(word("clearList"), () => this._clearRows(), { class: "quiet" });
    /** @private */
    this._pager = make("p", { class: "pager", hidden: true });
    /** @private */
    this._help = new ListHelp();
    const tools = make(
      "div", { class: "tools" }, this._add, this._paste, this._complete, this._clear);
    this.element = make("div", { class: "list" },
      this._status, this._table.element, this._pager, tools, this._help.element);
    this.element.addEventListener("paste", (event) => this._pasted(event));
  }

  get target() { return this._table.firstInput ?? this._add; }

  isBusy() { return false; }

  /** @param {PageQuestion} question */
  update(question) {
    const field = /** @type {PageField} */ (question);
    this._field = field;
    const rows = field.rows ?? [];
    const isEmpty = rows.length === 0;
    const isComplete = field.isComplete ?? false;
    if (this._first >= rows.length) this._turnTo(Math.max(0, rows.length - 1));
    setText(this._status, isEmpty
      ? (isComplete ? field.emptyWord ?? "" : word("unanswered"))
      : word(isComplete ? "countComplete" : "countOpen", { count: field.count ?? "" }));
    this._status.classList.toggle("is-complete", isComplete);
    const declaration = isEmpty ? field.emptyWord || word("none") : word("listDone");
    setText(this._complete, isComplete ? word("continueList") : declaration);
    setHidden(this._clear, isEmpty);
    this._table.update(field, rows.slice(this._first, this._first + pageLength), this._first);
    this._help.update(field.columns ?? []);
    if (this._memo.differs("pager", [rows.length, this._first])) this._showPager(rows.length);
  }

  /**
   * @param {number} row
   * @param {string|null} member
   */
  find(row, member) {
    this._turnTo(row);
    this.update(this._field);
    return this._table.find(row, member) ?? this.target;
  }

  /**
   * @private
   * @param {number} row
   */
  _turnTo(row) {
    this._first = row - (row % pageLength);
  }

  /** @private */
  _addRow() {
    this._session.edit({ kind: "addRow", path: this._field.path });
    this.find((this._field.rows?.length ?? 1) - 1, null)?.focus();
  }

  /** @private */
  _clearRows() {
    this._session.edit({ kind: "clear", path: this._field.path });
    this._add.focus();
  }

  /** @private */
  _toggleComplete() {
    const { path, isComplete } = this._field;
    this._session.edit({ kind: "complete", path, isComplete: !isComplete });
  }

  /**
   * A block of cells goes to the preview; a single cell into the one where it is pasted.
   *
   * @private
   * @param {ClipboardEvent} event
   */
  _pasted(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const block = pastedBlock(text);
    if (block.isBlock) {
      event.preventDefault();
      this._openPaste(text);
    } else if (this._table.takePasted(block.cell)) {
      event.preventDefault();
    }
  }

  /**
   * @private
   * @param {string} pasted
   */
  async _openPaste(pasted) {
    const before = this._field.rows?.length ?? 0;
    const isPasted = await openPasteDialog(this._session, this._field, pasted);
    if (isPasted) this.find(before, null)?.focus();
  }

  /**
   * @private
   * @param {number} count
   */
  _showPager(count) {
    const isLong = count > pageLength;
    setHidden(this._pager, !isLong);
    if (!isLong) return;
    const last = Math.min(this._first + pageLength, count);
    const turn = (/** @type {number} */ row) => {
      this._turnTo(row);
      this.update(this._field);
    };
    this._pager.replaceChildren(
      makeButton(word("pageBefore"), () => turn(this._first - pageLength), {
        disabled: this._first === 0,
      }),
      make("span", {}, word("pageRows", { first: this._first + 1, last, count })),
      makeButton(word("pageAfter"), () => turn(last), { disabled: last === count }));
  }
}
