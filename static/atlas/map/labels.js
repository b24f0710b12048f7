// The places' labels: name, badges of the themes that are on, and a leader line where needed.

import { PANE, makeLabel, setBadges, show, write } from "./label.js";
import { placeLabels } from "./placing.js";
import { hasRoom } from "./room.js";
import { labelSpots } from "./spots.js";

const DOT_PX = 10;

/**
 * Make the labels of all places.
 * @returns {{start, paint, hover, lay, boxes, box}} there are none before `start`; `paint`
 *   takes the page's state, `lay` finds new positions, `boxes` gives the labels' boxes in layer
 *   pixels, `box` that of one place or null
 */
export function makeLabels(map, places, themes) {
  map.createPane(PANE).style.zIndex = 620;
  const shapes = new Map(themes.map((theme) => [theme.id, theme]));
  const labels = new Map();
  let boxes = [];
  let wanted = null; // what to paint, before there are labels

  const lay = () => {
    if (!hasRoom(map)) return; // nothing has a size there; `measure` follows when it has
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on);
    fit(on.filter((label) => !label.size));
    const items = on.map((label) => measured(map, label, view));
    const dots = items.filter((item) => item.precision === "exact").map((item) => square(item, DOT_PX));
    const found = placeLabels(items, [...dots, ...furniture(map, view)], view);
    for (const item of items) position(labels.get(item.id), item, found.get(item.id));
    boxes = [...found.values(), ...dots];
  };

  // A label out of view while its area fills the view would leave the reader without a name.
  const isLost = (label, view) => {
    const item = label.on && label.placed;
    return item && !meet(item, view) && fillsView(map, label.info, item, view);
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
    if (changed) lay();
    return changed;
  };

  return {
    lay,
    start() {
      for (const place of places.values()) labels.set(place.id, makeLabel(map, place));
      if (wanted) paint(wanted);
    },
    recover() {
      const view = viewRect(map);
      const lost = [...labels.values()].some((label) => isLost(label, view));
      if (lost) lay();
      return lost;
    },
    measure() {
      for (const label of labels.values()) label.size = null;
      lay();
    },
    boxes: () => boxes,
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
  const sizes = labels.map(({ box, name, row }) => {
    const inside = Math.max(contentWidth(name), contentWidth(row));
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

function fillsView(map, { bbox: [west, south, east, north], precision }, { w, h }, view) {
  if (precision !== "administrative") return false;
  const { min, max } = L.bounds(
    map.latLngToLayerPoint([north, west]),
    map.latLngToLayerPoint([south, east]),
  );
  const width = Math.min(max.x, view.x + view.w) - Math.max(min.x, view.x);
  const height = Math.min(max.y, view.y + view.h) - Math.max(min.y, view.y);
  return width > 2 * w && height > 2 * h;
}

function meet(a, b) {
  return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}

function square(item, half) {
  return { x: item.x - half, y: item.y - half, w: 2 * half, h: 2 * half };
}

function viewRect(map) {
  const { min, max } = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  return { x: min.x - origin.x, y: min.y - origin.y, w: max.x - min.x, h: max.y - min.y };
}
