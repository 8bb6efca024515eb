// A draft in the browser's storage, only where the person says so.

import { Session } from "./session.js";
import { tell } from "./notices.js";
import { word } from "./words.js";

const draftKey = "kczg-check.draft";
/** After the last change, in milliseconds. */
const draftDelay = 600;

/** @typedef {{text: string, name: string, stages: string[], time: string}} Draft */

/** Keeps what is filled in from one visit to the next. */
export class DraftKeeper {
  /**
   * @param {Session} session
   * @param {HTMLInputElement} box Ticked: keep a draft.
   */
  constructor(session, box) {
    /** @private */
    this._session = session;
    /** @private */
    this._box = box;
    /** @private */
    this._timer = 0;
    /** @private What is in the storage, as far as this page knows. */
    this._kept = "";
    box.checked = false;
    box.addEventListener("change", () => this._toggle());
    session.viewers.push(() => this._later());
    document.addEventListener("visibilitychange", () => this._keep());
    window.addEventListener("pagehide", () => this._keep());
    window.addEventListener("storage", (event) => this._elsewhere(event));
  }

  /** Offers what was kept the last time. Until that is decided, nothing is written over it. */
  offer() {
    const draft = storedDraft();
    if (!draft) return;
    const { name, time } = draft;
    tell(word("draftFound", { name: name || word("fileFallback"), time }), {
      key: "draft",
      actions: [
        { text: word("draftContinue"), action: () => this._continue(draft) },
        { text: word("draftDelete"), action: () => this._remove() },
      ],
    });
  }

  /**
   * @private
   * @param {Draft} draft
   */
  _continue({ text, stages }) {
    this._session.operations.stages = stages;
    if (this._session.load(text, false)) this._box.checked = true;
  }

  /** @private */
  _toggle() {
    if (this._box.checked) {
      this._keep();
    } else {
      this._remove();
    }
  }

  /** @private */
  _later() {
    clearTimeout(this._timer);
    if (this._box.checked) this._timer = window.setTimeout(() => this._keep(), draftDelay);
  }

  /** @private */
  _keep() {
    const { _session: session } = this;
    if (!this._box.checked || session.text === this._kept) return;
    /** @type {Draft} */
    const draft = {
      text: session.text, name: session.view?.name ?? "", stages: session.stages,
      time: new Date().toLocaleString(document.documentElement.lang),
    };
    try {
      localStorage.setItem(draftKey, JSON.stringify(draft));
      this._kept = session.text;
    } catch {
      this._box.checked = false;
      tell(word("draftFailed"), { kind: "error", key: "draft" });
    }
  }

  /** @private */
  _remove() {
    this._kept = "";
    try {
      localStorage.removeItem(draftKey);
    } catch {
      // Where there is no storage there is no draft.
    }
  }

  /**
   * Two windows would write over each other's draft.
   *
   * @private
   * @param {StorageEvent} event
   */
  _elsewhere(event) {
    if (event.key !== draftKey || !this._box.checked || event.newValue === null) return;
    this._box.checked = false;
    tell(word("draftElsewhere"), { kind: "error", key: "draft" });
  }
}

/** @returns {Draft|null} */
function storedDraft() {
  try {
    const draft = JSON.parse(localStorage.getItem(draftKey) ?? "null");
    return typeof draft?.text === "string" && Array.isArray(draft.stages) ? draft : null;
  } catch {
    return null;
  }
}
