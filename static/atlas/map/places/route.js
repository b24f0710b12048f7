// A route as a claim: curves from label to label with arrowheads, and the words that limit it.

import { nearest } from "../base/circle.js";
import { makeCaption } from "./caption.js";

/** @import { MapPlace, MapRoute } from "../../contract.d.ts" */

const PANE = "atlas-route";
const STEPS = 24;
const BEND = 0.18; // how far a leg bows out, as a part of its length
const TRIM = 0.05; // how much of a leg is left free at both ends
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {L.Polyline | L.Marker} LegLayer a piece of a leg, or its number */

/**
 * Make the drawer of routes: `show` draws one or takes it away; `extent` is how far it reaches, or one
 * of its legs, with the ends and the bow between them, null where there is none; `below` is where its
 * caption ends, in pixels from the map's top.
 * @type {(map: L.Map, routes: MapRoute[], infos: ReadonlyMap<string, MapPlace>, step: (by: number) => void) =>
 *   { show(id: string | null, leg: number | null): void, extent(id: string | null, leg: number | null): L.LatLng[] | null, below(): number }}
 */
export function makeRoutes(map, routes, infos, step) {
  const known = new Map(routes.map((route) => [route.id, route]));
  const caption = makeCaption(map.getContainer(), step);
  /** @type {L.LayerGroup | null} */
  let group = null;
  /** @type {MapRoute | null} */
  let shown = null;
  /** @type {(id: string | null, leg: number | null) => void} */
  const show = (id, leg) => {
    const route = known.get(id ?? "") ?? null;
    if (shown !== route) {
      group?.remove();
      group = route && drawRoute(map, route, infos);
      shown = route;
    }
    caption.show(route, leg);
    group?.eachLayer((one) => {
      const layer = /** @type {LegLayer} */ (one);
      const element = layer.getElement();
      element?.classList.toggle("is-current", layer.options.leg === leg);
      element?.classList.toggle("is-dimmed", Number.isInteger(leg) && layer.options.leg !== leg);
    });
  };
  return {
    show,
    extent(id, leg) {
      const legs = known.get(id ?? "")?.legs ?? [];
      const some = leg === null ? legs : legs.slice(leg, leg + 1);
      const points = some.flatMap(({ fromPlace, toPlace }) => {
        const [from, to] = [infos.get(fromPlace), infos.get(toPlace)];
        return from && to ? courseOf(from, to) : [];
      });
      return points.length ? points : null;
    },
    below: caption.below,
  };
}

// The ends of a leg, the short way round, and the bow between them.
/** @type {(from: MapPlace, to: MapPlace) => L.LatLng[]} */
function courseOf({ label: from }, { label: to }) {
  const ends = [L.latLng(from[1], from[0]), L.latLng(to[1], nearest(to[0], from[0]))];
  const [start, end] = ends.map((at) => L.CRS.EPSG3857.project(at));
  return [...ends, ...curve(start, end)];
}

/** @type {(map: L.Map, route: MapRoute, infos: ReadonlyMap<string, MapPlace>) => L.LayerGroup} */
function drawRoute(map, route, infos) {
  if (!map.getPane(PANE)) map.createPane(PANE).style.zIndex = "610";
  const renderer = L.svg({ pane: PANE, padding: 0.6 });
  const group = L.layerGroup().addTo(map);
  route.legs.forEach((leg, number) => {
    const [from, to] = [infos.get(leg.fromPlace), infos.get(leg.toPlace)];
    if (from && to) drawLeg(group, renderer, [from, to], number);
  });
  addArrowhead(group);
  return group;
}

// A leg runs the short way round. Where that leads off the turn on which the places are drawn, it is
// drawn twice: as it leaves the one place, and as it comes to the other.
/** @type {(group: L.LayerGroup, renderer: L.SVG, ends: [MapPlace, MapPlace], number: number) => void} */
function drawLeg(group, renderer, [{ label: from }, { label: to }], number) {
  const end = nearest(to[0], from[0]);
  for (const by of new Set([0, to[0] - end])) {
    drawCurve(group, renderer, [L.latLng(from[1], from[0] + by), L.latLng(to[1], end + by)], number);
  }
}

// Two halves, so that an arrowhead stands at the middle as well as at the end.
/** @type {(group: L.LayerGroup, renderer: L.SVG, ends: [L.LatLng, L.LatLng], number: number) => void} */
function drawCurve(group, renderer, ends, number) {
  const [from, to] = ends.map((at) => L.CRS.EPSG3857.project(at));
  const points = curve(from, to);
  const middle = Math.floor(points.length * 0.55);
  for (const part of [points.slice(0, middle + 1), points.slice(middle)]) {
    const className = `route-leg route-leg-${number}`;
    const line = L.polyline(part, {
      pane: PANE,
      renderer,
      leg: number,
      interactive: false,
      smoothFactor: 0,
      className,
    });
    line.addTo(group).getElement()?.setAttribute("marker-end", "url(#atlas-arrow)");
  }
  const icon = L.divIcon({ className: "route-number", html: `<span>${number + 1}</span>`, iconSize: [0, 0] });
  L.marker(points[middle], { icon, pane: PANE, leg: number, interactive: false, keyboard: false }).addTo(group);
}

// A quadratic curve in Mercator metres, bowed to the left of its direction.
/** @type {(from: L.Point, to: L.Point) => L.LatLng[]} */
function curve(from, to) {
  const step = to.subtract(from);
  const control = from.add(to).divideBy(2).add(L.point(-step.y, step.x).multiplyBy(BEND));
  const points = [];
  for (let i = 0; i <= STEPS; i += 1) {
    const t = TRIM + (1 - 2 * TRIM) * (i / STEPS);
    const at = from
      .multiplyBy((1 - t) ** 2)
      .add(control.multiplyBy(2 * t * (1 - t)))
      .add(to.multiplyBy(t ** 2));
    points.push(L.CRS.EPSG3857.unproject(at));
  }
  return points;
}

/** @type {(group: L.LayerGroup) => void} */
function addArrowhead(group) {
  const layers = /** @type {LegLayer[]} */ (group.getLayers());
  const lines = layers.map((layer) => layer.getElement()).filter((element) => element instanceof SVGElement);
  const svg = lines.at(0)?.ownerSVGElement;
  if (!svg || svg.querySelector("#atlas-arrow")) return;
  const defs = document.createElementNS(SVG, "defs");
  defs.innerHTML =
    '<marker id="atlas-arrow" viewBox="0 0 12 12" refX="9" refY="6" markerWidth="13" '
    + 'markerHeight="13" markerUnits="userSpaceOnUse" orient="auto"><path class="route-arrow" '
    + 'd="M1 1L11 6L1 11L4 6Z"/></marker>';
  svg.prepend(defs);
}
