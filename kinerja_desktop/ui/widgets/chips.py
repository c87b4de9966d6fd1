"""A state in one look: symbol, word and tone together, on its pale ground (chip) or in running text (plain).

One more state needs nothing here: whoever knows the state makes a `ChipSpec` of it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Radius, TextStyle, Tone
from kinerja_desktop.ui.widgets.painting import fill_round, paint_icon, paint_text, text_width
from kinerja_desktop.ui.widgets.showing import set_shown

CHIP_HEIGHT = 24
_LEFT, _RIGHT, _GAP = 9, 10, 4


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """What a chip says."""

    tone: Tone
    icon: Icon
    text: str
    shape: Shape = Shape.FILL
    """States are filled; those that are outlines by nature (an open clock, an arrow) are bold."""


def chip_width(spec: ChipSpec, *, plain: bool = False) -> int:
    side = 0 if plain else theme.px(_LEFT + _RIGHT)
    return side + theme.px(_icon_size(plain=plain)) + theme.px(_GAP) + text_width(spec.text, TextStyle.BODY_500)


def _icon_size(*, plain: bool) -> IconSize:
    return IconSize.TEXT if plain else IconSize.CHIP


def paint_chip(painter: QPainter, box: QRect, spec: ChipSpec, *, plain: bool = False) -> int:
    """Paint at the left edge and vertical middle of the box, never wider than it; answers the width used."""
    height, width = theme.px(CHIP_HEIGHT), min(box.width(), chip_width(spec, plain=plain))
    chip = QRect(box.left(), box.center().y() - height // 2 + 1, width, height)
    left_pad, right_pad = (0, 0) if plain else (theme.px(_LEFT), theme.px(_RIGHT))
    if not plain:
        _paint_ground(painter, chip, spec.tone)
    left = chip.left() + left_pad
    left += paint_icon(
        painter, left, chip.center().y() + 1, spec.icon, spec.tone, size=_icon_size(plain=plain), shape=spec.shape
    )
    words = QRect(left + theme.px(_GAP), chip.top(), chip.right() - left - theme.px(_GAP) - right_pad + 2, height)
    paint_text(painter, words, spec.text, TextStyle.BODY_500, spec.tone)
    return width


def _paint_ground(painter: QPainter, chip: QRect, tone: Tone) -> None:
    """On the palettes of high contrast all grounds are one, so the chip gets an edge in its own colour."""
    fill_round(painter, chip, theme.ground(tone), theme.px(Radius.CONTROL))
    if theme.current().palette.ground(tone) == theme.current().palette.surface:
        painter.setPen(QPen(theme.color(tone), 1))
        painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1), theme.px(Radius.CONTROL), theme.px(Radius.CONTROL))


class Chip(QWidget):
    """A chip in a layout; ``plain`` leaves out the ground."""

    def __init__(self, spec: ChipSpec | None = None, *, plain: bool = False) -> None:
        super().__init__()
        self._plain = plain
        self._spec: ChipSpec | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_spec(spec)

    def spec(self) -> ChipSpec | None:
        return self._spec

    def set_spec(self, spec: ChipSpec | None) -> None:
        """Show a state; None hides the chip."""
        self._spec = spec
        set_shown(self, shown=spec is not None)
        self.setAccessibleName(spec.text if spec else "")
        self._tell_if_cut()
        self.updateGeometry()
        self.update()

    def _tell_if_cut(self) -> None:
        cut = self._spec is not None and self.width() < self.sizeHint().width()
        self.setToolTip(self._spec.text if self._spec and cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_if_cut()

    def sizeHint(self) -> QSize:
        width = chip_width(self._spec, plain=self._plain) if self._spec else 0
        return QSize(width, theme.px(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(48)), theme.px(CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is not None:
            paint_chip(QPainter(self), self.rect(), self._spec, plain=self._plain)
