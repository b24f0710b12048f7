// The levels of the ground: what of each is there for a view, what is to be fetched.

import { makeCells, together, viewsOf } from "./cells.js";
import { prepare } from "./data.js";
import { seenIn } from "./draw.js";

/** @import { CanvasFrame, Disputed, DisputedArea, Extent, Ground, Layer, PlacedName, ReadFile, WorldFile } from "../types.d.ts" */
/** @import { Cells } from "./cells.js" */

/**
 * Make the ground; there is none before `take`.
 * @param {object} parts
 * @param {ReadFile} parts.read gives a file
 * @param {() => void} parts.arrived is called when there is more to draw
 * @param {(error: unknown) => void} parts.failed is called when a file does not come
 */
export function makeGrounds({ read, arrived, failed }) {
  /** @type {Ground | null} */
  let world = null;
  /** @type {Cells[]} */
  let levels = [];

  /** @type {(frame: CanvasFrame) => Cells[]} */
  const levelsAt = ({ zoom }) => levels.filter(({ from }) => from <= zoom);
  const views = (/** @type {CanvasFrame} */ frame) => {
    const { see, turns } = seenIn(frame);
    return viewsOf(see, turns);
  };

  return {
    /** @type {(file: WorldFile) => void} */
    take(file) {
      /** @type {Map<string, Disputed>} */
      const told = new Map(file.disputed.map((area) => [area.id, area]));
      /** @type {(id: string) => Disputed | undefined} */
      const toldOf = (id) => told.get(id);
      world = prepare(file, file.unit, file.bbox, toldOf);
      levels = file.levels.map((index) => makeCells(index, { read, toldOf, arrived, failed }));
    },
    /** Whether all of a view is there as finely as it is drawn. @type {(frame: CanvasFrame) => boolean} */
    isWhole: (frame) => levelsAt(frame).at(-1)?.inView(views(frame)).complete ?? true,
    /** The finest that is there for all of a view. @type {(frame: CanvasFrame) => Ground | null} */
    finest(frame) {
      const seen = views(frame);
      const whole = levelsAt(frame).map((level) => level.inView(seen));
      const cells = whole.findLast(({ complete }) => complete)?.there;
      return cells ? together(cells) : world;
    },
    /** @type {(frame: CanvasFrame) => void} */
    fetch(frame) {
      levelsAt(frame).at(-1)?.fetch(views(frame));
    },
    /** The coarsest first. @type {(frame: CanvasFrame) => Layer[]} */
    layers(frame) {
      if (!world) return [];
      const seen = views(frame);
      const finer = levelsAt(frame).map((level) => layerOf(level, seen));
      return [{ ground: world, regions: [], covers: false }, ...finer];
    },
    // A finer level repeats the names of the coarser one, which is asked only where it is not whole.
    /** @type {(frame: CanvasFrame) => PlacedName[]} */
    names(frame) {
      const seen = views(frame);
      const found = levelsAt(frame).map((level) => level.inView(seen));
      const whole = found.findLastIndex(({ complete }) => complete);
      return found.slice(Math.max(0, whole)).flatMap(({ there }) => there.flatMap(({ names }) => names));
    },
    /** The finest first. @type {(frame: CanvasFrame) => DisputedArea[]} */
    disputed(frame) {
      const seen = views(frame);
      const finer = levelsAt(frame).map((level) => level.inView(seen).there.flatMap(({ ground }) => ground.disputed));
      return [world?.disputed ?? [], ...finer].reverse().flat();
    },
  };
}

/** @type {(level: Cells, seen: Extent[]) => Layer} */
function layerOf(level, seen) {
  const { there, complete } = level.inView(seen);
  return { ground: together(there), regions: there.map(({ region }) => region), covers: complete };
}
