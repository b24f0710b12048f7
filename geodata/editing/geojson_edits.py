"""Edits places.geojson feature by feature; the text of every other feature stays as it is."""

from __future__ import annotations

import json
import re
from typing import Any

from geodata.editing.incoming import Edit, Fields
from geodata.storage.places_text import BETWEEN, feature_text

_FIRST = re.compile(r'"features"\s*:\s*\[\s*')


class PlacesFile:
    """The features of a places.geojson, each with its own text."""

    def __init__(self, text: str) -> None:
        """Take a file apart that the loader has read without a fault."""
        features = json.loads(text)["features"]
        self._before, self._texts, self._between, self._after = _cut(text, features)
        self._features: list[Fields] = features
        ids = (feature["properties"].get("id") for feature in features)
        self._gone: set[int] = set()
        self._numbers = {id: number for number, id in enumerate(ids)}

    def apply(self, edit: Edit) -> None:
        """Change a place, or add a new one at the end."""
        if edit.is_new:
            new: Fields = {"type": "Feature", "properties": {"id": edit.id}, "geometry": None}
            self._features.append(new)
            self._texts.append("")
            self._numbers[edit.id] = len(self._features) - 1
        number = self._number(edit.id)
        feature = self._features[number]
        for key, value in edit.fields.items():
            if key == "geometry":
                feature["geometry"] = value
            else:
                feature["properties"][key] = value
        self._texts[number] = feature_text(feature)

    def remove(self, id: str) -> None:
        """Take a place out."""
        self._gone.add(self._number(id))

    def holds(self, id: str, key: str) -> bool:
        """Say whether the file gives a place's property, other than null."""
        return self._features[self._number(id)]["properties"].get(key) is not None

    @property
    def text(self) -> str:
        """The whole file."""
        left = (text for number, text in enumerate(self._texts) if number not in self._gone)
        return self._before + self._between.join(left) + self._after

    def _number(self, id: str) -> int:
        return self._numbers[id]


def _cut(text: str, features: list[Any]) -> tuple[str, list[str], str, str]:
    """Return what stands before the features, their texts, what parts them, and what follows."""
    decoder = json.JSONDecoder()
    for start in _FIRST.finditer(text):
        at, texts, between = start.end(), [], BETWEEN
        for number, feature in enumerate(features):
            try:
                value, end = decoder.raw_decode(text, at)
            except ValueError:
                break
            if value != feature:
                break
            texts.append(text[at:end])
            parting = re.compile(r"\s*,\s*").match(text, end)
            if number + 1 < len(features) and parting:
                between, at = parting[0], parting.end()
            else:
                at = end
        if len(texts) == len(features):
            return text[: start.end()], texts, between, text[at:]
    raise AssertionError("a FeatureCollection was read, so its features stand in its text")
