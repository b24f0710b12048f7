// The pages beside the reader, each opened on its own: same filters, same links, same scheme.

import { boot } from "./boot.js";
import { followAddress, updateLinks } from "./history.js";
import { createCopy } from "../parts/copy.js";
import { notice, one } from "../common/dom.js";
import { foldOnPhones } from "../common/folds.js";
import { createFilters } from "../parts/filters.js";
import { fromQuery } from "../state/codec.js";
import { followScheme } from "./scheme.js";
import { indexed } from "../state/selectors.js";
import { createStore } from "../state/store.js";
import { createTables } from "../parts/tables.js";
import { createTimeline } from "../parts/timeline.js";

/** @import { PageData } from "../contract.d.ts" */
/** @import { Atlas, State } from "../state/types.d.ts" */

/**
 * Called by the page's own script, with the page's name and what it shows.
 * @type {(page: string, data: PageData | null) => Promise<void>}
 */
export const mount = (page, data) => boot(page, data, startPage);

/**
 * Start a page; one without claims keeps the reader's choices for the next page as they are.
 * @type {(data: PageData | null) => void}
 */
function startPage(data) {
  followScheme();
  document.documentElement.dataset.atlas = "page";
  if (data) return follow(indexed(data));
  const query = () => location.search.slice(1);
  updateLinks(query());
  createCopy(query);
}

/** @type {(atlas: Atlas) => void} */
function follow(atlas) {
  foldOnPhones();
  const { state, notices } = fromQuery(location.search, atlas);
  notices.forEach(notice);
  const store = createStore(state);
  /** @type {(next: State) => void} */
  const filter = (next) => store.set(next, "filter");
  const tables = createTables(document, atlas);
  const filters = createFilters(document, atlas, store, filter);
  const timeline = createTimeline(one(".time-panel"), atlas, store, { filter, open() {} });
  const address = followAddress(atlas, store);
  const paint = () => {
    filters.paint(store.get());
    timeline.paint(store.get());
    tables.follow(store.get(), address.query());
  };
  store.subscribe(paint);
  createCopy(address.query);
  paint();
}
