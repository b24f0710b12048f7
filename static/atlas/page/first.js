// Takes the first response away once the app has drawn the page, and keeps the reader's place in the text.

{
  const WORDS = /** @type {const} */ ([
    [8000, "slow"],
    [30000, "late"],
  ]);
  const DRAWN = "#atlas-article, .atlas-page, [data-testid='stException']";
  /** @type {(selector: string) => HTMLElement} */
  const the = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const first = the("#atlas-first");
  const root = the("#root");

  /** The paragraph that the reader has scrolled to: its number and how far its top lies above the view. */
  const reached = () => {
    const text = first.querySelector(".first-text");
    const pane = [text, text?.parentElement, first].find((one) => one && one.scrollTop > 0);
    if (!pane || !text) return null;
    const top = Math.max(0, pane.getBoundingClientRect().top);
    const all = [...text.querySelectorAll(":scope > :not(section)")]; // the overview stands before the article
    const number = all.findIndex((one) => one.getBoundingClientRect().bottom > top + 1);
    return number < 0 ? null : { number, above: top - all[number].getBoundingClientRect().top };
  };

  /** On a phone map and filters stay on top: how much of the window they cover. */
  const covered = () => {
    const filters = /** @type {HTMLElement | null} */ (document.querySelector(".st-key-atlas-filters"));
    if (!filters) return 0;
    const { position, top } = getComputedStyle(filters);
    return position === "sticky" ? parseFloat(top) + filters.offsetHeight : 0;
  };

  /**
   * Scroll the app's own text to where the reader was in the first one.
   * @type {(place: NonNullable<ReturnType<typeof reached>>) => void}
   */
  const keep = (place) => {
    const text = document.querySelector("#atlas-article");
    const block = text?.children[place.number];
    if (!block || /[?&](place|mention|claim)=/.test(location.search)) return;
    const pane = [text.closest(".st-key-atlas-text"), text.closest(".stMain")].find(
      (one) => one && one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY !== "visible",
    );
    if (!pane) return;
    const top = Math.max(0, pane.getBoundingClientRect().top, covered());
    const wanted = top - place.above;
    // The marks of the topics come later and make the text longer: held until the reader moves.
    const hold = new ResizeObserver(() => (pane.scrollTop += block.getBoundingClientRect().top - wanted));
    hold.observe(text);
    const doings = ["wheel", "touchstart", "pointerdown", "keydown"];
    for (const doing of doings) addEventListener(doing, () => hold.disconnect(), { once: true, passive: true });
  };

  const look = () => {
    if (!root.querySelector(DRAWN)) return;
    observer.disconnect();
    timers.forEach(clearTimeout);
    const place = reached();
    first.remove();
    if (place) requestAnimationFrame(() => keep(place));
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const timers = WORDS.map(([after, which]) =>
    setTimeout(() => {
      const wait = the("#atlas-first .first-wait");
      wait.textContent = wait.dataset[which] ?? "";
    }, after),
  );
  look();
}
