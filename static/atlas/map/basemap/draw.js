// Draws prepared basemap data on a canvas: land, coast, water, borders by rank, disputed areas.

import { copies } from "../base/circle.js";
import { BASE_ZOOM, WORLD, meets, shifted } from "./data.js";

/** @import { Border, CanvasFrame, Colour, Extent, Ground, Layer, River, Shape } from "../types.d.ts" */

/** A kind of line's width and dashes, in pixels. */
/** @type {Record<string, { width: number, dash: number[], colour: string, casing: number }>} */
const BORDERS = {
  admin1: { width: 0.8, dash: [], colour: "--admin", casing: 0 },
  international: { width: 1.1, dash: [], colour: "--border", casing: 4 },
  disputed: { width: 1.2, dash: [5, 3.5], colour: "--border", casing: 4 },
  "line-of-control": { width: 1.6, dash: [0.1, 3.6], colour: "--border", casing: 4 },
};
/** Where a disputed line is cut open over the places' outlines: in the gaps of its own dashes. */
/** @type {Record<string, Line>} */
const BREAKS = {
  disputed: { width: 5, dash: [2.9, 5.6], shift: -5.3, colour: "--land", cap: "butt" },
  "line-of-control": { width: 5, dash: [1.9, 1.8], shift: -1, colour: "--land", cap: "butt" },
};
const RIVER_FROM = [0, 3, 4, 4.5, 5, 5.5, 6, 6.5];

/**
 * What draws: where, how large, what is in view (in base pixels), how far to the right the copies of the
 * world in view stand (0 for the world itself, in base pixels).
 * @typedef {{ context: CanvasRenderingContext2D, frame: CanvasFrame, scale: number, see: Extent, colour: Colour,
 *   turns: number[] }} Pen
 *
 * A shape in view, and how far to the right it is drawn if not where it is.
 * @typedef {{ by?: number }} Turned
 *
 * How a line looks: pixels, and the name of a colour variable.
 * @typedef {{ width: number, colour: string, dash?: number[], shift?: number, cap?: CanvasLineCap }} Line
 */

/**
 * Draw the ground, the coarsest first: each is drawn where none above it is.
 * @param {CanvasRenderingContext2D} context
 * @param {CanvasFrame} frame what part of the world
 * @param {Layer[]} layers
 * @param {Colour} colour
 */
export function drawBasemap(context, frame, layers, colour) {
  drawWith(paint, context, frame, layers, colour);
}

/**
 * Cut the disputed lines open where a place's outline runs along them, so that the outline is as
 * broken there as the line below it; for a canvas above the places.
 * @type {typeof drawBasemap}
 */
export function drawBreaks(context, frame, layers, colour) {
  drawWith(breakOpen, context, frame, layers, colour);
}

/**
 * What a frame shows, in base pixels, and how far to the right the copies of the world in it stand.
 * @type {(frame: CanvasFrame) => { see: Extent, turns: number[] }}
 */
export function seenIn({ zoom, corner, size }) {
  const scale = scaleAt(zoom);
  const see = {
    minX: corner.x / scale,
    minY: corner.y / scale,
    maxX: (corner.x + size.x) / scale,
    maxY: (corner.y + size.y) / scale,
  };
  return { see, turns: copies(see.minX, see.maxX, WORLD).map((copy) => copy * WORLD) };
}

/** @type {(zoom: number) => number} */
function scaleAt(zoom) {
  return 2 ** (zoom - BASE_ZOOM);
}

/**
 * @type {(act: (pen: Pen, data: Ground) => void, context: CanvasRenderingContext2D, frame: CanvasFrame,
 *   layers: Layer[], colour: Colour) => void}
 */
function drawWith(act, context, frame, layers, colour) {
  const { see, turns } = seenIn(frame);
  /** @type {Pen} */
  const pen = { context, frame, scale: scaleAt(frame.zoom), see, colour, turns };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  layers.forEach(({ ground }, i) => {
    const above = layers.slice(i + 1);
    if (above.some(({ covers }) => covers)) return;
    const unit = pen.scale * frame.ratio;
    context.save();
    context.setTransform(unit, 0, 0, unit, -frame.corner.x * frame.ratio, -frame.corner.y * frame.ratio);
    for (const { regions } of above) keepOff(pen, regions);
    act(pen, ground);
    context.restore();
  });
}

// The regions of one layer do not lie over each other.
/** @type {(pen: Pen, regions: Extent[]) => void} */
function keepOff({ context, see, turns }, regions) {
  if (!regions.length) return;
  context.beginPath();
  context.rect(see.minX, see.minY, see.maxX - see.minX, see.maxY - see.minY);
  for (const by of turns)
    for (const { minX, minY, maxX, maxY } of regions) context.rect(minX + by, minY, maxX - minX, maxY - minY);
  context.clip("evenodd");
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
  const large = (/** @type {Shape} */ { box }) => (box.maxX - box.minX) * pen.scale > 2.5;
  fill(pen, seen(data.lakes).filter(large), pen.colour("--water"));
  stroke(pen, seen(data.shores).filter(large), { width: 0.8, colour: "--coast" });
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
function stroke({ context, scale, colour: value }, list, { width, colour, dash = [], shift = 0, cap = "round" }) {
  context.lineWidth = width / scale;
  context.strokeStyle = value(colour);
  context.lineJoin = "round";
  context.lineCap = dash.length ? cap : "butt";
  context.setLineDash(dash.map((part) => part / scale));
  context.lineDashOffset = shift / scale;
  for (const item of list) turned(context, item, () => context.stroke(item.path));
  context.setLineDash([]);
}

/** @type {(pen: Pen, rivers: (Shape<River> & Turned)[]) => void} */
function drawRivers(pen, rivers) {
  const { zoom } = pen.frame;
  RIVER_FROM.forEach((from, rank) => {
    if (zoom < from) return;
    const list = rivers.filter(({ properties }) => Math.min(properties.rank, 7) === rank);
    const width = Math.min(2.2, Math.max(0.6, 1.5 - rank * 0.16 + (zoom - 5) * 0.2));
    stroke(pen, list, { width, colour: "--river" });
  });
}

/** @type {(pen: Pen, borders: (Shape<Border> & Turned)[]) => void} */
function drawBorders(pen, borders) {
  for (const [kind, look] of Object.entries(BORDERS)) {
    const list = borders.filter(({ properties: { kind: own, from } }) => own === kind && from <= pen.frame.zoom);
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
