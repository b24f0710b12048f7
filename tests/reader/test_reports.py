"""Where errors are reported to: a mailbox or a page of the web, and nothing else."""

import pytest

from geodata.model.edition import Edition
from geodata.model.errors import AddressError
from geodata.reader.markup import edition_part
from geodata.reader.reports import LONGEST, report_address, reports_to
from tests.export.everything import Page


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mailto:editors@example.org",
        "mailto:a.b+c@mail.example.org",
        "https://example.org/report?form=1&lang=en",
    ],
)
def test_a_mailbox_or_a_page_is_taken(address: str) -> None:
    assert reports_to(f" {address}\n") == address


@pytest.mark.parametrize(
    "address",
    [
        "editors@example.org",
        "http://example.org/report",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:editors@example.org?bcc=all@example.org",
        "mailto:one@example.org,two@example.org",
        "mailto:",
        "https://",
        "https:///report",
        "https://[example.org/",
        "https://example.org/a b",
        'https://example.org/"onclick=',
        "https://example.org/#here",
        f"https://example.org/{'a' * LONGEST}",
    ],
)
def test_anything_else_is_refused_with_its_cure(address: str) -> None:
    with pytest.raises(AddressError, match=r"Cure: Write it as mailto:editors@example\.org or"):
        reports_to(address)


def test_the_article_ends_with_the_way_to_report_where_there_is_one(invented: Edition) -> None:
    to = "https://example.org/report?form=1"
    html = edition_part("article.html", invented, errors_to=to)
    assert f'href="{to}&amp;edition=from-lyon-to-paris"' in html
    assert "Report an error in this edition" in Page(html).whole
    assert "atlas-report" not in edition_part("article.html", invented)
    assert report_address("mailto:a@b.org", "x&y") == "mailto:a@b.org?subject=Error%20in%20x%26y"
