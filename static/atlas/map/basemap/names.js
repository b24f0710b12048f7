// Writes the basemap's own names: cities, countries, provinces and waters, without collisions.

import { copies } from "../base/circle.js";
import { direction, maySpread } from "../base/texts.js";

/** @import { Box, CanvasFrame, Colour, NameEntry, NameKind, PlacedName } from "../types.d.ts" */

const SERIF = "Georgia, 'Times New Roman', serif";
const GAP = 4;
const WORLD = 256; // how wide the world is at zoom 0, in pixels
const ASIDE = { x: 100, y: 40 }; // how far out of view a name may still reach into it, in pixels
const LINE_STEP = 1.15; // of the size of the letters

/**
 * How a kind of name is written; `size` takes the name's rank (1 is the most important) and the zoom.
 * @typedef {object} Look
 * @property {(rank: number, zoom: number) => number} size in pixels
 * @property {(size: number, sans: string, name: NameEntry) => string} font
 * @property {number} spacing of the letters, in pixels
 * @property {string} colour the name of a colour variable
 * @property {boolean} [upper] whether in capitals
 * @property {boolean} [dot] whether beside a dot
 *
 * @typedef {{ text: string, spacing: number }} Line
 *
 * Where a name may stand: its middle and its box.
 * @typedef {Box & { cx: number, cy: number }} NameSpot
 *
 * What is around: boxes in layer pixels that stay free, names that are written as places already, in lower case.
 * @typedef {{ taken: Box[], hidden: Set<string>, language: string, colour: Colour }} Around
 */

/** @type {Record<NameKind, Look>} */
const KINDS = {
  country: {
    size: (rank, zoom) => clamp(15 - rank * 0.9 + (zoom - 4) * 0.9, 10, 17),
    font: (size, sans) => `600 ${size}px ${sans}`,
    spacing: 2.2,
    upper: true,
    colour: "--name-country",
  },
  city: {
    size: (rank, zoom) => clamp(13 - rank * 0.45 + (zoom - 5) * 0.35, 10.5, 14),
    font: (size, sans, { capital }) => `${capital ? 600 : 400} ${size}px ${sans}`,
    spacing: 0,
    dot: true,
    colour: "--name-city",
  },
  admin1: {
    size: () => 10.5,
    font: (size, sans) => `500 ${size}px ${sans}`,
    spacing: 1.4,
    upper: true,
    colour: "--name-admin",
  },
  water: {
    size: (rank, zoom) => clamp(13.5 - rank * 0.5 + (zoom - 4) * 0.6, 10.5, 17),
    font: (size) => `italic 400 ${size}px ${SERIF}`,
    spacing: 0.8,
    colour: "--name-water",
  },
};
const ORDER = { country: 0, water: 1, city: 1, admin1: 2 };

/**
 * Write the names that there is room for.
 * @param {CanvasRenderingContext2D} context
 * @param {CanvasFrame} frame
 * @param {PlacedName[]} names the most important ones first
 * @param {Around} around
 */
export function drawNames(context, frame, names, around) {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.clearRect(0, 0, frame.size.x, frame.size.y);
  const { layerCorner } = frame;
  const taken = around.taken.map(({ x, y, w, h }) => ({ x: x - layerCorner.x, y: y - layerCorner.y, w, h }));
  const world = WORLD * 2 ** frame.zoom;
  const { corner, size } = frame;
  const shown = copies(corner.x - ASIDE.x, corner.x + size.x + ASIDE.x, world);
  for (const name of names) {
    if (name.min_zoom > frame.zoom || around.hidden.has(name.name.toLowerCase())) continue;
    for (const copy of shown) write(context, frame, name, copy * world, taken, around);
  }
}

/**
 * Sort names so that the important ones choose their room first.
 * @type {(a: NameEntry, b: NameEntry) => number}
 */
export function byImportance(a, b) {
  return (
    ORDER[a.kind] - ORDER[b.kind] || Number(b.capital) - Number(a.capital) || a.rank - b.rank || a.min_zoom - b.min_zoom
  );
}

/** @type {(context: CanvasRenderingContext2D, frame: CanvasFrame, name: PlacedName, by: number, taken: Box[], around: Around) => void} */
function write(context, frame, name, by, taken, { language, colour }) {
  const x = name.at[0] * 2 ** frame.zoom - frame.corner.x + by;
  const y = name.at[1] * 2 ** frame.zoom - frame.corner.y;
  if (x < -ASIDE.x || y < -ASIDE.y || x > frame.size.x + ASIDE.x || y > frame.size.y + ASIDE.y) return;
  const look = KINDS[name.kind];
  const size = look.size(name.rank, frame.zoom);
  context.font = look.font(size, colour("--sans"), name);
  const lines = linesOf(name, look, language);
  const width = Math.max(...lines.map((line) => lineWidth(context, line)));
  const height = size * (1 + LINE_STEP * (lines.length - 1));
  const spot = spots(look, x, y, width, height, size).find((box) => !taken.some((other) => hit(box, other)));
  if (!spot) return;
  taken.push(spot);
  if (look.dot) drawDot(context, x, y, name, colour);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colour(name.kind === "water" ? "--halo-water" : "--halo");
  context.fillStyle = colour(look.colour);
  lines.forEach((line, index) => {
    const cy = spot.cy + (index - (lines.length - 1) / 2) * LINE_STEP * size;
    prepareLine(context, line);
    context.strokeText(line.text, spot.cx, cy);
    context.fillText(line.text, spot.cx, cy);
  });
}

// As the article's readers know the name, and below it in another language where it has one.
/** @type {(name: NameEntry, look: Look, language: string) => Line[]} */
function linesOf({ name, names }, { upper, spacing }, language) {
  /** @type {(text: string, locale: string) => string} */
  const cased = (text, locale) => (upper ? text.toLocaleUpperCase(locale) : text);
  const own = language === "en" ? name : (names[language] ?? name);
  const texts = own === name ? [cased(name, "en")] : [cased(name, "en"), cased(own, language)];
  return texts.map((text) => ({ text, spacing: maySpread(text) ? spacing : 0 }));
}

/** @type {(context: CanvasRenderingContext2D, line: Line) => void} */
function prepareLine(context, { text, spacing }) {
  context.letterSpacing = `${spacing}px`;
  context.direction = direction(text);
}

/** @type {(context: CanvasRenderingContext2D, line: Line) => number} */
function lineWidth(context, line) {
  prepareLine(context, line);
  return context.measureText(line.text).width;
}

/** @type {(look: Look, x: number, y: number, width: number, height: number, size: number) => NameSpot[]} */
function spots(look, x, y, width, height, size) {
  const aside = 5 + width / 2;
  const above = (height + size) / 2;
  const shifts = look.dot
    ? [
        [aside, 0],
        [-aside, 0],
        [0, -above],
        [0, above],
      ]
    : [
        [0, 0],
        [0, size],
        [0, -size],
      ]; // an area's name may stand a line higher or lower
  return shifts.map(([dx, dy]) => ({
    cx: x + dx,
    cy: y + dy,
    x: x + dx - width / 2 - 1,
    y: y + dy - height / 2,
    w: width + 2,
    h: height,
  }));
}

/** @type {(context: CanvasRenderingContext2D, x: number, y: number, name: NameEntry, colour: Colour) => void} */
function drawDot(context, x, y, { capital, rank }, colour) {
  const radius = capital ? 2.8 : rank <= 3 ? 2.2 : 1.7;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = colour(capital ? "--halo" : "--name-city");
  context.strokeStyle = colour(capital ? "--name-city" : "--halo");
  context.lineWidth = capital ? 1.6 : 1;
  context.fill();
  context.stroke();
}

/** @type {(a: Box, b: Box) => boolean} */
function hit(a, b) {
  return a.x < b.x + b.w + GAP && a.x + a.w + GAP > b.x && a.y < b.y + b.h + 2 && a.y + a.h + 2 > b.y;
}

/** @type {(value: number, low: number, high: number) => number} */
function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
