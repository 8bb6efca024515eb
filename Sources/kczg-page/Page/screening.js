// For a recommending unit: many applications at once, each to be opened in the form.

import { byId, make, makeButton, Memo, setHidden, setText } from "./dom.js";
import { chooseFiles } from "./choose-files.js";
import { documentFrame, printFrame } from "./document-frame.js";
import { download } from "./download.js";
import { fileName } from "./file-name.js";
import { openRead, tellUnread } from "./open-file.js";
import { readFile, recoded } from "./read-file.js";
import { Session } from "./session.js";
import { StageChoice } from "./stage-choice.js";
import { tell } from "./notices.js";
import { word } from "./words.js";

/** Files with an application a line. */
const lineFiles = /\.(ndjson|jsonl)$/i;

/** @param {string} name */
export function isLineFile(name) {
  return lineFiles.test(name);
}

/** The part of the page in the place of the form. */
export class Screening {
  /**
   * @param {Session} session
   * @param {(part: "form"|"screening") => void} turnTo
   */
  constructor(session, turnTo) {
    /** @private */
    this._session = session;
    /** @private */
    this._turnTo = turnTo;
    /** @private */
    this._stages = new StageChoice(session);
    /** @private */
    this._memo = new Memo();
    /** @private @type {ScreenPart[]} */
    this._parts = [];
    /** @private @type {HTMLIFrameElement|null} */
    this._frame = null;
    /** @private */
    this._files = make("p", { class: "status", role: "status" });
    /** @private */
    this._recode = makeButton("", () => this._recodeAll());
    /** @private */
    this._list = make("tbody");
    /** @private */
    this._document = make("div", {});
    /** @private */
    this._results = make("div", { hidden: true });
    this.build();
  }

  /** Writes all words, in the language that is chosen. */
  build() {
    this._stages = new StageChoice(this._session);
    setText(this._recode, word("recodeAll"));
    const headings = ["number", "candidate", "base", "outcome", "place"];
    this._results.replaceChildren(
      make("div", { class: "tools" },
        makeButton(word("print"), () => { if (this._frame) printFrame(this._frame); }),
        makeButton(word("saveAsHTML"), () => this._save("html", ".html", "text/html")),
        makeButton(word("saveAsCSV"), () => this._save("csv", ".csv", "text/csv"))),
      make("h3", {}, word("candidates")),
      make("div", { class: "scroll" }, make("table", { class: "plain" },
        make("thead", {}, make("tr", {},
          ...headings.map((key) => make("th", { scope: "col" }, word(key))), make("td"))),
        this._list)),
      make("h3", {}, word("screenDocument")), this._document);
    byId("screening").replaceChildren(
      make("div", { class: "section-head" },
        make("h2", { id: "screening.title", tabindex: -1 }, word("screening")),
        makeButton(word("backToForm"), () => this._turnTo("form"))),
      make("p", {}, word("screeningHint")),
      make("div", { class: "tools" },
        makeButton(word("chooseApplications"), () =>
          chooseFiles(".json,.ndjson,.jsonl,.txt", true, (files) => void this.add(files, false))),
        makeButton(word("chooseRecommender"), () =>
          chooseFiles(".json,.txt", false, (files) => void this.add(files, true))),
        makeButton(word("clearFiles"), () => this._clear(), { class: "quiet" })),
      this._files, this._recode, this._stages.element, this._results);
  }

  /**
   * After a change of the stages or the language everything is checked anew, as soon as it is
   * looked at.
   *
   * @param {PageView} view
   */
  update({ stages }) {
    this._stages.update(stages);
    if (!byId("screening").hidden && this._memo.differs("stages", stages)) this.show();
  }

  /**
   * @param {File[]} files
   * @param {boolean} areRecommenders
   */
  async add(files, areRecommenders) {
    for (const file of files) {
      try {
        const read = await readFile(file);
        if (areRecommenders) this._parts = this._parts.filter(({ kind }) => !kind);
        this._parts.push({
          ...read,
          ...(areRecommenders && { kind: "recommender" }),
          ...(isLineFile(read.name) && { isLines: true }),
        });
      } catch (error) {
        tellUnread(error, file.name);
      }
    }
    this.show();
  }

  /** Checks what is there and shows what was found. */
  show() {
    const parts = this._parts;
    const applications = parts.filter(({ kind }) => !kind);
    const recommender = parts.find(({ kind }) => kind)?.name;
    setText(this._files, !parts.length ? word("noFiles")
      : word("filesChosen", { count: applications.length })
        + (recommender ? ` ${word("recommenderChosen", { name: recommender })}` : ""));
    setHidden(this._recode, !parts.some((part) => recoded(part) !== null));
    setHidden(this._results, applications.length === 0);
    if (!applications.length) return;
    const candidates = this._session.ask((operations) => operations.candidates(parts));
    const html = this._session.ask((operations) => operations.screen(parts, "html"));
    this._list.replaceChildren(...(candidates ?? []).map((candidate) => this._row(candidate)));
    this._frame = html && documentFrame(html, word("screenDocument"));
    this._document.replaceChildren(...(this._frame ? [this._frame] : []));
  }

  /**
   * @private
   * @param {ScreenedCandidate} candidate
   */
  _row({ number, name, base, outcome, mark, part, line, text }) {
    const { name: file = "", isLines = false } = this._parts[part] ?? {};
    const place = line === null || !isLines ? file : `${file}:${line}`;
    const title = name ?? place;
    const origin = isLines ? title : file;
    const open = text === null ? ""
      : makeButton(word("openCandidate"), () => this._open(text, origin), {
        "aria-label": word("openCandidateNamed", { name: title }),
      });
    return make("tr", {},
      make("td", { class: "number" }, String(number)),
      make("th", { scope: "row", dir: "auto" }, title),
      make("td", { dir: "auto" }, base ?? ""), make("td", { class: `mark ${outcome}` }, mark),
      make("td", {}, make("code", { dir: "auto" }, place)), make("td", {}, open));
  }

  /**
   * @private
   * @param {string} text
   * @param {string} name Of a file.
   */
  async _open(text, name) {
    const bytes = new TextEncoder().encode(text);
    if (!await openRead(this._session, { name, bytes })) return;
    this._turnTo("form");
    tell(word("opened", { name }), {
      key: "opened",
      actions: [{ text: word("backToScreening"), action: () => this._turnTo("screening") }],
    });
  }

  /**
   * @private
   * @param {string} format
   * @param {string} ending
   * @param {string} type
   */
  _save(format, ending, type) {
    const bytes = this._session.ask((operations) => operations.screen(this._parts, format));
    if (bytes) download(fileName(word("screenDocument"), "screen", ending), bytes, type);
  }

  /** @private */
  _recodeAll() {
    this._parts = this._parts.map((part) => ({ ...part, ...recoded(part)?.file }));
    this.show();
  }

  /** @private */
  _clear() {
    this._parts = [];
    this.show();
  }
}
