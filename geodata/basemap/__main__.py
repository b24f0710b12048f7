"""Derives basemap, gazetteer, and the places with recipes: `python -m geodata.basemap`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from geodata import AtlasError
from geodata.basemap import packages
from geodata.basemap.cities import build_cities
from geodata.basemap.detail import FINE_DETAIL, WORLD_DETAIL
from geodata.basemap.gazetteer.build import build_gazetteer
from geodata.basemap.gazetteer.towns import read_towns
from geodata.basemap.ground_files import ground_files
from geodata.basemap.labels import build_labels
from geodata.basemap.layers import simplified
from geodata.basemap.place_recipes import RECIPE_FILE, read_recipes
from geodata.basemap.place_shapes import place_shapes
from geodata.basemap.sources import read_sources
from geodata.basemap.write import new_places, write_layers

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = ROOT / "geodata" / "editions"
BASEMAP = ROOT / "static" / "basemap"
_log = logging.getLogger("geodata.basemap")


def build(cache: Path, basemap: Path = BASEMAP, editions: Path = EDITIONS) -> dict[str, int]:
    """Derive every committed layer; return the size of each file in bytes.

    Parameters
    ----------
    cache
        Folder of the source packages.
    basemap, editions
        Where the layers go, and the folder of editions; in each that has recipes, the geometry of
        its places is replaced.
    """
    recipes = {
        path.parent: read_recipes(path) for path in sorted(editions.glob(f"*/{RECIPE_FILE}"))
    }
    _log.info("Reading the sources in %s; what it lacks is fetched", cache)
    sources = read_sources(cache)
    towns, states = read_towns(packages.fetch(packages.CITIES, cache))
    _log.info("Deriving the levels of the ground")
    coarse = simplified(sources.units, WORLD_DETAIL, dissolved=True)
    fine = simplified(sources.units, FINE_DETAIL, dissolved=False)
    names = build_labels(sources.countries, fine, sources.lakes, build_cities(towns, states))
    layers = ground_files(sources, coarse, fine, names)
    shapes = {folder: place_shapes(found, fine, coarse) for folder, found in recipes.items()}
    changes = [new_places(folder / "places.geojson", found) for folder, found in shapes.items()]
    # Written when all is worked out: what fails before that changes nothing.
    sizes = write_layers(basemap, layers)
    for change in changes:
        sizes[f"{change.path.parent.name}/{change.path.name}"] = change.write()
    return sizes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the build and say what was written; return 0, or 1 where it cannot be derived."""
    parser = argparse.ArgumentParser(prog="python -m geodata.basemap", description=__doc__)
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / ".cache" / "geodata",
        help="folder for the source packages (about 210 MB; default: .cache/geodata)",
    )
    parser.add_argument(
        "--editions",
        type=Path,
        default=EDITIONS,
        help=f"folder of editions; those with a {RECIPE_FILE} get their geometry anew",
    )
    parser.add_argument(
        "--only",
        choices=("basemap", "gazetteer"),
        help="derive the map's layers and the places alone, or the gazetteer alone",
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    try:
        sizes: dict[str, int] = {}
        if options.only != "gazetteer":
            sizes |= build(options.cache, editions=options.editions)
        if options.only != "basemap":
            _log.info("Building the gazetteer")
            sizes |= build_gazetteer(read_sources(options.cache), options.cache)
    except (AtlasError, OSError) as error:
        _log.error("%s", error)
        return 1
    for name, size in sizes.items():
        _log.info("%s: %s bytes", name, f"{size:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
