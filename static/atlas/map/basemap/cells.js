// The cells of one finer level of the ground: fetched when they come into view, the oldest forgotten.

import { WORLD, meets, prepare, projectedBox, shifted } from "./data.js";
import { placed } from "./placed.js";

/** @import { Cell, CellFile, Disputed, Extent, Ground, LevelIndex, ReadFile } from "../types.d.ts" */

const MOST = 160; // cells that are kept
const TRIES = 3; // how often a cell is asked for that does not come

/**
 * @typedef {object} Cells
 * @property {number} from the zoom from which the level is drawn
 * @property {(sees: Extent[]) => void} fetch asks for what is in view and not there
 * @property {(sees: Extent[]) => { there: Cell[], complete: boolean }} inView the cells that are there
 */

/**
 * Make a level; nothing is fetched before `fetch`.
 * @param {LevelIndex} index which cells there are
 * @param {object} parts
 * @param {ReadFile} parts.read
 * @param {(id: string) => Disputed | undefined} parts.toldOf what is said of a disputed area
 * @param {() => void} parts.arrived is called when a cell has come
 * @param {(error: unknown) => void} parts.failed is called when one does not come
 * @returns {Cells}
 */
export function makeCells(index, { read, toldOf, arrived, failed }) {
  /** @type {Map<string, Cell>} */
  const there = new Map();
  /** @type {Map<string, number>} */
  const asked = new Map(); // how often a cell that is not there was asked for; -1 while it is under way

  /** @type {(file: CellFile | null, key: string, box: number[]) => void} */
  const take = (file, key, box) => {
    if (!file) return; // the edition as one page carries the cells of its own places alone
    there.set(key, readCell(file, index.unit, box, toldOf));
    forget(there);
    arrived();
  };

  /** @type {(key: string, box: number[]) => void} */
  const ask = (key, box) => {
    const tries = asked.get(key) ?? 0;
    if (there.has(key) || tries < 0 || tries >= TRIES) return;
    asked.set(key, -1);
    read(`${index.name}-${key}.json`)
      .then((file) => {
        asked.delete(key);
        if (!file) asked.set(key, TRIES);
        take(/** @type {CellFile | null} */ (file), key, box);
      })
      .catch((error) => {
        asked.set(key, tries + 1);
        failed(error);
      });
  };

  return {
    from: index.from,
    fetch(sees) {
      for (const { key, box, isEmpty } of cellsIn(index, sees)) if (!isEmpty) ask(key, box);
    },
    inView(sees) {
      const wanted = cellsIn(index, sees);
      const found = wanted.map(({ key, box, isEmpty }) => (isEmpty ? emptyCell(box) : used(there, key)));
      return { there: found.filter((cell) => cell !== null), complete: !found.includes(null) };
    },
  };
}

/** @type {(file: CellFile, unit: number, box: number[], toldOf: (id: string) => Disputed | undefined) => Cell} */
function readCell(file, unit, box, toldOf) {
  return {
    region: projectedBox(box),
    ground: prepare(file, unit, box, toldOf),
    names: (file.names ?? []).map((entry) => placed(entry, unit)),
  };
}

/** @type {(box: number[]) => Cell} */
function emptyCell(box) {
  return { region: projectedBox(box), ground: NOTHING, names: [] };
}

/** @type {Ground} */
const NOTHING = { land: [], seams: [], coast: [], lakes: [], shores: [], borders: [], rivers: [], disputed: [] };

// A cell that is looked at becomes the newest.
/** @type {(there: Map<string, Cell>, key: string) => Cell | null} */
function used(there, key) {
  const cell = there.get(key);
  if (!cell) return null;
  there.delete(key);
  there.set(key, cell);
  return cell;
}

/** @type {(there: Map<string, Cell>) => void} */
function forget(there) {
  for (const key of there.keys()) {
    if (there.size <= MOST) return;
    there.delete(key);
  }
}

/**
 * The cells of a level in some views, which lie within the world: key, box in degrees, whether only sea.
 * @type {(index: LevelIndex, sees: Extent[]) => { key: string, box: number[], isEmpty: boolean }[]}
 */
function cellsIn({ cell: side, cells }, sees) {
  /** @type {{ key: string, box: number[], isEmpty: boolean }[]} */
  const found = [];
  cells.forEach((row, y) => {
    const [south, north] = [y * side - 90, (y + 1) * side - 90];
    const { minY, maxY } = projectedBox([-180, south, 180, north]);
    const here = sees.filter((see) => minY <= see.maxY && maxY >= see.minY);
    if (!here.length) return;
    for (let x = 0; x < row.length; x++) {
      const west = x * side - 180;
      const [minX, maxX] = [(x * side * WORLD) / 360, ((x + 1) * side * WORLD) / 360];
      if (!here.some((see) => minX <= see.maxX && maxX >= see.minX)) continue;
      found.push({ key: `${x}-${y}`, box: [west, south, west + side, north], isEmpty: row[x] !== "1" });
    }
  });
  return found;
}

/**
 * What of a view, which may reach over 180 degrees, lies in each copy of the world.
 * @type {(see: Extent, turns: number[]) => Extent[]}
 */
export function viewsOf(see, turns) {
  const world = { minX: 0, minY: 0, maxX: WORLD, maxY: WORLD };
  return turns.map((by) => shifted(see, -by)).filter((view) => meets(view, world));
}

/**
 * The grounds of some cells as one.
 * @type {(cells: Cell[]) => Ground}
 */
export function together(cells) {
  const grounds = cells.map(({ ground }) => ground);
  /** @type {<Key extends keyof Ground>(key: Key) => Ground[Key]} */
  const all = (key) => /** @type {any} */ (grounds.flatMap((ground) => ground[key]));
  return {
    land: all("land"),
    seams: all("seams"),
    coast: all("coast"),
    lakes: all("lakes"),
    shores: all("shores"),
    borders: all("borders"),
    rivers: all("rivers"),
    disputed: all("disputed"),
  };
}
