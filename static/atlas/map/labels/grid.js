// Which boxes lie near a box: a grid of cells, so that nobody asks every box about every other.

/** @import { Box } from "../types.d.ts" */

const CELL_PX = 64; // wider than a label is high, narrower than most are wide
const ROW = 1 << 16; // more cells than any view has side by side

/**
 * @typedef {object} Grid
 * @property {(i: number) => void} add
 * @property {(i: number) => void} remove
 * @property {(box: Box, gap: number) => number[]} near
 * @property {(box: Box, gap: number, test: (i: number) => boolean) => boolean} some
 */

/**
 * Sort boxes into cells. `add` and `remove` read the box that stands under its index at the time;
 * `near` lists, in no order that matters, all that could come closer to a box than `gap` pixels.
 * The list is good until `near` is asked again: placing labels asks too often for a new one each time.
 * `some` asks them one after the other, some of them twice, until one passes a test.
 * @param {readonly Box[]} boxes
 * @param {{ isFull?: boolean, cell?: number }} [how] whether all are in it from the start; how large its
 *   cells are, in pixels: small ones for small boxes
 * @returns {Grid}
 */
export function gridOf(boxes, { isFull = true, cell: size = CELL_PX } = {}) {
  /** @type {Map<number, number[]>} */
  const cells = new Map();
  const listed = new Uint32Array(boxes.length); // in which answer an index was listed last
  let answer = 0;
  /** @type {number[]} */
  const found = [];
  /** @type {(i: number) => void} */
  const add = (i) =>
    eachCell(boxes[i], 0, size, (key) => {
      const cell = cells.get(key);
      if (cell) cell.push(i);
      else cells.set(key, [i]);
    });
  if (isFull) boxes.forEach((_, i) => add(i));
  return {
    add,
    remove: (i) =>
      eachCell(boxes[i], 0, size, (key) => {
        const cell = cells.get(key) ?? [];
        cell.splice(cell.indexOf(i), 1);
      }),
    near(box, gap) {
      answer += 1;
      found.length = 0;
      eachCell(box, gap, size, (key) => {
        for (const i of cells.get(key) ?? []) {
          if (listed[i] !== answer) found.push(i);
          listed[i] = answer;
        }
      });
      return found;
    },
    some({ x, y, w, h }, gap, test) {
      const left = Math.floor((x - gap) / size);
      const right = Math.floor((x + w + gap) / size);
      const bottom = Math.floor((y + h + gap) / size);
      for (let row = Math.floor((y - gap) / size); row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          if (cells.get(row * ROW + column)?.some(test)) return true;
        }
      }
      return false;
    },
  };
}

/** @type {(box: Box, gap: number, size: number, use: (key: number) => void) => void} */
function eachCell({ x, y, w, h }, gap, size, use) {
  const left = Math.floor((x - gap) / size);
  const right = Math.floor((x + w + gap) / size);
  const bottom = Math.floor((y + h + gap) / size);
  for (let row = Math.floor((y - gap) / size); row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) use(row * ROW + column);
  }
}
