"""Who says what, in short sentences: direct and reported speech, chains, and what is neither."""

from __future__ import annotations

import pytest

from geodata.geoparse.quotations.finder import EnglishQuotationFinder
from geodata.geoparse.values import Quotation

Told = tuple[str, str, str, str | None]
"""Form, class of the verb, words, speaker."""

DIRECT: list[tuple[str, list[Told]]] = [
    (
        '"We have waited long enough," said Anna Brook.',
        [("direct", "said", '"We have waited long enough,"', "Anna Brook")],
    ),
    (
        'Asked about the delay, Anna Brook said: "We have waited long enough."',
        [("direct", "said", '"We have waited long enough."', "Anna Brook")],
    ),
    (
        "“If they come back,” said one woman, clutching a child, “we will go.”",
        [
            ("direct", "said", "“If they come back,”", "woman"),
            ("direct", "said", "“we will go.”", "woman"),
        ],
    ),
    (
        '"Is it safe?" one resident asked. "Nobody can tell us that."',
        [
            ("direct", "asked", '"Is it safe?"', "resident"),
            ("direct", "", '"Nobody can tell us that."', "resident"),
        ],
    ),
    (
        "'They don't want the mine,' Mr Price said. 'They've said so.'",
        [
            ("direct", "said", "'They don't want the mine,'", "Price"),
            ("direct", "", "'They've said so.'", "Price"),
        ],
    ),
    (
        '"The road will be closed until further notice," reads a letter to residents.',
        [
            (
                "direct",
                "said",
                '"The road will be closed until further notice,"',
                "letter",
            )
        ],
    ),
    (
        'Lindqvist: "March. The light comes back then."',
        [("direct", "", '"March. The light comes back then."', "Lindqvist")],
    ),
    (
        'Carla Moss called the vote "neither free nor fair in any sense".',
        [("direct", "", '"neither free nor fair in any sense"', "Carla Moss")],
    ),
    (
        'The road is "a trap for all of us," she said.',
        [("mixed", "said", 'The road is "a trap for all of us,"', None)],
    ),
    (
        "President Ada Obi spoke for an hour. “We were one night away from it.\n\n"
        "“I will not forget who stood with us,” she said.",
        [
            ("direct", "", "“We were one night away from it.", "Ada Obi"),
            ("direct", "said", "“I will not forget who stood with us,”", "Ada Obi"),
        ],
    ),
]
REPORTED: list[tuple[str, list[Told]]] = [
    (
        "The UN says more than 200 people have fled from Tal Amar.",
        [("indirect", "said", "more than 200 people have fled from Tal Amar", "UN")],
    ),
    (
        "A spokesperson, who declined to be named, confirmed that two men had been arrested.",
        [("indirect", "said", "two men had been arrested", "spokesperson")],
    ),
    (
        "Ministers had been warned in 2019 that the dam was unsafe.",
        [("indirect", "warned", "the dam was unsafe", None)],
    ),
    (
        "It is alleged that the mayor took bribes from a builder.",
        [("indirect", "claimed", "the mayor took bribes from a builder", None)],
    ),
    (
        "It is widely acknowledged by experts that the group was involved.",
        [("indirect", "said", "the group was involved", "experts")],
    ),
    (
        "The report, published on Monday, found that half of the wells were dry.",
        [("indirect", "said", "half of the wells were dry", "report")],
    ),
    (
        "A judge ruled that the law was void. The state said it would appeal.",
        [
            ("indirect", "said", "the law was void", "judge"),
            ("indirect", "said", "it would appeal", "state"),
        ],
    ),
    (
        "More than 3,000 homes were lost, officials said, and at least 40 roads were cut.",
        [
            ("indirect", "said", "More than 3,000 homes were lost", "officials"),
            ("indirect", "said", "at least 40 roads were cut", "officials"),
        ],
    ),
    (
        "The strike, the union said, would go ahead on 4 June.",
        [("indirect", "said", "would go ahead on 4 June", "union")],
    ),
    (
        "The company said in a statement that it was “deeply sorry” for the damage.",
        [("mixed", "said", "it was “deeply sorry” for the damage", "company")],
    ),
    (
        "According to local police, three people were injured.",
        [("indirect", "said", "three people were injured", "local police")],
    ),
    (
        "Wages have fallen since 2019, according to the bank in Rovelin.",
        [("indirect", "said", "Wages have fallen since 2019", "bank")],
    ),
    (
        "The army said it killed 12 fighters, but residents said the dead were farmers.",
        [
            ("indirect", "said", "it killed 12 fighters", "army"),
            ("indirect", "said", "the dead were farmers", "residents"),
        ],
    ),
    (
        "Gunmen on motorbikes attacked a village market in the Sahel region late Thursday, killing "
        "at least 12 people, a local official and two residents said Friday.",
        [
            (
                "indirect",
                "said",
                "Gunmen on motorbikes attacked a village market in the Sahel region late Thursday, "
                "killing at least 12 people",
                "local official and two residents",
            )
        ],
    ),
    (
        "The fever has killed 41 people, the agency said on Tuesday, and doctors fear a spread.",
        [("indirect", "said", "The fever has killed 41 people", "agency")],
    ),
    (
        "The attackers came from the border, said Moussa Issa, a trader who hid under a truck.",
        [("indirect", "said", "The attackers came from the border", "Moussa Issa")],
    ),
    (
        "Bob Pryor told the programme that he had warned ministers 'at least four times'.",
        [("mixed", "said", "he had warned ministers 'at least four times'", "Bob Pryor")],
    ),
    (
        "It is signed by a man who, according to his widow, died in 2021.",
        [("indirect", "said", "died in 2021", "widow")],
    ),
    (
        "Russia's ministry said its forces held the town; Ukraine said fighting went on there.",
        [
            ("indirect", "said", "its forces held the town", "Russia's ministry"),
            ("indirect", "said", "fighting went on there", "Ukraine"),
        ],
    ),
    (
        "Officials denied that the wall had cracks, and the mayor asked whether it would hold.",
        [
            ("indirect", "denied", "the wall had cracks", "Officials"),
            ("indirect", "asked", "whether it would hold", "mayor"),
        ],
    ),
]
NOBODY_SAYS = [
    "The minister thinks that the dam will hold.",
    "Villagers hope that the road will be open by May.",
    "He knows that the winter was long, and plans to leave.",
    "Police found that the door was open.",
    "Nobody said that it was safe.",
    "The ministry did not say whether it would pay.",
    "It is important to note that the group has several branches.",
    "The so-called “iron lady” carries 6,000 cars a day.",
    "Her film “The Long Salt Road” opens in Lyon.",
    "The work went according to plan, and the road was opened.",
    "Pre-registration is requested; the course is open to all.",
    "",
    " \n ",
]


def told(text: str, quotations: tuple[Quotation, ...]) -> list[Told]:
    return [
        (
            one.form,
            one.verb_class,
            text[one.span.start : one.span.end],
            one.speaker.name if one.speaker else None,
        )
        for one in quotations
    ]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech_has_its_speaker(
    finder: EnglishQuotationFinder, text: str, expected: list[Told]
) -> None:
    assert told(text, finder.find(text)) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_speech_has_its_clause_and_speaker(
    finder: EnglishQuotationFinder, text: str, expected: list[Told]
) -> None:
    assert told(text, finder.find(text)) == expected


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_thoughts_titles_and_scare_quotes_are_no_speech(
    finder: EnglishQuotationFinder, text: str
) -> None:
    assert finder.find(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        (
            "Reuters reported, citing two officials, that the talks had failed.",
            "two officials",
            ("Reuters",),
        ),
        (
            "Ms Brook was quoted by Le Monde as saying that it was her worst night.",
            "Brook",
            ("Le Monde",),
        ),
        (
            "Le Monde quoted Ms Brook as saying that it was her worst night.",
            "Brook",
            ("Le Monde",),
        ),
        (
            "According to the weekly, a guard said that the door was open.",
            "guard",
            ("weekly",),
        ),
        (
            "According to Sadat, “there is a high likelihood of new attacks.” "
            "This was stated by Sadat on social media and cited by the agency Interfax.",
            "Sadat",
            ("Interfax",),
        ),
        ("The ministry said that the road was closed.", "ministry", ()),
    ],
)
def test_a_chain_names_those_who_pass_it_on(
    finder: EnglishQuotationFinder, text: str, speaker: str, chain: tuple[str, ...]
) -> None:
    (found,) = finder.find(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.chain) == (speaker, chain)
