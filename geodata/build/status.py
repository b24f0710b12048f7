"""States, in sober words, which areas and lines are disputed, who administers and who claims."""

from __future__ import annotations

from dataclasses import dataclass

NO_OPINION = "A boundary drawn here is no opinion on the status of any territory."


@dataclass(frozen=True)
class DisputedArea:
    """An area whose status is disputed, and the first-level units that make it up."""

    id: str
    title: str
    administered_by: str
    claimed_by: str
    note: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class NamedLine:
    """A line with a name and a status of its own, between two sets of areas or countries."""

    name: str
    kind: str
    note: str
    one_side: tuple[str, ...]
    other_side: tuple[str, ...]


KASHMIR = "Part of the former princely state of Jammu and Kashmir, disputed since 1947."
OBLAST = (
    "Russia declared the annexation of this region in September 2022; UN General Assembly "
    "resolution ES-11/4 calls that invalid. Russian forces hold a part; the front is not drawn."
)


def _oblast(slug: str, title: str, unit: str) -> DisputedArea:
    """Return one of the four Ukrainian regions that Russia claims since 2022."""
    return DisputedArea(
        slug, title, "Ukraine, in part Russia (occupied)", "Ukraine and Russia", OBLAST, (unit,)
    )


AREAS = (
    DisputedArea("azad-kashmir", "Azad Kashmir", "Pakistan", "India", KASHMIR, ("PAK-1109",)),
    DisputedArea(
        "gilgit-baltistan", "Gilgit-Baltistan", "Pakistan", "India", KASHMIR, ("PAK-1111",)
    ),
    DisputedArea(
        "jammu-and-kashmir", "Jammu and Kashmir", "India", "Pakistan", KASHMIR, ("IND-2431",)
    ),
    DisputedArea("ladakh", "Ladakh", "India", "Pakistan; in parts China", KASHMIR, ("IND-20012",)),
    DisputedArea(
        "siachen-glacier",
        "Siachen Glacier",
        "India",
        "Pakistan",
        KASHMIR + " The Line of Control was never drawn across the glacier.",
        ("KAS+00?",),
    ),
    DisputedArea(
        "aksai-chin",
        "Aksai Chin",
        "China",
        "India",
        "Administered by China as part of Xinjiang and Xizang; claimed by India as part of Ladakh.",
        ("aksai-chin",),
    ),
    DisputedArea(
        "shaksgam-valley",
        "Shaksgam Valley",
        "China",
        "India",
        "Left to China by the China–Pakistan agreement of 1963, which India does not recognise.",
        ("shaksgam-valley",),
    ),
    DisputedArea(
        "arunachal-pradesh",
        "Arunachal Pradesh",
        "India",
        "China",
        "A state of India; China claims most of it as southern Xizang.",
        ("IND-3299",),
    ),
    DisputedArea(
        "crimea",
        "Crimea and Sevastopol",
        "Russia",
        "Ukraine",
        "Annexed by Russia in March 2014. UN General Assembly resolution 68/262 affirms the "
        "territorial integrity of Ukraine; drawn here as part of Ukraine.",
        ("RUS-283", "RUS-5482"),
    ),
    _oblast("donetsk-oblast", "Donetsk Oblast", "UKR-327"),
    _oblast("luhansk-oblast", "Luhansk Oblast", "UKR-329"),
    _oblast("zaporizhzhia-oblast", "Zaporizhzhia Oblast", "UKR-331"),
    _oblast("kherson-oblast", "Kherson Oblast", "UKR-4827"),
    DisputedArea(
        "abkhazia",
        "Abkhazia",
        "Abkhaz authorities, with Russian forces",
        "Georgia",
        "Recognised as a state by Russia and few others since 2008; the UN treats it as Georgia's.",
        ("GEO-3015",),
    ),
    DisputedArea(
        "western-sahara",
        "Western Sahara",
        "Morocco west of the berm, the Polisario Front east of it",
        "Morocco and the Sahrawi Arab Democratic Republic",
        "On the United Nations list of non-self-governing territories.",
        ("western-sahara-west", "SAH+00?"),
    ),
    DisputedArea(
        "northern-cyprus",
        "Northern Cyprus",
        "Turkish Cypriot authorities",
        "Republic of Cyprus",
        "Declared a state in 1983, recognised by Turkey only; UN Security Council resolution 541.",
        ("CYN+00?",),
    ),
    DisputedArea(
        "cyprus-buffer-zone",
        "United Nations buffer zone in Cyprus",
        "United Nations peacekeeping force (UNFICYP)",
        "Republic of Cyprus",
        "Between the ceasefire lines of 1974.",
        ("CNM",),
    ),
    DisputedArea(
        "somaliland",
        "Somaliland",
        "Somaliland authorities",
        "Somalia",
        "Declared independence in 1991; not a member of the United Nations. The eastern part is "
        "held by others.",
        ("SOL+00?",),
    ),
    DisputedArea(
        "kosovo",
        "Kosovo",
        "Kosovo",
        "Serbia",
        "Declared independence in 2008; recognised by about half of the members of the United "
        "Nations, not by Serbia. UN Security Council resolution 1244.",
        ("KOS",),
    ),
    DisputedArea(
        "taiwan",
        "Taiwan",
        "Taiwan (Republic of China)",
        "China",
        "Administers itself; claimed by the People's Republic of China.",
        ("TWN",),
    ),
    DisputedArea(
        "falkland-islands",
        "Falkland Islands (Islas Malvinas)",
        "United Kingdom",
        "Argentina",
        "A dispute exists between Argentina and the United Kingdom over sovereignty.",
        ("FLK",),
    ),
    DisputedArea(
        "bir-tawil",
        "Bir Tawil",
        "none",
        "none",
        "Between Egypt and Sudan; claimed by neither.",
        ("BRT",),
    ),
    DisputedArea(
        "southern-patagonian-ice-field",
        "Southern Patagonian Ice Field",
        "not demarcated",
        "Chile and Argentina",
        "The border across the ice field is not yet agreed.",
        ("SPI",),
    ),
)

PAKISTANI_KASHMIR = ("azad-kashmir", "gilgit-baltistan")
INDIAN_KASHMIR = ("jammu-and-kashmir", "ladakh")
LINES = (
    NamedLine(
        "Durand Line",
        "international",
        "De facto international border since 1893; no Afghan government has accepted it as final.",
        ("AFG",),
        ("PAK",),
    ),
    NamedLine(
        "Line of Control",
        "line-of-control",
        "Between the parts of Kashmir administered by India and by Pakistan (Simla Agreement, "
        "1972); not an agreed border.",
        PAKISTANI_KASHMIR,
        INDIAN_KASHMIR,
    ),
    NamedLine(
        "Edge of the Siachen area",
        "disputed",
        "The Line of Control was never drawn across the glacier.",
        ("siachen-glacier",),
        ("PAK", "IND", "CHN", "aksai-chin", "shaksgam-valley"),
    ),
    NamedLine(
        "India's claim line, Aksai Chin",
        "disputed",
        "Claimed by India as its border with China; China does not accept it.",
        ("aksai-chin",),
        ("CHN",),
    ),
    NamedLine(
        "India's claim line, Shaksgam",
        "disputed",
        "Claimed by India as its border with China; the area lies north of the border that "
        "China and Pakistan agreed on in 1963.",
        ("shaksgam-valley",),
        ("CHN",),
    ),
    NamedLine(
        "China–Pakistan agreement line of 1963",
        "disputed",
        "Agreed between China and Pakistan; India does not recognise it.",
        ("gilgit-baltistan",),
        ("CHN", "shaksgam-valley"),
    ),
    NamedLine(
        "Line of Actual Control",
        "line-of-control",
        "Between the areas that India and China hold in Ladakh; not an agreed border.",
        ("ladakh",),
        ("CHN", "aksai-chin"),
    ),
    NamedLine(
        "McMahon Line",
        "disputed",
        "Held to be the border by India; China does not accept it.",
        ("arunachal-pradesh",),
        ("CHN",),
    ),
    NamedLine(
        "Northern edge of Crimea",
        "disputed",
        "Treated by Russia as an international border since 2014; within Ukraine according to "
        "UN General Assembly resolution 68/262.",
        ("crimea",),
        ("UKR", "kherson-oblast"),
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
        "West of it lie the Golan Heights, administered by Israel and claimed by Syria; "
        "UN Security Council resolution 497.",
        ("ISR",),
        ("SYR",),
    ),
)
