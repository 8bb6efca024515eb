// Text areas as high as their text.

/** @type {Set<HTMLTextAreaElement>} */
const growingAreas = new Set();
let growingFrame = 0;

/** At most so many rows; what is longer is scrolled. */
const mostRows = 16;

/**
 * Gives an area the rows that its text takes, in the next frame.
 *
 * @param {HTMLTextAreaElement} area
 */
export function growLater(area) {
  growingAreas.add(area);
  if (!growingFrame) growingFrame = requestAnimationFrame(growAll);
}

/** Looks at all of them before it changes one, so that the page is laid out once. */
function growAll() {
  growingFrame = 0;
  const areas = Array.from(growingAreas);
  growingAreas.clear();
  const rows = areas.map(rowsOf);
  areas.forEach((area, index) => { if (area.rows !== rows[index]) area.rows = rows[index]; });
}

/**
 * Near enough: to set the rows and measure would make the page jump.
 *
 * @param {HTMLTextAreaElement} area
 */
function rowsOf(area) {
  const least = Number(area.getAttribute("data-rows") ?? 1);
  // A Chinese character is 16 pixels wide; 26 of the area are its edges. Folded away it has none.
  const width = (area.clientWidth || 500) - 26;
  const rows = area.value.split("\n").reduce((sum, line) => {
    const narrow = line.replace(/[^\u0020-\u007e]/g, "").length;
    return sum + Math.max(1, Math.ceil((narrow * 9 + (line.length - narrow) * 16) / width));
  }, 0);
  return Math.min(mostRows, Math.max(rows, least));
}
