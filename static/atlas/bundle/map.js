// Derived from the modules beside this folder by `make bundle`; do not edit.
const m_data = (() => {
// Turns the basemap's GeoJSON into canvas paths in Mercator pixels, cut into pieces with boxes.

/** Zoom at which the paths' unit is one pixel; a canvas scales from there. */
const BASE_ZOOM = 5;
const WORLD = 256 * 2 ** BASE_ZOOM;
const LINE_PIECE = 96; // points a piece: small ones are skipped when out of view
const MAX_LATITUDE = 85.05;

/** [x, y] in base pixels of a [longitude, latitude] in degrees. */
function project([lon, lat]) {
  const sin = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
}

/** Prepare one basemap file for drawing: lists of {path, box, properties}. */
function prepare(file) {
  const [west, south, east, north] = file.bbox;
  return {
    land: areas(file.land),
    coast: lines(file.coast),
    borders: lines(file.borders),
    rivers: lines(file.rivers),
    lakes: areas(file.lakes),
    disputed: areas(file.disputed),
    region: boxOf([project([west, south]), project([east, north])]),
  };
}

// A polygon's holes go into the path of its outer ring, so that they stay open.
function areas(source) {
  return parts(source).map(({ coordinates, properties }) => {
    const projected = coordinates.map((ring) => ring.map(project));
    const path = new Path2D();
    for (const ring of projected) {
      trace(path, ring);
      path.closePath();
    }
    return { path, box: boxOf(projected[0]), properties, rings: coordinates };
  });
}

function lines(source) {
  return parts(source).flatMap(({ coordinates, properties }) => {
    const projected = coordinates.map(project);
    const found = [];
    for (let i = 0; i < projected.length - 1; i += LINE_PIECE) {
      const piece = projected.slice(i, i + LINE_PIECE + 1);
      const path = new Path2D();
      trace(path, piece);
      found.push({ path, box: boxOf(piece), properties });
    }
    return found;
  });
}

function trace(path, points) {
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
}

// The single polygons or lines of a geometry or a FeatureCollection.
function parts(source) {
  const features = source?.features ?? (source ? [{ geometry: source, properties: {} }] : []);
  return features.flatMap(({ geometry, properties }) => {
    const many = geometry.type.startsWith("Multi") ? geometry.coordinates : [geometry.coordinates];
    return many.map((coordinates) => ({ coordinates, properties }));
  });
}

function boxOf(points) {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of points) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

/** Whether two boxes have something in common. */
function meets(a, b) {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}
return { BASE_ZOOM, project, prepare, meets };
})();

const m_canvas_layer = (() => {
// A canvas that pans and zooms with the map and is redrawn when the reader nears its edge.

const PADDING = 0.35;

/**
 * Make the layer class. Leaflet's `L.Renderer` moves and scales the canvas while the map zooms; we
 * only draw. A factory, as `L` is a global that exists when the map does.
 */
function makeCanvasLayer({ pane, zIndex, draw }) {
  const Layer = L.Renderer.extend({
    options: { pane, padding: PADDING },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._onMove };
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

    redraw() {
      if (!this._map || !this._container || !this._map.getSize().x || !this._map.getSize().y) return;
      L.Renderer.prototype._update.call(this);
      this._size = this._map.getSize();
      this._origin = this._map.getPixelOrigin();
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, min);
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      const corner = min.add(this._map.getPixelOrigin());
      draw(this._context, { zoom: this._map.getZoom(), corner, size, ratio, layerCorner: min });
    },
  });
  return (map) => {
    map.createPane(pane).style.zIndex = zIndex;
    map.getPane(pane).style.pointerEvents = "none";
    return new Layer().addTo(map);
  };
}

function viewBounds(map, margin = 0) {
  const size = map.getSize();
  const min = map.containerPointToLayerPoint(size.multiplyBy(-margin)).round();
  return L.bounds(min, min.add(size.multiplyBy(1 + 2 * margin)).round());
}
return { makeCanvasLayer };
})();

const m_credits = (() => {
// The map's credits: whose data the background is, told once each.

/** Credit a source once, as plain text. */
function credit(attribution, text) {
  const credits = (attribution.credits ??= []);
  if (credits.includes(text)) return;
  credits.push(text);
  const plain = document.createElement("span");
  plain.textContent = credits.join(" ");
  attribution.setPrefix(plain.innerHTML);
}
return { credit };
})();

const m_draw = (() => {
// Draws prepared basemap data on a canvas: land, coast, water, borders by rank, disputed areas.

const { BASE_ZOOM, meets } = m_data;

/** Zoom from which a kind of line is drawn, and its width and dashes in pixels. */
const BORDERS = {
  admin1: { from: 4.75, width: 0.8, dash: [], colour: "--admin", casing: 0, fades: true },
  international: { from: 0, width: 1.1, dash: [], colour: "--border", casing: 4 },
  disputed: { from: 0, width: 1.2, dash: [5, 3.5], colour: "--border", casing: 4 },
  "line-of-control": { from: 0, width: 1.6, dash: [0.1, 3.6], colour: "--border", casing: 4 },
};
const FADE = 80; // base pixels, 3.5 degrees
const RIVER_FROM = [0, 3, 4, 4.5, 5, 5.5, 6, 6.5];

/**
 * Draw the basemap.
 * @param {CanvasRenderingContext2D} context
 * @param {{zoom, corner: L.Point, size: L.Point, ratio: number}} frame what part of the world
 * @param {{world: object, focus: object|null}} data prepared files; focus is drawn inside its
 *   region instead of the world's
 * @param {function(string): string} colour the value of a colour variable
 */
function drawBasemap(context, frame, { world, focus }, colour) {
  const scale = 2 ** (frame.zoom - BASE_ZOOM);
  const see = viewBox(frame, scale);
  const pen = { context, frame, scale, see, colour };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const detail = focus && meets(focus.region, see) ? focus : null;
  if (!detail || !within(see, detail.region)) clipped(pen, detail?.region, true, (outside) => paint(outside, world));
  if (detail) clipped({ ...pen, edge: detail.region }, detail.region, false, (inside) => paint(inside, detail));
}

function viewBox({ corner, size }, scale) {
  return {
    minX: corner.x / scale,
    minY: corner.y / scale,
    maxX: (corner.x + size.x) / scale,
    maxY: (corner.y + size.y) / scale,
  };
}

function within(inner, outer) {
  return inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;
}

function clipped(pen, region, outside, act) {
  const { context, frame, scale } = pen;
  const unit = scale * frame.ratio;
  context.save();
  context.setTransform(unit, 0, 0, unit, -frame.corner.x * frame.ratio, -frame.corner.y * frame.ratio);
  if (region) {
    context.beginPath();
    if (outside) context.rect(pen.see.minX, pen.see.minY, pen.see.maxX - pen.see.minX, pen.see.maxY - pen.see.minY);
    context.rect(region.minX, region.minY, region.maxX - region.minX, region.maxY - region.minY);
    context.clip("evenodd");
  }
  act(pen);
  context.restore();
}

function paint(pen, data) {
  const seen = (list) => list.filter(({ box }) => meets(box, pen.see));
  const land = seen(data.land);
  const coast = seen(data.coast);
  for (const [width, colour] of [
    [14, "--shelf-1"],
    [7, "--shelf-2"],
    [3, "--shelf-3"],
  ]) {
    stroke(pen, coast, { width, colour });
  }
  fill(pen, land, pen.colour("--land"));
  stroke(pen, coast, { width: 0.9, colour: "--coast" });
  drawRivers(pen, seen(data.rivers));
  const lakes = seen(data.lakes).filter(({ box }) => (box.maxX - box.minX) * pen.scale > 2.5);
  fill(pen, lakes, pen.colour("--water"));
  stroke(pen, lakes, { width: 0.8, colour: "--coast" });
  fill(pen, seen(data.disputed), hatching(pen));
  drawBorders(pen, seen(data.borders));
}

function fill({ context }, list, style) {
  context.fillStyle = style;
  for (const { path } of list) context.fill(path);
}

function stroke(pen, list, { width, colour, dash = [], fades = false }) {
  const { context, scale, colour: value, edge } = pen;
  context.lineWidth = width / scale;
  context.strokeStyle = value(colour);
  context.lineJoin = "round";
  context.lineCap = dash.length ? "round" : "butt";
  context.setLineDash(dash.map((part) => part / scale));
  for (const { path, box } of list) {
    if (fades && edge) context.globalAlpha = nearness(box, edge);
    context.stroke(path);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

// Lines that only the detailed file has fade out towards its edge instead of breaking off.
function nearness(box, edge) {
  const away = Math.min(box.minX - edge.minX, edge.maxX - box.maxX, box.minY - edge.minY, edge.maxY - box.maxY);
  return Math.max(0, Math.min(1, away / FADE));
}

function drawRivers(pen, rivers) {
  const { zoom } = pen.frame;
  RIVER_FROM.forEach((from, rank) => {
    if (zoom < from) return;
    const list = rivers.filter(({ properties }) => Math.min(properties.rank ?? 5, 7) === rank);
    const width = Math.min(2.2, Math.max(0.6, 1.5 - rank * 0.16 + (zoom - 5) * 0.2));
    stroke(pen, list, { width, colour: "--river", fades: rank > 1 });
  });
}

function drawBorders(pen, borders) {
  for (const [kind, look] of Object.entries(BORDERS)) {
    if (pen.frame.zoom < look.from) continue;
    const list = borders.filter(({ properties }) => properties.kind === kind);
    if (look.casing) stroke(pen, list, { width: look.casing, colour: "--border-casing" });
    stroke(pen, list, look);
  }
}

// Slanted lines that keep their width at every zoom: the pattern undoes the canvas's scale.
function hatching({ context, frame, scale, colour }) {
  const side = 8;
  const pixels = Math.max(1, Math.round(side * frame.ratio)); // zoomed far out, a page's ratio is tiny
  const tile = new OffscreenCanvas(pixels, pixels);
  const draw = tile.getContext("2d");
  draw.scale(pixels / side, pixels / side);
  draw.strokeStyle = colour("--hatch");
  draw.lineWidth = 1.1;
  draw.beginPath();
  for (const shift of [-side, 0, side]) {
    draw.moveTo(shift - 1, side + 1);
    draw.lineTo(shift + side + 1, -1);
  }
  draw.stroke();
  const pattern = context.createPattern(tile, "repeat");
  const unit = side / (scale * pixels);
  pattern.setTransform(new DOMMatrix([unit, 0, 0, unit, 0, 0]));
  return pattern;
}
return { drawBasemap };
})();

const m_texts = (() => {
// The map's own words, in one place, so that an edition in another language can replace them.

/** Words shown in the frame; `{n}` style gaps are filled by `say`. */
const TEXTS = {
  region:
    "Map of the places that the article names. Arrow keys move it, plus and minus zoom. "
    + "Every place is also a button in the text and a row of the page Places.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  home: "Show the whole article’s places",
  credits: "Sources of the map",
  twoFingers: "Use two fingers to move the map",
  ctrlWheel: "Hold Ctrl (⌘ on a Mac) and scroll to zoom the map",
  inferred: "inferred",
  schematic: "Schematic, not a path.",
  leg: "{number} of {count}: {verb}",
  administered: "administered by {by}",
  claimed: "claimed by {by}",
  noOpinion: "A boundary drawn here is no opinion.",
  basemapFault: "The background map could not be loaded. The places are drawn without it.",
  detailFault: "The detailed background map could not be loaded.",
  labelsFault: "The names on the background map could not be loaded.",
  pictureFault: "The picture of the map could not be made.",
  tilesFault: "The map tiles from the internet could not be loaded.",
  precision: {
    exact: "exact point",
    administrative: "administrative area",
    approximate: "somewhere in this area; the text is no more exact",
  },
};

/** Fill the gaps of a text: say("claimed by {by}", {by: "India"}). */
function say(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

/** The `dir` of a text, by its letters. */
function direction(text) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text) ? "rtl" : "ltr";
}

/** Whether a text's letters may be set apart: other scripts join theirs. */
function maySpread(text) {
  return !/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
return { TEXTS, say, direction, maySpread };
})();

const m_names = (() => {
// Writes the basemap's own names: cities, countries, provinces and waters, without collisions.

const { direction, maySpread } = m_texts;

const SERIF = "Georgia, 'Times New Roman', serif";
const GAP = 4;
const LINE_STEP = 1.15; // of the size of the letters

/** How each kind is written; `size` takes the name's rank (1 is the most important) and the zoom. */
const KINDS = {
  country: {
    size: (rank, zoom) => clamp(15 - rank * 0.9 + (zoom - 4) * 0.9, 10, 17),
    font: (size, sans) => `600 ${size}px ${sans}`,
    spacing: 2.2,
    upper: true,
    colour: "--name-country",
  },
  city: {
    size: (rank, zoom) => clamp(13 - rank * 0.45 + (zoom - 5) * 0.35, 10.5, 14),
    font: (size, sans, { capital }) => `${capital ? 600 : 400} ${size}px ${sans}`,
    spacing: 0,
    dot: true,
    colour: "--name-city",
  },
  admin1: {
    size: () => 10.5,
    font: (size, sans) => `500 ${size}px ${sans}`,
    spacing: 1.4,
    upper: true,
    colour: "--name-admin",
  },
  water: {
    size: (rank, zoom) => clamp(13.5 - rank * 0.5 + (zoom - 4) * 0.6, 10.5, 17),
    font: (size) => `italic 400 ${size}px ${SERIF}`,
    spacing: 0.8,
    colour: "--name-water",
  },
};
const ORDER = { country: 0, water: 1, city: 1, admin1: 2 };

/**
 * Write the names that there is room for.
 * @param {CanvasRenderingContext2D} context
 * @param {object} frame see drawBasemap, with `layerCorner`
 * @param {object[]} names entries of labels.json, each with `at`, its base pixels
 * @param {{taken: object[], hidden: Set<string>, language: string, colour: function}} around boxes
 *   (in layer pixels) that stay free, and names already written as places
 */
function drawNames(context, frame, names, around) {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.clearRect(0, 0, frame.size.x, frame.size.y);
  const { layerCorner } = frame;
  const taken = around.taken.map(({ x, y, w, h }) => ({ x: x - layerCorner.x, y: y - layerCorner.y, w, h }));
  for (const name of names) {
    if (name.min_zoom > frame.zoom || around.hidden.has(name.name.toLowerCase())) continue;
    write(context, frame, name, taken, around);
  }
}

/** Sort names so that the important ones choose their room first. */
function byImportance(a, b) {
  return (
    ORDER[a.kind] - ORDER[b.kind] || Number(b.capital) - Number(a.capital) || a.rank - b.rank || a.min_zoom - b.min_zoom
  );
}

function write(context, frame, name, taken, { language, colour }) {
  const x = name.at[0] * 2 ** frame.zoom - frame.corner.x;
  const y = name.at[1] * 2 ** frame.zoom - frame.corner.y;
  if (x < -100 || y < -40 || x > frame.size.x + 100 || y > frame.size.y + 40) return;
  const look = KINDS[name.kind];
  const size = look.size(name.rank, frame.zoom);
  context.font = look.font(size, colour("--sans"), name);
  const lines = linesOf(name, look, language);
  const width = Math.max(...lines.map((line) => lineWidth(context, line)));
  const height = size * (1 + LINE_STEP * (lines.length - 1));
  const spot = spots(look, x, y, width, height, size).find((box) => !taken.some((other) => hit(box, other)));
  if (!spot) return;
  taken.push(spot);
  if (look.dot) drawDot(context, x, y, name, colour);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colour(name.kind === "water" ? "--halo-water" : "--halo");
  context.fillStyle = colour(look.colour);
  lines.forEach((line, index) => {
    const cy = spot.cy + (index - (lines.length - 1) / 2) * LINE_STEP * size;
    prepareLine(context, line);
    context.strokeText(line.text, spot.cx, cy);
    context.fillText(line.text, spot.cx, cy);
  });
}

// As the article's readers know the name, and below it in another language where it has one.
function linesOf({ name, names }, { upper, spacing }, language) {
  const cased = (text, locale) => (upper ? text.toLocaleUpperCase(locale) : text);
  const own = language === "en" ? name : (names[language] ?? name);
  const texts = own === name ? [cased(name, "en")] : [cased(name, "en"), cased(own, language)];
  return texts.map((text) => ({ text, spacing: maySpread(text) ? spacing : 0 }));
}

function prepareLine(context, { text, spacing }) {
  context.letterSpacing = `${spacing}px`;
  context.direction = direction(text);
}

function lineWidth(context, line) {
  prepareLine(context, line);
  return context.measureText(line.text).width;
}

function spots(look, x, y, width, height, size) {
  const aside = 5 + width / 2;
  const above = (height + size) / 2;
  const shifts = look.dot
    ? [
        [aside, 0],
        [-aside, 0],
        [0, -above],
        [0, above],
      ]
    : [
        [0, 0],
        [0, size],
        [0, -size],
      ]; // an area's name may stand a line higher or lower
  return shifts.map(([dx, dy]) => ({
    cx: x + dx,
    cy: y + dy,
    x: x + dx - width / 2 - 1,
    y: y + dy - height / 2,
    w: width + 2,
    h: height,
  }));
}

function drawDot(context, x, y, { capital, rank }, colour) {
  const radius = capital ? 2.8 : rank <= 3 ? 2.2 : 1.7;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = colour(capital ? "--halo" : "--name-city");
  context.strokeStyle = colour(capital ? "--name-city" : "--halo");
  context.lineWidth = capital ? 1.6 : 1;
  context.fill();
  context.stroke();
}

function hit(a, b) {
  return a.x < b.x + b.w + GAP && a.x + a.w + GAP > b.x && a.y < b.y + b.h + 2 && a.y + a.h + 2 > b.y;
}

function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
return { drawNames, byImportance };
})();

const m_basemap = (() => {
// The map below the places: fetched after they are drawn, finer where the reader looks closely.

const { BASE_ZOOM, prepare, project } = m_data;
const { makeCanvasLayer } = m_canvas_layer;
const { credit } = m_credits;
const { drawBasemap } = m_draw;
const { byImportance, drawNames } = m_names;
const { TEXTS } = m_texts;

const FOCUS_FROM = 5;

/**
 * Make the basemap; nothing is fetched before `load`.
 * @param {{map, labels, assets: string, attribution, fault: function}} parts
 */
function makeBasemap({ map, labels, assets, attribution, fault }) {
  const data = { world: null, focus: null, names: [] };
  let language = "en";
  let asked = false;
  let colours = readColours(map);
  const colour = (name) => colours.getPropertyValue(name).trim();

  const ground = makeCanvasLayer({
    pane: "atlas-basemap",
    zIndex: 200,
    draw: (context, frame) => {
      const focus = frame.zoom >= FOCUS_FROM ? data.focus : null;
      if (data.world) drawBasemap(context, frame, { world: data.world, focus }, colour);
    },
  })(map);
  const names = makeCanvasLayer({
    pane: "atlas-names",
    zIndex: 600,
    draw: (context, frame) =>
      drawNames(context, frame, data.names, {
        taken: labels.boxes(),
        language,
        colour,
        hidden: new Set(labels.shown().map((title) => title.toLowerCase())),
      }),
  })(map);

  const fetchFocus = () => {
    if (asked || map.getZoom() < FOCUS_FROM) return;
    asked = true;
    load("focus.json", TEXTS.detailFault, (file) => {
      data.focus = prepare(file);
      ground.redraw();
    });
  };
  map.on("zoomend", fetchFocus);

  async function load(name, failure, use) {
    const file = await read(`${assets}basemap/${name}`).catch((error) => {
      console.warn(error);
      fault(failure);
    });
    if (file) use(file);
  }

  return {
    /** Fetch everything; settles when the names are there, or are known not to come. */
    load() {
      load("world.json", TEXTS.basemapFault, (file) => {
        data.world = prepare(file);
        credit(attribution, file.attribution);
        ground.redraw();
        fetchFocus();
      });
      return load("labels.json", TEXTS.labelsFault, (list) => {
        data.names = list.map((name) => ({ ...name, at: unitAt(name) })).sort(byImportance);
        labels.lay();
        names.redraw();
      });
    },
    recolour() {
      colours = readColours(map);
      ground.redraw();
      names.redraw();
    },
    /** Write the names in this language too, from the next drawing on. */
    rename(code) {
      language = code;
    },
    /** Where the capitals stand that are named at this zoom, in layer pixels. */
    capitals: () =>
      data.names
        .filter((name) => name.capital && name.min_zoom <= map.getZoom())
        .map(({ lat, lon }) => map.latLngToLayerPoint([lat, lon])),
    redrawNames: () => names.redraw(),
    disputed: () => (data.focus ?? data.world)?.disputed ?? [],
  };
}

async function read(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function unitAt({ lon, lat }) {
  return project([lon, lat]).map((value) => value / 2 ** BASE_ZOOM);
}

function readColours(map) {
  return window.getComputedStyle(map.getContainer());
}
return { makeBasemap };
})();

const m_controls = (() => {
// The map's furniture: zoom and home buttons, scale bar, attribution, and the notice of a fault.

const { TEXTS } = m_texts;

const ICONS = {
  in: "M12 5v14M5 12h14",
  out: "M5 12h14",
  info: "M12 11v6M12 7v.5M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z",
  home: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
};

/** Add buttons and scale; `goHome` shows the whole article. Returns the attribution control. */
function addControls(map, goHome) {
  const bar = L.control({ position: "topright" });
  bar.onAdd = () => {
    const box = L.DomUtil.create("div", "atlas-buttons leaflet-bar");
    const zoomIn = button(TEXTS.zoomIn, ICONS.in, () => map.zoomIn());
    const zoomOut = button(TEXTS.zoomOut, ICONS.out, () => map.zoomOut());
    box.append(zoomIn, zoomOut, button(TEXTS.home, ICONS.home, goHome));
    const update = () => {
      zoomIn.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
      zoomOut.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
    };
    map.on("zoomend", update);
    update();
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  bar.addTo(map);
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
  const attribution = L.control.attribution({ prefix: false, position: "bottomright" }).addTo(map);
  foldOnPhones(attribution.getContainer());
  return attribution;
}

// On a phone the credits would cover the map: a button unfolds them.
function foldOnPhones(container) {
  const opener = button(TEXTS.credits, ICONS.info, () => {
    const open = container.classList.toggle("is-open");
    opener.setAttribute("aria-expanded", String(open));
  });
  opener.className = "atlas-credits";
  opener.setAttribute("aria-expanded", "false");
  L.DomEvent.disableClickPropagation(opener);
  container.before(opener);
}

function button(label, icon, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${icon}"/></svg>`;
  made.addEventListener("click", act);
  return made;
}

/** Say in the frame and to the page that something is missing; the rest stays. */
function makeNotice(send) {
  return (message) => {
    if (window.atlasFault) window.atlasFault(message);
    else send("fault", { message });
  };
}
return { addControls, makeNotice };
})();

const m_geometry = (() => {
// Whether a point lies in a polygon, in degrees; the same answer for clicks, labels and notes.

/**
 * Where a parallel crosses the outlines of a polygon.
 * @param {object} geometry a GeoJSON Polygon or MultiPolygon, WGS 84
 * @param {number} lat latitude in degrees
 * @returns {number[]} longitudes in degrees, for `between`
 */
function crossings(geometry, lat) {
  if (geometry.type === "Polygon") return crossed(geometry.coordinates, lat);
  return geometry.type === "MultiPolygon" ? crossed(geometry.coordinates.flat(), lat) : [];
}

/** Whether a longitude lies inside, given the crossings of its parallel. */
function between(longitudes, lon) {
  return longitudes.filter((crossing) => crossing > lon).length % 2 === 1;
}

/** Whether a point lies in a polygon. */
function contains(geometry, lon, lat) {
  return between(crossings(geometry, lat), lon);
}

function crossed(rings, lat) {
  const found = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const y1 = ring[i - 1][1];
      const y2 = ring[i][1];
      if (y1 > lat === y2 > lat) continue;
      const x1 = ring[i - 1][0];
      found.push(((ring[i][0] - x1) * (lat - y1)) / (y2 - y1) + x1);
    }
  }
  return found;
}
return { crossings, between, contains };
})();

const m_disputed = (() => {
// What the map says of a disputed area under the pointer: who administers it and who claims it.

const { project } = m_data;
const { contains } = m_geometry;
const { TEXTS, say } = m_texts;

/** Show a note while the pointer rests on a disputed area; `areas` gives the prepared areas. */
function noteDisputes(map, areas) {
  const box = document.createElement("div");
  box.className = "atlas-dispute";
  box.hidden = true;
  map.getContainer().append(box);
  let shown = null;

  return (latlng) => {
    const found = latlng ? areaAt(areas(), latlng) : null;
    const id = found?.properties.id ?? null;
    if (id === shown) return;
    shown = id;
    box.hidden = !found;
    box.replaceChildren(...(found ? note(found.properties) : []));
  };
}

function note({ title, administered_by: by, claimed_by: claim, note: words }) {
  const head = document.createElement("strong");
  head.textContent = title;
  const status = [by && say(TEXTS.administered, { by }), claim && say(TEXTS.claimed, { by: claim })];
  const rest = document.createElement("span");
  rest.textContent = [sentence(status.filter(Boolean).join("; ")), words, TEXTS.noOpinion].filter(Boolean).join(" ");
  return [head, " ", rest];
}

function sentence(text) {
  return text ? `${text[0].toUpperCase()}${text.slice(1)}.` : "";
}

function areaAt(areas, { lat, lng }) {
  const [x, y] = project([lng, lat]);
  return areas.find(
    ({ box, rings }) =>
      x >= box.minX
      && x <= box.maxX
      && y >= box.minY
      && y <= box.maxY
      && contains({ type: "Polygon", coordinates: rings }, lng, lat),
  );
}
return { noteDisputes };
})();

const m_font = (() => {
// The map's font: it comes after the places, and whatever comes late is taken up.

const FACES = ['650 13px "Atlas Sans"', 'italic 600 13px "Atlas Sans"'];

/**
 * Dress the map in its font; settles when names can be written in it, or never will.
 * @param {HTMLElement} container
 * @param {function(): void} late called when more of the font has come: names have other sizes then
 */
async function dress(container, late) {
  container.classList.add("is-dressed");
  document.fonts.addEventListener("loadingdone", late);
  await Promise.all(FACES.map((face) => document.fonts.load(face))).catch((error) => console.warn(error));
}
return { dress };
})();

const m_gestures = (() => {
// Who scrolls what: one finger scrolls the page, two move the map; framed elsewhere, Ctrl + wheel.

const { TEXTS } = m_texts;

const HINT_MS = 1400;
const HINT_AFTER_PX = 18;

/** Set the map's gestures; `embedded` is whether the app stands inside somebody else's page. */
function setGestures(map, embedded) {
  const container = map.getContainer();
  const hint = makeHint(container);
  const options = { capture: true, passive: true };
  container.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      if (pointerType === "touch") map.dragging.disable();
      else map.dragging.enable();
    },
    options,
  );
  hintOnOneFinger(container, hint, options);
  if (embedded) wheelNeedsCtrl(map, hint, options);
}

function hintOnOneFinger(container, hint, options) {
  let start = null;
  container.addEventListener(
    "touchstart",
    ({ touches }) => {
      start = touches.length === 1 ? touches[0] : null;
      if (!start) hint.hide();
    },
    options,
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (!start || touches.length !== 1) return;
      const [now] = touches;
      const moved = Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY);
      if (moved > HINT_AFTER_PX) hint.show(TEXTS.twoFingers);
    },
    options,
  );
}

function wheelNeedsCtrl(map, hint, options) {
  map.getContainer().addEventListener(
    "wheel",
    ({ ctrlKey, metaKey }) => {
      if (ctrlKey || metaKey) {
        map.scrollWheelZoom.enable();
      } else {
        map.scrollWheelZoom.disable();
        hint.show(TEXTS.ctrlWheel);
      }
    },
    options,
  );
}

function makeHint(container) {
  const box = document.createElement("div");
  box.className = "atlas-hint";
  box.setAttribute("aria-hidden", "true");
  container.append(box);
  let timer = 0;
  return {
    show(text) {
      box.textContent = text;
      box.classList.add("is-shown");
      window.clearTimeout(timer);
      timer = window.setTimeout(() => box.classList.remove("is-shown"), HINT_MS);
    },
    hide: () => box.classList.remove("is-shown"),
  };
}

/** Whether the page around the frame was opened to be embedded (`?embed=true`). */
function isEmbedded() {
  try {
    return new URLSearchParams(window.parent.location.search).get("embed") === "true";
  } catch {
    return true; // a page on another host surrounds us
  }
}
return { setGestures, isEmbedded };
})();

const m_label = (() => {
// One place's label on the map: its name, its badges, and the line that ties it to its place.

const { TEXTS } = m_texts;

/** The pane that holds the labels. */
const PANE = "atlas-labels";

/** Make the label of one place and put it on the map. */
function makeLabel(map, place) {
  const { id, info } = place;
  const root = document.createElement("div");
  root.innerHTML =
    '<svg class="leader" aria-hidden="true" focusable="false"><line/></svg>'
    + '<div class="label"><span class="label-name"></span><span class="label-also" dir="auto"></span>'
    + '<span class="label-badges"></span></div>';
  const box = root.querySelector(".label");
  box.dataset.labelFor = id;
  box.classList.add(`precision-${info.precision}`, `basis-${info.basis}`, `class-${info.class}`);
  box.title = [TEXTS.precision[info.precision], info.basis === "inferred" ? TEXTS.inferred : ""]
    .filter(Boolean)
    .join(", ");
  const icon = L.divIcon({ className: "label-root", html: root, iconSize: [0, 0] });
  const at = [info.label[1], info.label[0]];
  const marker = L.marker(at, { icon, pane: PANE, interactive: false, keyboard: false }).addTo(map);
  return {
    id,
    info,
    place,
    marker,
    box,
    root,
    on: true,
    language: "",
    badges: null,
    size: null,
    name: root.querySelector(".label-name"),
    also: root.querySelector(".label-also"),
    row: root.querySelector(".label-badges"),
    line: root.querySelector("line"),
  };
}

/** Show a label or hide it. Returns whether that changed anything, as the next two do. */
function show(label, on) {
  if (label.on === on) return false;
  label.on = on;
  label.root.hidden = !on;
  return true;
}

/** Write a label's name as the text's readers know it, and below it in another language where it has one. */
function write(label, language) {
  if (label.language === language) return false;
  label.language = language;
  const { title, basis, names } = label.info;
  label.name.textContent = title;
  if (basis === "inferred" && !title.includes(TEXTS.inferred)) {
    label.name.insertAdjacentHTML("beforeend", ` <i class="label-basis">${TEXTS.inferred}</i>`);
  }
  const own = language === "en" ? "" : (names[language] ?? "");
  label.also.textContent = own === title ? "" : own;
  label.also.lang = language;
  label.size = null;
  return true;
}

/** Set the badges of a label to the themes with these ids. */
function setBadges(label, ids, shapes) {
  const wanted = ids.filter((id) => shapes.has(id)).join(" ");
  if (label.badges === wanted) return false;
  label.badges = wanted;
  label.row.replaceChildren(
    ...wanted
      .split(" ")
      .filter(Boolean)
      .map((id) => badge(shapes.get(id))),
  );
  label.size = null;
  return true;
}

function badge(theme) {
  const span = document.createElement("span");
  span.className = "badge";
  span.title = theme.title;
  span.dataset.theme = theme.id;
  span.style.setProperty("--light", theme.colour);
  span.style.setProperty("--dark", theme.colour_dark);
  span.innerHTML = '<svg viewBox="-1 -1 26 26" aria-hidden="true" focusable="false"><path/></svg>';
  span.querySelector("path").setAttribute("d", theme.path);
  return span;
}
return { PANE, makeLabel, show, write, setBadges };
})();

const m_placing = (() => {
// Finds room for labels: a pure function from sizes and possible spots to positions.

const OVERLAP = 0.6; // cost of a square pixel of overlap with another label
const COVER = 0.5; // …with a place's dot
const OUTSIDE = 0.3; // …outside the view
const GAP_PX = 3;
const TRIES = 200;
const TRIED_SPOTS = 40; // a label tries one of its cheapest spots
const SLACK = 30; // how much dearer a try may leave the whole: less and less, in the end nothing
const ROUNDS = 4;
const MOST_MOVED = 6;

/**
 * Place labels near their anchors without overlaps, as far as there is room.
 *
 * Each label takes its best spot given the others. Then, again and again, one label tries another of
 * its spots and those that it would cover look for theirs anew; what is cheaper on the whole is kept,
 * at first also what is a little dearer. The same input gives the same result.
 * @param {{id: string, w: number, h: number, spots: {x, y, cost}[]}[]} items sizes in pixels and
 *   possible middles, each with its own cost
 * @param {{x, y, w, h}[]} obstacles boxes better left free
 * @param {{x, y, w, h}} view the part of the map in view
 * @returns {Map<string, {x, y, w, h, spot: object}>} boxes by id; x and y are their top left corners
 */
function placeLabels(items, obstacles, view) {
  const choices = items.map((item) => priced(item, obstacles, view));
  const found = search(choices);
  return new Map(items.map(({ id }, i) => [id, found[i]]));
}

// The spots as boxes by rising cost, with what does not depend on the other labels added up.
function priced({ w, h, spots }, obstacles, view) {
  return spots
    .map((spot) => {
      const box = { x: spot.x - w / 2, y: spot.y - h / 2, w, h, spot };
      const hidden = obstacles.reduce((sum, other) => sum + overlap(box, other, 1), 0);
      const outside = w * h - overlap(box, view, 0);
      return { ...box, cost: spot.cost + COVER * hidden + OUTSIDE * outside };
    })
    .sort((a, b) => a.cost - b.cost);
}

function search(choices) {
  const random = numbers();
  let now = settled(
    choices,
    choices.map(([first]) => first),
  );
  let price = total(now);
  let best = { taken: now, price };
  for (let tries = 0; tries < TRIES && choices.length > 1; tries += 1) {
    const own = random(choices.length);
    const box = choices[own][random(Math.min(TRIED_SPOTS, choices[own].length))];
    const next = nudged(choices, now, own, box);
    const sum = total(next);
    if (sum >= price + SLACK * (1 - tries / TRIES)) continue;
    [now, price] = [next, sum];
    if (sum < best.price) best = { taken: next, price: sum };
  }
  return settled(choices, best.taken);
}

// One label in another spot; those that it covers choose again, then those that they cover.
function nudged(choices, before, own, box) {
  const taken = [...before];
  taken[own] = box;
  const waiting = covered(taken, own, []);
  for (let next = 0; next < waiting.length && next < MOST_MOVED; next += 1) {
    const moved = waiting[next];
    const chosen = cheapest(choices[moved], taken, moved);
    if (chosen === taken[moved]) continue;
    taken[moved] = chosen;
    waiting.push(...covered(taken, moved, [own, ...waiting.slice(next + 1)]));
  }
  taken[own] = cheapest(choices[own], taken, own);
  return taken;
}

function covered(taken, own, except) {
  return [...taken.keys()].filter(
    (other) => other !== own && !except.includes(other) && overlap(taken[own], taken[other], GAP_PX) > 0,
  );
}

// Every label chooses in turn until none wants to move.
function settled(choices, start) {
  const taken = [...start];
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    choices.forEach((boxes, i) => {
      const box = cheapest(boxes, taken, i);
      changed ||= box !== taken[i];
      taken[i] = box;
    });
    if (!changed) break;
  }
  return taken;
}

function total(taken) {
  let sum = 0;
  taken.forEach((box, i) => {
    sum += box.cost;
    for (let j = 0; j < i; j += 1) sum += OVERLAP * overlap(box, taken[j], GAP_PX);
  });
  return sum;
}

function cheapest(boxes, taken, own) {
  let chosen = boxes[0];
  let least = Infinity;
  for (const box of boxes) {
    if (box.cost >= least) break;
    let sum = box.cost;
    for (let j = 0; j < taken.length && sum < least; j += 1) {
      if (j !== own) sum += OVERLAP * overlap(box, taken[j], GAP_PX);
    }
    if (sum < least) [least, chosen] = [sum, box];
  }
  return chosen;
}

// A fixed series of numbers, so that the map never flickers; each is below the one asked for.
function numbers() {
  let seed = 7919;
  return (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
}

function overlap(a, b, gap) {
  const width = Math.min(a.x + a.w, b.x + b.w + gap) - Math.max(a.x, b.x - gap);
  if (width <= 0) return 0;
  const height = Math.min(a.y + a.h, b.y + b.h + gap) - Math.max(a.y, b.y - gap);
  return height > 0 ? width * height : 0;
}
return { placeLabels };
})();

const m_room = (() => {
// Whether the frame has room on the screen: a hidden one has none, so nothing can be drawn in it.

/** Whether the map's container has a size now. */
function hasRoom(map) {
  const { clientWidth, clientHeight } = map.getContainer();
  return clientWidth > 0 && clientHeight > 0;
}

/** Call `act(appeared)` when the container has another size, or has a size again (`appeared`). */
function watchRoom(map, act) {
  let had = hasRoom(map);
  new ResizeObserver(() => {
    const has = hasRoom(map);
    const appeared = has && !had;
    had = has;
    if (appeared || (has && isOther(map))) act(appeared);
  }).observe(map.getContainer());
}

function isOther(map) {
  const { clientWidth, clientHeight } = map.getContainer();
  const size = map.getSize();
  return clientWidth !== size.x || clientHeight !== size.y;
}
return { hasRoom, watchRoom };
})();

const m_spots = (() => {
// Where a place's label may stand: beside a dot, inside an area, or off it with a leader line.

const { between, crossings } = m_geometry;

const POINT_GAPS = [11, 18, 30, 46, 66, 90, 118];
const AREA_GAPS = [-8, 6, 20, 38, 60, 86, 116, 150];
const GRID = 7;
const INSIDE_COST = 4;
const GAP_COST = 2; // a pixel of distance
const OFF_COST = 18; // a label off the middle of its area
const LEADER_COST = 30;
const LEADER_FROM_PX = 17;
const FAR_PX = 60; // each pixel costs more than the one before: here twice the first
const COUNTRY_FACTOR = 2; // a country's name over another country misleads

// Unit steps from the anchor; to the right is what readers expect, straight above comes next.
const DIRECTIONS = [
  [1, 0, 0],
  [0, -1, 3],
  [0, 1, 3],
  [-1, 0, 4],
  [1, -0.7, 2],
  [1, 0.7, 2],
  [-1, -0.7, 5],
  [-1, 0.7, 5],
  [0.5, -1, 4],
  [0.5, 1, 4],
  [-0.5, -1, 5],
  [-0.5, 1, 5],
];

/**
 * List the possible middles of a label, with costs in pixels of distance.
 * @param {{x, y, w, h, precision: string}} item the anchor and the label's size
 * @param {object} place from adoptPlaces
 * @param {L.Map} map
 * @param {{x, y, w, h}} view the part of the map in view
 * @returns {{x, y, cost, leader: boolean}[]|null} `leader` is whether a line must tie it to the
 *   anchor; null where neither the anchor nor enough of its area is in view
 */
function labelSpots(item, place, map, view) {
  const point = item.precision === "exact";
  const firm = place.info.class === "country" ? COUNTRY_FACTOR : 1;
  const inside = item.precision === "administrative" ? insideSpots(item, place, map, view) : [];
  if (!inside.length && !holds(view, item)) return null;
  const spots = point ? [] : [{ x: item.x, y: item.y, cost: 0, leader: false }, ...inside];
  for (const gap of point ? POINT_GAPS : AREA_GAPS) {
    for (const [dx, dy, extra] of DIRECTIONS) {
      const leader = gap > LEADER_FROM_PX;
      spots.push({
        x: item.x + dx * (item.w / 2 + gap),
        y: item.y + dy * (item.h / 2 + gap),
        cost: firm * (away(gap) + extra + (point ? 0 : OFF_COST) + (leader ? LEADER_COST : 0)),
        leader,
      });
    }
  }
  return spots;
}

function holds({ x, y, w, h }, point) {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}

// Far away a name is read as that of another place, line or not.
function away(gap) {
  return gap * GAP_COST + (gap * gap) / FAR_PX;
}

// Spots where the name lies within the area's outline, as far as that is in view.
function insideSpots(item, place, map, view) {
  const [west, south, east, north] = place.info.bbox;
  const { min, max } = L.bounds(map.latLngToLayerPoint([north, west]), map.latLngToLayerPoint([south, east]));
  const left = Math.max(min.x, view.x) + item.w / 2;
  const right = Math.min(max.x, view.x + view.w) - item.w / 2;
  const top = Math.max(min.y, view.y) + item.h / 2;
  const bottom = Math.min(max.y, view.y + view.h) - item.h / 2;
  if (left > right || top > bottom) return [];
  const spots = [];
  for (let row = 0; row < GRID; row += 1) {
    const y = top + ((bottom - top) * row) / (GRID - 1);
    const line = crossings(place.layer.feature.geometry, map.layerPointToLatLng([0, y]).lat);
    const isInside = (x) => between(line, map.layerPointToLatLng([x, y]).lng);
    for (let column = 0; column < GRID; column += 1) {
      const x = left + ((right - left) * column) / (GRID - 1);
      if (![x, x - item.w * 0.4, x + item.w * 0.4].every(isInside)) continue;
      const off = Math.hypot(x - item.x, y - item.y);
      spots.push({ x, y, cost: INSIDE_COST + off * 0.12, leader: false });
    }
  }
  return spots;
}
return { labelSpots };
})();

const m_labels = (() => {
// The places' labels: name, badges of the themes that are on, and a leader line where needed.

const { PANE, makeLabel, setBadges, show, write } = m_label;
const { placeLabels } = m_placing;
const { hasRoom } = m_room;
const { labelSpots } = m_spots;

const DOT_PX = 10;
const TOWN_PX = 8;

/**
 * Make the labels of all places. `capitals` gives where the basemap's capitals stand, in layer
 * pixels: labels keep off them, since readers find their way by them.
 * @returns {{start, paint, hover, lay, recover, measure, boxes, box, shown}} there are none before
 *   `start`; `paint` takes the page's state and tells whether to `lay`, which finds new positions;
 *   `recover` does where the view has changed too much for the old ones, `measure` where the font
 *   has; `boxes` gives what other names keep clear of, in layer pixels, `box` the box of one place
 *   or null, `shown` the titles
 */
function makeLabels(map, places, themes, capitals) {
  map.createPane(PANE).style.zIndex = 620;
  const shapes = new Map(themes.map((theme) => [theme.id, theme]));
  const labels = new Map();
  let boxes = [];
  let laid = ""; // which places were in view
  let wanted = null; // what to paint, before there are labels

  const lay = () => {
    // Without room nothing has a size; `measure` follows when there is. Before `start` there is nothing.
    if (!labels.size || !hasRoom(map)) return;
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on);
    fit(on.filter((label) => !label.size));
    const all = on.map((label) => measured(map, label, view));
    const items = all.filter(({ spots }) => spots);
    const dots = items.filter((item) => item.precision === "exact").map((item) => square(item, DOT_PX));
    const towns = capitals().map((at) => square(at, TOWN_PX));
    const found = placeLabels(items, [...dots, ...towns, ...furniture(map, view)], view);
    for (const item of all) position(labels.get(item.id), item, found.get(item.id) ?? atAnchor(item));
    boxes = [...found.values(), ...dots];
    laid = keyOf(items);
  };

  // Whether others than those that were laid have come into view, or the view's edge cuts a label.
  const isStale = () => {
    const view = viewRect(map);
    const on = [...labels.values()].filter((label) => label.on && label.placed);
    if (on.some((label) => !label.size)) return true;
    const items = on.map((label) => measured(map, label, view)).filter(({ spots }) => spots);
    return keyOf(items) !== laid || items.some(({ id }) => !within(labels.get(id).placed, view));
  };

  const paint = ({ visible, badges, selected, language }) => {
    let changed = false;
    for (const label of labels.values()) {
      const on = visible.has(label.id);
      changed = show(label, on) || changed;
      changed = write(label, language) || changed;
      changed = setBadges(label, badges[label.id] ?? [], shapes) || changed;
      label.box.classList.toggle("is-selected", label.id === selected);
      label.marker.setZIndexOffset(label.id === selected ? 10000 : 0);
    }
    return changed;
  };

  return {
    lay,
    start() {
      for (const place of places.values()) labels.set(place.id, makeLabel(map, place));
      if (wanted) paint(wanted);
      lay();
    },
    recover() {
      const stale = hasRoom(map) && isStale();
      if (stale) lay();
      return stale;
    },
    measure() {
      for (const label of labels.values()) label.size = null;
      lay();
    },
    boxes: () => [...boxes, ...furniture(map, viewRect(map))],
    box: (id) => (labels.get(id)?.on && labels.get(id).placed) || null,
    shown: () => [...labels.values()].filter((label) => label.on).map((label) => label.info.title),
    hover(id) {
      for (const label of labels.values()) label.box.classList.toggle("is-hovered", label.id === id);
    },
    paint(state) {
      wanted = state;
      return paint(state);
    },
  };
}

// A label is as wide as its longest line: all are read before any is written, so that the page is
// laid out once.
function fit(labels) {
  for (const { box } of labels) box.style.width = "";
  const sizes = labels.map(({ box, name, also, row }) => {
    const inside = Math.max(...[name, also, row].map(contentWidth));
    const { paddingLeft, paddingRight } = window.getComputedStyle(box);
    return [Math.ceil(inside + parseFloat(paddingLeft) + parseFloat(paddingRight)) + 1, box.offsetHeight];
  });
  labels.forEach((label, i) => {
    label.size = sizes[i];
    label.box.style.width = `${sizes[i][0]}px`;
  });
}

function contentWidth(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}

function measured(map, label, view) {
  const { x, y } = map.latLngToLayerPoint(label.marker.getLatLng());
  const [w, h] = label.size;
  const item = { id: label.id, x, y, w, h, precision: label.info.precision };
  return { ...item, spots: labelSpots(item, label.place, map, view) };
}

const keyOf = (items) => items.map(({ id }) => id).join(" ");

// The label of a place out of view stays where the place is: pulled into view it would name another.
function atAnchor({ x, y, w, h }) {
  return { x: x - w / 2, y: y - h / 2, w, h, spot: { leader: false } };
}

function position(label, item, box) {
  label.placed = box;
  const left = Math.round(box.x - item.x);
  const top = Math.round(box.y - item.y);
  label.box.style.transform = `translate(${left}px, ${top}px)`;
  label.line.parentNode.style.display = box.spot.leader ? "" : "none";
  if (!box.spot.leader) return;
  label.line.setAttribute("x2", Math.max(left, Math.min(0, left + item.w)));
  label.line.setAttribute("y2", Math.max(top, Math.min(0, top + item.h)));
}

// The buttons, the scale and the credits stand over the map, as boxes in layer pixels.
function furniture(map, view) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    return { x: left - frame.left + view.x, y: top - frame.top + view.y, w: width, h: height };
  });
}

function within(box, view) {
  return box.x >= view.x && box.y >= view.y && box.x + box.w <= view.x + view.w && box.y + box.h <= view.y + view.h;
}

function square(item, half) {
  return { x: item.x - half, y: item.y - half, w: 2 * half, h: 2 * half };
}

function viewRect(map) {
  const { min, max } = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  return { x: min.x - origin.x, y: min.y - origin.y, w: max.x - min.x, h: max.y - min.y };
}
return { makeLabels };
})();

const m_messages = (() => {
// How page and map hand each other a message: at once, so that text and map change in the same
// picture. A posted one would wait until the screen has been drawn.

/** Hand a message over to a window of the same origin; it comes as one that was posted would. */
function deliver(target, data) {
  const message = { data, origin: window.origin, source: window };
  return target.dispatchEvent(new target.MessageEvent("message", message));
}
return { deliver };
})();

const m_link = (() => {
// The frame's end of the link with the page: window messages, same origin, both senders checked.

const { deliver } = m_messages;

/**
 * Listen to the page around the frame. A click made before the page has said how to paint is kept
 * and handed over then: no reader is too quick.
 * @param {Object<string, function(object): void>} handlers what to do, by message type
 * @returns {function(string, object=): void} sends a message of a type to the page
 */
function connect(handlers) {
  const page = window.parent;
  if (page === window) return () => {};
  let met = false;
  let early = null;
  window.addEventListener("message", (event) => {
    if (event.source !== page || event.origin !== window.origin) return;
    const message = event.data;
    if (!message || message.atlas !== 1 || !Object.hasOwn(handlers, message.type)) return;
    handlers[message.type](message);
    if (message.type !== "paint") return;
    met = true;
    const click = early;
    early = null; // before it is handed over: the page answers with another paint at once
    if (click) deliver(page, click);
  });
  return (type, fields = {}) => {
    const message = { atlas: 1, type, ...fields };
    if (!met && type === "click") early = message;
    else deliver(page, message);
  };
}
return { connect };
})();

const m_places = (() => {
// The places' SVG paths: takes over what folium has drawn and marks their state with classes.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Take over the layer that folium drew.
 * @returns {Map<string, {id, info, layer, path, edge}>} the places by id, largest first
 */
function adoptPlaces(layer, infos) {
  const known = new Map(infos.map((info) => [info.id, info]));
  const places = new Map();
  layer.eachLayer((drawn) => {
    const id = drawn.feature.id;
    const path = drawn.getElement();
    if (!known.has(id) || !path) return;
    path.id = `atlas-path-${id}`;
    const edge = drawEdge(path);
    places.set(id, { id, info: known.get(id), layer: drawn, path, edge });
  });
  raiseEdges(places);
  return places;
}

// A second drawing of the same path under all the paths: halo, soft edge or ring. It follows the
// path by reference, so there is nothing to keep in step; map.css gives it its looks.
function drawEdge(path) {
  const edge = document.createElementNS(SVG, "use");
  edge.setAttribute("href", `#${path.id}`);
  const kinds = [...path.classList].filter((name) => /^(precision|basis)-/.test(name));
  edge.setAttribute("class", ["place-edge", ...kinds].join(" "));
  return edge;
}

function raiseEdges(places) {
  const first = places.values().next().value;
  if (!first) return;
  const svg = first.path.ownerSVGElement;
  svg.setAttribute("focusable", "false");
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "place-edges");
  for (const { edge } of places.values()) group.append(edge);
  svg.insertBefore(group, svg.firstChild);
}

/** Set one state class on a place's path and edge, or take it off. */
function mark(place, name, on) {
  place.path.classList.toggle(name, on);
  place.edge.classList.toggle(name, on);
}
return { adoptPlaces, mark };
})();

const m_soon = (() => {
// Puts off what need not happen before the reader sees an answer. A page in the background draws no
// frames, so a time-out makes sure that it happens.

const HIDDEN_MS = 120;

/** Run `act` just before the next frame of the screen is drawn, when the page is laid out anyway. */
function soon(act) {
  const run = once(act);
  requestAnimationFrame(run);
  setTimeout(run, HIDDEN_MS);
}

/** Run `act` when the next frame of the screen has been drawn. */
function afterPaint(act) {
  const run = once(act);
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, 4 * HIDDEN_MS);
}

function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
return { soon, afterPaint };
})();

const m_painter = (() => {
// Paints the state that the page sends: whole, idempotent, touching only what has changed.

const { mark } = m_places;
const { soon } = m_soon;

/**
 * Make the painter of one map.
 * @returns {{paint: function(object): void, hasPainted: function(): boolean,
 *   hover: function(string|null): void}} `paint` takes a `paint` message
 */
function makePainter({ container, places, labels, basemap }) {
  let last = {};
  return {
    hasPainted: () => "scheme" in last,
    paint({ visible, badges, selected, scheme, language }) {
      const on = new Set(visible);
      for (const place of places.values()) {
        mark(place, "is-off", !on.has(place.id));
        mark(place, "is-selected", place.id === selected);
      }
      const recolour = scheme !== last.scheme;
      if (recolour) container.dataset.scheme = scheme;
      const moved = labels.paint({ visible: on, badges: badges ?? {}, selected, language });
      const renamed = language !== last.language;
      basemap.rename(language);
      if (recolour) basemap.recolour();
      if (moved || (renamed && !recolour))
        soon(() => {
          // before the picture that shows it, but after the answer
          labels.lay();
          basemap.redrawNames();
        });
      last = { scheme, language };
    },
    hover(id) {
      for (const place of places.values()) mark(place, "is-hovered", place.id === id);
      labels.hover(id);
    },
  };
}
return { makePainter };
})();

const m_foot = (() => {
// The strip below a picture of the map: its title, whose words it draws on, the map's sources.

const SIDE_PX = 12;
const ABOVE_PX = 9;
const BELOW_PX = 9;
const LOOKS = {
  title: { font: "650 15px", line: 20, colour: "--ink" },
  credit: { font: "400 12px", line: 16, colour: "--ink" },
  sources: { font: "400 10.5px", line: 14, colour: "--ink-soft" },
};

/**
 * Break the lines of the strip, and say how high it is.
 * @param {{title: string, credit: string, sources: string}} lines empty ones take no room
 * @param {HTMLElement} container the map's: its font and colours are taken
 * @param {number} width of the picture in CSS pixels
 */
function layFoot(context, lines, container, width) {
  const style = window.getComputedStyle(container);
  const rows = Object.entries(LOOKS).flatMap(([name, look]) => {
    const font = `${look.font} ${style.fontFamily}`;
    context.font = font;
    return broken(context, lines[name], width - 2 * SIDE_PX).map((text) => ({
      text,
      font,
      line: look.line,
      colour: style.getPropertyValue(look.colour),
    }));
  });
  const high = rows.reduce((sum, { line }) => sum + line, 0);
  return {
    rows,
    width,
    height: rows.length ? high + ABOVE_PX + BELOW_PX : 0,
    paper: style.getPropertyValue("--paper"),
    rule: style.getPropertyValue("--rule"),
  };
}

/** Draw the strip from the context's origin downwards. */
function drawFoot(context, { rows, width, height, paper, rule }) {
  if (!height) return;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = rule;
  context.fillRect(0, 0, width, 1);
  Object.assign(context, {
    textAlign: "left",
    textBaseline: "alphabetic",
    letterSpacing: "0px",
    direction: "ltr",
  });
  let y = ABOVE_PX;
  for (const { text, font, line, colour } of rows) {
    Object.assign(context, { font, fillStyle: colour });
    context.fillText(text, SIDE_PX, y + line * 0.74);
    y += line;
  }
}

function broken(context, text, room) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
return { layFoot, drawFoot };
})();

const m_text = (() => {
// Writes a page's text on a canvas where the browser has put it: lines, halo, either direction.

const AWAY = 20000; // a halo alone is drawn by text that stands outside the canvas
const ascents = new Map();

/** Write a text node in the style of the element around it; see drawElement. */
function drawText(context, node, style, ratio) {
  for (const { text, box } of linesOf(node)) write(context, text, box, style, ratio);
}

/** Write the text that the style sheet puts before an element's own. */
function drawTextBefore(context, element, ratio) {
  const style = window.getComputedStyle(element, "::before");
  const text = /^"(.*)"$/.exec(style.content)?.[1];
  const [box] = text ? element.getClientRects() : [];
  if (box) write(context, text, box, style, ratio);
}

function write(context, text, box, style, ratio) {
  setFont(context, style);
  const shown = style.textTransform === "uppercase" ? text.toUpperCase() : text;
  const baseline = box.top + ascentOf(context.font);
  for (const { colour, blur } of shadowsOf(style.textShadow)) {
    context.save();
    context.shadowColor = colour;
    context.shadowBlur = blur * ratio;
    context.shadowOffsetX = AWAY * ratio;
    context.fillStyle = "#000";
    context.fillText(shown, box.left - AWAY, baseline);
    context.restore();
  }
  context.fillStyle = style.color;
  context.fillText(shown, box.left, baseline);
}

// How far below the top of its box a font's baseline lies, as this browser lays it out: on dense
// screens what a canvas says of the font can be a pixel off.
function ascentOf(font) {
  const key = `${window.devicePixelRatio} ${font}`;
  if (ascents.has(key)) return ascents.get(key);
  const line = document.createElement("div");
  line.style.cssText = "position: absolute; visibility: hidden";
  line.style.font = font;
  const foot = document.createElement("i");
  foot.style.cssText = "display: inline-block; width: 0; height: 0";
  line.append("x", foot);
  document.body.append(line);
  ascents.set(key, foot.getBoundingClientRect().bottom - boxOf(line.firstChild, 0, 1).top);
  line.remove();
  return ascents.get(key);
}

function setFont(context, { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing, direction }) {
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  context.letterSpacing = letterSpacing === "normal" ? "0px" : letterSpacing;
  context.direction = direction;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
}

// Computed shadows read "rgb(1, 2, 3) 0px 0px 2px, …"; the last one named lies lowest.
function shadowsOf(value) {
  return [...value.matchAll(/(rgba?\([^)]*\)) \S+ \S+ ([\d.]+)px/g)]
    .map(([, colour, blur]) => ({ colour, blur: Number(blur) }))
    .reverse();
}

// The lines that a text node was broken into, each with its box on the screen.
function linesOf(node) {
  const lines = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    const { top, height } = boxOf(node, index, index + word.length);
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) last.end = index + word.length;
    else if (height) lines.push({ start: index, end: index + word.length, top });
  }
  return lines.map(({ start, end }) => ({
    text: node.data.slice(start, end).replace(/\s+/g, " "),
    box: boxOf(node, start, end),
  }));
}

function boxOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getBoundingClientRect();
}
return { drawText, drawTextBefore };
})();

const m_html = (() => {
// Draws HTML elements on a canvas as the browser shows them: boxes, text, and small SVG drawings.

const { drawText, drawTextBefore } = m_text;

/**
 * Draw an element with all that is in it.
 * @param {CanvasRenderingContext2D} context whose unit is a CSS pixel of the screen
 * @param {Element} element
 * @param {number} ratio canvas pixels a CSS pixel
 * @param {number} alpha the opacity of what is around it
 */
function drawElement(context, element, ratio, alpha = 1) {
  const style = window.getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  const own = alpha * Number(style.opacity);
  context.globalAlpha = own;
  if (element instanceof SVGElement) {
    drawSvg(context, element, own);
  } else {
    drawBox(context, element.getBoundingClientRect(), style);
    drawTextBefore(context, element, ratio);
    for (const child of element.childNodes) {
      context.globalAlpha = own;
      if (child.nodeType === Node.TEXT_NODE) drawText(context, child, style, ratio);
      else drawElement(context, child, ratio, own);
    }
  }
  context.globalAlpha = 1;
}

function drawBox(context, { left, top, width, height }, style) {
  if (!width || !height) return;
  const radius = style.borderTopLeftRadius.endsWith("%") ? width / 2 : parseFloat(style.borderTopLeftRadius) || 0;
  const ring = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow);
  if (ring) {
    const by = Number(ring[2]);
    fillRect(context, ring[1], left - by, top - by, width + 2 * by, height + 2 * by, radius + by);
  }
  fillRect(context, style.backgroundColor, left, top, width, height, radius);
  drawBorders(context, { left, top, width, height, radius }, style);
}

function fillRect(context, colour, left, top, width, height, radius) {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, width, height, radius);
  context.fill();
}

// A border all around follows the corners; a single side is a bar.
function drawBorders(context, { left, top, width, height, radius }, style) {
  const sides = ["Top", "Right", "Bottom", "Left"].map((side) =>
    style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]),
  );
  const [above, right, below, before] = sides;
  if (sides.every((side) => side && side === above)) {
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = above;
    context.beginPath();
    context.roundRect(
      left + above / 2,
      top + above / 2,
      width - above,
      height - above,
      Math.max(0, radius - above / 2),
    );
    context.stroke();
    return;
  }
  const bar = (colour, ...box) => {
    context.fillStyle = colour;
    context.fillRect(...box);
  };
  if (above) bar(style.borderTopColor, left, top, width, above);
  if (right) bar(style.borderRightColor, left + width - right, top, right, height);
  if (below) bar(style.borderBottomColor, left, top + height - below, width, below);
  if (before) bar(style.borderLeftColor, left, top, before, height);
}

function drawSvg(context, element, alpha) {
  for (const shape of element.querySelectorAll("path, line")) {
    const style = window.getComputedStyle(shape);
    const path = shape.matches("line") ? lineOf(shape) : new Path2D(shape.getAttribute("d"));
    const { a, b, c, d, e, f } = shape.getScreenCTM();
    context.save();
    context.transform(a, b, c, d, e, f);
    context.globalAlpha = alpha * Number(style.opacity);
    context.lineWidth = parseFloat(style.strokeWidth);
    context.lineJoin = style.strokeLinejoin;
    context.strokeStyle = style.stroke;
    context.fillStyle = style.fill;
    const stroke = () => style.stroke !== "none" && context.stroke(path);
    if (style.paintOrder.startsWith("stroke")) stroke();
    if (style.fill !== "none") context.fill(path);
    if (!style.paintOrder.startsWith("stroke")) stroke();
    context.restore();
  }
}

function lineOf({ x1, y1, x2, y2 }) {
  const path = new Path2D();
  path.moveTo(x1.baseVal.value, y1.baseVal.value);
  path.lineTo(x2.baseVal.value, y2.baseVal.value);
  return path;
}
return { drawElement };
})();

const m_svg = (() => {
// A pane's SVG as an image that stands alone: its drawing with the style sheets that give its looks.

/**
 * Load the SVG of a pane as an image. It holds no foreign object, so it does not taint a canvas.
 * @param {HTMLElement|undefined} pane
 * @param {HTMLElement} container the map's, whose classes the style sheet's rules begin with
 * @returns {Promise<{image: HTMLImageElement, box: DOMRect}|null>} `box` is where it stands on the
 *   screen; null where the pane has no drawing
 */
async function svgImage(pane, container) {
  const drawn = pane?.querySelector(":scope > svg");
  const box = drawn?.getBoundingClientRect();
  if (!box?.width) return null;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(drawn, box, container))}`;
  await image.decode();
  return { image, box };
}

function alone(drawn, { width, height }, container) {
  const svg = drawn.cloneNode(true);
  svg.removeAttribute("style");
  svg.removeAttribute("class");
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  const style = document.createElementNS(svg.namespaceURI, "style");
  style.textContent = rules();
  const around = document.createElementNS(svg.namespaceURI, "g");
  around.setAttribute("class", container.className);
  around.setAttribute("data-scheme", container.dataset.scheme);
  around.append(...svg.childNodes);
  for (const hidden of around.querySelectorAll(".is-off")) hidden.remove();
  svg.append(style, around);
  return new XMLSerializer().serializeToString(svg);
}

// Rules for the screen's width would be taken for the image's; none of them is about a path.
function rules() {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .map((rule) => rule.cssText)
    .filter((text) => /atlas-map|place|route/.test(text))
    .join("\n");
}
return { svgImage };
})();

const m_picture = (() => {
// The current view as a PNG: basemap, places, names, route and labels as seen, and whose they are.

const { drawFoot, layFoot } = m_foot;
const { drawElement } = m_html;
const { svgImage } = m_svg;
const { hasRoom } = m_room;
const { TEXTS } = m_texts;

const TRIES = 4;

/**
 * Make the answer to a `picture` message. Tiles are left out: they are not ours to pass on.
 * @param {L.Map} map
 * @param {{credits: string[]}} attribution the map's attribution control
 * @returns {function({title, credit}): Promise<{url, width, height}|{error}>} `url` is a `data:`
 *   address of the PNG, `width` and `height` are its pixels
 */
function makePicture(map, attribution) {
  return async ({ title = "", credit = "" }) => {
    try {
      const lines = { title, credit, sources: (attribution.credits ?? []).join(" ") };
      const canvas = await draw(map, lines, TRIES);
      return { url: canvas.toDataURL("image/png"), width: canvas.width, height: canvas.height };
    } catch (error) {
      console.warn(error);
      return { error: TEXTS.pictureFault };
    }
  };
}

// Images take a moment to load; if the map was moved meanwhile they belong to another view.
async function draw(map, lines, tries) {
  if (!hasRoom(map)) throw new Error("the map has no size");
  const container = map.getContainer();
  const before = viewOf(map);
  const [places, route] = await Promise.all(
    ["places", "route"].map((name) => svgImage(map.getPane(`atlas-${name}`), container)),
  );
  if (viewOf(map) !== before || map._animatingZoom) {
    if (!tries) throw new Error("the map does not stand still");
    await new Promise((done) => {
      window.setTimeout(done, 200);
    });
    return draw(map, lines, tries - 1);
  }
  return compose(map, [canvasOf(map, "basemap"), places, canvasOf(map, "names"), route].filter(Boolean), lines);
}

function compose(map, layers, lines) {
  const container = map.getContainer();
  const { left, top, width, height } = container.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const foot = layFoot(context, lines, container, width);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((height + foot.height) * ratio);
  const toMap = () => context.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);

  toMap();
  context.fillStyle = window.getComputedStyle(container).backgroundColor;
  context.fillRect(left, top, width, height);
  for (const { image, box } of layers) {
    context.drawImage(image, box.left, box.top, box.width, box.height);
  }
  for (const element of overlays(map, container)) drawElement(context, element, ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, height * ratio);
  drawFoot(context, foot);
  return canvas;
}

// Its box is worked out, as the browser gives none while tiles stand in for the basemap.
function canvasOf(map, name) {
  const image = map.getPane(`atlas-${name}`).querySelector("canvas");
  if (!image?.width) return null;
  const frame = map.getContainer().getBoundingClientRect();
  const { x, y } = map.layerPointToContainerPoint(L.DomUtil.getPosition(image));
  const [width, height] = [image.style.width, image.style.height].map(parseFloat);
  return { image, box: { left: frame.left + x, top: frame.top + y, width, height } };
}

// What stands over the map as HTML, lowest first; the buttons are for use, and left out.
function overlays(map, container) {
  const labels = [...map.getPane("atlas-labels").children].sort((a, b) => levelOf(a) - levelOf(b));
  return [
    ...(map.getPane("atlas-route")?.querySelectorAll(".route-number") ?? []),
    ...labels,
    ...container.querySelectorAll(".leaflet-control-scale, .route-caption"),
  ];
}

function levelOf(element) {
  return Number(element.style.zIndex) || 0;
}

function viewOf(map) {
  return [map.getCenter(), map.getZoom(), map.getSize(), map.getContainer().dataset.scheme].join(" ");
}
return { makePicture };
})();

const m_hits = (() => {
// Which place is meant by a click or a pointer: the smallest under it, with room for fingers.

const { contains } = m_geometry;

const REACH_PX = { mouse: 8, pen: 12, touch: 22 };
const PART_OF_AREA = 5; // a point in a small area leaves most of it to the area

/**
 * Find the place that an event on the map means.
 * @param {Map} places from adoptPlaces, largest first
 * @param {L.Map} map
 * @param {PointerEvent|MouseEvent} event the browser's own event
 * @returns {string|null} a place id
 */
function placeAt(places, map, event) {
  const named = event.target.closest?.("[data-label-for]");
  if (named) return named.dataset.labelFor;
  const target = [...places.values()].find((place) => place.path === event.target);
  // A scripted click carries no position of its own: the element it was sent to is meant.
  if (target && !event.clientX && !event.clientY) return target.id;
  const point = map.mouseEventToLayerPoint(event);
  const latlng = map.layerPointToLatLng(point);
  if (target && !isPoint(target) && !holds(target, latlng)) return target.id;
  const area = smallestArea(places, latlng);
  const reach = REACH_PX[event.pointerType] ?? REACH_PX.mouse;
  return pointNear(places, map, point, Math.min(reach, roomFor(area, map))) ?? area?.id ?? null;
}

// How far a point in an area may reach, by the area's size on the screen.
function roomFor(area, map) {
  if (!area) return Infinity;
  const [west, south, east, north] = area.info.bbox;
  const size = map.latLngToLayerPoint([south, east]).subtract(map.latLngToLayerPoint([north, west]));
  return Math.max(REACH_PX.mouse, Math.min(size.x, size.y) / PART_OF_AREA);
}

function pointNear(places, map, point, reach) {
  let best = null;
  let nearest = Infinity;
  for (const place of shown(places).filter(isPoint)) {
    const away = map.latLngToLayerPoint(place.layer.getLatLng()).distanceTo(point);
    if (away <= reach + place.layer.getRadius() && away <= nearest) [best, nearest] = [place.id, away];
  }
  return best;
}

function smallestArea(places, latlng) {
  return shown(places)
    .reverse()
    .find((place) => !isPoint(place) && holds(place, latlng));
}

function shown(places) {
  return [...places.values()].filter((place) => !place.path.classList.contains("is-off"));
}

function isPoint({ layer }) {
  return layer.feature.geometry.type === "Point";
}

function holds({ info, layer }, { lat, lng }) {
  const [west, south, east, north] = info.bbox;
  if (lng < west || lng > east || lat < south || lat > north) return false;
  return contains(layer.feature.geometry, lng, lat);
}
return { placeAt };
})();

const m_report = (() => {
// Tells the page what the reader does on the map: clicks, the pointer's place, Escape.

const { placeAt } = m_hits;

const ANSWER_MS = 1000; // the page answers a click sooner

/**
 * Report the reader's doings.
 * @param {{map, places, hover: function, send: function, noteAt: function}} parts `hover` marks a
 *   place, `noteAt` gets the position under the pointer or null
 * @returns {function(string): boolean} whether the reader has just clicked a place
 */
function reportDoings({ map, places, hover, send, noteAt }) {
  const container = map.getContainer();
  let hovered = null;
  let latest = null;
  const setHovered = (id) => {
    container.classList.toggle("over-place", id !== null);
    if (id === hovered) return;
    hovered = id;
    hover(id);
    send("hover", { place: id });
  };

  const dragged = dragWatch(map);
  let clicked = null;
  const onClick = (event) => {
    if (dragged() || event.target.closest(".leaflet-control")) return;
    const place = placeAt(places, map, event);
    clicked = { place, until: performance.now() + ANSWER_MS };
    send("click", { place });
  };
  container.addEventListener("click", onClick);
  const early = window.atlasEarlyClick?.();
  if (early && container.contains(early.target)) onClick(early);
  map.on("mousemove", (event) => {
    if (!latest) {
      window.requestAnimationFrame(() => {
        if (latest) setHovered(placeAt(places, map, latest.originalEvent));
        if (latest) noteAt(latest.latlng);
        latest = null;
      });
    }
    latest = event;
  });
  container.addEventListener("mouseleave", () => {
    latest = null;
    setHovered(null);
    noteAt(null);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") send("key", { key });
  });
  return (place) => clicked?.place === place && performance.now() < clicked.until;
}

// Whether the click that comes now only ends a drag. Leaflet's own click event does not come until
// the next press once the map was dragged, so that clicks by script or by a screen reader are lost.
function dragWatch(map) {
  let dragged = false;
  map.on("dragend boxzoomend", () => {
    dragged = true;
    window.setTimeout(() => {
      dragged = false;
    });
  });
  return () => dragged;
}
return { reportDoings };
})();

const m_route = (() => {
// A route as a claim: curves from label to label with arrowheads, and the words that limit it.

const { TEXTS, say } = m_texts;

const PANE = "atlas-route";
const STEPS = 24;
const BEND = 0.18; // how far a leg bows out, as a part of its length
const TRIM = 0.05; // how much of a leg is left free at both ends
const SVG = "http://www.w3.org/2000/svg";

/** Make the drawer of routes: `(id|null, leg|null)` draws one or takes it away, and says which. */
function makeRoutes(map, routes, infos) {
  const known = new Map(routes.map((route) => [route.id, route]));
  const caption = makeCaption(map.getContainer());
  let group = null;
  let shown = null;
  return (id, leg) => {
    const route = known.get(id) ?? null;
    if (shown !== route) {
      group?.remove();
      group = route && drawRoute(map, route, infos);
      shown = route;
    }
    caption(route, leg);
    group?.eachLayer((layer) => {
      const element = layer.getElement();
      element.classList.toggle("is-current", layer.options.leg === leg);
      element.classList.toggle("is-dimmed", Number.isInteger(leg) && layer.options.leg !== leg);
    });
    return route !== null;
  };
}

// What the drawing means and does not mean, as long as it is shown.
function makeCaption(container) {
  const box = document.createElement("div");
  box.className = "route-caption";
  box.hidden = true;
  box.innerHTML = "<strong></strong><span></span><em></em><small></small>";
  container.append(box);
  const [title, words, note, short] = box.children;
  short.textContent = TEXTS.schematic;
  return (route, leg) => {
    box.hidden = !route;
    if (!route) return;
    const step = route.legs[leg];
    title.textContent = route.title;
    words.textContent = step
      ? say(TEXTS.leg, { number: leg + 1, count: route.legs.length, verb: step.verb })
      : route.legs.map(({ verb }, i) => `${i + 1}. ${verb}`).join(" · ");
    note.textContent = route.note;
    box.classList.toggle("has-leg", Boolean(step));
  };
}

function drawRoute(map, route, infos) {
  if (!map.getPane(PANE)) map.createPane(PANE).style.zIndex = 610;
  const renderer = L.svg({ pane: PANE, padding: 0.6 });
  const group = L.layerGroup().addTo(map);
  route.legs.forEach((leg, number) => {
    const ends = [leg.from, leg.to].map((id) => infos.get(id)).filter(Boolean);
    if (ends.length === 2) drawLeg(group, renderer, ends, leg, number);
  });
  addArrowhead(group);
  return group;
}

// Two halves, so that an arrowhead stands at the middle as well as at the end.
function drawLeg(group, renderer, ends, leg, number) {
  const points = curve(...ends.map(({ label }) => L.CRS.EPSG3857.project(L.latLng(label[1], label[0]))));
  const middle = Math.floor(points.length * 0.55);
  for (const part of [points.slice(0, middle + 1), points.slice(middle)]) {
    L.polyline(part, {
      pane: PANE,
      renderer,
      leg: number,
      interactive: false,
      smoothFactor: 0,
      className: `route-leg route-leg-${number}`,
    })
      .addTo(group)
      .getElement()
      .setAttribute("marker-end", "url(#atlas-arrow)");
  }
  const icon = L.divIcon({ className: "route-number", html: `<span>${number + 1}</span>`, iconSize: [0, 0] });
  L.marker(points[middle], { icon, pane: PANE, leg: number, interactive: false, keyboard: false }).addTo(group);
}

// A quadratic curve in Mercator metres, bowed to the left of its direction.
function curve(from, to) {
  const step = to.subtract(from);
  const control = from.add(to).divideBy(2).add(L.point(-step.y, step.x).multiplyBy(BEND));
  const points = [];
  for (let i = 0; i <= STEPS; i += 1) {
    const t = TRIM + (1 - 2 * TRIM) * (i / STEPS);
    const at = from
      .multiplyBy((1 - t) ** 2)
      .add(control.multiplyBy(2 * t * (1 - t)))
      .add(to.multiplyBy(t ** 2));
    points.push(L.CRS.EPSG3857.unproject(at));
  }
  return points;
}

function addArrowhead(group) {
  const svg = group
    .getLayers()
    .map((layer) => layer.getElement().ownerSVGElement)
    .find(Boolean);
  if (!svg || svg.querySelector("#atlas-arrow")) return;
  const defs = document.createElementNS(SVG, "defs");
  defs.innerHTML =
    '<marker id="atlas-arrow" viewBox="0 0 12 12" refX="9" refY="6" markerWidth="13" '
    + 'markerHeight="13" markerUnits="userSpaceOnUse" orient="auto"><path class="route-arrow" '
    + 'd="M1 1L11 6L1 11L4 6Z"/></marker>';
  svg.prepend(defs);
}
return { makeRoutes };
})();

const m_tiles = (() => {
// Raster tiles from the internet, only after the reader has turned them on.

const { TEXTS } = m_texts;

const URL_TEMPLATE = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const ATTRIBUTION = "© OpenStreetMap contributors";

/** A switch for the tiles: nothing is requested, not even looked up, before the first `true`. */
function makeTiles(map, fault) {
  let layer = null;
  return (on) => {
    map.getContainer().classList.toggle("has-tiles", on);
    if (!on) {
      layer?.remove();
      return;
    }
    layer ??= makeLayer(map, fault);
    layer.addTo(map);
  };
}

function makeLayer(map, fault) {
  map.createPane("atlas-tiles").style.zIndex = 150;
  const layer = L.tileLayer(URL_TEMPLATE, {
    attribution: ATTRIBUTION,
    pane: "atlas-tiles",
    maxZoom: 19,
    noWrap: true,
  });
  layer.once("tileerror", () => fault(TEXTS.tilesFault));
  return layer;
}
return { makeTiles };
})();

const m_framing = (() => {
// Where to move the map so that a place can be seen, and whether it can be seen already.

const POINT_ZOOM = 7;
const TOO_SMALL_PX = 14;
const MARGIN_PX = 28;

/** How a place is framed for a reader who has not moved the map: with what lies around it. */
const FRAME = { part: 0.6, least: 0.25, pointZoom: 6, pointLeast: 5, minZoom: 3, maxZoom: 7 };

/**
 * Work out the move that brings a place into view.
 * @param {L.Map} map
 * @param {object} info the config's place
 * @param {object[]} rest places that should be seen with it where they fit
 * @param {{cover: {left, top, right, bottom}|null, keep: boolean}} how `cover` is the box in the
 *   frame that the page covers, in pixels; `keep` keeps the reader's zoom where the place can be seen
 *   at it
 * @returns {{center: L.LatLng, zoom: number}|null} null where nothing needs to move
 */
function nextView(map, info, rest, { cover, keep }) {
  const covered = boundsOf(cover);
  const open = openRect(map.getSize(), covered);
  const zoom = map.getZoom();
  const room = open.getSize();
  if (isSeen(map, info, zoom, room, covered) && (keep || isFramed(map, info, zoom, room))) return null;
  const target = keep ? keptZoom(map, info, zoom, room) : frameZoom(map, info, room);
  const middle = middleOf(map, info, rest, target, room);
  const shift = map.getSize().divideBy(2).subtract(open.getCenter());
  return { center: map.unproject(middle.add(shift), target), zoom: target };
}

/**
 * Work out the move that a label (a box in layer pixels) needs to stand clear of what covers it.
 * @returns {{center: L.LatLng, zoom: number}|null} null where it does, or is out of view anyway
 */
function uncovering(map, label, cover) {
  const size = map.getSize();
  const corner = map.layerPointToContainerPoint([label.x, label.y]);
  const box = L.bounds(corner, corner.add([label.w, label.h]));
  if (!L.bounds([0, 0], size).overlaps(box)) return null;
  const inside = L.point(excess(box.min.x, box.max.x, size.x), excess(box.min.y, box.max.y, size.y));
  const by = inside.add(aside(moved(box, inside), boundsOf(cover), size));
  if (!by.x && !by.y) return null;
  const zoom = map.getZoom();
  return { center: map.unproject(map.project(map.getCenter(), zoom).add(by), zoom), zoom };
}

// How far a stretch lies outside the frame: negative before it, positive after it.
function excess(from, to, most) {
  if (from < 0) return from - MARGIN_PX;
  return to > most ? to - most + MARGIN_PX : 0;
}

// The shortest way out from under what covers a box, of those that keep most of it in the frame.
function aside(box, cover, size) {
  if (!cover?.overlaps(box)) return L.point(0, 0);
  const ways = [
    L.point(0, box.max.y - cover.min.y + MARGIN_PX),
    L.point(box.max.x - cover.min.x + MARGIN_PX, 0),
    L.point(box.min.x - cover.max.x - MARGIN_PX, 0),
    L.point(0, box.min.y - cover.max.y - MARGIN_PX),
  ].map((by) => ({ by, cost: [lost(moved(box, by), size), Math.hypot(by.x, by.y)] }));
  return ways.sort((a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1])[0].by;
}

// How much of a box lies outside the frame, in pixels.
function lost({ min, max }, size) {
  return Math.max(0, -min.x, max.x - size.x) + Math.max(0, -min.y, max.y - size.y);
}

function moved(box, by) {
  return L.bounds(box.min.subtract(by), box.max.subtract(by));
}

function boundsOf(cover) {
  const sides = cover ? [cover.left, cover.top, cover.right, cover.bottom] : [];
  if (!sides.length || !sides.every(Number.isFinite)) return null;
  return L.bounds(sides.slice(0, 2), sides.slice(2));
}

function isSeen(map, info, zoom, room, cover) {
  const frame = openRect(map.getSize(), null);
  const corner = map.getPixelBounds().min;
  const box = boxAt(map, info, zoom);
  if (fits(map, info, zoom, room)) {
    const there = moved(box, corner);
    return frame.contains(there) && !cover?.overlaps(there);
  }
  // Larger than the frame: seen where its label is, unless it would be seen as a speck.
  const at = map.project(anchor(info), zoom).subtract(corner);
  return !isSpeck(info, box) && frame.contains(at) && !cover?.contains(at);
}

// Whether a place in view is whole and legible, as far as a place of its size can be.
function isFramed(map, info, zoom, room) {
  return isLegible(map, info, zoom, room) && (fits(map, info, zoom, room) || zoomFor(map, info, room) < FRAME.minZoom);
}

function isLegible(map, info, zoom, room) {
  if (info.precision === "exact") return zoom >= FRAME.pointLeast;
  const { x, y } = boxAt(map, info, zoom).getSize();
  return (x >= y ? x / room.x : y / room.y) >= FRAME.least;
}

function fits(map, info, zoom, room) {
  const box = boxAt(map, info, zoom);
  const size = box.getSize();
  return size.x <= room.x && size.y <= room.y && !isSpeck(info, box);
}

function isSpeck(info, box) {
  const size = box.getSize();
  return info.precision !== "exact" && Math.max(size.x, size.y) < TOO_SMALL_PX;
}

function keptZoom(map, info, zoom, room) {
  if (fits(map, info, zoom, room)) return zoom;
  if (info.precision === "exact") return POINT_ZOOM;
  return clamp(zoomFor(map, info, room), map.getMinZoom(), POINT_ZOOM + 1);
}

function frameZoom(map, info, room) {
  if (info.precision === "exact") return FRAME.pointZoom;
  return clamp(zoomFor(map, info, room.multiplyBy(FRAME.part)), FRAME.minZoom, FRAME.maxZoom);
}

// The zoom at which a place just fits into the room.
function zoomFor(map, info, room) {
  const unit = boxAt(map, info, 0).getSize();
  const zoom = Math.log2(Math.min(room.x / unit.x, room.y / unit.y));
  return Math.floor(zoom / map.options.zoomSnap) * map.options.zoomSnap;
}

function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

// The middle of the place with its companions, or of as much of that as there is room for.
function middleOf(map, info, rest, zoom, room) {
  const own = boxAt(map, info, zoom);
  const all = L.bounds(own.min, own.max);
  for (const one of rest) {
    const box = boxAt(map, one, zoom);
    all.extend(box.min).extend(box.max);
  }
  for (const box of [all, own]) {
    const size = box.getSize();
    if (size.x <= room.x && size.y <= room.y) return box.getCenter();
  }
  return map.project(anchor(info), zoom);
}

// What is left of the frame above what covers it, or beside it, wherever there is more room.
function openRect(size, cover) {
  const margin = Math.min(MARGIN_PX, size.x / 12, size.y / 12);
  const isAbove = cover && size.x * cover.min.y >= size.y * cover.min.x;
  const right = cover && !isAbove ? cover.min.x : size.x;
  const bottom = isAbove ? cover.min.y : size.y;
  const rect = L.bounds([margin, margin], [right - margin, bottom - margin]);
  const usable = right - 2 * margin > 80 && bottom - 2 * margin > 60;
  return usable ? rect : L.bounds([0, 0], size);
}

function anchor(info) {
  return L.latLng(info.label[1], info.label[0]);
}

// The place's box in the map's pixels at a zoom, measured from the corner of the world.
function boxAt(map, info, zoom) {
  const [west, south, east, north] = info.bbox;
  return L.bounds(map.project([north, west], zoom), map.project([south, east], zoom));
}
return { nextView, uncovering };
})();

const m_moves = (() => {
// Moves of the map that we make, told from the reader's; one at a time, and none without room.

const { hasRoom } = m_room;

/**
 * Make the mover of a map. Leaflet forgets a move that is made while it zooms: the latest one waits
 * for the end of the zoom, as it waits for the frame to have a size.
 *
 * A move is `{act, atOnce, after}`: `act` moves the map, or returns false where it need not;
 * `atOnce` is whether it does so without animation; `after` is called when the map stands still.
 * @param {L.Map} map
 * @param {function(): void} onReaderMove called after a move that is not ours
 * @returns {{go: function(object): void, resize: function(function(): void, object|null): void}}
 */
function makeMover(map, onReaderMove) {
  let own = null; // our move, as long as it has not ended
  let waiting = null;
  let inside = false; // our move is being made just now
  let [panning, zooming, ended] = [false, false, false];
  let known = viewOf(map);

  const go = (move) => {
    waiting = move;
    if (zooming || !hasRoom(map)) return;
    if (panning) map.stop();
    waiting = null;
    own = move;
    [inside, ended] = [true, false];
    const moves = move.act() !== false;
    inside = false;
    if (panning) return;
    // A pan has begun or is over by now; a zoom begins with the next frame of the screen.
    if (ended || !moves || move.atOnce) finish();
    else zooming = true;
  };

  const finish = () => {
    const move = own;
    const before = known;
    own = null;
    known = viewOf(map);
    if (move) move.after?.();
    else if (known !== before && hasRoom(map)) onReaderMove();
    if (waiting) go(waiting);
  };

  /** Take up a new size, and then make `move` and what has waited for room. */
  const resize = (act, move) => {
    const [under, way] = [panning, zooming];
    inside = true;
    act();
    inside = false;
    [panning, zooming, known] = [under, way, viewOf(map)];
    for (const next of [move, waiting]) if (next) go(next);
  };

  map.on("zoomstart", () => {
    zooming = true;
  });
  map.on("movestart", () => {
    panning = true;
  });
  map.on("moveend", () => {
    [panning, zooming, ended] = [false, false, true];
    if (!inside) finish();
  });
  return { go, resize };
}

function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return [lat.toFixed(6), lng.toFixed(6), map.getZoom()].join(" ");
}
return { makeMover };
})();

const m_view = (() => {
// Where the map looks: the first view, the place that the page shows, and the reader's own moves.

const { nextView, uncovering } = m_framing;
const { makeMover } = m_moves;
const { watchRoom } = m_room;

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Make what moves a map.
 * @param {L.Map} map
 * @param {{home: number[], home_padding: object}} config `home` is [west, south, east, north] of the
 *   first view, `home_padding` the room left around it, as `L.Map.fitBounds` takes it
 * @param {Map<string, object>} infos the config's places by id
 * @param {{told: function(object): void, appeared: function(): void}} on `told` gets a `view`
 *   message's fields after a move by the reader; `appeared` is called when the frame has room again
 */
function makeView(map, { home, home_padding: padding }, infos, on) {
  const bounds = L.latLngBounds([home[1], home[0]], [home[3], home[2]]);
  let atHome = true; // until somebody moves the map; then a resize keeps the middle instead
  let byHand = false; // the reader has moved the map since it was at home

  const tell = () => on.told(describe(map));
  const mover = makeMover(map, () => {
    [atHome, byHand] = [false, true];
    tell();
  });
  const homeMove = (options, after) => ({
    atOnce: options.animate === false,
    after,
    act() {
      [atHome, byHand] = [true, false];
      map.fitBounds(bounds, { ...padding, ...options });
    },
  });
  const goTo = (findView) =>
    mover.go({
      act() {
        const next = findView();
        if (!next) return false;
        atHome = false;
        map.setView(next.center, next.zoom, motion());
        return true;
      },
    });

  const atOnce = homeMove({ animate: false });
  if (!map.getSize().x) mover.go(atOnce); // else folium's script has set the first view
  watchRoom(map, (appeared) => {
    mover.resize(() => map.invalidateSize({ animate: false }), atHome ? atOnce : null);
    if (appeared) on.appeared();
  });

  return {
    home: () => mover.go(homeMove(motion())),
    homeByReader: () => mover.go(homeMove(motion(), tell)),
    goto({ lat, lon, zoom }) {
      if ([lat, lon, zoom].every(Number.isFinite)) goTo(() => ({ center: [lat, lon], zoom }));
    },
    /**
     * Show a place as a `show` message asks. A reader who has just `clicked` it on the map sees it:
     * then no more than its `label` (a box in layer pixels) is kept clear of what covers it. `keep`
     * keeps the zoom.
     */
    show({ place, others = [], cover = null }, { clicked, label, keep }) {
      const info = infos.get(place);
      if (!info) return;
      const rest = others.map((id) => infos.get(id)).filter(Boolean);
      goTo(() =>
        clicked ? label && uncovering(map, label, cover) : nextView(map, info, rest, { cover, keep: keep || byHand }),
      );
    },
  };
}

function motion() {
  return still.matches || document.hidden ? { animate: false } : { animate: true, duration: 0.35 };
}

/** What a `view` message says: degrees, WGS 84. */
function describe(map) {
  const at = map.getCenter();
  const box = map.getBounds();
  const round = (value) => Math.round(value * 1e4) / 1e4;
  return {
    lat: round(at.lat),
    lon: round(at.lng),
    zoom: map.getZoom(),
    bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map(round),
  };
}
return { makeView };
})();

const m_map = (() => {
// The map's frame: takes over the map that folium made, and paints what the page tells it to.

const { makeBasemap } = m_basemap;
const { addControls, makeNotice } = m_controls;
const { noteDisputes } = m_disputed;
const { dress } = m_font;
const { isEmbedded, setGestures } = m_gestures;
const { makeLabels } = m_labels;
const { connect } = m_link;
const { adoptPlaces } = m_places;
const { makePainter } = m_painter;
const { makePicture } = m_picture;
const { reportDoings } = m_report;
const { makeRoutes } = m_route;
const { TEXTS } = m_texts;
const { makeTiles } = m_tiles;
const { makeView } = m_view;
const { afterPaint } = m_soon;

const FAR_BELOW = 4;
const PATIENCE_MS = 500; // how long labels wait for what they depend on

/**
 * Start the frame. Called once by the script that folium renders.
 * @param {{map: L.Map, layer: L.GeoJSON, config: object}} drawn the map, the places' layer and what
 *   `geodata/mapdata.py` says of them
 */
function boot({ map, layer, config }) {
  window.map = map; // as streamlit-folium does; a page of its own has no other name for it
  const container = prepareDocument(map, config);
  const infos = new Map(config.places.map((info) => [info.id, info]));
  const places = adoptPlaces(layer, config.places);
  const handlers = {};
  const send = connect(handlers);
  const fault = makeNotice(send);
  const view = makeView(map, config, infos, {
    told: (fields) => send("view", fields),
    appeared: () => restyle(),
  });
  container.classList.toggle("is-far", isFar(map));
  const labels = makeLabels(map, places, config.themes, () => basemap.capitals());
  const attribution = addControls(map, view.homeByReader);
  const basemap = makeBasemap({ map, labels, assets: config.assets, attribution, fault });
  const painter = makePainter({ container, places, labels, basemap });
  const route = makeRoutes(map, config.routes, infos);
  const tiles = makeTiles(map, fault);
  const picture = makePicture(map, attribution);
  const ready = () => send("ready", { places: [...places.keys()] });

  const restyle = () => {
    labels.measure();
    basemap.recolour();
  };
  let walking = false; // along a route, whose other end must stay in view

  const noteAt = noteDisputes(map, basemap.disputed);
  const justClicked = reportDoings({ map, places, hover: painter.hover, send, noteAt });
  Object.assign(handlers, {
    hello: ready,
    paint: painter.paint,
    hover: ({ place }) => painter.hover(place),
    show: (message) =>
      view.show(message, {
        clicked: justClicked(message.place),
        label: labels.box(message.place),
        keep: walking,
      }),
    home: view.home,
    goto: view.goto,
    tiles: ({ on }) => tiles(on === true),
    route: ({ id, leg }) => {
      walking = route(id, leg);
    },
    picture: async (message) => send("picture", { id: message.id, ...(await picture(message)) }),
  });
  map.on("zoomend resize", () => {
    if (container.classList.contains("is-far") !== isFar(map)) {
      container.classList.toggle("is-far");
      labels.measure();
    } else {
      labels.lay();
    }
    basemap.redrawNames();
  });
  map.on("moveend", () => {
    if (labels.recover()) basemap.redrawNames();
  });
  setGestures(map, isEmbedded());
  whenStyled(container, restyle);
  ready();
  if (!painter.hasPainted()) painter.paint(firstState(config)); // the page comes later
  // First the places and an answer to who clicks on them, then the rest, a frame of the screen each.
  afterPaint(() => {
    const named = basemap.load();
    afterPaint(async () => {
      await patiently(Promise.all([named, dress(container, restyle)]));
      labels.start();
      basemap.redrawNames(); // they may have come before, and keep clear of labels
    });
  });
}

// What comes later is taken up when it comes.
function patiently(promise) {
  return Promise.race([promise, new Promise((resolve) => window.setTimeout(resolve, PATIENCE_MS))]);
}

function prepareDocument(map, config) {
  const container = map.getContainer();
  document.documentElement.lang = config.language;
  document.title = config.title;
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", TEXTS.region);
  container.classList.add("atlas-map");
  return container;
}

// Far out, phones have little room: map.css makes the badges smaller.
function isFar(map) {
  return map.getZoom() < FAR_BELOW;
}

function firstState({ places, language }) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    visible: places.map(({ id }) => id),
    badges: Object.fromEntries(places.map(({ id, themes }) => [id, themes])),
    selected: null,
    scheme: dark ? "dark" : "light",
    language,
  };
}

// Style sheets may arrive after the script: sizes and colours are read again when they have.
function whenStyled(container, act) {
  const styled = () => window.getComputedStyle(container).getPropertyValue("--land") !== "";
  if (styled()) return;
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    link.addEventListener("load", () => styled() && act());
  }
}
return { boot };
})();
const { boot } = m_map;
export { boot };
