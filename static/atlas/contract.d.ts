// What Python writes and the browser reads (data.d.ts), and what page and map say to each other.
//
// All positions are degrees, WGS 84.

export type * from "./data.d.ts";

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

/**
 * Why a place is to be shown: the reader has clicked on it on the map and so sees it; it lies on a
 * route that shows, whose other end must stay in view; the frame has another size, so that it must stay in
 * view if it was; or it was chosen anywhere else.
 */
export type ShowReason = "map-click" | "route" | "resize" | "choice";

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
  show: { place: string; others: string[]; cover: Cover | null; why: ShowReason };
  hover: { place: string | null };
  home: Record<string, never>;
  goto: MapView;
  /** Move so that some places are in view, by the spots of their names, clear of what the page covers. */
  hold: { places: string[]; cover: Cover | null };
  tiles: { on: boolean };
  /** `frame` is whether the map moves so that the route, or its leg, is in view, clear of `cover`. */
  route: { id: string | null; leg: number | null; cover: Cover | null; frame: boolean };
  /** `themes` are those that are on: the picture says what their marks mean. */
  picture: { id: number; title: string; status: string; credit: string; themes: string[] };
}

/** What the map says to the page, by type. */
export interface ToPage {
  ready: Record<string, never>;
  click: { place: string | null };
  hover: { place: string | null };
  key: { key: string };
  /** After a move by the reader, never after one of the page's own. */
  view: MapView;
  /** Where the map has come to rest, whoever moved it; `home` is whether that is the first view. */
  rest: MapView & { home: boolean };
  /** The reader steps along the route that shows: 1 to the next leg, -1 back, 0 puts it away. */
  leg: { by: number };
  fault: { message: string };
  /** The reader looks closer than the map goes, and wants more. */
  detail: Record<string, never>;
  picture: PictureAnswer & { id: number };
}

/** `url` is a `data:` address of a PNG; or what went wrong. */
export type PictureAnswer = { url: string; error?: undefined } | { error: string; url?: undefined };

/** Any message as it is sent. */
export type Sent<Messages> = { [Type in keyof Messages]: { atlas: 1; type: Type } & Messages[Type] }[keyof Messages];
export type SentToMap = Sent<ToMap>;
export type SentToPage = Sent<ToPage>;

/** What to do, by the type of a message. */
export type Handlers<Messages> = { [Type in keyof Messages]: (message: Messages[Type]) => unknown };

/** Sends a message of a type; false where nobody is there to hear it. */
export type Send<Messages, Given = boolean> = <Type extends keyof Messages>(
  type: Type,
  fields: Messages[Type],
) => Given;
