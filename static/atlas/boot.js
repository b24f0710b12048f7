// Starts the right code for the page, once, and keeps it in step with the host's theme.

const started = new WeakMap();

/** Called by the host component whenever its data or theme changes. */
export async function mount({ parentElement, data }) {
  const running = started.get(parentElement);
  if (running) return (await running).scheme?.();
  const start = data.page === "read"
    ? import("./reader.js").then((m) => m.startReader(JSON.parse(data.view), parentElement))
    : import("./pages.js").then((m) => m.startPage(data.view ? JSON.parse(data.view) : null, parentElement));
  started.set(parentElement, start);
  await start;
}
