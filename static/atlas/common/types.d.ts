// What the helpers for elements take.

/** A child of an element; lists may be nested, and what is false or empty is left out. */
export type Child = Node | string | false | null | undefined | Child[];

/** Attributes; null, undefined and false are left out, true is an empty one, functions listen. */
export type Attributes = Record<string, string | number | boolean | null | undefined | ((event: any) => unknown)>;
