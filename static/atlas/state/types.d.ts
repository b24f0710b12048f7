// The values that the rooms hand each other: a reader's choices, an edition with its look-ups, the store.

import type { Claim, Mention, PageData, PageNote, PagePlace, Theme, Speaker, MapView } from "../contract.d.ts";

export type Filter = "themes" | "speakers" | "kinds";

/** What a reader has chosen. */
export interface State {
  /** The ids that are on; null is all of them. The same of the next two. */
  readonly themes: readonly string[] | null;
  readonly speakers: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  /** Months ("2015-01") or null: no limit on that side. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  /** Whether claims without a date are on. */
  readonly undated: boolean;
  readonly place: string | null;
  readonly mention: string | null;
  readonly claim: string | null;
  readonly route: string | null;
  /** The leg of the route, counted from 0. */
  readonly leg: number | null;
  /** Whether only places of the passages in view show. */
  readonly onlyInView: boolean;
  /** Whether the map moves along with them. */
  readonly follow: boolean;
  /** Where the reader has moved the map to. */
  readonly at: Readonly<MapView> | null;
  readonly tiles: boolean;
  /** The language of names. */
  readonly language: string;
}

/** An edition as the page has it, each record at hand by its id. */
export interface Atlas extends Readonly<PageData> {
  readonly theme: Known<Theme>;
  readonly speaker: Known<Speaker>;
  readonly place: Known<PagePlace>;
  readonly mention: Known<Mention>;
  readonly claim: Known<Claim>;
  readonly note: Known<PageNote>;
  readonly themeIds: readonly string[];
  readonly speakerIds: readonly string[];
  readonly kindIds: readonly string[];
  /** The first and the last month that a claim is about; null where none is dated. */
  readonly months: { first: string; last: string } | null;
}

/**
 * Records by id. Who asks with an id out of the same edition gets a record: Python has checked that
 * every id which one record names of another is known. Ids from outside are asked for with `has`.
 */
export interface Known<Item> extends ReadonlyMap<string, Item> {
  get(id: string): Item;
}

/** The filters of a state at work on an edition. */
export interface Sieve {
  readonly state: Pick<State, "themes" | "speakers" | "kinds" | "fromMonth" | "toMonth" | "undated">;
  /** Whether a theme is on. */
  readonly themeOn: (id: string) => boolean;
  /** Whether a claim is on, one filter left out of account. */
  passes(claim: Claim, without?: Filter | "time" | null): boolean;
  /** What follows from the filters, made once as long as they stand. */
  once<Made>(make: (atlas: Atlas, sieve: Sieve) => Made): Made;
}

/** Why the state has changed: an act of the reader, filters, the map's view, or Back. */
export type Cause = "reader" | "filter" | "view" | "history";

export type Listener = (now: State, before: State, cause: Cause) => void;

export interface Store {
  get(): State;
  set(next: State, cause?: Cause): void;
  subscribe(listener: Listener): () => boolean;
}
