// Finds room for labels: a pure function from boxes and anchors to positions, no page needed.

const OVERLAP = 30; // cost of a square pixel of overlap with a label, against a pixel of distance
const COVER = 6; // …with a place's dot
const OUTSIDE = 12; // …outside the view

/**
 * Place labels near their anchors without overlaps, as far as there is room.
 * @param {{id, x, y, w, h, point: boolean}[]} items anchors and sizes in pixels; the first of them
 *   chooses first
 * @param {{x, y, w, h}[]} obstacles boxes better left free
 * @param {{x, y, w, h}} view the part of the map in view
 * @returns {Map<string, {x, y, w, h, away: number}>} top left corners; `away` is the distance in
 *   pixels between the anchor and the label's edge
 */
export function placeLabels(items, obstacles, view) {
  const placed = new Map();
  for (let round = 0; round < 3; round += 1) {
    for (const item of items) {
      placed.delete(item.id);
      placed.set(item.id, best(item, [...placed.values()], obstacles, view));
    }
  }
  return placed;
}

function best(item, others, obstacles, view) {
  let chosen = null;
  let least = Infinity;
  for (const [box, cost] of candidates(item)) {
    if (cost >= least) break; // candidates come by rising cost
    let sum = cost;
    for (const other of others) sum += OVERLAP * overlap(box, other, 3);
    for (const other of obstacles) sum += COVER * overlap(box, other, 1);
    sum += OUTSIDE * (box.w * box.h - overlap(box, view, 0));
    if (sum < least) [least, chosen] = [sum, box];
  }
  return { ...chosen, away: awayFrom(item, chosen) };
}

function candidates(item) {
  const list = [];
  const add = (cx, cy, cost) => {
    list.push([{ x: item.x + cx - item.w / 2, y: item.y + cy - item.h / 2, w: item.w, h: item.h }, cost]);
  };
  const start = item.point ? 9 : 0;
  if (!item.point) add(0, 0, 0);
  for (const gap of item.point ? [9, 16, 28, 44, 64, 88, 116] : [-6, 4, 16, 32, 52, 76, 104, 136]) {
    for (const [dx, dy, extra] of DIRECTIONS) {
      const cx = dx * (item.w / 2 + gap);
      const cy = dy * (item.h / 2 + gap);
      add(cx, cy, (gap - start + 8) * 2 + extra);
    }
  }
  return list.sort((a, b) => a[1] - b[1]);
}

// Unit steps from the anchor; to the right is what readers expect, straight above comes next.
const DIRECTIONS = [
  [1, 0, 0], [0, -1, 3], [0, 1, 3], [-1, 0, 4], [1, -0.7, 2], [1, 0.7, 2], [-1, -0.7, 5],
  [-1, 0.7, 5], [0.5, -1, 4], [0.5, 1, 4], [-0.5, -1, 5], [-0.5, 1, 5],
];

function overlap(a, b, gap) {
  const width = Math.min(a.x + a.w, b.x + b.w + gap) - Math.max(a.x, b.x - gap);
  const height = Math.min(a.y + a.h, b.y + b.h + gap) - Math.max(a.y, b.y - gap);
  return width > 0 && height > 0 ? width * height : 0;
}

function awayFrom(item, box) {
  const dx = Math.max(box.x - item.x, 0, item.x - box.x - box.w);
  const dy = Math.max(box.y - item.y, 0, item.y - box.y - box.h);
  return Math.hypot(dx, dy);
}
