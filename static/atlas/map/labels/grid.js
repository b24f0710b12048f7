// Which boxes lie near a box: a grid of cells, so that nobody asks every box about every other.

/** @import { Box } from "../types.d.ts" */

const CELL_PX = 64; // wider than a label is high, narrower than most are wide
const ROW = 1 << 16; // more cells than any view has side by side

/** @typedef {{ add: (i: number) => void, remove: (i: number) => void, near: (box: Box, gap: number) => number[] }} Grid */

/**
 * Sort boxes into cells. `add` and `remove` read the box that stands under its index at the time;
 * `near` lists, in no order that matters, all that could come closer to a box than `gap` pixels.
 * The list is good until `near` is asked again: placing labels asks too often for a new one each time.
 * @param {readonly Box[]} boxes
 * @returns {Grid}
 */
export function gridOf(boxes) {
  /** @type {Map<number, number[]>} */
  const cells = new Map();
  const listed = new Uint32Array(boxes.length); // in which answer an index was listed last
  let answer = 0;
  /** @type {number[]} */
  const found = [];
  /** @type {(i: number) => void} */
  const add = (i) =>
    eachCell(boxes[i], 0, (key) => {
      const cell = cells.get(key);
      if (cell) cell.push(i);
      else cells.set(key, [i]);
    });
  boxes.forEach((_, i) => add(i));
  return {
    add,
    remove: (i) =>
      eachCell(boxes[i], 0, (key) => {
        const cell = cells.get(key) ?? [];
        cell.splice(cell.indexOf(i), 1);
      }),
    near(box, gap) {
      answer += 1;
      found.length = 0;
      eachCell(box, gap, (key) => {
        for (const i of cells.get(key) ?? []) {
          if (listed[i] !== answer) found.push(i);
          listed[i] = answer;
        }
      });
      return found;
    },
  };
}

/** @type {(box: Box, gap: number, use: (key: number) => void) => void} */
function eachCell({ x, y, w, h }, gap, use) {
  const left = Math.floor((x - gap) / CELL_PX);
  const right = Math.floor((x + w + gap) / CELL_PX);
  const bottom = Math.floor((y + h + gap) / CELL_PX);
  for (let row = Math.floor((y - gap) / CELL_PX); row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) use(row * ROW + column);
  }
}
