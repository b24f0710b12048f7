"""The ledger: every place expression of the text, in its order, with what became of it and why."""

from playwright.sync_api import Locator, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit

# Read off the article from its standfirst to its last line. M mapped, = merged with another, - not.
MENTIONS = """
- Khorasan Province
- continent
- Khorasan Province
- continent
M Afghanistan
M Pakistan
- West and East
- unrecognised Afghan government
M Russia
M Afghanistan
- Republic
- US
- NATO
- Arab world
= non-Arab country
- Middle East
- Afghan army
M Pakistan
M Tribal areas along the Afghan-Pakistan border
M Pakistan
M Afghanistan
M Tribal areas of Pakistan
M some western provinces
- Afghan-Pakistan branch
- Afghan army
M Balochistan, Pakistan
- Khorasan
- Khorasan
M Pakistan
M Russia
M Afghanistan
M Turkey
M Afghanistan
M Quetta
M Pakistani province of Balochistan
M Balochistan
- Khorasan
M Balochistan
- Khorasan
M Pakistani province of Balochistan
M southern part of Tajikistan
- European nations
M Afghan-Pakistani border region
= Islamic Emirate
M Afghanistan
= Afghan provinces
= Pakistani territory
M Western Pakistani provinces
- Islamabad
- region
= country
= Afghan and Pakistani territories
M Afghanistan
- Moscow
- Russian
"""
OUTCOMES = {"M": "On the map", "=": "Another name for a place on the map", "-": "Not on the map"}


def open_ledger(visit: Visit) -> AtlasPage:
    atlas = visit("/ledger", reader=False)
    expect(atlas.page.locator('[data-found="ledger"]')).to_have_text("55 mentions shown of 55")
    return atlas


def column(atlas: AtlasPage, number: int) -> list[str]:
    cells = atlas.page.locator(f"table#ledger tbody tr:visible > :nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def row(atlas: AtlasPage, mention: str) -> Locator:
    return atlas.page.locator(f'[data-mention-row="{mention}"]')


def test_every_mention_stands_there_in_the_order_of_the_text_with_its_outcome(
    visit: Visit,
) -> None:
    atlas = open_ledger(visit)
    wanted = [line.split(" ", 1) for line in MENTIONS.strip().splitlines()]
    assert len(wanted) == 55
    assert column(atlas, 1) == [str(number) for number in range(1, 56)]
    said = [text.split("\n")[0].strip("“”") for text in column(atlas, 2)]
    assert said == [exact for _, exact in wanted]
    outcomes = [text.split(":")[0] for text in column(atlas, 3)]
    assert outcomes == [OUTCOMES[sign] for sign, _ in wanted]


def test_each_has_a_reading_and_a_status_and_what_is_not_mapped_a_reason(visit: Visit) -> None:
    atlas = open_ledger(visit)
    readings = column(atlas, 6)
    assert all(text.endswith("Status: draft.") for text in readings)
    assert all(len(text) > len("Status: draft.") + 10 for text in readings)
    reasons = [text for text in column(atlas, 3) if text.startswith("Not on the map")]
    assert all(len(text) > len("Not on the map: ") + 5 for text in reasons)
    assert sum("an organisation’s name, or part of one" in text for text in reasons) == 9
    assert sum("says whose, not where" in text for text in reasons) == 5


def test_some_lines_read_word_by_word(visit: Visit) -> None:
    atlas = open_ledger(visit)
    first = row(atlas, "khorasan-standfirst")
    expect(first).to_contain_text("in a passage that repeats another, which is shown once")
    assert first.get_by_role("link").count() == 0
    attack = row(atlas, "russia-attack")
    expect(attack).to_contain_text(
        "Site of the March 2024 attack (inferred, not in the text) (likely)"
    )
    expect(attack).to_contain_text("Russia (certain)")
    west = row(atlas, "western-provinces-recruits")
    expect(west).to_contain_text("Western Pakistani provinces (less certain)")
    expect(row(atlas, "islamabad")).to_contain_text(
        "stands for something other than the place, such as a government"
    )
    expect(row(atlas, "islamabad")).to_contain_text(
        "Stands for the government of Pakistan, not for the city."
    )
    last = row(atlas, "russian-university")
    assert last.evaluate("(one) => one === one.parentElement.lastElementChild")
    expect(last).to_contain_text("an organisation’s name, or part of one")


def test_the_ledger_counts_what_the_front_page_says(visit: Visit) -> None:
    atlas = open_ledger(visit)
    signs = [line[0] for line in MENTIONS.strip().splitlines()]
    assert [signs.count(sign) for sign in "M=-"] == [26, 6, 23]
    words = "26 on the map, 6 other names for places on the map, 23 not on the map"
    expect(atlas.page.locator(".atlas-page")).to_contain_text(f"55 mentions: {words}.")
    atlas.page.get_by_role("link", name="Read", exact=True).click()
    atlas.wait_ready()
    expect(atlas.page.locator(".ledger-line")).to_contain_text(
        f"55 mentions of places: {words}, each with its reason."
    )
    atlas.page.get_by_role("link", name="See all place names").click()
    expect(atlas.page.locator("h1")).to_have_text("All place names")


def test_the_ledger_is_searched_and_sorted_back_into_the_order_of_the_text(visit: Visit) -> None:
    atlas = open_ledger(visit)
    atlas.page.get_by_label("Search mentions").fill("such as a government")
    assert column(atlas, 1) == ["49"]  # Islamabad
    atlas.page.get_by_label("Search mentions").fill("")
    atlas.page.get_by_role("button", name="In the text").click()
    assert column(atlas, 2)[0] == "“Afghan and Pakistani territories”"
    atlas.page.get_by_role("button", name="No.").click()
    assert column(atlas, 1) == [str(number) for number in range(1, 56)]


def test_a_line_of_the_ledger_leads_to_its_mention(visit: Visit) -> None:
    atlas = open_ledger(visit)
    row(atlas, "islamabad").get_by_role("link").first.click()
    atlas.wait_ready()
    atlas.wait_current("islamabad")
    assert atlas.in_view(atlas.mention("islamabad"))
