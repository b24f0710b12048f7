// The current view as a PNG: basemap, places, names, route and labels as seen, and whose they are.

import { imageOf, styles } from "./image.js";
import { hasRoom } from "../base/room.js";
import { soon } from "../../common/soon.js";

/** @import { Attribution, PictureLines, Sized } from "../types.d.ts" */

const PLACES = ".leaflet-atlas-places-pane";
// The buttons are for use, and left out.
const ABOVE =
  ".leaflet-atlas-route-pane, .leaflet-atlas-labels-pane, .leaflet-control-scale, .route-caption, .picture-foot";
const STRIP =
  "position: absolute; inset: 100% 0 auto; z-index: 2000; padding: 9px 12px; box-sizing: border-box; "
  + "background: var(--paper); color: var(--ink); box-shadow: inset 0 1px var(--rule)";
const LOOKS = {
  title: "font: 650 15px/20px var(--sans)",
  credit: "font: 400 12px/16px var(--sans)",
  sources: "font: 400 10.5px/14px var(--sans); color: var(--ink-soft)",
};

/**
 * Draw the current view. Tiles are left out: they are not ours to pass on.
 * @param {L.Map} map
 * @param {Attribution} attribution the map's, with its credits
 * @param {{title: string, credit: string}} words for the strip below the picture
 * @returns {Promise<{url: string}>} a `data:` address of the PNG; rejected where the map has no size
 */
export async function drawPicture(map, attribution, { title = "", credit = "" }) {
  const css = await styles();
  await standing(map);
  if (!hasRoom(map)) throw new Error("the map has no size");
  const canvas = await draw(map, css, { title, credit, sources: (attribution.credits ?? []).join(" ") });
  return { url: canvas.toDataURL("image/png") };
}

// Nothing is put off any more, and no zoom is under way: what is drawn belongs to one view.
/** @type {(map: L.Map) => Promise<void>} */
async function standing(map) {
  await new Promise((done) => soon(() => done(true)));
  while (isZooming(map)) await new Promise((done) => map.once("zoomend", done));
}

// All that changes with the view is taken at once; only then are the images waited for.
/** @type {(map: L.Map, css: string, lines: PictureLines) => Promise<HTMLCanvasElement>} */
async function draw(map, css, lines) {
  const container = map.getContainer();
  const strip = stripOf(lines);
  container.append(strip); // below the map's edge, where nobody sees it
  const { width, height } = container.getBoundingClientRect();
  const size = { width, height: height + strip.offsetHeight };
  const [canvas, context] = sheet(size);
  context.fillStyle = window.getComputedStyle(container).backgroundColor;
  context.fillRect(0, 0, width, height);
  addCanvas(context, map, "basemap");
  const [between, upper] = sheet(size);
  for (const pane of ["breaks", "names"]) addCanvas(upper, map, pane);
  const images = [PLACES, ABOVE].map((kept) => imageOf(container, kept, css, size));
  strip.remove();
  const [places, above] = await Promise.all(images);
  for (const layer of [places, between, above]) context.drawImage(layer, 0, 0, size.width, size.height);
  return canvas;
}

/** @type {(size: Sized) => [HTMLCanvasElement, CanvasRenderingContext2D]} */
function sheet({ width, height }) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(ratio, ratio);
  return [canvas, context];
}

// Its place is worked out, as the browser gives none while tiles stand in for the basemap.
/** @type {(context: CanvasRenderingContext2D, map: L.Map, name: string) => void} */
function addCanvas(context, map, name) {
  const image = map.getPane(`atlas-${name}`)?.querySelector("canvas");
  if (!image?.width) return;
  const { x, y } = map.layerPointToContainerPoint(L.DomUtil.getPosition(image));
  context.drawImage(image, x, y, parseFloat(image.style.width), parseFloat(image.style.height));
}

/** @type {(lines: PictureLines) => HTMLElement} */
function stripOf(lines) {
  const strip = document.createElement("div");
  strip.className = "picture-foot";
  for (const name of /** @type {(keyof PictureLines)[]} */ (Object.keys(LOOKS))) {
    if (!lines[name]) continue;
    const line = document.createElement("div");
    line.style.cssText = LOOKS[name];
    line.textContent = lines[name];
    strip.append(line);
  }
  if (strip.hasChildNodes()) strip.style.cssText = STRIP;
  return strip;
}

// What Leaflet keeps to itself: whether it is between two zooms.
/** @type {(map: L.Map & { _animatingZoom?: boolean }) => boolean} */
const isZooming = (map) => map._animatingZoom === true;
