// What stands beside a question: the clauses it is asked for, and how they are read.

import { clauseLink } from "./links.js";
import { make } from "./dom.js";
import { word } from "./words.js";

/**
 * “For” and the clauses, each with its sign.
 *
 * @param {PageReason[]} reasons
 * @returns {(Node|string)[]}
 */
export function reasonLinks(reasons) {
  if (!reasons.length) return [];
  const links = reasons.map(({ key, citation, title, verdict }) =>
    make("span", { class: `reason ${verdict}` }, clauseLink(key, citation, title)));
  return [`${word("usedFor")} `, ...links];
}

/** @param {string[]} readings */
export function readingNotes(readings) {
  return readings.map((reading) =>
    make("p", { class: "reading", dir: "auto" }, make("b", {}, word("reading")), ` ${reading}`));
}
