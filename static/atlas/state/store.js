// Holds the one current state and tells those who draw it when it changes.

/** @import { Listener, State, Store } from "./types.d.ts" */

/**
 * Make a store that begins with a state.
 * @param {State} state
 * @returns {Store}
 */
export function createStore(state) {
  /** @type {Set<Listener>} */
  const listeners = new Set();
  return {
    get: () => state,
    set(next, cause = "reader") {
      if (next === state) return;
      const before = state;
      state = next;
      listeners.forEach((listener) => listener(state, before, cause));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
