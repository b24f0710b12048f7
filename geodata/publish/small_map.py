"""The small map that stands beside an edition in a list: its preview picture without the words."""

import io
from typing import Final

from PIL import Image

from geodata.model.edition import Edition
from geodata.publish.picture_view import SIZE_PX, TEXT_WIDTH_PX
from geodata.publish.preview import draw_map

WIDTH_PX: Final = 320
"""Twice as wide as it is shown, for sharp screens."""
QUALITY: Final = 80


def small_map(edition: Edition) -> bytes:
    """Draw an edition's places as a WebP picture of `WIDTH_PX` pixels, some kilobytes large."""
    whole = draw_map(edition, names=False).resize(SIZE_PX, Image.Resampling.LANCZOS)
    map_alone = whole.crop((TEXT_WIDTH_PX, 0, *SIZE_PX))
    height = round(WIDTH_PX * map_alone.height / map_alone.width)
    small = map_alone.resize((WIDTH_PX, height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=QUALITY)
    return buffer.getvalue()
