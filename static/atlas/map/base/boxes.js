// Boxes and stretches of lines in pixels: how much they share, how far they are apart, what crosses.

/** @import { Box, Stretch, XY } from "../types.d.ts" */

/**
 * How many square pixels two boxes share, with room of `gap` pixels between them asked for.
 * @type {(a: Box, b: Box, gap: number) => number}
 */
export function overlap(a, b, gap) {
  const width = Math.min(a.x + a.w, b.x + b.w + gap) - Math.max(a.x, b.x - gap);
  if (width <= 0) return 0;
  const height = Math.min(a.y + a.h, b.y + b.h + gap) - Math.max(a.y, b.y - gap);
  return height > 0 ? width * height : 0;
}

/**
 * How far two boxes are apart: 0 where they touch.
 * @type {(a: Box, b: Box) => number}
 */
export function apart(a, b) {
  const x = Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w);
  const y = Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h);
  return x && y ? Math.hypot(x, y) : x + y;
}

/**
 * The point of a box that is nearest to another.
 * @type {(box: Box, point: XY) => XY}
 */
export function nearestIn({ x, y, w, h }, point) {
  return { x: Math.max(x, Math.min(point.x, x + w)), y: Math.max(y, Math.min(point.y, y + h)) };
}

/**
 * Whether one box lies within another, edges included.
 * @type {(box: Box, outer: Box) => boolean}
 */
export function within(box, outer) {
  return (
    box.x >= outer.x && box.y >= outer.y && box.x + box.w <= outer.x + outer.w && box.y + box.h <= outer.y + outer.h
  );
}

/**
 * Whether a point lies in a box, edges included.
 * @type {(box: Box, point: XY) => boolean}
 */
export function holds({ x, y, w, h }, point) {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}

/**
 * A box of so many pixels to either side of a point.
 * @type {(point: XY, half: number) => Box}
 */
export function square({ x, y }, half) {
  return { x: x - half, y: y - half, w: 2 * half, h: 2 * half };
}

/**
 * The box that a stretch spans.
 * @type {(stretch: Stretch) => Box}
 */
export function spanOf([x1, y1, x2, y2]) {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), w: Math.abs(x2 - x1), h: Math.abs(y2 - y1) };
}

/**
 * Whether two stretches cross.
 * @type {(a: Stretch, b: Stretch) => boolean}
 */
export function cross([ax, ay, bx, by], [cx, cy, dx, dy]) {
  /** @type {(px: number, py: number, qx: number, qy: number, rx: number, ry: number) => boolean} */
  const left = (px, py, qx, qy, rx, ry) => (qx - px) * (ry - py) > (qy - py) * (rx - px);
  return (
    left(ax, ay, bx, by, cx, cy) !== left(ax, ay, bx, by, dx, dy)
    && left(cx, cy, dx, dy, ax, ay) !== left(cx, cy, dx, dy, bx, by)
  );
}

/**
 * Whether a stretch meets a box.
 * @type {(stretch: Stretch, box: Box) => boolean}
 */
export function enters(stretch, { x, y, w, h }) {
  const [x1, y1, x2, y2] = stretch;
  if (Math.max(x1, x2) < x || Math.min(x1, x2) > x + w || Math.max(y1, y2) < y || Math.min(y1, y2) > y + h)
    return false;
  if (x1 >= x && x1 <= x + w && y1 >= y && y1 <= y + h) return true;
  return cross(stretch, [x, y, x + w, y + h]) || cross(stretch, [x + w, y, x, y + h]);
}

/**
 * The part of a stretch that lies in a box; null where none does.
 * @type {(stretch: Stretch, box: Box) => Stretch | null}
 */
export function cut([x1, y1, x2, y2], { x, y, w, h }) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, x1 - x],
    [dx, x + w - x1],
    [-dy, y1 - y],
    [dy, y + h - y1],
  ]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to ? [x1 + from * dx, y1 + from * dy, x1 + to * dx, y1 + to * dy] : null;
}
