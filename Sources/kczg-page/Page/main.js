// Puts the page together.

import { byId, setHidden, setText } from "./dom.js";
import { chooseFiles } from "./choose-files.js";
import { confirmFirst } from "./dialog.js";
import { copyMarkdown, nameOf, showAnswers, showReport } from "./outputs.js";
import { DraftKeeper } from "./draft.js";
import { Engine, EngineFailure } from "./engine.js";
import { FormView } from "./form.js";
import { goTo } from "./links.js";
import { keepFocusInSight } from "./focus.js";
import { isLineFile, Screening } from "./screening.js";
import { listenToToolbar, showToolbar, showVerdictBar } from "./toolbar.js";
import { openFile } from "./open-file.js";
import { saveFile, warnBeforeLeaving } from "./save-file.js";
import { Session, troubleText } from "./session.js";
import { takeDroppedFiles } from "./drop.js";
import { TaskList } from "./task-list.js";
import { tell, withdrawPlain } from "./notices.js";
import { VerdictPanel } from "./verdict-panel.js";
import { word, writeWords } from "./words.js";

/** The page with an engine that runs. */
class Page {
  /**
   * @param {Engine} engine
   * @param {PageOptions} options
   */
  constructor(engine, options) {
    this.options = options;
    this.session = new Session(engine, options);
    this.session.onTrouble = (error, edits) => this.tellTrouble(error, edits);
    /** @type {(view: PageView) => void} */
    this.showParts = () => {};
    this.session.viewers.push((view) => this.show(view));
    this.screening = new Screening(this.session, (part) => this.turnTo(part));
    this.draft = new DraftKeeper(
      this.session, /** @type {HTMLInputElement} */ (byId("keep-draft")));
  }

  begin() {
    const { session } = this;
    this.build();
    session.load(session.text, true);
    document.body.className = "";
    setHidden(byId("starting"), true);
    setHidden(byId("toolbar"), false);
    foldTasks();
    this.turnTo("form");
    this.listen();
    this.draft.offer();
  }

  /** Makes all parts anew, in the language chosen. */
  build() {
    const { session } = this;
    document.documentElement.lang = session.language === "zh" ? "zh-CN" : "en";
    writeWords();
    for (const button of document.querySelectorAll("[data-language]")) {
      const isChosen = button.getAttribute("data-language") === session.language;
      button.setAttribute("aria-pressed", String(isChosen));
    }
    const parts = [
      new TaskList(byId("tasks")), new FormView(byId("form"), session),
      new VerdictPanel(byId("verdict")),
    ];
    this.showParts = (view) => { for (const part of parts) part.update(view); };
  }

  /** @param {PageView} view */
  show(view) {
    this.showParts(view);
    this.screening.update(view);
    showToolbar(this.session);
    showVerdictBar(view);
    const name = nameOf(this.session);
    const title = name ? `${name} · ${word("title")}` : word("title");
    document.title = this.session.hasChanges ? `● ${title}` : title;
  }

  listen() {
    const { session } = this;
    listenToToolbar({
      open: () => chooseFiles(".json,.txt,.ndjson,.jsonl", true, (files) => this.take(files)),
      save: () => saveFile(session),
      undo: () => session.step(-1),
      redo: () => session.step(1),
      report: () => showReport(session),
      answers: () => showAnswers(session),
      markdown: () => copyMarkdown(session),
      screen: () => this.turnTo("screening"),
      new: () => void this.startAnew(),
      verdict: () => goTo(byId("verdict.title"), "start"),
    });
    for (const button of document.querySelectorAll("[data-language]")) {
      button.addEventListener("click", () =>
        this.changeLanguage(button.getAttribute("data-language") === "en" ? "en" : "zh"));
    }
    takeDroppedFiles((files) => this.take(files));
    keepFocusInSight();
    warnBeforeLeaving(session);
  }

  /**
   * One application goes to the form, several to the screening.
   *
   * @param {File[]} files
   */
  take(files) {
    const isScreening = !byId("screening").hidden;
    if (isScreening || files.length > 1 || isLineFile(files[0].name)) {
      this.turnTo("screening");
      void this.screening.add(files, false);
    } else {
      void openFile(this.session, files[0]);
    }
  }

  /** @param {"form"|"screening"} part */
  turnTo(part) {
    const isForm = part === "form";
    setHidden(byId("work"), !isForm);
    setHidden(byId("screening"), isForm);
    if (isForm || !this.session.view) return;
    this.screening.update(this.session.view);
    goTo(byId("screening.title"), "start");
  }

  /** @param {PageLanguage} language */
  changeLanguage(language) {
    if (language === this.session.language) return;
    const top = window.scrollY;
    this.session.setLanguage(language);
    withdrawPlain();
    this.build();
    this.screening.build();
    this.session.refresh();
    window.scrollTo(0, top);
  }

  async startAnew() {
    const { session } = this;
    if (session.hasChanges
      && !await confirmFirst(word("replaceTitle"), word("replaceText"), word("startAnew"))) return;
    session.load(this.options.text ?? "{}", true);
  }

  /**
   * @param {unknown} error
   * @param {PageEdit[]} edits
   */
  tellTrouble(error, edits) {
    const typed = edits.map((edit) => "entered" in edit ? edit.entered : "").join(" ");
    const text = error instanceof EngineFailure ? word("engineFailed", { typed })
      : word("engineRefused", { reason: troubleText(error) || String(error) });
    tell(text, { kind: "error", key: "trouble" });
  }
}

/** On a phone the list of sections would push the form out of sight. */
function foldTasks() {
  const isWide = window.matchMedia("(min-width: 860px)");
  const fold = () => void byId("task-fold").toggleAttribute("open", isWide.matches);
  fold();
  isWide.addEventListener("change", fold);
}

/** @param {string} id */
function embedded(id) {
  return document.getElementById(id)?.textContent ?? "";
}

async function startPage() {
  const engine = await Engine.start({
    moduleBase64: embedded("module"), rulesBase64: embedded("rules"),
  });
  new Page(engine, JSON.parse(embedded("options") || "{}")).begin();
}

startPage().catch((error) => {
  setHidden(byId("starting"), true);
  const reason = troubleText(error) || String(error);
  setText(byId("failure"), "本页没有打开。浏览器如果是 2021 年以前的，请换用新的。\n"
    + "This page did not open. If the browser is from before 2021, please use a newer one.\n"
    + reason);
  byId("failure").className = "page-width failure";
});
