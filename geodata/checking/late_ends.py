"""Warns of a claim's time that goes on after the text was written."""

from __future__ import annotations

from geodata.checking.edition_parts import Parts
from geodata.model.dates import Dating, read_edtf

_CLAIMS = "claims.toml"


def apply(parts: Parts) -> None:
    """Warn of a statement about, or an utterance of, a time that its text cannot know.

    A forecast or a recommendation may be about what comes. A coarse end such as 2024 is late only
    if all of it is: a text of April 2024 can speak of 2024.
    """
    written = parts.article.written if parts.article else None
    if not written or not parts.article or not parts.is_read("article", "", "written"):
        return
    for claim in parts.claims:
        record = f"claim {claim.id}"
        if claim.about and claim.mode == "statement":
            _warn_if_late(parts, record, "about", claim.about, written)
        if parts.is_read("claim", claim.id, "said"):
            _warn_if_late(parts, record, "said", claim.said, written)


def _warn_if_late(parts: Parts, record: str, key: str, time: Dating, written: Dating) -> None:
    if time.edtf.endswith("/.."):
        fault = f"`{key}` has an open end ({time.edtf}), but the text is of {written.edtf}."
    elif _begins_after(time, written):
        fault = f"`{key}` ends ({time.edtf}) after the text was written ({written.edtf})."
    else:
        return
    cure = "End it with the time of writing."
    if key == "about":
        cure = "End it with the time of writing, or make the claim a forecast if it is one."
    parts.warn(_CLAIMS, record, fault, cure)


def _begins_after(time: Dating, written: Dating) -> bool:
    """Say whether the end of a time begins after the last day on which a text can be written."""
    end, last = read_edtf(time.edtf)[1], written.latest
    return end is not None and last is not None and end.first > last
