"""English words that limit a statement: how sure, how much or how many, and passed on by whom.

The choice is the project's own. It was compared with two lists for learners of English: "Critiquing
Hedging Devices" of the City University of Hong Kong (elss.elc.cityu.edu.hk) and "Hedging" of
Academic English UK (academic-englishuk.com/hedging-cautious-language). A word stands here only if
it seldom means anything else. Words left out, or looked for in some company only, and why:

- "can", "would", "should", "will": mostly ability, a condition told elsewhere, duty, the future.
- "said", "told", "stated", "notes": they stand in nearly every sentence of news, and who says it is
  what the claim's speaker is for. "Reported", "claimed", "mentioned" and the like are in: they keep
  their distance from what they pass on.
- "Could not" is mostly inability. "May" with a capital is the month. "Might" after "the", "its",
  "their" or "military" is strength.
- "about", "around", "over", "under", "close to": only before a number.
- "most" only in "most of", "mostly" and at the head of a sentence: else it makes superlatives.
- "If" with a capital also sets off two halves of a contrast; "as if" compares.
- "certain" in "it is certain" says how sure, in "a certain" how much: in both senses it is in.
- "little", "small", "one of", "still", "currently", "never": too common in plain statements.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBER = (
    r"(?=\s+(?:[$€£]?\d|(?:half|an? (?:dozen|hundred|thousand|million|billion|third|quarter|score)"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety)\b))"
)

HOW_SURE: Final = (
    *("may", "(?<!the )(?<!its )(?<!their )(?<!military )might", "could(?! not)"),
    *("maybe", "perhaps"),
    *("possible", "possibly", "possibility", "potential", "potentially", "probable", "probably"),
    *("likely", "unlikely", "likelihood", "presumably", "presumed", "supposedly", "apparently"),
    *("seemingly", "seems?", "seemed", r"appear(?:s|ed)? to", "uncertain", "unclear"),
    *("unconfirmed", "unverified", "suspected", "suggests?", "suggested", "thought to", "feared"),
    *("expected to", "believed", "assumed", "estimates?", "estimated", "(?<!as )if", "unless"),
    *("certain", "appears? that", "in theory", "doubtful", "tends? to", "tended to"),
    *("try to", "tries to", "trying to", "tried to", "attempt(?:s|ed|ing)? to", "plans? to"),
)
HOW_MUCH: Final = (
    *("some", "several", "many", "few", "various", "numerous", "most of", "(?-i:Most)", "mostly"),
    *("more than", "less than", "fewer than", "at least", "at most", "up to", "as many as"),
    *("no more than", "as few as", "dozens", "hundreds of", "thousands of", "a number of"),
    *("a handful of", "a couple of", "nearly", "almost", "roughly", "approximately"),
    *(word + _NUMBER for word in ("about", "around", "over", "under", "close to")),
    *("partly", "partially", "mainly", "primarily", "chiefly", "largely", "relatively"),
    *("comparatively", "somewhat", "not all", "not always", "often", "sometimes", "usually"),
    "increasingly",
    *("generally", "typically", "occasionally"),
)
PASSED_ON: Final = (
    *("according to", "reported", "reportedly", "claims?", "claimed", "alleged", "allegedly"),
    *("alleges?", "purported", "purportedly", "so-called", "mentions?", "mentioned", "cited by"),
    *("rumou?red", "rumou?rs?", "speculat(?:ed|ions?)", "said to be", "said to have", "asserts?"),
    "asserted",
)

_WORDS = sorted((*HOW_SURE, *HOW_MUCH, *PASSED_ON), key=len, reverse=True)
ENGLISH: Final = re.compile(
    r"(?<![\w-])(?<!\w['’])(?:"
    + re.sub(r"(?<=\w) (?=\w)", r"\\s+", "|".join(_WORDS))
    + r")(?![\w-])(?!['’]\w)",
    re.IGNORECASE,
)
"""Finds the words as whole words, the longest first."""

NOT_AS_WRITTEN: Final = frozenset({"May", "If"})
"""What the pattern finds that is no hedge in this very spelling."""
