// A canvas that pans and zooms with the map and is redrawn when the reader nears its edge.

/** @import { CanvasFrame, Redrawn } from "../types.d.ts" */

/** How far the canvas reaches beyond the view, as a part of it, on each side. */
export const PADDING = 0.35;

/**
 * Make the layer class. Leaflet's `L.Renderer` moves and scales the canvas while the map zooms; we
 * only draw. A factory, as `L` is a global that exists when the map does.
 * @param {object} layer
 * @param {string} layer.pane its name
 * @param {number} layer.zIndex
 * @param {(context: CanvasRenderingContext2D, frame: CanvasFrame) => void} layer.draw
 * @returns {(map: L.Map) => Redrawn} adds one to a map
 */
export function makeCanvasLayer({ pane, zIndex, draw }) {
  // What a renderer is made of inside has no types.
  const Renderer = /** @type {any} */ (L.Renderer);
  const methods = /** @type {ThisType<any>} */ ({
    options: { pane, padding: PADDING },

    getEvents() {
      return { ...Renderer.prototype.getEvents.call(this), move: this._onMove };
    },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
      this._container = null;
    },

    _onMove() {
      if (this._zoom !== this._map.getZoom() || this._map._animatingZoom) return;
      if (!this._bounds?.contains(viewBounds(this._map))) this.redraw();
    },

    // Leaflet calls this after every move; while the view stays inside what is drawn, all is well.
    _update() {
      const map = this._map;
      if (map._animatingZoom) return;
      const same = this._bounds && this._zoom === map.getZoom() && this._size?.equals(map.getSize());
      if (same && this._origin?.equals(map.getPixelOrigin()) && this._bounds.contains(viewBounds(map, 0.05))) return;
      this.redraw();
    },

    _updatePaths() {},

    redraw(/** @type {number} */ ratio = window.devicePixelRatio || 1) {
      if (!this._map || !this._container || !this._map.getSize().x || !this._map.getSize().y) return;
      Renderer.prototype._update.call(this);
      this._size = this._map.getSize();
      this._origin = this._map.getPixelOrigin();
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      L.DomUtil.setPosition(this._container, min);
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      const corner = min.add(this._map.getPixelOrigin());
      draw(this._context, { zoom: this._map.getZoom(), corner, size, ratio, layerCorner: min });
    },
  });
  const Layer = Renderer.extend(methods);
  return (map) => {
    const { style } = map.createPane(pane);
    style.zIndex = String(zIndex);
    style.pointerEvents = "none";
    return new Layer().addTo(map);
  };
}

/** @type {(map: L.Map, margin?: number) => L.Bounds} */
function viewBounds(map, margin = 0) {
  const size = map.getSize();
  const min = map.containerPointToLayerPoint(size.multiplyBy(-margin)).round();
  return L.bounds(min, min.add(size.multiplyBy(1 + 2 * margin)).round());
}
