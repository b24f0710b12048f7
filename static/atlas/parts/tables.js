// Tables that can be searched, sorted and filtered in the browser: places, claims, place names.

import { all, announce, count, mark, one } from "../common/dom.js";
import { claimOn } from "../state/sieve.js";
import { readerAddress } from "./address.js";

/** @import { Atlas, State } from "../state/types.d.ts" */

/**
 * Make the tables under `root` live.
 * @param {ParentNode} root
 * @param {Atlas} atlas
 * @returns {{ follow(state: State, query: string): void }} `follow` hides rows of claims that are off; links
 *   carry the filters
 */
export function createTables(root, atlas) {
  const tables = all("table[data-table]", root).map((table) => startTable(/** @type {HTMLTableElement} */ (table)));
  for (const cell of all("[data-theme-mark]", root)) {
    cell.prepend(mark(atlas.theme.get(cell.dataset.themeMark ?? ""), 13));
  }
  return {
    follow(state, query) {
      tables.forEach((table) => table.keep((row) => rowOn(atlas, state, row)));
      linkRows(root, query);
    },
  };
}

/** @type {(atlas: Atlas, state: State, row: HTMLElement) => boolean} */
function rowOn(atlas, state, row) {
  const { claim } = row.dataset;
  return !claim || claimOn(atlas, state, atlas.claim.get(claim));
}

/**
 * Links from a row to the reader carry the filters along and name their own selection.
 * @type {(root: ParentNode, text: string) => void}
 */
function linkRows(root, text) {
  for (const link of all("a[data-select-place], a[data-select-mention], a[data-select-claim], a[data-note]", root)) {
    const { selectPlace: place, selectMention: mention, selectClaim: claim, note } = link.dataset;
    link.setAttribute("href", readerAddress(text, { place, mention, claim, note }));
  }
}

/**
 * Make one table sortable by its head's buttons and searchable by the field that names it.
 * @type {(table: HTMLTableElement) => { keep(test: (row: HTMLTableRowElement) => boolean): void }}
 */
function startTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const found = one(`[data-found="${table.id}"]`);
  const field = /** @type {HTMLInputElement | null} */ (one(`input[data-search="${table.id}"]`));
  /** @type {(row: HTMLTableRowElement) => boolean} */
  let kept = () => true;

  const show = () => {
    const wanted = fold(field?.value ?? "")
      .split(/\s+/)
      .filter(Boolean);
    let number = 0;
    for (const row of rows) {
      const text = fold(row.textContent ?? "");
      const on = kept(row) && wanted.every((word) => text.includes(word));
      row.hidden = !on;
      if (on) number += 1;
    }
    const text = `${count(number, table.dataset.unit)} shown of ${rows.length}`;
    if (found && found.textContent !== text) found.textContent = text;
  };

  field?.addEventListener("input", show);
  all("th button[data-sort]", table).forEach((button) =>
    button.addEventListener("click", () => sort(table, body, rows, button)),
  );
  show();
  return {
    keep: (test) => {
      kept = test;
      show();
    },
  };
}

/** @type {(text: string) => string} */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @type {(table: HTMLTableElement, body: HTMLTableSectionElement, rows: HTMLTableRowElement[], button: HTMLElement) => void} */
function sort(table, body, rows, button) {
  const head = button.closest("th");
  if (!head) return;
  const down = head.getAttribute("aria-sort") === "ascending";
  all("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const column = head.cellIndex;
  /** @type {(row: HTMLTableRowElement) => string} */
  const value = ({ cells }) => cells[column].dataset.value ?? (cells[column].textContent ?? "").trim();
  const order = new Intl.Collator("en", { numeric: true }).compare;
  rows.sort((a, b) => (down ? -1 : 1) * order(value(a), value(b)));
  body.append(...rows);
  announce(`Sorted by ${(button.textContent ?? "").trim()}, ${down ? "descending" : "ascending"}`);
}
