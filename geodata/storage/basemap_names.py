"""Reads the names of the basemap's countries, provinces, towns and waters."""

from __future__ import annotations

import re
from functools import cache

from geodata.ground.files import all_names


@cache
def basemap_names(language: str) -> frozenset[str]:
    """Return the names in a language (BCP 47), each way of writing "A (B)" and "A / B" apart.

    The basemap has names in English and in some other languages; there are none in the rest.
    """
    main = language.split("-")[0]
    names = [name if main == "en" else others.get(main, "") for name, others in all_names()]
    parts = [part for name in names for part in re.split(r"[()/]", name)]
    whole = [re.sub(r"\s*\([^)]*\)", "", name) for name in names]
    return frozenset(name.strip() for name in (*parts, *whole) if name.strip())
