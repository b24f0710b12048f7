"""Who speaks where it is easily mistaken: things, datelines, cut names, roles, dialogues.

Each table holds one kind of trap; a case gives the speakers of a text's quotations in order.
"""

from __future__ import annotations

import pytest

from geodata.geoparse.english.reading import EnglishReader
from geodata.geoparse.quotations.beings import kind_of
from geodata.geoparse.quotations.finder import EnglishQuotationFinder

Case = tuple[str, list[str | None]]

THINGS: list[Case] = [
    ('The avalanche had buried the hut. "Nobody was inside when it came down."', [None]),
    ('Three tractors blocked the gate. "We are staying until somebody listens."', [None]),
    ("Rosa Diaz waited. Saturday evening, she said, had been the worst of it.", ["Rosa Diaz"]),
    ("The river, villagers say, has never been so low.", ["villagers"]),
    ('"We saw it from the ridge," said Ann Brook as the fire reached the barn.', ["Ann Brook"]),
    ("The study found that half of the wells were dry.", ["study"]),
    ("A sign at the gate said that the mine was closed.", ["sign"]),
    ("The drought has revealed that the old village still stands.", []),
    ("Early figures, Lena Berg said, pointed to a fall in deaths.", ["Lena Berg"]),
    ("A note left on the table said that nobody was to blame.", ["note"]),
]
MORE: list[Case] = [
    (
        "Early data suggest that the vaccine halves the risk, Dr Hanne Roos said on Tuesday.",
        ["Hanne Roos"],
    ),
    ("Temperatures will fall on Sunday, forecasters said.", ["forecasters"]),
    ("A tablet found at the site says that the king paid in barley.", ["tablet"]),
    (
        "He paused. Mr Roslov said the map was “a sketch, nothing more”, and warned that his "
        "parliament would have to vote.",
        ["Roslov", "Roslov"],
    ),
    (
        "Vera Lind lost her case. The judge, Amos Keel, asked whether she would pay it all. "
        '"I will," she answered.',
        ["Amos Keel", "Vera Lind"],
    ),
    (
        'Rui Matos saved it. "I guessed," Matos said. His coach, Ilya Brod, was less modest: '
        '"He is the best in the league."',
        ["Rui Matos", "Ilya Brod"],
    ),
    ("Staff were informed by email that the plant was shut.", [None]),
    (
        "PORT HADLEY (Reuters) - Two ships collided on Friday, the coastguard said.",
        ["coastguard"],
    ),
]
DATELINES: list[Case] = [
    ('MARDEN — "We will be back," said Tom Reyes.', ["Tom Reyes"]),
    ('PORT ELLERY, May 3 — "We will be back," the mayor said.', ["mayor"]),
    ("KORRUM (Agency) - The road is closed, police said on Sunday.", ["police"]),
    ("LYDBURY: The council said that the bridge was closed.", ["council"]),
    (
        'HALVERTON: "We had ten minutes to get out of there." The fire took the whole street.',
        [None],
    ),
    ("TESSARA, Nov. 4 — Two men were arrested, according to police.", ["police"]),
]
PHRASES: list[Case] = [
    ("The Marden co-operative said that milk prices would rise.", ["Marden co-operative"]),
    ("A memo leaked to the Echo said that the plant would close.", ["memo"]),
    ("A poster above the door of the school said that it was shut.", ["poster"]),
    ("Analysts quoted by the agency said that rates would fall.", ["Analysts"]),
    (
        "A spokesman for the health ministry said that it was over.",
        ["spokesman for the health ministry"],
    ),
    ("The Ministry of Transport said that the line was safe.", ["Ministry of Transport"]),
    ("One farmer said that the harvest was lost.", ["farmer"]),
    ("My grandmother said that the wolves would return.", ["grandmother"]),
    ("A letter, which Ann Brook had kept, said that he was alive.", ["letter"]),
    ("The head of the port authority said that it was over.", ["head of the port authority"]),
    ("Witnesses in the square said that shots were fired.", ["Witnesses"]),
    ("Two nurses said that the ward was full.", ["Two nurses"]),
    ("A Lund-based think-tank said that growth would slow.", ["Lund-based think-tank"]),
]
ROLES: list[Case] = [
    (
        "Transport Minister Tunde Okafor met the crews. The minister said that it was over.",
        ["Tunde Okafor"],
    ),
    (
        "Defence Minister Ilse Brandt arrived late. “We are ready,” the minister said.",
        ["Ilse Brandt"],
    ),
    (
        'Senator Mark Doyle opposed the bill. "It is theft," the senator told reporters.',
        ["Mark Doyle"],
    ),
    (
        "Captain Ewa Nowak steered north. The captain said that the ice was thick.",
        ["Ewa Nowak"],
    ),
    ("A senior diplomat said that talks had failed.", ["senior diplomat"]),
    (
        "Striker Paulo Reis scored twice. The player said that he would stay.",
        ["Paulo Reis"],
    ),
    ("Minister Okafor said that it was over. Tunde Okafor has led it since May.", ["Tunde Okafor"]),
    (
        "The farmer Jan Holt lost forty sheep. The Minister said that aid would come. "
        "Agriculture Minister Ruth Aspen visits on Monday.",
        ["Ruth Aspen"],
    ),
]
DIALOGUE: list[Case] = [
    (
        'Anna Brook met her brother Tom Brook in Lund. "You are late," she said. '
        '"The train stopped twice," he said. "It always does."',
        ["Anna Brook", "Tom Brook", "Tom Brook"],
    ),
    (
        "Mary Holt worked with Peter Lund in Marden for years. “He never slept,” she said.",
        ["Mary Holt"],
    ),
    (
        '"It was dark," said Ida Berg. She had left Marden with John Pike. '
        '"We could see nothing," she said.',
        ["Ida Berg", "Ida Berg"],
    ),
    (
        "\"He told me, 'Leave the keys,' and he ran,\" said Ida Berg.",
        ["Ida Berg"],
    ),
    (
        "“My father told us, ‘Never sell the boat,’ and we never did,” said Jon Vik.",
        ["Jon Vik"],
    ),
    (
        '"We had no water," said Ida Berg.\n\n"We had no bread. We had nothing at all."\n\n'
        '"Nobody came," she said.',
        ["Ida Berg", "Ida Berg", "Ida Berg"],
    ),
    (
        'Nora Quist sat across from Abel Stern.\n\n"Did you know?" she asked.\n\n'
        '"I knew," he said.\n\n"And you told nobody?"\n\n"Nobody would have believed it."',
        ["Nora Quist", "Abel Stern", "Nora Quist", "Abel Stern"],
    ),
]
PERSONS: list[Case] = [
    (
        "Bahar Tesfaye, 41, sells fruit. She said that trade was slow.",
        ["Bahar Tesfaye"],
    ),
    (
        "Kismar Dell, who runs the ferry, was tired. “Nobody pays,” she said.",
        ["Kismar Dell"],
    ),
    (
        "Sunniva Strand lost her house. Ms Strand said that she would rebuild.",
        ["Sunniva Strand"],
    ),
    (
        "Dr Oaken Vale runs the clinic. He said that beds were short.",
        ["Oaken Vale"],
    ),
    (
        "Tawny Marsh, 23, and her son fled to Lund. She said that the road was cut.",
        ["Tawny Marsh"],
    ),
]
PASSIVES: list[Case] = [
    ("Residents were told that the water was safe.", [None]),
    ("It was reported that two men had drowned.", [None]),
    ("Rosa Diaz waited. She was told that the clinic had closed.", [None]),
    ("Staff have been warned that the roof may fall.", [None]),
    ("Families were informed on Monday that the search had ended.", [None]),
    ("It has been claimed that the dam was never tested.", [None]),
    ("The town was warned by engineers that the wall would fail.", ["engineers"]),
]
CLASSES: list[tuple[str, list[str]]] = [
    ('"It is over," said Ida Berg. "We lost."', ["said", ""]),
    ('"It is over," warned Ida Berg. "We lost. Nobody will pay."', ["warned", ""]),
    ('Ida Berg claimed: "We won." She smiled. "Nobody saw it coming."', ["claimed", ""]),
    ('"It is over," said Ida Berg.\n\n"We lost all of it."', ["said", ""]),
    ('"Is it over?" asked Ida Berg, "or not?"', ["asked", "asked"]),
    ('"It is over," laughed Ida Berg.', ["said"]),
    ('"Nobody told us about it," Ida Berg protested.', ["said"]),
]
KINDS = {
    "things": THINGS,
    "more": MORE,
    "datelines": DATELINES,
    "phrases": PHRASES,
    "roles": ROLES,
    "dialogue": DIALOGUE,
    "persons": PERSONS,
    "passives": PASSIVES,
}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(*case, id=f"{kind}-{number}")
        for kind, cases in KINDS.items()
        for number, case in enumerate(cases)
    ],
)
def test_speakers_are_told_from_what_stands_near(
    finder: EnglishQuotationFinder, text: str, speakers: list[str | None]
) -> None:
    found = [one.speaker.name if one.speaker else None for one in finder.find(text)]
    assert found == speakers


@pytest.mark.parametrize(("text", "classes"), CLASSES)
def test_a_verb_reaches_as_far_as_its_attribution(
    finder: EnglishQuotationFinder, text: str, classes: list[str]
) -> None:
    assert [one.verb_class for one in finder.find(text)] == classes


@pytest.mark.parametrize(
    ("nouns", "speak"),
    [
        ("senator nun pastor trader climber grower seismologist grandmother widow envoy", True),
        ("ministry court brewery coalition newspaper tribunal union embassy", True),
        ("report note leaflet indictment statement survey ruling", True),
        ("glacier river helicopter windmill avalanche levee turbine volcano", False),
        ("morning tomorrow kilometre percent week midnight winter", False),
        ("outbreak epidemic famine inflation blaze derailment", False),
    ],
)
def test_nouns_are_told_apart_by_whether_they_can_speak(
    reader: EnglishReader, nouns: str, speak: bool
) -> None:
    vocab = reader.read("Words.").vocab
    kinds = {noun: kind_of(vocab, noun) for noun in nouns.split()}
    assert {noun for noun in kinds if (kinds[noun] in ("person", "body", "text", "")) != speak} == (
        set()
    )
