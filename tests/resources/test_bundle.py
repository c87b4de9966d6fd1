"""The bundle is what virus scanners suspect least: a folder of plain files, packed by nothing."""

import json
import runpy
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "kinerja.spec").read_text(encoding="utf-8")
parts = runpy.run_path(str(ROOT / "resources" / "bundle_parts.py"))


def test_the_bundle_is_one_folder_and_nothing_in_it_is_packed() -> None:
    code = SPEC.partition('"""')[2].partition('"""')[2]
    assert "COLLECT(" in code
    assert "exclude_binaries=True" in code
    assert code.count("upx=False") == code.count("COLLECT(") + code.count("EXE(")


def test_every_package_that_is_passed_on_carries_its_licence(tmp_path: Path) -> None:
    parts["write_licences"](tmp_path)
    texts = {file.stem: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert {"pyside6-essentials", "reportlab", "sqlalchemy", "zxing-cpp", "lxml"} <= set(texts)
    assert all(len(text) > 400 for text in texts.values())
    assert "LESSER GENERAL PUBLIC LICENSE" in texts["pyside6-essentials"]
    assert "pytest" not in texts


def test_the_list_of_what_is_inside_names_version_licence_and_hashes(tmp_path: Path) -> None:
    parts["write_bill"](tmp_path / "isi.json", "1.2.3")
    parts["write_bill"](tmp_path / "lagi.json", "1.2.3")
    told = json.loads((tmp_path / "isi.json").read_text(encoding="utf-8"))
    parts["write_licences"](tmp_path / "lisensi")

    assert (tmp_path / "isi.json").read_bytes() == (tmp_path / "lagi.json").read_bytes()
    assert (told["bomFormat"], told["metadata"]["component"]["version"]) == ("CycloneDX", "1.2.3")
    assert {one["name"] for one in told["components"]} == {file.stem for file in (tmp_path / "lisensi").iterdir()}
    for one in told["components"]:
        assert one["version"]
        assert one["licenses"][0]["license"]["name"], one["name"]
        assert one["hashes"], one["name"]
        assert all(len(entry["content"]) == 64 for entry in one["hashes"])


def test_the_icon_has_every_size_that_windows_asks_for(tmp_path: Path) -> None:
    parts["write_icon"](tmp_path / "ikon.ico")
    with Image.open(tmp_path / "ikon.ico") as icon:
        assert {16, 32, 48, 256} <= {width for width, _ in icon.info["sizes"]}


@pytest.mark.parametrize("version", ["1.2.3", "1.2.3.dev4"])
def test_windows_reads_four_numbers_of_a_version(version: str, tmp_path: Path) -> None:
    told = tmp_path / "versi.txt"
    parts["write_version_resource"](told, version, "Kinerja Desktop")
    assert "filevers=(1, 2, 3, 0)" in told.read_text(encoding="utf-8")
    compile(told.read_text(encoding="utf-8"), str(told), "eval")  # PyInstaller reads it as one expression
