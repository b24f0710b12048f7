// The switches beside the filters, what opens over the text on a phone, and the keys that close it.

import { all, one } from "../common/dom.js";
import { createTiles } from "../parts/tiles.js";
import { isFiltered, unfiltered, withNames, withReading, withTiles } from "../state/state.js";

// A click on anything else lets go of the selection; the map's frame tells of its own clicks.
const NOT_ELSEWHERE =
  "button, a, summary, label, input, select, textarea, svg, dialog, #atlas-card, #atlas-map-empty, #atlas-more, .notices, .link-box";

/** Take over the switches of a screen. */
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
  listen(acts, store, more);
  letGo(acts, more);
  return {
    paint: (state) => paint(screen, state, tiles),
    /** The link asks for map tiles: whether they are loaded is the reader's to say. */
    askTiles() {
      if (one("#atlas-more-button")?.checkVisibility()) more.open(true);
      tiles.askForLink();
    },
  };
}

function listen(acts, store, more) {
  one("#atlas-reading")?.addEventListener("click", () =>
    store.set(withReading(store.get(), !store.get().reading), "filter"),
  );
  one("#atlas-unfilter").addEventListener("click", () => {
    acts.filter(unfiltered(store.get()));
    one("#atlas-reading").focus(); // the next one: this one is hidden now
  });
  one("#atlas-walk")?.addEventListener("click", () => {
    more.open(false); // it lies over the passage
    acts.walk(1);
  });
  one("#atlas-names")?.addEventListener("change", (event) =>
    store.set(withNames(store.get(), event.target.value), "filter"),
  );
}

// On a phone the rest of the filters opens over the text.
function takeMore() {
  const box = one("#atlas-more");
  const button = one("#atlas-more-button");
  const isOpen = () => box.classList.contains("is-open");
  const open = (on) => {
    box.classList.toggle("is-open", on);
    button.setAttribute("aria-expanded", String(on));
  };
  button?.addEventListener("click", () => open(!isOpen()));
  return { isOpen, open, focus: () => button.focus() };
}

// Escape, and a click beside everything, close what is open or let go of the selection.
function letGo(acts, more) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (more.isOpen()) {
      more.open(false);
      more.focus();
    } else acts.unselect();
  });
  one(".st-key-atlas").addEventListener("click", (event) => {
    const { target } = event;
    const link = target.closest("a[data-note]");
    if (link && !link.closest("[data-single-page]")) {
      event.preventDefault();
      acts.goToNote(link.dataset.note);
    }
    if (!target.closest(NOT_ELSEWHERE) && !getSelection().toString()) acts.unselect();
  });
}

function paint({ atlas, visible }, state, tiles) {
  one("#atlas-reading")?.setAttribute("aria-pressed", String(state.reading));
  one("#atlas-unfilter").hidden = !isFiltered(state);
  tiles.paint(state.tiles);
  const names = one("#atlas-names");
  if (names) names.value = state.names;
  for (const [key, value] of Object.entries({ shown: visible.length, all: atlas.places.length })) {
    all(`[data-place-count=${key}]`).forEach((element) => (element.textContent = value));
  }
}

/** Inside another page: less around the map, and on demand no text. */
export function embed() {
  const query = new URLSearchParams(location.search);
  const embedded = query.get("embed") === "true";
  one(".st-key-atlas").classList.toggle("is-embedded", embedded);
  one(".st-key-atlas").classList.toggle("is-map-only", embedded && query.get("text") === "no");
}
