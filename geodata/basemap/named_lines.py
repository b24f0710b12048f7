"""States which border lines have a name or a status of their own, in sober words."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.basemap.disputed_areas import KASHMIR_VIEWS


@dataclass(frozen=True)
class NamedLine:
    """A line with a name and a status of its own, between two sets of areas or countries."""

    name: str
    kind: str
    """One of international, disputed, line-of-control."""
    note: str
    one_side: tuple[str, ...]
    """Units, disputed areas or countries on one side."""
    other_side: tuple[str, ...]


PAKISTANI_KASHMIR = ("azad-kashmir", "gilgit-baltistan")
INDIAN_KASHMIR = ("jammu-and-kashmir", "ladakh")
DURAND = (
    "The Durand Line was agreed in 1893 between the Emir of Afghanistan and British India, "
    "affirmed by treaties of 1919 and 1921, and has lain between Afghanistan and Pakistan since "
    "1947. Pakistan recognises it as the international border; Afghan governments since then, "
    "that of the Taliban included, have not."
)
"""Stands in the notes of the places along it, word for word."""
LINES = (
    # The first entry that fits a line holds.
    NamedLine(
        "Durand Line",
        "disputed",
        DURAND,
        ("AFG",),
        ("PAK",),
    ),
    NamedLine(
        "Line of Control",
        "line-of-control",
        "Between the parts of Kashmir administered by India and by Pakistan (Simla Agreement, "
        "1972); not an agreed border. " + KASHMIR_VIEWS,
        PAKISTANI_KASHMIR,
        INDIAN_KASHMIR,
    ),
    NamedLine(
        "Working Boundary",
        "line-of-control",
        "Between Jammu, administered by India, and the Pakistani province of Punjab: a working "
        "boundary in Pakistan's words, an international border in India's.",
        ("jammu-and-kashmir",),
        ("PAK",),
    ),
    NamedLine(
        "Edge of the Siachen area",
        "disputed",
        "The Line of Control was never drawn across the glacier. India holds the area to be "
        "Indian; Pakistan holds it to be on its side of the line.",
        ("siachen-glacier",),
        ("PAK", "IND", "CHN", "aksai-chin", "shaksgam-valley"),
    ),
    NamedLine(
        "India's claim line, Aksai Chin",
        "disputed",
        "India holds it to be its border with China; China holds it to lie within China.",
        ("aksai-chin",),
        ("CHN",),
    ),
    NamedLine(
        "India's claim line, Shaksgam",
        "disputed",
        "India holds it to be its border with China; China and Pakistan hold it to lie within "
        "China, north of the border that they agreed on in 1963.",
        ("shaksgam-valley",),
        ("CHN",),
    ),
    NamedLine(
        "China–Pakistan agreement line of 1963",
        "disputed",
        "China and Pakistan hold it to be their border; India holds their agreement to be void.",
        ("gilgit-baltistan",),
        ("CHN", "shaksgam-valley"),
    ),
    NamedLine(
        "Line of Actual Control",
        "line-of-control",
        "Between the areas that India and China control in Ladakh; not an agreed border. Each "
        "holds land on the other's side to be its own.",
        ("ladakh",),
        ("CHN", "aksai-chin"),
    ),
    NamedLine(
        "McMahon Line",
        "disputed",
        "India holds it to be the border; China holds it to be void.",
        ("arunachal-pradesh",),
        ("CHN",),
    ),
    NamedLine(
        "Northern edge of Crimea",
        "disputed",
        "Russia held it to be an international border from 2014 and holds it to lie within Russia "
        "since 2022; Ukraine holds it to lie within Ukraine. UN General Assembly resolution "
        "68/262 calls on all states not to recognise a change of Crimea's status.",
        ("crimea",),
        ("kherson-oblast",),  # not Ukraine: Sevastopol is drawn in it too
    ),
    NamedLine(
        "Eastern edge of Donetsk and Luhansk",
        "disputed",
        "Ukraine holds it to be an international border; Russia holds it to lie within Russia "
        "since 2022. UN General Assembly resolution ES-11/4 calls on all states not to recognise "
        "a change of the regions' status.",
        ("donetsk-oblast", "luhansk-oblast"),
        ("RUS",),
    ),
    NamedLine(
        "Berm of Western Sahara",
        "line-of-control",
        "Moroccan sand wall; ceasefire line between Morocco and the Polisario Front.",
        ("western-sahara-west",),
        ("SAH+00?",),
    ),
    NamedLine(
        "Northern border of Western Sahara",
        "disputed",
        "Claimed on both sides by Morocco; a border according to the United Nations.",
        ("western-sahara",),
        ("MAR",),
    ),
    NamedLine(
        "Northern ceasefire line in Cyprus",
        "line-of-control",
        "Ceasefire line of 1974, north of the buffer zone of the United Nations.",
        ("northern-cyprus",),
        ("CYP", "GBR", "cyprus-buffer-zone"),
    ),
    NamedLine(
        "Southern ceasefire line in Cyprus",
        "line-of-control",
        "Ceasefire line of 1974, south of the buffer zone of the United Nations.",
        ("cyprus-buffer-zone",),
        ("CYP", "GBR"),
    ),
    NamedLine(
        "Somaliland–Somalia line",
        "disputed",
        "Somaliland declared independence in 1991; Somalia does not accept it.",
        ("somaliland",),
        ("SOM",),
    ),
    NamedLine(
        "Kosovo–Serbia line",
        "disputed",
        "Kosovo declared independence in 2008; Serbia does not accept it.",
        ("kosovo",),
        ("SRB",),
    ),
    NamedLine(
        "Abkhazia–Georgia line",
        "disputed",
        "Abkhazia is recognised as a state by Russia and few others; Georgia claims it.",
        ("abkhazia",),
        ("GEO",),
    ),
    NamedLine(
        "Korean Military Demarcation Line",
        "line-of-control",
        "Armistice line of 1953.",
        ("PRK",),
        ("KOR",),
    ),
    NamedLine(
        "Ceasefire line of 1974, Golan Heights",
        "line-of-control",
        "West of it lie the Golan Heights, administered by Israel and claimed by Syria.",
        ("golan-heights",),
        ("SYR",),
    ),
    NamedLine(
        "Western edge of the Golan Heights",
        "disputed",
        "Between Israel and the Golan Heights, which Israel administers and Syria claims.",
        ("golan-heights",),
        ("ISR",),
    ),
)
