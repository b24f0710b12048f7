// The current view as a PNG: basemap, places, names, route and labels as seen, and whose they are.

import { imageOf, styles } from "./image.js";
import { keyOf, stripOf } from "./strip.js";
import { hasRoom } from "../base/room.js";
import { soon } from "../../common/soon.js";

/** @import { Theme } from "../../contract.d.ts" */
/** @import { Attribution, Redrawn, Sized } from "../types.d.ts" */

const PLACES = ".leaflet-atlas-places-pane";
// The buttons are for use, and left out.
const ABOVE =
  ".leaflet-atlas-route-pane, .leaflet-atlas-labels-pane, .leaflet-control-scale, .route-caption, .picture-foot";
const WIDTH = 1600; // in a page, in a talk, in print

/**
 * Draw the current view, at least `WIDTH` pixels wide. Tiles are left out: they are not ours to pass on.
 * @param {L.Map} map
 * @param {Attribution} attribution the map's, with its credits
 * @param {{title: string, status: string, credit: string, themes: Theme[], redraw: Redrawn["redraw"]}} how
 *   words and marks for the strip below the picture; what draws the ground anew
 * @returns {Promise<{url: string}>} a `data:` address of the PNG; rejected where the map has no size
 */
export async function drawPicture(map, attribution, { title = "", status = "", credit = "", themes, redraw }) {
  const css = await styles();
  await standing(map);
  if (!hasRoom(map)) throw new Error("the map has no size");
  const lines = { title, status, credit, sources: (attribution.credits ?? []).join(" ") };
  const ratio = Math.max(window.devicePixelRatio || 1, WIDTH / map.getContainer().clientWidth);
  const strip = stripOf(lines, keyOf(map.getContainer(), themes));
  redraw(ratio);
  const drawn = draw(map, css, strip, ratio);
  redraw();
  return { url: (await drawn).toDataURL("image/png") };
}

// Nothing is put off any more, and no zoom is under way: what is drawn belongs to one view.
/** @type {(map: L.Map) => Promise<void>} */
async function standing(map) {
  await new Promise((done) => soon(() => done(true)));
  while (isZooming(map)) await new Promise((done) => map.once("zoomend", done));
}

// All that changes with the view is taken at once; only then are the images waited for.
/** @type {(map: L.Map, css: string, strip: HTMLElement, ratio: number) => Promise<HTMLCanvasElement>} */
async function draw(map, css, strip, ratio) {
  const container = map.getContainer();
  container.append(strip); // below the map's edge, where nobody sees it
  const { width, height } = container.getBoundingClientRect();
  const size = { width, height: height + strip.offsetHeight };
  const [canvas, context] = sheet(size, ratio);
  context.fillStyle = window.getComputedStyle(container).backgroundColor;
  context.fillRect(0, 0, width, height);
  addCanvas(context, map, "basemap");
  const [between, upper] = sheet(size, ratio);
  for (const pane of ["breaks", "names"]) addCanvas(upper, map, pane);
  const images = [PLACES, ABOVE].map((kept) => imageOf(container, kept, css, size));
  strip.remove();
  const [places, above] = await Promise.all(images);
  for (const layer of [places, between, above]) context.drawImage(layer, 0, 0, size.width, size.height);
  return canvas;
}

/** @type {(size: Sized, ratio: number) => [HTMLCanvasElement, CanvasRenderingContext2D]} */
function sheet({ width, height }, ratio) {
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

// What Leaflet keeps to itself: whether it is between two zooms.
/** @type {(map: L.Map & { _animatingZoom?: boolean }) => boolean} */
const isZooming = (map) => map._animatingZoom === true;
