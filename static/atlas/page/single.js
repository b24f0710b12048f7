// The edition as one file without a server: the reader and all pages in one document.

import { createFilters } from "../parts/filters.js";
import { all, around, one, the } from "../common/dom.js";
import { foldOnPhones } from "../common/folds.js";
import { startReader } from "./reader.js";
import { createTables } from "../parts/tables.js";
import { createTimeline } from "../parts/timeline.js";
import { toQuery } from "../state/codec.js";
import { hasAddress } from "../parts/address.js";
import { writeAddress } from "./history.js";

/** @import { PageData } from "../contract.d.ts" */
/** @import { State } from "../state/types.d.ts" */
/** @import { Screen } from "./types.d.ts" */

/**
 * Start the reader and the pages; they share one store, so that filters hold across pages.
 * @type {(data: PageData) => void}
 */
export function startSingle(data) {
  document.documentElement.dataset.single = "true";
  foldOnPhones(); // place-parts.js does, where there is a server
  const reader = startReader(data);
  const pages = all("[data-single-page]").map((root) => startPart(root, reader));
  const paint = () => pages.forEach((page) => page.paint());
  reader.store.subscribe(paint);
  paint();
  open(new URLSearchParams(location.search).get("page") ?? "");
  window.addEventListener("popstate", () => open(new URLSearchParams(location.search).get("page") ?? ""));
  document.addEventListener("click", (event) => follow(event, reader));
  if (!hasAddress()) withoutAddress();
}

// Nothing lies beside a document that another page has made up, and no link leads back to it.
function withoutAddress() {
  const [copy, files] = [one("#atlas-copy"), one("#atlas-beside")];
  if (copy) copy.hidden = true;
  if (!files) return;
  files.hidden = true;
  the("#atlas-not-beside").hidden = false;
}

/** @type {(root: HTMLElement, screen: Screen) => { paint(): void }} */
function startPart(root, { atlas, store }) {
  /** @type {(next: State) => void} */
  const filter = (next) => store.set(next, "filter");
  const tables = createTables(root, atlas);
  const filters = createFilters(root, atlas, store, filter);
  const timeline = createTimeline(one(".time-panel", root), atlas, store, { filter, open() {} });
  return {
    paint() {
      filters.paint(store.get());
      timeline.paint(store.get());
      tables.follow(store.get(), toQuery(store.get(), atlas, ""));
    },
  };
}

/**
 * Show one page and hide the others; "" is the reader.
 * @type {(page: string) => void}
 */
function open(page) {
  const known = all("[data-single-page]").some((root) => root.dataset.singlePage === page);
  all("[data-single-page]").forEach((root) => (root.hidden = root.dataset.singlePage !== page));
  the(".st-key-atlas").classList.toggle("is-behind", known);
  all("a[data-page]").forEach((link) => {
    if (link.dataset.page === (known ? page : "")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
}

/** @type {(event: MouseEvent, screen: Screen) => void} */
function follow(event, { atlas, acts }) {
  const link = around(event, "a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { page, selectPlace, selectMention, selectClaim, note } = link.dataset;
  if (page === undefined && !selectPlace && !selectMention && !selectClaim && !note) return;
  event.preventDefault();
  const query = new URLSearchParams(location.search);
  query.delete("page");
  if (page) query.set("page", page);
  writeAddress(query.size ? `?${query}` : location.pathname, true);
  open(page ?? "");
  if (selectMention) acts.choose(selectMention, false);
  else if (selectPlace) acts.openPlace(selectPlace);
  else if (selectClaim) acts.openClaim(atlas.claim.get(selectClaim));
  if (selectMention) acts.goTo(selectMention);
  if (note) acts.goToNote(note);
}
