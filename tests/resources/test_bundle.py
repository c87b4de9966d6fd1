"""The bundle is what virus scanners suspect least: a folder of plain files, packed by nothing."""

import json
import runpy
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "kinerja.spec").read_text(encoding="utf-8")
parts = runpy.run_path(str(ROOT / "resources" / "bundle_parts.py"))


def part(name: str, version: str, kind: str) -> SimpleNamespace:
    """As `resources/licences.py` makes them."""
    return SimpleNamespace(name=name, version=version, purl=f"pkg:{kind}/{name}@{version}", licence="MIT")


def test_the_bundle_is_one_folder_and_nothing_in_it_is_packed() -> None:
    code = SPEC.partition('"""')[2].partition('"""')[2]
    assert "COLLECT(" in code
    assert "exclude_binaries=True" in code
    assert code.count("upx=False") == code.count("COLLECT(") + code.count("EXE(")


def test_no_package_of_another_version_than_the_lock_names_is_delivered(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"pillow==0\.1"):
        parts["write_bill"](tmp_path / "isi.json", "1.2.3", [part("pillow", "0.1", "pypi")])


def test_the_list_of_what_is_inside_names_version_licence_and_hashes(tmp_path: Path) -> None:
    inside = [
        part("python", "3.11.9", "generic"),
        *(part(name, version(name), "pypi") for name in ("pikepdf", "pillow")),
    ]
    parts["write_bill"](tmp_path / "isi.json", "1.2.3", inside)
    parts["write_bill"](tmp_path / "lagi.json", "1.2.3", inside)
    told = json.loads((tmp_path / "isi.json").read_text(encoding="utf-8"))

    assert (tmp_path / "isi.json").read_bytes() == (tmp_path / "lagi.json").read_bytes()
    assert (told["bomFormat"], told["metadata"]["component"]["version"]) == ("CycloneDX", "1.2.3")
    assert [one["name"] for one in told["components"]] == ["pikepdf", "pillow", "python"]
    for one in told["components"]:
        assert one["version"]
        assert one["licenses"][0]["license"]["name"], one["name"]
        if one["purl"].startswith("pkg:pypi/"):
            assert one["hashes"], one["name"]
            assert all(len(entry["content"]) == 64 for entry in one["hashes"])


def test_a_bundle_that_grew_too_large_is_not_delivered(tmp_path: Path) -> None:
    with (tmp_path / "isi").open("wb") as file:
        file.truncate(parts["LARGEST"])
    parts["hold_size"](tmp_path)
    (tmp_path / "lebih").write_bytes(b"x")
    with pytest.raises(ValueError, match=r"230\.0 MB"):
        parts["hold_size"](tmp_path)


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
