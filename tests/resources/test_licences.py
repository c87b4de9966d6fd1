"""Whatever the bundle brings along has its licence text in it; a library of nobody ends the build."""

import _decimal
import runpy
from pathlib import Path

import pikepdf
import PIL
import pytest
import qtawesome
import zxingcpp
from PySide6 import QtCore

ROOT = Path(__file__).parents[2]
licences = runpy.run_path(str(ROOT / "resources" / "licences.py"))
IN_PYTHON = Path(_decimal.__file__)
BROUGHT = [Path(one.__file__) for one in (QtCore, PIL, pikepdf, qtawesome, zxingcpp) if one.__file__]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("lisensi")
    of = licences["origins"]([*BROUGHT, IN_PYTHON])
    everyone = {licences["python"](), licences["loader"](), *of.values()}
    licences["write"](folder, {str(source): origin for source, origin in of.items()}, everyone)
    return {file.stem: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_every_origin_has_its_text(texts: dict[str, str]) -> None:
    assert {"python", "pyinstaller", "pyside6-essentials", "pillow", "pikepdf", "qtawesome", "zxing-cpp"} <= set(texts)
    assert all(len(text) > 400 for text in texts.values())


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("python", ["PYTHON SOFTWARE FOUNDATION LICENSE", "Expat", "libmpdec"]),
        (
            "pyside6-essentials",
            ["LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "PCRE2", "PDFium", "ICU"],
        ),
        ("pillow", ["FreeType", "HarfBuzz", "OpenJPEG", "PNG Reference Library"]),
        ("pikepdf", ["Mozilla Public License", "Independent JPEG Group", "Jean-loup Gailly"]),
        ("qtawesome", ["Phosphor Icons"]),
        ("zxing-cpp", ["Apache License"]),
    ],
)
def test_it_holds_what_is_built_in_and_what_other_texts_point_to(
    origin: str, words: list[str], texts: dict[str, str]
) -> None:
    assert [word for word in words if word.lower() not in texts[origin].lower()] == []


def test_a_library_of_debian_brings_its_copyright_file_and_the_texts_that_it_points_to(tmp_path: Path) -> None:
    copied = [next(Path("/usr/lib").glob(f"*/{name}")) for name in ("libz.so.1", "libdbus-1.so.3")]
    of = licences["origins"](copied)
    licences["write"](tmp_path, {source.name: origin for source, origin in of.items()}, of.values())

    assert "Jean-loup Gailly" in (tmp_path / "debian-zlib1g.txt").read_text(encoding="utf-8")
    assert "Free Software Foundation" in (tmp_path / "umum-GPL-2.txt").read_text(encoding="utf-8")
    assert (tmp_path / "daftar.txt").read_text(encoding="utf-8").splitlines() == [
        "libdbus-1.so.3: debian-libdbus-1-3.txt",
        "libz.so.1: debian-zlib1g.txt",
    ]


def test_a_library_of_nobody_ends_the_build(tmp_path: Path) -> None:
    strange = tmp_path / "libasing.so.1"
    strange.write_bytes(b"")
    with pytest.raises(LookupError, match="libasing"):
        licences["origins"]([strange])


def test_a_library_that_the_list_does_not_name_or_whose_text_is_gone_is_found(tmp_path: Path) -> None:
    bundle = tmp_path / "program"
    bundle.mkdir()
    for name in ("libbaik.so.6", "asing.dll", "tanpa.abi3.so.6.12", "catatan.txt"):
        (bundle / name).write_bytes(b"")
    (bundle / "nama-kedua.so").symlink_to("libbaik.so.6")
    origin = next(iter(licences["origins"]([IN_PYTHON]).values()))
    licences["write"](bundle / "lisensi", {"libbaik.so.6": origin, "tanpa.abi3.so.6.12": origin}, [origin])

    assert licences["without_text"](bundle, bundle / "lisensi") == ["asing.dll"]
    (bundle / "lisensi" / f"{origin.name}.txt").unlink()
    assert len(licences["without_text"](bundle, bundle / "lisensi")) == 3
