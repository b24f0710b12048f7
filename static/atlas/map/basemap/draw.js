// Draws prepared basemap data on a canvas: land, coast, water, borders by rank, disputed areas.

import { copies } from "../base/circle.js";
import { BASE_ZOOM, WORLD, meets, shifted } from "./data.js";

/** @import { Border, CanvasFrame, Colour, Extent, Ground, River, Shape } from "../types.d.ts" */

/** Zoom from which a kind of line is drawn, and its width and dashes in pixels. */
/** @type {Record<string, { from: number, width: number, dash: number[], colour: string, casing: number, fades?: boolean }>} */
const BORDERS = {
  admin1: { from: 4.75, width: 0.8, dash: [], colour: "--admin", casing: 0, fades: true },
  international: { from: 0, width: 1.1, dash: [], colour: "--border", casing: 4 },
  disputed: { from: 0, width: 1.2, dash: [5, 3.5], colour: "--border", casing: 4 },
  "line-of-control": { from: 0, width: 1.6, dash: [0.1, 3.6], colour: "--border", casing: 4 },
};
/** Where a disputed line is cut open over the places' outlines: in the gaps of its own dashes. */
/** @type {Record<string, Line>} */
const BREAKS = {
  disputed: { width: 5, dash: [2.9, 5.6], shift: -5.3, colour: "--land", cap: "butt" },
  "line-of-control": { width: 5, dash: [1.9, 1.8], shift: -1, colour: "--land", cap: "butt" },
};
const FADE = 80; // base pixels, 3.5 degrees
const RIVER_FROM = [0, 3, 4, 4.5, 5, 5.5, 6, 6.5];

/**
 * What draws: where, how large, what is in view (in base pixels), and the edge of the detailed file,
 * how far to the right the copies of the world in view stand (0 for the world itself, in base pixels).
 * @typedef {{ context: CanvasRenderingContext2D, frame: CanvasFrame, scale: number, see: Extent, colour: Colour,
 *   turns: number[], edge?: Extent }} Pen
 *
 * A shape in view, and how far to the right it is drawn if not where it is.
 * @typedef {{ by?: number }} Turned
 *
 * How a line looks: pixels, and the name of a colour variable.
 * @typedef {{ width: number, colour: string, dash?: number[], shift?: number, cap?: CanvasLineCap,
 *   fades?: boolean }} Line
 */

/**
 * Draw the basemap.
 * @param {CanvasRenderingContext2D} context
 * @param {CanvasFrame} frame what part of the world
 * @param {{ world: Ground, focus: Ground | null }} data focus is drawn inside its region instead of the world
 * @param {Colour} colour
 */
export function drawBasemap(context, frame, data, colour) {
  drawWith(paint, context, frame, data, colour);
}

/**
 * Cut the disputed lines open where a place's outline runs along them, so that the outline is as
 * broken there as the line below it; for a canvas above the places.
 * @type {typeof drawBasemap}
 */
export function drawBreaks(context, frame, data, colour) {
  drawWith(breakOpen, context, frame, data, colour);
}

/**
 * @type {(act: (pen: Pen, data: Ground) => void, context: CanvasRenderingContext2D, frame: CanvasFrame,
 *   data: { world: Ground, focus: Ground | null }, colour: Colour) => void}
 */
function drawWith(act, context, frame, { world, focus }, colour) {
  const scale = 2 ** (frame.zoom - BASE_ZOOM);
  const see = viewBox(frame, scale);
  /** @type {Pen} */
  const pen = { context, frame, scale, see, colour, turns: turnsOf(see) };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const turn = focus ? pen.turns.find((by) => meets(shifted(focus.region, by), see)) : undefined;
  const region = focus && turn !== undefined ? shifted(focus.region, turn) : undefined;
  if (!region || !within(see, region)) clipped(pen, region, true, (outside) => act(outside, world));
  if (!focus || !region) return;
  clipped({ ...pen, turns: [turn ?? 0], edge: focus.region }, region, false, (inside) => act(inside, focus));
}

/** @type {(see: Extent) => number[]} */
function turnsOf({ minX, maxX }) {
  return copies(minX, maxX, WORLD).map((copy) => copy * WORLD);
}

/** @type {(frame: CanvasFrame, scale: number) => Extent} */
function viewBox({ corner, size }, scale) {
  return {
    minX: corner.x / scale,
    minY: corner.y / scale,
    maxX: (corner.x + size.x) / scale,
    maxY: (corner.y + size.y) / scale,
  };
}

/** @type {(inner: Extent, outer: Extent) => boolean} */
function within(inner, outer) {
  return inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;
}

/** @type {(pen: Pen, region: Extent | undefined, outside: boolean, act: (pen: Pen) => void) => void} */
function clipped(pen, region, outside, act) {
  const { context, frame, scale } = pen;
  const unit = scale * frame.ratio;
  context.save();
  context.setTransform(unit, 0, 0, unit, -frame.corner.x * frame.ratio, -frame.corner.y * frame.ratio);
  if (region) {
    context.beginPath();
    if (outside) context.rect(pen.see.minX, pen.see.minY, pen.see.maxX - pen.see.minX, pen.see.maxY - pen.see.minY);
    context.rect(region.minX, region.minY, region.maxX - region.minX, region.maxY - region.minY);
    context.clip("evenodd");
  }
  act(pen);
  context.restore();
}

/** @type {(pen: Pen, data: Ground) => void} */
function paint(pen, data) {
  /** @type {<Item extends Shape>(list: Item[]) => (Item & Turned)[]} */
  const seen = (list) => inView(pen, list);
  const land = seen(data.land);
  const coast = seen(data.coast);
  stroke(pen, coast, { width: 14, colour: "--shelf-1" });
  stroke(pen, coast, { width: 7, colour: "--shelf-2" });
  stroke(pen, coast, { width: 3, colour: "--shelf-3" });
  fill(pen, land, pen.colour("--land"));
  stroke(pen, seen(data.seams), { width: 1.5, colour: "--land" });
  stroke(pen, coast, { width: 0.9, colour: "--coast" });
  drawRivers(pen, seen(data.rivers));
  const lakes = seen(data.lakes).filter(({ box }) => (box.maxX - box.minX) * pen.scale > 2.5);
  fill(pen, lakes, pen.colour("--water"));
  stroke(pen, lakes, { width: 0.8, colour: "--coast" });
  fill(pen, seen(data.disputed), hatching(pen));
  drawBorders(pen, seen(data.borders));
}

/** @type {(pen: Pen, data: Ground) => void} */
function breakOpen(pen, { borders }) {
  const seen = inView(pen, borders);
  for (const [kind, look] of Object.entries(BREAKS)) {
    const list = seen.filter(({ properties }) => properties.kind === kind);
    stroke(pen, list, look);
  }
}

// What of a list is in view, once for each copy of the world that is.
/** @type {<Item extends Shape>(pen: Pen, list: Item[]) => (Item & Turned)[]} */
function inView({ see, turns }, list) {
  return turns.flatMap((by) => {
    const there = shifted(see, -by);
    const found = list.filter(({ box }) => meets(box, there));
    return by ? found.map((item) => ({ ...item, by })) : found;
  });
}

/** @type {(context: CanvasRenderingContext2D, item: Turned, act: () => void) => void} */
function turned(context, { by = 0 }, act) {
  if (by) context.translate(by, 0);
  act();
  if (by) context.translate(-by, 0);
}

/** @type {(pen: Pen, list: (Shape & Turned)[], style: string | CanvasPattern) => void} */
function fill({ context }, list, style) {
  context.fillStyle = style;
  for (const item of list) turned(context, item, () => context.fill(item.path));
}

/** @type {(pen: Pen, list: (Shape & Turned)[], look: Line) => void} */
function stroke(pen, list, { width, colour, dash = [], shift = 0, cap = "round", fades = false }) {
  const { context, scale, colour: value, edge } = pen;
  context.lineWidth = width / scale;
  context.strokeStyle = value(colour);
  context.lineJoin = "round";
  context.lineCap = dash.length ? cap : "butt";
  context.setLineDash(dash.map((part) => part / scale));
  context.lineDashOffset = shift / scale;
  for (const item of list) {
    if (fades && edge) context.globalAlpha = nearness(item.box, edge);
    turned(context, item, () => context.stroke(item.path));
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

// Lines that only the detailed file has fade out towards its edge instead of breaking off.
/** @type {(box: Extent, edge: Extent) => number} */
function nearness(box, edge) {
  const away = Math.min(box.minX - edge.minX, edge.maxX - box.maxX, box.minY - edge.minY, edge.maxY - box.maxY);
  return Math.max(0, Math.min(1, away / FADE));
}

/** @type {(pen: Pen, rivers: (Shape<River> & Turned)[]) => void} */
function drawRivers(pen, rivers) {
  const { zoom } = pen.frame;
  RIVER_FROM.forEach((from, rank) => {
    if (zoom < from) return;
    const list = rivers.filter(({ properties }) => Math.min(properties.rank ?? 5, 7) === rank);
    const width = Math.min(2.2, Math.max(0.6, 1.5 - rank * 0.16 + (zoom - 5) * 0.2));
    stroke(pen, list, { width, colour: "--river", fades: rank > 1 });
  });
}

/** @type {(pen: Pen, borders: (Shape<Border> & Turned)[]) => void} */
function drawBorders(pen, borders) {
  for (const [kind, look] of Object.entries(BORDERS)) {
    if (pen.frame.zoom < look.from) continue;
    const list = borders.filter(({ properties }) => properties.kind === kind);
    if (look.casing) stroke(pen, list, { width: look.casing, colour: "--border-casing" });
    stroke(pen, list, look);
  }
}

// Slanted lines that keep their width at every zoom: the pattern undoes the canvas's scale.
/** @type {(pen: Pen) => CanvasPattern} */
function hatching({ context, frame, scale, colour }) {
  const side = 8;
  const pixels = Math.max(1, Math.round(side * frame.ratio)); // zoomed far out, a page's ratio is tiny
  const tile = new OffscreenCanvas(pixels, pixels);
  const draw = /** @type {OffscreenCanvasRenderingContext2D} */ (tile.getContext("2d"));
  draw.scale(pixels / side, pixels / side);
  draw.strokeStyle = colour("--hatch");
  draw.lineWidth = 1.1;
  draw.beginPath();
  for (const shift of [-side, 0, side]) {
    draw.moveTo(shift - 1, side + 1);
    draw.lineTo(shift + side + 1, -1);
  }
  draw.stroke();
  const pattern = /** @type {CanvasPattern} */ (context.createPattern(tile, "repeat"));
  const unit = side / (scale * pixels);
  pattern.setTransform(new DOMMatrix([unit, 0, 0, unit, 0, 0]));
  return pattern;
}
