"""Where an outlet is from: what that adds to the places near it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geodata.gazetteer.entries import Sense
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.resolution.containment import holds
from geodata.geoparse.resolution.groups import Floats
from geodata.geoparse.resolution.weigh import EARTH_RADIUS_KM, WEIGHTS, Weights

HOME_KM = 150.0


def find_home(name: str, lookup: Lookup) -> Sense | None:
    """Return the place that an outlet's home names, such as "Alexandria, Louisiana"."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if not parts:
        return None
    senses = lookup(parts[0])
    for outer in parts[1:]:
        held = [one for one in senses if any(holds(other, one) for other in lookup(outer))]
        senses = tuple(held) or senses
    return senses[0] if senses else None


def home_odds(senses: Sequence[Sense], home: Sense, weights: Weights = WEIGHTS) -> Floats:
    """Return what a home adds to each sense, as logarithms of odds."""
    return np.array([_odds(one, home, weights) for one in senses], np.float64)


def _odds(one: Sense, home: Sense, weights: Weights) -> float:
    found = weights.home_near * math.exp(-distance_km(one, home) / HOME_KM)
    if one.country and one.country == home.country:
        found += weights.home_country
        if home.unit and home.unit in (one.unit, one.number):
            found += weights.home_unit
    return found


def distance_km(one: Sense, other: Sense) -> float:
    """Return how far two places' points lie apart on the globe, in kilometres."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    wide = math.radians(other.lon - one.lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(wide / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
