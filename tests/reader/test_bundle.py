"""Bundles: modules put into one, in the order of the browser, and never an old one."""

from pathlib import Path

import pytest

from geodata.reader import bundle as bundles
from geodata.reader.bundle import ENTRIES, FOLDER, bundle


def write(folder: Path, **modules: str) -> Path:
    """Write modules; return the first one's path."""
    for name, code in modules.items():
        (folder / f"{name}.js").write_text(code, "utf-8")
    return folder / f"{next(iter(modules))}.js"


@pytest.mark.parametrize("name", ENTRIES)
def test_the_committed_bundles_are_fresh(name: str) -> None:
    assert (FOLDER / f"{name}.js").read_text("utf-8") == bundle(ENTRIES[name]), "run: make bundle"


def test_a_module_stands_after_those_that_it_imports_and_in_a_scope_of_its_own(
    tmp_path: Path,
) -> None:
    entry = write(
        tmp_path,
        first='import { b as other,\n  c } from "./second-one.js";\nexport function a() {}\n',
        **{"second-one": "const hidden = 1;\nexport const b = hidden;\nexport class c {}\n"},
    )
    head, code = bundle(entry).split("\n", 1)
    assert head.startswith("// Derived")
    assert code == (
        "const m_second_one = (() => {\n"
        "const hidden = 1;\nconst b = hidden;\nclass c {}\n"
        "return { b, c };\n})();\n\n"
        "const m_first = (() => {\n"
        "const { b: other, c } = m_second_one;\nfunction a() {}\n"
        "return { a };\n})();\n"
        "const { a } = m_first;\nexport { a };\n"
    )


def test_a_module_that_is_imported_later_is_there_already(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        first='export async function go() {\n  return import("./later.js");\n}\n',
        later="export const there = true;\n",
    )
    code = bundle(entry)
    assert "return Promise.resolve(m_later);" in code
    assert code.index("const m_later") < code.index("const m_first")


def test_a_module_of_the_folder_above_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path, above="export const b = 1;\n")
    entry = write(tmp_path / "inner", first='import { b } from "../above.js";\n')
    assert "const { b } = m_above;" in bundle(entry)


def test_two_modules_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path, same="export const b = 1;\n")
    code = 'import { b } from "./same.js";\nimport { b as c } from "../same.js";\n'
    entry = write(tmp_path / "inner", first=code, same="export const b = 2;\n")
    with pytest.raises(ValueError, match=r"two modules are named same\.js"):
        bundle(entry)


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        first='import { b } from "./second.js";\nexport const a = 1;\n',
        second='import { a } from "./first.js";\nexport const b = 1;\n',
    )
    with pytest.raises(ValueError, match=r"in a circle: first\.js → second\.js → first\.js"):
        bundle(entry)


@pytest.mark.parametrize(
    "line",
    ['import * as all from "./x.js";', "export default 3;", "export { a };", 'import("x.js");'],
)
def test_a_form_that_cannot_be_bundled_is_refused_by_name(tmp_path: Path, line: str) -> None:
    entry = write(tmp_path, first=f"{line}\n")
    with pytest.raises(ValueError, match=r"first\.js: cannot bundle"):
        bundle(entry)


def test_a_bundle_that_is_not_fresh_is_not_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = write(tmp_path, first="export const a = 1;\n")
    monkeypatch.setattr(bundles, "STATIC", tmp_path)
    monkeypatch.setattr(bundles, "FOLDER", tmp_path / "bundle")
    monkeypatch.setattr(bundles, "ENTRIES", {"page": entry})
    bundles.write()
    bundles.script.cache_clear()
    assert bundles.script("page") == "bundle/page.js"
    entry.write_text("export const a = 2;\n", "utf-8")
    bundles.script.cache_clear()
    assert bundles.script("page") == "first.js"
    assert "make bundle" in capsys.readouterr().err
    bundles.script.cache_clear()
