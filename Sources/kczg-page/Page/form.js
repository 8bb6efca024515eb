// The form: what is to be checked, then the sections in the order of the official form.

import { FirstChoices } from "./first-choices.js";
import { Memo } from "./dom.js";
import { SectionView } from "./section.js";
import { Session } from "./session.js";
import { setFieldFinder } from "./links.js";

/** All of the form in one element of the page. */
export class FormView {
  /**
   * @param {HTMLElement} element
   * @param {Session} session
   */
  constructor(element, session) {
    /** @private */
    this._element = element;
    /** @private */
    this._session = session;
    /** @private @type {SectionView[]} */
    this._sections = [];
    /** @private */
    this._memo = new Memo();
    /** @private */
    this._first = new FirstChoices(session);
    setFieldFinder((path) => this.find(path));
  }

  /** @param {PageView} view */
  update(view) {
    this._first.update(view);
    const sections = view.sections.map((section) => ({
      ...section, fields: section.fields.filter(({ path }) => !view.choices.includes(path)),
    }));
    if (this._memo.differs("sections", view.sections.map(({ id }) => id))) {
      const known = this._sections;
      this._sections = view.sections.map((section) =>
        known.find(({ id }) => id === section.id) ?? new SectionView(section, this._session));
      this._element.replaceChildren(
        this._first.element, ...this._sections.map(({ element }) => element));
    }
    sections.forEach((section, index) => this._sections[index].update(section));
  }

  /**
   * What takes the focus for a path: a field, a row or a cell of a list, or what is around it.
   *
   * @param {string} path
   * @returns {HTMLElement|null}
   */
  find(path) {
    const [, list, row, member] = /^(.*?)\[(\d*)\](?:\.(.+))?$/.exec(path) ?? [];
    for (let name = list ?? path; name; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
      for (const section of [this._first, ...this._sections]) {
        const field = section.find(name);
        if (field) return list && row ? field.find(Number(row), member ?? null) : field.target;
      }
    }
    return null;
  }
}
