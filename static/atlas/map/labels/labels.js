// The places' labels: name, badges of the themes that are on, and a leader line where needed.

import { isLine } from "../base/lines.js";
import { PANE, makeLabel, setBadges, show, write } from "./label.js";
import { placeLabels } from "./placing.js";
import { hasRoom } from "../base/room.js";
import { labelSpots } from "./spots.js";

/** @import { Theme } from "../../contract.d.ts" */
/** @import { Box, DrawnPlace, Filled, Label, LabelState, Labels, PlacedBox, Places, Spot, XY } from "../types.d.ts" */

const DOT_PX = 10;
const TOWN_PX = 8;
const LINE_PX = 3;
const ALONG_PX = 12; // from one box along a line to the next
const MOST_ALONG = 300;

/**
 * A label's anchor and size in layer pixels, and where it may stand: null where its place is out of view.
 * @typedef {Box & { id: string, label: Label, precision: string, spots: Spot[] | null }} Measured
 */

/**
 * Make the labels of all places. `capitals` gives where the basemap's capitals stand, in layer
 * pixels: labels keep off them, since readers find their way by them.
 * @param {L.Map} map
 * @param {Places} places
 * @param {Theme[]} themes
 * @param {() => XY[]} capitals
 * @returns {Labels}
 */
export function makeLabels(map, places, themes, capitals) {
  map.createPane(PANE).style.zIndex = "620";
  const shapes = new Map(themes.map((theme) => [theme.id, theme]));
  /** @type {Map<string, Label>} */
  const labels = new Map();
  /** @type {Box[]} */
  let boxes = [];
  let laid = ""; // which places were in view
  /** @type {LabelState | null} */
  let wanted = null; // what to paint, before there are labels

  const lay = () => {
    // Without room nothing has a size; `measure` follows when there is. Before `start` there is nothing.
    if (!labels.size || !hasRoom(map)) return;
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on);
    fit(on.filter((label) => !label.size));
    const all = on.map((label) => measured(map, label, view));
    const items = inView(all);
    const dots = items.filter((item) => item.precision === "exact").map((item) => square(item, DOT_PX));
    const lines = items.flatMap(({ label }) => alongLine(label.place, view));
    const towns = capitals().map((at) => square(at, TOWN_PX));
    const found = placeLabels(items, [...dots, ...lines, ...towns, ...furniture(map, view)], view);
    for (const item of all) position(item, found.get(item.id) ?? atAnchor(item));
    boxes = [...found.values(), ...dots];
    laid = keyOf(items);
  };

  // Whether others than those that were laid have come into view, or the view's edge cuts a label.
  const isStale = () => {
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on && label.placed);
    if (on.some((label) => !label.size)) return true;
    const items = inView(on.map((label) => measured(map, label, view)));
    return keyOf(items) !== laid || items.some(({ label }) => !label.placed || !within(label.placed, view));
  };

  /** @type {(state: LabelState) => boolean} */
  const paint = ({ visible, badges, selected, language }) => {
    let changed = false;
    for (const label of labels.values()) {
      const on = visible.has(label.id);
      changed = show(label, on) || changed;
      changed = write(label, language) || changed;
      changed = setBadges(label, badges[label.id] ?? [], shapes) || changed;
      label.box.classList.toggle("is-selected", label.id === selected);
      label.marker.setZIndexOffset(label.id === selected ? 10000 : 0);
    }
    return changed;
  };

  return {
    lay,
    start() {
      for (const place of places.values()) labels.set(place.id, makeLabel(map, place));
      if (wanted) paint(wanted);
      lay();
    },
    recover() {
      const stale = hasRoom(map) && isStale();
      if (stale) lay();
      return stale;
    },
    forget() {
      for (const label of labels.values()) label.size = null;
    },
    measure() {
      if (hasRoom(map) && remeasured(labels)) lay();
    },
    boxes: () => [...boxes, ...furniture(map, viewRect(map))],
    box(id) {
      const label = labels.get(id);
      return (label?.on && label.placed) || null;
    },
    shown: () => [...labels.values()].filter((label) => label.on).map((label) => label.info.title),
    hover(id) {
      for (const label of labels.values()) label.box.classList.toggle("is-hovered", label.id === id);
    },
    paint(state) {
      wanted = state;
      return paint(state);
    },
  };
}

// A label is as wide as its longest line: all are read before any is written, so that the page is
// laid out once.
/** @type {(labels: Label[]) => void} */
function fit(labels) {
  for (const { box } of labels) box.style.width = "";
  const sizes = labels.map(({ box, name, also, row }) => {
    const inside = Math.max(...[name, also, row].map(contentWidth));
    const { paddingLeft, paddingRight } = window.getComputedStyle(box);
    return { w: Math.ceil(inside + parseFloat(paddingLeft) + parseFloat(paddingRight)) + 1, h: box.offsetHeight };
  });
  labels.forEach((label, i) => {
    label.size = sizes[i];
    label.box.style.width = `${sizes[i].w}px`;
  });
}

// Reads all sizes anew; whether any has changed. A label that is off is measured when it comes on.
/** @type {(labels: ReadonlyMap<string, Label>) => boolean} */
function remeasured(labels) {
  const before = new Map([...labels.values()].map((label) => [label, label.size]));
  for (const label of labels.values()) label.size = null;
  fit([...labels.values()].filter(({ on }) => on));
  return [...before].some(([{ on, size }, was]) => on && (size?.w !== was?.w || size?.h !== was?.h));
}

/** @type {(element: Element) => number} */
function contentWidth(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}

/** @type {(map: L.Map, label: Label, view: Box) => Measured} */
function measured(map, label, view) {
  const { x, y } = map.latLngToLayerPoint(label.marker.getLatLng());
  const { w, h } = label.size ?? { w: 0, h: 0 }; // `fit` has set it
  const item = { id: label.id, label, x, y, w, h, precision: label.info.precision };
  return { ...item, spots: labelSpots(item, label.place, map, view) };
}

/** @type {(items: Measured[]) => (Measured & { spots: Spot[] })[]} */
const inView = (items) => items.flatMap((item) => (item.spots ? [{ ...item, spots: item.spots }] : []));

/** @type {(items: { id: string }[]) => string} */
const keyOf = (items) => items.map(({ id }) => id).join(" ");

// The label of a place out of view stays where the place is: pulled into view it would name another.
/** @type {(item: Measured) => PlacedBox} */
function atAnchor({ x, y, w, h }) {
  return { x: x - w / 2, y: y - h / 2, w, h, spot: { leader: false } };
}

/** @type {(item: Measured, box: PlacedBox) => void} */
function position({ label, ...item }, box) {
  label.placed = box;
  const left = Math.round(box.x - item.x);
  const top = Math.round(box.y - item.y);
  label.box.style.transform = `translate(${left}px, ${top}px)`;
  const leader = /** @type {SVGElement} */ (label.line.parentNode);
  leader.style.display = box.spot.leader ? "" : "none";
  if (!box.spot.leader) return;
  label.line.setAttribute("x2", String(Math.max(left, Math.min(0, left + item.w))));
  label.line.setAttribute("y2", String(Math.max(top, Math.min(0, top + item.h))));
}

// The buttons, the scale and the credits stand over the map, as boxes in layer pixels.
/** @type {(map: L.Map, view: Box) => Box[]} */
function furniture(map, view) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    return { x: left - frame.left + view.x, y: top - frame.top + view.y, w: width, h: height };
  });
}

/** @type {(box: Box, view: Box) => boolean} */
function within(box, view) {
  return box.x >= view.x && box.y >= view.y && box.x + box.w <= view.x + view.w && box.y + box.h <= view.y + view.h;
}

// Small boxes along a line as it is drawn, so that names stand beside it; at most so many a line.
/** @type {(place: DrawnPlace, view: Box) => Box[]} */
function alongLine(place, view) {
  if (!isLine(place) || !(place.path instanceof SVGGeometryElement)) return [];
  const length = place.path.getTotalLength();
  const count = Math.min(MOST_ALONG, Math.floor(length / ALONG_PX));
  return Array.from({ length: count }, (_, i) => {
    const at = /** @type {SVGGeometryElement} */ (place.path).getPointAtLength(((i + 0.5) * length) / count);
    return square(at, LINE_PX);
  }).filter((box) => within(box, view));
}

/** @type {(item: XY, half: number) => Box} */
function square(item, half) {
  return { x: item.x - half, y: item.y - half, w: 2 * half, h: 2 * half };
}

/** @type {(map: L.Map) => Box} */
function viewRect(map) {
  const { min, max } = /** @type {Filled} */ (map.getPixelBounds());
  const origin = map.getPixelOrigin();
  return { x: min.x - origin.x, y: min.y - origin.y, w: max.x - min.x, h: max.y - min.y };
}
