// Moving about in a sheet with the keys that spreadsheets have. Tab stays as it is.

/**
 * Enter and the arrows up and down go to the row below or above, left and right to the next cell
 * where the cursor is at the end of the text; Delete empties a menu.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLTableElement} table
 * @param {() => void} addRow
 */
export function moveInSheet(event, table, addRow) {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.hasAttribute("data-cell")) return;
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Delete" && target instanceof HTMLSelectElement) {
    target.value = "";
    target.dispatchEvent(new Event("change"));
    return;
  }
  const step = stepOf(event, target);
  if (!step) return;
  const [down, right] = step;
  const cells = Array.from(table.querySelectorAll(":scope > tbody > .row"), (row) =>
    /** @type {HTMLElement[]} */ (Array.from(row.querySelectorAll("[data-cell]"))));
  const row = cells.findIndex((line) => line.includes(target));
  const column = cells[row].indexOf(target);
  const next = cells[row + down]?.[column + right];
  if (next) {
    event.preventDefault();
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  } else if (event.key === "Enter" && down > 0) {
    event.preventDefault();
    addRow();
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 * @returns {[number, number]|null} Rows down and cells to the right.
 */
function stepOf(event, target) {
  const isText = target instanceof HTMLInputElement;
  const isButton = target instanceof HTMLButtonElement;
  switch (event.key) {
    case "Enter": return isButton ? null : [event.shiftKey ? -1 : 1, 0];
    case "ArrowUp": return isText || isButton ? [-1, 0] : null;
    case "ArrowDown": return isText || isButton ? [1, 0] : null;
    case "ArrowLeft":
      return isButton || (isText && isAtEdge(target, 0)) ? [0, -1] : null;
    case "ArrowRight":
      return isButton || (isText && isAtEdge(target, target.value.length)) ? [0, 1] : null;
    default: return null;
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {number} place
 */
function isAtEdge(input, place) {
  return input.selectionStart === place && input.selectionEnd === place;
}
