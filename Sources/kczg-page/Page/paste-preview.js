// The table that shows how pasted cells were understood.

import { make, Memo, setText } from "./dom.js";
import { word } from "./words.js";

/** So many rows are shown, those with problems first. */
const previewLength = 60;

/** Columns with what each of them is, rows with what each cell becomes. */
export class PastePreviewTable {
  /** @param {(columns: (string|null)[]) => void} choose */
  constructor(choose) {
    /** @private */
    this._choose = choose;
    /** @private */
    this._memo = new Memo();
    /** @private @type {HTMLSelectElement[]} */
    this._menus = [];
    /** @private */
    this._head = make("tr");
    /** @private */
    this._body = make("tbody");
    /** @private */
    this._more = make("p", { class: "hint" });
    const attributes = {
      class: "sheet-scroll", tabindex: 0, role: "group", "aria-label": word("preview"),
    };
    this.element = make("div", {},
      make("div", attributes,
        make("table", { class: "sheet preview" }, make("thead", {}, this._head), this._body)),
      this._more);
  }

  /** @param {PastePreview} preview */
  update(preview) {
    const { columns, members, rows } = preview;
    if (this._memo.differs("columns", [columns.map(({ title }) => title), members])) {
      this._showHead(preview);
    }
    columns.forEach(({ member }, index) => { this._menus[index].value = member ?? ""; });
    const numbered = rows.map(({ cells }, index) => ({ cells, number: index + 1 }));
    const hasProblem = (/** @type {typeof numbered[0]} */ { cells }) =>
      cells.some(({ problem }) => problem !== null);
    const shown = [...numbered.filter(hasProblem), ...numbered.filter((row) => !hasProblem(row))]
      .slice(0, previewLength);
    this._body.replaceChildren(...shown.map(({ cells, number }) =>
      make("tr", {}, make("th", { scope: "row", class: "row-number" }, String(number)),
        ...cells.map((cell, index) => previewCell(cell, columns[index]?.member ?? null)))));
    setText(this._more,
      rows.length > shown.length ? word("previewMore", { count: rows.length - shown.length }) : "");
  }

  /**
   * @private
   * @param {PastePreview} preview
   */
  _showHead({ columns, members }) {
    const names = columns.map(({ title }, index) =>
      title || word("columnNumber", { number: index + 1 }));
    this._menus = names.map((name) => {
      const menu = make("select", { class: "input", "aria-label": word("columnIs", { name }) },
        make("option", { value: "" }, word("columnIgnored")),
        ...members.map(({ path, label }) => make("option", { value: path }, label)));
      menu.addEventListener("change", () =>
        this._choose(this._menus.map(({ value }) => value || null)));
      return menu;
    });
    this._head.replaceChildren(
      make("th", { class: "row-number", scope: "col" }, word("rowNumber")),
      ...names.map((name, index) =>
        make("th", { scope: "col" },
          make("span", { class: "title", dir: "auto" }, name), this._menus[index])));
  }
}

/**
 * @param {{typed: string, shown: string|null, problem: string|null}} cell
 * @param {string|null} member
 */
function previewCell({ typed, shown, problem }, member) {
  const text = shown ?? typed;
  const isChanged = shown !== null && shown !== typed && typed !== "";
  const style = problem ? "is-wrong" : member === null ? "is-ignored" : null;
  return make("td", { class: style, dir: "auto" },
    text,
    isChanged ? make("small", { class: "typed" }, word("pastedAs", { value: typed })) : null,
    problem ? make("p", { class: "message" }, problem) : null);
}
