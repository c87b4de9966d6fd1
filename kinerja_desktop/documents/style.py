"""Sheets, margins, type sizes and colours of every paper.

Numbers only: nothing is drawn here and no sentence stands here. Lengths are in millimetres and become points
at the edge (``mm``); type is in points. To add a sheet: a row in ``_PORTRAIT``; a text style: a row in ``_STYLES``.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.domain.kertas import Kertas

mm: Final = 72 / 25.4

ACCENT: Final = HexColor("#1F3A5F")
HEAD_FILL: Final = HexColor("#E3E7EC")
GROUP_FILL: Final = HexColor("#F3F5F7")
STATE_FILL: Final = HexColor("#D9DEE5")
GRID: Final = HexColor("#7A7A7A")
NOTE_GREY: Final = HexColor("#404040")
HEAD_GREY: Final = HexColor("#595959")
CHART_GRID: Final = HexColor("#C8C8C8")
WATERMARK: Final = HexColor("#E9E9E9")
BLACK: Final[Color] = black
WHITE: Final[Color] = white


BOTTOM: Final = 32.0
"""Where text ends above the lower edge, in millimetres."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper in one direction, with its margins, in millimetres."""

    width: float
    height: float
    left: float
    right: float
    kop: float
    top: float
    bottom: float = BOTTOM

    @property
    def text_width(self) -> float:
        """Width of the text, between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the text on a page without letterhead."""
        return self.height - self.top - self.bottom

    @property
    def is_landscape(self) -> bool:
        """Wider than high."""
        return self.width > self.height

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width * mm, self.height * mm


_PORTRAIT: dict[Kertas, Sheet] = {
    Kertas.F4: Sheet(215, 330, left=30, right=20, kop=15, top=25),
    Kertas.F4_210: Sheet(210, 330, left=30, right=20, kop=15, top=25),
    Kertas.A4: Sheet(210, 297, left=30, right=20, kop=15, top=25),
}
BINDING: Final = 5.0
"""A landscape page bound into a portrait report gives this much to the binding on its upper edge."""


def portrait(kertas: Kertas) -> Sheet:
    """The sheet upright."""
    return _PORTRAIT[kertas]


def landscape(kertas: Kertas, *, bound: bool = False) -> Sheet:
    """The sheet turned; ``bound`` where it lies between upright pages and is bound at its upper edge."""
    upright = _PORTRAIT[kertas]
    top = 25 + (BINDING if bound else 0)
    return Sheet(upright.height, upright.width, left=20, right=20, kop=17, top=top)


@dataclass(frozen=True, slots=True)
class TableType:
    """Type of a table: sizes and leadings of cells and heads, in points.

    ``dense``: narrow padding, no room for decimals that are not there, and words shrink before they break.
    """

    cell: float
    cell_leading: float
    head: float
    head_leading: float
    dense: bool = False


TABLE: Final = TableType(9, 11.2, 8.5, 10.4)
WIDE_TABLE: Final = TableType(8, 10, 7.5, 9.2)
TINY_TABLE: Final = TableType(6.5, 7.8, 6, 7.2, dense=True)
SMALLEST: Final = 6.0
"""No letter on any paper is smaller."""

_CENTRED: dict[str, Any] = {"alignment": TA_CENTER}
_HEADING: dict[str, Any] = {"fontName": BOLD, "keepWithNext": 1, "alignment": TA_LEFT}
_CALM: dict[str, Any] = {"allowWidows": 0, "allowOrphans": 0}
_PARTICULAR: dict[str, Any] = {
    "fontSize": 12,
    "bulletFontSize": 12,
    "leftIndent": 33 * mm,
    "firstLineIndent": -4 * mm,
    **_CALM,
}

_PLAIN: dict[str, Any] = {
    "fontName": REGULAR,
    "bulletFontName": REGULAR,  # else whatever was the fall-back when ReportLab's styles were first imported
    "bulletFontSize": 11,
    "alignment": TA_LEFT,
    "textColor": BLACK,
}
_GUIDE_LIST: dict[str, Any] = {"bulletFontSize": 10.5, "spaceAfter": 2.5, **_CALM}
_GUIDE_CARE: dict[str, Any] = {
    "backColor": GROUP_FILL,
    "borderPadding": (3, 4, 4, 4),
    "spaceBefore": 7,
    "spaceAfter": 10,
    **_CALM,
}
_STYLES: dict[str, dict[str, Any]] = {
    # running text: letters 12 / 17.5, reports 11 / 16, one-page recaps 10.5 / 14.6
    "letter": {"fontSize": 12, "leading": 17.5, "alignment": TA_JUSTIFY, "spaceAfter": 5, **_CALM},
    "particular": {**_PARTICULAR, "leading": 17.5},
    "particular_close": {**_PARTICULAR, "leading": 15.2},
    "letter_close": {"fontSize": 12, "leading": 15.2, "alignment": TA_JUSTIFY, "spaceAfter": 4, **_CALM},
    "body": {
        "fontSize": 11,
        "leading": 16,
        "alignment": TA_JUSTIFY,
        "firstLineIndent": 10 * mm,
        "spaceAfter": 5,
        **_CALM,
    },
    "recap": {
        "fontSize": 10.5,
        "leading": 14.6,
        "alignment": TA_JUSTIFY,
        "firstLineIndent": 10 * mm,
        "spaceAfter": 5,
        **_CALM,
    },
    # titles and headings
    "title": {"fontName": BOLD, "fontSize": 13, "leading": 17, **_CENTRED},
    "subtitle": {"fontName": BOLD, "fontSize": 11, "leading": 15, **_CENTRED},
    "number": {"fontSize": 11, "leading": 14, **_CENTRED},
    "bab": {**_HEADING, "fontSize": 14, "leading": 19, "spaceAfter": 8, **_CENTRED},
    "part": {**_HEADING, "fontSize": 12, "leading": 16, "spaceBefore": 8, "spaceAfter": 5},
    "section": {**_HEADING, "fontSize": 11, "leading": 15, "spaceBefore": 7, "spaceAfter": 2},
    "annex": {**_HEADING, "fontSize": 12, "leading": 16, "spaceBefore": 2, "spaceAfter": 2, **_CENTRED},
    # round tables and figures
    "caption": {"fontName": BOLD, "fontSize": 9.5, "leading": 12.5, "keepWithNext": 1, **_CENTRED},
    "source": {"fontSize": 8, "leading": 10.5, "textColor": NOTE_GREY},
    "footnote": {
        "fontSize": 8,
        "leading": 10.5,
        "textColor": NOTE_GREY,
        "leftIndent": 4 * mm,
        "firstLineIndent": -4 * mm,
    },
    # boxes of figures
    "figure": {"fontName": BOLD, "fontSize": 16, "leading": 19, **_CENTRED},
    "figure_words": {"fontSize": 8, "leading": 10.5, "textColor": NOTE_GREY, **_CENTRED},
    "missing_head": {"fontName": BOLD, "fontSize": 10, "leading": 13},
    "missing": {"fontSize": 10, "bulletFontSize": 10, "leading": 13, "leftIndent": 5 * mm, "bulletIndent": 1.5 * mm},
    # lists
    "listed": {"fontSize": 11, "leading": 16, "leftIndent": 8 * mm, "bulletIndent": 1 * mm, "spaceAfter": 2, **_CALM},
    "contents_0": {"fontName": BOLD, "fontSize": 11, "leading": 15, "spaceBefore": 5, "rightIndent": 14 * mm},
    "contents_1": {"fontSize": 11, "leading": 15, "leftIndent": 6 * mm, "rightIndent": 14 * mm},
    "contents_2": {"fontSize": 10.5, "leading": 14, "leftIndent": 12 * mm, "rightIndent": 14 * mm},
    "contents_list": {
        "fontSize": 10.5,
        "leading": 14,
        "spaceAfter": 0.5,
        "leftIndent": 22 * mm,
        "firstLineIndent": -22 * mm,
        "rightIndent": 14 * mm,
    },
    "signature": {"fontSize": 11, "leading": 14.4},
    # the handbook, the guide of one page, the sheet for the wall
    "guide": {"fontSize": 10.5, "leading": 15, "spaceAfter": 5, **_CALM},
    "guide_listed": {"fontSize": 10.5, "leading": 15, "leftIndent": 7 * mm, "bulletIndent": 1 * mm, **_GUIDE_LIST},
    "guide_care": {"fontSize": 10.5, "leading": 15, "leftIndent": 1.5 * mm, "rightIndent": 1.5 * mm, **_GUIDE_CARE},
    "wall_head": {"fontName": BOLD, "fontSize": 15, "leading": 18},
    "wall": {"fontSize": 14, "leading": 19.5},
}


@cache
def text_style(name: str) -> ParagraphStyle:
    """The named text style; see ``_STYLES``."""
    return ParagraphStyle(name, **{**_PLAIN, **_STYLES[name]})


@cache
def cell_style(
    size: float, leading: float, *, bold: bool = False, align: Literal["left", "centre"] = "left"
) -> ParagraphStyle:
    """Text of a table cell or a head; never justified, Indonesian is not hyphenated."""
    return ParagraphStyle(
        f"cell {size} {bold} {align}",
        fontName=BOLD if bold else REGULAR,
        bulletFontName=REGULAR,
        fontSize=size,
        leading=leading,
        alignment=TA_CENTER if align == "centre" else TA_LEFT,
        textColor=BLACK,
        splitLongWords=1,
    )
