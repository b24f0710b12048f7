// A clean document on paper: map and text as they stand, then every claim that is on.

import { h, mark, one } from "./dom.js";
import { claimView } from "./claimview.js";
import { claimsOn } from "./selectors.js";

/** Before the browser prints, add the legend and the claims; afterwards take them away. */
export function createPrint(atlas, state) {
  let added = null;
  window.addEventListener("beforeprint", () => {
    added?.remove();
    added = h("section", { class: "print-claims" },
      h("h2", {}, "Layers"),
      h("p", {}, atlas.themes.map((theme) => h("span", { class: "theme-tag" }, mark(theme, 12), theme.title))),
      h("h2", {}, "Claims"),
      h("p", {}, "Each according to those named; repetition is not confirmation."),
      claimsOn(atlas, state()).map((claim) => h("div", {},
        claimView(atlas, claim),
        claim.places.length > 0 && h("p", { class: "label" },
          `Places: ${claim.places.map((id) => atlas.place.get(id).title).join(", ")}`))),
      h("h2", {}, "Where the outlines come from"),
      h("ul", {}, atlas.places.map((place) => h("li", {}, `${place.title}: ${place.source} (${place.licence})`))));
    one(".st-key-atlas-text").append(added);
  });
  window.addEventListener("afterprint", () => added?.remove());
}
