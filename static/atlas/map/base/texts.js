// The map's own words, in one place, so that an edition in another language can replace them.

/** Words shown in the frame; `{n}` style gaps are filled by `say`. */
export const TEXTS = {
  region:
    "Map of the article’s places. Arrow keys move it, plus and minus zoom. "
    + "Every place is also a button in the text and a row of the page Places.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  home: "Show the whole article’s places",
  credits: "Sources of the map",
  twoFingers: "Use two fingers to move the map",
  ctrlWheel: "Hold Ctrl (⌘ on a Mac) and scroll to zoom the map",
  aside: "{name} lies outside of this view: show it",
  oneWaits: "1 more name: zoom in, or choose its mark",
  namesWait: "{count} more names: zoom in, or choose a mark",
  inferred: "inferred",
  schematic: "Schematic, not a path.",
  leg: "{number} of {count}: {verb}",
  legBack: "Previous leg",
  legOn: "Next leg",
  legEnd: "Put the route away",
  administered: "administered by {by}",
  claimed: "claimed by {by}",
  noOpinion: "A boundary drawn here is no opinion.",
  basemapFault: "The background map could not be loaded. The places are drawn without it.",
  detailFault: "The detailed background map could not be loaded.",
  labelsFault: "The names on the background map could not be loaded.",
  pictureFault: "The picture of the map could not be made.",
  streetsFault: "The map of the streets could not be loaded. The places are drawn without it.",
  tilesFault: "The map tiles from the internet could not be loaded.",
  plain: "No streets on this map.",
  plainAt: "No streets on this map. You are looking at {name}.",
  plainNear: "No streets on this map. {name} is {km} km from its middle.",
  moreDetail: "Map with streets …",
  /** What is told in a picture, where it holds such a place. */
  key: {
    "path.place.precision-exact.basis-text": "◉ one exact spot",
    "path.place.precision-administrative": "firm outline: in this area; where in it is not said",
    "path.place.precision-approximate": "soft edge: somewhere here; the text is no more exact",
    "path.place.basis-inferred": "dotted ring: inferred, not in the text",
  },
  precision: {
    exact: "point: one exact spot, such as a town or a building",
    administrative: "outline of the whole area; where in it is not said",
    approximate: "somewhere in this area; the text is no more exact",
    line: "line: the course of it",
    band: "somewhere along this band; the text is no more exact",
  },
};

/**
 * Fill the gaps of a text: say("claimed by {by}", {by: "India"}).
 * @type {(text: string, values: Record<string, string | number>) => string}
 */
export function say(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}

/**
 * The `dir` of a text, by its letters.
 * @type {(text: string) => "ltr" | "rtl"}
 */
export function direction(text) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text) ? "rtl" : "ltr";
}

const LONGEST_LABEL = 80;

/**
 * A name as it stands on the map: one that would cover it is cut, and whole in the text and on the card.
 * @type {(name: string) => string}
 */
export function labelText(name) {
  const signs = [...name];
  return signs.length > LONGEST_LABEL
    ? `${signs
        .slice(0, LONGEST_LABEL - 1)
        .join("")
        .trimEnd()}…`
    : name;
}

/**
 * Whether a text's letters may be set apart: other scripts join theirs.
 * @type {(text: string) => boolean}
 */
export function maySpread(text) {
  return !/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
