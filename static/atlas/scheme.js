// Light or dark: what the page shows, told to our styles and to the map.

function isDark(colour) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = colour;
  const hex = canvas.fillStyle;
  if (!/^#[0-9a-f]{6}$/.test(hex)) return null;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

const system = () => window.matchMedia("(prefers-color-scheme: dark)").matches;

/** Read the scheme from the host's background colour (Streamlit's variable), else the system's. */
export function readScheme(element) {
  const colour = element && getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const dark = (colour && isDark(colour)) ?? system();
  return (colour ? dark : system()) ? "dark" : "light";
}

/** Tell the styles; returns whether it changed. */
export function applyScheme(scheme) {
  if (document.documentElement.dataset.scheme === scheme) return false;
  document.documentElement.dataset.scheme = scheme;
  return true;
}
