"""The table of messages in docs/architecture.md is what is declared, sent and answered."""

from __future__ import annotations

import re

import pytest

from tests.repository import ROOT

ATLAS = ROOT / "static" / "atlas"
DOCUMENT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
CONTRACT = (ATLAS / "contract.d.ts").read_text("utf-8")
DECLARED_IN = {"map": "ToMap", "page": "ToPage"}
SENDERS = {"map": ("page", "parts"), "page": ("map",)}
"""The rooms whose files send messages to each side."""
ANSWERED_IN = {"map": ("map/map.js", "answers"), "page": ("page/maplink.js", "handlers")}

Message = tuple[str, str]
"""Its name, and the side that it goes to."""


def table() -> dict[Message, tuple[set[str], set[str], str]]:
    """Return the rows of the document: what a message carries, the files that send it, and why."""
    section = DOCUMENT.split("\n## The messages between page and map\n")[1].split("\n## ")[0]
    rows = re.findall(r"(?m)^\| `(\w+)` \| (map|page) \| (.*?) \| (.*?) \| (.*?) \|$", section)
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    assert len(lines) == len(rows) > 0
    return {
        (name, to): (set(_quoted(carries)), set(_quoted(files)), why)
        for name, to, carries, files, why in rows
    }


def _quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def without_comments(code: str) -> str:
    """Return code without its comments."""
    return re.sub(r"(?s)/\*.*?\*/|(?m:^\s*//[^\n]*)", "", code)


def body_of(head: str, code: str) -> str:
    """Return what stands between the braces that a head opens."""
    start = code.index(head) + len(head)
    depth, at = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        at += 1
    return code[start : at - 1]


def members(body: str) -> dict[str, str]:
    """Return the members of a type by name, however deep their own types are."""
    pairs = (one.split(":", 1) for one in statements(body) if ":" in one)
    return {name.strip().rstrip("?"): kind.strip() for name, kind in pairs}


def statements(code: str) -> list[str]:
    """Return what stands between the semicolons that lie in no braces."""
    parts, depth = [""], 0
    for sign in re.sub(r"\s+", " ", code):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == ";" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def fields(kind: str, contract: str) -> set[str]:
    """Return the fields of a type as it is written: named, joined or spelled out."""
    found = set[str]()
    for spelled in re.findall(r"\{[^{}]*\}", kind):
        found |= set(members(spelled[1:-1]))
    for name in re.findall(r"\b[A-Z]\w+", re.sub(r"\{[^{}]*\}", "", kind)):
        if f"interface {name} {{" in contract:
            found |= set(members(body_of(f"interface {name} {{", contract)))
        elif f"type {name} =" in contract:
            found |= fields(statements(contract.split(f"type {name} =")[1])[0], contract)
        else:
            assert name == "Record", f"{name} is declared nowhere in contract.d.ts"
    return found


def declared(contract: str = CONTRACT) -> dict[Message, set[str]]:
    """Return the messages that a declaration of types has, with their fields."""
    code = without_comments(contract)
    return {
        (name, to): fields(kind, code)
        for to, interface in DECLARED_IN.items()
        for name, kind in members(body_of(f"export interface {interface} {{", code)).items()
    }


def sent() -> dict[Message, set[str]]:
    """Return the messages that the code sends, with the files that do."""
    found: dict[Message, set[str]] = {}
    for to, rooms in SENDERS.items():
        for file in sorted(one for room in rooms for one in (ATLAS / room).rglob("*.js")):
            code = without_comments(file.read_text("utf-8"))
            for name in re.findall(r"\bsend\(\s*\"(\w+)\"|atlas: 1, type: \"(\w+)\"", code):
                found.setdefault(("".join(name), to), set()).add(str(file.relative_to(ATLAS)))
    return found


def answered() -> set[Message]:
    """Return the messages for which one of the two objects of answers has a function."""
    return {
        (name, to)
        for to, (file, function) in ANSWERED_IN.items()
        for name in _answers(without_comments((ATLAS / file).read_text("utf-8")), function)
    }


def _answers(code: str, function: str) -> list[str]:
    after = code[code.index(f"function {function}(") :]
    return re.findall(r"(?m)^    (\w+)[:(,]", body_of("return {", after))


def test_the_table_has_the_messages_that_are_declared_with_what_they_carry() -> None:
    assert {message: carries for message, (carries, _, _) in table().items()} == declared()


def test_the_table_names_the_files_that_send_each_message() -> None:
    named = {message: files for message, (_, files, _) in table().items() if files}
    assert named == sent()


def test_no_message_is_sent_that_is_not_declared() -> None:
    assert sorted(sent().keys() - declared().keys()) == []


def test_each_message_is_answered() -> None:
    assert answered() == set(table())


def test_each_message_says_why_it_is_sent() -> None:
    assert [message for message, (_, _, why) in table().items() if len(why) < 20] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  tiles: { on: boolean };\n", ""),
        ("  tiles: { on: boolean };\n", "  tiles: { on: boolean; url: string };\n"),
        ("  view: MapView;\n", "  view: Cover;\n"),
        ("  key: { key: string };\n", "  keys: { key: string };\n"),
    ],
)
def test_a_declaration_that_drifts_is_noticed(old: str, new: str) -> None:
    assert CONTRACT.count(old) == 1
    changed = declared(CONTRACT.replace(old, new))
    assert {message: carries for message, (carries, _, _) in table().items()} != changed
