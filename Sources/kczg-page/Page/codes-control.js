// Any number of several. None of them is an answer of its own; nothing ticked is no answer.

import { make, Memo, setText, visible } from "./dom.js";
import { word } from "./words.js";

/** Boxes to tick, with one for none of them. */
export class CodesControl {
  /** @param {(codes: string[]|null) => void} choose */
  constructor(choose) {
    this.element = make("div", { class: "choices" });
    /** @private */
    this._choose = choose;
    /** @private @type {HTMLInputElement[]} */
    this._inputs = [];
    /** @private */
    this._none = make("input", { type: "checkbox" });
    this._none.addEventListener("change", () => this._choose(this._none.checked ? [] : null));
    /** @private */
    this._status = make("p", { class: "status" });
    /** @private */
    this._memo = new Memo();
    /** @private What is there and has no box. @type {string[]} */
    this._others = [];
  }

  get target() { return this._inputs[0] ?? this._none; }

  /**
   * @param {PageQuestion} question
   * @param {PageAnswer} answer
   */
  update(question, answer) {
    if (this._memo.differs("choices", question.choices)) this._build(question.choices);
    const chosen = answer.codes ?? [];
    for (const input of this._inputs) {
      const isChecked = chosen.includes(input.value);
      if (input.checked !== isChecked) input.checked = isChecked;
    }
    this._others = chosen.filter((code) => !this._inputs.some(({ value }) => value === code));
    const isNone = answer.codes !== null && chosen.length === 0;
    if (this._none.checked !== isNone) this._none.checked = isNone;
    setText(this._status, statusText(answer, this._others));
  }

  isBusy() { return false; }

  /**
   * @private
   * @param {PageChoice[]} choices
   */
  _build(choices) {
    this._inputs = choices.map(({ code }) => {
      const input = make("input", { type: "checkbox", value: code });
      input.addEventListener("change", () => this._chosen());
      return input;
    });
    const labels = choices.map(({ label }, index) =>
      make("label", { class: "choice" },
        this._inputs[index], make("span", { dir: "auto" }, label)));
    this.element.replaceChildren(
      ...labels,
      make("label", { class: "choice none" }, this._none, make("span", {}, word("noneOfThese"))),
      this._status);
  }

  /** @private */
  _chosen() {
    const chosen = this._inputs.filter(({ checked }) => checked).map(({ value }) => value);
    const codes = [...chosen, ...this._others];
    this._choose(codes.length ? codes : null);
  }
}

/**
 * What the boxes alone do not say.
 *
 * @param {PageAnswer} answer
 * @param {string[]} others
 */
function statusText(answer, others) {
  if (answer.entered !== null) return word("entered", { value: visible(answer.entered) });
  if (answer.codes === null) return word("unanswered");
  return others.length ? word("otherCodes", { value: visible(others.join("、")) }) : "";
}

/**
 * What is chosen, in a few words.
 *
 * @param {PageQuestion} question
 * @param {PageAnswer} answer
 */
export function codesText(question, answer) {
  const { codes, entered } = answer;
  if (entered !== null) return entered;
  if (codes === null) return word("unanswered");
  if (!codes.length) return word("noneShort");
  return codes
    .map((code) => question.choices.find((choice) => choice.code === code)?.label ?? code)
    .join(word("listComma"));
}
