// The switches beside the filters, what opens over the text on a phone, and the keys that close it.

import { around, one, the } from "../common/dom.js";
import { createTiles } from "../parts/tiles.js";
import { isFiltered, unfiltered, withFollow, withLanguage, withOnlyInView, withTiles } from "../state/state.js";

/** @import { State } from "../state/types.d.ts" */
/** @import { TilesPart } from "../parts/types.d.ts" */
/** @import { Acts, Screen, Switches } from "./types.d.ts" */

// A click on anything else lets go of the selection; the map's frame tells of its own clicks.
const NOT_ELSEWHERE =
  "button, a, summary, label, input, select, textarea, svg, dialog, [data-claims], #atlas-card, #atlas-map-empty, #atlas-more, .notices, .link-box";

/**
 * Take over the switches of a screen.
 * @type {(screen: Screen) => Switches}
 */
export function makeSwitches(screen) {
  const { acts, map, store } = screen;
  const more = takeMore();
  const tiles = createTiles({
    on: () => store.get().tiles,
    set(on) {
      store.set(withTiles(store.get(), on), "filter");
      map.send("tiles", { on });
    },
  });
  listen(screen, more);
  letGo(acts, more);
  return {
    paint: (state) => paint(state, tiles),
    /** The link asks for map tiles: whether they are loaded is the reader's to say. */
    askTiles() {
      more.show();
      tiles.askForLink();
    },
    askForDetail() {
      more.show();
      tiles.askForDetail();
    },
  };
}

/** @type {(screen: Screen, more: More) => void} */
function listen(screen, more) {
  const { acts, card, map, store } = screen;
  one("#atlas-reading")?.addEventListener("click", () =>
    store.set(withOnlyInView(store.get(), !store.get().onlyInView), "filter"),
  );
  one("#atlas-follow")?.addEventListener("click", () => {
    store.set(withFollow(store.get(), !store.get().follow), "filter");
    if (store.get().follow) map.hold(screen.visible);
  });
  the("#atlas-unfilter").addEventListener("click", () => {
    acts.filter(unfiltered(store.get()));
    the("#atlas-reading").focus(); // the next one: this one is hidden now
  });
  one("#atlas-walk")?.addEventListener("click", () => {
    more.open(false); // it lies over the passage
    acts.walk(1);
  });
  one("#atlas-claims-walk")?.addEventListener("click", ({ detail }) => {
    more.open(false);
    acts.stepClaim(1);
    if (detail === 0) card.focus(); // by the keyboard: arrow keys step from there
  });
  one("#atlas-names")?.addEventListener("change", ({ currentTarget }) => {
    const { value } = /** @type {HTMLSelectElement} */ (currentTarget);
    store.set(withLanguage(store.get(), value), "filter");
  });
}

/** @typedef {ReturnType<typeof takeMore>} More */

// On a phone the rest of the filters opens over the text.
function takeMore() {
  const box = the("#atlas-more");
  const button = one("#atlas-more-button");
  const isOpen = () => box.classList.contains("is-open");
  /** @type {(on: boolean) => void} */
  const open = (on) => {
    box.classList.toggle("is-open", on);
    button?.setAttribute("aria-expanded", String(on));
  };
  button?.addEventListener("click", () => open(!isOpen()));
  return {
    isOpen,
    open,
    /** Open it where it is folded; elsewhere all of it is there. */
    show: () => button?.checkVisibility() && open(true),
    focus: () => button?.focus(),
  };
}

// Escape, and a click beside everything, close what is open or let go of the selection.
/** @type {(acts: Acts, more: More) => void} */
function letGo(acts, more) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (more.isOpen()) {
      more.open(false);
      more.focus();
    } else acts.unselect();
  });
  the(".st-key-atlas").addEventListener("click", (event) => {
    showWhat(event, acts, more);
    if (around(event, "[data-opens]")) more.open(false); // it lies over the passage
    const link = around(event, "a[data-note]");
    const { sign } = around(event, "[data-sign]")?.dataset ?? {};
    if (sign) acts.goToSign(sign);
    const { note } = link?.dataset ?? {};
    if (note && !link?.closest("[data-single-page]")) {
      event.preventDefault();
      acts.goToNote(note);
    }
    if (!around(event, NOT_ELSEWHERE) && !getSelection()?.toString()) acts.unselect();
  });
}

/**
 * What a button of the overview leads to: a claim, a place, or a panel of the rail.
 * @type {(event: Event, acts: Acts, more: More) => void}
 */
function showWhat(event, acts, more) {
  const { showClaim, showPlace, showPanel } = around(event, "button")?.dataset ?? {};
  if (showClaim) acts.showClaim(showClaim);
  if (showPlace) acts.openPlace(showPlace);
  if (!showPanel) return;
  more.show();
  const panel = the(`#${showPanel}`);
  panel.setAttribute("open", "");
  one("summary", panel)?.focus({ preventScroll: true });
}

/** @type {(state: State, tiles: TilesPart) => void} */
function paint(state, tiles) {
  one("#atlas-reading")?.setAttribute("aria-pressed", String(state.onlyInView));
  const follow = one("#atlas-follow");
  if (follow) follow.hidden = !state.onlyInView;
  follow?.setAttribute("aria-pressed", String(state.follow));
  the("#atlas-unfilter").hidden = !isFiltered(state);
  tiles.paint(state.tiles);
  const names = /** @type {HTMLSelectElement | null} */ (one("#atlas-names"));
  if (names) names.value = state.language;
}

/** Inside another page: less around the map, and on demand no text. */
export function embed() {
  const query = new URLSearchParams(location.search);
  const embedded = query.get("embed") === "true";
  the(".st-key-atlas").classList.toggle("is-embedded", embedded);
  the(".st-key-atlas").classList.toggle("is-map-only", embedded && query.get("text") === "no");
}
