// On Community Cloud the app stands in a frame of a page on the same host: keeps its address in step.

const INNER_PATH = "/~/+/";
const PAUSE_MS = 500; // browsers limit how often an address may change
let timer = 0;

/**
 * The page around ours, where it is the host's own; null on a page of somebody else.
 * @type {(inner?: Window) => Window | null}
 */
function hostPage(inner = window) {
  if (inner.parent === inner || !inner.location.pathname.includes(INNER_PATH)) return null;
  try {
    return inner.parent.location.origin === inner.location.origin ? inner.parent : null;
  } catch {
    return null;
  }
}

/**
 * Streamlit tells its host only of changes that went through the server; a reader's do not. The
 * host's address is replaced, never added to: Back goes through our own entries alone.
 * @type {(address: () => string) => void}
 */
export function followInHost(address) {
  const host = hostPage();
  if (!host) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const url = address();
    if (url !== host.location.href) host.history.replaceState(host.history.state, "", url);
  }, PAUSE_MS);
}
