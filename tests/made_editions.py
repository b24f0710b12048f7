"""Editions of any size, made from a seed: real places of the gazetteer in a text that says nothing.

The same numbers make the same files. Places lie within a region that grows with their number: 20 in
a country or two, 50 in a part of a continent, 200 and more anywhere. By hand, into a folder::

    python -m tests.made_editions FOLDER --places 100 --mentions 1000 --seed 3
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.made_places import made_places

SENTENCES: Final = 5  # of a paragraph
QUOTED: Final = 2  # sentences of a claim
THEMES: Final = {
    "roads": ("#2b6ca3", "#7db4e6", "circle"),
    "trade": ("#9a4a00", "#e6a86a", "square"),
    "water": ("#1f7a5c", "#7ccfb2", "triangle"),
    "health": ("#8a2f6b", "#dc9ac4", "diamond"),
}
TITLE: Final = "Places by chance"


def make_edition(root: Path, places: int, mentions: int | None = None, *, seed: int = 1) -> Path:
    """Write a valid edition into a new folder in ``root``, and return that folder.

    Parameters
    ----------
    root
        The folder of editions; made where it is missing.
    places
        How many places, at least one.
    mentions
        How many mentions, at least one a place; twice as many as places where it is not said.
    seed
        Another one makes another edition, elsewhere.
    """
    chance = random.Random(f"{places} {seed}")
    features = made_places(places, chance)
    text = _text(features, max(places, mentions or 2 * places), chance)
    folder = root / f"made-{places}-{len(text.sentences)}-{seed}"
    folder.mkdir(parents=True)
    for name, content in _files(folder.name, features, text, chance).items():
        (folder / name).write_bytes(content.encode())
    return folder


@dataclass(frozen=True)
class _Sentence:
    number: int
    place: dict[str, Any]  # its properties
    first: bool  # whether it is the first that names its place

    @property
    def before(self) -> str:
        return f"Report {self.number} was written in "

    def __str__(self) -> str:
        return f"{self.before}{self.place['title']}."


@dataclass(frozen=True)
class _Text:
    sentences: Sequence[_Sentence]

    @property
    def paragraphs(self) -> list[str]:
        return [" ".join(map(str, part)) for part in _parts(self.sentences, SENTENCES)]

    @property
    def whole(self) -> str:
        return "\n\n".join([TITLE, *self.paragraphs]) + "\n"


def _text(features: Sequence[Any], mentions: int, chance: random.Random) -> _Text:
    known = [feature["properties"] for feature in features]
    named = [*known, *chance.choices(known, k=mentions - len(known))]
    seen: set[str] = set()
    sentences = []
    for number, place in enumerate(named, 1):
        sentences.append(_Sentence(number, place, place["id"] not in seen))
        seen.add(place["id"])
    return _Text(sentences)


def _files(id: str, features: Sequence[Any], text: _Text, chance: random.Random) -> dict[str, str]:
    collection = {"type": "FeatureCollection", "features": features}
    return {
        "article.txt": text.whole,
        "edition.toml": _edition(id, text),
        "places.geojson": json.dumps(collection, ensure_ascii=False, indent=1),
        "mentions.toml": "\n".join(_mentions(text)),
        "claims.toml": "\n".join(_claims(text, chance)),
        "speakers.toml": _table(
            "speaker", id="author", name="The author", according_to="the author", source="named"
        ),
        "themes.toml": "\n".join(_themes()),
    }


def _edition(id: str, text: _Text) -> str:
    facts = _fields(
        format=2, id=id, title=TITLE, language="en", authors=["Jo Field"], publisher="",
        date_published="", url="", rights="Invented for tests.", publish="full",
        code_points=len(text.whole),
    )  # fmt: skip
    notice = "Written in 2019 (inferred)."
    written = _fields(edtf="2019", basis="inferred", **{"from": "Invented."}, notice=notice)
    blocks, start = [_table("block", id="title", kind="title", start=0, end=len(TITLE))], len(TITLE)
    for number, paragraph in enumerate(text.paragraphs, 1):
        start += 2
        end = start + len(paragraph)
        blocks.append(_table("block", id=f"p{number}", kind="paragraph", start=start, end=end))
        start = end
    return "\n".join([facts, f"[written]\n{written}", *blocks])


def _mentions(text: _Text) -> Iterator[str]:
    for one in text.sentences:
        yield _table(
            "mention", id=f"m{one.number}",
            quote={"exact": one.place["title"], "prefix": one.before, "suffix": ""},
            kind="name", places=[{"id": one.place["id"], "certainty": "certain"}],
            outcome="mapped" if one.first else "merged", reading="As it says.",
            status="unverified",
        )  # fmt: skip


def _claims(text: _Text, chance: random.Random) -> Iterator[str]:
    said = {"edtf": "2019", "basis": "inferred", "from": "Invented."}
    for paragraph in _parts(text.sentences, SENTENCES):
        for part in _parts(paragraph, QUOTED):
            month = f"{chance.randint(2015, 2019)}-{chance.randint(1, 12):02}"
            yield _table(
                "claim", id=f"c{part[0].number}", said_by="author", chain=[],
                form="authors-words", source="none", mode="statement",
                quotes=[{"exact": " ".join(map(str, part))}], hedge=[], limitation="Invented.",
                themes=[chance.choice([*THEMES])],
                places=[*dict.fromkeys(one.place["id"] for one in part)],
                about={"edtf": month, "basis": "stated"}, said=said, status="unverified",
            )  # fmt: skip


def _themes() -> Iterator[str]:
    for id, (colour, dark, shape) in THEMES.items():
        title = id.capitalize()
        yield _table(
            "theme", id=id, title=title, short=title, colour=colour, colour_dark=dark, shape=shape
        )


def _parts(many: Sequence[_Sentence], size: int) -> list[Sequence[_Sentence]]:
    return [many[start : start + size] for start in range(0, len(many), size)]


def _table(kind: str, /, **fields: Any) -> str:
    return f"[[{kind}]]\n{_fields(**fields)}"


def _fields(**fields: Any) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in fields.items())


def _value(value: Any) -> str:
    """Write a value as TOML; its strings are JSON's."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write an edition, and print where."""
    parser = argparse.ArgumentParser(description="Write an edition of any size from a seed.")
    parser.add_argument("root", type=Path, help="the folder of editions")
    parser.add_argument("--places", type=int, default=100)
    parser.add_argument("--mentions", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(make_edition(given.root, given.places, given.mentions, seed=given.seed))


if __name__ == "__main__":
    main()
