// Where to move the map so that a place can be seen, and whether it can be seen already.

const POINT_ZOOM = 7;
const TOO_SMALL_PX = 14;
const MARGIN_PX = 28;

/**
 * Work out the move that brings a place into view.
 * @param {L.Map} map
 * @param {object} info the config's place
 * @param {object[]} rest places that should be seen with it where they fit
 * @param {{top, right, bottom, left}} inset pixels of the frame that the page covers
 * @returns {{center: L.LatLng, zoom: number}|null} null where nothing needs to move
 */
export function nextView(map, info, rest, inset) {
  const open = openRect(map.getSize(), inset);
  const zoom = map.getZoom();
  if (isSeen(map, info, zoom, open)) return null;
  const room = open.getSize();
  const target = fits(map, info, zoom, room) ? zoom : zoomFor(map, info, room);
  const middle = middleOf(map, info, rest, target, room);
  const shift = map.getSize().divideBy(2).subtract(open.getCenter());
  return { center: map.unproject(middle.add(shift), target), zoom: target };
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

function fits(map, info, zoom, room) {
  const box = boxAt(map, info, zoom);
  const size = box.getSize();
  return size.x <= room.x && size.y <= room.y && !isSpeck(info, box);
}

function isSpeck(info, box) {
  const size = box.getSize();
  return info.precision !== "exact" && Math.max(size.x, size.y) < TOO_SMALL_PX;
}

function zoomFor(map, info, room) {
  if (info.precision === "exact") return POINT_ZOOM;
  const unit = boxAt(map, info, 0).getSize();
  const zoom = Math.log2(Math.min(room.x / unit.x, room.y / unit.y));
  const snapped = Math.floor(zoom / map.options.zoomSnap) * map.options.zoomSnap;
  return Math.max(map.getMinZoom(), Math.min(POINT_ZOOM + 1, snapped));
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
