// "Copy link": to the clipboard where that is allowed, else the link stands selected in a field.

import { announce, one, the } from "../common/dom.js";
import { publicAddress, withoutFrame } from "./address.js";

/**
 * Take over the button and its field; `query()` gives the current choices.
 * @type {(query: () => string) => void}
 */
export function createCopy(query) {
  const button = one("#atlas-copy");
  if (!button) return;
  button.addEventListener("click", async () => {
    const link = publicAddress(withoutFrame(query()));
    if (await copied(link)) {
      flash(button, "Link copied");
      hide();
    } else {
      show(link);
    }
  });
  one("#atlas-link-close")?.addEventListener("click", () => {
    hide();
    button.focus();
  });
}

/** @type {(link: string) => Promise<boolean>} */
async function copied(link) {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

/** @type {(button: HTMLElement, text: string) => void} */
function flash(button, text) {
  const before = button.dataset.label ?? button.textContent ?? "";
  button.dataset.label = before;
  button.textContent = text;
  announce(text);
  setTimeout(() => (button.textContent = before), 2000);
}

/** @type {(link: string) => void} */
function show(link) {
  const field = /** @type {HTMLInputElement} */ (the("#atlas-link"));
  field.value = link;
  the("#atlas-link-box").hidden = false;
  field.focus();
  field.select();
  announce("The browser did not allow copying. The link stands selected in a field.");
}

function hide() {
  const box = one("#atlas-link-box");
  if (box) box.hidden = true;
}
