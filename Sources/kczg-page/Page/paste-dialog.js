// Pasting a block of cells into a list: what was understood is shown before anything is changed.

import { make, setHidden, setText } from "./dom.js";
import { openDialog } from "./dialog.js";
import { PastePreviewTable } from "./paste-preview.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/**
 * @param {Session} session
 * @param {PageField} field A list.
 * @param {string} pasted Nothing, where it is to be pasted into the dialogue.
 * @returns {Promise<boolean>} whether rows were added.
 */
export async function openPasteDialog(session, field, pasted) {
  const draft = new PasteDraft(session, field.path, pasted);
  const action = await openDialog({
    title: word("pasteInto", { list: field.label }),
    isWide: true,
    body: [draft.element],
    buttons: [
      { name: "paste", text: word("pasteApply"), isMain: true },
      { name: "", text: word("cancel") },
    ],
    focus: pasted ? null : draft.input,
    onOpen: () => draft.show(),
  });
  return action === "paste" && draft.apply();
}

/** What is about to be pasted, and how it is understood. */
class PasteDraft {
  /**
   * @param {Session} session
   * @param {string} path
   * @param {string} pasted
   */
  constructor(session, path, pasted) {
    /** @private */
    this._session = session;
    /** @private */
    this._path = path;
    /**
     * What each column is; null until someone says otherwise.
     * @private @type {(string|null)[]|null}
     */
    this._columns = null;
    /** @private @type {boolean|null} */
    this._hasHeader = null;
    /** @private @type {PastePreview|null} */
    this._preview = null;
    this.input = make("textarea", {
      class: "input", rows: pasted ? 2 : 6, spellcheck: "false", dir: "auto",
    });
    this.input.value = pasted;
    /** @private */
    this._header = make("input", { type: "checkbox" });
    /** @private */
    this._understood = make("p", { class: "understood", role: "status" });
    /** @private */
    this._problems = make("p", { class: "message", hidden: true });
    /** @private */
    this._table = new PastePreviewTable((columns) => {
      this._columns = columns;
      this.show();
    });
    /** @private */
    this._result = make("div", { hidden: true },
      make("label", { class: "choice" }, this._header, make("span", {}, word("firstLineIsHeader"))),
      this._understood, this._problems, this._table.element);
    this.element = make("div", {},
      make("label", { class: "stacked" }, word("pasteHere"), this.input), this._result);
    this.input.addEventListener("input", () => this._restart());
    this._header.addEventListener("change", () => {
      this._hasHeader = this._header.checked;
      this._columns = null;
      this.show();
    });
  }

  /** @private */
  _restart() {
    this._columns = null;
    this._hasHeader = null;
    this.show();
  }

  show() {
    const pasted = this.input.value;
    const choices = {
      ...(this._columns && { columns: this._columns }),
      ...(this._hasHeader !== null && { hasHeader: this._hasHeader }),
    };
    this._preview = pasted.trim() === "" ? null : this._session.ask((operations) =>
      operations.paste(this._session.text, this._path, pasted, choices));
    const preview = this._preview;
    setHidden(this._result, preview === null);
    const apply = this.element.closest(".dialog")?.querySelector("[data-action=paste]");
    if (apply instanceof HTMLButtonElement) {
      apply.disabled = !preview?.count;
      const count = preview?.count ?? 0;
      setText(apply, count ? word("pasteCount", { count }) : word("pasteApply"));
    }
    if (!preview) return;
    this._header.checked = preview.hasHeader;
    setText(this._understood, preview.understood);
    setText(this._problems, preview.problems ?? "");
    setHidden(this._problems, preview.problems === null);
    this._table.update(preview);
  }

  /** @returns {boolean} */
  apply() {
    if (!this._preview) return false;
    const { columns, hasHeader } = this._preview;
    return this._session.edit({
      kind: "paste",
      path: this._path,
      pasted: this.input.value,
      columns: columns.map(({ member }) => member),
      hasHeader,
    });
  }
}
