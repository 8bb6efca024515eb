// What comes first: the fields that decide which rules are checked, and the stages of those.

import { FieldView } from "./field.js";
import { make, Memo } from "./dom.js";
import { Session } from "./session.js";
import { StageChoice } from "./stage-choice.js";
import { word } from "./words.js";

/** The part above the sections. */
export class FirstChoices {
  /** @param {Session} session */
  constructor(session) {
    /** @private */
    this._session = session;
    /** @private */
    this._memo = new Memo();
    /** @private @type {FieldView[]} */
    this._fields = [];
    /** @private */
    this._stages = new StageChoice(session);
    /** @private */
    this._body = make("div", { class: "fields" });
    this.element = make("section", { class: "card first", "aria-labelledby": "first.title" },
      make("div", { class: "section-head" },
        make("h2", { id: "first.title" }, word("firstChoices"))),
      this._body, this._stages.element);
  }

  /** @param {PageView} view */
  update({ choices, sections, stages }) {
    const fields = sections.flatMap((section) => section.fields);
    const chosen = choices.flatMap((path) => fields.filter((field) => field.path === path));
    if (this._memo.differs("fields", chosen.map(({ path, type }) => [path, type]))) {
      this._fields = chosen.map((field) => new FieldView(field, this._session));
      this._body.replaceChildren(...this._fields.map(({ element }) => element));
    }
    chosen.forEach((field, index) => this._fields[index].update(field));
    this._stages.update(stages);
  }

  /** @param {string} path */
  find(path) {
    return this._fields.find((field) => field.path === path) ?? null;
  }
}
