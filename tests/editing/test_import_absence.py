"""What a file lacks is not deleted, and of several that say one thing none wins in silence."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
import shapely

from geodata.editing.import_file import Outcome, import_file
from geodata.editing.writing import replace, write_copy
from geodata.model.errors import EditionFaults
from geodata.storage.load import load_edition
from tests.editing.roundtrip import (
    Document,
    annotation,
    changed_lines,
    contents,
    exported,
    feature,
    imported,
    saved,
)


def brought(folder: Path, format: str, document: Document, *, remove: bool = False) -> Outcome:
    return import_file(folder, saved(folder, format, document), remove=remove)


def test_a_file_of_one_kind_of_geometry_takes_no_place_from_a_claim(invented_folder: Path) -> None:
    document = exported(invented_folder, "geojson")
    kinds = {(one["geometry"] or {}).get("type") for one in document["features"]}
    assert kinds == {"Point", "Polygon"}
    document["features"] = [
        one for one in document["features"] if one["geometry"]["type"] == "Point"
    ]
    del document["features"][0]
    outcome = brought(invented_folder, "geojson", document)
    assert outcome.files == {}
    assert outcome.lines[0] == (
        "claims.toml: claim carters-left: place lyon not in the file, and kept (--remove takes it "
        "out)"
    )
    assert all("and kept (--remove takes it out)" in line for line in outcome.lines)


def test_a_place_is_taken_from_a_claim_on_demand(invented_folder: Path) -> None:
    def add(document: Document) -> None:
        feature(document, "government-silent.france")["properties"]["refers_to"] = ["alps"]
        new = {"claim": "government-silent", "place": "alpine-inns"}
        document["features"].append({"type": "Feature", "geometry": None, "properties": new})

    def take(document: Document) -> None:
        document["features"] = [
            one for one in document["features"] if one["id"] != "government-silent.alpine-inns"
        ]

    imported(invented_folder, "geojson", add)
    assert imported(invented_folder, "geojson", take).files == {}
    outcome = imported(invented_folder, "geojson", take, remove=True)
    assert outcome.lines == ("claims.toml: claim government-silent: places changed",)
    assert load_edition(invented_folder).claim("government-silent").places == ("france",)


def test_a_mention_whose_bodies_name_no_place_keeps_its_own(invented_folder: Path) -> None:
    document = exported(invented_folder, "annotations")
    one = annotation(document, "bridge")
    one["body"] = [body for body in one["body"] if body["purpose"] != "identifying"]
    outcome = brought(invented_folder, "annotations", document)
    assert (outcome.files, outcome.lines) == ({}, ())
    assert [str(warning) for warning in outcome.warnings] == [
        "edited.jsonld: annotation bridge: It names no place, so the mention keeps its places. "
        "Cure: Use --remove to take them out."
    ]


def test_of_several_targets_the_first_counts_and_the_others_are_named(
    invented_folder: Path,
) -> None:
    document = exported(invented_folder, "annotations")
    one = annotation(document, "lyon-left")
    other = annotation(document, "lyon-title")["target"]
    one["target"] = [one["target"], other, "urn:x-article-atlas:from-lyon-to-paris:article#char=1"]
    outcome = brought(invented_folder, "annotations", document)
    assert (outcome.files, outcome.lines) == ({}, ())
    said = [str(warning) for warning in outcome.warnings]
    assert len(said) == 2
    assert "annotation lyon-left: A further target, '" in said[0]
    assert "is not taken. Cure: Make it an annotation of its own, without `mention`." in said[0]
    assert "is not taken: it has no quote of the text." in said[1]


@pytest.mark.parametrize("purpose", ["commenting", "classifying"])
def test_of_several_bodies_that_say_one_thing_the_first_counts(
    invented_folder: Path, purpose: str
) -> None:
    document = exported(invented_folder, "annotations")
    body = {"type": "TextualBody", "purpose": purpose, "value": "vague"}
    annotation(document, "bridge")["body"].append(body)
    outcome = brought(invented_folder, "annotations", document)
    assert (outcome.files, outcome.lines) == ({}, ())
    assert f"A further body that is {purpose}, 'vague', is not taken." in str(outcome.warnings[0])


def test_of_several_selectors_of_a_kind_the_first_counts(invented_folder: Path) -> None:
    document = exported(invented_folder, "annotations")
    selectors = annotation(document, "bridge")["target"]["selector"]
    selectors.append({"type": "TextQuoteSelector", "exact": "carters", "prefix": "", "suffix": ""})
    selectors.append({"type": "RangeSelector", "start": 3, "exact": "x"})
    outcome = brought(invented_folder, "annotations", document)
    assert (outcome.files, outcome.lines) == ({}, ())
    assert "A further selector of one target" in str(outcome.warnings[0])


def client_annotation(*bodies: tuple[str, str], exact: str = "the road") -> dict[str, Any]:
    selectors = [
        {"type": "TextQuoteSelector", "exact": exact},
        {"type": "TextPositionSelector", "start": 77, "end": 77 + len(exact)},
    ]
    return {
        "type": "Annotation",
        "id": "urn:uuid:0f0f",
        "created": "2026-11-26T12:00:00Z",
        "body": [{"type": "TextualBody", "purpose": one, "value": value} for one, value in bodies],
        "target": {"source": "http://localhost/article.txt", "selector": selectors},
    }


def test_an_annotation_made_in_a_client_becomes_a_mention_by_its_tags(
    invented_folder: Path,
) -> None:
    new = client_annotation(("tagging", "too-vague"), ("commenting", "Which road is not said."))
    outcome = import_file(invented_folder, saved(invented_folder, "annotations", [new]))
    assert outcome.lines[0] == "mentions.toml: mention the-road: added"
    replace(invented_folder, outcome.files, outcome.as_read)
    mention = load_edition(invented_folder).mention("the-road")
    assert (mention.kind, mention.outcome, mention.reason) == ("name", "not-mapped", "too-vague")
    assert (mention.reading, mention.status) == ("Which road is not said.", "unverified")
    assert load_edition(invented_folder).position(mention).start == 77


def test_a_tag_with_a_place_makes_a_mention_of_it(invented_folder: Path) -> None:
    new = client_annotation(
        ("tagging", "Lyon"),
        ("tagging", "description"),
        ("commenting", "One of Lyon."),
        exact="a miller",
    )
    outcome = import_file(invented_folder, saved(invented_folder, "annotations", [new]))
    _, came = changed_lines(
        (invented_folder / "mentions.toml").read_bytes(), outcome.files["mentions.toml"]
    )
    assert 'places = [{ id = "lyon", certainty = "likely" }]' in came
    assert 'kind = "description"' in came
    assert 'outcome = "merged"' in came


@pytest.mark.parametrize(
    "bodies",
    [
        [],
        [("commenting", "A road.")],
        [("tagging", "lyon")],
        [("tagging", "lyon"), ("tagging", "paris"), ("commenting", "A road.")],
        [("tagging", "nowhere"), ("commenting", "A road.")],
    ],
)
def test_an_annotation_from_a_client_that_says_too_little_is_told_how(
    invented_folder: Path, bodies: list[tuple[str, str]]
) -> None:
    path = saved(invented_folder, "annotations", [client_annotation(*bodies)])
    with pytest.raises(EditionFaults) as refused:
        import_file(invented_folder, path)
    (fault,) = refused.value.faults
    assert str(fault).startswith(
        "edited.jsonld: annotation number 1: It is new, and does not say which place it means, or "
        "how it is read. Cure: Tag it with one place of the edition (such as lyon) or one reason"
    )


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(
    ("others", "id"),
    [
        ({"the-road": "a miller"}, "the-road-at-77"),
        ({"the-road": "a miller", "the-road-at-77": "a newspaper"}, "the-road-at-77-2"),
    ],
)
def test_a_new_mention_takes_no_id_that_its_file_gives_to_another(
    invented_folder: Path, others: dict[str, str], id: str, turn: int
) -> None:
    document = [client_annotation(("tagging", "too-vague"), ("commenting", "Which road?"))]
    for other, exact in others.items():
        bodies = ("classifying", "description"), ("commenting", "Nobody says which.")
        given = client_annotation(*bodies, exact=exact)
        given["target"]["selector"].pop()
        given |= {"mention": other, "outcome": "not-mapped"}
        document.append(given | {"reason": "too-vague", "status": "unverified"})
    outcome = import_file(invented_folder, saved(invented_folder, "annotations", document[::turn]))
    replace(invented_folder, outcome.files, outcome.as_read)
    edition = load_edition(invented_folder)
    assert edition.mention(id).quote.exact == "the road"
    assert edition.mention(id).reading == "Which road?"
    for other, exact in others.items():
        assert edition.mention(other).quote.exact == exact


def test_an_annotation_without_an_id_on_a_known_mention_is_no_second_one(
    invented_folder: Path,
) -> None:
    one = annotation(exported(invented_folder, "annotations"), "bridge")
    del one["mention"]
    one["id"] = "urn:uuid:1"
    with pytest.raises(EditionFaults, match="It stands where the mention bridge does"):
        import_file(invented_folder, saved(invented_folder, "annotations", [one]))


def test_a_label_of_its_own_spot_stays_and_that_is_said(invented_folder: Path) -> None:
    def move(document: Document) -> None:
        inns = feature(document, "inns-open.alpine-inns")["geometry"]
        inns["coordinates"] = [
            [[lon + 0.1, lat] for lon, lat in ring] for ring in inns["coordinates"]
        ]

    outcome = imported(invented_folder, "geojson", move)
    assert outcome.lines == ("places.geojson: place alpine-inns: geometry changed",)
    assert [str(one) for one in outcome.warnings] == [
        "edited.geojson: place alpine-inns: It is moved, but its label stays at 6, 46. Cure: "
        "Change `label_lon` and `label_lat`, too."
    ]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: {"type": "MultiPoint", "coordinates": [one["coordinates"]]},
        lambda one: {"type": "Point", "coordinates": [*one["coordinates"], 0.0]},
        lambda one: {"type": "MultiPoint", "coordinates": [[*one["coordinates"], 0]]},
        lambda one: {"type": "GeometryCollection", "geometries": [one]},
    ],
)
def test_a_point_as_programs_write_it_is_the_same_point(invented_folder: Path, wrap: Any) -> None:
    document = exported(invented_folder, "geojson")
    for one in document["features"]:
        if one["geometry"]["type"] == "Point":
            one["geometry"] = wrap(one["geometry"])
        else:
            one["geometry"] = {
                "type": "MultiPolygon",
                "coordinates": [
                    [[[*at, 0] for at in ring] for ring in rings]
                    for rings in [one["geometry"]["coordinates"]]
                ],
            }
        one["properties"]["fid"] = 1
    assert brought(invented_folder, "geojson", document).lines == ()
    for one in document["features"]:
        if one["properties"]["place"] == "lyon":
            one["geometry"] = wrap({"type": "Point", "coordinates": [4.84, 45.76]})
    outcome = brought(invented_folder, "geojson", document)
    replace(invented_folder, outcome.files, outcome.as_read)
    assert '"geometry": {"type":"Point","coordinates":[4.84,45.76]}' in (
        invented_folder / "places.geojson"
    ).read_text("utf-8")
    assert load_edition(invented_folder).place("lyon").geometry == shapely.Point(4.84, 45.76)


def test_marks_and_line_ends_of_windows_stay_as_they_are(invented_folder: Path) -> None:
    for name in ("claims.toml", "mentions.toml", "places.geojson"):
        path = invented_folder / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    feature(document, "bridge-closed.lyon")["properties"]["place_description"] = "a town"
    before = contents(invented_folder)
    outcome = brought(invented_folder, "geojson", document)
    assert sorted(outcome.files) == ["claims.toml", "places.geojson"]
    for data in outcome.files.values():
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n")
    gone, came = changed_lines(before["claims.toml"], outcome.files["claims.toml"])
    assert (len(gone), came) == (1, ['limitation = "Which bridge?"'])
    replace(invented_folder, outcome.files, outcome.as_read)
    assert load_edition(invented_folder).claim("bridge-closed").limitation == "Which bridge?"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hedge", "[" * 5_000 + "]" * 5_000),
        ("hedge", json.loads("[" * 90 + "]" * 90)),
        ("place_names", '{"a":' * 5_000),
        ("quotes", "[NaN]"),
    ],
)
def test_what_is_nested_deeply_is_a_fault_and_no_crash(
    invented_folder: Path, key: str, value: Any
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"][key] = value
    with pytest.raises(EditionFaults):
        brought(invented_folder, "geojson", document)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
def test_odd_things_beside_an_editions_files_hold_nothing_up(
    invented_folder: Path, tmp_path: Path
) -> None:
    (invented_folder / "loop").symlink_to(invented_folder / "loop")
    (invented_folder / "up").symlink_to(invented_folder.parent)
    (invented_folder / "nowhere").symlink_to(tmp_path / "nowhere")
    os.mkfifo(invented_folder / "pipe")
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    outcome = brought(invented_folder, "geojson", document)
    assert list(outcome.files) == ["claims.toml"]
    copy = write_copy(invented_folder, tmp_path / "copies", outcome.files)
    assert load_edition(copy).claim("bridge-closed").limitation == "Which bridge?"
    assert sorted(one.name for one in copy.iterdir()) == sorted(
        path.name for path in invented_folder.iterdir() if path.suffix
    )


@pytest.mark.parametrize("claims", [5, "x", True, {"claim": "x"}])
def test_claims_that_are_no_list_are_a_fault(invented_folder: Path, claims: Any) -> None:
    document = exported(invented_folder, "annotations")
    annotation(document, "bridge")["claims"] = claims
    with pytest.raises(EditionFaults, match=r"annotation bridge: `claims` is .*not a list"):
        brought(invented_folder, "annotations", document)


def test_what_would_be_wrong_is_blamed_on_the_file_that_brings_it(invented_folder: Path) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["geometry"]["coordinates"] = [4.83, 95]
    with pytest.raises(EditionFaults, match=r"edited\.geojson \(for places\.geojson\): place lyon"):
        brought(invented_folder, "geojson", document)
    path = invented_folder.parent / "edited.geojson"
    path.write_text(json.dumps(document).replace("95", "1e400", 1), "utf-8")
    with pytest.raises(
        EditionFaults, match=r"edited\.geojson: It is not JSON: the number 1e400 is"
    ):
        import_file(invented_folder, path)


@pytest.mark.parametrize("kind", ["differing", "unknown keys", "new places"])
def test_eight_times_the_features_take_about_eight_times_the_time(
    invented_folder: Path, kind: str
) -> None:
    document = exported(invented_folder, "geojson")
    pattern = feature(document, "bridge-closed.lyon")

    def seconds(count: int) -> float:
        features = []
        for number in range(count):
            one = json.loads(json.dumps(pattern))
            if kind == "differing":
                one["properties"]["limitation"] = f"Of {number}."
            elif kind == "unknown keys":
                one["properties"] |= {f"key {number}": 1, "limitation": ["no text"]}
            else:
                one["properties"] |= {"place": f"place-{number}", "quotes": "x"}
            features.append(one)
        path = saved(invented_folder, "geojson", document | {"features": features})
        begun = time.process_time()
        with pytest.raises(EditionFaults):
            import_file(invented_folder, path)
        return time.process_time() - begun

    seconds(10)
    assert seconds(4_000) < 8 * seconds(500) * 2.5, "quadratic would be 64 times"
