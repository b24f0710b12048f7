"""How French writes names of places: elisions, articles, and nouns that belong to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from geodata.geoparse.other_tongues.tongue import LONGEST, Wider
from geodata.geoparse.values import Entity, Span
from geodata.geoparse.words import Word, stretches, words_of

_ELIDED: Final = re.compile(r"(?:[dlnsjmtc]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_SMALL: Final = r"(?:(?:d[eu]|des|l[ae]|les|aux?|en)\s+|(?:de\s+)?l['’]\s?|d['’]\s?)"
_BEFORE: Final = re.compile(rf"^{_SMALL}+")
_BEHIND: Final = re.compile(
    r"(?:[\s,;.«»'’]|(?<=\s)(?:d[eu]|des|l[ae]|les|et)|(?<=\s)[dl](?=['’]))+$"
)
_ARTICLE: Final = re.compile(r"(?:L[ae]|Les|L['’])\s?$")
_NOUN: Final = (
    r"(?:mer|océan|golfe|détroit|baie|cap|monts?|montagnes?|lacs?|péninsule|presqu['’]île|canal"
    r"|col|pointe|îles?|archipel|vallée|plaine|plateau|delta|désert|fleuve|rivière|passage|pas"
    r"|bande|corne|chaîne|terre|pays|province|région|cordillère|massif|dunes?|langue)"
)
_ALONE: Final = (
    r"(?:mer|golfe|détroit|baie|cap|monts?|lacs?|canal|péninsule|presqu['’]île|col|pointe)"
)
"""Nouns without which a name is that of something else: "baie de Baffin", "lac de Constance"."""
_OF: Final = r"(?:\s+(?:d[eu]|des)(?:\s+l[ae])?\s+|\s+d['’]|\s+de\s+l['’]|\s+)"
_NOUN_BEFORE: Final = re.compile(rf"\b{_NOUN}{_OF}$", re.IGNORECASE)
_ALONE_BEFORE: Final = re.compile(rf"\b{_ALONE}{_OF}$")
_ALONE_FIRST: Final = re.compile(rf"^{_ALONE}{_OF}")
_PHRASE: Final = re.compile(rf"^(?P<head>[^\W\d_][\w'’ -]*?){_OF}(?=[A-ZÀ-Ý])")
_NOUN_AND_OF: Final = re.compile(rf"^{_NOUN}{_OF}", re.IGNORECASE)
_NOUN_FIRST: Final = re.compile(rf"^{_NOUN}\b", re.IGNORECASE)
_BODIES: Final = frozenset(
    "université institut chambre stade musée atelier ateliers banque hôpital école lycée collège"
    " centre conseil association fédération union ligue olympique opéra théâtre orchestre festival"
    " académie observatoire cour tribunal parlement bourse gare aéroport agence office fonds"
    " ministère société compagnie club racing sporting journal radio gazette courrier hôtel palais"
    " maison galerie groupe parti front mouvement armée église diocèse synode traité accord accords"
    " déclaration convention prix tour rallye marathon chœur ballet librairie éditions".split()
)
"""Nouns that, with a capital, begin an organisation's or a work's name."""
_PEOPLE: Final = re.compile(r"^[A-ZÉ]\w*(?:ais|ois|ien|éen|ain|aise|oise|ienne|éenne|aine)s?$")
_PEOPLE_BEFORE: Final = re.compile(r"(?:\b(?:les?|la|des?|du|aux?|jeunes?)\s|^)$", re.IGNORECASE)
_ONE_OF: Final = re.compile(
    r"\b(?:une?|deux|trois|ces?|cette|cet|leurs?|nos|certaine?s)\s$", re.IGNORECASE
)
"""What stands before inhabitants rather than before places."""
_WHERE: Final = re.compile(
    r"(?:^|\W)(?:à|aux?|en|dans|vers|depuis|près\s+d[e'’]|jusqu['’](?:à|aux?|en)|via|chez"
    r"|entre|outre|sur|rejoindre|quitter|traverse[rz]?|port\s+de|ville\s+d[e'’]|villes\s+de"
    r"|village\s+d[e'’]|région\s+d[e'’]|province\s+d[e'’]|nord\s+d[eu'’]|sud\s+d[eu'’]"
    r"|est\s+d[eu'’]|ouest\s+d[eu'’])\s?(?:la\s|le\s|les\s|l['’])?$",
    re.IGNORECASE,
)
_CONTRACTED: Final = re.compile(r"(?:^|\W)(aux?|du|des)\s$", re.IGNORECASE)
_KINDS: Final = tuple(
    (re.compile(rf"(?:^|\W){before}$", re.IGNORECASE), kind)
    for before, kind in (
        (r"(?:à|villes?\s+d(?:e\s|['’]))\s?", "city"),
        (r"(?:fleuve|rivière)(?:\s+d(?:e\s|['’]))?\s?", "river"),
        (r"îles?(?:\s+d(?:e\s|['’]))?\s?", "island"),
        (r"(?:les|des|aux)\s", "mountains"),
        (r"(?:provinces?|régions?|départements?|États?)\s+(?:d(?:e\s|u\s|['’])\s?)", "province"),
    )
)
"""What before a name says of what kind the place is; "à Québec" is the town, "au Québec" not."""
_LOOK_BACK: Final = 40
_NEAR: Final = 12
_FIRST: Final = frozenset(
    "Le La Les Un Une Des Du De Au Aux En À A Ce Cet Cette Ces Il Elle Ils Elles On Et Ou"
    " Mais Or Ni Car Donc Si Son Sa Ses Leur Leurs Mon Ma Mes Nos Notre Vos Votre Qui Que"
    " Quand Où Dans Par Pour Sur Sous Avec Sans Chez Vers Après Avant Depuis Selon Nous Vous"
    " Je Tu Se Ne Pas Plus Tout Tous Toute Toutes Même Très Bien Hier Demain Ici Là Deux"
    " Trois Quatre Dix Cent Mille Nord Sud Est Ouest Mer Port Saint Sainte".split()
)
"""Words that begin sentences, or names, and are a town's somewhere."""


class French:
    """French names."""

    code = "fr"

    def words(self, text: str) -> list[Word]:
        """Return the words of a text, elided articles and prepositions cut off: "l'Ukraine"."""
        return [_unelided(word) for word in words_of(text)]

    def forms(self, name: str) -> tuple[str, ...]:
        """Return the name: French does not inflect it."""
        return (name,)

    def shorter(self, name: str) -> str:
        """Return a name without the noun before it that says of what kind the place is."""
        return name if _ALONE_FIRST.match(name) else _NOUN_AND_OF.sub("", name)

    def guesses(self, name: str) -> tuple[str, ...]:
        """Return no more: a name has no other forms."""
        return ()

    def place_span(self, text: str, entity: Entity) -> Span | None:
        """Return what of a model's place is its name; ``None`` where it is no place's."""
        start, end = _trimmed(text, entity.start, entity.end)
        if not start < end <= start + LONGEST:
            return None
        phrase = _PHRASE.match(text[start:end])
        if phrase:
            first = phrase["head"].split()[0]
            if first.casefold() in _BODIES and first[0].isupper():
                return None
            if first[0].islower() and not _NOUN_FIRST.match(first):
                start += phrase.end()
        name = text[start:end]
        if not any(sign.isupper() for sign in name):
            return None
        if name[0].islower() and not _ALONE_FIRST.match(name):
            start = _from_capital(text, start, end)
        if _ONE_OF.search(text[max(0, start - _NEAR) : start]):
            return None
        if _PEOPLE.match(name) and _PEOPLE_BEFORE.search(text[max(0, start - _NEAR) : start]):
            return None
        return Span(start, end)

    def stretches(self, text: str, words: Sequence[Word], at: int) -> list[Span]:
        """Return what may be a name from a word on, the longest first."""
        whole = words_of(text[words[at].start : words[at].start + LONGEST])
        start = words[at].start
        return [
            Span(start, start + end)
            for _, end in stretches(whole, text[start : start + LONGEST], 0)
            if text[start : start + end] not in _FIRST
        ]

    def wider(self, text: str, span: Span) -> list[Wider]:
        """Return the name with a noun or an article with a capital before it."""
        before = text[max(0, span.start - _LOOK_BACK) : span.start]
        found = []
        for pattern in (_NOUN_BEFORE, _ARTICLE):
            match = pattern.search(before)
            if match:
                wide = Span(span.start - len(before) + match.start(), span.end)
                found.append(Wider(wide, always=bool(_ALONE_BEFORE.search(before))))
        return found

    def stands_where(self, text: str, start: int) -> bool:
        """Say whether a preposition of place stands before it."""
        return bool(_WHERE.search(text[max(0, start - _LOOK_BACK) : start]))

    def kind_before(self, text: str, start: int) -> str:
        """Return the English noun of the kind that the words before a name tell; "" if none."""
        before = text[max(0, start - _LOOK_BACK) : start]
        return next((kind for pattern, kind in _KINDS if pattern.search(before)), "")

    def article_before(self, text: str, start: int) -> str:
        """Return the name's own article that the word before it holds: "au Havre"; "" if none."""
        found = _CONTRACTED.search(text[max(0, start - _NEAR) : start])
        if not found:
            return ""
        return "Les" if found.group(1).casefold() in ("aux", "des") else "Le"

    def is_place(self, name: str) -> bool:
        """Say no: many a town's name is a first name, too."""
        return False

    def is_common(self, name: str) -> bool:
        """Say whether a word usually means no place."""
        return name in _FIRST


def _unelided(word: Word) -> Word:
    match = _ELIDED.match(word.text)
    if not match or not word.text[match.end()].isupper():
        return word
    return Word(word.start + match.end(), word.end, word.text[match.end() :], True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without small words before and behind it; one too long is no name."""
    if end - start > 2 * LONGEST:
        return start, start
    before = _BEFORE.match(text[start:end])
    start += before.end() if before else 0
    behind = _BEHIND.search(text[start:end])
    return start, end - (len(behind.group()) if behind else 0)


def _from_capital(text: str, start: int, end: int) -> int:
    return next(at for at in range(start, end) if text[at].isupper())
