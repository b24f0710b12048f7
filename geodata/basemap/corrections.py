"""Lists what is wrong or outdated in the sources, and what stands here instead."""

from __future__ import annotations

MERGED = {
    "SOL": "SOM",
    "CYN": "CYP",
    "CNM": "CYP",
    "KAB": "KAZ",
    "USG": "CUB",
    "KAS": "",
    "SPI": "",
    "BRT": "",
    "BRI": "",
}
"""Territories of Natural Earth's default view drawn in a country here, or ("") in none."""

COUNTRY_OF_UNIT = {"RUS-283": "UKR", "RUS-5482": "UKR"}
"""Crimea and Sevastopol: in Russia in the source, in Ukraine here (UNGA 68/262)."""

WHOLE_COUNTRY_UNITS = ("SPI", "BRI")
"""Areas that the first-level layer leaves as holes; taken from the country layer."""

CARVED = (
    # Unit made, the country it is drawn in ("" = none), the countries it is cut out of.
    ("western-sahara-west", "SAH", frozenset({"MAR"})),
    ("CNM", "CYP", frozenset({"CYP"})),
    ("BRT", "", frozenset({"EGY", "SDN"})),
    ("aksai-chin", "CHN", frozenset({"CHN"})),
    ("shaksgam-valley", "CHN", frozenset({"CHN"})),
    ("golan-heights", "SYR", frozenset({"ISR"})),
    ("southern-kuril-islands", "RUS", frozenset({"RUS"})),
)
"""Areas that the first-level layer does not keep apart."""

UNIT_NAMES = {
    "1168878": "Gilgit-Baltistan",
    "1164807": "Sindh",
    "1168873": "Khyber Pakhtunkhwa",
    "1162015": "Islamabad Capital Territory",
    "1179245": "Federally Administered Tribal Areas",
    "1183606": "Balochistan",
    "1221092": "Sughd",
    "6452615": "Districts of Republican Subordination",
    "6957555": "Panjshir",
    "6957553": "Daykundi",
    "1140025": "Herat",
    "1140043": "Helmand",
    "1127106": "Sar-e Pol",
    "1131257": "Paktia",
    "524925": "Moscow Oblast",
    "524894": "Moscow",
    # The source shifts the names of these among the units of their country.
    "3376407": "Pomeroon-Supenaam",
    "3379023": "Cuyuni-Mazaruni",
    "3375463": "Upper Takutu-Upper Essequibo",
    "3375469": "Upper Demerara-Berbice",
    "3378741": "Essequibo Islands-West Demerara",
    "3378950": "Demerara-Mahaica",
    "3377274": "Mahaica-Berbice",
    "3378840": "East Berbice-Corentyne",
    "448502": "Northern Red Sea",
    "448497": "Anseba",
    "448498": "Debub",
    "448501": "Maekel",
    "3650445": "Tungurahua",
    "3653890": "Napo",
    "928657": "Karonga",
    "147626": "Lachin",
    "7056288": "Kiruhura",
}
"""Present names by GeoNames id, where the source's are outdated or given to two units.

The ISO codes of Moscow and Moscow Oblast, swapped in the source, are not used at all.
"""

BORROWED_NAMES = frozenset(
    {"1221092", "6957555", "6957553"}
    | {"3376407", "3379023", "3375463", "3375469", "3378741", "3378950", "3377274", "3378840"}
    | {"448502", "448497", "448498", "448501", "3650445", "3653890", "928657", "147626", "7056288"}
)
"""Units whose other names and whose Wikidata id in the source are another's (GeoNames ids)."""

COUNTRY_NAMES = {
    "RUS": "Russia",
    "KOR": "South Korea",
    "PRK": "North Korea",
    "LAO": "Laos",
    "BRN": "Brunei",
    "COD": "DR Congo",
    "COG": "Congo",
}
"""Ordinary English names where Natural Earth's long ones are official styles."""

COUNTRY_NAMES_BY_HAND = {
    "AFG": {"ps": "افغانستان", "tg": "Афғонистон"},
    "PAK": {"ps": "پاکستان", "tg": "Покистон"},
    "TJK": {"ps": "تاجکستان", "tg": "Тоҷикистон"},
    "RUS": {"ps": "روسیه", "tg": "Русия"},
    "TUR": {"ps": "ترکي", "tg": "Туркия"},
    "IRN": {"tg": "Эрон"},
    "UZB": {"tg": "Ӯзбекистон"},
}
"""Names in languages that Natural Earth lacks, as Unicode CLDR has them (in Babel 2.17.0)."""
