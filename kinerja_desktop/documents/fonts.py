"""The embedded fonts: a family as wide as Arial, and a typewriter bold for the check code.

Only names, files and their registration; sizes are in ``style``. To add a face: its name and file below, and
the script that makes the file.
"""

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.domain.muka_huruf import DAMAGED, is_whole

REGULAR = "Arimo"
BOLD = "Arimo-Bold"
ITALIC = "Arimo-Italic"
BOLD_ITALIC = "Arimo-BoldItalic"
CODE = "RobotoMono-Bold"

_FILES = {
    REGULAR: "Arimo-Regular.ttf",
    BOLD: "Arimo-Bold.ttf",
    ITALIC: "Arimo-Italic.ttf",
    BOLD_ITALIC: "Arimo-BoldItalic.ttf",
    CODE: "RobotoMono-Bold.ttf",
}


@cache
def register_fonts() -> None:
    """Make every face known to ReportLab, once, and Arimo its fall-back for text and drawings."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_load(name, file))
    register: Any = pdfmetrics.registerFontFamily  # its published types lack baseFontFor
    register(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC, baseFontFor="all")


@cache
def has_glyph(character: str) -> bool:
    """Whether the paper's text face can print this character in each of its styles."""
    code = ord(character)
    faces: list[Any] = [pdfmetrics.getFont(name) for name in (REGULAR, BOLD, ITALIC)]
    return all(code in font.face.charToGlyph for font in faces)


def font_file(name: str) -> str:
    """Where the file of a face lies."""
    return str(paths.resource("fonts", _FILES[name]))


def _load(name: str, file: str) -> TTFont:
    path = paths.resource("fonts", file)
    try:
        whole = is_whole(path.read_bytes())
        font = TTFont(name, str(path)) if whole else None
    except (TTFError, OSError) as fault:
        raise StorageFault(str(path), str(fault)) from fault
    if font is None:
        raise StorageFault(str(path), DAMAGED)
    if name == CODE:
        _one_advance(font)
    return font


def _one_advance(font: TTFont) -> None:
    """Give every glyph of a typewriter face its advance in font units.

    Such a file lists the advance once; ReportLab 5.1 then takes the scaled one for all further glyphs, and the
    embedded subset contradicts its widths.
    """
    advance = font.face.hmetrics[0][0]
    font.face.hmetrics = [(advance, bearing) for _, bearing in font.face.hmetrics]
