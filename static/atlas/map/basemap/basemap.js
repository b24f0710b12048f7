// The map below the places: fetched after they are drawn, finer where the reader looks closely.

import { makeCanvasLayer, PADDING } from "./canvas-layer.js";
import { credit } from "./credits.js";
import { WORLD } from "./data.js";
import { drawBasemap, drawBreaks } from "./draw.js";
import { makeGrounds } from "./grounds.js";
import { byImportance, drawNames } from "./names.js";
import { atZoomNought } from "./placed.js";
import { GROUND_CAME } from "./plain.js";
import { nearest } from "../base/circle.js";
import { TEXTS } from "../base/texts.js";
import { once, soon } from "../../common/soon.js";

/** @import { Attribution, Basemap, CanvasFrame, Fault, Labels, NameEntry, PlacedName, ReadFile, Redrawn } from "../types.d.ts" */
/** @import { WorldFile } from "../types.d.ts" */

const FAR = 100_000; // metres: what is further away says nothing of a place

/**
 * Make the basemap; nothing is fetched before `load`.
 * @param {object} parts
 * @param {L.Map} parts.map
 * @param {Labels} parts.labels
 * @param {ReadFile} parts.read gives a file of the basemap
 * @param {Attribution} parts.attribution
 * @param {Fault} parts.fault tells the reader what is missing
 * @returns {Basemap}
 */
export function makeBasemap({ map, labels, read, attribution, fault }) {
  /** @type {PlacedName[]} */
  let everywhere = [];
  let language = "en";
  let colours = readColours(map);
  /** @type {(name: string) => string} */
  const colour = (name) => colours.getPropertyValue(name).trim();
  const told = once(() => fault(TEXTS.detailFault));
  const grounds = makeGrounds({ read, arrived: () => soon(came), failed: told });

  /** @type {(pane: string, zIndex: number, act: typeof drawBasemap) => Redrawn} */
  const lay = (pane, zIndex, act) =>
    makeCanvasLayer({
      pane,
      zIndex,
      draw: (context, frame) => act(context, frame, grounds.layers(frame), colour),
    })(map);
  const canvases = [lay("atlas-basemap", 200, drawBasemap), lay("atlas-breaks", 450, drawBreaks)];
  const names = makeCanvasLayer({
    pane: "atlas-names",
    zIndex: 600,
    draw: (context, frame) =>
      drawNames(context, frame, [...everywhere, ...grounds.names(frame)].sort(byImportance), {
        taken: labels.boxes(),
        language,
        colour,
        hidden: new Set(labels.shown().map((title) => title.toLowerCase())),
      }),
  })(map);

  // The canvases reach beyond the view by as much, and so does what is fetched.
  const fetch = () => grounds.fetch(frameOf(map));
  /** @type {(ratio?: number) => void} */
  const redraw = (ratio) => {
    canvases.forEach((one) => one.redraw(ratio));
    names.redraw(ratio);
  };
  // Labels keep to the ground and off the capitals: they are laid again when all of those has come.
  const came = () => {
    if (grounds.isWhole(frameOf(map))) labels.lay();
    redraw();
    map.fire(GROUND_CAME);
  };
  map.on("moveend", fetch);

  /**
   * @template Content
   * @param {string} name of a file
   * @param {string} failure
   * @param {(content: Content) => void} use
   */
  async function load(name, failure, use) {
    const content = await read(name).catch((error) => {
      console.warn(error);
      fault(failure);
    });
    if (content) use(/** @type {Content} */ (content));
  }

  return {
    /** Fetch everything; settles when the names are there, or are known not to come. */
    load() {
      load("world.json", TEXTS.basemapFault, (/** @type {WorldFile} */ file) => {
        grounds.take(file);
        credit(attribution, file.attribution);
        came();
        fetch();
      });
      return load("labels.json", TEXTS.labelsFault, (/** @type {NameEntry[]} */ list) => {
        everywhere = list.map(atZoomNought).sort(byImportance);
        labels.lay();
        names.redraw();
      });
    },
    recolour() {
      colours = readColours(map);
      redraw();
    },
    /** Write the names in this language too, from the next drawing on. */
    rename(code) {
      language = code;
    },
    /** Where the capitals stand that are named at this zoom, in layer pixels. */
    capitals() {
      const { lng } = map.getCenter();
      return everywhere
        .filter((name) => name.capital && name.min_zoom <= map.getZoom())
        .map(({ lat, lon }) => map.latLngToLayerPoint([lat, nearest(lon, lng)]));
    },
    redraw,
    redrawNames: () => names.redraw(),
    nearestTown() {
      const middle = map.getCenter();
      let best = null;
      for (const { kind, name, lat, lon } of [...everywhere, ...grounds.names(frameOf(map))]) {
        if (kind !== "city") continue;
        const metres = map.distance(middle, [lat, lon]);
        if (metres < (best?.metres ?? FAR)) best = { name, metres };
      }
      return best;
    },
    ground() {
      const ground = grounds.finest(frameOf(map));
      if (!ground) return null;
      const outer = ground.borders.filter(({ properties }) => properties.kind !== "admin1");
      return { world: WORLD, land: ground.land, edges: [...ground.coast, ...outer] };
    },
    disputed: () => grounds.disputed(frameOf(map)),
  };
}

/**
 * Files of the basemap as they are served.
 * @type {(assets: string) => ReadFile}
 */
export function fetched(assets) {
  return async (name) => {
    const answer = await fetch(new URL(`${assets}basemap/${name}`, document.baseURI));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
}

// What the canvases show about the view, as they would draw it now.
/** @type {(map: L.Map) => CanvasFrame} */
function frameOf(map) {
  const size = map.getSize();
  const corner = map.getPixelBounds().getTopLeft().subtract(size.multiplyBy(PADDING));
  const layerCorner = corner.subtract(map.getPixelOrigin());
  return { zoom: map.getZoom(), corner, size: size.multiplyBy(1 + 2 * PADDING), ratio: 1, layerCorner };
}

/** @type {(map: L.Map) => CSSStyleDeclaration} */
function readColours(map) {
  return window.getComputedStyle(map.getContainer());
}
