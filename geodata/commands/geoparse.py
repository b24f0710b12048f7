"""The command ``python -m geodata geoparse``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from geodata.commands.arguments import count, path

if TYPE_CHECKING:
    from geodata.archive.work import OpenParser
    from geodata.geoparse.contracts import Setting
    from geodata.geoparse.values import Parse

HELP = "propose the places that texts name, and who says what of them"
FORMATS = ("table", "json", "geojson", "annotations")
STDIN = "-"
_MANY = ("output", "workers", "scheduler", "parquet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument(
        "file", nargs="?", type=path, help=f"a text in UTF-8, or {STDIN} for standard input"
    )
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument(
        "--home", default="", help='where the outlet is from, such as "Lyon, France"'
    )
    parser.add_argument("--date", default="", help="when it appeared, such as 2026-11-28")
    parser.add_argument("--language", default="", help="of the text, such as en; else detected")
    parser.add_argument(
        "--gazetteer",
        metavar="FILE",
        default="",
        help="a CSV or GeoJSON of places, looked up first",
    )
    parser.add_argument("--no-quotations", action="store_true", help="do not look for who says it")
    parser.add_argument("--claim-text", action="store_true", help="say each claim's words again")
    many = parser.add_argument_group("many texts (docs/archive.md)")
    many.add_argument("--jsonl", metavar="IN", type=path, help="JSON lines, each with id and text")
    many.add_argument("--output", metavar="OUT", type=path, help="gets a line for each of them")
    many.add_argument("--parquet", metavar="FOLDER", type=path, help="gets the same as Parquet")
    many.add_argument("--workers", metavar="N", type=count, help="so many processes (Dask)")
    many.add_argument("--scheduler", metavar="ADDRESS", help="the workers of this one (Dask)")
    parser.set_defaults(misused=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print what is proposed for a text, or write what is for many; return 1 if a line was bad.

    Raises
    ------
    AtlasError
        If the text cannot be read, or the geoparser cannot be used.
    """
    from geodata.archive.articles import setting_of

    _refuse_misuse(options)
    setting = setting_of({key: getattr(options, key) for key in ("home", "date", "language")})
    if options.jsonl:
        from geodata.commands.geoparse_many import run_many

        return run_many(options, setting, opener(options.gazetteer))
    return _one(options, setting)


def opener(own: str = "") -> OpenParser:
    """Return what opens the geoparser, one's own gazetteer laid over."""
    from functools import partial
    from pathlib import Path

    from geodata.geoparse.geoparser import open_geoparser

    return partial(open_geoparser, own=Path(own)) if own else open_geoparser


def _one(options: argparse.Namespace, setting: Setting) -> int:
    from geodata.commands.geoparse_text import name_of, read_text

    text = read_text(options.file)
    parser = opener(options.gazetteer)(quotations=not options.no_quotations)
    data = _formatted(options, parser.parse(text, setting), name_of(options.file))
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


def _formatted(options: argparse.Namespace, parse: Parse, name: str) -> bytes:
    """Return a parse in the format that is asked for, in UTF-8."""
    match options.format:
        case "json":
            from geodata.geoparse.record import record, record_line

            return record_line(record(parse, name, claim_text=options.claim_text))
        case "geojson":
            from geodata.export import proposed_geojson

            return proposed_geojson.export(parse, name)
        case "annotations":
            from geodata.export import proposed_annotations

            return proposed_annotations.export(parse, name)
    from geodata.commands.geoparse_table import table

    return "".join(f"{line}\n" for line in table(parse)).encode()


def _refuse_misuse(options: argparse.Namespace) -> None:
    """End with argparse's own status where arguments do not go together."""
    if bool(options.file) == bool(options.jsonl):
        options.misused("name one FILE, or many texts by --jsonl IN --output OUT")
    if options.jsonl and not options.output:
        options.misused("--jsonl needs --output OUT")
    if options.jsonl and options.format != "table":
        options.misused("--format is for one FILE; --jsonl writes JSON lines, --parquet Parquet")
    if given := [f"--{one}" for one in _MANY if getattr(options, one) and not options.jsonl]:
        options.misused(f"{', '.join(given)}: only with --jsonl IN")
    if options.workers and options.scheduler:
        options.misused("--workers starts a cluster, --scheduler uses one: name one of them")
    if options.jsonl and options.output.endswith(".parquet"):
        options.misused("--output gets JSON lines; name a folder for Parquet by --parquet FOLDER")
