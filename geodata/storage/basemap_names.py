"""Reads the names of the basemap's countries, provinces, towns and waters."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

LABELS_FILE: Final = Path(__file__).parents[2] / "static" / "basemap" / "labels.json"


@cache
def basemap_names(language: str) -> frozenset[str]:
    """Return the names in a language (BCP 47), each way of writing "A (B)" and "A / B" apart.

    The basemap has names in English and in some other languages; there are none in the rest.
    """
    labels = json.loads(LABELS_FILE.read_text("utf-8"))
    main = language.split("-")[0]
    names = [one["name"] if main == "en" else one["names"].get(main, "") for one in labels]
    parts = [part for name in names for part in re.split(r"[()/]", name)]
    whole = [re.sub(r"\s*\([^)]*\)", "", name) for name in names]
    return frozenset(name.strip() for name in (*parts, *whole) if name.strip())
