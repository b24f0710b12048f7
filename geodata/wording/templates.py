"""Makes the templates of a folder ready: everything that they are given is escaped as HTML."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def templates_of(folder: Path) -> Environment:
    """Return what renders the templates of a folder; a value that is not given is an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
