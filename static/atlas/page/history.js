// Keeps the address and the reader's choices the same, and the page's own links in step.

import { pageAddress, publicAddress } from "../parts/address.js";
import { all } from "../common/dom.js";
import { followInHost } from "./host.js";
import { fromQuery, toQuery } from "../state/codec.js";
import { selected, withClaim, withRoute } from "../state/state.js";

/** @import { Atlas, State, Store } from "../state/types.d.ts" */

/** @type {(state: State) => string} */
const selectionOf = (state) => `${state.place}|${state.mention}|${state.claim}|${state.route}|${state.leg}`;

/**
 * Follow the store: a selection adds to the history, everything else replaces the address.
 * @type {(atlas: Atlas, store: Store) => { query(): string }}
 */
export function followAddress(atlas, store) {
  /** @type {(state: State) => string} */
  const query = (state) => toQuery(state, atlas, location.search);
  store.subscribe((state, before, cause) => {
    if (cause === "history") return;
    const add = cause === "reader" && selectionOf(state) !== selectionOf(before);
    setTimeout(() => write(query(state), add)); // the browser takes its time over an address
  });
  window.addEventListener("popstate", () => back(atlas, store));
  write(query(store.get()), false);
  return { query: () => query(store.get()) };
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
    history[add ? "pushState" : "replaceState"](history.state, "", url);
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
  const next = withRoute(chosen, then.route, then.leg);
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
