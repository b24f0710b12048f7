// The reader's screen: wires text, map, card, filters and address to one store.

import { notice, one, the } from "../common/dom.js";
import { createCard } from "../parts/card.js";
import { createCopy } from "../parts/copy.js";
import { createEmptyNote } from "../parts/empty.js";
import { createFilters } from "../parts/filters.js";
import { createHint } from "../parts/hint.js";
import { createPanels } from "../parts/panels.js";
import { createPicture } from "../parts/picture.js";
import { createPrint } from "../parts/print.js";
import { createRoute } from "../parts/route.js";
import { createShare } from "../parts/share.js";
import { createText } from "../parts/text.js";
import { tilesAgreed } from "../parts/tiles.js";
import { createTimeline } from "../parts/timeline.js";
import { createUnplaced } from "../parts/unplaced.js";
import { fromQuery } from "../state/codec.js";
import { indexed, walkOrder } from "../state/selectors.js";
import { unfiltered, withOnlyInView, withTiles } from "../state/state.js";
import { createStore } from "../state/store.js";
import { makeActs } from "./acts.js";
import { boot } from "./boot.js";
import { makeFollowing } from "./follow.js";
import { cameBack, followAddress } from "./history.js";
import { makeMapLink } from "./maplink.js";
import { applyScheme, followScheme } from "./scheme.js";
import { embed, makeSwitches } from "./switches.js";

/** @import { PageData } from "../contract.d.ts" */
/** @import { CardActs, TextActs } from "../parts/types.d.ts" */
/** @import { Atlas, Cause, Store } from "../state/types.d.ts" */
/** @import { Screen } from "./types.d.ts" */

/**
 * Called by the page's own script, with the page's name and what it shows.
 * @type {(page: string, data: PageData) => Promise<void>}
 */
export const mount = (page, data) => boot(page, data, startReader);

/**
 * Start the reader on a page that the server has written.
 * @param {PageData} data
 * @returns {Screen}
 */
export function startReader(data) {
  const atlas = indexed(data);
  const { state, notices } = fromQuery(location.search, atlas);
  const asks = state.tiles && !tilesAgreed();
  const screen = build(atlas, createStore(asks ? withTiles(state, false) : state));
  notices.forEach(notice);
  if (asks) screen.switches.askTiles();
  return screen;
}

// The parts need what a reader can do, and that needs the parts: they meet on one object, and none
// asks another before all are there.
/** @type {(atlas: Atlas, store: Store) => Screen} */
function build(atlas, store) {
  const note = location.hash.match(/^#note-([a-z0-9-]+)$/)?.[1] ?? null;
  const screen = /** @type {Screen} */ ({ atlas, store, visible: /** @type {string[]} */ ([]), note });
  screen.acts = makeActs(screen);
  screen.map = makeMapLink(screen);
  followScheme(() => screen.map.paint());
  addParts(screen);
  addTools(screen);
  store.subscribe((_now, _before, cause) => changed(screen, cause));
  screen.switches = makeSwitches(screen);
  embed();
  paint(screen);
  screen.map.meet();
  screen.acts.reveal();
  return screen;
}

// What is painted whenever the choices change.
/** @type {(screen: Screen) => void} */
function addParts(screen) {
  const { atlas, store, acts } = screen;
  screen.text = createText(the("#atlas-article"), atlas, textActs(screen));
  screen.card = createCard(the("#atlas-card"), atlas, cardActs(screen));
  screen.emptyNote = createEmptyNote(the("#atlas-map-empty"), {
    wholeArticle: () => store.set(withOnlyInView(store.get(), false), "filter"),
    unfilter: () => acts.filter(unfiltered(store.get())),
    focusMap: () => one(".st-key-atlas-map iframe")?.focus(),
  });
  screen.filters = createFilters(the(".st-key-atlas"), atlas, store, acts.filter);
  screen.timeline = createTimeline(one("#atlas-more .time-panel"), atlas, store, {
    filter: acts.filter,
    open: acts.openClaim,
  });
  screen.unplaced = createUnplaced(atlas, store.get, acts.openClaim);
  screen.route = createRoute(atlas, { state: store.get, route: acts.walkRoute, step: acts.stepRoute });
}

// What waits for its button, or for the browser.
/** @type {(screen: Screen) => void} */
function addTools(screen) {
  const { atlas, store } = screen;
  const address = followAddress(atlas, store, screen.map);
  const query = () => address.queryAt(screen.map.standing());
  createCopy(query);
  screen.picture = createPicture(atlas, store.get, (fields) => screen.map.send("picture", fields));
  createShare(atlas, { state: store.get, query }, screen.picture);
  createHint(store);
  createPanels(the(".st-key-atlas-filters"));
  createPrint(atlas, store.get, (scheme) => paintIn(screen, scheme));
}

/** @type {(screen: Screen) => TextActs} */
function textActs(screen) {
  const { acts } = screen;
  return {
    choose: acts.choose,
    openPassage: acts.openPassage,
    claimOf: acts.claimOf,
    hover: (places) => acts.hover(places, "text"),
    seen: makeFollowing(screen),
    stepFrom: acts.stepFrom,
  };
}

/** @type {(screen: Screen) => CardActs} */
function cardActs(screen) {
  const { acts, atlas, store } = screen;
  return {
    close: acts.unselect,
    step: acts.step,
    walk: acts.walk,
    // With the passages in view it changes as the reader scrolls: there it is not told.
    order: () => (store.get().onlyInView ? [] : walkOrder(atlas, screen.visible)),
    open: acts.select,
    stepClaim: acts.stepClaim,
    claimOrder: acts.claimOrder,
    beside: screen.text.beside,
    claimsAt: screen.text.claimsAt,
    choose: acts.goTo,
    goTo: acts.goToClaim,
    unfilter: () => acts.filter(unfiltered(store.get())),
  };
}

/** @type {(screen: Screen, cause: Cause) => void} */
function changed(screen, cause) {
  if (cause === "view") return;
  screen.note = null;
  paint(screen);
  if (cause !== "history") return;
  screen.map.showRoute();
  screen.acts.reveal();
  if (!cameBack(screen.map)) screen.map.show();
}

// Text and map first: they are what the reader looks at.
/** @type {(screen: Screen) => void} */
function paint(screen) {
  const state = screen.store.get();
  screen.text.paint(state);
  screen.map.paint();
  for (const part of [screen.card, screen.filters, screen.timeline, screen.unplaced, screen.route, screen.switches])
    part.paint(state);
}

// Paint in a scheme; gives the one that was.
/** @type {(screen: Screen, scheme: string) => string} */
function paintIn(screen, scheme) {
  const before = document.documentElement.dataset.scheme ?? "";
  if (applyScheme(scheme)) screen.map.paint();
  return before;
}
