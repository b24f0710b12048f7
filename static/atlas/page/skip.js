// Streamlit's "Skip to main content" leads to the top of the page; here it skips the menu and the map.

const LINK = '[data-testid="stSkipToContent"]';

/** Lead the skip link to `target`, a selector, whenever the host draws the link anew. */
export function createSkip(target) {
  document.addEventListener(
    "click",
    (event) => {
      const content = event.target.closest?.(LINK) && document.querySelector(target);
      if (!content) return;
      event.preventDefault();
      event.stopPropagation();
      content.tabIndex = -1;
      content.focus();
    },
    true,
  );
}
