// Streamlit's "Skip to main content" leads to the top of the page; here it skips the menu and the map.

import { around, one } from "../common/dom.js";

const LINK = '[data-testid="stSkipToContent"]';

/**
 * Lead the skip link to `target`, a selector, whenever the host draws the link anew.
 * @type {(target: string) => void}
 */
export function createSkip(target) {
  document.addEventListener(
    "click",
    (event) => {
      const content = around(event, LINK) && one(target);
      if (!content) return;
      event.preventDefault();
      event.stopPropagation();
      content.tabIndex = -1;
      content.focus();
    },
    true,
  );
}
