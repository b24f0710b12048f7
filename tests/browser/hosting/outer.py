"""Pages around the app: one of somebody else's, and one like Community Cloud's, both by nginx."""

from pathlib import Path

# What Streamlit's own page for developing a host's frame allows: no navigation of the outer page.
SANDBOX = (
    "allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox "
    "allow-same-origin allow-scripts allow-downloads"
)

ELSEWHERE = """<!doctype html><title>A newspaper</title>
<style>body {{ margin: 0 }} iframe {{ border: 0; width: 100%; height: 640px; display: block }}
  .story {{ height: 120px; padding: 20px }}</style>
<div class="story">A story above the map.</div>
<iframe id="app" sandbox="{sandbox}" allow="{allow}"></iframe>
<div class="story" style="height: 3000px">A story below the map.</div>
<script>
  const query = location.search.replace("?", "&");
  document.querySelector("#app").src = "{address}?embed=true" + query;
</script>
"""

# It adds nothing to the history by itself; what it keeps there must stay. Every path of the app has
# its page around it.
CLOUD = """<!doctype html><title>Around the app</title>
<style>body {{ margin: 0 }}
  iframe {{ border: 0; width: 100vw; height: 100vh; display: block }}</style>
<body><script>
  history.replaceState({{kept: "by the host"}}, "");
  const app = document.createElement("iframe");
  Object.assign(app, {{id: "app", allow: "clipboard-write",
    src: "/~/+" + location.pathname + location.search}});
  app.setAttribute("sandbox", "{sandbox}");
  document.body.append(app);
</script>
"""


def elsewhere(folder: Path, port: int, address: str) -> str:
    """Write the pages of another site that frame the app; return the nginx site that serves them.

    ``/`` lets the frame write to the clipboard, ``/strict`` does not.
    """
    pages = folder / "elsewhere"
    pages.mkdir()
    for name, allow in (("index", "clipboard-write"), ("strict", "")):
        text = ELSEWHERE.format(address=address, sandbox=SANDBOX, allow=allow)
        (pages / f"{name}.html").write_text(text, "utf-8")
    return f"""
    server {{
        listen 127.0.0.1:{port};
        root {pages};
        location / {{ try_files $uri.html /index.html =404; }}
        location = /favicon.ico {{ return 204; }}
    }}"""


def cloud(folder: Path, port: int) -> str:
    """Write Community Cloud's page around the app; return the nginx site that serves both.

    The app stands under ``/~/+/`` of the same host, as there; the replicas are those of
    `docs/hosting/nginx-several.conf`, whose ``map`` and ``upstream`` this site uses.
    """
    pages = folder / "cloud"
    pages.mkdir()
    (pages / "index.html").write_text(CLOUD.format(sandbox=SANDBOX), "utf-8")
    return f"""
    server {{
        listen 127.0.0.1:{port};
        root {pages};
        location / {{ try_files /index.html =404; }}
        location = /favicon.ico {{ return 204; }}
        location /~/+/ {{
            proxy_pass http://article_atlas/atlas/;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $atlas_connection;
        }}
    }}"""
