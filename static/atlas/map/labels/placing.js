// Finds room for labels: a pure function from sizes and possible spots to positions, or none.

import { overlap } from "../base/boxes.js";
import { gridOf } from "./grid.js";
import { makeTable } from "./table.js";

/** @import { Box, PlacedBox, Spot, Spots, XY } from "../types.d.ts" */
/** @import { Priced, Table } from "./table.js" */

const COVER = 0.5; // cost of a square pixel of what is better left free
const WAIT = 400; // cost of the least important label that waits
const RANK = 40; // …and how much more each more important one costs
const TRIES = 150;
const MORE_TRIES = 6000; // shared among the labels: few of them are tried more often each
const TRIED_SPOTS = 30; // a label tries one of its cheapest spots
const SLACK = 30; // how much dearer a try may leave the whole: less and less, in the end nothing
const ROUNDS = 3;
const MOST_MOVED = 4;
const MOST_PRESSED = 300;

/**
 * A label's size in pixels, and where its middle may stand, the cheapest spot first. `at` is what a
 * leader leads from; `may` says whether a spot keeps to the rules, whatever the other labels do.
 * @typedef {{ id: string, w: number, h: number, at: XY, spots: Spots, may: (box: Box, spot: Spot) => boolean }} Item
 *
 * `waiting` has where each that waits would stand by itself; `forced` tells whether the chosen one took
 * room from others.
 * @typedef {{ placed: Map<string, PlacedBox>, waiting: { id: string, box: PlacedBox }[], forced: boolean }} Placing
 */

/**
 * Place labels near their anchors without overlaps and without crossing leaders; those without room wait.
 *
 * The important ones choose first. Then, again and again, one label tries another of its spots and
 * those that it would cover look for theirs anew; what is cheaper on the whole is kept, at first also
 * what is a little dearer. The same input gives the same result.
 * @param {Item[]} items the important ones first
 * @param {Box[]} obstacles better left free
 * @param {string | null} [chosen] shown in any case: those that are in its way wait
 * @returns {Placing}
 */
export function placeLabels(items, obstacles, chosen = null) {
  const table = makeTable(items);
  /** @type {Search} */
  const search = { table, items, ask: asking(items, obstacles) };
  items.forEach((_, i) => table.move(i, cheapest(search, i)));
  press(search);
  improve(search);
  press(search);
  for (let round = 0; round < ROUNDS; round += 1) if (!tidied(search)) break;
  const first = items.findIndex(({ id }) => id === chosen);
  const forced = first >= 0 && !table.taken[first];
  if (forced) insist(search, first);
  /** @type {Placing} */
  const result = { placed: new Map(), waiting: [], forced };
  items.forEach(({ id }, i) => {
    const box = table.taken[i];
    if (box) result.placed.set(id, box);
    else result.waiting.push({ id, box: alone(search, i) });
  });
  return result;
}

/**
 * `ask` gives a label's spot as a box with its cost, null where it may not stand there.
 * @typedef {{ table: Table, items: Item[], ask: (i: number, spot: number) => Priced | null }} Search
 */

// What a spot costs is worked out when it is asked for first: most never are.
/** @type {(items: Item[], obstacles: Box[]) => Search["ask"]} */
function asking(items, obstacles) {
  const grid = gridOf(obstacles);
  /** @type {(box: Box) => number} */
  const hidden = (box) => grid.near(box, 1).reduce((sum, i) => sum + overlap(box, obstacles[i], 1), 0);
  /** @type {(Priced | null | undefined)[][]} */
  const known = items.map(() => []);
  return (i, number) => {
    let box = known[i][number];
    if (box === undefined) {
      const { w, h, spots, may, at } = items[i];
      const spot = spots.at(number);
      const bare = { x: spot.x - w / 2, y: spot.y - h / 2, w, h };
      box = may(bare, spot) ? { ...bare, spot, at, cost: spot.cost + COVER * hidden(bare) } : null;
      known[i][number] = box;
    }
    return box;
  };
}

// The cheapest spot that is free.
/** @type {(search: Search, i: number) => Priced | null} */
function cheapest({ table, items, ask }, i) {
  let [least, chosen] = [Infinity, /** @type {Priced | null} */ (null)];
  const { spots } = items[i];
  for (let number = 0; number < spots.length && spots.at(number).cost < least; number += 1) {
    const box = ask(i, number);
    if (box && box.cost < least && table.isFree(i, box)) [least, chosen] = [box.cost, box];
  }
  return chosen;
}

// Labels that wait press into each of their spots in turn; those in the way look for another one. That
// is kept where it makes the whole cheaper.
/** @type {(search: Search) => void} */
function press(search) {
  const { table, items } = search;
  let pressed = 0;
  for (let i = 0; i < items.length && pressed < MOST_PRESSED; i += 1) {
    for (let number = 0; number < items[i].spots.length && !table.taken[i]; number += 1) {
      const box = search.ask(i, number);
      if (!box || table.against(i, box).length > MOST_MOVED) continue;
      pressed += 1;
      const steps = nudge(search, i, box);
      if (changeOf(search, steps) >= 0) undo(table, steps);
    }
  }
}

/** @type {(search: Search) => void} */
function improve(search) {
  const { items, table } = search;
  const random = numbers();
  let [above, least] = [0, 0]; // how much dearer the whole is than at the start, and was at its best
  let best = [...table.taken];
  const most = items.length > 1 ? TRIES + MORE_TRIES / items.length : 0;
  for (let tries = 0; tries < most; tries += 1) {
    const own = random(items.length);
    const number = random(Math.min(TRIED_SPOTS, items[own].spots.length));
    const box = search.ask(own, number);
    if (!box || box === table.taken[own]) continue;
    const steps = nudge(search, own, box);
    const change = changeOf(search, steps);
    if (above + change >= least + SLACK * (1 - tries / most)) {
      undo(table, steps);
      continue;
    }
    above += change;
    if (above < least) [least, best] = [above, [...table.taken]];
  }
  if (above > least) restore(table, best);
}

/** @typedef {{ i: number, before: Priced | null }} Step a label that moved, and from where */

// How much dearer the whole has become.
/** @type {(search: Search, steps: Step[]) => number} */
function changeOf({ items, table }, steps) {
  return steps.reduce((sum, { i, before }) => sum + costOf(items, i, table.taken[i]) - costOf(items, i, before), 0);
}

/** @type {(table: Table, steps: Step[]) => void} */
function undo(table, steps) {
  for (const { i } of steps) table.move(i, null);
  for (const { i, before } of steps) table.move(i, before);
}

/** @type {(items: Item[], i: number, box: Priced | null) => number} */
function costOf(items, i, box) {
  return box ? box.cost : WAIT + RANK * (items.length - i);
}

// One label in another spot; those that it covers look for another one, and wait where there is none.
/** @type {(search: Search, own: number, box: Priced) => Step[]} */
function nudge(search, own, box) {
  const { table } = search;
  const others = table.against(own, box).sort((a, b) => a - b);
  const steps = [own, ...others].map((i) => ({ i, before: table.taken[i] }));
  for (const other of others) table.move(other, null);
  table.move(own, box);
  for (const other of others.slice(0, MOST_MOVED)) {
    const elsewhere = cheapest(search, other);
    if (elsewhere) table.move(other, elsewhere);
  }
  return steps;
}

// Every label looks for a cheaper spot in turn, those that wait too. Returns whether any has moved.
/** @type {(search: Search) => boolean} */
function tidied(search) {
  const { table, items } = search;
  let changed = false;
  items.forEach((_, i) => {
    const before = table.taken[i];
    const box = cheapest(search, i);
    if (!box || box === before || (before && box.cost >= before.cost)) return;
    table.move(i, box);
    changed = true;
  });
  return changed;
}

// The chosen place's label is shown in any case: what is in its way waits.
/** @type {(search: Search, own: number) => void} */
function insist(search, own) {
  const box = alone(search, own);
  for (const other of search.table.against(own, box)) search.table.move(other, null);
  search.table.move(own, box);
}

// The best spot that keeps to the rules whatever the other labels do, or else the first there is.
/** @type {(search: Search, i: number) => Priced} */
function alone({ items, ask }, i) {
  const { spots, w, h, at } = items[i];
  for (let number = 0; number < spots.length; number += 1) {
    const box = ask(i, number);
    if (box) return box;
  }
  const spot = spots.length ? spots.at(0) : { ...at, cost: 0, leader: false };
  return { x: spot.x - w / 2, y: spot.y - h / 2, w, h, spot, at, cost: spot.cost };
}

/** @type {(table: Table, wanted: (Priced | null)[]) => void} */
function restore(table, wanted) {
  wanted.forEach((_, i) => table.move(i, null));
  wanted.forEach((box, i) => table.move(i, box));
}

// A fixed series of numbers, so that the map never flickers; each is below the one asked for.
/** @type {() => (below: number) => number} */
function numbers() {
  let seed = 7919;
  return (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
}
