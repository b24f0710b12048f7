// The places' labels: name, badges of the themes that are on, and a leader line where needed.

import { PANE, makeLabel, setBadges, show, write } from "./label.js";
import { placeLabels } from "./placing.js";
import { hasRoom } from "../base/room.js";
import { labelSpots } from "./spots.js";

const DOT_PX = 10;
const TOWN_PX = 8;

/**
 * Make the labels of all places. `capitals` gives where the basemap's capitals stand, in layer
 * pixels: labels keep off them, since readers find their way by them.
 * @returns {{start, paint, hover, lay, recover, measure, boxes, box, shown}} there are none before
 *   `start`; `paint` takes the page's state and tells whether to `lay`, which finds new positions;
 *   `recover` does where the view has changed too much for the old ones, `measure` where the font
 *   has; `boxes` gives what other names keep clear of, in layer pixels, `box` the box of one place
 *   or null, `shown` the titles
 */
export function makeLabels(map, places, themes, capitals) {
  map.createPane(PANE).style.zIndex = 620;
  const shapes = new Map(themes.map((theme) => [theme.id, theme]));
  const labels = new Map();
  let boxes = [];
  let laid = ""; // which places were in view
  let wanted = null; // what to paint, before there are labels

  const lay = () => {
    // Without room nothing has a size; `measure` follows when there is. Before `start` there is nothing.
    if (!labels.size || !hasRoom(map)) return;
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on);
    fit(on.filter((label) => !label.size));
    const all = on.map((label) => measured(map, label, view));
    const items = all.filter(({ spots }) => spots);
    const dots = items.filter((item) => item.precision === "exact").map((item) => square(item, DOT_PX));
    const towns = capitals().map((at) => square(at, TOWN_PX));
    const found = placeLabels(items, [...dots, ...towns, ...furniture(map, view)], view);
    for (const item of all) position(labels.get(item.id), item, found.get(item.id) ?? atAnchor(item));
    boxes = [...found.values(), ...dots];
    laid = keyOf(items);
  };

  // Whether others than those that were laid have come into view, or the view's edge cuts a label.
  const isStale = () => {
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on && label.placed);
    if (on.some((label) => !label.size)) return true;
    const items = on.map((label) => measured(map, label, view)).filter(({ spots }) => spots);
    return keyOf(items) !== laid || items.some(({ id }) => !within(labels.get(id).placed, view));
  };

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
    measure() {
      for (const label of labels.values()) label.size = null;
      lay();
    },
    boxes: () => [...boxes, ...furniture(map, viewRect(map))],
    box: (id) => (labels.get(id)?.on && labels.get(id).placed) || null,
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
function fit(labels) {
  for (const { box } of labels) box.style.width = "";
  const sizes = labels.map(({ box, name, also, row }) => {
    const inside = Math.max(...[name, also, row].map(contentWidth));
    const { paddingLeft, paddingRight } = window.getComputedStyle(box);
    return [Math.ceil(inside + parseFloat(paddingLeft) + parseFloat(paddingRight)) + 1, box.offsetHeight];
  });
  labels.forEach((label, i) => {
    label.size = sizes[i];
    label.box.style.width = `${sizes[i][0]}px`;
  });
}

function contentWidth(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}

function measured(map, label, view) {
  const { x, y } = map.latLngToLayerPoint(label.marker.getLatLng());
  const [w, h] = label.size;
  const item = { id: label.id, x, y, w, h, precision: label.info.precision };
  return { ...item, spots: labelSpots(item, label.place, map, view) };
}

const keyOf = (items) => items.map(({ id }) => id).join(" ");

// The label of a place out of view stays where the place is: pulled into view it would name another.
function atAnchor({ x, y, w, h }) {
  return { x: x - w / 2, y: y - h / 2, w, h, spot: { leader: false } };
}

function position(label, item, box) {
  label.placed = box;
  const left = Math.round(box.x - item.x);
  const top = Math.round(box.y - item.y);
  label.box.style.transform = `translate(${left}px, ${top}px)`;
  label.line.parentNode.style.display = box.spot.leader ? "" : "none";
  if (!box.spot.leader) return;
  label.line.setAttribute("x2", Math.max(left, Math.min(0, left + item.w)));
  label.line.setAttribute("y2", Math.max(top, Math.min(0, top + item.h)));
}

// The buttons, the scale and the credits stand over the map, as boxes in layer pixels.
function furniture(map, view) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    return { x: left - frame.left + view.x, y: top - frame.top + view.y, w: width, h: height };
  });
}

function within(box, view) {
  return box.x >= view.x && box.y >= view.y && box.x + box.w <= view.x + view.w && box.y + box.h <= view.y + view.h;
}

function square(item, half) {
  return { x: item.x - half, y: item.y - half, w: 2 * half, h: 2 * half };
}

function viewRect(map) {
  const { min, max } = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  return { x: min.x - origin.x, y: min.y - origin.y, w: max.x - min.x, h: max.y - min.y };
}
