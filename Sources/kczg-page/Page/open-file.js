// Opening an application: what the engine says of the file, and what can be kept of it.

import { confirmFirst, openDialog } from "./dialog.js";
import { make } from "./dom.js";
import { readFile, recoded } from "./read-file.js";
import { Session } from "./session.js";
import { tell } from "./notices.js";
import { word } from "./words.js";

/**
 * @param {Session} session
 * @param {File} chosen
 * @returns {Promise<boolean>} whether it was taken up.
 */
export async function openFile(session, chosen) {
  let file;
  try {
    file = await readFile(chosen);
  } catch (error) {
    tellUnread(error, chosen.name);
    return false;
  }
  return openRead(session, file);
}

/**
 * @param {Session} session
 * @param {ChosenFile} file
 * @returns {Promise<boolean>} whether it was taken up.
 */
export async function openRead(session, file) {
  const opened = await understood(session, file);
  return opened !== null && takeUp(session, opened.text, opened.isWhole, file.name);
}

/**
 * @param {unknown} error Of reading.
 * @param {string} name
 */
export function tellUnread(error, name) {
  const key = error instanceof RangeError ? "fileTooLarge" : "fileUnreadable";
  tell(word(key, { name }), { kind: "error" });
}

/**
 * Takes up an application in the place of what is there, after asking where that is not saved.
 *
 * @param {Session} session
 * @param {string} text
 * @param {boolean} isSaved
 * @param {string} name Of its file.
 */
async function takeUp(session, text, isSaved, name) {
  session.flush();
  if (session.hasChanges) {
    const isMeant = await confirmFirst(
      word("replaceTitle"), word("replaceText"), word("replaceYes"));
    if (!isMeant) return false;
  }
  if (!session.load(text, isSaved, name)) return false;
  tell(word("opened", { name }), { key: "opened" });
  return true;
}

/**
 * The text of a file, after the person has seen what the engine has against it.
 *
 * @param {Session} session
 * @param {ChosenFile} file
 * @returns {Promise<{text: string, isWhole: boolean}|null>}
 */
async function understood(session, file) {
  const opened = session.ask((operations) => operations.open(file));
  if (!opened) return null;
  const { text, messages, setAside } = opened;
  if (text !== null && !messages.length && !setAside) return { text, isWhole: true };
  const other = recoded(file);
  /** @type {{name: string, text: string, isMain?: boolean}[]} */
  const buttons = [{ name: "", text: word("cancel") }];
  if (text !== null) {
    buttons.unshift(
      { name: "keep", text: word(setAside ? "keepReadable" : "openAnyway"), isMain: !other });
  }
  if (other) {
    const { encoding } = other;
    buttons.unshift({ name: "recode", text: word("readAsEncoding", { encoding }), isMain: true });
  }
  const action = await openDialog({
    title: word("fileMessages", { name: file.name }),
    isWide: true,
    body: [
      ...(other ? [make("p", {}, word("looksLike", { encoding: other.encoding }))] : []),
      messageTable(opened.messages),
      make("p", { dir: "auto" }, opened.kept),
    ],
    buttons,
  });
  if (action === "recode" && other) return understood(session, other.file);
  // What was mended stands in no file yet.
  const isWhole = !setAside && messages.every(({ severity }) => severity !== "error");
  return action === "keep" && text !== null ? { text, isWhole } : null;
}

/** @param {PlacedMessage[]} messages */
function messageTable(messages) {
  const rows = messages.map(({ severity, text, line, column }) => make("tr", {},
    make("td", { class: `severity ${severity}` }, word(severity)),
    make("td", {}, make("code", {}, `${line}:${column}`)),
    make("td", { dir: "auto" }, text)));
  const attributes = { class: "scroll", tabindex: 0, role: "group", "aria-label": word("messages") };
  return make("div", attributes,
    make("table", { class: "plain" },
      make("thead", {}, make("tr", {},
        ...["kind", "place", "message"].map((key) => make("th", { scope: "col" }, word(key))))),
      make("tbody", {}, ...rows)));
}
