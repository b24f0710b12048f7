// Puts off what need not happen before the reader sees an answer. A page in the background draws no
// frames, so a time-out makes sure that it happens.

const HIDDEN_MS = 120;

/**
 * Run `act` just before the next frame of the screen is drawn, when the page is laid out anyway.
 * @param {() => void} act
 */
export function soon(act) {
  const run = once(act);
  requestAnimationFrame(run);
  setTimeout(run, HIDDEN_MS);
}

/**
 * Run `act` when the next frame of the screen has been drawn.
 * @param {() => void} act
 */
export function afterPaint(act) {
  const run = once(act);
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, 4 * HIDDEN_MS);
}

/**
 * What runs `act` the first time that it is called, and then nothing.
 * @type {(act: () => void) => () => void}
 */
export function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
