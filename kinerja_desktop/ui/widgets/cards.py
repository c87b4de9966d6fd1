"""Grounds on which content lies (card, well, note), and the layouts that space it on the 4 px grid.

`row` and `column` keep every screen from writing margins of its own. One more ground: a member of `Ground` and its
rule in `theme.stylesheet`.
"""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Space

Item = QWidget | QLayout | int | None
"""What `row` and `column` take: a widget, a layout, a gap in logical pixels, or None for all the room that is left."""

_Box = TypeVar("_Box", bound=QBoxLayout)


class Ground(StrEnum):
    """Where content lies: on a card, sunk into a card, on a purple note that was pinned, on a plain band."""

    CARD = "card"
    WELL = "well"
    NOTE = "note"
    BAND = "band"


class Card(QFrame):
    """A ground with one layout inside."""

    def __init__(self, layout: QLayout, ground: Ground = Ground.CARD) -> None:
        super().__init__()
        self.setProperty("kind", ground.value)
        self.setLayout(layout)


def column(*items: Item, space: float | Space = 0, edge: float | Space = 0) -> QVBoxLayout:
    """Stack items from top to bottom."""
    return _fill(QVBoxLayout(), items, space, edge)


def row(*items: Item, space: float | Space = Space.CONTROLS, edge: float | Space = 0) -> QHBoxLayout:
    """Set items side by side."""
    return _fill(QHBoxLayout(), items, space, edge)


def holder(layout: QLayout) -> QWidget:
    """A widget without ground that carries a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go.

    What is taken is Python's own. What ``QLayout.itemAt`` hands out is not: its Python object outlives the item and
    later stands for whatever Qt makes at the same address.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _fill(layout: _Box, items: tuple[Item, ...], space: float | Space, edge: float | Space) -> _Box:
    margin = _length(edge)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(_length(space))
    for item in items:
        _add(layout, item)
    return layout


def _add(layout: QBoxLayout, item: Item) -> None:
    if isinstance(item, QWidget):
        layout.addWidget(item)
    elif isinstance(item, QLayout):
        layout.addLayout(item)
    elif item is None:
        layout.addStretch(1)
    else:
        layout.addSpacing(theme.px(item))


def _length(size: float | Space) -> int:
    return theme.px(size) if size else 0
