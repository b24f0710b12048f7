// The map below the places: fetched after they are drawn, finer where the reader looks closely.

import { BASE_ZOOM, WORLD, prepare, project } from "./data.js";
import { makeCanvasLayer } from "./canvas-layer.js";
import { credit } from "./credits.js";
import { drawBasemap, drawBreaks } from "./draw.js";
import { byImportance, drawNames } from "./names.js";
import { nearest } from "../base/circle.js";
import { TEXTS } from "../base/texts.js";

const FOCUS_FROM = 5;

/** @import { Attribution, Basemap, Extent, Fault, Ground, GroundFile, Labels, NameEntry, PlacedName, ReadFile } from "../types.d.ts" */

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
  /** @type {{ world: Ground | null, focus: Ground | null, names: PlacedName[] }} */
  const data = { world: null, focus: null, names: [] };
  let language = "en";
  let asked = false;
  let colours = readColours(map);
  /** @type {(name: string) => string} */
  const colour = (name) => colours.getPropertyValue(name).trim();

  /** @type {(pane: string, zIndex: number, act: typeof drawBasemap) => { redraw: () => void }} */
  const lay = (pane, zIndex, act) =>
    makeCanvasLayer({
      pane,
      zIndex,
      draw: (context, frame) => {
        const focus = frame.zoom >= FOCUS_FROM ? data.focus : null;
        if (data.world) act(context, frame, { world: data.world, focus }, colour);
      },
    })(map);
  const grounds = [lay("atlas-basemap", 200, drawBasemap), lay("atlas-breaks", 450, drawBreaks)];
  const ground = { redraw: () => grounds.forEach((one) => one.redraw()) };
  const names = makeCanvasLayer({
    pane: "atlas-names",
    zIndex: 600,
    draw: (context, frame) =>
      drawNames(context, frame, data.names, {
        taken: labels.boxes(),
        language,
        colour,
        hidden: new Set(labels.shown().map((title) => title.toLowerCase())),
      }),
  })(map);

  // Labels keep to the ground and off the capitals: they are laid again when those have come.
  const relay = () => {
    labels.lay();
    names.redraw();
  };
  const fetchFocus = () => {
    if (asked || map.getZoom() < FOCUS_FROM) return;
    asked = true;
    load("focus.json", TEXTS.detailFault, (/** @type {GroundFile} */ file) => {
      data.focus = prepare(file);
      ground.redraw();
      relay();
    });
  };
  map.on("zoomend", fetchFocus);

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
      load("world.json", TEXTS.basemapFault, (/** @type {GroundFile} */ file) => {
        data.world = prepare(file);
        credit(attribution, file.attribution);
        ground.redraw();
        relay();
        fetchFocus();
      });
      return load("labels.json", TEXTS.labelsFault, (/** @type {NameEntry[]} */ list) => {
        data.names = list.map((name) => ({ ...name, at: unitAt(name) })).sort(byImportance);
        relay();
      });
    },
    recolour() {
      colours = readColours(map);
      ground.redraw();
      names.redraw();
    },
    /** Write the names in this language too, from the next drawing on. */
    rename(code) {
      language = code;
    },
    /** Where the capitals stand that are named at this zoom, in layer pixels. */
    capitals() {
      const { lng } = map.getCenter();
      return data.names
        .filter((name) => name.capital && name.min_zoom <= map.getZoom())
        .map(({ lat, lon }) => map.latLngToLayerPoint([lat, nearest(lon, lng)]));
    },
    redrawNames: () => names.redraw(),
    disputed: () => (data.focus ?? data.world)?.disputed ?? [],
    ground() {
      const { world, focus } = data;
      if (!world) return null;
      const { coast, borders, land } = focus && map.getZoom() >= FOCUS_FROM && isIn(focus.region, map) ? focus : world;
      const outer = borders.filter(({ properties }) => properties.kind !== "admin1");
      return { world: WORLD, land, edges: [...coast, ...outer] };
    },
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

/** @type {(name: NameEntry) => [number, number]} */
function unitAt({ lon, lat }) {
  const [x, y] = project([lon, lat]);
  return [x / 2 ** BASE_ZOOM, y / 2 ** BASE_ZOOM];
}

// Whether all that is in view lies in a region, in base pixels.
/** @type {(region: Extent, map: L.Map) => boolean} */
function isIn({ minX, minY, maxX, maxY }, map) {
  const bounds = map.getBounds();
  const [west, north] = project([bounds.getWest(), bounds.getNorth()]);
  const [east, south] = project([bounds.getEast(), bounds.getSouth()]);
  return west >= minX && north >= minY && east <= maxX && south <= maxY;
}

/** @type {(map: L.Map) => CSSStyleDeclaration} */
function readColours(map) {
  return window.getComputedStyle(map.getContainer());
}
