// What comes out: the self-check form, the table of answers, a copy in Markdown.

import { copyText } from "./clipboard.js";
import { documentFrame, printFrame } from "./document-frame.js";
import { download } from "./download.js";
import { fileName } from "./file-name.js";
import { openDialog } from "./dialog.js";
import { Session } from "./session.js";
import { word } from "./words.js";

/** @param {Session} session */
export function nameOf(session) {
  return session.view?.name ?? "";
}

/**
 * What the file of the application is called.
 *
 * @param {Session} session
 */
export function fileNameOf(session) {
  const name = session.fileName?.replace(/\.[a-z]{1,6}$/i, "") ?? nameOf(session);
  return fileName(name, word("fileFallback"), ".json");
}

/** @param {Session} session */
export function showReport(session) {
  const bytes = reportBytes(session, "html");
  if (bytes) showDocument(session, bytes, word("selfCheckForm"), []);
}

/** @param {Session} session */
export function showAnswers(session) {
  const bytes = session.ask((operations) => operations.answers(session.text, "html"));
  const copy = () => {
    const text = session.ask((operations) => operations.answers(session.text, "text"));
    if (text) void copyText(new TextDecoder().decode(text));
  };
  const copying = { name: "copy", text: word("copyAsText"), act: copy };
  if (bytes) showDocument(session, bytes, word("answerTable"), [copying]);
}

/** @param {Session} session */
export function copyMarkdown(session) {
  const bytes = reportBytes(session, "markdown");
  if (bytes) void copyText(new TextDecoder().decode(bytes));
}

/**
 * @param {Session} session
 * @param {string} format
 */
function reportBytes(session, format) {
  const name = fileNameOf(session);
  return session.ask((operations) => operations.report(session.text, name, format));
}

/**
 * A document in front of the page, to print or to save.
 *
 * @param {Session} session
 * @param {Uint8Array} bytes HTML.
 * @param {string} title
 * @param {{name: string, text: string, act: () => void}[]} others What else can be done with it.
 */
function showDocument(session, bytes, title, others) {
  const frame = documentFrame(bytes, title);
  void openDialog({
    title,
    isWide: true,
    body: [frame],
    buttons: [
      { name: "print", text: word("print"), isMain: true },
      { name: "save", text: word("saveAsHTML") },
      ...others,
      { name: "", text: word("close") },
    ],
    onPress: (name) => {
      if (name === "print") printFrame(frame);
      if (name === "save") {
        download(fileName(`${title} ${nameOf(session)}`, title, ".html"), bytes, "text/html");
      }
      others.find((other) => other.name === name)?.act();
      return name !== "";
    },
  });
}
