"""The timeline with its ranges and the undated, and the route that recruits were told to take."""

from playwright.sync_api import Locator, expect

from tests.browser.atlas_page import AtlasPage

DECEMBER_2015 = "24191"  # months since the year 0, as the inputs count
FEBRUARY_2024, MARCH_2024 = "24289", "24290"
UNDATED_PLACES = {
    "afghan-pakistani-border-region",
    "afghanistan",
    "balochistan",
    "pakistan",
    "quetta",
    "russia",
    "southern-tajikistan",
    "tribal-areas",
    "turkey",
    "western-pakistani-provinces",
}


def timeline(atlas: AtlasPage) -> Locator:
    return atlas.open_panel("When:")


def test_all_times_and_the_undated_are_on_at_first(reader: AtlasPage) -> None:
    expect(reader.page.locator(".timeline-list li")).to_have_count(0)  # no work while it is closed
    panel = timeline(reader)
    expect(panel.locator(".timeline-list li").first).to_be_visible()
    expect(panel.locator("[data-time-words]")).to_have_text("All times, 31 undated")
    undated = panel.get_by_role("button", name="Undated (31)")
    expect(undated).to_have_attribute("aria-pressed", "true")
    expect(panel.get_by_label("From")).to_have_attribute("aria-valuetext", "January 2015")
    expect(panel.locator("[data-time-of=from]")).to_have_text("January 2015")


def test_a_panel_below_the_fold_comes_into_view_when_it_opens(reader: AtlasPage) -> None:
    """Its drawing comes later than the panel, and is not left below the edge either."""
    panel = timeline(reader)
    expect(panel.locator(".timeline-chart svg")).to_be_visible()
    expect(panel.get_by_label("To")).to_be_in_viewport(ratio=1)
    expect(panel.locator("summary")).to_be_in_viewport(ratio=1)
    key = reader.open_panel("How to read the map")
    expect(key.locator("p").last).to_be_in_viewport(ratio=1)


def test_the_first_year_leaves_what_is_said_of_it(reader: AtlasPage) -> None:
    panel = timeline(reader)
    panel.locator("[data-undated]").click()
    panel.get_by_label("To").fill(DECEMBER_2015)
    reader.wait_shown("afghanistan", "pakistan")
    expect(panel.locator("[data-time-words]")).to_have_text(
        "January 2015 to December 2015, dated claims only"
    )
    expect(panel.locator("[data-time-of=to]")).to_have_text("December 2015")
    assert reader.query()["to"] == "2015-12"
    assert reader.query()["undated"] == "no"
    assert "from" not in reader.query()
    assert reader.theme_chip("origins").locator(".count").inner_text() == "6"
    assert reader.theme_chip("recruitment").locator(".count").inner_text() == "0"
    assert "russia-attack" in reader.mentions_with("is-off")
    assert "afghanistan-appearance" not in reader.mentions_with("is-off")
    lines = panel.locator(".timeline-list li")
    assert lines.count() == 7
    expect(lines.first).to_contain_text("January 2015")


def test_march_2024_leaves_the_attack_and_what_goes_on_until_then(reader: AtlasPage) -> None:
    panel = timeline(reader)
    panel.locator("[data-undated]").click()
    panel.get_by_label("From").fill(FEBRUARY_2024)
    panel.get_by_label("To").fill(MARCH_2024)
    reader.wait_shown("russia-attack-site", "russia", "afghanistan", "pakistan")
    assert (reader.query()["from"], reader.query()["to"]) == ("2024-02", "2024-03")
    assert "afghanistan-appearance" in reader.mentions_with("is-off")


def test_the_undated_have_a_switch_of_their_own(reader: AtlasPage) -> None:
    panel = timeline(reader)
    panel.get_by_label("From").fill(FEBRUARY_2024)
    reader.wait_shown(*UNDATED_PLACES, "russia-attack-site")
    panel.locator("[data-undated]").click()
    reader.wait_shown("russia-attack-site", "russia", "afghanistan", "pakistan")
    panel.get_by_role("button", name="All times").click()
    reader.wait_shown(*UNDATED_PLACES, "russia-attack-site")
    assert set(reader.query()).isdisjoint({"from", "to", "undated"})


def test_ends_that_cross_are_taken_as_a_range_all_the_same(reader: AtlasPage) -> None:
    panel = timeline(reader)
    panel.get_by_label("From").fill(MARCH_2024)
    panel.get_by_label("To").fill(FEBRUARY_2024)
    assert (reader.query()["from"], reader.query()["to"]) == ("2024-02", "2024-03")
    expect(panel.get_by_label("From")).to_have_attribute("aria-valuetext", "February 2024")


def test_keys_move_the_ranges(reader: AtlasPage) -> None:
    panel = timeline(reader)
    panel.get_by_label("From").focus()
    reader.page.keyboard.press("ArrowRight")
    expect(panel.get_by_label("From")).to_have_attribute("aria-valuetext", "February 2015")
    assert reader.query()["from"] == "2015-02"
    reader.page.keyboard.press("Home")
    assert "from" not in reader.query()


def test_a_line_of_the_timeline_opens_its_claim(reader: AtlasPage) -> None:
    panel = timeline(reader)
    first = panel.locator(".timeline-list li button").first
    expect(first).to_have_text("January 2015")
    first.click()
    reader.wait_current("afghanistan-appearance")
    reader.wait_selected("afghanistan")


def test_the_route_is_a_claim_with_its_speaker_and_what_is_not_said(reader: AtlasPage) -> None:
    panel = reader.open_panel("What recruits were told to do")
    expect(panel).to_contain_text(
        "According to detainees who were interrogated, none of them named"
    )
    expect(panel).to_contain_text(
        "Schematic, not a path. The recruits are said to have been in Russia when recruited; where "
        "they were to set out is not said, and that anyone reached Quetta is not said."
    )
    assert [leg.strip() for leg in panel.locator(".leg").all_inner_texts()] == [
        "recruited while in Russia; instructed to travel via Turkey Russia → Turkey",
        "instructed to travel to Afghanistan Turkey → Afghanistan",
        "on arrival in Afghanistan, ordered to go to Quetta Afghanistan → Quetta",
    ]


def test_stepping_the_route_walks_map_and_text_together(reader: AtlasPage) -> None:
    panel = reader.open_panel("What recruits were told to do")
    steps = [
        ("turkey", "turkey-travel", "1"),
        ("afghanistan", "afghanistan-travel", "2"),
        ("quetta", "quetta-training", "3"),
    ]
    for place, mention, number in steps:
        panel.get_by_role("button", name="Next leg").click()
        reader.wait_selected(place)
        reader.wait_current(mention)
        assert reader.in_view(reader.mention(mention))
        assert reader.query()["route"] == f"recruits.{number}"
        current = panel.locator('.leg[aria-current="step"]')
        assert current.get_attribute("data-leg") == str(int(number) - 1)
        reader.map_frame.wait_for_selector(f".route-leg-{int(number) - 1}.is-current")
    panel.get_by_role("button", name="Previous leg").click()
    reader.wait_current("afghanistan-travel")


def test_the_drawn_route_says_on_the_map_that_it_is_no_path(reader: AtlasPage) -> None:
    panel = reader.open_panel("What recruits were told to do")
    show = panel.get_by_role("button", name="Show the route")
    show.click()
    expect(show).to_have_attribute("aria-pressed", "true")
    caption = reader.map_frame.locator(".route-caption")
    expect(caption).to_be_visible()
    expect(caption).to_contain_text("not a path")
    assert reader.map_frame.locator("path.route-leg").count() >= 3
    assert reader.map_frame.locator('path.route-leg[marker-end="url(#atlas-arrow)"]').count() >= 3
    show.click()
    expect(caption).to_be_hidden()
    reader.map_frame.wait_for_function("() => !document.querySelector('path.route-leg')")
    assert "route" not in reader.query()


def test_back_walks_the_route_back(reader: AtlasPage) -> None:
    panel = reader.open_panel("What recruits were told to do")
    for mention in ("turkey-travel", "afghanistan-travel"):
        panel.get_by_role("button", name="Next leg").click()
        reader.wait_current(mention)
    reader.page.go_back()
    reader.wait_current("turkey-travel")
    expect(panel.locator('.leg[aria-current="step"]')).to_have_attribute("data-leg", "0")
    reader.map_frame.wait_for_selector(".route-leg-0.is-current")
