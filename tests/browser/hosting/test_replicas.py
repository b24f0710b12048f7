"""Several replicas: a link means the same on each of them, and a reader stays on one."""

from pathlib import Path

import pytest

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.hosting import nginx
from tests.browser.hosting.asking import ask
from tests.browser.hosting.conftest import Hosted
from tests.browser.server import free_port

LINK = {
    "themes": "bases.attacks",
    "speakers": "author.sami-sadat",
    "kinds": "direct-quotation.authors-words.named.described.none.statement.forecast",
    "from": "2015-06",
    "to": "2024-03",
    "place": "balochistan",
    "mention": "balochistan-council",
    "at": "30.5,67.25,6",
    "names": "ur",
}


def restored(atlas: AtlasPage) -> dict[str, object]:
    """Return what a reader sees of a link's choices."""
    view = atlas.view()
    return {
        "themes": atlas.themes_on(),
        "place": atlas.selected_place(),
        "mention": atlas.current_mention(),
        "shown": sorted(atlas.shown_places()),
        "view": (round(view["lat"], 2), round(view["lon"], 2), view["zoom"]),
        "names": atlas.page.locator("#atlas-names").input_value(),
        "notices": atlas.notices(),
        "address": atlas.query(),
    }


RESTORED = {
    "themes": ["bases", "attacks"],
    "place": "balochistan",
    "mention": "balochistan-council",
    "shown": [
        "afghanistan",
        "balochistan",
        "pakistan",
        "russia",
        "russia-attack-site",
        "western-pakistani-provinces",
    ],
    "view": (30.5, 67.25, 6),
    "names": "ur",
    "notices": [],
    "address": LINK,
}
QUERY = "&".join(f"{name}={value}" for name, value in LINK.items())


@pytest.mark.parametrize("number", [0, 1])
def test_each_replica_restores_a_full_link(visit: Visit, hosted: Hosted, number: int) -> None:
    assert restored(visit(f"/?{QUERY}", server=hosted.replicas[number])) == RESTORED


def test_the_proxy_keeps_a_reader_on_one_replica_which_restores_a_full_link(
    visit: Visit, hosted: Hosted
) -> None:
    before = len(hosted.proxy.requests())
    assert restored(visit(f"/?{QUERY}", server=hosted.front)) == RESTORED
    asked = hosted.proxy.requests(at_least=before + 20)[before:]
    assert len({one.upstream for one in asked}) == 1


def test_where_one_replica_is_gone_another_opens_the_link(hosted: Hosted, tmp_path: Path) -> None:
    gone, there = free_port(), hosted.replicas[0].port
    answered = []
    for number, (first, second) in enumerate([(gone, there), (there, gone)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        port = free_port()
        places = {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "server 127.0.0.1:8501;": f"server 127.0.0.1:{first};",
            "server 127.0.0.1:8502;": f"server 127.0.0.1:{second};",
        }
        sites = nginx.site("nginx-several.conf", places)
        with nginx.run(sites, folder, (port,)) as proxy:
            assert ask(port, "/atlas/?place=quetta").status == 200
            answered.append(proxy.requests(at_least=1)[0].upstream)
    # One of the two orders puts this reader on the replica that is gone.
    assert sorted(answered, key=len) == [
        f"127.0.0.1:{there}",
        f"127.0.0.1:{gone},127.0.0.1:{there}",
    ]
