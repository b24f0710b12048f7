// The current view as a PNG: basemap, places, names, route and labels as seen, and whose they are.

import { drawFoot, layFoot } from "./foot.js";
import { drawElement } from "./html.js";
import { svgImage } from "./svg.js";
import { hasRoom } from "../base/room.js";

/** @import { Attribution, FootLines, Pictured } from "../types.d.ts" */

const TRIES = 4;

/**
 * Draw the current view. Tiles are left out: they are not ours to pass on.
 * @param {L.Map} map
 * @param {Attribution} attribution the map's, with its credits
 * @param {{title: string, credit: string}} words for the strip below the picture
 * @returns {Promise<{url: string}>} a `data:` address of the PNG; rejected where the map has no size or does not stand still
 */
export async function drawPicture(map, attribution, { title = "", credit = "" }) {
  const lines = { title, credit, sources: (attribution.credits ?? []).join(" ") };
  const canvas = await draw(map, lines, TRIES);
  return { url: canvas.toDataURL("image/png") };
}

// Images take a moment to load; if the map was moved meanwhile they belong to another view.
/** @type {(map: L.Map, lines: FootLines, tries: number) => Promise<HTMLCanvasElement>} */
async function draw(map, lines, tries) {
  if (!hasRoom(map)) throw new Error("the map has no size");
  const container = map.getContainer();
  const before = viewOf(map);
  const [places, route] = await Promise.all(
    ["places", "route"].map((name) => svgImage(map.getPane(`atlas-${name}`), container)),
  );
  if (viewOf(map) !== before || isZooming(map)) {
    if (!tries) throw new Error("the map does not stand still");
    await new Promise((done) => {
      window.setTimeout(done, 200);
    });
    return draw(map, lines, tries - 1);
  }
  return compose(
    map,
    [canvasOf(map, "basemap"), places, canvasOf(map, "breaks"), canvasOf(map, "names"), route].filter(
      (layer) => layer !== null,
    ),
    lines,
  );
}

/** @type {(map: L.Map, layers: Pictured[], lines: FootLines) => HTMLCanvasElement} */
function compose(map, layers, lines) {
  const container = map.getContainer();
  const { left, top, width, height } = container.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const foot = layFoot(context, lines, container, width);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((height + foot.height) * ratio);
  const toMap = () => context.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);

  toMap();
  context.fillStyle = window.getComputedStyle(container).backgroundColor;
  context.fillRect(left, top, width, height);
  for (const { image, box } of layers) {
    context.drawImage(image, box.left, box.top, box.width, box.height);
  }
  for (const element of overlays(map, container)) drawElement(context, element, ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, height * ratio);
  drawFoot(context, foot);
  return canvas;
}

// Its box is worked out, as the browser gives none while tiles stand in for the basemap.
/** @type {(map: L.Map, name: string) => Pictured | null} */
function canvasOf(map, name) {
  const image = map.getPane(`atlas-${name}`)?.querySelector("canvas");
  if (!image?.width) return null;
  const frame = map.getContainer().getBoundingClientRect();
  const { x, y } = map.layerPointToContainerPoint(L.DomUtil.getPosition(image));
  const [width, height] = [image.style.width, image.style.height].map(parseFloat);
  return { image, box: new DOMRect(frame.left + x, frame.top + y, width, height) };
}

// What stands over the map as HTML, lowest first; the buttons are for use, and left out.
/** @type {(map: L.Map, container: HTMLElement) => Element[]} */
function overlays(map, container) {
  const labels = [...(map.getPane("atlas-labels")?.children ?? [])].sort((a, b) => levelOf(a) - levelOf(b));
  return [
    ...(map.getPane("atlas-route")?.querySelectorAll(".route-number") ?? []),
    ...labels,
    ...container.querySelectorAll(".leaflet-control-scale, .route-caption"),
  ];
}

/** @type {(element: Element) => number} */
function levelOf(element) {
  return element instanceof HTMLElement ? Number(element.style.zIndex) || 0 : 0;
}

// What Leaflet keeps to itself: whether it is between two zooms.
/** @type {(map: any) => boolean} */
const isZooming = (map) => map._animatingZoom === true;

/** @type {(map: L.Map) => string} */
function viewOf(map) {
  return [map.getCenter(), map.getZoom(), map.getSize(), map.getContainer().dataset.scheme].join(" ");
}
