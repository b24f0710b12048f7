"""Draw an edition's places as a folium map that loads nothing but our own files."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, cast
from urllib.parse import quote

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from folium.utilities import JsCode

from geodata.reader.bundle import STATIC, address, script
from geodata.reader.contract import MapConfig
from geodata.reader.map_data import map_config

__all__ = ["Map", "MapConfig", "atlas_map", "map_config"]

Map = folium.Map
"""What folium draws; for those who must not know folium."""


PLACES_PANE: Final = "atlas-places"
MIN_ZOOM: Final = 2
MAX_ZOOM: Final = 18
POINT_RADIUS_PX: Final = 5
SIGNED_RADIUS_PX: Final = 8
"""Of a mark that has room for a sign."""
GUARD: Final = "atlas/map/guard.js"
LEAFLET: Final = "vendor/leaflet/leaflet"
STYLES: Final = "atlas/map/map.css"
_RENDERER: Final = "atlasPlacesRenderer"

_HEADER: Final = """
<meta name="viewport" content="width=device-width, initial-scale=1.0" />
<style>
  html, body, #root, #parent, #parent > .float-child:first-child, .folium-map, #map_div {
    width: 100% !important; height: 100% !important; margin: 0; padding: 0;
  }
  body { overflow: hidden; }
  body > span, #parent > .float-child:nth-child(2) { display: none; }
  .folium-map, #map_div { position: relative; overflow: hidden; }
</style>
"""
# The frame is as high as the page makes it, whatever height streamlit-folium wrote on its own
# elements (#root, #parent, #map_div and the span that follows them are its, not ours).


class _AtlasMap(folium.Map):
    """A folium map without the libraries we do not use, leaving `folium.Map` as it is."""

    def __init__(self, assets: str, **options: Any) -> None:
        super().__init__(**options)
        self._rendered = False
        self._bounds: list[list[float | None]] | None = None
        self.default_js = [
            ("atlas_guard", _guard(assets)),
            ("leaflet", f"{assets}{LEAFLET}.js"),
        ]
        self.default_css = [
            ("leaflet_css", f"{assets}{LEAFLET}.css"),
            ("atlas_css", f"{assets}{address(STYLES) if assets else STYLES}"),
        ]

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # as in folium itself
        """Render once as folium does, then put our header in the place of its own.

        Ours lets readers zoom. Writing the script of all outlines takes long, and streamlit-folium
        asks three times a run; nothing is added to this map after it is made.
        """
        if self._rendered:
            return
        self._rendered = True
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        figure = cast(Figure, self.get_root())
        figure.header.add_child(Element(_HEADER), name=self.get_name())
        for child in self._children.values():
            child._template = _Written(child)  # type: ignore[assignment]

    def get_bounds(self) -> list[list[float | None]]:
        """Return the bounds of all places, ``[[south, west], [north, east]]``, degrees, WGS 84.

        Kept, since streamlit-folium asks every run and folium goes through every point.
        """
        if self._bounds is None:
            self._bounds = super().get_bounds()
        return self._bounds


class _Written:
    """Stands for the template of an element that has written its script, and gives it again."""

    def __init__(self, element: Element) -> None:
        text: str = element._template.module.script(element)  # type: ignore[attr-defined]
        self.script = lambda this, kwargs=None: text

    @property
    def module(self) -> "_Written":
        """What folium takes the script from."""
        return self


class _PlacesPane(MacroElement):
    """Makes the pane of the places and its renderer: ``atlasPane`` in ``guard.js``."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.renderer }} = atlasPane({{ this._parent.get_name() }}, {{ this.how|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, config: MapConfig | dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasPane"
        west, south, east, north = config["home"]
        self.how = {
            "pane": PLACES_PANE,
            "bounds": [[south, west], [north, east]],
            "options": {**config["homePadding"], "animate": False},
        }
        self.renderer = _RENDERER


class _Boot(MacroElement):
    """Hands the config and the drawn layer to our module: ``atlasBegin`` in ``guard.js``."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        (function () {
            const config = {{ this.config_json }};
            const code = config.assets + {{ this.module|tojson }};
            atlasBegin({
                map: {{ this._parent.get_name() }}, layer: {{ this.layer.get_name() }}, config,
            }, code);
        })();
        {% endmacro %}
        """
    )

    def __init__(self, config_json: str, layer: folium.GeoJson) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasBoot"
        self.config_json = config_json
        self.layer = layer
        self.module = address(script("map"))


def atlas_map(
    config: MapConfig | dict[str, Any], *, assets: str = "../../app/static/", streets: str = ""
) -> folium.Map:
    """Make the map of an edition's places.

    The same config gives the same bytes, so streamlit-folium keeps one frame across reruns and
    readers. The map may be kept and drawn again: its elements already have the names that
    streamlit-folium gives them. Add nothing to it.

    Parameters
    ----------
    config
        What `map_config` gives.
    assets
        Where `static/` is served, relative to the page that holds the script, with a slash at the
        end. The default is right inside streamlit-folium's frame, also under a base path.
    streets
        Where the host's own street map is served, relative to the same page; "" for none.

    Returns
    -------
    map
        A `folium.Map` without tiles: all places in one GeoJson layer, then our boot script.
    """
    rest = {key: value for key, value in config.items() if key != "features"}
    drawn = _AtlasMap(
        assets,
        location=(35, 55),
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        minZoom=MIN_ZOOM,
        maxZoom=MAX_ZOOM,
        zoom_snap=0.25,
        wheelPxPerZoomLevel=110,
        trackResize=False,  # view.js watches the size itself
        bounce_at_zoom_limits=False,
        world_copy_jump=False,
    )
    layer = _places_layer(config["features"])
    served = {"assets": assets, **({"streets": streets} if streets else {})}
    boot = _Boot(escaped_json({**rest, **served}), layer)
    for child in (_PlacesPane(config), layer, boot):
        drawn.add_child(child)
    _fix_ids(drawn)
    return drawn


def escaped_json(value: Any) -> str:
    """Give JSON that is safe inside a script element and that streamlit-folium leaves alone.

    ``<``, ``>`` and ``&`` cannot end the script; ``{{``, ``{%`` and ``{#`` cannot run as folium's
    templates, and ``_`` cannot make a word one of the names that streamlit-folium rewrites.
    """
    text = json.dumps(value, separators=(",", ":"))
    for char in "<>&_":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return re.sub(r"\{(?=[{%#])", r"\\u007b", text)


def _guard(assets: str) -> str:
    """Return the guard's address: itself, so that it needs no request and cannot fail to load.

    A page that holds all its files takes it as a file like the others.
    """
    if not assets:
        return GUARD
    code = (STATIC / GUARD).read_text("utf-8")
    files = (f"{LEAFLET}.js", address(script("map")), address(STYLES), f"{LEAFLET}.css")
    early = quote(" ".join(f"{assets}{file}" for file in files), safe="/?")
    return f"data:text/javascript;charset=utf-8,{quote(code)}#{early}"


def _places_layer(features: Mapping[str, object]) -> folium.GeoJson:
    marker = folium.CircleMarker(radius=POINT_RADIUS_PX, fill=True)
    renderer = JsCode(_RENDERER)
    marker.options.update({"pane": PLACES_PANE, "renderer": renderer})  # type: ignore[dict-item]
    return folium.GeoJson(
        features,
        name="places",
        style_function=_style,
        marker=marker,
        smooth_factor=0.5,
        pane=PLACES_PANE,
        renderer=renderer,
    )


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    known = feature["properties"]
    classes = (
        "place",
        f"place-{feature['id']}",
        f"precision-{known['precision']}",
        f"basis-{known['basis']}",
        *([f"sign-{known['sign']}"] if "sign" in known else []),
    )
    # Without our style sheet, too, no area is filled; the fill stays, since it takes the clicks.
    style = {"className": " ".join(classes), "fill": True, "fillOpacity": 0, "color": "#4a5158"}
    if "sign" in known:
        style["radius"] = SIGNED_RADIUS_PX
    return style


def _fix_ids(drawn: folium.Map) -> None:
    """Give the elements the ids that streamlit-folium would give them, instead of random ones."""
    drawn._id = "div"
    children = list(drawn._children.values())
    drawn._children.clear()
    for number, child in enumerate(children):
        child._id = f"div_{number}"
        drawn.add_child(child)
    figure = drawn.get_root()
    figure._children.clear()
    figure.add_child(drawn)
