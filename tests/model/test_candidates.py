"""A mention can hold the places that a gazetteer or a machine offers for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.publish.formats import FORMATS, export
from geodata.storage.load import load_edition
from tests.storage.test_load import break_file, faults_of

STATUS = 'reading = "No definition is given."\nreason = "too-vague"\nstatus = "unverified"\n'
ONE = (
    '{ id = "geonames:2996944", title = "Lyon", lon = 4.83, lat = 45.76, '
    'score = 0.8, why = "Same name" }'
)


def offer(folder: Path, candidates: str) -> None:
    """Give the mention of the West some candidates."""
    break_file(folder, "mentions.toml", STATUS, f"{STATUS}candidates = [{candidates}]\n")


def test_candidates_are_kept_with_their_mention_and_in_no_export(invented_folder: Path) -> None:
    plain = load_edition(invented_folder)
    offer(
        invented_folder,
        ONE + ', { id = "paris", title = "Paris", lon = 2.35, lat = 48.86, score = 0.2 }',
    )
    edition = load_edition(invented_folder)
    assert [one.model_dump() for one in edition.mention("west").candidates] == [
        {
            **{"id": "geonames:2996944", "title": "Lyon", "lon": 4.83, "lat": 45.76},
            **{"score": 0.8, "why": "Same name"},
        },
        {"id": "paris", "title": "Paris", "lon": 2.35, "lat": 48.86, "score": 0.2, "why": ""},
    ]
    assert plain.mention("west").candidates == ()
    assert [export(edition, one) == export(plain, one) for one in FORMATS] == [True] * len(FORMATS)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "geonames:2996944",
            "Lyon!",
            "`candidates[1].id` is 'Lyon!'. "
            "Cure: Write the id of a place of the edition, or one such as geonames:2996944.",
        ),
        (
            "geonames:2996944",
            "marseille",
            "It names the place 'marseille', which does not exist. "
            "Cure: Correct the id, or add that place.",
        ),
        (
            "score = 0.8",
            "score = 1.5",
            "`candidates[1].score` is 1.5. Cure: Write a number of at most 1.",
        ),
        (
            "lat = 45.76",
            "lat = 145.76",
            "`candidates[1].lat` is 145.76. Cure: Write a number of at most 90.",
        ),
    ],
)
def test_a_candidate_that_is_none_is_refused(
    invented_folder: Path, old: str, new: str, fault: str
) -> None:
    offer(invented_folder, ONE.replace(old, new))
    assert faults_of(invented_folder) == [f"mentions.toml: mention west: {fault}"]


def test_candidates_are_few_and_none_stands_twice(invented_folder: Path) -> None:
    offer(invented_folder, f"{ONE}, {ONE}")
    assert faults_of(invented_folder) == [
        "mentions.toml: mention west: `candidates`: The candidate 'geonames:2996944' stands twice. "
        "Cure: Leave one of them out."
    ]
