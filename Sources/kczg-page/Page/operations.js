// What can be asked of the engine, one method an operation.

import { Engine } from "./engine.js";

/** The operations, in a language and for the stages that were chosen. */
export class Operations {
  /**
   * @param {Engine} engine
   * @param {PageLanguage} language
   * @param {string[]} stages Codes; none for the engine's own choice.
   */
  constructor(engine, language, stages) {
    this.engine = engine;
    this.language = language;
    this.stages = stages;
  }

  /** @returns {{[key: string]: string}} */
  words() {
    return this.engine.json({ op: "words", language: this.language });
  }

  /**
   * @param {string} text
   * @param {PageEdit[]} edits
   * @returns {PageView}
   */
  view(text, edits) {
    const { language, stages } = this;
    return this.engine.json(
      { op: "view", language, stages, today: localDay(), edits }, [{ bytes: text }]);
  }

  /**
   * What would be pasted.
   *
   * @param {string} text
   * @param {string} path Of a list.
   * @param {string} pasted
   * @param {{columns?: (string|null)[], hasHeader?: boolean}} choices
   * @returns {PastePreview}
   */
  paste(text, path, pasted, choices) {
    const { language, stages } = this;
    return this.engine.json(
      { op: "paste", language, stages, today: localDay(), path, ...choices },
      [{ bytes: text }, { bytes: pasted }]);
  }

  /**
   * @param {ChosenFile} file
   * @returns {OpenedFile}
   */
  open(file) {
    return this.engine.json({ op: "open", language: this.language }, [file]);
  }

  /**
   * @param {string} text
   * @param {string} name Of the file.
   * @param {string} format
   */
  report(text, name, format) {
    const { language, stages } = this;
    return this.engine.bytes({ op: "report", language, stages, format }, [{ bytes: text, name }]);
  }

  /**
   * @param {string} text
   * @param {"html"|"text"} format
   */
  answers(text, format) {
    const { language, stages } = this;
    return this.engine.bytes({ op: "answers", language, stages, format }, [{ bytes: text }]);
  }

  /**
   * @param {ScreenPart[]} parts
   * @param {string} format
   */
  screen(parts, format) {
    const { language, stages } = this;
    return this.engine.bytes({ op: "screen", language, stages, format }, parts);
  }

  /**
   * @param {ScreenPart[]} parts
   * @returns {ScreenedCandidate[]}
   */
  candidates(parts) {
    const { language, stages } = this;
    return this.engine.json({ op: "candidates", language, stages }, parts).candidates;
  }
}

/** The day it is here. */
function localDay() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
