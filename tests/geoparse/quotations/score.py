"""Scores found quotations against marked ones: also as a command, on a file of JSON lines.

Each line is ``{"id", "text", "quotations": [{"start", "end", "text", "speaker", "also", "verb",
"form", "chain"}]}``: half-open code-point offsets, direct speech with its marks, reported speech
without "that"; ``speaker`` null where nobody is named; ``verb`` is the class of the verb.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast, get_args

from geodata.geoparse.contracts import QuotationFinder
from geodata.geoparse.values import Quotation, QuotationForm, VerbClass

OVERLAP: Final = 0.3
"""Intersection over union, in signs, from which on two spans are of the same quotation."""
_DRESS: Final = re.compile(
    r"^(?:(?:the|an?|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady)\b\.?\s*)+(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation as a person marked it."""

    start: int
    end: int
    speaker: str | None
    also: tuple[str, ...]
    verb: VerbClass
    form: QuotationForm
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A marked text."""

    id: str
    text: str
    quotations: tuple[Marked, ...]


@dataclass(slots=True)
class Score:
    """What was counted; forms are those that were marked, or those found where none was."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    speaker: Counter[str] = field(default_factory=Counter)
    verb: Counter[str] = field(default_factory=Counter)
    form: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.matched.total() / ((self.marked.total() + self.found.total()) or 1)

    @property
    def precision(self) -> float:
        """Return the share of what was found that was marked."""
        return self.matched.total() / (self.found.total() or 1)

    @property
    def recall(self) -> float:
        """Return the share of what was marked that was found."""
        return self.matched.total() / (self.marked.total() or 1)

    def share(self, right: Counter[str], form: str = "") -> float:
        """Return the share of the matched that is right, of one form or of all."""
        if form:
            return right[form] / (self.matched[form] or 1)
        return right.total() / (self.matched.total() or 1)


def read(path: Path) -> list[Text]:
    """Read marked texts.

    Raises
    ------
    ValueError
        If a span does not hold the text that it claims to, or a form or class does not exist.
    """
    return [_text(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def _text(line: dict[str, object]) -> Text:
    text, id = str(line["text"]), str(line["id"])
    marked = line["quotations"]
    assert isinstance(marked, list)
    return Text(id, text, tuple(_marked(id, text, one) for one in marked))


def _marked(id: str, text: str, one: dict[str, object]) -> Marked:
    start, end = one["start"], one["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    verb, form = cast(VerbClass, one["verb"]), cast(QuotationForm, one["form"])
    if text[start:end] != one["text"]:
        raise ValueError(f"{id}: {start}–{end} is {text[start:end]!r}, not {one['text']!r}.")
    if verb not in get_args(VerbClass) or form not in get_args(QuotationForm):
        raise ValueError(f"{id}: {verb!r} is no class of verbs, or {form!r} is no form.")
    also, chain = one["also"], one["chain"]
    assert isinstance(also, list)
    assert isinstance(chain, list)
    speaker = one["speaker"]
    return Marked(
        start,
        end,
        None if speaker is None else str(speaker),
        tuple(also),
        verb,
        form,
        tuple(chain),
    )


def overlap(marked: Marked, found: Quotation) -> float:
    """Return the intersection over the union of two spans."""
    common = min(marked.end, found.span.end) - max(marked.start, found.span.start)
    union = max(marked.end, found.span.end) - min(marked.start, found.span.start)
    return max(0, common) / union


def pairs(marked: Sequence[Marked], found: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Pair marked and found quotations one to one, the greatest overlaps first."""
    near = sorted(
        (
            (overlap(one, other), -i, -j)
            for i, one in enumerate(marked)
            for j, other in enumerate(found)
            if overlap(one, other) >= OVERLAP
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, i, j in near:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return sorted(taken.items())


def is_speaker(marked: Marked, found: Quotation) -> bool:
    """Say whether the speaker is the one that was marked, by any of its names."""
    name = found.speaker.name if found.speaker else None
    if name is None or marked.speaker is None:
        return name is marked.speaker
    return bare(name) in {bare(one) for one in (marked.speaker, *marked.also)}


def bare(name: str) -> str:
    """Return a name for comparison: without case, articles and titles, with straight marks."""
    return _DRESS.sub("", " ".join(name.casefold().replace("’", "'").split()))


def score(finder: QuotationFinder, texts: Iterable[Text]) -> Score:
    """Find the quotations of texts and compare."""
    total = Score()
    for text in texts:
        _add(total, text, finder.find(text.text))
    return total


def _add(total: Score, text: Text, found: Sequence[Quotation]) -> None:
    matched = pairs(text.quotations, found)
    forms = {j: text.quotations[i].form for i, j in matched}
    total.marked.update(one.form for one in text.quotations)
    total.found.update(forms.get(j, one.form) for j, one in enumerate(found))
    for i, j in matched:
        _compare(total, text, text.quotations[i], found[j])
    for i in set(range(len(text.quotations))) - {i for i, _ in matched}:
        one = text.quotations[i]
        total.faults.append(f"{text.id}: missed {one.form}: {text.text[one.start : one.end]}")
    for j in set(range(len(found))) - forms.keys():
        two = found[j]
        words = text.text[two.span.start : two.span.end]
        total.faults.append(f"{text.id}: invented {two.form} ({two.verb}): {words}")


def _compare(total: Score, text: Text, one: Marked, other: Quotation) -> None:
    total.matched[one.form] += 1
    total.form += one.form == other.form
    words = text.text[one.start : one.end]
    if is_speaker(one, other):
        total.speaker[one.form] += 1
    else:
        name = other.speaker.name if other.speaker else None
        total.faults.append(f"{text.id}: speaker {name!r}, not {one.speaker!r}: {words}")
    if one.verb == other.verb_class:
        total.verb[one.form] += 1
    else:
        total.faults.append(f"{text.id}: {other.verb!r} is {one.verb!r}: {words}")


def table(total: Score) -> str:
    """Return the figures as lines of text."""
    lines = [
        f"quotations: marked {total.marked.total()}, found {total.found.total()}, "
        f"precision {total.precision:.3f}, recall {total.recall:.3f}, F1 {total.f1:.3f}",
        f"of {total.matched.total()} matched: speaker {total.share(total.speaker):.3f}, "
        f"verb {total.share(total.verb):.3f}, "
        f"form {total.form / (total.matched.total() or 1):.3f}",
    ]
    for form in get_args(QuotationForm):
        f1 = 2 * total.matched[form] / ((total.marked[form] + total.found[form]) or 1)
        lines.append(
            f"{form}: marked {total.marked[form]}, F1 {f1:.3f}, "
            f"speaker {total.share(total.speaker, form):.3f}, "
            f"verb {total.share(total.verb, form):.3f}"
        )
    return "\n".join(lines)


def main(path: str) -> None:
    """Print the figures for a file, and every fault."""
    from geodata.geoparse.english.reading import EnglishReader
    from geodata.geoparse.english_speech import EnglishSpeech

    total = score(EnglishSpeech(EnglishReader(parsed=True)), read(Path(path)))
    sys.stdout.write("\n".join([*total.faults, "", table(total), ""]))


if __name__ == "__main__":
    main(*sys.argv[1:])
