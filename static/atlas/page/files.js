// Holds the files that the edition as one page carries for its map: they lie at the end of the page, and
// the map's frame may ask for one too early.

{
  /** @type {Promise<Record<string, unknown>>} */
  const files = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => {
      resolve(JSON.parse(document.querySelector("#atlas-files")?.textContent ?? "{}"));
    });
  });
  window.atlasFile = (name) => files.then((held) => held[name]);

  // In a sandbox the frame is of another origin, and can only ask by a message.
  window.addEventListener("message", ({ data, source, ports: [port] }) => {
    const asks = typeof data?.atlasFile === "string" && port;
    if (!asks || /** @type {Window | null} */ (source)?.parent !== window) return;
    files.then((held) => port.postMessage(held[data.atlasFile]));
  });
}
