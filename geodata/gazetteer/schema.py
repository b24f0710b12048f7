"""The tables of the gazetteer's file, and where the file stands; builder and reader share them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "data"
PACKED: Final = FOLDER / "gazetteer.sqlite.xz"
"""The committed file."""
DIGEST: Final = FOLDER / "gazetteer.sha256"
"""SHA-256 of the unpacked file, as hexadecimal digits, and its size in bytes."""
OWN: Final = Path(__file__).parent / "own"
"""The project's own tables, of which the builder makes a part of the file."""
COORDINATE_STEPS: Final = 100_000
"""Steps in a degree of the coordinates of points: one is about a metre."""

TABLES: Final = """
create table sources (n integer primary key, name text, licence text, url text, taken text);
create table disputes (
  n integer primary key, id text, title text, administered_by text, claimed_by text, note text
);
create table places (
  n integer primary key, own_id text, geonames integer, name text, kind text, code text,
  country text, unit integer, lon integer, lat integer, population integer, importance integer,
  wikidata text, west integer, south integer, east integer, north integer, cut integer,
  dispute integer, source integer
);
create table names (key text, place integer, match integer, primary key (key, place))
  without rowid;
create table spellings (
  place integer, language text, name text, primary key (place, language)
) without rowid;
create table parts (place integer, piece integer, primary key (place, piece)) without rowid;
create table pieces (n integer primary key, data blob);
create table countries (code text primary key, name text, languages text) without rowid;
create table facts (key text primary key, value text) without rowid;
"""
INDEXES: Final = """
create index places_by_geonames on places (geonames) where geonames > 0;
create index places_by_own_id on places (own_id) where own_id > '';
"""
