"""Weighs the senses of all names of a text against each other, in a few rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geodata.geoparse.resolution.containment import holds
from geodata.geoparse.resolution.groups import Field, Floats, Group


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts, in the units of a logarithm of odds."""

    importance: float = 0.56
    """For each 100 of importance: ten times as many people, for towns."""
    is_country: float = 1.9
    """A country's name seldom means anything else."""
    is_unit: float = 2.2
    is_region: float = 1.5
    """A region's, a sea's or a continent's neither."""
    is_water: float = 0.5
    article: float = 3.5
    """"The" stands before it, and it is no town and no unit."""
    is_dateline: float = 2.0
    """Reports are filed from towns."""
    alias: float = 0.4
    abbreviation: float = 0.6
    country: float = 4.9
    stateless: float = 0.6
    """What lies in no country, or in several, is as likely as what lies in the text's first
    country, times this."""
    unit: float = 3.5
    near: float = 3.4
    near_km: float = 50.0
    held: float = 2.7
    home_country: float = 2.0
    home_unit: float = 2.5
    home_near: float = 2.5
    rounds: int = 3


WEIGHTS = Weights()
UNITS = frozenset(("city", "province", "district", "country"))
EARTH_RADIUS_KM = 6371.0


def priors(groups: Sequence[Group], weights: Weights = WEIGHTS) -> Floats:
    """Return how likely each sense is by its name alone, as logarithms of odds."""
    penalty = {"name": 0.0, "alias": weights.alias, "abbreviation": weights.abbreviation}
    bonus = {
        "country": weights.is_country,
        "province": weights.is_unit,
        **dict.fromkeys(("region", "continent", "ocean", "sea", "territory"), weights.is_region),
        **dict.fromkeys(("river", "lake", "reservoir"), weights.is_water),
    }
    return np.array(
        [
            weights.importance * one.importance / 100
            + bonus.get(one.kind, 0.0)
            + (weights.article if each.with_article and one.kind not in UNITS else 0.0)
            + (weights.is_dateline if each.filed and one.kind == "city" else 0.0)
            - penalty.get(one.match, 0.0)
            for each in groups
            for one in each.senses
        ],
        np.float64,
    )


def weigh(
    groups: Sequence[Group],
    field: Field,
    held: Sequence[tuple[int, int, float]],
    home: Floats | None = None,
    weights: Weights = WEIGHTS,
) -> Floats:
    """Return each sense's share of its name's likelihood; the shares of a name add up to 1.

    Parameters
    ----------
    held
        Groups by number: inner, outer, and how plainly the text says so.
    home
        What the outlet's home adds to each sense, as logarithms of odds; ``None`` if not known.
    """
    base = field.prior if home is None else field.prior + home
    shares = softmax(base, field.group, len(groups))
    if len(field.senses) < 2:
        return shares
    counts = np.array([min(len(each.members), 4) ** 0.5 for each in groups])[field.group]
    near = _nearness(field, weights)
    links = [(i, o, w, _holds(groups, i, o)) for i, o, w in held]
    for _ in range(weights.rounds):
        total = base + weights.near * np.log1p(near @ (shares * counts))
        country = _support(field.country, field, shares * counts, -1)
        if len(country):
            country[field.country == -1] = weights.stateless * country.max()
        total = total + weights.country * country
        total = total + weights.unit * _support(field.unit, field, shares * counts, 0)
        for inner, outer, weight, matrix in links:
            rows, columns = field.group == inner, field.group == outer
            total[rows] += weights.held * weight * (matrix @ shares[columns])
            total[columns] += weights.held * weight * (matrix.T @ shares[rows])
        shares = softmax(total, field.group, len(groups))
    return shares


def _holds(groups: Sequence[Group], inner: int, outer: int) -> Floats:
    """Return how far each sense of one name is held by each of another."""
    return np.array(
        [[holds(one, other) for one in groups[outer].senses] for other in groups[inner].senses]
    ).reshape(len(groups[inner].senses), len(groups[outer].senses))


def _nearness(field: Field, weights: Weights) -> Floats:
    """Return how near each pair of senses of different names is: 1 at one spot, 0 far away."""
    cosines = np.clip(field.unit_vectors @ field.unit_vectors.T, -1, 1)
    km = np.arccos(cosines) * EARTH_RADIUS_KM
    near = np.exp(-km / weights.near_km)
    near[field.group[:, None] == field.group[None, :]] = 0
    found: Floats = near
    return found


def _support(labels: np.ndarray, field: Field, shares: Floats, none: int) -> Floats:
    """Return what share of the other names' likelihood lies in each sense's country or unit."""
    values, inverse = np.unique(labels, return_inverse=True)
    groups = int(field.group[-1]) + 1
    table = np.zeros((groups, len(values)))
    np.add.at(table, (field.group, inverse), shares)
    others = table.sum(axis=0)[inverse] - table[field.group, inverse]
    whole = shares.sum() - table.sum(axis=1)[field.group]
    result: Floats = np.where(labels == none, 0.0, others / (whole + 1.0))
    return result


def softmax(scores: Floats, group: np.ndarray, groups: int) -> Floats:
    """Return scores as shares that add up to 1 in each group."""
    highest = np.full(groups, -np.inf)
    np.maximum.at(highest, group, scores)
    grown = np.exp(scores - highest[group])
    sums = np.zeros(groups)
    np.add.at(sums, group, grown)
    result: Floats = grown / sums[group]
    return result
