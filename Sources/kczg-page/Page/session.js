// The application that is being filled in. Its text is the only state; all else follows from it.

import { EditHistory } from "./edit-history.js";
import { Engine, EngineError } from "./engine.js";
import { Operations } from "./operations.js";
import { setWords } from "./words.js";

/** What is worked on, what was before, and who wants to know of a change. */
export class Session {
  /**
   * @param {Engine} engine
   * @param {PageOptions} options
   */
  constructor(engine, options) {
    this.operations = new Operations(engine, options.language ?? "zh", options.stages ?? []);
    this.history = new EditHistory();
    this.text = options.text ?? "{}";
    /** What stands in the file. */
    this.savedText = this.text;
    /** What the file is called; null where there is none yet. @type {string|null} */
    this.fileName = null;
    /** @type {PageView|null} */
    this.view = null;
    /** @type {((view: PageView) => void)[]} */
    this.viewers = [];
    /**
     * Told where the engine broke off or refused.
     * @type {(error: unknown, edits: PageEdit[]) => void}
     */
    this.onTrouble = () => {};
    /** @private Paths of answers at which the engine broke off. @type {Set<string>} */
    this._lost = new Set();
    /** @private @type {PageEdit[]} */
    this._waiting = [];
    /** @private */
    this._frame = 0;
    setWords(this.operations.words());
  }

  get language() { return this.operations.language; }
  get stages() { return this.operations.stages; }
  get hasChanges() { return this.text !== this.savedText; }

  // MARK: Edits

  /**
   * An edit while a person types: at most one request a frame.
   *
   * @param {PageEdit} edit
   */
  type(edit) {
    const last = this._waiting[this._waiting.length - 1];
    if (last && last.path === edit.path && last.kind === edit.kind) this._waiting.pop();
    this._waiting.push(edit);
    if (!this._frame) this._frame = requestAnimationFrame(() => this.flush());
  }

  /** Sends what was typed and waits for its frame. */
  flush() {
    cancelAnimationFrame(this._frame);
    this._frame = 0;
    if (!this._waiting.length) return;
    const edits = this._waiting;
    this._waiting = [];
    this._apply(edits, edits.map((edit) => edit.kind + edit.path).join());
  }

  /**
   * An edit that is a step of its own.
   *
   * @param {PageEdit} edit
   * @returns {boolean} whether it was made.
   */
  edit(edit) {
    this.flush();
    return this._apply([edit], null);
  }

  /**
   * Whether the engine has what was typed last.
   *
   * @param {string} path
   */
  hasTaken(path) {
    this.flush();
    return !this._lost.has(path);
  }

  /** @param {1|-1} direction Forward or back in the history. */
  step(direction) {
    this.flush();
    const text =
      direction < 0 ? this.history.undo(this.text) : this.history.redo(this.text);
    if (text !== null && this._look(text, [])) this._notify();
  }

  /**
   * Takes up another application.
   *
   * @param {string} text
   * @param {boolean} isSaved Whether it stands in a file like this.
   * @param {string|null} fileName What that is called.
   * @returns {boolean} whether it could be shown.
   */
  load(text, isSaved, fileName = null) {
    if (!this._look(text, [])) return false;
    this.history = new EditHistory();
    this.savedText = isSaved ? this.text : "";
    this.fileName = fileName;
    this._notify();
    return true;
  }

  markSaved() {
    this.savedText = this.text;
    this._notify();
  }

  // MARK: How it is looked at

  /** Shows what is known already once more. */
  refresh() {
    this.flush();
    this._notify();
  }

  /** @param {string[]} stages */
  setStages(stages) {
    this.flush();
    this.operations.stages = stages;
    if (this._look(this.text, [])) this._notify();
  }

  /**
   * Asks for everything in another language; who shows it has to begin anew.
   *
   * @param {PageLanguage} language
   */
  setLanguage(language) {
    this.flush();
    this.operations.language = language;
    setWords(this.operations.words());
    this._look(this.text, []);
  }

  /**
   * What the engine says, or null where it broke off, which is told.
   *
   * @template Answer
   * @param {(operations: Operations) => Answer} question
   * @returns {Answer|null}
   */
  ask(question) {
    this.flush();
    try {
      return question(this.operations);
    } catch (error) {
      this.onTrouble(error, []);
      return null;
    }
  }

  /**
   * @private
   * @param {PageEdit[]} edits
   * @param {string|null} group
   */
  _apply(edits, group) {
    const before = this.text;
    if (!this._look(before, edits)) return false;
    if (this.text !== before) this.history.push(before, group);
    this._notify();
    return true;
  }

  /**
   * @private
   * @param {string} text
   * @param {PageEdit[]} edits
   */
  _look(text, edits) {
    try {
      this.view = this.operations.view(text, edits);
    } catch (error) {
      for (const edit of edits) this._lost.add(edit.path);
      this.onTrouble(error, edits);
      return false;
    }
    for (const edit of edits) this._lost.delete(edit.path);
    this.text = this.view.text;
    return true;
  }

  /** @private */
  _notify() {
    if (this.view) for (const show of this.viewers) show(this.view);
  }
}

/**
 * What the engine said in refusing.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function troubleText(error) {
  if (!(error instanceof EngineError)) return "";
  const { errors, error: single } = error.details ?? {};
  return Array.isArray(errors) ? errors.join("\n") : String(single ?? error.message);
}
