"""Let folium take Leaflet from the app's own host: the bench runs without the internet."""

from pathlib import Path

import folium

# As seen from the map's frame, whatever path the app is served under.
LEAFLET = "../../app/static/vendor/leaflet/"

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"


def use_local_leaflet() -> None:
    """Make every folium map load our copy of Leaflet and none of folium's other libraries."""
    folium.Map.default_js = [("leaflet", f"{LEAFLET}leaflet.js")]
    folium.Map.default_css = [("leaflet_css", f"{LEAFLET}leaflet.css")]
