// The table of a list: its head, by which it is sorted, and its rows.

import { fieldId } from "./links.js";
import { ListRow } from "./list-row.js";
import { make, makeButton, Memo, setAttribute, setHidden } from "./dom.js";
import { moveInSheet } from "./list-keys.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** A table that is patched in place: a row stands for a place in the list, not for an entry. */
export class ListTable {
  /**
   * @param {string} path
   * @param {Session} session
   * @param {() => void} addRow After the last row.
   */
  constructor(path, session, addRow) {
    /** @private */
    this._path = path;
    /** @private */
    this._session = session;
    /** @private */
    this._memo = new Memo();
    /** @private @type {ListRow[]} */
    this._rows = [];
    /** @private The column it was sorted by last, until an entry changes. */
    this._sorted = { column: "", descending: false };
    /** @private */
    this._isSorting = false;
    /** @private @type {Map<string, HTMLElement>} */
    this._headings = new Map();
    /** @private */
    this._head = make("tr");
    /** @private */
    this._body = make("tbody");
    const table = make("table", { class: "sheet", "aria-labelledby": `${fieldId(path)}.name` },
      make("thead", {}, this._head), this._body);
    this.element = make("div", { class: "sheet-scroll", hidden: true }, table);
    table.addEventListener("keydown", (event) => moveInSheet(event, table, addRow));
  }

  get firstInput() { return this._rows[0]?.target ?? null; }

  /**
   * @param {PageField} field
   * @param {PageRow[]} rows Those that are shown.
   * @param {number} first The number of the first of them, from 0.
   */
  update(field, rows, first) {
    const columns = field.columns ?? [];
    setHidden(this.element, rows.length === 0);
    if (this._memo.differs("columns", columns.map(({ path, type }) => [path, type]))) {
      for (const row of this._rows.splice(0)) row.remove();
    }
    if (this._memo.differs("head", columns.map(({ path, label, unit }) => [path, label, unit]))) {
      this._showHead(columns);
    }
    for (const row of this._rows.splice(rows.length)) row.remove();
    while (this._rows.length < rows.length) {
      const row = new ListRow(columns, this._session);
      this._rows.push(row);
      this._body.append(row.element, row.note);
    }
    const count = field.rows?.length ?? 0;
    rows.forEach((row, index) =>
      this._rows[index].update(this._path, columns, row, first + index, count));
    this._forgetSorting(field);
    this._showSorting();
  }

  /**
   * @param {number} row
   * @param {string|null} member
   */
  find(row, member) {
    return this._rows.find((shown) => shown.row === row)?.find(member) ?? null;
  }

  /**
   * Takes a pasted cell into the one that has the focus, which need not be a text input.
   *
   * @param {string} text
   * @returns {boolean} whether one has it.
   */
  takePasted(text) {
    // For what is no input, Firefox gives a text in it as the target.
    const target = document.activeElement;
    const path = target?.getAttribute("data-cell");
    if (!path) return false;
    if (target instanceof HTMLInputElement) {
      target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
      target.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
    this._session.edit({ kind: "answer", path, entered: text.trim() });
    return true;
  }

  /**
   * @private
   * @param {PageQuestion[]} columns
   */
  _showHead(columns) {
    this._headings.clear();
    const headings = columns.map(({ path, label, unit }) => {
      const text = unit ? word("labelWithUnit", { label, unit }) : label;
      const button = makeButton(text, () => this._sort(path), {
        class: "sort", title: word("sortBy"),
      });
      const heading = make("th", { scope: "col" }, button);
      this._headings.set(path, heading);
      return heading;
    });
    this._head.replaceChildren(
      make("th", { class: "row-number", scope: "col" }, make("span", {}, word("rowNumber"))),
      ...headings,
      make("th", { class: "row-menu", scope: "col" },
        make("span", { class: "visually-hidden" }, word("rowActions"))));
  }

  /**
   * @private
   * @param {string} column
   */
  _sort(column) {
    const { _sorted: last } = this;
    const descending = last.column === column && !last.descending;
    this._sorted = { column, descending };
    this._isSorting = true;
    this._session.edit({ kind: "sort", path: this._path, column, descending });
    this._isSorting = false;
  }

  /**
   * After another change the order may be another.
   *
   * @private
   * @param {PageField} field
   */
  _forgetSorting({ columns = [], rows = [] }) {
    const index = columns.findIndex(({ path }) => path === this._sorted.column);
    if (index < 0) return;
    const values = rows.map(({ cells }) => [cells[index].value, cells[index].codes]);
    if (!this._memo.differs("order", values) || this._isSorting) return;
    this._sorted = { column: "", descending: false };
  }

  /** @private */
  _showSorting() {
    const { column, descending } = this._sorted;
    for (const [path, heading] of this._headings) {
      setAttribute(heading, "aria-sort",
        path !== column ? null : descending ? "descending" : "ascending");
    }
  }
}
