"""The preview picture: its size, what it draws, and that long titles stay inside it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import shapely
from PIL import Image, ImageChops

from geodata.model.edition import Edition
from geodata.publish import picture_fonts
from geodata.publish.picture_fonts import FONTS_VARIABLE, length, runs_from_right, unwritable
from geodata.publish.picture_lines import fitted
from geodata.publish.preview import draw_map, preview_png, unwritten
from geodata.storage.load import load_edition
from tests.export.reading import rebuilt
from tests.invented import write_bare_edition, write_edition

PANEL_PX = 520
PAPER, WATER, LAND = (251, 250, 247), (207, 221, 227), (246, 243, 234)
ACCENT = (20, 80, 110)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """Return the invented edition's picture."""
    return picture(load_edition(write_edition(tmp_path_factory.mktemp("editions"))))


def picture(edition: Edition) -> Image.Image:
    return Image.open(io.BytesIO(preview_png(edition))).convert("RGB")


def changed(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box (left, top, right, bottom) outside of which two pictures are the same."""
    box: tuple[int, int, int, int] | None = ImageChops.difference(one, other).getbbox()
    return box


def without(edition: Edition, place: str) -> Edition:
    """Return an edition that knows a place no more; the rest is as it was."""
    places = tuple(one for one in edition.places if one.id != place)
    return edition.model_copy(update={"places": places})


def test_it_is_a_png_of_1200_by_630(first: Edition) -> None:
    with Image.open(io.BytesIO(preview_png(first))) as found:
        assert (found.format, found.size) == ("PNG", (1200, 630))


def test_the_same_edition_gives_the_same_picture(invented: Edition, plain: Image.Image) -> None:
    assert changed(plain, picture(invented)) is None


def test_it_has_paper_to_the_left_and_land_and_water_to_the_right(first: Edition) -> None:
    shown = picture(first)
    assert shown.getpixel((5, 5)) == PAPER
    assert shown.getpixel((PANEL_PX - 5, 625)) == PAPER
    colours = {shown.getpixel((x, y)) for x in range(525, 1200, 9) for y in range(0, 630, 9)}
    assert {WATER, LAND} <= colours


def test_a_known_place_is_drawn_where_it_lies(first: Edition) -> None:
    shown = picture(first)
    quetta, site = (
        changed(shown, picture(without(first, one))) for one in ("quetta", "russia-attack-site")
    )
    assert quetta is not None
    assert site is not None
    assert PANEL_PX < site[0] < quetta[0], "the site lies west of Quetta"
    assert site[1] < quetta[1], "and north of it"


def map_alone(edition: Edition) -> Image.Image:
    """Return the map without names, as large as the picture."""
    return draw_map(edition, names=False).resize((1200, 630), Image.Resampling.LANCZOS)


def darkest(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return min(image.crop(box).convert("L").tobytes())


def test_a_place_that_is_inferred_is_a_ring_and_one_in_the_text_a_dot(first: Edition) -> None:
    boxes = {}
    for one in ("quetta", "russia-attack-site"):
        other = without(first, one)
        boxes[one] = changed(map_alone(first), map_alone(other))
    for one, is_ring in (("quetta", False), ("russia-attack-site", True)):
        box = boxes[one]
        assert box is not None
        assert box[2] - box[0] < 20
        x, y = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
        middle = darkest(map_alone(first), (x - 1, y - 1, x + 1, y + 1))
        assert (middle > 200) is is_ring


def test_an_approximate_area_has_a_soft_edge_and_no_sharp_line(first: Edition) -> None:
    shown, missing = map_alone(first), map_alone(without(first, "southern-tajikistan"))
    box = changed(shown, missing)
    assert box is not None
    beside = first.place("southern-tajikistan")
    sharp = beside.model_copy(update={"precision": "administrative"})
    places = tuple(sharp if one.id == sharp.id else one for one in first.places)
    line = map_alone(first.model_copy(update={"places": places}))
    assert changed(shown, line) is not None
    soft_ink, line_ink = (
        sum(value < 90 for value in one.crop(box).convert("L").tobytes()) for one in (shown, line)
    )
    assert soft_ink < 0.9 * line_ink


def test_names_stand_on_the_map_and_none_over_another(first: Edition) -> None:
    with_names = picture(first)
    box = changed(with_names, picture(renamed(first, "turkey", "X")))
    assert box is not None
    assert box[0] > PANEL_PX
    left, top, right, bottom = box
    assert right - left < 120
    assert bottom - top < 40


def renamed(edition: Edition, place: str, title: str) -> Edition:
    places = tuple(
        one.model_copy(update={"title": title}) if one.id == place else one
        for one in edition.places
    )
    return edition.model_copy(update={"places": places})


@pytest.mark.parametrize(
    "title",
    ["Талибан и Россия", "Žižkov, Łódź, Ağrı", "طالبان اور پاکستان", "Kabul كابل and كوئٹہ today"],
)
def test_titles_are_written_in_every_script_of_the_maps_fonts(
    invented: Edition, title: str
) -> None:
    article = invented.article.model_copy(update={"title": title})
    edition = rebuilt(invented, article=article)
    assert unwritten(edition) == ""
    none = rebuilt(invented, article=invented.article.model_copy(update={"title": "語"}))
    box = changed(picture(edition), picture(none))
    assert box is not None
    assert box[2] <= PANEL_PX


def test_arabic_letters_are_joined_and_run_from_the_right() -> None:
    joined, apart = length("كوئٹہ", 40), sum(length(sign, 40) for sign in "كوئٹہ")
    assert joined < 0.9 * apart
    words = [piece for piece, _ in picture_fonts._runs("a كو ئٹ b", 40, 400) if piece.strip()]
    assert words == ["a", "ئٹ", "كو", "b"]
    assert runs_from_right("«كو» b")
    assert not runs_from_right("b كو")


def test_what_no_font_has_is_left_out_and_told(invented: Edition) -> None:
    article = invented.article.model_copy(update={"title": "喀布尔 Ω"})
    edition = rebuilt(invented, article=article)
    assert unwritten(edition) == "喀布尔Ω"
    other = rebuilt(invented, article=invented.article.model_copy(update={"title": "布尔"}))
    assert changed(picture(edition), picture(other)) is None


def test_a_font_of_the_hosts_own_stands_behind_ours_for_what_it_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (cyrillic,) = (path for path, _ in picture_fonts._faces("") if "-cyrillic-" in path.name)
    monkeypatch.setenv(FONTS_VARIABLE, str(cyrillic))
    assert picture_fonts._faces(str(cyrillic))[-1] == (cyrillic, None)
    assert picture_fonts._draws(cyrillic, "Ж")
    assert not picture_fonts._draws(cyrillic, "語")
    assert unwritable("Жé語") == "語"


def test_a_places_own_picture_is_framed_on_it_and_names_it(
    invented: Edition, plain: Image.Image
) -> None:
    lyon, paris = (
        Image.open(io.BytesIO(preview_png(invented, invented.place(one)))).convert("RGB")
        for one in ("lyon", "paris")
    )
    middle = ((PANEL_PX + 1200) // 2, 315)
    for one in (lyon, paris):
        near = {
            one.getpixel((middle[0] + x, middle[1] + y))
            for x in range(-12, 13, 2)
            for y in range(-12, 61, 2)
        }
        assert ACCENT in near, "the place lies near the middle of its picture"
    box = changed(lyon.crop((0, 0, PANEL_PX, 630)), paris.crop((0, 0, PANEL_PX, 630)))
    assert box is not None, "the words name it"
    assert box[2] <= PANEL_PX


@pytest.mark.parametrize(
    ("lon", "lat"), [(-2.36, 51.38), (179.99, 0.0), (10.0, 89.5), (0.0, -90.0)]
)
def test_one_point_alone_is_drawn_with_its_surroundings(
    tmp_path: Path, lon: float, lat: float
) -> None:
    edition = load_edition(write_bare_edition(tmp_path))
    point = edition.place("lyon").model_copy(
        update={"geometry": shapely.Point(lon, lat), "label_lon": lon, "label_lat": lat}
    )
    mentions = tuple(
        one.model_copy(update={"places": (), "outcome": "not-mapped", "reason": "too-vague"})
        if one.place_ids and one.place_ids != ("lyon",)
        else one
        for one in edition.mentions
    )
    alone = picture(rebuilt(edition, places=(point,), mentions=mentions, notes=()))
    assert alone.size == (1200, 630)
    if abs(lat) < 80:
        right = alone.crop((PANEL_PX, 0, 1200, 630))
        assert (35, 40, 45) in {colour for _, colour in right.getcolors(1_000_000) or []}


def test_a_vague_place_has_a_picture_without_an_outline_of_it(invented: Edition) -> None:
    place = invented.place("alpine-inns")
    drawn = Image.open(io.BytesIO(preview_png(invented, place))).convert("RGB")
    colours = {drawn.getpixel((x, y)) for x in range(525, 1200) for y in range(0, 630)}
    assert ACCENT not in colours


def test_title_and_authors_are_written_left_of_the_map(
    invented: Edition, plain: Image.Image
) -> None:
    for update in ({"title": "Another title"}, {"authors": ("Someone Else",)}):
        article = invented.article.model_copy(update=update)
        box = changed(plain, picture(rebuilt(invented, article=article)))
        assert box is not None
        assert box[2] <= PANEL_PX


@pytest.mark.parametrize("title", ["word " * 300 + "end", "w" * 2_000])
def test_a_title_of_any_length_stays_left_of_the_map_and_leaves_the_rest(
    invented: Edition, plain: Image.Image, title: str
) -> None:
    article = invented.article.model_copy(update={"title": title})
    box = changed(plain, picture(rebuilt(invented, article=article)))
    assert box is not None
    assert box[2] <= PANEL_PX
    assert box[3] <= 630 - 30


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("short", ("short",)),
        ("ten signs.", ("ten signs.",)),
        ("two lines of it", ("two lines", "of it")),
        ("far too many words for it", ("far too", "many word…")),
        ("one incomprehensible", ("one", "incompreh…")),
        ("  blanks \n at  odds ", ("blanks at", "odds")),
    ],
)
def test_a_text_is_broken_between_words_and_cut_with_a_mark(
    text: str, lines: tuple[str, ...]
) -> None:
    assert fitted(text, len, 10, 2) == lines
