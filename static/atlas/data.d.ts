// The data of page and map, as Python writes it: derived from geodata/reader/contract/ by
// `make contract`; do not edit.

export type Direction = "ltr" | "rtl";
export type Form = "direct-quotation" | "reported-speech" | "authors-words" | "editors-inference";
export type KindField = "form" | "source" | "mode";
export type Look = "exact" | "administrative" | "approximate" | "line" | "band";
export type Mode = "statement" | "forecast" | "recommendation";
export type Outcome = "mapped" | "merged" | "not-mapped";
export type PlaceBasis = "text" | "inferred";
export type Source = "named" | "described" | "none";
export type Status = "proposed" | "unverified" | "verified" | "corrected";

/** A theme's mark: its colours in a light and a dark scheme, and its shape. */
export interface ThemeMark {
  colour: string;
  colourDark: string;
  /** The shape: an SVG path in a box of 24. */
  path: string;
}

/** A subject of claims. */
export interface Theme extends ThemeMark {
  id: string;
  title: string;
}

/** One step of a route, with the verb of the text. */
export interface Leg {
  fromPlace: string;
  toPlace: string;
  verb: string;
}

/** A place's name where it lies. */
export interface LocalName {
  lang: string;
  text: string;
  dir: Direction;
}

/** A place as its card shows it. */
export interface PagePlace {
  id: string;
  title: string;
  description: string;
  /** The place's name by language. */
  names: Record<string, string>;
  local: LocalName[];
  precision: Look;
  /** The outline of the sign in its mark on the map, in a box of 24 by 24. */
  sign?: string;
  precisionWords: string;
  precisionNote: string;
  /** Whether the text names it, or it is inferred from outside. */
  basis: PlaceBasis;
  basisWords: string;
  basisSource: string;
  asOf: string;
  dispute: string;
  administeredBy: string;
  claimedBy: string;
  outlineSource: string;
  outlineLicence: string;
  mentions: string[];
  claims: string[];
  /** Ids of the layers (themes) that it is in by itself, where it has no claim. */
  layers?: string[];
}

/** A place that a mention means, and how sure it is that this one is meant. */
export interface PlaceMeant {
  id: string;
  certaintyWords: string;
}

/** A place expression of the text. */
export interface Mention {
  id: string;
  exact: string;
  places: PlaceMeant[];
  outcome: Outcome;
  /** Why it is not on the map; "" where it is. */
  reasonWords: string;
  /** The interpretation taken, or why there is none. */
  reading: string;
  claims: string[];
  status: Status;
  statusWords: string;
}

/** A stretch of a quote. */
export interface Piece {
  text: string;
  mention?: string;
  hedge?: boolean;
}

/** When a claim says that something was. */
export interface Dating {
  words: string;
  /** Whether the editors inferred it; the text states it otherwise. */
  inferred: boolean;
  /** The first day, as "2015-01-31"; null where that side is open. */
  earliest: string | null;
  /** The last day, in the same way. */
  latest: string | null;
}

/** What is said of places, and all that keeps it a claim. */
export interface Claim {
  id: string;
  speakerId: string;
  according: string;
  form: Form;
  source: Source;
  mode: Mode;
  kindWords: string;
  quotes: Piece[][];
  limitation: string;
  /** The words of the limitation that point to the first of the notes; "" for none. */
  pointer: string;
  /** The editors' notes that bear on it. */
  notes: string[];
  themes: string[];
  places: string[];
  mentions: string[];
  /** Mentions elsewhere that the claim refers to without naming them itself. */
  refersTo: string[];
  about: Dating | null;
  /** When it was said. */
  saidWords: string;
  status: Status;
  statusWords: string;
  /** The same words, where the whole has been said once. */
  statusShort: string;
}

/** An editors' note: its text stands below the article; here is how it is named. */
export interface PageNote {
  id: string;
  title: string;
}

/** One step of a route, and the mention at which the reader stands while on it. */
export interface PageLeg extends Leg {
  mention: string;
}

/** A claim that names several places in an order. */
export interface PageRoute {
  id: string;
  claim: string;
  /** What the drawing does not say. */
  note: string;
  /** The editors' notes that bear on it. */
  notes: string[];
  legs: PageLeg[];
}

/** What a citation says of an edition. */
export interface EditionFacts {
  id: string;
  title: string;
  authors: string[];
  /** Empty where it was not supplied. */
  publisher: string;
  /** The article's, as a tag such as ``en``. */
  language: string;
  /** Which way text of that language runs. */
  direction: Direction;
  dated: string;
  /** In words: when the article was published, or else when it was written. */
  checked: string;
}

/** Somebody who says something; the name stands in each claim's words. */
export interface Speaker {
  id: string;
  source: Source;
}

/** One kind of claim. */
export interface KindOption {
  id: string;
  title: string;
}

/** A group of the filter "kind of claim"; its id is the claims' field that it is about. */
export interface KindGroup {
  id: KindField;
  title: string;
  options: KindOption[];
}

/** A language that names can be shown in. */
export interface Language {
  id: string;
  title: string;
}

/** What a page gets of an edition. */
export interface PageData {
  edition: EditionFacts;
  themes: Theme[];
  speakers: Speaker[];
  kinds: KindGroup[];
  places: PagePlace[];
  /** In the order of the text. */
  mentions: Mention[];
  claims: Claim[];
  notes: PageNote[];
  routes: PageRoute[];
  languages: Language[];
}

/** What a click on a place shows. */
export interface Frame {
  /** How much at least, in kilometres; the map's own measures where it is left out. */
  frameKm?: number;
}

/** A place as the map draws it. */
export interface MapPlace extends Frame {
  id: string;
  title: string;
  /** The place's name by language. */
  names: Record<string, string>;
  /** Where its label is tied to. */
  label: [number, number];
  bbox: [number, number, number, number];
  precision: Look;
  basis: PlaceBasis;
  placeClass: string;
  /** The themes of its claims. */
  themes: string[];
  /** How often the text means it: what is meant most has its name first where room is scarce. */
  weight: number;
}

/** A route as the map draws it. */
export interface MapRoute {
  id: string;
  title: string;
  /** What the drawing does not say, and where more of it is said. */
  note: string;
  legs: Leg[];
}

/** Pixels left free around a view, as Leaflet's ``fitBounds`` takes them. */
export interface Padding {
  paddingTopLeft: [number, number];
  paddingBottomRight: [number, number];
}

/** What stands in the marks of points. */
export interface Signs {
  /** The outlines of those that are used, in a box of 24 by 24. */
  signs?: Record<string, string>;
}

/** What is said of the map to whoever draws it. */
export interface MapFacts extends Signs {
  title: string;
  articleLanguage: string;
  /** The first view. */
  home: [number, number, number, number];
  homePadding: Padding;
  /** The ids of the places that lie outside of the first view: the map's edge tells of them. */
  aside: string[];
  /** Largest first. */
  places: MapPlace[];
  themes: Theme[];
  routes: MapRoute[];
}

/** What the map's frame gets. */
export interface MapData extends MapFacts {
  /** Where static/ is served, relative to the frame's document, with a slash at the end. */
  assets: string;
  /** Where the host's own street map is served, relative to the frame's document. */
  streets?: string;
}
