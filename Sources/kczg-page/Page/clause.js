// A clause of the verdict, which unfolds into its criteria.

import { clauseId, fieldLink } from "./links.js";
import { make, Memo, setText } from "./dom.js";
import { word } from "./words.js";

/** A clause, patched from view to view; what is in it is made when it is opened. */
export class ClauseView {
  constructor() {
    /** @private */
    this._memo = new Memo();
    /** @private */
    this._mark = make("span", { class: "mark" });
    /** @private */
    this._name = make("span", { class: "clause-name", dir: "auto" });
    /** @private */
    this._body = make("div", { class: "criteria" });
    /** @private @type {PageClause|null} */
    this._clause = null;
    this.element = make("details", { class: "clause" },
      make("summary", {}, this._mark, " ", this._name), this._body);
    this.element.addEventListener("toggle", () => this._showCriteria());
  }

  /** @param {PageClause} clause */
  update(clause) {
    this._clause = clause;
    const id = clauseId(clause.key);
    if (this.element.id !== id) this.element.id = id;
    const style = `clause ${clause.verdict}`;
    if (this.element.className !== style) this.element.className = style;
    setText(this._mark, clause.mark);
    setText(this._name, `${clause.citation} ${clause.title}`.trim());
    this._showCriteria();
  }

  /** @private */
  _showCriteria() {
    if (!this._clause || !this.element.open) return;
    const { criteria } = this._clause;
    if (this._memo.differs("criteria", criteria)) {
      this._body.replaceChildren(...criteria.map(criterionElement));
    }
  }
}

/** @param {PageCriterion} criterion */
function criterionElement(criterion) {
  const facts = [
    row("actual", criterion.actual), row("required", criterion.required),
    row("shortfall", criterion.shortfall), linkRow("missing", criterion.missing),
    linkRow("decidedBy", criterion.missing.length ? [] : criterion.facts),
  ];
  const notes = criterion.notes.map((note) => make("p", { class: "note", dir: "auto" }, note));
  return make("div", { class: `criterion ${criterion.verdict}` },
    make("p", { class: "requirement", dir: "auto" },
      make("span", { class: "mark" }, criterion.mark), ` ${criterion.requirement}`),
    make("dl", {}, ...facts.flat()),
    ...notes,
    criterion.reading
      ? make("p", { class: "reading", dir: "auto" },
        make("b", {}, word("reading")), ` ${criterion.reading}`)
      : null,
    criterion.proof.length
      ? make("p", { class: "proof", dir: "auto" },
        `${word("proof")} ${criterion.proof.join(word("listComma"))}`)
      : null,
    criterion.basis ? make("p", { class: "origin", dir: "auto" }, criterion.basis) : null);
}

/**
 * @param {string} name A key of the words.
 * @param {string|null} text
 */
function row(name, text) {
  return text === null ? [] : [make("dt", {}, word(name)), make("dd", { dir: "auto" }, text)];
}

/**
 * @param {string} name A key of the words.
 * @param {FieldLink[]} links
 */
function linkRow(name, links) {
  if (!links.length) return [];
  const items = links.map(({ path, label }) => make("li", {}, fieldLink(path, label)));
  return [make("dt", {}, word(name)), make("dd", {}, make("ul", { class: "links" }, ...items))];
}
