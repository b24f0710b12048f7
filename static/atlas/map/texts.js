// The map's own words, in one place, so that an edition in another language can replace them.

/** Words shown in the frame; `{n}` style gaps are filled by `say`. */
export const TEXTS = {
  region: "Map of the places that the article names. Arrow keys move it, plus and minus zoom. " +
    "Every place is also a button in the text and a row of the page Places.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  home: "Show the whole article’s places",
  credits: "Sources of the map",
  twoFingers: "Use two fingers to move the map",
  ctrlWheel: "Hold Ctrl (⌘ on a Mac) and scroll to zoom the map",
  inferred: "inferred",
  schematic: "Schematic, not a path.",
  leg: "{number} of {count}: {verb}",
  administered: "administered by {by}",
  claimed: "claimed by {by}",
  noOpinion: "A boundary drawn here is no opinion.",
  basemapFault: "The background map could not be loaded. The places are drawn without it.",
  detailFault: "The detailed background map could not be loaded.",
  labelsFault: "The names on the background map could not be loaded.",
  pictureFault: "The picture of the map could not be made.",
  tilesFault: "The map tiles from the internet could not be loaded.",
  precision: {
    exact: "exact point",
    administrative: "administrative area",
    approximate: "somewhere in this area; the text is no more exact",
  },
};

/** Fill the gaps of a text: say("claimed by {by}", {by: "India"}). */
export function say(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ps", "ur"]);

/** The `dir` of a language code. */
export function direction(language) {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}
