// The values that the map's rooms hand each other, and what the frame's window holds.

import type { MapData, MapPlace, PictureAnswer, Send, ToMap, ToPage } from "../contract.d.ts";

/** A box on the screen or in layer pixels: its top left corner and its size. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Leaflet's bounds, of at least one point. */
export type Filled = L.Bounds & { min: L.Point; max: L.Point };

export interface XY {
  x: number;
  y: number;
}

/** The part of the map in view in layer pixels, how wide the world is, and the layer's corner in it. */
export interface View {
  box: Box;
  world: number;
  origin: XY;
}

/** A stretch of a line: from one point to another. */
export type Stretch = readonly [x1: number, y1: number, x2: number, y2: number];

/** A place with what folium has drawn of it. */
export interface DrawnPlace {
  id: string;
  info: MapPlace;
  layer: (L.CircleMarker | L.Polyline) & { feature: GeoJSON.Feature };
  path: SVGElement;
  /** A second drawing of the same path, below all the paths. */
  edge: SVGElement;
}

/** The places by id, largest first. */
export type Places = Map<string, DrawnPlace>;

/** Where the middle of a label may stand, in layer pixels. */
export interface Spot extends XY {
  /** In pixels of distance. */
  cost: number;
  /** Whether a line must tie the label to its anchor. */
  leader: boolean;
  /** What it names, where that is not its anchor: a point of a line. */
  tie?: XY;
}

/** Where a label may stand, by rising cost. */
export interface Spots {
  length: number;
  at(number: number): Spot;
}

/** Where a label stands, and the spot that it stands at. */
export interface PlacedBox extends Box {
  spot: { leader: boolean };
}

/** The ground that names stand on: in the basemap's own pixels, of which the world is `world` wide. */
export interface GroundLines {
  world: number;
  land: Area[];
  /** Coasts and the borders of countries. */
  edges: Shape[];
}

/** One place's label on the map: its elements, and what they show now. */
export interface Label {
  id: string;
  info: MapPlace;
  place: DrawnPlace;
  marker: L.Marker;
  root: HTMLElement;
  box: HTMLElement;
  name: HTMLElement;
  also: HTMLElement;
  row: HTMLElement;
  line: SVGLineElement;
  on: boolean;
  language: string;
  /** The ids of the themes that it is to have, with spaces between. */
  wanted: string;
  /** Those that it has; null before it has been dressed. */
  badges: string | null;
  /** In pixels; null where it must be measured again. */
  size: { w: number; h: number } | null;
  /** Where it stands, in layer pixels; where it waits, where it would be shown by itself. */
  placed?: PlacedBox;
  /** Whether there is no room for it now. */
  waits: boolean;
}

/** The state of the map, as its labels take it. */
export interface LabelState {
  visible: ReadonlySet<string>;
  badges: Record<string, string[]>;
  selected: string | null;
  language: string;
}

export interface Labels {
  /** Make the labels: before, there are none. */
  start(): void;
  /** Take the page's state; tells whether to `lay`. */
  paint(state: LabelState): boolean;
  hover(id: string | null): void;
  /** Find new positions. */
  lay(): void;
  /** Find new positions where the view has changed too much for the old ones; tells whether it has. */
  recover(): boolean;
  /** Measure all labels anew at the next `lay`: their style has changed. */
  forget(): void;
  /** Find new positions where another font has made any label larger or smaller. */
  measure(): void;
  /** What other names keep clear of, in layer pixels. */
  boxes(): Box[];
  /** The box of one place's label, in layer pixels; null where there is none. */
  box(id: string): Box | null;
  /** The titles that are shown. */
  shown(): string[];
}

/** What part of the world a canvas shows. */
export interface CanvasFrame {
  zoom: number;
  /** The canvas's corner, in the map's pixels from the corner of the world. */
  corner: L.Point;
  size: L.Point;
  /** Canvas pixels a CSS pixel. */
  ratio: number;
  /** The canvas's corner, in layer pixels. */
  layerCorner: L.Point;
}

/** Gives the value of a colour variable. */
export type Colour = (name: string) => string;

/** A box in the basemap's own pixels. */
export interface Extent {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** A line or an area of the basemap, ready to be drawn, with what the file says of it. */
export interface Shape<Told = unknown> {
  path: Path2D;
  box: Extent;
  properties: Told;
  /** A line's corners, in the basemap's own pixels. */
  line?: [number, number][];
}

export type Area<Told = unknown> = Shape<Told>;

export interface Border {
  kind: "admin1" | "international" | "disputed" | "line-of-control";
  /** Zoom from which it is worth drawing. */
  from: number;
}

export interface River {
  /** 1 is the largest. */
  rank: number;
}

/** A disputed area: who administers it and who claims it, in words; "" where that is not said. */
export interface Disputed {
  id: string;
  title: string;
  administered_by: string;
  claimed_by: string;
  note: string;
}

/** A disputed area, drawn and told of; its rings are in degrees, WGS 84. */
export interface DisputedArea extends Area<Disputed> {
  rings: GeoJSON.Position[][];
}

/** A prepared file of the ground. */
export interface Ground {
  land: Area[];
  /** Where land is cut at the edge of the file. */
  seams: Shape[];
  coast: Shape[];
  lakes: Area[];
  shores: Shape[];
  borders: Shape<Border>[];
  rivers: Shape<River>[];
  disputed: DisputedArea[];
}

/** A level of the ground as it is there for a view: what it covers, and whether that is all of the view. */
export interface Layer {
  ground: Ground;
  regions: Extent[];
  covers: boolean;
}

/** A cell of a finer level, prepared. */
export interface Cell {
  region: Extent;
  ground: Ground;
  names: PlacedName[];
}

/** x, y, then dx, dy of each further point, in the file's units. */
export type Packed = number[];

/** What the files of the ground have in common; docs/geodata.md. */
export interface GroundFile {
  land?: Packed[][];
  lakes?: Packed[][];
  borders?: { kind: Border["kind"]; from?: number; lines: Packed[] }[];
  rivers?: { rank: number; lines: Packed[] }[];
  disputed?: { id: string; polygons: Packed[][] }[];
}

/** A cell: static/basemap/coarse-3-4.json. */
export interface CellFile extends GroundFile {
  names?: CellName[];
}

/** Letter of the kind, name, x, y, zoom from which it is written, names in other languages. */
export type CellName = [string, string, number, number, number, Record<string, string>?];

/** Which cells a level has: "1" in its rows from south to north. */
export interface LevelIndex {
  name: string;
  /** Zoom from which it is drawn. */
  from: number;
  /** The side of a cell, in degrees. */
  cell: number;
  /** Of its coordinates, in degrees. */
  unit: number;
  cells: string[];
}

/** The whole world: static/basemap/world.json. */
export interface WorldFile extends GroundFile {
  attribution: string;
  bbox: number[];
  unit: number;
  disputed: (Disputed & { polygons: Packed[][] })[];
  levels: LevelIndex[];
}

export type NameKind = "country" | "water" | "city" | "admin1";

/** A name on the background, as static/basemap/labels.json has it. */
export interface NameEntry {
  kind: NameKind;
  name: string;
  names: Record<string, string>;
  lat: number;
  lon: number;
  /** 1 is the most important. */
  rank: number;
  min_zoom: number;
  capital: boolean;
}

/** `at` is its place in the map's pixels at zoom 0. */
export interface PlacedName extends NameEntry {
  at: [number, number];
}

export interface Basemap {
  /** Fetch everything; settles when the names are there, or are known not to come. */
  load(): Promise<void>;
  recolour(): void;
  /** Write the names in this language too, from the next drawing on. */
  rename(code: string): void;
  /** Where the capitals stand that are named at this zoom, in layer pixels. */
  capitals(): L.Point[];
  /** Draw it all anew, see `Redrawn`. */
  redraw(ratio?: number): void;
  redrawNames(): void;
  disputed(): DisputedArea[];
  /** The named town nearest to the middle of the map; null where none is known nearby. */
  nearestTown(): NearTown | null;
  /** The ground at this zoom; null before it is there. */
  ground(): GroundLines | null;
}

export interface NearTown {
  name: string;
  metres: number;
}

/** The host's own street map. */
export interface Streets {
  recolour(): void;
}

/** What it is made of: `assets` is where our files are served, `address` where the street map is. */
export interface StreetParts {
  map: L.Map;
  assets: string;
  address: string;
  /** The article's: names are given in it where they are known. */
  language: string;
  attribution: Attribution;
  fault: Fault;
}

/** What draws the street map, as far as we use it. */
export type StreetLayer = L.GridLayer & { backgroundColor: string | undefined; paintRules: { dataLayer: string }[] };
export interface Protomaps {
  leafletLayer(options: L.GridLayerOptions & { url: string; lang: string; flavor: "light" | "dark" }): StreetLayer;
}

/** Leaflet's attribution control, with the credits that it shows. */
export type Attribution = L.Control.Attribution & { credits?: string[] };

/** A layer that redraws itself. */
export interface Redrawn {
  /** `ratio` is how many pixels of the canvas are one of CSS; those of the screen at first. */
  redraw(ratio?: number): void;
}

/** A move of the map that we make. */
export interface Move {
  /** Moves the map; false where it need not. */
  act(): unknown;
  /** Whether it moves without animation. */
  atOnce?: boolean;
  /** Called when the map stands still. */
  after?(): void;
}

/** Where to move the map. */
export interface NextView {
  center: L.LatLngExpression;
  zoom: number;
}

/** What is written below a picture of the map. */
export interface PictureLines {
  title: string;
  status: string;
  credit: string;
  sources: string;
}

/** In CSS pixels. */
export interface Sized {
  width: number;
  height: number;
}

export type Paint = ToMap["paint"];
export type ToldView = ToPage["view"];
export type SendToPage = Send<ToPage, void>;
export type Fault = (message: string) => void;
export type DrawPicture = (
  words: Pick<ToMap["picture"], "title" | "status" | "credit" | "themes">,
) => Promise<PictureAnswer>;

/** Gives what a file of the basemap holds, by its name. */
export type ReadFile = (name: string) => Promise<unknown>;

/** What folium has drawn, and what Python says of it. */
export interface Drawn {
  map: L.Map;
  /** The places. */
  layer: L.GeoJSON;
  config: MapData;
}

/** The frame's code: map.js. */
export interface FrameModule {
  boot(drawn: Drawn & { read?: ReadFile }): void;
}

declare module "leaflet" {
  // The leg of a route that a line or a number belongs to.
  interface PolylineOptions {
    leg?: number;
  }
  interface MarkerOptions {
    leg?: number;
  }
}

declare global {
  interface Window {
    /** What draws the street map, once it has loaded. */
    protomapsL?: Protomaps;
    /** The map, as streamlit-folium names it. */
    map?: L.Map;
    /** From guard.js, which a page of its own may be without. */
    atlasFault?: (words?: string) => void;
    atlasEarlyClick?: () => MouseEvent | null;
    atlasPane?: (
      map: L.Map,
      how: { pane: string; bounds: L.LatLngBoundsLiteral; options: L.FitBoundsOptions },
    ) => L.SVG;
    atlasBegin?: (drawn: Drawn, code: string) => void;
    /** From inside.js: the frame's code and files, where the page around it carries them in itself. */
    atlasInside?: { module: Promise<FrameModule>; read: ReadFile };
    /** From files.js, in such a page. */
    atlasFile?: ReadFile;
  }
}
