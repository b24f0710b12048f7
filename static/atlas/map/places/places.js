// The places' SVG paths: takes over what folium has drawn and marks their state with classes.

/** @import { MapPlace } from "../../contract.d.ts" */
/** @import { DrawnPlace, Places } from "../types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Take over the layer that folium drew.
 * @param {L.GeoJSON} layer
 * @param {MapPlace[]} infos
 * @returns {Places}
 */
export function adoptPlaces(layer, infos) {
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

/**
 * Set one state class on a place's path and edge, or take it off.
 * @type {(place: DrawnPlace, name: string, on: boolean) => void}
 */
export function mark(place, name, on) {
  place.path.classList.toggle(name, on);
  place.edge.classList.toggle(name, on);
}
