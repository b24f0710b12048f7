"""A small street map as hosts have it: PMTiles with vector tiles of invented streets in Leipzig."""

from __future__ import annotations

import gzip
import io
import math
from pathlib import Path
from typing import Any, Final

from pmtiles.tile import (
    Compression,
    TileType,
    deserialize_header,
    serialize_header,
    zxy_to_tileid,
)
from pmtiles.writer import Writer

MIDDLE: Final = (12.3731, 51.3397)
"""Longitude and latitude, WGS 84, that the streets cross at."""
ZOOMS: Final = range(9, 15)
EXTENT: Final = 4096
LINE, POLYGON = 2, 3
Points = list[tuple[int, int]]
FAR: Final = 210 * 2**20
"""Where the tiles of a large file begin: past the size that Streamlit serves."""


def write_street_map(file: Path, *, large: bool = False) -> Path:
    """Write the map; a ``large`` one is a sparse file of more than 200 MB."""
    whole = io.BytesIO()
    writer: Any = Writer(whole)  # type: ignore[no-untyped-call]
    for zoom, x, y in sorted(_tiles(), key=lambda one: zxy_to_tileid(*one)):
        writer.write_tile(zxy_to_tileid(zoom, x, y), gzip.compress(_tile(zoom, x, y), mtime=0))
    west, south, east, north = (
        round(1e7 * (MIDDLE[i % 2] + (i // 2 * 2 - 1) * 0.2)) for i in range(4)
    )
    writer.finalize(
        {
            "tile_type": TileType.MVT,
            "tile_compression": Compression.GZIP,
            "min_lon_e7": west,
            "min_lat_e7": south,
            "max_lon_e7": east,
            "max_lat_e7": north,
            "center_zoom": 14,
            "center_lon_e7": round(MIDDLE[0] * 1e7),
            "center_lat_e7": round(MIDDLE[1] * 1e7),
        },
        {"attribution": "Invented for tests."},
    )
    data = whole.getvalue()
    header = deserialize_header(data[:127])
    begin = header["tile_data_offset"]
    far = FAR if large else begin
    with file.open("wb") as opened:
        opened.write(serialize_header(header | {"tile_data_offset": far}) + data[127:begin])
        opened.seek(far)
        opened.write(data[begin:])
    return file


def _tiles() -> list[tuple[int, int, int]]:
    """Give zoom, x and y of the tiles around the middle."""
    found = []
    for zoom in ZOOMS:
        x, y = (math.floor(one) for one in _at(zoom))
        found += [(zoom, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return found


def _at(zoom: int) -> tuple[float, float]:
    """Give where the middle lies, in tiles of a zoom (Web Mercator)."""
    lon, lat = MIDDLE
    y = math.asinh(math.tan(math.radians(lat))) / math.pi
    return (lon / 360 + 0.5) * 2**zoom, (1 - y) / 2 * 2**zoom


def _tile(zoom: int, x: int, y: int) -> bytes:
    """Give a tile: ground all over, and of two streets that cross what runs through it."""
    middle = [(one - corner) * EXTENT for one, corner in zip(_at(zoom), (x, y), strict=True)]
    right, down = (round(one) for one in middle)
    square = [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)]
    streets = []
    if 0 <= down < EXTENT:
        streets.append([(0, down), (EXTENT, down)])
    if 0 <= right < EXTENT:
        streets.append([(right, 0), (right, EXTENT)])
    ground = _layer("earth", "earth", POLYGON, [square])
    return ground + _layer("roads", "highway", LINE, streets) if streets else ground


# -- Mapbox Vector Tile 2.1, as protocol buffers ---------------------------------------------------


def _layer(name: str, kind: str, shape: int, drawn: list[Points]) -> bytes:
    layer = (
        _field(1, name.encode())
        + b"".join(_field(2, _feature(shape, points)) for points in drawn)
        + _field(3, b"kind")
        + _field(4, _field(1, kind.encode()))
        + _number(5, EXTENT)
        + _number(15, 2)
    )
    return _field(3, layer)


def _feature(shape: int, points: Points) -> bytes:
    commands, at = [], (0, 0)
    for number, (x, y) in enumerate(points):
        if number < 2:  # move to the first; then lines to all the others
            commands.append(9 if number == 0 else (len(points) - 1) << 3 | 2)
        commands += [_zigzag(x - at[0]), _zigzag(y - at[1])]
        at = (x, y)
    if shape == POLYGON:
        commands.append(15)
    drawn = b"".join(map(_varint, commands))
    return _field(2, b"\x00\x00") + _number(3, shape) + _field(4, drawn)


def _field(number: int, data: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])
