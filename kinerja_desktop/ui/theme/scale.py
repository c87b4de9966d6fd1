"""Sizes of the window, as data: type, spacing, heights, radii, and the factor that multiplies them all.

No widget writes a size of its own; it asks `kinerja_desktop.ui.theme`. One more size: a member of the enum of its
kind.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum, unique

FACTORS = (1.0, 1.25, 1.5)
"""What Pengaturan offers; anything between the first and the last is allowed."""

NARROW_BELOW = 1200
"""Logical pixels of window width under which the narrow mode begins (an old screen at 125 per cent)."""

OVERLAY_BELOW = 1000
"""Logical pixels of window width under which a side panel stays closed until it is asked for."""

LOW_BELOW = 500
"""Logical pixels of window height under which heads and feet of a page take no more than a line (150 per cent)."""


class TextStyle(StrEnum):
    """The type scale. The value is the name under which the stylesheet knows it."""

    BODY = "body"
    BODY_500 = "body-500"
    BODY_700 = "body-700"
    FIGURE = "figure"
    FIGURE_500 = "figure-500"
    CARD_TITLE = "card-title"
    PANEL_TITLE = "panel-title"
    OFFICE = "office"
    SCREEN_TITLE = "screen-title"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Type:
    """Point size and weight of one step of the type scale."""

    points: float
    weight: int


TYPE_SCALE = {
    TextStyle.BODY: Type(10, 400),
    TextStyle.BODY_500: Type(10, 500),
    TextStyle.BODY_700: Type(10, 700),
    TextStyle.FIGURE: Type(10.5, 400),
    TextStyle.FIGURE_500: Type(10.5, 500),
    TextStyle.CARD_TITLE: Type(10.5, 700),
    TextStyle.PANEL_TITLE: Type(12, 500),
    TextStyle.OFFICE: Type(11.25, 500),
    TextStyle.SCREEN_TITLE: Type(15, 500),
    TextStyle.NUMBER: Type(20, 500),
}


class Space(Enum):
    """The 4 px grid: inside a pair, between controls, between cards, at the edge of a page."""

    PAIR = 4
    CONTROLS = 8
    CARDS = 12
    PAGE = 16


class Radius(Enum):
    """Corners: cells have none."""

    CONTROL = 4
    CARD = 6
    COUNTER = 10


@unique
class Height(Enum):
    """Heights as (wide, narrow), of the frame also in a low window."""

    CONTROL = (32, 32)
    DIALOG_ACT = (36, 36)
    HEADER = (48, 42, 38)
    TABS = (40, 36, 32)
    STATUS = (27, 25, 22)
    TASK_ROW = (58, 58)
    GRID_ROW = (37, 36)
    REVIEW_ROW = (31, 31)
    MATRIX_ROW = (33, 33)
    TABLE_HEAD = (40, 40)
    GROUP_ROW = (26, 26)
    LIST_GROUP = (30, 30)
    TARGET = (28, 28)


class IconSize(Enum):
    """Icons: in chips, beside text, in tabs."""

    CHIP = 14
    TEXT = 16
    TAB = 18


@dataclass(frozen=True, slots=True)
class Scale:
    """The tables above, multiplied by the setting (1.0 to 1.5)."""

    factor: float = 1.0

    def px(self, logical: float) -> int:
        """A length of the tables in pixels, never less than one."""
        return max(1, round(logical * self.factor))

    def points(self, style: TextStyle) -> float:
        return TYPE_SCALE[style].points * self.factor

    def height(self, of: Height, *, narrow: bool = False, low: bool = False) -> int:
        return self.px(of.value[-1 if low else 1 if narrow else 0])

    def is_narrow(self, width: int) -> bool:
        """Whether a window of this width works in narrow mode."""
        return width < NARROW_BELOW * self.factor

    def is_overlay(self, width: int) -> bool:
        """Whether a side panel waits closed at this width of the window."""
        return width < OVERLAY_BELOW * self.factor

    def is_low(self, height: int) -> bool:
        """Whether a window of this height leaves pages so little that their heads and feet make room for the work."""
        return height < LOW_BELOW * self.factor
