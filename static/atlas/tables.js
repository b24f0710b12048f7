// The pages beside the reader: tables that can be searched, sorted and filtered in the browser.

import { updateLinks } from "./address.js";
import { createCopy } from "./copy.js";
import { all, announce, count, mark, notice, one } from "./dom.js";
import { createFilters } from "./filters.js";
import { fromQuery, toQuery } from "./link.js";
import { applyScheme, readScheme } from "./scheme.js";
import { claimOn, indexed } from "./selectors.js";
import { createStore } from "./store.js";

/** Start a page; its tables work without an edition, its filters and marks need one. */
export function startPage(page, view, host) {
  applyScheme(readScheme(host));
  const tables = all("table[data-table]").map(startTable);
  if (view) followChoices(indexed(view), tables);
  return { scheme: () => applyScheme(readScheme(host)) };
}

function followChoices(atlas, tables) {
  const { state, notices } = fromQuery(location.search, atlas);
  notices.forEach(notice);
  const store = createStore(state);
  const query = () => toQuery(store.get(), atlas, location.search);
  all("[data-theme-mark]").forEach((cell) => cell.prepend(mark(atlas.theme.get(cell.dataset.themeMark), 13)));
  const filters = createFilters(document, atlas, store, (next) => store.set(next, "filter"));
  const paint = () => {
    filters.paint(store.get());
    tables.forEach((table) => table.keep((row) => rowOn(atlas, store.get(), row)));
    const text = query();
    updateLinks(text);
    placeLinks(text);
    const url = text ? `?${text}` : location.pathname;
    if (url !== (location.search || location.pathname)) history.replaceState(history.state, "", url);
  };
  store.subscribe(paint);
  createCopy(query);
  paint();
}

function rowOn(atlas, state, row) {
  const { claim } = row.dataset;
  return !claim || claimOn(atlas, state, atlas.claim.get(claim));
}

/** Links from a row to the reader carry the filters along and name their own selection. */
function placeLinks(text) {
  for (const link of all("a[data-select-place], a[data-select-mention]")) {
    const query = new URLSearchParams(text);
    for (const name of ["place", "mention", "at"]) query.delete(name);
    if (link.dataset.selectPlace) query.set("place", link.dataset.selectPlace);
    if (link.dataset.selectMention) query.set("mention", link.dataset.selectMention);
    link.setAttribute("href", `./?${query}`);
  }
}

/** Make one table sortable by its head's buttons and searchable by the field that names it. */
function startTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const found = one(`[data-found="${table.id}"]`);
  const field = one(`input[data-search="${table.id}"]`);
  let kept = () => true;

  const show = () => {
    const wanted = fold(field?.value ?? "").split(/\s+/).filter(Boolean);
    let number = 0;
    for (const row of rows) {
      const text = fold(row.textContent);
      const on = kept(row) && wanted.every((word) => text.includes(word));
      row.hidden = !on;
      number += on;
    }
    const text = `${count(number, table.dataset.unit)} shown of ${rows.length}`;
    if (found && found.textContent !== text) found.textContent = text;
  };

  field?.addEventListener("input", show);
  all("th button[data-sort]", table).forEach((button) =>
    button.addEventListener("click", () => sort(table, body, rows, button)));
  show();
  return { keep: (test) => { kept = test; show(); } };
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function sort(table, body, rows, button) {
  const head = button.closest("th");
  const down = head.getAttribute("aria-sort") === "ascending";
  all("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const column = head.cellIndex;
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const order = new Intl.Collator("en", { numeric: true }).compare;
  rows.sort((a, b) => (down ? -1 : 1) * order(value(a), value(b)));
  body.append(...rows);
  announce(`Sorted by ${button.textContent.trim()}, ${down ? "descending" : "ascending"}`);
}
