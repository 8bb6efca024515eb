// A section of the form: its state, its fields; those that are not used are folded away in place.

import { FieldView } from "./field.js";
import { make, makeButton, Memo, setHidden, setText } from "./dom.js";
import { sectionId } from "./links.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** A section, patched from view to view. */
export class SectionView {
  /**
   * @param {PageSection} section
   * @param {Session} session
   */
  constructor(section, session) {
    this.id = section.id;
    /** @private */
    this._session = session;
    /** @private */
    this._memo = new Memo();
    /** @private @type {Map<string, FieldView>} */
    this._fields = new Map();
    /**
     * Headings that neighbours share, with the fields below.
     * @private @type {{element: HTMLElement, paths: string[]}[]}
     */
    this._groups = [];
    /** @private Whether what is not used was asked for. */
    this._isUnfolded = false;
    /** @private @type {PageSection} */
    this._section = section;
    /** @private */
    this._title = make("h2", { id: `${sectionId(section.id)}.title`, dir: "auto" });
    /** @private */
    this._summary = make("span", { class: "tag" });
    /** @private */
    this._body = make("div", { class: "fields" });
    /** @private */
    this._fold = makeButton("", () => this._toggle(), {
      class: "fold quiet", "aria-expanded": "false",
    });
    this.element = make("section",
      { class: "card form-section", id: sectionId(section.id), "aria-labelledby": this._title.id },
      make("div", { class: "section-head" }, this._title, this._summary), this._body, this._fold);
  }

  /** @param {PageSection} section */
  update(section) {
    this._section = section;
    setText(this._title, section.title);
    setText(this._summary, section.summary);
    setHidden(this.element, section.fields.length === 0);
    const isUsed = section.fields.some((field) => field.isUsed);
    this._summary.className = `tag state-${section.state}`;
    setHidden(this._summary, !isUsed);
    this.element.classList.toggle("is-unused", !isUsed);
    const shape = section.fields.map(({ path, type, group }) => [path, type, group]);
    if (this._memo.differs("shape", shape)) {
      this._build(section.fields);
    }
    for (const field of section.fields) this._fields.get(field.path)?.update(field);
    this._showFolding();
  }

  /**
   * The field itself, unfolded if need be.
   *
   * @param {string} path
   */
  find(path) {
    const view = this._fields.get(path);
    if (view?.element.hidden) this._toggle();
    return view ?? null;
  }

  /**
   * @private
   * @param {PageField[]} fields
   */
  _build(fields) {
    const known = this._fields;
    this._fields = new Map(fields.map((field) =>
      [field.path, known.get(field.path) ?? new FieldView(field, this._session)]));
    this._groups = [];
    const parts = [];
    let group = "";
    for (const { path, group: name } of fields) {
      if (name && name !== group) {
        const element = make("h3", { dir: "auto" }, name);
        this._groups.push({ element, paths: [] });
        parts.push(element);
      }
      group = name ?? "";
      if (group) this._groups[this._groups.length - 1].paths.push(path);
      const view = this._fields.get(path);
      if (view) parts.push(view.element);
    }
    this._body.replaceChildren(...parts);
  }

  /** @private */
  _toggle() {
    this._isUnfolded = !this._isUnfolded;
    this._showFolding();
  }

  /** @private */
  _showFolding() {
    const { fields } = this._section;
    const unused = fields.filter((field) => !field.isUsed);
    const hidden = new Set(this._isUnfolded ? [] : unused
      // Where one is just typing, or what is wrong, stays in sight.
      .filter((field) => !field.message && !this._fields.get(field.path)?.hasFocus)
      .map((field) => field.path));
    for (const field of fields) {
      const view = this._fields.get(field.path);
      if (!view) continue;
      setHidden(view.element, hidden.has(field.path));
      view.element.classList.toggle("is-unused", !field.isUsed);
    }
    for (const { element, paths } of this._groups) {
      setHidden(element, paths.every((path) => hidden.has(path)));
    }
    setHidden(this._fold, unused.length === 0);
    const { length: count } = unused;
    setText(this._fold, word(this._isUnfolded ? "foldUnused" : "unfoldUnused", { count }));
    this._fold.setAttribute("aria-expanded", String(this._isUnfolded));
  }
}
