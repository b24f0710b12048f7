// A clean document on paper: map and text as they stand, in light colours, then every claim that is on.

import { h, the } from "../common/dom.js";
import { claimView, themeTag } from "./claimview.js";
import { claimsOn } from "../state/selectors.js";

/** @import { Atlas, State } from "../state/types.d.ts" */

// What a sheet of A4 or Letter has room for beside and above the text.
const PAPER_PX = { width: 660, height: 560 };

/**
 * Before the browser prints, add the legend and the claims and make the map fit; afterwards undo it.
 * @param {Atlas} atlas
 * @param {() => State} state
 * @param {(scheme: string) => string} repaint paints the page in a scheme and gives the one that it had
 */
export function createPrint(atlas, state, repaint) {
  /** @type {HTMLElement | null} */
  let added = null;
  let scheme = "";
  window.addEventListener("afterprint", () => {
    added?.remove();
    if (scheme) repaint(scheme);
  });
  window.addEventListener("beforeprint", () => {
    added?.remove();
    scheme = repaint("light");
    fitMap(the(".st-key-atlas-map"));
    added = h(
      "section",
      { class: "print-claims" },
      h("h2", {}, "Topics"),
      h(
        "p",
        {},
        atlas.themes.map((theme) => themeTag(theme)),
      ),
      h("h2", {}, "Claims"),
      h("p", {}, "Each is a claim of those to whom it is attributed; repetition is not confirmation."),
      claimsOn(atlas, state()).map((claim) =>
        h(
          "div",
          {},
          claimView(atlas, claim),
          claim.places.length > 0
            && h("p", { class: "label" }, `Places: ${claim.places.map((id) => atlas.place.get(id).title).join(", ")}`),
        ),
      ),
      h("h2", {}, "Where the outlines come from"),
      h(
        "ul",
        {},
        atlas.places.map((place) => h("li", {}, `${place.title}: ${place.outlineSource} (${place.outlineLicence})`)),
      ),
    );
    the(".st-key-atlas-text").append(added);
  });
}

// The map's frame keeps its size, or it would show another part of the world; it is drawn smaller.
/** @type {(area: HTMLElement) => void} */
function fitMap(area) {
  const { width, height } = area.getBoundingClientRect();
  const scale = Math.min(PAPER_PX.width / width, PAPER_PX.height / height);
  const values = { "--map-width": `${width}px`, "--map-height": `${height}px`, "--map-scale": String(scale) };
  Object.entries(values).forEach(([name, value]) => area.style.setProperty(name, value));
}
