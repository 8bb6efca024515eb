// A question of the form: its words, its control, what is wrong with the answer, what it is for.

import { CodesControl } from "./codes-control.js";
import { MenuControl, RadioControl } from "./choice-control.js";
import { fieldId } from "./links.js";
import { ListControl } from "./list-control.js";
import { make, Memo, setAttribute, setHidden, setText } from "./dom.js";
import { MessageView } from "./message.js";
import { readingNotes, reasonLinks } from "./notes.js";
import { Session } from "./session.js";
import { TextControl } from "./text-control.js";
import { word } from "./words.js";

/** More choices than this make a menu. */
const radioLimit = 8;

/** A field, patched from view to view. */
export class FieldView {
  /**
   * @param {PageField} field
   * @param {Session} session
   */
  constructor(field, session) {
    this.path = field.path;
    /** @private */
    this._session = session;
    /** @private */
    this._memo = new Memo();
    const id = fieldId(field.path);
    /** @private @type {AnswerControl} */
    this._control = this._makeControl(field, id);
    /** @private */
    this._label = make("span", { class: "name", id: `${id}.name`, dir: "auto" });
    /** @private */
    this._wanted = make("span", { class: "tag wanted" });
    /** @private */
    this._help = make("div", { class: "help", id: `${id}.help` });
    /** @private */
    this._message = new MessageView(
      `${id}.message`, () => this._control.isBusy(), () => this._mark());
    /** @private */
    this._unit = make("span", { class: "unit", id: `${id}.unit` });
    /** @private */
    this._none = make("input", { type: "checkbox" });
    /** @private */
    this._noneName = make("span", {});
    /** @private */
    this._noneChoice = make(
      "label", { class: "choice none", hidden: true }, this._none, this._noneName);
    this._none.addEventListener("change", () => void session.edit(
      { kind: "none", path: field.path, isChosen: this._none.checked }));
    /** @private */
    this._reasons = make("p", { class: "reasons" });
    /** @private */
    this._readings = make("div", { class: "readings" });
    this.element = this._assemble(field, id);
  }

  /** What takes the focus. */
  get target() { return this._control.target; }

  get hasFocus() { return this.element.contains(document.activeElement); }

  /** @param {PageField} field */
  update(field) {
    setText(this._label, field.label);
    const isNumber = field.type === "count" || field.type === "quantity";
    setText(this._unit, isNumber ? field.unit ?? "" : "");
    setText(this._wanted, field.isWanted ? word("wanted") : "");
    setHidden(this._wanted, !field.isWanted);
    if (this._memo.differs("help", [field.question, field.hints])) this._showHelp(field);
    if (this._memo.differs("reasons", field.reasons)) this._showReasons(field);
    if (this._memo.differs("readings", field.readings)) this._showReadings(field);
    this._control.update(field, field);
    this._showNone(field);
    this._message.update(field.message, field.label);
    this._mark();
  }

  /** @private */
  _mark() {
    const { isError } = this._message;
    this.element.classList.toggle("is-wrong", isError);
    for (const input of this._described()) {
      setAttribute(input, "aria-invalid", isError ? "true" : null);
    }
  }

  /**
   * The place of a row or a cell of a list.
   *
   * @param {number} row
   * @param {string|null} member
   * @returns {HTMLElement|null}
   */
  find(row, member) {
    return this._control instanceof ListControl ? this._control.find(row, member) : this.target;
  }

  /**
   * @private
   * @param {PageField} field
   * @param {string} id
   * @returns {AnswerControl}
   */
  _makeControl(field, id) {
    const { path } = field;
    const choose = (/** @type {string} */ code) =>
      void this._session.edit({ kind: "answer", path, entered: code });
    switch (field.type) {
      case "list": return new ListControl(field, this._session);
      case "codes":
        return new CodesControl((codes) => void this._session.edit({ kind: "codes", path, codes }));
      case "flag": return new RadioControl(choose, id);
      case "code":
        return field.choices.length > radioLimit
          ? new MenuControl(choose, id) : new RadioControl(choose, id);
      default: {
        const shape = { text: "text", texts: "entries" }[/** @type {string} */ (field.type)];
        return new TextControl({
          type: (text) => this._session.type({ kind: "answer", path, entered: text }),
          leave: () => this._leave(path),
        }, /** @type {"line"|"text"|"entries"} */ (shape ?? "line"), id);
      }
    }
  }

  /**
   * @private
   * @param {string} path
   */
  _leave(path) {
    const isTaken = this._session.hasTaken(path);
    this._session.history.closeGroup();
    // After the input is no longer busy, what was held back is shown.
    setTimeout(() => this._session.refresh());
    return isTaken;
  }

  /**
   * @private
   * @param {PageField} field
   * @param {string} id
   */
  _assemble(field, id) {
    const control = this._control;
    const isSingle = control instanceof TextControl || control instanceof MenuControl;
    const label = [this._label, this._wanted];
    const body = make("div", { class: "control" }, control.element, this._unit);
    if (control instanceof TextControl) body.append(control.readAs);
    const none = field.type === "text" ? [this._noneChoice] : [];
    const rest = [
      this._help, this._message.element, body, ...none, this._readings, this._reasons,
    ];
    const attributes = { class: `field type-${field.type}`, "data-path": field.path };
    for (const input of this._described()) {
      input.setAttribute("aria-describedby", `${id}.help ${id}.unit ${id}.message`);
    }
    if (isSingle) {
      return make("div", attributes, make("label", { class: "label", for: id }, ...label), ...rest);
    }
    if (control instanceof ListControl) {
      return make("div", { ...attributes, id, role: "group", "aria-labelledby": `${id}.name` },
        make("p", { class: "label" }, ...label), ...rest);
    }
    return make("fieldset", { ...attributes, id, "aria-describedby": `${id}.help ${id}.message` },
      make("legend", { class: "label" }, ...label), ...rest);
  }

  /** @private Inputs that the field's texts belong to. */
  _described() {
    const control = this._control;
    return control instanceof TextControl || control instanceof MenuControl ? [control.target] : [];
  }

  /**
   * @private
   * @param {PageField} field
   */
  _showNone({ none }) {
    setHidden(this._noneChoice, !none);
    if (!none) return;
    setText(this._noneName, none.label);
    if (this._none.checked !== none.isChosen) this._none.checked = none.isChosen;
  }

  /**
   * @private
   * @param {PageField} field
   */
  _showHelp({ question, hints }) {
    this._help.replaceChildren(
      ...(question ? [make("p", { class: "question", dir: "auto" }, question)] : []),
      ...hints.map((hint) => make("p", { class: "hint", dir: "auto" }, hint)));
  }

  /**
   * @private
   * @param {PageField} field
   */
  _showReasons({ reasons }) {
    setHidden(this._reasons, reasons.length === 0);
    this._reasons.replaceChildren(...reasonLinks(reasons));
  }

  /**
   * @private
   * @param {PageField} field
   */
  _showReadings({ readings }) {
    this._readings.replaceChildren(...readingNotes(readings));
  }
}
