// Links between the verdict and the fields it hangs on, and how to get there.

import { make, setAttribute } from "./dom.js";

/** @param {string} path */
export const fieldId = (path) => `field.${path}`;
/** @param {string} key */
export const clauseId = (key) => `clause.${key}`;
/** @param {string} id */
export const sectionId = (id) => `section.${id}`;

/**
 * Finds what stands behind a path; the form gives it.
 * @type {(path: string) => HTMLElement|null}
 */
let findField = (_path) => null;

/** @param {(path: string) => HTMLElement|null} find */
export function setFieldFinder(find) {
  findField = find;
}

/**
 * @param {string} path
 * @param {string} text
 */
export function fieldLink(path, text) {
  const link = make("a", { href: `#${fieldId(path)}`, dir: "auto" }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goToField(path);
  });
  return link;
}

/**
 * @param {string} key Of a clause.
 * @param {string} text
 * @param {string} title
 */
export function clauseLink(key, text, title) {
  const link = make("a", { href: `#${clauseId(key)}`, title }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(document.getElementById(clauseId(key)));
  });
  return link;
}

/** @param {string} path */
export function goToField(path) {
  goTo(findField(path));
}

/**
 * Opens what hides an element, brings it into sight and gives it the focus.
 *
 * @param {HTMLElement|null} element
 * @param {"center"|"start"} block Where it comes to stand.
 */
export function goTo(element, block = "center") {
  if (!element) return;
  if (element instanceof HTMLDetailsElement) element.open = true;
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer instanceof HTMLDetailsElement) outer.open = true;
  }
  const target = element instanceof HTMLDetailsElement
    ? element.querySelector("summary") ?? element : element;
  if (target.tabIndex < 0) setAttribute(target, "tabindex", "-1");
  target.scrollIntoView({ block });
  target.focus({ preventScroll: true });
}
