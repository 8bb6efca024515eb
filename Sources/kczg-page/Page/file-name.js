// Names of files that every system takes.

/** Of devices, on Windows. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What Windows does not take, and what cannot be seen. */
const forbidden = new RegExp(
  "[<>:\"/\\\\|?*\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f"
    + "\\u2028-\\u202e\\u2060-\\u206f\\ufeff]", "g");

/**
 * @param {string} name What it is to be called.
 * @param {string} fallback Where nothing of that is left.
 * @param {string} ending With its point.
 */
export function fileName(name, fallback, ending) {
  const characters = Array.from(name.replace(forbidden, " ").replace(/\s+/g, " ").trim());
  const short = characters.slice(0, 60).join("").replace(/^[. ]+|[. ]+$/g, "");
  const safe = reservedNames.test(short) ? `_${short}` : short;
  return `${safe || fallback}${ending}`;
}
