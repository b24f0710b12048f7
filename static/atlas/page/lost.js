// Where the server is lost, Streamlit lays a dialog over a page that works without one: it makes room
// for a small notice. A script inside the page, so that it is there whatever else fails to load.

{
  const DIALOG = '[data-testid="stDialog"]';
  const STATE = "data-test-connection-state";
  const WORDS =
    "The connection to the server is lost. What is on this page works without it; other pages and downloads need it. "
    + "It is tried again by itself.";
  /** @type {HTMLElement | null} */
  let told = null;

  let dismissed = false; // until the server is back

  // Where Streamlit does not say so, nothing is lost: no dialog is closed on a guess.
  const connected = () => (document.querySelector(`[${STATE}]`)?.getAttribute(STATE) ?? "CONNECTED") === "CONNECTED";

  const tell = () => {
    const list = document.querySelector("#atlas-notices");
    if (!list || dismissed || told?.isConnected) return;
    told = document.createElement("li");
    told.dataset.text = WORDS;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain";
    close.textContent = "×";
    close.setAttribute("aria-label", "Dismiss this notice");
    close.addEventListener("click", () => {
      dismissed = true;
      told?.remove();
    });
    told.append(WORDS, close);
    list.append(told);
  };

  const look = () => {
    document.documentElement.toggleAttribute("data-lost", !connected()); // first.css hides the dialog by it
    if (connected()) {
      dismissed = false;
      told?.remove();
      return;
    }
    const close = document.querySelector(`${DIALOG} button[aria-label="Close"]`);
    if (!(close instanceof HTMLElement)) return;
    close.click();
    tell();
  };

  // What the reader does must not wake us: the dialog is a child of the body, the state an attribute.
  new MutationObserver(look).observe(document.body, { attributeFilter: [STATE], subtree: true });
  const inside = new MutationObserver(look);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) inside.observe(node, { childList: true, subtree: true });
    }
    look();
  }).observe(document.body, { childList: true });
}
