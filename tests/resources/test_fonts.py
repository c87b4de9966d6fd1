"""The font script: what it makes is what Qt and ReportLab ask for, and it makes it once."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from kinerja_desktop import paths

ROOT = Path(__file__).parents[2]
INDONESIAN_PAPER = "Éé−–—≤≥±×½²•“”‘’…«»·"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_fonts", ROOT / "resources" / "build_fonts.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


@pytest.mark.parametrize(
    ("file", "family", "weight"),
    [
        ("Arimo-Regular.ttf", "Arimo", 400),
        ("Arimo-Bold.ttf", "Arimo", 700),
        ("Arimo-Italic.ttf", "Arimo", 400),
        ("Arimo-BoldItalic.ttf", "Arimo", 700),
        ("Roboto-Regular.ttf", "Roboto", 400),
        ("Roboto-Medium.ttf", "Roboto", 500),
        ("Roboto-Bold.ttf", "Roboto", 700),
        ("RobotoMono-Bold.ttf", "Roboto Mono", 700),
    ],
)
def test_each_style_is_static_and_named_as_its_family(file: str, family: str, weight: int) -> None:
    with TTFont(paths.resource("fonts", file)) as font:
        assert font["name"].getBestFamilyName() == family
        assert font["OS/2"].usWeightClass == weight
        assert "fvar" not in font
        assert not [sign for sign in INDONESIAN_PAPER if ord(sign) not in font.getBestCmap()]


def test_papers_keep_the_widths_of_arial() -> None:
    """Helvetica, built into ReportLab, has Arial's widths."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont as PaperFont

    pdfmetrics.registerFont(PaperFont("ArimoUji", paths.resource("fonts", "Arimo-Regular.ttf")))
    line = "Persentase pelayanan publik yang tepat waktu 1.234.567,89"
    assert pdfmetrics.stringWidth(line, "ArimoUji", 11) == pytest.approx(
        pdfmetrics.stringWidth(line, "Helvetica", 11), rel=0.001
    )


def test_a_second_run_makes_only_what_is_missing(tmp_path: Path) -> None:
    script = load_script()
    for name in script.expected_files():
        (tmp_path / name).write_bytes(b"ada")
    (tmp_path / "RobotoMono-Bold.ttf").unlink()
    assert not script.is_complete(tmp_path)
    script.build(tmp_path)
    assert script.is_complete(tmp_path)
    assert (tmp_path / "Arimo-Regular.ttf").read_bytes() == b"ada"
    assert (tmp_path / "RobotoMono-Bold.ttf").read_bytes() == paths.resource(
        "fonts", "RobotoMono-Bold.ttf"
    ).read_bytes()


def test_every_family_brings_its_licence() -> None:
    for licence in ("arimo-LICENSE.txt", "roboto-LICENSE.txt", "roboto_mono-LICENSE.txt"):
        assert "SIL Open Font License" in paths.resource("fonts", licence).read_text(encoding="utf-8")
