"""The verbs of saying: which there are, what each does, and what they can govern.

Verbs of thinking, hoping, knowing and planning are none of them. A class is of what the verb does
to its words, by its common meaning in news; who chooses "claim" keeps a distance, "say" keeps none.
"""

from __future__ import annotations

from typing import Final

from geodata.geoparse.quotations.vocabulary import words
from geodata.geoparse.values import VerbClass

_SAID: Final = words(
    """
    say tell state add announce report reply respond answer explain note remark comment
    observe declare confirm acknowledge admit concede confess recall recount relate write
    tweet post testify stress emphasize emphasise underline underscore highlight point
    mention reveal disclose estimate predict forecast project agree promise pledge vow swear
    guarantee complain lament counter retort repeat reiterate joke quip recommend propose
    suggest inform assure apologize apologise summarize summarise clarify tout hint signal
    """
)
_CLAIMED: Final = words(
    """
    claim allege assert contend maintain insist argue boast purport
    """
)
_DENIED: Final = ["deny", "reject", "dispute", "refute", "rebut"]
_WARNED: Final = ["warn", "caution", "threaten", "alert"]
_ASKED: Final = words(
    """
    ask demand urge inquire enquire question wonder request appeal beg plead
    """
)
_CLASSES: Final[dict[str, VerbClass]] = {
    **dict.fromkeys(_SAID, "said"),
    **dict.fromkeys(_CLAIMED, "claimed"),
    **dict.fromkeys(_DENIED, "denied"),
    **dict.fromkeys(_WARNED, "warned"),
    **dict.fromkeys(_ASKED, "asked"),
}
_WITH_MARKS: Final = frozenset(
    words(
        """
    shout cry whisper scream yell exclaim continue conclude begin go shoot fire hit put read
    remember snap sigh mutter murmur muse offer interject chime text email laugh chuckle sob weep
    protest object grumble enthuse gush reason venture volunteer declaim chant sing reflect smile
    order command recite shrug nod grin groan growl hiss roar bellow croak stammer blurt persist
    correct reassure
    """
    )
)
"""They say something only where quotation marks show it: "continued" goes on with other things."""
_FINDING: Final = frozenset(
    words(
        """
    find show conclude indicate rule hold reveal read
    """
    )
)
"""They say something where a paper or a court does it; a person finds a key."""
SOURCES: Final = frozenset(
    words(
        """
    report study survey poll investigation inquiry enquiry court judge jury tribunal audit
    review paper document email e-mail letter memo analysis research researcher scientist
    figure datum data statistic record statement publication article census investigator
    auditor panel commission committee inspector ruling verdict test log note file
    assessment probe
    """
    )
)
TAKES_INFINITIVE: Final = frozenset(
    words(
        """
    claim ask urge tell warn beg request order instruct
    """
    )
)
TAKES_GERUND: Final = frozenset(["deny", "admit"])
THINKING: Final = frozenset(
    ("think", "believe", "hope", "fear", "know", "expect", "suspect", "doubt", "worry")
)
NO_SOURCES: Final = frozenset(
    words(
        """
    factor need plan tradition custom schedule size type rule criterion taste age standard
    order
    """
    )
)
"""What something may happen according to, and nobody says it."""
JUDGING: Final = frozenset(
    words(
        """
    call describe praise thank accuse dismiss condemn hail label brand slam criticize
    criticise denounce blast welcome blame refer mock term dub define
    """
    )
)
"""Their subject is who speaks the words in marks that they lead up to, if in no full sentence."""


_WITH_BACK: Final = frozenset(["shoot", "fire", "hit"])


def verb_class(lemma: str) -> VerbClass:
    """Return what a verb of saying does; "said" for one that only says."""
    return _CLASSES.get(lemma, "said")


def says(lemma: str) -> bool:
    """Say whether a verb reports words whatever its subject is."""
    return lemma in _CLASSES


def says_with_marks(lemma: str, particle: str) -> bool:
    """Say whether a verb reports words that stand in quotation marks; "shot back" needs "back"."""
    if lemma in _WITH_BACK:
        return particle == "back"
    return lemma in _CLASSES or lemma in _WITH_MARKS or lemma in _FINDING


def finds(lemma: str, subject: str) -> bool:
    """Say whether a verb is the finding of a source such as a study or a court."""
    return lemma in _FINDING and subject.lower() in SOURCES
