"""The files of the ground: cells by view, coordinates as whole numbers, what a picture reads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.ground.files import all_names, files_in, sheets, world
from geodata.ground.grid import COARSE, FINE, Box, Cell, Level
from geodata.ground.packed import pack, unpack

DEGREES = st.tuples(
    st.floats(min_value=-180, max_value=180), st.floats(min_value=-90, max_value=90)
)


@given(st.lists(DEGREES, min_size=2, max_size=40))
def test_what_is_packed_comes_back_to_half_a_unit(points: list[tuple[float, float]]) -> None:
    found = unpack(pack(np.array(points), 1e-4), 1e-4)
    before = [tuple(point) for point in np.round(np.array(points), 4).tolist()]
    once = [point for i, point in enumerate(before) if i == 0 or point != before[i - 1]]
    assert found.shape == (len(once), 2)
    assert np.abs(found - np.array(once)).max() < 1.1e-4


@pytest.mark.parametrize(
    ("level", "box", "cells"),
    [
        (FINE, (12.3, 51.3, 12.4, 51.4), [(38, 28)]),
        (COARSE, (19.0, -11.0, 21.0, -9.0), [(9, 3), (10, 3), (9, 4), (10, 4)]),
        (COARSE, (170.0, 1.0, 190.0, 2.0), [(17, 4), (0, 4)]),  # across 180 degrees
        (COARSE, (-180.0, 80.0, -179.0, 90.0), [(0, 8)]),  # up to the pole
    ],
)
def test_a_box_meets_its_cells(level: Level, box: Box, cells: list[Cell]) -> None:
    assert level.cells_in(box) == cells


def test_a_box_around_the_world_meets_every_cell_once() -> None:
    cells = FINE.cells_in((-180, -90, 540, 90))
    assert len(cells) == len(set(cells)) == FINE.columns * FINE.rows


def test_only_cells_with_something_in_them_are_named() -> None:
    assert files_in(FINE, [(12.3, 51.3, 12.4, 51.4)] * 2) == ["fine-38-28.json"]
    assert files_in(COARSE, [(-130.0, -58.0, -122.0, -52.0)]) == []  # the South Pacific


def test_a_picture_of_much_of_the_world_is_drawn_from_one_file() -> None:
    (whole,) = sheets((-180, -60, 180, 80))
    assert whole.content is world()
    near = sheets((10.0, 45.0, 15.0, 55.0))
    assert all(sheet.content is not world() for sheet in near)
    assert any(sheet.land() for sheet in near)
    assert any(sheet.borders() for sheet in near)


def test_names_of_towns_and_units_are_known_besides_those_of_countries() -> None:
    names = dict(all_names())
    assert {"France", "Arabian Sea", "Leipzig", "Bavaria", "Quetta"} <= set(names)
    assert names["Quetta"]["ur"] == "کوئٹہ"
