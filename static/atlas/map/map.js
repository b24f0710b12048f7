// The map's frame: takes over the map that folium made, and paints what the page tells it to.

import { fetched, makeBasemap } from "./basemap/basemap.js";
import { makeAside } from "./view/aside.js";
import { addControls, makeNotice, makeWaiting } from "./view/controls.js";
import { noteDisputes } from "./basemap/disputed.js";
import { dress } from "./font.js";
import { isEmbedded, setGestures } from "./view/gestures.js";
import { makeLabels } from "./labels/labels.js";
import { connect } from "./link.js";
import { adoptPlaces } from "./places/places.js";
import { makePainter } from "./painter.js";
import { makePicture, streetsFromClose } from "./later.js";
import { reportDoings } from "./report.js";
import { makeRoutes } from "./places/route.js";
import { TEXTS } from "./base/texts.js";
import { makePlainNote } from "./basemap/plain.js";
import { makeTiles } from "./basemap/tiles.js";
import { makeView } from "./view/view.js";
import { afterPaint } from "../common/soon.js";

/** @import { Handlers, MapData, MapPlace, ToMap } from "../contract.d.ts" */
/** @import { Drawn, Paint, ReadFile, SendToPage } from "./types.d.ts" */

const FAR_BELOW = 4;
const PATIENCE_MS = 500; // how long labels wait for what they depend on

/**
 * Start the frame. Called once by the script that folium renders.
 * @param {Drawn & { read?: ReadFile }} drawn `read` gives the basemap's files; they are fetched without it
 */
export function boot({ map, layer, config, read = fetched(config.assets) }) {
  window.map = map; // as streamlit-folium does; a page of its own has no other name for it
  const container = prepareDocument(map, config);
  /** @type {Partial<Handlers<ToMap>>} */
  const handlers = {};
  const send = connect(handlers);
  const parts = makeParts({ map, layer, config }, container, send, read);
  Object.assign(handlers, answers(map, parts, send));
  followZoom(map, container, parts);
  setGestures(map, isEmbedded());
  whenStyled(container, parts.restyle);
  send("ready", {});
  if (!parts.painter.hasPainted()) parts.painter.paint(firstState(config)); // the page comes later
  loadRest(container, parts);
}

/**
 * What the frame is made of, in the order in which one needs the other.
 * @param {Drawn} drawn
 * @param {HTMLElement} container
 * @param {SendToPage} send
 * @param {ReadFile} read
 */
function makeParts({ map, layer, config }, container, send, read) {
  const infos = new Map(config.places.map((info) => [info.id, info]));
  const places = adoptPlaces(layer, config.places, config.signs);
  const fault = makeNotice(send);
  const view = makeView(map, config, infos, {
    told: (fields) => send("view", fields),
    rested: (fields) => send("rest", fields),
    appeared: () => restyle(),
  });
  container.classList.toggle("is-far", isFar(map));
  const attribution = addControls(map, view.homeByReader);
  const tellWaiting = makeWaiting(map);
  const setAside = makeAside(map, outside(config, infos), (place) =>
    view.show({ place, others: [], cover: null, why: "choice" }, null),
  );
  const labels = makeLabels(map, places, config.themes, {
    capitals: () => basemap.capitals(),
    ground: () => basemap.ground(),
    tellWaiting,
  });
  const basemap = makeBasemap({ map, labels, read, attribution, fault });
  const { assets, streets: address, articleLanguage: language } = config;
  const streets = address && streetsFromClose({ map, assets, address, language, attribution, fault });
  const grounds = streets ? [basemap, streets] : [basemap];
  const painter = makePainter({ container, places, labels, basemap, grounds, setAside });
  const route = makeRoutes(map, config.routes, infos, (by) => send("leg", { by }));
  const picture = makePicture(map, attribution, config.themes, basemap.redraw);
  const restyle = () => {
    labels.measure();
    grounds.forEach((ground) => ground.recolour());
  };
  return { places, fault, view, labels, basemap, painter, picture, route, restyle, streets };
}

/** @typedef {ReturnType<typeof makeParts>} Parts */

/**
 * What the frame does about each message.
 * @type {(map: L.Map, parts: Parts, send: SendToPage) => Handlers<ToMap>}
 */
function answers(map, { places, fault, view, labels, basemap, painter, picture, route, streets }, send) {
  const tiles = makeTiles(map, fault);
  const plain = streets ? null : makePlainNote(map, { nearest: basemap.nearestTown, ask: askFor(send) });
  const noteAt = noteDisputes(map, basemap.disputed);
  reportDoings({ map, places, hover: painter.hover, send, noteAt });
  return {
    hello: () => send("ready", {}),
    paint: painter.paint,
    hover: ({ place }) => painter.hover(place),
    show: (message) => view.show(message, labels.box(message.place)),
    home: view.home,
    goto: view.goto,
    tiles({ on }) {
      tiles(on === true);
      plain?.update();
    },
    hold({ places: ids, cover }) {
      const points = ids.flatMap((id) => {
        const label = places.get(id)?.info.label;
        return label ? [L.latLng(label[1], label[0])] : [];
      });
      if (points.length) view.hold(points, { cover, above: 0 });
    },
    route({ id, leg, cover, frame }) {
      route.show(id, leg);
      labels.lay(); // names keep off its caption
      const points = frame ? route.extent(id, leg) : null;
      if (points) view.hold(points, { cover, above: route.below() });
    },
    picture: async (message) => send("picture", { id: message.id, ...(await picture(message)) }),
  };
}

// Within another page there is nothing beside the map to ask in.
/** @type {(send: SendToPage) => (() => void) | null} */
function askFor(send) {
  return isEmbedded() ? null : () => send("detail", {});
}

/** @type {(map: L.Map, container: HTMLElement, parts: Parts) => void} */
function followZoom(map, container, { labels, basemap }) {
  map.on("zoomend resize", () => {
    if (container.classList.contains("is-far") !== isFar(map)) {
      container.classList.toggle("is-far");
      labels.forget();
    }
    labels.lay();
    basemap.redrawNames();
  });
  map.on("moveend", () => {
    if (labels.recover()) basemap.redrawNames();
  });
}

// First the places and an answer to who clicks on them, then the rest, a frame of the screen each.
/** @type {(container: HTMLElement, parts: Parts) => void} */
function loadRest(container, { labels, basemap, restyle }) {
  afterPaint(() => {
    const named = basemap.load();
    afterPaint(async () => {
      await patiently(Promise.all([named, dress(container, restyle)]));
      labels.start();
      basemap.redrawNames(); // they may have come before, and keep clear of labels
    });
  });
}

// What comes later is taken up when it comes.
/** @type {(promise: Promise<unknown>) => Promise<unknown>} */
function patiently(promise) {
  return Promise.race([promise, new Promise((resolve) => window.setTimeout(resolve, PATIENCE_MS))]);
}

/** @type {(map: L.Map, config: MapData) => HTMLElement} */
function prepareDocument(map, config) {
  const container = map.getContainer();
  document.documentElement.lang = config.articleLanguage;
  document.title = config.title;
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", TEXTS.region);
  container.classList.add("atlas-map");
  return container;
}

// Far out, phones have little room: map.css makes the badges smaller.
/** @type {(map: L.Map) => boolean} */
function isFar(map) {
  return map.getZoom() < FAR_BELOW;
}

// The places that the first view leaves out, those that the text means most first.
/** @type {(config: MapData, infos: ReadonlyMap<string, MapPlace>) => MapPlace[]} */
function outside({ aside }, infos) {
  return aside.flatMap((id) => infos.get(id) ?? []).sort((a, b) => b.weight - a.weight);
}

/** @type {(config: MapData) => Paint} */
function firstState({ places, articleLanguage }) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    visible: places.map(({ id }) => id),
    badges: Object.fromEntries(places.map(({ id, themes }) => [id, themes])),
    selected: null,
    scheme: dark ? "dark" : "light",
    language: articleLanguage,
  };
}

// Style sheets may arrive after the script: sizes and colours are read again when they have.
/** @type {(container: HTMLElement, act: () => void) => void} */
function whenStyled(container, act) {
  const styled = () => window.getComputedStyle(container).getPropertyValue("--land") !== "";
  if (styled()) return;
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    link.addEventListener("load", () => styled() && act());
  }
}
