// Buttons at the map's edge for the places that the first view leaves out: name and direction of each.

import { holds } from "../base/boxes.js";
import { TEXTS, labelText, say } from "../base/texts.js";

/** @import { MapPlace } from "../../contract.d.ts" */
/** @import { XY } from "../types.d.ts" */

const MOST = 4; // more would hide the map; the text leads to the rest
const ARROWS = ["→", "↘", "↓", "↙", "←", "↖", "↑", "↗"];

/**
 * Make the buttons. They come and go as the map moves, and as places are shown and hidden.
 * @param {L.Map} map
 * @param {MapPlace[]} places those that are set aside, the important ones first
 * @param {(id: string) => void} frame brings a place into view
 * @returns {(visible: ReadonlySet<string>) => void} takes which places are shown
 */
export function makeAside(map, places, frame) {
  const control = new L.Control({ position: "bottomleft" });
  const box = L.DomUtil.create("div", "atlas-aside");
  L.DomEvent.disableClickPropagation(box);
  control.onAdd = () => box;
  if (places.length) control.addTo(map);
  const buttons = places.map((place) => ({ place, button: buttonOf(place, frame) }));
  box.append(...buttons.map(({ button }) => button));
  /** @type {ReadonlySet<string>} */
  let visible = new Set(places.map(({ id }) => id));
  const update = () => {
    const size = map.getSize();
    const view = { x: 0, y: 0, w: size.x, h: size.y };
    let free = MOST;
    for (const { place, button } of buttons) {
      const at = map.latLngToContainerPoint([place.label[1], place.label[0]]);
      const isTold = visible.has(place.id) && free > 0 && !holds(view, at);
      button.hidden = !isTold;
      if (isTold) free -= 1;
      /** @type {HTMLElement} */ (button.lastElementChild).textContent = arrowTo(size.divideBy(2), at);
    }
  };
  map.on("moveend resize", update);
  update();
  return (now) => {
    visible = now;
    update();
  };
}

/**
 * The arrow that points from one spot on the screen to another.
 * @type {(from: XY, to: XY) => string}
 */
export function arrowTo(from, to) {
  const eighths = Math.round((4 * Math.atan2(to.y - from.y, to.x - from.x)) / Math.PI);
  return ARROWS[(eighths + 8) % 8];
}

/** @type {(place: MapPlace, frame: (id: string) => void) => HTMLButtonElement} */
function buttonOf({ id, title }, frame) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.aside = id;
  button.title = say(TEXTS.aside, { name: title });
  button.innerHTML = '<span dir="auto"></span> <i aria-hidden="true"></i>';
  /** @type {HTMLElement} */ (button.firstElementChild).textContent = labelText(title);
  button.addEventListener("click", () => frame(id));
  return button;
}
