// Measures, inside the page, what grows with an edition: an act until the screen shows it, and frames while scrolling.

(() => {
  if (window !== window.top) return;

  const PANE = ".st-key-atlas-text";
  const MAP = ".st-key-atlas-map iframe";
  const MENTION = '#atlas-article button[data-mention]:not([data-place=""])';
  const GIVE_UP_MS = 120_000;
  const EVERY = 4; // frames between two clicks of which none was answered
  const STEP_PX = 100;

  /** When the next frame has been drawn, whatever is still to be done in it. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  /** From the navigation's start: when the text is there, when the places are, when a click in the text selects one. */
  const opening = () =>
    new Promise((resolve, reject) => {
      const found = {};
      let frames = 0;
      const look = () => {
        const mention = document.querySelector(MENTION);
        const map = document.querySelector(MAP)?.contentDocument;
        const place = map?.querySelector("path.place");
        if (mention) found.text ??= performance.now();
        if (place) found.drawn ??= performance.now();
        if (map?.querySelector("path.place.is-selected")) {
          found.answered = performance.now();
          return resolve(found);
        }
        if (performance.now() > GIVE_UP_MS) return reject(new Error(`not opened: ${JSON.stringify(found)}`));
        if (mention && place && frames++ % EVERY === 0) mention.click();
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  let measured = null;

  /** Be ready for the next click in the page; `result` then tells how long until the screen shows its effect. */
  const arm = () => {
    measured = new Promise((resolve) => {
      const heard = ({ timeStamp }) => drawn().then((end) => resolve(end - timeStamp));
      window.addEventListener("click", heard, { capture: true, once: true });
    });
  };

  /** Scroll the text so many pixels, a step a frame; gives the longest time from one frame to the next. */
  const scroll = (pixels) =>
    new Promise((resolve) => {
      const pane = document.querySelector(PANE);
      let [last, longest, left] = [0, 0, pixels];
      const step = (now) => {
        if (last) longest = Math.max(longest, now - last);
        last = now;
        if (left <= 0) return resolve(longest);
        pane.scrollTop += STEP_PX;
        left -= STEP_PX;
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });

  /** Wait until nothing has been done for so long: no task has kept the page busy. */
  const quiet = (quietMs) =>
    new Promise((resolve) => {
      let last = performance.now();
      let since = last;
      const look = () => {
        const now = performance.now();
        if (now - last > 100) since = now;
        last = now;
        const ready = document.documentElement.dataset.atlas === "ready";
        if (ready && now - since >= quietMs) resolve(null);
        else setTimeout(look, 20);
      };
      look();
    });

  window.scale = { arm, opening, scroll, quiet, result: () => measured };
})();
