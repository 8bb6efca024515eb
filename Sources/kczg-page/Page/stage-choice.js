// Which stages of the programme are checked.

import { make, Memo } from "./dom.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** A box a stage. */
export class StageChoice {
  /** @param {Session} session */
  constructor(session) {
    /** @private */
    this._session = session;
    /** @private */
    this._memo = new Memo();
    /** @private @type {HTMLInputElement[]} */
    this._inputs = [];
    /** @private */
    this._choices = make("div", { class: "choices in-a-row" });
    this.element = make("fieldset", { class: "field stages" },
      make("legend", { class: "label" }, word("stages")),
      make("p", { class: "hint" }, word("stagesHint")), this._choices);
  }

  /** @param {PageStage[]} stages */
  update(stages) {
    if (this._memo.differs("stages", stages.map(({ code, label }) => [code, label]))) {
      this._inputs = stages.map(({ code }) => {
        const input = make("input", { type: "checkbox", value: code });
        input.addEventListener("change", () => this._chosen());
        return input;
      });
      this._choices.replaceChildren(...stages.map(({ label }, index) =>
        make("label", { class: "choice" }, this._inputs[index], make("span", {}, label))));
    }
    stages.forEach(({ isChosen }, index) => { this._inputs[index].checked = isChosen; });
  }

  /** @private */
  _chosen() {
    this._session.setStages(
      this._inputs.filter(({ checked }) => checked).map(({ value }) => value));
  }
}
