// Raster tiles from the internet, only after the reader has turned them on.

import { TEXTS } from "../base/texts.js";

/** @import { Fault } from "../types.d.ts" */

const URL_TEMPLATE = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const ATTRIBUTION = "© OpenStreetMap contributors";

/**
 * A switch for the tiles: nothing is requested, not even looked up, before the first `true`.
 * @type {(map: L.Map, fault: Fault) => (on: boolean) => void}
 */
export function makeTiles(map, fault) {
  /** @type {L.TileLayer | null} */
  let layer = null;
  return (on) => {
    map.getContainer().classList.toggle("has-tiles", on);
    if (!on) {
      layer?.remove();
      return;
    }
    layer ??= makeLayer(map, fault);
    layer.addTo(map);
  };
}

/** @type {(map: L.Map, fault: Fault) => L.TileLayer} */
function makeLayer(map, fault) {
  map.createPane("atlas-tiles").style.zIndex = "150";
  const layer = L.tileLayer(URL_TEMPLATE, {
    attribution: ATTRIBUTION,
    pane: "atlas-tiles",
    maxZoom: 19,
  });
  layer.once("tileerror", () => fault(TEXTS.tilesFault));
  return layer;
}
