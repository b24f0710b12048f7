"""Gives places, mentions and claims an invented field each: in the model, and in the table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from geodata.model.base import LineOrNone
from geodata.model.claims import Claim
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.wording import field_table
from geodata.wording.field_table import Field

FIELDS: dict[str, tuple[type[BaseModel], str, str]] = {
    "PLACE": (Place, "founded", "Founded by invented shepherds"),
    "MENTION": (Mention, "spelling", "An invented spelling"),
    "CLAIM": (Claim, "echo", "An invented echo"),
}
"""By the name of the table: the model, the field, and its value in the first record."""


@contextmanager
def one_field_more(table: str) -> Iterator[str]:
    """Give one kind of record a field more, a text that may be empty; yield its value."""
    model, key, value = FIELDS[table]
    before = getattr(field_table, table)
    model.__pydantic_fields__[key] = FieldInfo(annotation=LineOrNone, default="")
    try:
        model.model_rebuild(force=True)
        setattr(field_table, table, (*before, Field(key)))
        yield value
    finally:
        setattr(field_table, table, before)
        del model.__pydantic_fields__[key]
        model.model_rebuild(force=True)


def fill(folder: Path, table: str, id: str) -> None:
    """Write the field's value into the record with this id, in an edition's files."""
    _, key, value = FIELDS[table]
    if table == "PLACE":
        path = folder / "places.geojson"
        collection: dict[str, Any] = json.loads(path.read_text("utf-8"))
        for feature in collection["features"]:
            if feature["properties"]["id"] == id:
                feature["properties"][key] = value
        path.write_text(json.dumps(collection), "utf-8")
        return
    path = folder / f"{table.lower()}s.toml"
    text = path.read_text("utf-8")
    line = f'\nid = "{id}"\n'
    assert text.count(line) == 1
    path.write_text(text.replace(line, f'{line}{key} = "{value}"\n'), "utf-8")
