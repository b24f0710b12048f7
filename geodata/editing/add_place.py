"""Adds a place of the gazetteer to an edition's places.geojson."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geodata.editing.geojson_edits import PlacesFile
from geodata.editing.incoming import Edit
from geodata.editing.new_place import new_feature
from geodata.editing.text_files import StoredText
from geodata.editing.writing import checked, replace, seen
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.check import check_edition
from geodata.storage.files import read_bytes
from geodata.storage.load import read_parts

FILE = "places.geojson"


def add_place(gazetteer: Gazetteer, folder: Path, id: str) -> Mapping[str, Any]:
    """Add the place of an id of the gazetteer; return the properties that were written.

    An edition that is still begun may have faults; the place must add none.

    Raises
    ------
    UnknownEntryError
        If the gazetteer has no such place.
    EditionFaults
        If the edition has it already, would have a new fault, or cannot be written.
    """
    as_read = seen(folder)
    before = check_edition(folder).faults
    data, faults = read_bytes(folder, FILE)
    parts = read_parts(folder)
    if data is None or "place" in parts.incomplete:
        raise EditionFaults(faults or [one for one in before if one.file == FILE])
    entry = gazetteer.get(id)
    for place in parts.places:
        if entry.geonames and place.geonames == entry.geonames:
            fault = f"It is there already, as {place.id!r}."
            raise EditionFaults([Fault(FILE, id, fault, "Edit that place.")])
    feature = new_feature(gazetteer, id, parts.places)
    stored = StoredText.of(data)
    file = PlacesFile(stored.text)
    properties = dict(feature["properties"])
    fields = {key: value for key, value in properties.items() if key != "id"}
    file.apply(Edit(properties["id"], fields | {"geometry": feature["geometry"]}, is_new=True))
    files = {FILE: stored.stored(file.text)}
    checked(folder, files, known=before)
    replace(folder, files, as_read)
    return properties
