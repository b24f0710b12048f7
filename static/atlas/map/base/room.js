// Whether the frame has room on the screen: a hidden one has none, so nothing can be drawn in it.

/**
 * Whether the map's container has a size now.
 * @type {(map: L.Map) => boolean}
 */
export function hasRoom(map) {
  const { clientWidth, clientHeight } = map.getContainer();
  return clientWidth > 0 && clientHeight > 0;
}

/**
 * Call `act(appeared)` when the container has another size, or has a size again (`appeared`).
 * @type {(map: L.Map, act: (appeared: boolean) => void) => void}
 */
export function watchRoom(map, act) {
  let had = hasRoom(map);
  new ResizeObserver(() => {
    const has = hasRoom(map);
    const appeared = has && !had;
    had = has;
    if (appeared || (has && isOther(map))) act(appeared);
  }).observe(map.getContainer());
}

/**
 * Whether the container has another size than the map knows.
 * @type {(map: L.Map) => boolean}
 */
export function isOther(map) {
  const { clientWidth, clientHeight } = map.getContainer();
  const size = map.getSize();
  return clientWidth !== size.x || clientHeight !== size.y;
}
