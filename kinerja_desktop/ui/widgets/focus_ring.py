"""The ring around whatever has the focus: 2 px of accent, 1 px outside, also after a click; thin around what scrolls.

Fields draw their own focus inside their border and are left out, and so does the grid around its cell; a part that
differs from others of its kind says so by the property ``focus_ring``. One ring serves the application; it lies over
the window of the focused widget, lets every click through and never takes part in a layout.
"""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink

_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.EnabledChange,
)


class _Ring(QWidget):
    """Transparent for the mouse; painted over the siblings of the focused widget."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.on_header = self.is_thin = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 1 if self.is_thin else theme.px(2)
        painter.setPen(QPen(theme.color(Ink.ON_HEADER if self.on_header else Ink.ACCENT), width))
        inset = width / 2
        corner = theme.px(theme.Radius.CONTROL) + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)


class FocusRing(QObject):
    """Follows the focus of the application; `follow_focus` makes the one there is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        """The target and all that it lies on: each of them may be moved or scrolled under the ring."""
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        for before in filter(isValid, self._followed):
            before.removeEventFilter(self)
        self._drop()
        self._target = new if _wants_ring(new) else None
        self._followed = list(_carrying(self._target))
        for followed in self._followed:
            followed.installEventFilter(self)
        self._place()

    def _drop(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED and watched in self._followed:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible() or target.visibleRegion().isEmpty():
            self._drop()
            return
        if self._ring is None or self._ring.parentWidget() is not target.window():
            self._drop()
            self._ring = _Ring(target.window())
        self._ring.on_header = _lies_on_header(target)
        self._ring.is_thin = isinstance(target, QAbstractScrollArea) and not isinstance(target, QAbstractItemView)
        self._ring.setGeometry(_around(target))
        self._ring.raise_()
        self._ring.show()


@cache
def follow_focus() -> None:
    """Let a ring follow the focus from now on, in every window; calling it again changes nothing."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    FocusRing(app)


def _carrying(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and those around it, up to its window."""
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()


def _wants_ring(widget: QWidget | None) -> bool:
    if widget is None:
        return False
    said = widget.property("focus_ring")
    return _is_ringed_kind(widget) if said is None else bool(said)


def _is_ringed_kind(widget: QWidget) -> bool:
    """Buttons and lists, without the list of a choice that is open: it goes with its window."""
    is_list = isinstance(widget, QAbstractItemView) and widget.window().windowType() is not Qt.WindowType.Popup
    return is_list or isinstance(widget, QAbstractButton)


def _lies_on_header(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if above.property("kind") == "header":
            return True
        above = above.parentWidget()
    return False


def _around(widget: QWidget) -> QRect:
    """Two pixels of ring and one of air; ticks, round buttons, texts and papers have their air inside already."""
    inside = isinstance(widget, QCheckBox | QRadioButton | QAbstractScrollArea) and not isinstance(widget, QScrollArea)
    margin = theme.px(1 if inside else 3)
    seen = widget.visibleRegion().boundingRect()  # what scrolled out of sight has no ring over its neighbours
    seen.moveTopLeft(widget.mapTo(widget.window(), seen.topLeft()))
    return seen.adjusted(-margin, -margin, margin, margin)
