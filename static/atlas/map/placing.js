// Finds room for labels: a pure function from sizes and possible spots to positions.

const OVERLAP = 0.6; // cost of a square pixel of overlap with another label
const COVER = 0.5; // …with a place's dot
const OUTSIDE = 0.3; // …outside the view
const GAP_PX = 3;
const ORDERS = 28;

/**
 * Place labels near their anchors without overlaps, as far as there is room.
 *
 * Each label takes its best spot given the others; who chooses first matters, so several orders are
 * tried and the cheapest result is kept. The same input gives the same result.
 * @param {{id: string, w: number, h: number, spots: {x, y, cost}[]}[]} items sizes in pixels and
 *   possible middles, each with its own cost
 * @param {{x, y, w, h}[]} obstacles boxes better left free
 * @param {{x, y, w, h}} view the part of the map in view
 * @returns {Map<string, {x, y, w, h, spot: object}>} boxes by id; x and y are their top left corners
 */
export function placeLabels(items, obstacles, view) {
  const choices = items.map((item) => priced(item, obstacles, view));
  let best = null;
  for (let order = 0; order < ORDERS; order += 1) {
    const result = settle(choices, permuted(items.length, order));
    if (!best || result.cost < best.cost) best = result;
  }
  return new Map(items.map(({ id }, i) => [id, best.taken[i]]));
}

// The spots as boxes by rising cost, with what does not depend on the other labels added up.
function priced({ w, h, spots }, obstacles, view) {
  return spots.map((spot) => {
    const box = { x: spot.x - w / 2, y: spot.y - h / 2, w, h, spot };
    const covered = obstacles.reduce((sum, other) => sum + overlap(box, other, 1), 0);
    const outside = w * h - overlap(box, view, 0);
    return { ...box, cost: spot.cost + COVER * covered + OUTSIDE * outside };
  }).sort((a, b) => a.cost - b.cost);
}

function settle(choices, order) {
  const taken = new Array(choices.length).fill(null);
  let cost = 0;
  for (let round = 0; round < 3; round += 1) {
    cost = 0;
    let changed = false;
    for (const i of order) {
      const before = taken[i];
      const [box, price] = cheapest(choices[i], taken, i);
      taken[i] = box;
      cost += price;
      changed ||= box !== before;
    }
    if (!changed) break;
  }
  return { taken, cost };
}

function cheapest(boxes, taken, own) {
  let chosen = boxes[0];
  let least = Infinity;
  for (const box of boxes) {
    if (box.cost >= least) break;
    let sum = box.cost;
    for (let j = 0; j < taken.length && sum < least; j += 1) {
      if (j !== own && taken[j]) sum += OVERLAP * overlap(box, taken[j], GAP_PX);
    }
    if (sum < least) [least, chosen] = [sum, box];
  }
  return [chosen, least];
}

// The list's own order, then shuffled ones; a fixed series of numbers, so the map never flickers.
function permuted(length, number) {
  const list = [...Array(length).keys()];
  let seed = number * 7919;
  for (let i = length - 1; number && i > 0; i -= 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const j = seed % (i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function overlap(a, b, gap) {
  const width = Math.min(a.x + a.w, b.x + b.w + gap) - Math.max(a.x, b.x - gap);
  const height = Math.min(a.y + a.h, b.y + b.h + gap) - Math.max(a.y, b.y - gap);
  return width > 0 && height > 0 ? width * height : 0;
}
