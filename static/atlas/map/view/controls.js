// The map's furniture: zoom and home buttons, scale bar, attribution, and the notice of a fault.

import { TEXTS, say } from "../base/texts.js";

/** @import { Attribution, Fault, SendToPage } from "../types.d.ts" */

const ICONS = {
  in: "M12 5v14M5 12h14",
  out: "M5 12h14",
  info: "M12 11v6M12 7v.5M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z",
  home: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
};

/**
 * Add buttons and scale; `goHome` shows the whole article. Returns the attribution control.
 * @type {(map: L.Map, goHome: () => void) => Attribution}
 */
export function addControls(map, goHome) {
  const bar = new L.Control({ position: "topright" });
  bar.onAdd = () => {
    const box = L.DomUtil.create("div", "atlas-buttons leaflet-bar");
    const zoomIn = button(TEXTS.zoomIn, ICONS.in, () => map.zoomIn());
    const zoomOut = button(TEXTS.zoomOut, ICONS.out, () => map.zoomOut());
    box.append(zoomIn, zoomOut, button(TEXTS.home, ICONS.home, goHome));
    const update = () => {
      zoomIn.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
      zoomOut.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
    };
    map.on("zoomend", update);
    update();
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  bar.addTo(map);
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
  const attribution = L.control.attribution({ prefix: false, position: "bottomright" }).addTo(map);
  const container = attribution.getContainer();
  if (container) foldOnPhones(container);
  return attribution;
}

// On a phone the credits would cover the map: a button unfolds them.
/** @type {(container: HTMLElement) => void} */
function foldOnPhones(container) {
  const opener = button(TEXTS.credits, ICONS.info, () => {
    const open = container.classList.toggle("is-open");
    opener.setAttribute("aria-expanded", String(open));
  });
  opener.className = "atlas-credits";
  opener.setAttribute("aria-expanded", "false");
  L.DomEvent.disableClickPropagation(opener);
  container.before(opener);
}

/** @type {(label: string, icon: string, act: () => void) => HTMLButtonElement} */
function button(label, icon, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${icon}"/></svg>`;
  made.addEventListener("click", act);
  return made;
}

/**
 * Make what says how many names have no room at this zoom; it is there only where there are any.
 * @type {(map: L.Map) => (count: number) => void}
 */
export function makeWaiting(map) {
  const line = new L.Control({ position: "bottomleft" });
  const box = L.DomUtil.create("div", "atlas-waiting");
  line.onAdd = () => box;
  line.addTo(map);
  return (count) => {
    box.hidden = count === 0;
    box.textContent = say(count === 1 ? TEXTS.oneWaits : TEXTS.namesWait, { count });
  };
}

/**
 * Say in the frame and to the page that something is missing; the rest stays.
 * @type {(send: SendToPage) => Fault}
 */
export function makeNotice(send) {
  return (message) => {
    if (window.atlasFault) window.atlasFault(message);
    else send("fault", { message });
  };
}
