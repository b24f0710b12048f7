// Keeps the address and the reader's choices the same, and the page's own links in step.

import { all } from "./dom.js";
import { fromQuery, toQuery } from "./link.js";
import { selected } from "./state.js";

const OWN_PAGES = /\/(places|claims|ledger|about)\/?$/;

/** The app's own address without page, query or a host's inner path. */
export function appAddress(here = location) {
  const path = here.pathname.replace(OWN_PAGES, "/");
  return here.protocol === "file:" ? `file://${path}` : `${here.origin}${path}`;
}

/** The address to give to others: on Community Cloud the app runs under an inner path. */
export function publicAddress(query) {
  const page = location.pathname.match(OWN_PAGES)?.[1] ?? "";
  const base = appAddress().replace("/~/+/", "/");
  return `${base}${page}${query ? `?${query}` : ""}`;
}

const selectionOf = (state) => `${state.place}|${state.mention}|${state.route}|${state.leg}`;

/** Follow the store: a selection adds to the history, everything else replaces the address. */
export function createAddress(atlas, store, { onLinks } = {}) {
  const query = (state) => toQuery(state, atlas, location.search);
  store.subscribe((state, before, cause) => {
    if (cause === "history") return;
    const text = query(state);
    const url = text ? `?${text}` : location.pathname;
    if (url !== (location.search || location.pathname)) {
      const add = cause === "reader" && selectionOf(state) !== selectionOf(before);
      history[add ? "pushState" : "replaceState"](history.state, "", url);
    }
    updateLinks(text);
    onLinks?.(text);
  });
  window.addEventListener("popstate", () => back(atlas, store));
  updateLinks(query(store.get()));
  return { query: () => query(store.get()) };
}

/** Back undoes selections; filters stay as they are. */
function back(atlas, store) {
  const { state: then } = fromQuery(location.search, atlas);
  const next = selected(store.get(), then.place, then.mention);
  store.set(next, "history");
  const text = toQuery(next, atlas, location.search);
  history.replaceState(history.state, "", text ? `?${text}` : location.pathname);
  updateLinks(text);
}

/** Every link to one of our pages carries the choices along. */
export function updateLinks(text) {
  for (const link of all("a[data-page]")) {
    const page = link.dataset.page;
    link.setAttribute("href", `${appAddress()}${page}${text ? `?${text}` : ""}`);
  }
}
