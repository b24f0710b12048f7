// What Python writes and the browser reads, and what page and map say to each other.
//
// Page data: `reader_view` (the page's `#atlas-data`). Map data: `map_config` (in the map's own script).
// All positions are degrees, WGS 84.

export type Direction = "ltr" | "rtl" | "auto";
export type Precision = "exact" | "administrative" | "approximate";
/** Whether the text names a place, or it is inferred from outside; see also Dating. */
export type PlaceBasis = "text" | "inferred";

// Page data

export interface PageData {
  edition: EditionFacts;
  themes: PageTheme[];
  speakers: Speaker[];
  /** The groups of the filter "kind of claim". */
  kinds: KindGroup[];
  places: PagePlace[];
  /** In the order of the text. */
  mentions: Mention[];
  claims: Claim[];
  /** Editors' notes that a claim or a route names, or that stand below the article. */
  notes: PageNote[];
  routes: PageRoute[];
  languages: Language[];
  ledger: Record<string, number>;
}

export interface EditionFacts {
  id: string;
  title: string;
  authors: string[];
  /** "" where it was not supplied. */
  publisher: string;
  /** As EDTF where it was supplied, else in words. */
  dated: string;
}

/** A theme's mark: its colours in a light and a dark scheme, and its shape, an SVG path in a box of 24. */
export interface ThemeMark {
  colour: string;
  colour_dark: string;
  path: string;
}

export interface Theme extends ThemeMark {
  id: string;
  title: string;
}

export interface PageTheme extends Theme {
  short: string;
}

export interface Speaker {
  id: string;
  name: string;
  source: "named" | "described" | "none";
}

export interface KindGroup {
  id: "form" | "source" | "mode";
  title: string;
  options: { id: string; title: string }[];
}

export interface Language {
  id: string;
  title: string;
  dir: Direction;
}

export interface PagePlace {
  id: string;
  title: string;
  description: string;
  /** The place's name by language. */
  names: Record<string, string>;
  /** Its names where it lies. */
  local: { lang: string; text: string; dir: Direction }[];
  /** In words. */
  class: string;
  precision: Precision;
  precisionWords: string;
  precisionNote: string;
  basis: PlaceBasis;
  basisWords: string;
  basisSource: string;
  asOf: string;
  dispute: string;
  administeredBy: string;
  claimedBy: string;
  source: string;
  licence: string;
  mentions: string[];
  claims: string[];
  /** Ids of the layers (themes) that it is in by itself, where it has no claim. */
  layers?: string[];
}

export interface Mention {
  id: string;
  exact: string;
  /** In words. */
  kind: string;
  places: { id: string; certainty: string; words: string }[];
  outcome: string;
  outcomeWords: string;
  reason: string;
  reading: string;
  claims: string[];
  status: string;
  statusWords: string;
}

/** A stretch of a quote. */
export interface Piece {
  text: string;
  mention?: string;
  hedge?: boolean;
}

export interface Dating {
  edtf: string;
  words: string;
  basis: "stated" | "inferred";
  from: string;
  /** The first and the last day, as "2015-01-31"; null where that side is open. */
  earliest: string | null;
  latest: string | null;
}

export interface Claim {
  id: string;
  speaker: string;
  according: string;
  form: string;
  source: string;
  mode: string;
  kindWords: string;
  quotes: Piece[][];
  hedge: string[];
  limitation: string;
  themes: string[];
  places: string[];
  mentions: string[];
  /** Mentions elsewhere that the claim refers to without naming them itself. */
  refersTo: string[];
  about: Dating | null;
  said: Dating | null;
  /** Ids of the editors' notes that bear on it. */
  notes: string[];
  /** The words of the limitation that point to the first of the notes; "" for none. */
  pointer: string;
  status: string;
  statusWords: string;
  /** The same, where the whole has been said once. */
  statusShort: string;
}

/** An editors' note: its text stands below the article; here is how it is named. */
export interface PageNote {
  id: string;
  label: string;
}

export interface Leg {
  from: string;
  to: string;
  verb: string;
}

export interface PageLeg extends Leg {
  mention: string;
}

export interface PageRoute {
  id: string;
  title: string;
  claim: string;
  note: string;
  /** Ids of the editors' notes that bear on it. */
  notes: string[];
  legs: PageLeg[];
}

// Map data

export interface MapData {
  title: string;
  language: string;
  /** The first view: [west, south, east, north]. */
  home: [number, number, number, number];
  /** Pixels left free around the first view, as Leaflet's `fitBounds` takes them. */
  home_padding: { paddingTopLeft: [number, number]; paddingBottomRight: [number, number] };
  /** Largest first. */
  places: MapPlace[];
  themes: Theme[];
  routes: MapRoute[];
  /** Where static/ is served, relative to the frame's document, with a slash at the end. */
  assets: string;
}

export interface MapPlace {
  id: string;
  title: string;
  names: Record<string, string>;
  /** Where its label is tied to: [longitude, latitude]. */
  label: [number, number];
  /** [west, south, east, north]. */
  bbox: [number, number, number, number];
  precision: Precision;
  basis: PlaceBasis;
  /** The id of its kind of place. */
  class: string;
  area_rank: number;
  themes: string[];
}

export interface MapRoute {
  id: string;
  title: string;
  note: string;
  legs: Leg[];
}

// Messages

/** Where a map looks. */
export interface MapView {
  lat: number;
  lon: number;
  zoom: number;
}

/** A box in pixels of the map's frame. */
export interface Cover {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the page says to the map, by type. */
export interface ToMap {
  hello: Record<string, never>;
  /** The whole state of the map: places that show, themes at each, the selected one, scheme, language. */
  paint: {
    visible: string[];
    badges: Record<string, string[]>;
    selected: string | null;
    scheme: string | undefined;
    language: string;
  };
  /** Show a place, with others where they fit, clear of what the page covers. */
  show: { place: string; others: string[]; cover: Cover | null };
  hover: { place: string | null };
  home: Record<string, never>;
  goto: MapView;
  tiles: { on: boolean };
  route: { id: string | null; leg: number | null };
  picture: { id: number; title: string; credit: string };
}

/** What the map says to the page, by type. */
export interface ToPage {
  ready: { places: string[] };
  click: { place: string | null };
  hover: { place: string | null };
  key: { key: string };
  view: MapView & { bounds: number[] };
  fault: { message: string };
  picture: PictureAnswer & { id: number };
}

/** `url` is a `data:` address of a PNG; or what went wrong. */
export type PictureAnswer =
  { url: string; width: number; height: number; error?: undefined } | { error: string; url?: undefined };

/** A message as it is sent. */
export type Sent<Messages, Type extends keyof Messages = keyof Messages> = { atlas: 1; type: Type } & Messages[Type];

/** What to do, by the type of a message. */
export type Handlers<Messages> = { [Type in keyof Messages]: (message: Messages[Type]) => unknown };

/** Sends a message of a type; false where nobody is there to hear it. */
export type Send<Messages, Given = boolean> = <Type extends keyof Messages>(
  type: Type,
  fields: Messages[Type],
) => Given;
