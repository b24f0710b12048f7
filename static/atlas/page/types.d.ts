// What the pieces of the reader's screen hand each other.

import type { Claim, MapView, ShowReason, ToMap } from "../contract.d.ts";
import type { Card, Part, PicturePart, TextPart } from "../parts/types.d.ts";
import type { Atlas, State, Store } from "../state/types.d.ts";

/** What start.js reads of a page: its name, where its code lies below static/, and the pages' names. */
export interface Start {
  page: string;
  code: string;
  pages: string[];
}

/** The parts of the reader's screen: name, where it stands beside the map, HTML. */
export type PageParts = [name: string, place: "before" | "over" | "after", html: string][];

/** The parts, or, where they are packed, a promise of them. */
export type HeldParts = PageParts | Promise<PageParts>;

/** What a reader can do. */
export interface Acts {
  /** Choose a mention in the text, and the first of its places that shows. */
  choose(mention: string, byKeyboard: boolean): void;
  /** Choose a place on the map; null is the empty map. */
  openPlace(place: string | null, why?: ShowReason): void;
  select(place: string | null, mention: string | null, why?: ShowReason): void;
  unselect(): void;
  step(by: number): void;
  /** Step from a mention in the text, which is chosen first where it is not yet. */
  stepFrom(mention: string, by: number): void;
  walk(by: number): void;
  /** Show the route, or stand on one of its legs: the leg's place and passage are selected. */
  walkRoute(id: string | null, index: number | null): void;
  /** To the next leg of a route (1), the one before (-1), round and round; 0 puts the route away. */
  stepRoute(id: string, by: number): void;
  /** Bring the chosen passage into view, or the note that the link leads to. */
  reveal(): void;
  /** Bring an editors' note below the article into view and set the focus there. */
  goToNote(id: string): void;
  /** Go to where a note is marked in the text. */
  goToSign(id: string): void;
  goTo(mention: string): void;
  /** Go to where a claim on the chosen place's card is made. */
  goToClaim(claim: Claim): void;
  /** Open a claim from a list: at a place that shows, where it names one. */
  openClaim(claim: Claim): void;
  /** Open what is said in a passage, of the claims that quote it; once more lets go of it. */
  openPassage(claims: string[]): void;
  /** Open a claim itself, at its passage. */
  showClaim(id: string): void;
  /** The claim that this would open. */
  claimOf(claims: string[]): string | null;
  /** To the next claim in the order of the text, of those that are on. */
  stepClaim(by: number): void;
  /** The ids of the claims that are on, in that order. */
  claimOrder(): string[];
  /** Mark a place in text and map; the map itself has marked it for its own pointer. */
  hover(places: string[] | null, side: "text" | "map"): void;
  /** Take up other filters; a selected place that they hide is let go of. */
  filter(next: State): void;
}

/** The link with the map. */
export interface MapLink {
  /** Send a message; false, and lost, where there is no map yet. */
  send<Type extends keyof ToMap>(type: Type, fields: ToMap[Type]): boolean;
  meet(): void;
  paint(): void;
  /** Ask the map to move so that places are in view, clear of the card. */
  hold(places: string[]): void;
  /** Where the map stands as it last said; null before that, and at its first view. */
  standing(): MapView | null;
  /** Keep in mind where the map stands. */
  stands(view: MapView | null): void;
  /** Ask the map to show the selected place, clear of the card, with the places that its mention names. */
  show(how?: { why?: ShowReason | undefined }): void;
  /** Have the map draw the chosen route, and move so that it is in view, or its leg, if `frame`. */
  showRoute(how?: { frame?: boolean }): void;
}

export interface Switches extends Part {
  /** The link asks for map tiles: whether they are loaded is the reader's to say. */
  askTiles(): void;
  /** The reader looks closer than the built-in map goes. */
  askForDetail(): void;
}

/** The reader's screen. */
export interface Screen {
  atlas: Atlas;
  store: Store;
  /** The places that show on the map, as it was painted last. */
  visible: string[];
  /** The editors' note that the reader was led to last, by its id. */
  note: string | null;
  acts: Acts;
  map: MapLink;
  text: TextPart;
  card: Card;
  emptyNote: { paint(shown: number, on: number): void };
  filters: Part;
  timeline: Part;
  unplaced: Part;
  route: Part;
  picture: PicturePart;
  switches: Switches;
}

declare global {
  interface Window {
    /** From start.js: the data that an element holds; a promise where they are packed. */
    atlasHeld: (selector: string) => unknown;
  }
}
