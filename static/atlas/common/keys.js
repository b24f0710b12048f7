// What keys mean wherever they are pressed.

/**
 * Which way an arrow key steps: -1, 1, or 0 for any other key and for the browser's own combinations.
 * @type {(event: KeyboardEvent) => number}
 */
export function stepOf({ key, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey) return 0;
  return key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
}
