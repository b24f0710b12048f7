// The map's font: it comes after the places, and whatever comes late is taken up.

const FACES = ['650 13px "Atlas Sans"', 'italic 600 13px "Atlas Sans"'];

/**
 * Dress the map in its font; settles when names can be written in it, or never will.
 * @param {HTMLElement} container
 * @param {() => void} late called when more of the font has come: names have other sizes then
 */
export async function dress(container, late) {
  container.classList.add("is-dressed");
  document.fonts.addEventListener("loadingdone", late);
  await Promise.all(FACES.map((face) => document.fonts.load(face))).catch((error) => console.warn(error));
}
