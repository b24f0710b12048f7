"""The claims of the first edition, written from the article: who, through whom, how firmly."""

from __future__ import annotations

from tests.editions.first_edition import records

CLAIMS = records("claims.toml", "claim")

# (claim, speaker, chain to this article, form · source · mode, hedge): what the author passes on
OF_OTHERS = [
    (
        "attack-claimed-by-is-k",
        "is-k",
        ["in a claim of responsibility", "as reported by the author"],
        "reported-speech · named · statement",
        ["claimed by a group known as"],
    ),
    (
        "attack-experts",
        "experts",
        ["as reported by the author"],
        "reported-speech · described · statement",
        ["widely acknowledged by experts", "involved in"],
    ),
    (
        "sadat-on-balochistan",
        "sami-sadat",
        ["on social media", "cited by the Interfax news agency", "quoted by the author"],
        "direct-quotation · named · statement",
        ["According to Sadat", "there’s a high likelihood", "stated by Sadat", "cited by"],
    ),
    (
        "hersh-on-pakistan",
        "seymour-hersh",
        ["as reported by the author"],
        "reported-speech · named · statement",
        ["mentioned"],
    ),
    (
        "detainees-on-recruitment",
        "interrogated-detainees",
        ["through an unnamed recent publication", "as reported by the author"],
        "reported-speech · described · statement",
        ["According to a recent publication", "reported", "instructed", "ordered"],
    ),
    (
        "publication-on-balochistan",
        "recent-publication",
        ["as reported by the author"],
        "reported-speech · described · statement",
        ["The publication notes"],
    ),
    (
        "media-on-balochistan",
        "media-sources",
        ["as quoted by the author"],
        "direct-quotation · described · statement",
        ["Some media sources have also mentioned", "currently"],
    ),
    (
        "taliban-sources-on-balochistan",
        "taliban-sources",
        ["as reported by the author"],
        "reported-speech · described · statement",
        ["Several senior Taliban sources also note"],
    ),
    (
        "european-security-measures",
        "news-outlets",
        ["as reported by the author"],
        "reported-speech · described · statement",
        ["reported", "several", "the potential of terrorist attacks"],
    ),
]

# (claim, mode, hedge): what the author says without naming a source
OF_THE_AUTHOR = [
    (
        "deadliest-on-the-continent",
        "forecast",
        ["has the potential to become", "one of", "if it doesn’t face serious resistance"],
    ),
    ("bases-in-hidden-locations", "statement", ["relatively small number"]),
    ("threat-to-west-and-east", "forecast", ["could pose a threat", "several countries"]),
    ("forces-against-is-k", "forecast", ["can become"]),
    ("attack-in-russia", "statement", []),
    ("attack-toll", "statement", ["more than 140"]),
    (
        "attack-investigation",
        "statement",
        ["still ongoing", "not all of the organizers have yet been fully identified"],
    ),
    ("appearance-in-afghanistan", "statement", []),
    ("beyond-the-arab-world", "statement", []),
    ("taliban-against-foreign-troops", "statement", []),
    ("initial-members", "statement", ["initial", "various"]),
    ("where-the-branch-was-established", "statement", ["primarily"]),
    (
        "number-of-fighters",
        "statement",
        ["various", "has not always had a large number", "ranged from 1,500 to 5,000"],
    ),
    (
        "clashes-with-the-taliban",
        "statement",
        ["initially", "during the early days of its formation"],
    ),
    ("taliban-victorious", "statement", []),
    ("turn-to-suicide-attacks", "statement", ["increasingly"]),
    ("videos-from-territories", "statement", []),
    ("recruits-from-tribal-areas", "statement", ["many", "some"]),
    ("theories-on-size-and-plans", "statement", ["many different theories and speculations"]),
    ("certain-presence-in-southern-tajikistan", "statement", ["A certain presence"]),
    ("threat-to-many-countries", "statement", ["small group", "many"]),
    ("operating-in-border-region", "statement", []),
    ("taliban-fighting-is-k", "statement", ["attempting to"]),
    ("attacks-in-first-years", "statement", ["several hundred"]),
    ("attacks-after-taliban-seized-power", "statement", ["several hundred", "several dozen"]),
    ("threat-in-afghan-provinces", "statement", ["significantly", "many"]),
    ("safe-havens-in-pakistani-territory", "statement", ["little resistance"]),
    ("control-of-western-pakistani-provinces", "statement", ["particularly", "full control"]),
    ("taliban-presence-in-the-region", "statement", ["known to", "certain minorities"]),
    (
        "powers-and-dialogue",
        "statement",
        ["hesitant", "many", "are trying to", "likely to remain in power for some time"],
    ),
    (
        "engaging-diplomatically",
        "forecast",
        ["may contribute", "gradual", "albeit at a slow pace and with limited results"],
    ),
    ("no-other-objectives", "statement", ["significant", "where it can do so"]),
    ("dialogue-with-the-taliban", "forecast", ["if there is any", "may involve"]),
    ("outlook-for-opposition", "statement", ["currently uncertain"]),
    ("new-round-of-conflict", "forecast", ["various", "could lead"]),
    ("pressurize-the-taliban", "recommendation", ["could be"]),
    ("ease-some-sanctions", "recommendation", ["may be possible", "some"]),
]

# claim: its themes | its places
THEMES_AND_PLACES = {
    "deadliest-on-the-continent": "attacks |",
    "bases-in-hidden-locations": "bases | afghanistan pakistan",
    "threat-to-west-and-east": "attacks |",
    "forces-against-is-k": "fighting |",
    "attack-in-russia": "attacks | russia-attack-site russia",
    "attack-claimed-by-is-k": "attacks | russia-attack-site russia",
    "attack-toll": "attacks | russia-attack-site russia",
    "attack-investigation": "attacks | russia-attack-site russia",
    "attack-experts": "attacks | russia-attack-site russia",
    "appearance-in-afghanistan": "origins | afghanistan",
    "beyond-the-arab-world": "origins presence | afghanistan",
    "taliban-against-foreign-troops": "origins |",
    "initial-members": "origins |",
    "where-the-branch-was-established": "origins | pakistan tribal-areas afghanistan",
    "number-of-fighters": "presence origins |",
    "clashes-with-the-taliban": "fighting origins |",
    "taliban-victorious": "fighting |",
    "turn-to-suicide-attacks": "attacks |",
    "videos-from-territories": "presence | pakistan afghanistan",
    "recruits-from-tribal-areas": "recruitment | tribal-areas pakistan western-pakistani-provinces",
    "theories-on-size-and-plans": "presence attacks |",
    "sadat-on-balochistan": "attacks bases | balochistan pakistan",
    "hersh-on-pakistan": "bases | pakistan",
    "detainees-on-recruitment": (
        "recruitment | russia turkey afghanistan quetta balochistan pakistan"
    ),
    "publication-on-balochistan": "bases presence | balochistan",
    "media-on-balochistan": "bases presence | balochistan",
    "taliban-sources-on-balochistan": "bases presence | balochistan pakistan",
    "certain-presence-in-southern-tajikistan": "presence | southern-tajikistan",
    "threat-to-many-countries": "attacks |",
    "european-security-measures": "attacks |",
    "operating-in-border-region": "presence | afghan-pakistani-border-region afghanistan pakistan",
    "taliban-fighting-is-k": "fighting | afghanistan",
    "attacks-in-first-years": "attacks origins | afghanistan",
    "attacks-after-taliban-seized-power": "attacks | afghanistan",
    "threat-in-afghan-provinces": "attacks | afghanistan",
    "safe-havens-in-pakistani-territory": "bases | pakistan",
    "control-of-western-pakistani-provinces": "bases | western-pakistani-provinces pakistan",
    "taliban-presence-in-the-region": "rule |",
    "powers-and-dialogue": "rule |",
    "engaging-diplomatically": "rule |",
    "no-other-objectives": "attacks |",
    "dialogue-with-the-taliban": "rule fighting |",
    "outlook-for-opposition": "rule |",
    "new-round-of-conflict": "rule | afghanistan",
    "pressurize-the-taliban": "fighting rule | afghanistan pakistan",
    "ease-some-sanctions": "rule | afghanistan",
}

# claim: what it is about in time, and whether the text states that; all others are undated
ABOUT = {
    "attack-in-russia": ("2024?-03", "inferred"),
    "attack-claimed-by-is-k": ("2024?-03", "inferred"),
    "attack-toll": ("2024?-03", "inferred"),
    "attack-investigation": ("2024-04/2024-12", "inferred"),
    "attack-experts": ("2024?-03", "inferred"),
    "appearance-in-afghanistan": ("2015-01", "stated"),
    "beyond-the-arab-world": ("2015-01", "inferred"),
    "taliban-against-foreign-troops": ("2015-01", "inferred"),
    "number-of-fighters": ("2015-01/2024", "inferred"),
    "clashes-with-the-taliban": ("2015~", "inferred"),
    "videos-from-territories": ("2015-01/2024", "inferred"),
    "european-security-measures": ("2024?-03/2024?-04", "inferred"),
    "attacks-in-first-years": ("2015-01/2021-08?", "inferred"),
    "attacks-after-taliban-seized-power": ("2021-08?/2024", "inferred"),
    "outlook-for-opposition": ("2024-04/2024-12", "inferred"),
}

# claim: when it was said, where that is not simply the time of writing
SAID = {
    "attack-claimed-by-is-k": "2024-03/2024-12",
    "attack-experts": "2024-03/2024-12",
    "sadat-on-balochistan": "/2024-12",
    "hersh-on-pakistan": "/2024-12",
    "detainees-on-recruitment": "/2024-12",
    "publication-on-balochistan": "/2024-12",
    "media-on-balochistan": "/2024-12",
    "taliban-sources-on-balochistan": "/2024-12",
    "european-security-measures": "2024?-03/2024?-04",
}


def test_what_others_say_is_theirs_with_its_whole_chain_and_hedge() -> None:
    stored = [
        (
            c["id"],
            c["said_by"],
            c["chain"],
            f"{c['form']} · {c['source']} · {c['mode']}",
            c["hedge"],
        )
        for c in CLAIMS
        if c["said_by"] != "author"
    ]
    assert stored == OF_OTHERS


def test_what_the_author_says_is_in_own_words_and_names_no_source() -> None:
    own = [claim for claim in CLAIMS if claim["said_by"] == "author"]
    assert [(c["id"], c["mode"], c["hedge"]) for c in own] == OF_THE_AUTHOR
    assert {(c["form"], c["source"], *c["chain"]) for c in own} == {("authors-words", "none")}


def test_there_are_46_claims_with_ids_of_their_own() -> None:
    assert len(OF_OTHERS) + len(OF_THE_AUTHOR) == 46
    assert len({claim["id"] for claim in CLAIMS}) == 46


def test_each_theme_has_as_many_claims_as_the_switches_count() -> None:
    themes = [theme for claim in CLAIMS for theme in claim["themes"]]
    assert {theme: themes.count(theme) for theme in sorted(set(themes))} == {
        "attacks": 16,
        "bases": 8,
        "fighting": 6,
        "origins": 8,
        "presence": 9,
        "recruitment": 2,
        "rule": 8,
    }


def test_each_claim_has_the_themes_and_places_that_its_words_bear() -> None:
    stored = {
        claim["id"]: f"{' '.join(claim['themes'])} | {' '.join(claim['places'])}".strip()
        for claim in CLAIMS
    }
    assert stored == THEMES_AND_PLACES


def test_only_claims_to_which_the_text_gives_a_time_are_dated() -> None:
    stored = {
        claim["id"]: (claim["about"]["edtf"], claim["about"]["basis"])
        for claim in CLAIMS
        if "about" in claim
    }
    assert stored == ABOUT


def test_each_claim_tells_when_it_was_said_and_from_what_that_is_inferred() -> None:
    assert {
        claim["id"]: claim["said"]["edtf"]
        for claim in CLAIMS
        if claim["said"]["edtf"] != "2024-04/2024-12"
    } == SAID
    assert all(c["said"]["basis"] == "inferred" and c["said"]["from"] for c in CLAIMS)


def test_nothing_is_told_of_a_time_after_the_article_was_written() -> None:
    for claim in CLAIMS:
        for when in (claim["said"], claim.get("about", claim["said"])):
            _, _, end = when["edtf"].rpartition("/")
            assert end not in ("", ".."), claim["id"]
            assert end.replace("?", "").replace("~", "") <= "2024-12", claim["id"]
