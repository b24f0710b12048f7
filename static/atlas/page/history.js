// Keeps the address and the reader's choices the same, and the page's own links in step.

import { pageAddress, publicAddress } from "../parts/address.js";
import { all } from "../common/dom.js";
import { followInHost } from "./host.js";
import { fromQuery, toQuery } from "../state/codec.js";
import { selected, withClaim, withRoute, withView } from "../state/state.js";

/** @import { MapView } from "../contract.d.ts" */
/** @import { Atlas, State, Store } from "../state/types.d.ts" */
/** @import { MapLink } from "./types.d.ts" */

/** @typedef {{ atlasView?: MapView | null } | null} Entry what we keep in the history beside an address */

/** @type {(state: State) => string} */
const selectionOf = (state) => `${state.place}|${state.mention}|${state.claim}|${state.route}|${state.leg}`;

/**
 * Follow the store: a selection adds to the history, everything else replaces the address.
 * Where the map stood is kept with it. `queryAt` is the query with a view, the reader's own before others.
 * @type {(atlas: Atlas, store: Store, map?: Pick<MapLink, "standing">) => { query(): string, queryAt(view: MapView | null): string }}
 */
export function followAddress(atlas, store, map) {
  /** @type {(state: State) => string} */
  const query = (state) => toQuery(state, atlas, location.search);
  store.subscribe((state, before, cause) => {
    if (cause === "history") return;
    const add = cause === "reader" && selectionOf(state) !== selectionOf(before);
    if (add) keepView(map?.standing() ?? null);
    setTimeout(() => write(query(state), add)); // the browser takes its time over an address
  });
  window.addEventListener("popstate", () => back(atlas, store));
  write(query(store.get()), false);
  return {
    query: () => query(store.get()),
    queryAt: (view) => query(view ? withView(store.get(), view) : store.get()),
  };
}

// Before a choice moves the map: so Back can bring back what was seen.
/** @type {(view: MapView | null) => void} */
function keepView(atlasView) {
  history.replaceState({ ...history.state, atlasView }, "");
}

/**
 * Bring the map back to where it stood at the entry of the history that is come to; false where that is not known.
 * @type {(map: Pick<MapLink, "send">) => boolean}
 */
export function cameBack(map) {
  const { atlasView: view } = /** @type {Entry} */ (history.state) ?? {};
  if (view === undefined) return false;
  if (view) map.send("goto", view);
  else map.send("home", {});
  return true;
}

/** @type {(text: string, add: boolean) => void} */
function write(text, add) {
  const url = text ? `?${text}` : location.pathname;
  if (url !== (location.search || location.pathname)) {
    writeAddress(url, add);
  }
  updateLinks(text);
  followInHost(() => publicAddress(location.search.slice(1)));
}

/**
 * Write an address where one can be written: not in every frame of another page.
 * @type {(url: string, add: boolean) => void}
 */
export function writeAddress(url, add) {
  try {
    if (add)
      history.pushState({ ...history.state, atlasView: undefined }, "", url); // the view was that of the entry before
    else history.replaceState(history.state, "", url);
  } catch {
    /* the choices then last as long as the page does */
  }
}

/**
 * Back undoes selections; filters stay as they are.
 * @type {(atlas: Atlas, store: Store) => void}
 */
function back(atlas, store) {
  const { state: then } = fromQuery(location.search, atlas);
  const chosen = then.claim ? withClaim(store.get(), then.claim) : selected(store.get(), then.place, then.mention);
  const next = withView(withRoute(chosen, then.route, then.leg), then.at);
  store.set(next, "history");
  write(toQuery(next, atlas, location.search), false);
}

/**
 * Every link to one of our pages carries the choices along; in one file, a page is a parameter.
 * @type {(text: string) => void}
 */
export function updateLinks(text) {
  const single = document.documentElement.dataset.single === "true";
  for (const link of all("a[data-page]")) {
    link.setAttribute("href", pageAddress(link.dataset.page ?? "", text, single));
  }
}
