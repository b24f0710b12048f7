"""The table of kinds: one row each, GeoNames' classes and codes, known types, six old ones."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError

import pytest

from geodata.model.kinds import KINDS, nearest

OLD = ("country", "province", "city", "building", "former-area", "informal-area")


def test_the_six_kinds_of_before_come_first_with_their_words_and_without_a_frame() -> None:
    assert tuple(KINDS)[:6] == OLD
    assert [KINDS[id].words for id in OLD] == [
        *("country", "province", "city", "building", "former area", "informal area"),
    ]
    assert not [id for id in OLD if KINDS[id].frame_km or KINDS[id].is_signed]


@pytest.mark.parametrize(
    ("id", "code", "aat"),
    [
        ("river", "H.STM", "300008707 river"),
        ("border-crossing", "S.PSTB", "300000809 site"),
        ("strait", "H.STRT", "300266059 body of water (natural)"),
        ("island", "T.ISL", "300008791 island"),
        ("neighbourhood", "P.PPLX", "300000745 neighborhood"),
        ("airport", "S.AIRP", "300000681 airport"),
        ("port", "L.PRT", "300120599 port"),
        ("forest", "V.FRST", "300132294 natural landscape"),
        ("village", "P.PPL", "300008372 village"),
    ],
)
def test_a_kind_has_its_code_and_type(id: str, code: str, aat: str) -> None:
    kind = KINDS[id]
    assert f"{kind.feature_class}.{kind.feature_code}" == code
    assert f"{kind.aat} {kind.aat_label}" == aat


def test_every_row_is_whole() -> None:
    assert len(KINDS) == 51
    for id, kind in KINDS.items():
        assert re.fullmatch("[a-z]+(-[a-z]+)*", id)
        assert re.fullmatch("3[0-9]{8}", kind.aat)
        assert set(kind.shapes) <= set("pla")
        assert kind.shapes
        assert kind.frame_km is None or 1 <= kind.frame_km <= 8000
        assert (kind.frame_km is None) == (id in OLD)
        assert re.fullmatch("[A-Z0-9]*", kind.feature_code)
    assert [id for id in KINDS if not KINDS[id].feature_code] == ["border", "front-line"]
    assert len({kind.words for kind in KINDS.values()}) == len(KINDS)


def test_one_type_has_one_label_and_one_label_one_type() -> None:
    pairs = {(kind.aat, kind.aat_label) for kind in KINDS.values()}
    assert len(pairs) == len(dict(pairs)) == len({label for _, label in pairs})


# Of feature-types-AAT_20230609.tsv in the repository of the Linked Places format, which gazetteers
# tell classes by: look there before another number is added.
LISTED = """
    300000202 300000390 300000455 300000678 300000681 300000705 300000745 300000774 300000809
    300000835 300004790 300006073 300006075 300006191 300007836 300008187 300008217 300008304
    300008372 300008389 300008591 300008680 300008687 300008694 300008707 300008761 300008791
    300008795 300008804 300008850 300008916 300120599 300128176 300128207 300132294 300132315
    300132316 300135982 300182722 300259572 300266059 300386831 300386853 300387143 300387178
    """


def test_every_type_is_of_the_formats_own_list() -> None:
    assert {kind.aat for kind in KINDS.values()} == set(LISTED.split())


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        KINDS["river"].words = "stream"  # type: ignore[misc]
    with pytest.raises(TypeError):
        KINDS["stream"] = KINDS["river"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("rivers", "river"),
        ("border_crossing", "border-crossing"),
        ("harbour", ""),
        ("Lake", "lake"),
        ("railway station", "station"),
        ("mountains", "mountain"),
    ],
)
def test_a_slip_finds_the_kind_that_is_meant(slip: str, meant: str) -> None:
    assert (nearest(slip) or [""])[0] == meant or (not meant and len(nearest(slip)) <= 4)
