"""A geoparser for tests: quick, without a model, the same answer for the same text.

It knows four names. Words in a text steer it: FAIL makes it raise, LONG refuse, DIE end its
process, HOLD wait until the test lets it go on (``ATLAS_DOUBLE`` names the folder of its signs).
"""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from geodata.geoparse.contracts import Setting
from geodata.geoparse.errors import MissingModelError, TooLongError
from geodata.geoparse.values import (
    Candidate,
    FoundDate,
    Mention,
    Parse,
    Place,
    ProposedClaim,
    Span,
    Speaker,
    Toponym,
)
from geodata.model.mentions import MentionKind

FOLDER = "ATLAS_DOUBLE"
"""The variable that names the folder of signs: who opened, who holds, whether to go on."""
MODEL = "ATLAS_DOUBLE_MODEL"
"""The variable that has the version, where it is not "double 1"."""
PARIS = Place("geonames:2988507", "Paris", "city", "P.PPLC", "FR", 2.3488, 48.85341, 2_138_551)
TEXAS = Place("geonames:4717560", "Paris", "city", "P.PPLA2", "US", -95.55551, 33.66094, 24_839)
KASHMIR = Place(
    *("atlas:kashmir", "Kashmir", "region", "L.RGN", "", 75.0, 34.5, 0),
    dispute="Divided among India, Pakistan and China.",
)
FRANCE = Place("geonames:3017382", "France", "country", "A.PCLI", "FR", 2.0, 46.0, 67_000_000)
KNOWN = {
    "Paris": (Candidate(PARIS, 0.91234), Candidate(TEXAS, 0.0512345)),
    "Kashmir": (Candidate(KASHMIR, 0.7),),
    "French": (Candidate(FRANCE, 0.95),),
    "Xyzzy": (),
}


class Double:
    """Stands for the geoparser."""

    def __init__(self, quotations: bool) -> None:
        self.quotations = quotations
        self.version = os.environ.get(MODEL, "double 1")

    def parse(self, text: str, setting: Setting = Setting()) -> Parse:
        self._obey(text)
        mentions = tuple(map(_mention, re.finditer("|".join(map(re.escape, KNOWN)), text)))
        claims = tuple(_claims(text, mentions)) if self.quotations else ()
        remarks = [f"At home in {setting.home}."] if setting.home else []
        remarks += [f"Of {setting.date}."] if setting.date else []
        return Parse(text, setting.language or "en", mentions, claims, (), tuple(remarks))

    def _obey(self, text: str) -> None:
        if "FAIL" in text:
            raise ValueError("it met FAIL")
        if "LONG" in text:
            raise TooLongError("It is too long for the double. Cure: Cut it.")
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HOLD" in text and (folder := os.environ.get(FOLDER)):
            sign(Path(folder), f"holds-{os.getpid()}")
            wait_for(Path(folder) / "go")


def open_double(*, quotations: bool = True) -> Double:
    """Open it, as ``open_geoparser`` opens the real one; leave a sign of it."""
    if os.environ.get(MODEL) == "none":
        raise MissingModelError("The double has no model. Cure: Give it one.")
    if folder := os.environ.get(FOLDER):
        sign(Path(folder), f"opened-{os.getpid()}-{time.monotonic_ns()}")
    return Double(quotations)


def sign(folder: Path, name: str) -> None:
    """Leave a sign for the test."""
    (folder / name).touch()


def wait_for(path: Path) -> None:
    """Return once a file is there."""
    while not path.exists():
        time.sleep(0.01)


def _mention(found: re.Match[str]) -> Mention:
    name, candidates = found[0], KNOWN[found[0]]
    kind: MentionKind = "adjective" if name == "French" else "name"
    return Mention(
        Toponym(Span(*found.span()), name, kind, (name,)),
        candidates[0].place if candidates else None,
        candidates[0].score if candidates else 0.0,
        candidates,
        f"“{name}” is the best known of this name." if candidates else "No place has this name.",
        cannot_choose=False,
        none_of_these=not candidates,
    )


def _claims(text: str, mentions: tuple[Mention, ...]) -> list[ProposedClaim]:
    """Return a claim for each sentence that names a place, said by Anna where she is named."""
    claims = []
    for sentence in re.finditer(r"[^.]+", text):
        span = Span(*sentence.span())
        inside = [n for n, one in enumerate(mentions) if one.toponym.span.overlaps(span)]
        if inside:
            at = text.find("Anna", span.start, span.end)
            anna = Speaker("Anna Brook", Span(at, at + 4)) if at >= 0 else None
            form, verb = ("reported-speech", "said") if anna else ("authors-words", "")
            year = re.search(r"\d{4}", sentence[0])
            first = span.start + year.start() if year else 0
            dates = (FoundDate(Span(first, first + 4), year[0], "text"),) if year else ()
            claims.append(
                ProposedClaim(span, tuple(inside), anna, form, verb, (), (), dates)  # type: ignore[arg-type]
            )
    return claims
