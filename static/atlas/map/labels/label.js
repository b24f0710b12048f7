// One place's label on the map: its name, its badges, and the line that ties it to its place.

import { TEXTS, labelText } from "../base/texts.js";
import { flatMarker } from "./flat.js";
import { leaderOf } from "./leader.js";

/** @import { Theme } from "../../contract.d.ts" */
/** @import { DrawnPlace, Label, PlacedBox, XY } from "../types.d.ts" */

/** The pane that holds the labels. */
export const PANE = "atlas-labels";
const HERE = { x: 0, y: 0 };

/**
 * Make the label of one place. It stands on the map as soon as it is dressed.
 * @type {(place: DrawnPlace) => Label}
 */
export function makeLabel(place) {
  const { id, info } = place;
  const root = document.createElement("div");
  root.innerHTML =
    '<svg class="leader" aria-hidden="true" focusable="false"><line/></svg>'
    + '<div class="label"><span class="label-name" dir="auto"></span><span class="label-also" dir="auto"></span>'
    + '<span class="label-badges"></span></div>';
  /** @type {(selector: string) => HTMLElement} */
  const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const box = part(".label");
  box.dataset.labelFor = id;
  box.classList.add(`precision-${info.precision}`, `basis-${info.basis}`, `class-${info.placeClass}`);
  box.title = [TEXTS.precision[info.precision], info.basis === "inferred" ? TEXTS.inferred : ""]
    .filter(Boolean)
    .join(", ");
  const icon = L.divIcon({ className: "label-root", html: root, iconSize: [0, 0] });
  const { layer } = place;
  const at = layer instanceof L.CircleMarker ? layer.getLatLng() : L.latLng(info.label[1], info.label[0]);
  const marker = flatMarker(at, { icon, pane: PANE, interactive: false, keyboard: false });
  return {
    id,
    info,
    place,
    marker,
    box,
    root,
    on: true,
    waits: false,
    language: "",
    wanted: "",
    badges: null,
    size: null,
    name: part(".label-name"),
    also: part(".label-also"),
    row: part(".label-badges"),
    line: /** @type {SVGLineElement} */ (root.querySelector("line")),
  };
}

/**
 * Show a label or hide it. Returns whether that changed anything, as the next two do.
 * @type {(label: Label, on: boolean) => boolean}
 */
export function show(label, on) {
  if (label.on === on) return false;
  label.on = on;
  label.root.hidden = !on;
  return true;
}

/**
 * Put a label where there is room for it, or have it wait: then it shows only under the pointer.
 * @type {(label: Label, at: XY, box: PlacedBox, waits: boolean) => void}
 */
export function position(label, at, box, waits) {
  label.placed = box;
  label.waits = waits;
  label.root.classList.toggle("is-waiting", waits);
  const left = Math.round(box.x - at.x);
  const top = Math.round(box.y - at.y);
  label.box.style.transform = `translate(${left}px, ${top}px)`;
  const leader = waits ? null : leaderOf({ x: left, y: top, w: box.w, h: box.h }, box.spot, HERE);
  const svg = /** @type {SVGElement} */ (label.line.parentNode);
  svg.style.display = leader ? "" : "none";
  if (!leader) return;
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries()) label.line.setAttribute(name, leader[i].toFixed(1));
}

/**
 * Write a label's name as the text's readers know it, and below it in another language where it has one.
 * @type {(label: Label, language: string) => boolean}
 */
export function write(label, language) {
  if (label.language === language) return false;
  label.language = language;
  const { title, basis, names } = label.info;
  label.name.textContent = labelText(title);
  if (basis === "inferred" && !title.includes(TEXTS.inferred)) {
    label.name.insertAdjacentHTML("beforeend", ` <i class="label-basis">${TEXTS.inferred}</i>`);
  }
  const own = language === "en" ? "" : (names[language] ?? "");
  label.also.textContent = own === title ? "" : labelText(own);
  label.also.lang = language;
  label.size = null;
  return true;
}

/**
 * Keep which themes a label is to have badges of. Returns whether these are others than it has.
 * @type {(label: Label, ids: string[]) => boolean}
 */
export function askBadges(label, ids) {
  const wanted = ids.join(" ");
  if (label.wanted === wanted) return false;
  label.wanted = wanted;
  return true;
}

/**
 * Put a label on the map, and give it the badges that it is to have.
 * @type {(map: L.Map, label: Label, shapes: ReadonlyMap<string, Theme>) => void}
 */
export function dress(map, label, shapes) {
  if (!map.hasLayer(label.marker)) label.marker.addTo(map);
  if (label.badges === label.wanted) return;
  label.badges = label.wanted;
  const themes = label.wanted.split(" ").map((id) => shapes.get(id));
  label.row.replaceChildren(...themes.filter((theme) => theme !== undefined).map(badge));
  label.size = null;
}

/** @type {(theme: Theme) => HTMLElement} */
function badge(theme) {
  const span = document.createElement("span");
  span.className = "badge";
  span.title = theme.title;
  span.dataset.theme = theme.id;
  span.style.setProperty("--light", theme.colour);
  span.style.setProperty("--dark", theme.colourDark);
  span.innerHTML = '<svg viewBox="-1 -1 26 26" aria-hidden="true" focusable="false"><path/></svg>';
  span.querySelector("path")?.setAttribute("d", theme.path);
  return span;
}
