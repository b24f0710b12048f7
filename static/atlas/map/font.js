// The map's font: nobody waits long for it, and whatever comes late is taken up.

const PATIENCE_MS = 500;
const FACES = ['650 13px "Atlas Sans"', 'italic 600 13px "Atlas Sans"'];

/**
 * Dress the map in its font; settles when names can be written.
 * @param {HTMLElement} container
 * @param {function(): void} late called when more of the font has come: names have other sizes then
 */
export async function dress(container, late) {
  container.classList.add("is-dressed");
  const faces = Promise.all(FACES.map((face) => document.fonts.load(face)));
  const tired = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([faces, tired]).catch((error) => console.warn(error));
  document.fonts.addEventListener("loadingdone", late);
}
