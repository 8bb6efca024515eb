// What was found: the conclusion, what to do next, then clause by clause.

import { announce } from "./announcer.js";
import { ClauseView } from "./clause.js";
import { fieldLink } from "./links.js";
import { make, Memo, setHidden, setText } from "./dom.js";
import { word } from "./words.js";

/** So many steps are shown at first. */
const nextLimit = 8;

/** The panel beside the form. */
export class VerdictPanel {
  /** @param {HTMLElement} element */
  constructor(element) {
    /** @private */
    this._memo = new Memo();
    /** @private @type {Map<string, ClauseView>} */
    this._clauses = new Map();
    /** @private */
    this._headline = make("p", { class: "headline", dir: "auto" });
    /** @private */
    this._detail = make("p", { class: "detail", dir: "auto" });
    /** @private */
    this._conclusion = make("div", { class: "conclusion" }, this._headline, this._detail);
    /** @private */
    this._notes = make("ul", { class: "notes" });
    /** @private */
    this._steps = make("ol", { class: "steps" });
    /** @private */
    this._next = make("div", { class: "next" }, make("h3", {}, word("whatNext")), this._steps);
    /** @private */
    this._books = make("div", { class: "rulebooks" });
    element.replaceChildren(this._conclusion, this._next, this._notes, this._books);
  }

  /** @param {PageView} view */
  update(view) {
    this._conclusion.className = `conclusion ${view.verdict}`;
    setText(this._headline, view.headline);
    setText(this._detail, view.detail);
    announce(`${view.headline} ${view.detail}`);
    if (this._memo.differs("notes", view.notes)) {
      setHidden(this._notes, view.notes.length === 0);
      this._notes.replaceChildren(...view.notes.map((note) => make("li", { dir: "auto" }, note)));
    }
    if (this._memo.differs("next", view.next)) this._showNext(view);
    const shape = view.rulebooks.map((book) => ({
      ...book,
      stages: book.stages.map(({ label, note, clauses }) =>
        [label, note, clauses.map(({ key }) => key)]),
    }));
    if (this._memo.differs("books", shape)) this._showBooks(view);
    for (const book of view.rulebooks) {
      for (const stage of book.stages) {
        for (const clause of stage.clauses) this._clauses.get(clause.key)?.update(clause);
      }
    }
  }

  /**
   * @private
   * @param {PageView} view
   */
  _showNext({ next }) {
    setHidden(this._next, next.length === 0);
    const items = next.map(({ text, path }) =>
      make("li", { dir: "auto" }, path ? fieldLink(path, text) : text));
    const more = items.slice(nextLimit);
    this._steps.replaceChildren(...items.slice(0, nextLimit));
    this._next.querySelector("details")?.remove();
    if (!more.length) return;
    this._next.append(make("details", {},
      make("summary", {}, word("moreSteps", { count: more.length })),
      make("ol", { class: "steps", start: nextLimit + 1 }, ...more)));
  }

  /**
   * @private
   * @param {PageView} view
   */
  _showBooks({ rulebooks }) {
    const known = this._clauses;
    this._clauses = new Map();
    this._books.replaceChildren(...rulebooks.map((book) => make("section", { class: "rulebook" },
      make("h3", { dir: "auto" }, book.title),
      ...book.origin.map((line) => make("p", { class: "origin", dir: "auto" }, line)),
      // Of a single one it is the conclusion above.
      ...(rulebooks.length > 1 ? [make("p", { class: `outcome ${book.verdict}`, dir: "auto" },
        make("span", { class: "mark" }, book.outcome), ` ${book.counts}`)] : []),
      ...book.stages.flatMap(({ label, note, clauses }) => [
        make("h4", { dir: "auto" }, label),
        ...(note ? [make("p", { class: "hint", dir: "auto" }, note)] : []),
        ...clauses.map((clause) => {
          const view = known.get(clause.key) ?? new ClauseView();
          this._clauses.set(clause.key, view);
          return view.element;
        }),
      ]),
      ...folded("howRead", book.readings), ...folded("notChecked", book.notChecked))));
  }
}

/**
 * @param {string} title A key of the words.
 * @param {string[]} lines
 */
function folded(title, lines) {
  if (!lines.length) return [];
  return [make("details", { class: "more" }, make("summary", {}, word(title)),
    make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, line))))];
}
