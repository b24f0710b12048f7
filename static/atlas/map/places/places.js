// The places' SVG paths: takes over what folium has drawn and marks their state with classes.

/** @import { MapPlace } from "../../contract.d.ts" */
/** @import { DrawnPlace, Places } from "../types.d.ts" */

/** @typedef {Record<string, string>} Signs the outlines of signs by their names, in a box of 24 by 24 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Take over the layer that folium drew.
 * @param {L.GeoJSON} layer
 * @param {MapPlace[]} infos
 * @param {Signs} [signs] what stands in the marks of some points
 * @returns {Places}
 */
export function adoptPlaces(layer, infos, signs = {}) {
  const known = new Map(infos.map((info) => [info.id, info]));
  /** @type {Places} */
  const places = new Map();
  layer.eachLayer((one) => {
    const drawn = /** @type {DrawnPlace["layer"]} */ (one);
    const id = String(drawn.feature.id);
    const info = known.get(id);
    const path = /** @type {SVGElement | undefined} */ (drawn.getElement());
    if (!info || !path) return;
    path.id = `atlas-path-${id}`;
    const edge = drawEdge(path);
    places.set(id, { id, info, layer: drawn, path, edge });
  });
  raiseEdges(places);
  putSigns(places, signs);
  return places;
}

// A second drawing of the same path under all the paths: halo, soft edge or ring. It follows the
// path by reference, so there is nothing to keep in step; map.css gives it its looks.
/** @type {(path: SVGElement) => SVGElement} */
function drawEdge(path) {
  const edge = document.createElementNS(SVG, "use");
  edge.setAttribute("href", `#${path.id}`);
  const kinds = [...path.classList].filter((name) => /^(precision|basis)-/.test(name));
  edge.setAttribute("class", ["place-edge", ...kinds].join(" "));
  return edge;
}

/** @type {(places: Places) => void} */
function raiseEdges(places) {
  const first = places.values().next().value;
  if (!first) return;
  const svg = first.path.ownerSVGElement;
  if (!svg) return;
  svg.setAttribute("focusable", "false");
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "place-edges");
  for (const { edge } of places.values()) group.append(edge);
  svg.insertBefore(group, svg.firstChild);
}

// A sign is an SVG marker at the first corner of its point's path, which Leaflet begins at the left
// end of the circle: so it follows the point through every move of the map.
/** @type {(places: Places, signs: Signs) => void} */
function putSigns(places, signs) {
  for (const { path, layer } of places.values()) {
    const sign = [...path.classList].find((name) => name.startsWith("sign-"));
    const outline = sign && signs[sign.slice("sign-".length)];
    if (!outline || !(layer instanceof L.CircleMarker)) continue;
    const radius = layer.getRadius();
    const kind = path.classList.contains("basis-inferred") ? "-inferred" : "";
    const id = `atlas-${sign}${kind}`;
    if (!document.getElementById(id)) path.ownerSVGElement?.prepend(signMarker(id, kind, outline, radius));
    path.setAttribute("marker-start", `url(#${id})`);
  }
}

/** @type {(id: string, kind: string, outline: string, radius: number) => SVGElement} */
function signMarker(id, kind, outline, radius) {
  const size = 1.7 * radius;
  const marker = document.createElementNS(SVG, "marker");
  const look = {
    id,
    viewBox: "0 0 24 24",
    markerUnits: "userSpaceOnUse",
    markerWidth: size,
    markerHeight: size,
    refX: 12 - (radius * 24) / size,
    refY: 12,
    overflow: "visible",
  };
  for (const [name, value] of Object.entries(look)) marker.setAttribute(name, String(value));
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("class", `place-sign${kind}`);
  shape.setAttribute("d", outline);
  marker.append(shape);
  return marker;
}

/**
 * Set one state class on a place's path and edge, or take it off.
 * @type {(place: DrawnPlace, name: string, on: boolean) => void}
 */
export function mark(place, name, on) {
  place.path.classList.toggle(name, on);
  place.edge.classList.toggle(name, on);
}
