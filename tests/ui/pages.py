"""How tests open a page: on a practice office, with the inline runner, as wide as the old screen leaves it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.allowing import why_not
from tests.ui.conftest import unreadable

INPUTS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)

WIDE, NARROW = QSize(1366, 583), QSize(1093, 441)
"""What header, tabs and status line leave of the old screen at 100 and at 125 per cent."""


def open_page(qtbot: QtBot, make: Callable[[Desk], P], ctx: Context, *, size: QSize = WIDE, item: str = "") -> P:
    """The page as the window shows it."""
    page = make(Desk(lambda: ctx, InlineRunner()))
    qtbot.addWidget(page)
    page.resize(size)
    page.set_narrow(narrow=size == NARROW)
    page.load()
    if item:
        page.show_item(item)
    page.show()
    qtbot.waitExposed(page)
    return page


def part(page: QWidget, kind: type[W], name: str) -> W:
    """A part of the page by its object name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click a button by its object name."""
    qtbot.mouseClick(part(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def cut_texts(page: QWidget) -> list[str]:
    """Texts that do not fit, once the layout has come to rest (texts that wrap ask for their height step by step)."""
    for _ in range(5):
        QApplication.processEvents()
    return unreadable(page) + _overflowing(page)


def _overflowing(page: QWidget) -> list[str]:
    """Contents of panels that are wider than what is seen of them."""
    found = []
    for area in page.findChildren(QScrollArea):
        inner, seen = area.widget(), area.viewport().width()
        if area.isVisible() and inner and inner.width() > seen:
            found.append(f"{inner.width()} > {seen}: {labels(area)[:60]}")
    return found


def labels(page: QWidget) -> str:
    """Everything that stands on visible labels, joined."""
    QApplication.processEvents()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def silent(root: QWidget) -> list[str]:
    """Disabled or locked inputs in sight that do not say why, on hover and to a screen reader."""
    every = [one for kind in INPUTS for one in root.findChildren(kind)]
    closed = [one for one in every if not one.isEnabled() or one.property("locked") == "true"]
    found = [one for one in closed if one.isVisible() and _is_whole(one)]
    return [
        one.accessibleName() or one.objectName() or type(one).__name__
        for one in found
        if not (why_not(one) and why_not(one) in one.toolTip() and why_not(one) in one.accessibleDescription())
    ]


def _is_whole(one: QWidget) -> bool:
    """Whether it is no part of Qt's own inside another: the field of a choice, an arrow of a row of tabs."""
    return not isinstance(one.parentWidget(), QComboBox | QLineEdit | QAbstractSpinBox | QTabBar)
