// Measures, inside the page, from a reader's act to its effect.
//
// Times are read in the page, so that what drives the browser costs nothing. Two are told apart:
// `changed`, when the effect is in the document (a mutation observer sees it), and `shown`, when an
// animation frame begins with it: that frame shows it. `shown` holds the wait for a frame, 17 ms
// at most where the browser has nothing else to do.

(() => {
  if (window !== window.top) return;

  const MAP = '.st-key-atlas-map iframe, iframe[title*="streamlit_folium"]';

  const now = () => performance.timeOrigin + performance.now();

  /** All documents of maps in the page; a map that is rebuilt may for a moment be there twice. */
  const maps = () =>
    [...document.querySelectorAll(MAP)]
      .map((frame) => frame.contentDocument)
      .filter((one) => one && one.querySelector("path"));

  /** What an effect looks like: selectors in the text, on some map, or on no map. */
  const holds = ({ text, map, noMap }) =>
    (!text || document.querySelector(text) !== null)
    && (!map || maps().some((one) => one.querySelector(map)))
    && (!noMap || (maps().length > 0 && maps().every((one) => !one.querySelector(noMap))));

  const GIVE_UP_MS = 30_000;

  /** Settle at the first animation frame in which `check` returns something. */
  const seen = (check, what) =>
    new Promise((resolve, reject) => {
      const end = performance.now() + GIVE_UP_MS;
      const look = () => {
        const found = check();
        if (found) resolve(found);
        else if (performance.now() > end) reject(new Error(`not seen: ${JSON.stringify(what)}`));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  let measured = null;

  /** Settle as soon as the effect is in the page or in a map that is there now. */
  const changed = (check) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const found = check();
        if (!found) return;
        observer.disconnect();
        resolve(found);
      });
      const what = { subtree: true, childList: true, attributes: true, characterData: true };
      for (const one of [document, ...maps()]) observer.observe(one, what);
    });

  /** Be ready for the next click, in the page or in its map; `result` then tells how long. */
  const arm = (where, effect) => {
    if (holds(effect)) throw new Error(`already so: ${JSON.stringify(effect)}`);
    const target = where === "map" ? document.querySelector(MAP).contentWindow : window;
    let start = 0;
    target.addEventListener(
      "click",
      (event) => {
        start = target.performance.timeOrigin + event.timeStamp;
      },
      { capture: true, once: true },
    );
    const passed = () => start && holds(effect) && now() - start;
    const shown = seen(passed, effect);
    // A map made anew is a document that nobody observes: then the frame is the first to tell.
    measured = Promise.all([Promise.race([changed(passed), shown]), shown]);
  };

  /** A click of our own on a place, as soon as it is drawn: no driver could be as quick. */
  const press = (path) => {
    const box = path.getBoundingClientRect();
    const view = path.ownerDocument.defaultView;
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const common = { ...at, bubbles: true, cancelable: true, composed: true, view, button: 0 };
    for (const type of ["pointerdown", "pointerup"]) {
      path.dispatchEvent(new view.PointerEvent(type, { ...common, isPrimary: true, pointerId: 1 }));
    }
    for (const type of ["mousedown", "mouseup", "click"]) {
      path.dispatchEvent(new view.MouseEvent(type, common));
    }
  };

  /** From the navigation's start: when the effect `drawn` is there, and when a click is answered. */
  const opening = async (drawn, place, answer, framesBetweenClicks) => {
    const drawnAt = await seen(() => holds(drawn) && performance.now(), drawn);
    if (!place) return { drawn: drawnAt, answered: null };
    let frames = 0;
    const answeredAt = await seen(() => {
      if (holds(answer)) return performance.now();
      const path = maps()
        .map((one) => one.querySelector(place))
        .find(Boolean);
      if (path && frames++ % framesBetweenClicks === 0) press(path);
      return null;
    }, answer);
    return { drawn: drawnAt, answered: answeredAt };
  };

  /** Wait until Streamlit has been idle, with its map drawn, for a while. */
  const settled = async (quietMs) => {
    let since = 0;
    await seen(() => {
      const app = document.querySelector('[data-testid="stApp"]');
      const idle = app?.dataset.testScriptState === "notRunning" && maps().length > 0;
      if (!idle) since = 0;
      else since ||= performance.now();
      return idle && performance.now() - since >= quietMs;
    }, "an idle app");
  };

  window.bench = { arm, opening, settled, result: () => measured };
})();
