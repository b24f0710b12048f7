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
 * @param {{inset: {top, right, bottom, left}, keep: boolean}} how `inset` is what the page covers of
 *   the frame, in pixels; `keep` keeps the reader's zoom where the place can be seen at it
 * @returns {{center: L.LatLng, zoom: number}|null} null where nothing needs to move
 */
export function nextView(map, info, rest, { inset, keep }) {
  const open = openRect(map.getSize(), inset);
  const zoom = map.getZoom();
  const room = open.getSize();
  if (isSeen(map, info, zoom, open) && (keep || isFramed(map, info, zoom, room))) return null;
  const target = keep ? keptZoom(map, info, zoom, room) : frameZoom(map, info, room);
  const middle = middleOf(map, info, rest, target, room);
  const shift = map.getSize().divideBy(2).subtract(open.getCenter());
  return { center: map.unproject(middle.add(shift), target), zoom: target };
}

/**
 * Work out the move that a label (a box in layer pixels) needs to stand clear of what covers it.
 * @returns {{center: L.LatLng, zoom: number}|null} null where it does, or is out of view anyway
 */
export function uncovering(map, label, inset) {
  const size = map.getSize();
  const min = map.layerPointToContainerPoint([label.x, label.y]);
  const max = min.add([label.w, label.h]);
  if (max.x < 0 || max.y < 0 || min.x > size.x || min.y > size.y) return null;
  const open = L.bounds(
    [inset.left ?? 0, inset.top ?? 0],
    [size.x - (inset.right ?? 0), size.y - (inset.bottom ?? 0)],
  );
  const by = L.point(
    excess(min.x, max.x, open.min.x, open.max.x),
    excess(min.y, max.y, open.min.y, open.max.y),
  );
  if (!by.x && !by.y) return null;
  const zoom = map.getZoom();
  return { center: map.unproject(map.project(map.getCenter(), zoom).add(by), zoom), zoom };
}

// How far a stretch lies outside another one: negative before it, positive after it.
function excess(from, to, least, most) {
  if (from < least) return from - least - MARGIN_PX;
  return to > most ? to - most + MARGIN_PX : 0;
}

function isSeen(map, info, zoom, open) {
  const corner = map.getPixelBounds().min;
  const box = boxAt(map, info, zoom);
  if (fits(map, info, zoom, open.getSize())) {
    return open.contains(L.bounds(box.min.subtract(corner), box.max.subtract(corner)));
  }
  // Larger than the frame: seen where its label is, unless it would be seen as a speck.
  return !isSpeck(info, box) && open.contains(map.project(anchor(info), zoom).subtract(corner));
}

// Whether a place in view is whole and legible, as far as a place of its size can be.
function isFramed(map, info, zoom, room) {
  return isLegible(map, info, zoom, room)
    && (fits(map, info, zoom, room) || zoomFor(map, info, room) < FRAME.minZoom);
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

function openRect(size, { top = 0, right = 0, bottom = 0, left = 0 }) {
  const margin = Math.min(MARGIN_PX, size.x / 12, size.y / 12);
  const rect = L.bounds(
    [left + margin, top + margin],
    [size.x - right - margin, size.y - bottom - margin],
  );
  const usable = rect.max.x - rect.min.x > 80 && rect.max.y - rect.min.y > 60;
  return usable ? rect : L.bounds([0, 0], [size.x, size.y]);
}

function anchor(info) {
  return L.latLng(info.label[1], info.label[0]);
}

// The place's box in the map's pixels at a zoom, measured from the corner of the world.
function boxAt(map, info, zoom) {
  const [west, south, east, north] = info.bbox;
  return L.bounds(map.project([north, west], zoom), map.project([south, east], zoom));
}
