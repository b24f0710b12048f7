// The reader's link with the map: what the map is asked to paint and show, and what it tells.

import { announce, notice, one, the } from "../common/dom.js";
import { soon } from "../common/soon.js";
import { placeShown } from "../state/claims.js";
import { badges, placesOf, placesOn } from "../state/selectors.js";
import { withView } from "../state/state.js";
import { dressWhenReady } from "./dress.js";
import { connectFrame } from "./frame.js";

/** @import { Cover, Handlers, MapView, ToPage } from "../contract.d.ts" */
/** @import { MapLink, Screen } from "./types.d.ts" */

const MAP_PATIENCE_MS = 20000;
const FRAME_NAME = "Map of the places";

/**
 * Make the link; `meet` connects it. Before that, and as long as there is no map, what is sent is
 * lost: a map that comes later is told everything at once.
 * @type {(screen: Screen) => MapLink}
 */
export function makeMapLink(screen) {
  const { atlas, store } = screen;
  /** @type {ReturnType<typeof connectFrame> | null} */
  let frame = null;
  /** @type {MapView | null} */
  let standing = null;
  /** @type {MapLink["send"]} */
  const send = (type, fields) => frame !== null && frame.send(type, fields);

  return {
    send,
    meet() {
      const { connected } = (frame = connectFrame(handlers(screen, () => ready(screen))));
      setTimeout(() => connected() || failed(screen), MAP_PATIENCE_MS);
      nameFrame(the(".st-key-atlas-map"));
      let known = false; // an observer tells the first size too
      new ResizeObserver(() => {
        if (known) screen.map.show({ why: "resize" });
        known = true;
      }).observe(the(".st-key-atlas-map"));
    },
    paint() {
      const state = store.get();
      const seen = state.onlyInView ? screen.text.inView() : null;
      const on = placesOn(atlas, state, null);
      screen.visible = seen ? placesOn(atlas, state, seen) : on;
      screen.emptyNote.paint(screen.visible.length, on.length);
      send("paint", {
        visible: screen.visible,
        badges: badges(atlas, state),
        selected: placeShown(atlas, state, screen.visible),
        scheme: document.documentElement.dataset.scheme,
        language: state.language,
      });
    },
    hold(places) {
      if (places.length) soon(() => send("hold", { places, cover: cardBox() }));
    },
    standing: () => standing,
    stands(view) {
      standing = view;
    },
    /** Ask the map to show the selected place, clear of the card. */
    show({ why = "choice" } = {}) {
      const { mention, claim, route } = store.get();
      const place = placeShown(atlas, store.get(), screen.visible);
      if (!place) return;
      const named = mention ? placesOf(atlas, mention) : claim ? atlas.claim.get(claim).places : [];
      const others = named.filter((id) => id !== place);
      const reason = why === "choice" && route !== null ? "route" : why;
      soon(() => send("show", { place, others, cover: cardBox(), why: reason }));
    },
    showRoute({ frame: moves = false } = {}) {
      const { route, leg } = store.get();
      soon(() => send("route", { id: route, leg, cover: cardBox(), frame: moves }));
    },
  };
}

/** @type {(screen: Screen, whenReady: () => void) => Handlers<ToPage>} */
function handlers(screen, whenReady) {
  const { acts, store, picture } = screen;
  return {
    ready: whenReady,
    click: ({ place }) => acts.openPlace(place, "map-click"),
    hover: ({ place }) => acts.hover(place ? [place] : null, "map"),
    key: ({ key }) => key === "Escape" && acts.unselect(),
    view: ({ lat, lon, zoom }) => store.set(withView(store.get(), { lat, lon, zoom }), "view"),
    rest: ({ home, lat, lon, zoom }) => screen.map.stands(home ? null : { lat, lon, zoom }),
    leg: ({ by }) => acts.stepRoute(store.get().route ?? "", by),
    fault: ({ message }) => notice(message),
    detail: () => screen.switches.askForDetail(),
    picture: (answer) => picture.receive(answer),
  };
}

/** @type {(screen: Screen) => void} */
function ready({ acts, map, store }) {
  the("#atlas-map-fault").hidden = true;
  const { at, place, route, leg, tiles } = store.get();
  const frame = !at && route !== null && (leg !== null || !place);
  if (tiles) map.send("tiles", { on: true });
  map.paint();
  map.showRoute({ frame });
  if (at) map.send("goto", at);
  else if (!frame) map.show();
  dressWhenReady("ready", acts.reveal);
}

/** @type {(screen: Screen) => void} */
function failed({ acts }) {
  dressWhenReady("without-map", acts.reveal);
  the("#atlas-map-fault").hidden = false;
  announce("The map could not be loaded. The text can be read without it.");
}

/**
 * Give the map's frame a name for those who do not see it: Streamlit calls it after its component.
 * @type {(area: HTMLElement) => void}
 */
function nameFrame(area) {
  const name = () => {
    const frame = one("iframe", area);
    if (frame && frame.title !== FRAME_NAME) frame.title = FRAME_NAME;
  };
  new MutationObserver(name).observe(area, { attributeFilter: ["title"], childList: true, subtree: true });
  name();
}

/**
 * The box that the card covers, in pixels of the map's frame; null where it lies elsewhere.
 * @type {() => Cover | null}
 */
function cardBox() {
  const card = the("#atlas-card").getBoundingClientRect();
  if (!card.height) return null;
  const map = the(".st-key-atlas-map").getBoundingClientRect();
  if (card.top >= map.bottom || card.bottom <= map.top) return null;
  return {
    left: card.left - map.left,
    top: card.top - map.top,
    right: card.right - map.left,
    bottom: card.bottom - map.top,
  };
}
