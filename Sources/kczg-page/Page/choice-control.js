// One of several, with a way back to nothing chosen: radio buttons, or a menu where they are many
// or in a table.

import { make, Memo, visible } from "./dom.js";
import { word } from "./words.js";

/**
 * What can be chosen; for a flag the page has the words.
 *
 * @param {PageQuestion} question
 * @returns {PageChoice[]}
 */
export function choicesOf(question) {
  if (question.type !== "flag" || question.choices.length) return question.choices;
  return [{ code: "yes", label: word("yes") }, { code: "no", label: word("no") }];
}

/** A menu. */
export class MenuControl {
  /** @param {(code: string) => void} choose */
  constructor(choose, /** @type {string|null} */ id = null) {
    this.target = make("select", { id, class: "input menu" });
    /** @type {HTMLElement} */
    this.element = this.target;
    /** @private */
    this._memo = new Memo();
    this.target.addEventListener("change", () => choose(this.target.value));
  }

  /**
   * @param {PageQuestion} question
   * @param {PageAnswer} answer
   */
  update(question, answer) {
    const choices = choicesOf(question);
    const { entered } = answer;
    const value = entered ?? answer.value ?? "";
    if (this._memo.differs("choices", [choices, entered])) {
      const options = [{ code: "", label: word("unanswered") }, ...choices];
      // What was written and is none of them stays to be seen.
      if (entered && !choices.some(({ code }) => code === entered)) {
        options.push({ code: entered, label: entered });
      }
      this.target.replaceChildren(
        ...options.map(({ code, label }) => make("option", { value: code, dir: "auto" }, label)));
      this.target.value = value;
    }
    if (this.target.value !== value) this.target.value = value;
  }

  isBusy() { return false; }
}

/** Radio buttons. */
export class RadioControl {
  /**
   * @param {(code: string) => void} choose
   * @param {string} name Of the group.
   */
  constructor(choose, name) {
    this.element = make("div", { class: "choices" });
    /** @private */
    this._choose = choose;
    /** @private */
    this._name = name;
    /** @private @type {HTMLInputElement[]} */
    this._inputs = [];
    /** @private */
    this._entered = make("p", { class: "entered", hidden: true });
    /** @private */
    this._memo = new Memo();
  }

  /** The one that is chosen takes the focus. */
  get target() { return this._inputs.find((input) => input.checked) ?? this._inputs[0]; }

  /**
   * @param {PageQuestion} question
   * @param {PageAnswer} answer
   */
  update(question, answer) {
    const choices = choicesOf(question);
    if (this._memo.differs("choices", choices)) this._build(choices);
    const value = answer.value ?? "";
    for (const input of this._inputs) {
      const isChecked = answer.entered === null && input.value === value;
      if (input.checked !== isChecked) input.checked = isChecked;
    }
    this._entered.hidden = answer.entered === null;
    if (answer.entered !== null) {
      this._entered.textContent = word("entered", { value: visible(answer.entered) });
    }
  }

  isBusy() { return false; }

  /**
   * @private
   * @param {PageChoice[]} choices
   */
  _build(choices) {
    const labels = [...choices, { code: "", label: word("unanswered") }].map(({ code, label }) => {
      const input = make("input", { type: "radio", name: this._name, value: code });
      input.addEventListener("change", () => this._choose(code));
      const name = make("span", { dir: "auto" }, label);
      const style = code ? "choice" : "choice none";
      return { input, label: make("label", { class: style }, input, name) };
    });
    this._inputs = labels.map(({ input }) => input);
    this.element.replaceChildren(...labels.map(({ label }) => label), this._entered);
  }
}
