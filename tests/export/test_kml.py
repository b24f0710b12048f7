"""KML by the OGC's own schema, by GDAL's reader, and as Google Earth shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from lxml import etree

from geodata.export.kml import export
from geodata.model.edition import Edition
from tests.export.reading import SCHEMAS, layers, read_layer, rebuilt

NAMES = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="module")
def ogc() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(SCHEMAS / "kml" / "ogckml22.xsd", parser))


def document(edition: Edition) -> etree._Element:
    return etree.fromstring(export(edition))


def marks(edition: Edition, theme: str) -> list[etree._Element]:
    found: list[etree._Element] = document(edition).xpath(
        f"//k:Folder[@id='theme-{theme}']/k:Placemark", namespaces=NAMES
    )
    return found


def test_the_ogc_schema_accepts_it(
    ogc: etree.XMLSchema, first: Edition, first_excerpts: Edition, invented: Edition
) -> None:
    for edition in (first, first_excerpts, invented):
        ogc.assertValid(document(edition))


def test_the_ogc_schema_would_refuse_a_wrong_order(ogc: etree.XMLSchema, invented: Edition) -> None:
    root = document(invented)
    mark = root.find(".//k:Placemark", NAMES)
    mark.append(mark.find("k:name", NAMES))
    assert not ogc.validate(root)


def test_each_theme_is_a_folder_at_the_top_in_order(first: Edition) -> None:
    root = document(first)
    folders = root.xpath("/k:kml/k:Document/k:Folder", namespaces=NAMES)
    assert [one.findtext("k:name", namespaces=NAMES) for one in folders] == [
        "Names of the places",
        *(theme.title for theme in first.themes),
    ]
    assert root.xpath("//k:Document//k:Document", namespaces=NAMES) == []


def test_a_folder_holds_each_claim_of_its_theme_with_each_place(first: Edition) -> None:
    for theme in first.themes:
        assert [mark.get("id") for mark in marks(first, theme.id)] == [
            f"claim-{theme.id}.{claim.id}.{place}"
            for claim in first.claims_in_text_order
            if theme.id in claim.themes
            for place in claim.places or ("no-place",)
        ]


def test_a_balloon_says_first_according_to_whom_and_then_how_weak_it_is(invented: Edition) -> None:
    (mark,) = (one for one in marks(invented, "trade") if "old-bridge" in one.get("id"))
    words = mark.findtext("k:description", namespaces=NAMES)
    lines = words.splitlines()
    assert lines[0] == "<p>According to Anna Brook, a miller:</p>"
    assert lines[1] == (
        "<blockquote>“The bridge <em>may</em> be closed,” said Anna Brook, a miller from Lyon."
        "</blockquote>"
    )
    for line in (
        "<p><b>Limited by the words:</b> “may”</p>",
        "<p><b>Limitation:</b> She does not say which bridge.</p>",
        "<p>Draft: no named editor has yet compared this with the text and its sources.</p>",
        "<p><b>Time:</b> May 2019 (year inferred)</p>",
        "<p><b>Said:</b> in summer 2019 (inferred)</p>",
        "<p><b>Named or inferred:</b> Inferred from outside, not named in the article; "
        "A map of 2018.</p>",
        "<p><b>How sure:</b> likely that this place is meant</p>",
        "<p><b>Map data:</b> drawn by hand (public domain)</p>",
        "<p><b>Rights:</b> Invented for tests.</p>",
    ):
        assert line in lines
    assert mark.findtext("k:Snippet", namespaces=NAMES) == "According to Anna Brook, a miller"
    assert mark.findtext("k:name", namespaces=NAMES) == (
        "The old bridge (inferred, not in the text) – Anna Brook: "
        "““The bridge may be closed,” said Anna Brook, a miller from…”"
    )


def test_placemarks_of_one_folder_can_be_told_apart(first: Edition) -> None:
    for theme in first.themes:
        found = [mark.findtext("k:name", namespaces=NAMES) for mark in marks(first, theme.id)]
        assert len(set(found)) == len(found)


def test_each_claimed_place_has_its_name_on_the_map_once(first: Edition) -> None:
    root = document(first)
    found = root.xpath("//k:Folder[@id='names']/k:Placemark", namespaces=NAMES)
    claimed = {place for claim in first.claims for place in claim.places}
    wanted = [place for place in first.places if place.id in claimed]
    assert [one.findtext("k:name", namespaces=NAMES) for one in found] == [
        place.title for place in wanted
    ]
    assert [one.findtext("k:Point/k:coordinates", namespaces=NAMES) for one in found] == [
        f"{place.label_lon!r},{place.label_lat!r}" for place in wanted
    ]
    scales = root.xpath("//k:Style/k:LabelStyle/k:scale/text()", namespaces=NAMES)
    assert set(scales) == {"0"}  # the claims' own names stand in the list alone
    assert root.findtext(".//k:Style[@id='name']/k:IconStyle/k:scale", namespaces=NAMES) == "0"


def test_without_claims_areas_are_named_at_their_labels(invented: Edition) -> None:
    root = document(rebuilt(invented, claims=(), themes=()))
    (alps,) = root.xpath("//k:Placemark[@id='place-alpine-inns']", namespaces=NAMES)
    label = invented.place("alpine-inns").label
    point = alps.findtext("k:MultiGeometry/k:Point/k:coordinates", namespaces=NAMES)
    assert point == f"{label[0]!r},{label[1]!r}"
    assert alps.find("k:MultiGeometry/k:Polygon", NAMES) is not None


def test_a_dated_claim_has_its_days_and_an_undated_one_none(invented: Edition) -> None:
    spans = {
        mark.get("id"): [one.text for one in mark.iterfind("k:TimeSpan/*", NAMES)]
        for mark in marks(invented, "trade")
    }
    assert spans["claim-trade.bridge-closed.old-bridge"] == ["2019-05-01", "2019-05-31"]
    assert spans["claim-trade.traders-return.paris"] == ["2019-05-01"]
    assert spans["claim-trade.inns-open.alpine-inns"] == []


def test_an_approximate_area_is_soft_and_no_area_is_painted(invented: Edition) -> None:
    root = document(invented)

    def style(look: str) -> list[str | None]:
        path = f"//k:Style[@id='roads-{look}']"
        return [
            root.findtext(f".{path}/k:{part}", namespaces=NAMES)
            for part in ("LineStyle/k:color", "LineStyle/k:width", "PolyStyle/k:fill")
        ]

    assert style("administrative") == ["ffa36c2b", "2.5", "0"]
    assert style("approximate") == ["40a36c2b", "9", "1"]
    uses = {mark.findtext("k:styleUrl", namespaces=NAMES) for mark in marks(invented, "trade")}
    assert uses == {
        *("#trade-exact", "#trade-exact-inferred", "#trade-approximate", "#trade-administrative")
    }


def test_markup_in_an_edition_stays_words(invented: Edition, ogc: etree.XMLSchema) -> None:
    claim = invented.claims[0].model_copy(
        update={"limitation": "<script>alert(1)</script> ]]> & so\uffff on"}
    )
    edition = rebuilt(invented, claims=(claim, *invented.claims[1:]))
    ogc.assertValid(document(edition))
    words = marks(edition, "roads")[0].findtext("k:description", namespaces=NAMES)
    assert "<script>" not in words
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; so\ufffd on" in words


def test_it_names_no_picture_or_style_elsewhere(first: Edition) -> None:
    assert document(first).xpath("//k:href | //k:NetworkLink", namespaces=NAMES) == []


def test_gdal_reads_each_folder_as_a_layer_with_the_same_values(
    first: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "edition.kml"
    path.write_bytes(export(first))
    assert layers(path) == ["Names of the places", *(theme.title for theme in first.themes)]
    for theme in first.themes:
        rows = read_layer(path, theme.title).to_dict("records")
        wanted = [
            (claim, first.place(place) if place else None)
            for claim in first.claims_in_text_order
            if theme.id in claim.themes
            for place in claim.places or ("",)
        ]
        assert len(rows) == len(wanted)
        for row, (claim, place) in zip(rows, wanted, strict=True):
            speaker = first.speaker(claim.said_by)
            assert row["according_to"] == f"According to {speaker.according_to}"
            assert (row["claim"], row["limitation"]) == (claim.id, claim.limitation)
            assert row.get("hedge", "") == " | ".join(claim.hedge)
            if place is None:
                assert row["geometry"] is None
                continue
            assert (row["place"], row["precision"]) == (place.id, place.precision)
            assert shapely.equals_exact(
                shapely.force_2d(row["geometry"]).normalize(), place.geometry.normalize(), 1e-9
            )


def test_a_balloon_carries_the_editors_notes_that_bear_on_its_claim(noted: Edition) -> None:
    (mark,) = (one for one in marks(noted, "trade") if "inns-open" in one.get("id"))
    assert (
        "<p><b>Editors’ note, 1 February 2020:</b> Written with two horses in the text.</p>"
    ) in mark.findtext("k:description", namespaces=NAMES).splitlines()
