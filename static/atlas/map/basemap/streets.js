// The host's own street map: one file, of which the browser reads what a close look needs.

import { credit } from "./credits.js";

/** @import { Protomaps, StreetLayer, StreetParts, Streets } from "../types.d.ts" */

const LIBRARY = "vendor/protomaps-leaflet/protomaps-leaflet.js";
const CREDIT = "Streets: © OpenStreetMap contributors.";
/** What is drawn by our own rules: a border is shown as disputed where it is. */
const OURS = new Set(["boundaries"]);

/**
 * Draw the street map from a zoom on. Rejects where what draws it does not load.
 * @type {(parts: StreetParts, from: number) => Promise<Streets>}
 */
export async function makeStreets({ map, assets, address, language, attribution }, from) {
  const { leafletLayer } = await library(assets);
  map.createPane("atlas-streets").style.zIndex = "210"; // on the ground, below disputed borders and places
  /** @type {StreetLayer | null} */
  let layer = null;
  const draw = () => {
    layer?.remove();
    layer = leafletLayer({
      url: new URL(address, document.baseURI).href,
      pane: "atlas-streets",
      lang: language,
      minZoom: from,
      noWrap: true,
      flavor: map.getContainer().dataset.scheme === "dark" ? "dark" : "light",
      attribution: "",
    });
    layer.backgroundColor = undefined; // beyond what the file holds, the built-in map stays
    layer.paintRules = layer.paintRules.filter(({ dataLayer }) => !OURS.has(dataLayer));
    layer.addTo(map);
  };
  draw();
  credit(attribution, CREDIT);
  return { recolour: draw };
}

/** @type {(assets: string) => Promise<Protomaps>} */
function library(assets) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`${assets}${LIBRARY}`, document.baseURI).href;
    script.dataset.optional = "yes"; // guard.js: the map is whole without it
    script.onload = () => (window.protomapsL ? resolve(window.protomapsL) : reject(new Error(LIBRARY)));
    script.onerror = () => reject(new Error(LIBRARY));
    document.head.append(script);
  });
}
