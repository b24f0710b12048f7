// What the parts of the screen give, and what they ask of the page that they stand on.

import type { Claim, ToPage } from "../contract.d.ts";
import type { State } from "../state/types.d.ts";

/** A part that is painted whenever the choices change. */
export interface Part {
  paint(state: State): void;
}

export interface CardActs {
  close(): void;
  /** To another mention of the place. */
  step(by: number): void;
  /** To another place. */
  walk(by: number): void;
  /** The places in the order in which they are walked. */
  order(): string[];
  open(place: string, mention: string | null): void;
  /** To the next claim in the order of the text, of those that are on. */
  stepClaim(by: number): void;
  /** The ids of the claims that are on, in that order. */
  claimOrder(): string[];
  /** The other claims that quote the passage of a claim. */
  beside(claim: string): string[];
  /** The claims that quote a mention. */
  claimsAt(mention: string): string[];
  /** To a mention's passage. */
  choose(mention: string): void;
  /** To a claim's passage. */
  goTo(claim: Claim): void;
  unfilter(): void;
}

export interface Card extends Part {
  focus(): void;
  holdsFocus(): boolean;
}

export interface TextActs {
  choose(mention: string, byKeyboard: boolean): void;
  /** Open what is said in a passage, by the claims that quote it. */
  openPassage(claims: string[]): void;
  /** The claim that this would open. */
  claimOf(claims: string[]): string | null;
  /** The pointer or the focus is on a mention of these places, or on none. */
  hover(places: string[] | null): void;
  stepFrom(mention: string, by: number): void;
  /** Other mentions have come into view. */
  seen(): void;
}

export interface TextPart extends Part {
  hover(place: string | null): void;
  reveal(mention: string | null): void;
  uncover(mention: string): void;
  revealClaim(claim: string): void;
  focus(mention: string | null): void;
  /** The ids of the claims that are quoted, in the order of the text. */
  claims(): string[];
  /** The other claims that quote the passage of a claim. */
  beside(claim: string): string[];
  /** The claims that quote a mention. */
  claimsAt(mention: string): string[];
  /** The mentions that are in view. */
  inView(): string[];
}

/** A paragraph of the article, or its title. */
export interface Block {
  readonly element: HTMLElement;
  /** Its mentions, by id. */
  readonly buttons: ReadonlyMap<string, HTMLElement>;
  /** What quotes claims in it, with the claims. */
  readonly passages: readonly (readonly [HTMLElement, string[]])[];
  /** The choices that it shows. */
  painted: State | null;
}

/** What paints the article's paragraphs. */
export interface TextPainting extends Part {
  hover(place: string | null): void;
  /** Paint and lay out what is around an element, so that it stays where it is scrolled to. */
  settle(element: Element): void;
}

export interface TimeActs {
  filter(next: State): void;
  open(claim: Claim): void;
}

export interface EmptyActs {
  wholeArticle(): void;
  unfilter(): void;
  focusMap(): void;
}

/** What saves a picture of the map. */
export interface PicturePart {
  button(tilesOn: boolean): HTMLElement;
  /** The map's answer. */
  receive(answer: ToPage["picture"]): void;
}

export interface TilesPart {
  paint(on: boolean): void;
  /** Ask for a link that was made with tiles on: nothing is loaded before its reader says so. */
  askForLink(): void;
  askForDetail(): void;
}

/** What a link to the reader selects, by id. */
export interface Selects {
  place?: string | undefined;
  mention?: string | undefined;
  claim?: string | undefined;
  note?: string | undefined;
}
