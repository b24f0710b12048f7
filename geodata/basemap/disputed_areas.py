"""States, in sober words, which areas are disputed, who administers and who claims them."""

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


KASHMIR_VIEWS = (
    "India holds all of Jammu and Kashmir to be Indian since its ruler acceded in 1947; Pakistan "
    "holds all of it to be disputed until a vote under United Nations resolutions."
)
KASHMIR = "Part of the former princely state. " + KASHMIR_VIEWS
KURILS = (
    "Iturup (Etorofu), Kunashir (Kunashiri), Shikotan and the Habomai Islands. Russia holds them "
    "to be Russian as an outcome of the Second World War; Japan holds them to be Japanese and "
    "unlawfully occupied since 1945."
)


def _ukrainian(what: str, when: str, resolution: str) -> str:
    """Return the note on a part of Ukraine that Russia has declared its own; one wording for all.

    Parameters
    ----------
    what
        The area, as the sentence names it.
    when
        When Russia declared the annexation.
    resolution
        Of the United Nations General Assembly.
    """
    return (
        f"Russia declared the annexation of {what} in {when} and holds it to be Russian; Ukraine "
        "holds it to be Ukrainian and, where Russia controls it, unlawfully occupied. UN General "
        f"Assembly resolution {resolution} calls on all states not to recognise a change of its "
        "status; drawn here as part of Ukraine."
    )


def _oblast(slug: str, title: str, unit: str) -> DisputedArea:
    """Return one of the four Ukrainian regions that Russia claims since 2022."""
    note = _ukrainian("this region", "September 2022", "ES-11/4") + " The front is not drawn."
    return DisputedArea(slug, title, "Ukraine, in part Russia", "Ukraine and Russia", note, (unit,))


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
        _ukrainian("Crimea", "March 2014", "68/262"),
        ("RUS-283", "RUS-5482"),
    ),
    _oblast("donetsk-oblast", "Donetsk Oblast", "UKR-327"),
    _oblast("luhansk-oblast", "Luhansk Oblast", "UKR-329"),
    _oblast("zaporizhzhia-oblast", "Zaporizhzhia Oblast", "UKR-331"),
    _oblast("kherson-oblast", "Kherson Oblast", "UKR-4827"),
    DisputedArea(
        "southern-kuril-islands",
        "Southern Kuril Islands",
        "Russia",
        "Japan",
        KURILS,
        ("southern-kuril-islands",),
    ),
    DisputedArea(
        "golan-heights",
        "Golan Heights",
        "Israel",
        "Syria",
        "Held by Israel since 1967 and placed under its law in 1981, which UN Security Council "
        "resolution 497 calls without effect; drawn here as part of Syria.",
        ("golan-heights",),
    ),
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
        "essequibo",
        "Essequibo",
        "Guyana",
        "Venezuela",
        "West of the Essequibo river, two thirds of Guyana; drawn as the five regions that make up "
        "most of it. Venezuela disputes the award of 1899; the case is before the International "
        "Court of Justice.",
        ("GUY-672", "GUY-674", "GUY-675", "GUY-676", "GUY-680"),
    ),
    DisputedArea(
        "spratly-islands",
        "Spratly Islands",
        "China, Vietnam, the Philippines, Malaysia and Taiwan, each some",
        "China, Taiwan, Vietnam, the Philippines, Malaysia and Brunei, in whole or in part",
        "An arbitral tribunal found in 2016 that China's claim to historic rights has no basis in "
        "the law of the sea; China does not accept the award.",
        ("PGA+00?",),
    ),
    DisputedArea(
        "paracel-islands",
        "Paracel Islands",
        "China",
        "China, Taiwan and Vietnam",
        "Held by China since 1974.",
        ("PFA+00?",),
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

AREA_TITLES = {area.id: area.title for area in AREAS}
