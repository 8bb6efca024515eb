// The sections with their states, to see what is left and to get there.

import { goTo, sectionId } from "./links.js";
import { make, Memo } from "./dom.js";

/** The list beside the form. */
export class TaskList {
  /** @param {HTMLElement} element */
  constructor(element) {
    /** @private */
    this._element = element;
    /** @private */
    this._memo = new Memo();
  }

  /** @param {PageView} view */
  update({ sections }) {
    const used = sections.filter(({ fields }) => fields.some((field) => field.isUsed));
    const items = used.map(({ id, title, state, summary }) => ({ id, title, state, summary }));
    if (!this._memo.differs("items", items)) return;
    const focused = document.activeElement?.getAttribute("href");
    this._element.replaceChildren(...items.map(({ id, title, state, summary }) => {
      const target = sectionId(id);
      const link = make("a", { href: `#${target}`, dir: "auto" }, title);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const section = document.getElementById(target);
        goTo(section?.querySelector("h2") ?? null, "start");
      });
      const tag = make("span", { class: `tag state-${state}` }, summary);
      return make("li", { class: `state-${state}` }, link, tag);
    }));
    if (!focused) return;
    for (const link of this._element.querySelectorAll("a")) {
      if (link.getAttribute("href") === focused) link.focus({ preventScroll: true });
    }
  }
}
