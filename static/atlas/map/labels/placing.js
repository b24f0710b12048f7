// Finds room for labels: a pure function from sizes and possible spots to positions.

import { gridOf } from "./grid.js";

/** @import { Box, PlacedBox, Spot } from "../types.d.ts" */
/** @import { Grid } from "./grid.js" */

const OVERLAP = 0.6; // cost of a square pixel of overlap with another label
const COVER = 0.5; // …with a place's dot
const OUTSIDE = 0.3; // …outside the view
const GAP_PX = 3;
const TRIES = 200;
const TRIED_SPOTS = 40; // a label tries one of its cheapest spots
const SLACK = 30; // how much dearer a try may leave the whole: less and less, in the end nothing
const ROUNDS = 4;
const MOST_MOVED = 6;

/**
 * A label's size in pixels, and where its middle may stand.
 * @typedef {{ id: string, w: number, h: number, spots: Spot[] }} Item
 *
 * A label at one of its spots, with what that costs whatever the others do.
 * @typedef {Box & { spot: Spot, cost: number }} Priced
 */

/**
 * Place labels near their anchors without overlaps, as far as there is room.
 *
 * Each label takes its best spot given the others. Then, again and again, one label tries another of
 * its spots and those that it would cover look for theirs anew; what is cheaper on the whole is kept,
 * at first also what is a little dearer. The same input gives the same result.
 * @param {Item[]} items
 * @param {Box[]} obstacles better left free
 * @param {Box} view the part of the map in view
 * @returns {Map<string, PlacedBox>} boxes by id
 */
export function placeLabels(items, obstacles, view) {
  const inTheWay = gridOf(obstacles);
  const choices = items.map((item) => priced(item, obstacles, inTheWay, view));
  const found = search(choices);
  return new Map(items.map(({ id }, i) => [id, found[i]]));
}

// The spots as boxes by rising cost, with what does not depend on the other labels added up.
/** @type {(item: Item, obstacles: Box[], inTheWay: Grid, view: Box) => Priced[]} */
function priced({ w, h, spots }, obstacles, inTheWay, view) {
  return spots
    .map((spot) => {
      const box = { x: spot.x - w / 2, y: spot.y - h / 2, w, h, spot };
      const hidden = inTheWay.near(box, 1).reduce((sum, i) => sum + overlap(box, obstacles[i], 1), 0);
      const outside = w * h - overlap(box, view, 0);
      return { ...box, cost: spot.cost + COVER * hidden + OUTSIDE * outside };
    })
    .sort((a, b) => a.cost - b.cost);
}

/** @type {(choices: Priced[][]) => Priced[]} */
function search(choices) {
  const random = numbers();
  const table = seated(
    settled(
      choices,
      choices.map(([first]) => first),
    ),
  );
  let price = total(table);
  let best = { taken: [...table.taken], price };
  for (let tries = 0; tries < TRIES && choices.length > 1; tries += 1) {
    const own = random(choices.length);
    const box = choices[own][random(Math.min(TRIED_SPOTS, choices[own].length))];
    const moved = nudge(choices, table, own, box);
    const sum = total(table);
    if (sum >= price + SLACK * (1 - tries / TRIES)) {
      for (const [i, before] of moved.reverse()) table.move(i, before);
      continue;
    }
    price = sum;
    if (sum < best.price) best = { taken: [...table.taken], price: sum };
  }
  return settled(choices, best.taken);
}

// One label in another spot; those that it covers choose again, then those that they cover. Returns
// who moved, in turn, and from where.
/** @type {(choices: Priced[][], table: Table, own: number, box: Priced) => [number, Priced][]} */
function nudge(choices, table, own, box) {
  const { taken } = table;
  /** @type {[number, Priced][]} */
  const steps = [];
  /** @type {(i: number, to: Priced) => void} */
  const move = (i, to) => {
    steps.push([i, taken[i]]);
    table.move(i, to);
  };
  move(own, box);
  const waiting = covered(table, own, []);
  for (let next = 0; next < waiting.length && next < MOST_MOVED; next += 1) {
    const moved = waiting[next];
    const chosen = cheapest(choices[moved], table, moved);
    if (chosen === taken[moved]) continue;
    move(moved, chosen);
    waiting.push(...covered(table, moved, [own, ...waiting.slice(next + 1)]));
  }
  move(own, cheapest(choices[own], table, own));
  return steps;
}

/** @type {(table: Table, own: number, except: number[]) => number[]} */
function covered({ taken, grid }, own, except) {
  return grid
    .near(taken[own], GAP_PX)
    .filter((other) => other !== own && !except.includes(other) && overlap(taken[own], taken[other], GAP_PX) > 0)
    .sort((a, b) => a - b);
}

// Every label chooses in turn until none wants to move.
/** @type {(choices: Priced[][], start: Priced[]) => Priced[]} */
function settled(choices, start) {
  const table = seated(start);
  const { taken } = table;
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    choices.forEach((boxes, i) => {
      const box = cheapest(boxes, table, i);
      changed ||= box !== taken[i];
      table.move(i, box);
    });
    if (!changed) break;
  }
  return taken;
}

/** @type {(table: Table) => number} */
function total({ taken, grid }) {
  let sum = 0;
  taken.forEach((box, i) => {
    sum += box.cost;
    for (const j of grid.near(box, GAP_PX)) if (j < i) sum += OVERLAP * overlap(box, taken[j], GAP_PX);
  });
  return sum;
}

/** @type {(boxes: Priced[], table: Table, own: number) => Priced} */
function cheapest(boxes, { taken, grid }, own) {
  let chosen = boxes[0];
  let least = Infinity;
  for (const box of boxes) {
    if (box.cost >= least) break;
    let sum = box.cost;
    for (const j of grid.near(box, GAP_PX)) {
      if (j !== own) sum += OVERLAP * overlap(box, taken[j], GAP_PX);
      if (sum >= least) break;
    }
    if (sum < least) [least, chosen] = [sum, box];
  }
  return chosen;
}

/**
 * Where each label stands now, and who stands near whom.
 * @typedef {{ taken: Priced[], grid: Grid, move: (i: number, box: Priced) => void }} Table
 */

/** @type {(start: Priced[]) => Table} */
function seated(start) {
  const taken = [...start];
  const grid = gridOf(taken);
  return {
    taken,
    grid,
    move(i, box) {
      if (box === taken[i]) return;
      grid.remove(i);
      taken[i] = box;
      grid.add(i);
    },
  };
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

/** @type {(a: Box, b: Box, gap: number) => number} */
function overlap(a, b, gap) {
  const width = Math.min(a.x + a.w, b.x + b.w + gap) - Math.max(a.x, b.x - gap);
  if (width <= 0) return 0;
  const height = Math.min(a.y + a.h, b.y + b.h + gap) - Math.max(a.y, b.y - gap);
  return height > 0 ? width * height : 0;
}
