// Light or dark: what the host shows, else the system; told to our styles and to the map.

const HOST = ".stApp";
const system = window.matchMedia("(prefers-color-scheme: dark)");

/**
 * Read the scheme: Streamlit sets its app's `color-scheme`; without Streamlit the system decides.
 * @type {() => string}
 */
export function readScheme() {
  const host = document.querySelector(HOST);
  const own = host ? getComputedStyle(host).colorScheme : "";
  return own === "dark" || own === "light" ? own : system.matches ? "dark" : "light";
}

/**
 * Tell the styles; returns whether it changed.
 * @type {(scheme: string) => boolean}
 */
export function applyScheme(scheme) {
  if (document.documentElement.dataset.scheme === scheme) return false;
  document.documentElement.dataset.scheme = scheme;
  return true;
}

/**
 * Apply the scheme now and whenever the host or the system changes it; `changed` runs afterwards.
 * @type {(changed?: () => void) => void}
 */
export function followScheme(changed = () => {}) {
  applyScheme(readScheme());
  const look = () => applyScheme(readScheme()) && changed();
  system.addEventListener("change", look);
  const host = document.querySelector(HOST);
  // Streamlit's styles are classes: with another theme its app gets another one.
  if (host) new MutationObserver(look).observe(host, { attributes: true, attributeFilter: ["class"] });
}
