// The places' labels: name, badges of the themes that are on, and a leader line where needed.

import { spanOf, within } from "../base/boxes.js";
import { hasRoom } from "../base/room.js";
import { PANE, askBadges, dress, makeLabel, position, show, write } from "./label.js";
import { leaderOf } from "./leader.js";
import { MOST, rivals } from "./rivals.js";
import { place } from "./scene.js";
import { fit, remeasured } from "./sizes.js";
import { anchorOf, furniture, seen, viewOf } from "./view.js";

/** @import { Theme } from "../../contract.d.ts" */
/** @import { Box, GroundLines, Label, LabelState, Labels, PlacedBox, Places, XY } from "../types.d.ts" */
/** @import { Seen } from "./view.js" */

const CHOSEN_Z = 10000;
const HOVERED_Z = 9000;

/**
 * Make the labels of all places.
 * @param {L.Map} map
 * @param {Places} places
 * @param {Theme[]} themes
 * @param {{ capitals(): XY[], ground(): GroundLines | null, tellWaiting(count: number): void }} around
 *   where the basemap's capitals stand, in layer pixels; its coasts and borders; what hears how many wait
 * @returns {Labels}
 */
export function makeLabels(map, places, themes, around) {
  map.createPane(PANE).style.zIndex = "620";
  const shapes = new Map(themes.map((theme) => [theme.id, theme]));
  /** @type {Map<string, Label>} */
  const labels = new Map();
  /** @type {Box[]} */
  let boxes = [];
  let laid = ""; // which places were in view
  /** @type {LabelState | null} */
  let wanted = null; // what to paint, before there are labels
  /** @type {string | null} */
  let hovered = null;
  let insisted = false; // the chosen label may have made others wait

  const shown = () => [...labels.values()].filter((label) => label.on);

  const lay = () => {
    // Without room nothing has a size; `measure` follows when there is. Before `start` there is nothing.
    if (!labels.size || !hasRoom(map)) return;
    const view = viewOf(map);
    const on = shown();
    const items = on.flatMap((label) => seen(map, label, view) ?? []);
    const chosen = wanted?.selected ?? null;
    const ready = rivals(items, chosen);
    for (const { label } of ready) dress(map, label, shapes);
    fit(ready.flatMap(({ label }) => (label.size ? [] : [label])));
    const { placed, waiting, forced } = place(map, ready.map(sized), view, {
      all: items,
      capitals: around.capitals(),
      ground: around.ground(),
      chosen,
    });
    insisted = forced;
    const waits = new Map(waiting.map((one) => [one.id, one.box]));
    const inView = new Set(items.map(({ id }) => id));
    for (const label of on) {
      const at = anchorOf(map, label);
      const box = placed.get(label.id);
      position(label, at, box ?? waits.get(label.id) ?? atAnchor(label, at), !box && inView.has(label.id));
    }
    boxes = [...placed].flatMap(([id, box]) => withLeader(box, labels.get(id), map));
    boxes.push(...items.flatMap(({ mark }) => (mark ? [mark.box] : [])));
    laid = keyOf(items);
    around.tellWaiting(items.length - placed.size);
  };

  // Whether others than those that were laid have come into view, or the view's edge cuts a label.
  const isStale = () => {
    const view = viewOf(map);
    const items = shown().flatMap((label) => (label.placed && seen(map, label, view)) || []);
    return (
      keyOf(items) !== laid
      || items.some(({ label }) => !label.waits && !(label.size && label.placed && within(label.placed, view.box)))
    );
  };

  /** @type {(state: LabelState) => boolean} */
  const paint = ({ visible, badges, selected, language }) => {
    let changed = insisted;
    for (const label of labels.values()) {
      const on = visible.has(label.id);
      const isChosen = label.id === selected;
      changed = show(label, on) || changed;
      changed = write(label, language) || changed;
      changed = askBadges(label, badges[label.id] ?? []) || changed;
      if (labels.size <= MOST) dress(map, label, shapes); // of more, only those that look for room
      changed ||= isChosen && label.waits;
      label.box.classList.toggle("is-selected", isChosen);
      raise(label, isChosen);
    }
    return changed;
  };

  // A label that waits may not have been looked at yet.
  /** @type {(label: Label) => void} */
  const unveil = (label) => {
    dress(map, label, shapes);
    if (label.size || !hasRoom(map)) return;
    fit([label]);
    const at = anchorOf(map, label);
    position(label, at, atAnchor(label, at), label.waits);
  };

  /** @type {(label: Label, isChosen: boolean) => void} */
  const raise = (label, isChosen) => {
    const offset = isChosen ? CHOSEN_Z : label.id === hovered ? HOVERED_Z : 0;
    if (label.marker.options.zIndexOffset !== offset) label.marker.setZIndexOffset(offset);
  };

  return {
    lay,
    start() {
      for (const one of places.values()) labels.set(one.id, makeLabel(one));
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
      if (hasRoom(map) && (remeasured(labels) || !laid)) lay();
    },
    boxes: () => [...boxes, ...furniture(map, viewOf(map).box)],
    box(id) {
      const label = labels.get(id);
      return (label?.on && label.placed) || null;
    },
    shown: () => shown().map((label) => label.info.title),
    hover(id) {
      const before = hovered;
      hovered = id;
      for (const one of [before, id]) {
        const label = one === null ? undefined : labels.get(one);
        if (!label) continue;
        label.box.classList.toggle("is-hovered", one === id);
        raise(label, label.id === wanted?.selected);
        if (one === id) unveil(label);
      }
    },
    paint(state) {
      wanted = state;
      return paint(state);
    },
  };
}

// As large as its label has turned out to be.
/** @type {(item: Seen) => Seen} */
function sized(item) {
  const { w, h } = item.label.size ?? item;
  return { ...item, w, h };
}

/** @type {(items: Seen[]) => string} */
const keyOf = (items) => items.map(({ id }) => id).join(" ");

// The label of a place out of view stays where the place is: pulled into view it would name another.
/** @type {(label: Label, at: XY) => PlacedBox} */
function atAnchor({ size }, { x, y }) {
  const { w, h } = size ?? { w: 0, h: 0 };
  return { x: x - w / 2, y: y - h / 2, w, h, spot: { leader: false } };
}

/** @type {(box: PlacedBox, label: Label | undefined, map: L.Map) => Box[]} */
function withLeader(box, label, map) {
  const leader = label && leaderOf(box, box.spot, anchorOf(map, label));
  return leader ? [box, spanOf(leader)] : [box];
}
