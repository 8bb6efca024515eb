// A row of a sheet: its number, its cells, what can be done with it, what is said of it.

import { ListCell } from "./list-cell.js";
import { make, makeButton, setAttribute, setHidden, setText } from "./dom.js";
import { MessageView } from "./message.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** The row at a place of the list. */
export class ListRow {
  /**
   * @param {PageQuestion[]} columns
   * @param {Session} session
   */
  constructor(columns, session) {
    /** Its place in the list, from 0. */
    this.row = -1;
    /** @private */
    this._path = "";
    /** @private */
    this._session = session;
    /** @private */
    this._cells = columns.map((column) => new ListCell(column, session));
    /** @private */
    this._number = make("th", { class: "row-number", scope: "row" });
    /** @private */
    this._menuButton = makeButton("⋯", () => this._toggleMenu(), { "aria-expanded": "false" });
    /** @private */
    this._menu = make("div", { class: "row-tools", hidden: true });
    /** @private @type {{up: HTMLButtonElement, down: HTMLButtonElement}|null} */
    this._moves = null;
    /** @private */
    this._message = new MessageView(null, () => false);
    this.element = make("tr", { class: "row" },
      this._number, ...this._cells.map((cell) => cell.element),
      make("td", { class: "row-menu" }, this._menuButton));
    /** The row below it, for what is said of it and what can be done with it. */
    this.note = make("tr", { class: "row-note", hidden: true },
      make("td", { colspan: columns.length + 2 }, this._message.element, this._menu));
  }

  get target() { return this._cells[0]?.target ?? null; }

  /**
   * @param {string} path Of the list.
   * @param {PageQuestion[]} columns
   * @param {PageRow} row
   * @param {number} place From 0.
   * @param {number} count Of all rows.
   */
  update(path, columns, row, place, count) {
    if (place !== this.row || path !== this._path) {
      this.row = place;
      this._path = path;
      setText(this._number, String(place + 1));
      this._menuButton.setAttribute("aria-label", word("rowActionsOf", { number: place + 1 }));
    }
    this._cells.forEach((cell, index) =>
      cell.update(`${path}[${place}]`, columns[index], row.cells[index], place));
    const message = row.message ?? null;
    this._message.update(message, "");
    setHidden(this.note, message === null && this._menu.hidden);
    if (this._moves) {
      this._moves.up.disabled = place === 0;
      this._moves.down.disabled = place === count - 1;
    }
    setAttribute(this.element, "data-message", message?.severity ?? null);
  }

  /** @param {string|null} member */
  find(member) {
    return this._cells.find((cell) => cell.member === member)?.target ?? this.target;
  }

  remove() {
    this.element.remove();
    this.note.remove();
  }

  /** @private */
  _toggleMenu() {
    const isOpen = this._menu.hidden;
    if (isOpen && !this._moves) this._buildMenu();
    this._showMenu(isOpen);
    const first = this._menu.querySelector("button:enabled");
    if (isOpen && first instanceof HTMLElement) first.focus();
  }

  /**
   * @private
   * @param {boolean} isOpen
   */
  _showMenu(isOpen) {
    this._menu.hidden = !isOpen;
    this._menuButton.setAttribute("aria-expanded", String(isOpen));
    setHidden(this.note, !isOpen && !this._message.isShown);
  }

  /** @private */
  _buildMenu() {
    const { _session: session } = this;
    const move = (/** @type {number} */ step) => () => {
      const { _path: path, row } = this;
      session.edit({ kind: "moveRow", path, row, to: row + step });
      this._goTo(row + step, ".row-menu > button");
    };
    const up = makeButton(word("moveUp"), move(-1));
    const down = makeButton(word("moveDown"), move(1));
    const copy = makeButton(word("copyRow"), () => {
      const { _path: path, row } = this;
      session.edit({ kind: "copyRow", path, row });
      this._goTo(row + 1, "[data-cell]");
    });
    const remove = makeButton(word("removeRow"), () => {
      const { _path: path, row } = this;
      session.edit({ kind: "removeRow", path, row });
      this._goTo(row, ".row-menu > button");
    }, { class: "danger" });
    this._moves = { up, down };
    up.disabled = this.row === 0;
    this._menu.append(up, down, copy, remove);
    this._menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this._showMenu(false);
      this._menuButton.focus();
    });
  }

  /**
   * After a change of the order: closes the menu and follows what was acted on.
   *
   * @private
   * @param {number} place
   * @param {string} selector
   */
  _goTo(place, selector) {
    const body = this.element.parentElement ?? document.querySelector(".sheet tbody");
    this._showMenu(false);
    const rows = body?.querySelectorAll(":scope > .row") ?? [];
    const shown = Array.from(rows).findIndex((row) => row === this.element);
    const last = rows.length - 1;
    const row = rows[shown < 0 ? last : Math.min(shown + place - this.row, last)];
    const target = row?.querySelector(selector);
    if (target instanceof HTMLElement) target.focus();
  }
}
