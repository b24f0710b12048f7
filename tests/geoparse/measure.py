"""Measures the geoparser on corpora that the repository does not hold: ``make bench-geoparse``.

``python -m tests.geoparse.measure FOLDER [--fit]``, where FOLDER holds the corpora and the scoring
program that belongs to them (``score.py``, which prepares and scores JSON lines).
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from shapely import Point

from geodata.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geodata.geoparse.geoparser import Geoparser, open_geoparser
from geodata.geoparse.resolution.confidence import Evidence
from geodata.geoparse.values import Mention

NEAR_KM = 161
LEVELS = ("high", "medium", "low")
Hit = tuple[Mention, float, bool]
"""A resolved mention, how far from the gold point its place is, and whether it is right."""


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--fit", action="store_true", help="fit the confidence anew and print it")
    options = parser.parse_args()
    scoring = _scoring(options.corpora)
    gazetteer = open_gazetteer()
    geoparser = open_geoparser(quotations=False, gazetteer=gazetteer)
    rows: list[Hit] = []
    for name, load in scoring.CORPORA.items():
        documents = load()
        outcome, seconds = _parsed(geoparser, documents)
        ignored = scoring.IGNORED.get(name, frozenset())
        scored = scoring.score(documents, outcome, ignored)
        print(f"{name}: {scored}")
        words = sum(len(one["text"].split()) for one in documents)
        print(f"  {words:,} words, {words / seconds:,.0f} a second of processor time")
        hits = [
            (one, km, km <= NEAR_KM or _inside(gazetteer, one, lon, lat))
            for one, km, lon, lat in _hits(scoring, documents, outcome, ignored)
        ]
        for level in LEVELS:
            near = [km <= NEAR_KM for one, km, _ in hits if one.level == level]
            right = [inside for one, _, inside in hits if one.level == level]
            if near:
                print(
                    f"  {level}: {len(near)} of {len(hits)}, {sum(near) / len(near):.3f} within "
                    f"{NEAR_KM} km, {sum(right) / len(right):.3f} there or in its outline"
                )
        rows += hits
    if options.fit:
        _fit(rows)
    return 0


def _scoring(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder} holds no score.py.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _parsed(
    geoparser: Geoparser, documents: Sequence[dict[str, Any]]
) -> tuple[dict[str, list[dict[str, Any]]], float]:
    began = time.process_time()
    found = {str(one["id"]): geoparser.parse(one["text"]).mentions for one in documents}
    seconds = time.process_time() - began
    return {id: [_record(one) for one in flat(mentions)] for id, mentions in found.items()}, seconds


def flat(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions, and those inside them."""
    for one in mentions:
        yield one
        yield from one.parts


def _record(mention: Mention) -> dict[str, Any]:
    place = mention.place
    span = mention.toponym.span
    return {
        "start": span.start,
        "end": span.end,
        "kind": mention.toponym.kind,
        "place": place and {"latitude": place.lat, "longitude": place.lon},
        "mention": mention,
    }


def _hits(
    scoring: ModuleType,
    documents: Sequence[dict[str, Any]],
    outcome: dict[str, list[dict[str, Any]]],
    ignored: frozenset[str],
) -> Iterator[tuple[Mention, float, float, float]]:
    """Yield each gold toponym's resolved mention, how far off it is, and the gold point."""
    for document in documents:
        found = [one for one in outcome[str(document["id"])] if one["kind"] not in ignored]
        for gold in document["gold"]:
            if gold["lat"] is None:
                continue
            hit = next(
                (one for one in found if one["start"] < gold["end"] and gold["start"] < one["end"]),
                None,
            )
            if hit and hit["place"]:
                place = hit["place"]
                km = scoring.km(gold["lat"], gold["lon"], place["latitude"], place["longitude"])
                yield hit["mention"], km, gold["lon"], gold["lat"]


def _inside(gazetteer: Gazetteer, mention: Mention, lon: float, lat: float) -> bool:
    """Say whether a point lies in the outline of the place that is proposed."""
    if mention.place is None or mention.place.kind in ("city", "district"):
        return False
    return bool(_outline(gazetteer, mention.place.id).contains(Point(lon, lat)))


@cache
def _outline(gazetteer: Gazetteer, id: str) -> Any:
    return gazetteer.shape(id)


def _fit(rows: Sequence[Hit]) -> None:
    """Print the factors of a logistic regression (a little ridge) for ``confidence.FACTORS``."""
    x = np.array([[1.0, *one.evidence] for one, _, _ in rows])
    y = np.array([right for _, _, right in rows], float)
    factors = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ factors))
        gradient = x.T @ (y - p) - 1.0 * factors
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.eye(x.shape[1])
        factors = factors + np.linalg.solve(hessian, gradient)
    names = ["CONSTANT", *(one.name for one in fields(Evidence))]
    for name, factor in zip(names, factors, strict=True):
        print(f"  {name} = {factor:.2f}")


if __name__ == "__main__":
    sys.exit(main())
