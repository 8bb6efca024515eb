// The last states of the application, to go back to.

/** How much is kept, in characters: a state of 2,000 rows has some 200,000. */
const historyLimit = 8000000;

/** What was before and what was taken back. A state is the application's text. */
export class EditHistory {
  constructor() {
    /** @private @type {string[]} */
    this._before = [];
    /** @private @type {string[]} */
    this._after = [];
    /** @private @type {string|null} */
    this._group = null;
    /** @private */
    this._size = 0;
  }

  get canUndo() { return this._before.length > 0; }
  get canRedo() { return this._after.length > 0; }

  /**
   * Keeps the state before an edit.
   *
   * @param {string} text
   * @param {string|null} group Edits of one group that follow each other are one step.
   */
  push(text, group) {
    this._after = [];
    if (group !== null && group === this._group) return;
    this._group = group;
    this._before.push(text);
    this._size += text.length;
    while (this._size > historyLimit && this._before.length > 1) {
      this._size -= this._before.shift()?.length ?? 0;
    }
  }

  /** What comes next is a step of its own. */
  closeGroup() {
    this._group = null;
  }

  /**
   * @param {string} text The state now.
   * @returns {string|null} The one before.
   */
  undo(text) {
    const before = this._before.pop();
    if (before === undefined) return null;
    this._size -= before.length;
    this._after.push(text);
    this._group = null;
    return before;
  }

  /**
   * @param {string} text The state now.
   * @returns {string|null} The one that was taken back.
   */
  redo(text) {
    const after = this._after.pop();
    if (after === undefined) return null;
    this._before.push(text);
    this._size += text.length;
    this._group = null;
    return after;
  }
}
