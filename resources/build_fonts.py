"""Makes the static fonts of papers and screens from the variable fonts that PyPI packages carry.

Papers are set in Arimo (the widths of Arial, so that a report keeps its line breaks in every office), codes on papers
in Roboto Mono, screens in Roboto. ReportLab and Qt want one file per style, the packages carry one file per family
with a weight axis: this script fixes the axis. It runs in three places and is the only one that knows where fonts come
from:

- the build hook calls `build` when a wheel is made (`hatch_build.py` beside this file);
- `tests/conftest.py` calls it when a checkout has no fonts yet;
- by hand: `python resources/build_fonts.py`.

One more style: add a line to STYLES. One more family: add its package to `build-system.requires` and to the dev group
in pyproject.toml, then a line here. No font file is committed, and nothing but fonts and their licences is written.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"


@dataclass(frozen=True)
class Style:
    """One static font file, the variable font it comes from and the axes that are fixed."""

    file: str
    package: str
    source: str
    axes: dict[str, float]


STYLES = (
    Style("Arimo-Regular.ttf", "fontpkg_arimo", "Arimo[wght].ttf", {"wght": 400}),
    Style("Arimo-Bold.ttf", "fontpkg_arimo", "Arimo[wght].ttf", {"wght": 700}),
    Style("Arimo-Italic.ttf", "fontpkg_arimo", "Arimo-Italic[wght].ttf", {"wght": 400}),
    Style("Arimo-BoldItalic.ttf", "fontpkg_arimo", "Arimo-Italic[wght].ttf", {"wght": 700}),
    Style("Roboto-Regular.ttf", "fontpkg_roboto", "Roboto[wdth,wght].ttf", {"wght": 400, "wdth": 100}),
    Style("Roboto-Medium.ttf", "fontpkg_roboto", "Roboto[wdth,wght].ttf", {"wght": 500, "wdth": 100}),
    Style("Roboto-Bold.ttf", "fontpkg_roboto", "Roboto[wdth,wght].ttf", {"wght": 700, "wdth": 100}),
    Style("RobotoMono-Bold.ttf", "fontpkg_roboto_mono", "RobotoMono[wght].ttf", {"wght": 700}),
)


def licence_name(package: str) -> str:
    """Name of the licence file that travels beside the fonts of a package."""
    return f"{package.removeprefix('fontpkg_')}-LICENSE.txt"


def expected_files() -> Iterator[str]:
    """Every file that a complete font folder holds."""
    yield from (style.file for style in STYLES)
    yield from sorted({licence_name(style.package) for style in STYLES})


def is_complete(folder: Path = FOLDER) -> bool:
    """Whether nothing is missing; a half-written style cannot stand there, because each is renamed into place."""
    return all((folder / name).is_file() for name in expected_files())


def make_style(style: Style, folder: Path) -> None:
    """Write one static font; the same packages give the same bytes, because no time of day is put in."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    with as_file(files(style.package) / "files" / style.source) as source:
        variable = TTFont(source, recalcTimestamp=False)
        static = instantiateVariableFont(variable, style.axes, updateFontNames=True)
        unfinished = folder / f"{style.file}.{os.getpid()}"
        static.save(unfinished)
        unfinished.replace(folder / style.file)


def build(folder: Path = FOLDER) -> None:
    """Make what is missing in the folder: every style and the licence of every package."""
    folder.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        licence = folder / licence_name(style.package)
        if not licence.is_file():
            with as_file(files(style.package) / "LICENSE") as source:
                shutil.copyfile(source, licence)
        if not (folder / style.file).is_file():
            make_style(style, folder)


if __name__ == "__main__":
    build()
    sys.stdout.write(f"{FOLDER}\n")
