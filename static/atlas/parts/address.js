// The app's addresses: its own, and the ones that a reader gives to others.

const OWN_PAGES = /\/(places|claims|ledger|data|about)\/?$/;

/**
 * The app's own address without page, query or a host's inner path.
 * @type {(here?: URL | Location) => string}
 */
export function appAddress(here = location) {
  const path = here.pathname.replace(OWN_PAGES, "/");
  return here.protocol === "file:" ? `file://${path}` : `${here.origin}${path}`;
}

/**
 * The address to give to others: on Community Cloud the app runs under an inner path.
 * @type {(query: string) => string}
 */
export function publicAddress(query) {
  const page = location.pathname.match(OWN_PAGES)?.[1] ?? "";
  const base = appAddress().replace("/~/+/", "/");
  return `${base}${page}${query ? `?${query}` : ""}`;
}

/**
 * The choices without what only matters in a frame: a copied link opens the whole app.
 * @type {(query: string) => string}
 */
export function withoutFrame(query) {
  const kept = new URLSearchParams(query);
  ["embed", "embed_options", "text"].forEach((name) => kept.delete(name));
  return kept.toString().replaceAll("%2C", ",");
}
