// What the columns of a sheet mean and what they are for, below it.

import { make, Memo, setHidden } from "./dom.js";
import { readingNotes, reasonLinks } from "./notes.js";
import { word } from "./words.js";

/** A part that unfolds. */
export class ListHelp {
  constructor() {
    /** @private */
    this._memo = new Memo();
    /** @private */
    this._list = make("dl", {});
    this.element = make("details", { class: "list-help" },
      make("summary", {}, word("aboutColumns")), this._list);
  }

  /** @param {PageQuestion[]} columns */
  update(columns) {
    const told = columns.map(({ label, question, hints, readings, reasons, choices }) =>
      ({ label, question, hints, readings, reasons, choices }));
    if (!this._memo.differs("columns", told)) return;
    setHidden(this.element, columns.length === 0);
    this._list.replaceChildren(...columns.flatMap((column) => {
      const { label, question, hints, readings, reasons } = column;
      const names = column.choices.map((choice) => choice.label).join(word("listComma"));
      const texts = [question, ...hints, names && word("columnChoices", { names })];
      return [
        make("dt", { dir: "auto" }, label),
        make("dd", {},
          ...texts.flatMap((text) => text ? [make("p", { dir: "auto" }, text)] : []),
          ...readingNotes(readings),
          make("p", { class: "reasons" }, ...reasonLinks(reasons))),
      ];
    }));
  }
}
