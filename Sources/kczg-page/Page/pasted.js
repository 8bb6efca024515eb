// What a clipboard holds: one cell, or a block of them.

/**
 * Spreadsheets end a block with a new line, and put a cell with new lines in it in quotes.
 *
 * @param {string} text
 * @returns {{isBlock: boolean, cell: string}} The text of the cell, where it is one, in a line.
 */
export function pastedBlock(text) {
  const content = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const quoted = /^"((?:[^"]|"")*)"$/.exec(content);
  if (quoted && content.includes("\n")) {
    return { isBlock: false, cell: quoted[1].replace(/""/g, '"').replace(/\n+/g, " ") };
  }
  return { isBlock: /[\t\n]/.test(content), cell: content };
}
