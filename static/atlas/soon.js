// Puts off what need not happen before the reader sees an answer.

const HIDDEN_MS = 120;

/**
 * Run `act` just before the next frame of the screen is drawn, when the page is laid out anyway;
 * a page in the background draws no frames, so a time-out makes sure.
 */
export function soon(act) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    act();
  };
  requestAnimationFrame(once);
  setTimeout(once, HIDDEN_MS);
}
