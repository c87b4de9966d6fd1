"""What a window writes, piece by piece: every text that any widget paints, its place, and whether all of it is seen.

Widgets are painted one by one onto a device that keeps texts instead of pixels, so it does not matter who paints:
Qt's style, a delegate, or a widget of ours. `faults` judges a window by metrics and geometry:

- a text that leaves its widget or its clip is cut;
- no text is shortened with «…»; those that may be are named, with the reason (`MAY_BE_SHORTENED`), and their tooltip
  gives the whole;
- two texts in one place overprint each other, and a text under another widget is covered;
- what is outside of its parent is lost, unless a scroll bar leads to it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolTip,
    QWidget,
)

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.widgets.labels import ElidedLabel, WrappedLabel
from kinerja_desktop.ui.widgets.parted import Part

MAY_BE_SHORTENED: Mapping[str, str] = {
    "ElidedLabel nama_kantor": "the band has one line for the name of the office, which papers and settings tell too",
    "ElidedLabel nama_kabupaten": "as the name of the office",
    "ElidedLabel contoh_isi": "what stands in a column of somebody's file, known by its beginning",
    "_SampleTable contoh_lembar": "a sheet of somebody's file, as Excel shows it",
}
"""Widgets, as `faults` names them, whose words may be shortened, and why they cannot wrap."""
SLACK = 1.5
"""Pixels by which a letter may leave its box: rounding of the layout, side bearings."""
_MORE = "…"


@dataclass(frozen=True)
class Painted:
    """A text as it stands in its widget, in the widget's coordinates; ``box`` is as tight as its letters."""

    text: str
    box: QRectF
    clip: QRectF | None
    font: QFont


@dataclass(frozen=True)
class Placed:
    """A text in the window, as far as it can be seen there."""

    widget: QWidget
    text: str
    box: QRect


class _Engine(QPaintEngine):
    """Keeps texts, forgets shapes."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Painted] = []
        self._to_widget, self._clip = QTransform(), QRectF()
        self._clips = False

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._to_widget = state.transform()
        self._clips = state.isClipEnabled()
        if state.state() & QPaintEngine.DirtyFlag.DirtyClipRegion:
            self._clip = self._to_widget.mapRect(QRectF(state.clipRegion().boundingRect()))
        elif state.state() & QPaintEngine.DirtyFlag.DirtyClipPath:
            self._clip = self._to_widget.mapRect(state.clipPath().boundingRect())

    def drawTextItem(self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        assert isinstance(at, QPointF)
        text = item.text()
        if item.font().family() != theme.FAMILY or not text.strip():
            return
        tight = QFontMetricsF(item.font()).tightBoundingRect(text)
        box = QRectF(at.x(), at.y() + tight.top(), item.width(), tight.height())
        clip = self._clip if self._clips and not self._clip.isEmpty() else None
        self._add(Painted(text, self._to_widget.mapRect(box), clip, item.font()))

    def _add(self, one: Painted) -> None:
        """A text that runs over several cells is painted once in each of them."""
        before = next((o for o in self.found if (o.text, o.box) == (one.text, one.box)), None)
        if before is not None:
            self.found.remove(before)
            both = before.clip.united(one.clip) if before.clip is not None and one.clip is not None else None
            one = replace(one, clip=both)
        self.found.append(one)

    def drawPixmap(self, *_: object) -> None: ...

    def drawImage(self, *_: object) -> None: ...

    def drawPolygon(self, *_: object) -> None: ...

    def drawPath(self, *_: object) -> None: ...

    def drawRects(self, *_: object) -> None: ...

    def drawLines(self, *_: object) -> None: ...

    def drawPoints(self, *_: object) -> None: ...

    def drawEllipse(self, *_: object) -> None: ...


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine, self._size = _Engine(), size

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        kind = QPaintDevice.PaintDeviceMetric
        known = {
            kind.PdmWidth: self._size.width(),
            kind.PdmHeight: self._size.height(),
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: 0x10000,
            kind.PdmDepth: 32,
            kind.PdmNumColors: 0x7FFFFFFF,
        }
        return known.get(which, 96)


def texts_of(widget: QWidget) -> list[Painted]:
    """What this widget itself writes, without its children."""
    device = _Device(widget.size())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return device.engine.found


@contextmanager
def shortenings() -> Iterator[dict[str, str]]:
    """Collects every text that was shortened with «…» while it is open: as it is shown, and the whole."""
    shown: dict[str, str] = {}
    before: Callable[..., str] = QFontMetrics.elidedText

    def watched(metrics: QFontMetrics, text: str, *how: object) -> str:
        short = before(metrics, text, *how)
        if short != text:
            shown[short] = text
        return short

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFontMetrics, "elidedText", watched)
        yield shown


def faults(
    window: QWidget, *, still: Sequence[type[QWidget]] = (), may: Mapping[str, str] = MAY_BE_SHORTENED
) -> list[str]:
    """Every text of the window that cannot be read whole, in words; parts of the ``still`` classes are left out.

    ``may``: widgets whose words may be shortened, with the reason.
    """
    QApplication.sendPostedEvents()
    found: list[str] = []
    placed: list[Placed] = []
    with shortenings() as short:
        for widget in (window, *window.findChildren(QWidget)):
            if widget.window() is not window or widget.visibleRegion().isEmpty() or _within(widget, still):
                continue
            for one in texts_of(widget):
                found += _cut(widget, one, short, may)
                placed += _placed(window, widget, one)
    return [*found, *_crowded(placed), *_covered(window, placed), *_unreachable(window), *_squeezed(window)]


def _within(widget: QWidget, kinds: Sequence[type[QWidget]]) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, tuple(kinds)):
            return True
        above = above.parentWidget()
    return False


# --- in its widget -------------------------------------------------------------------------------


def _cut(widget: QWidget, one: Painted, short: dict[str, str], may: Mapping[str, str]) -> Iterator[str]:
    if isinstance(widget, QLineEdit) and one.text == widget.text():
        return  # what is typed scrolls with the cursor
    if one.text.endswith(_MORE) and _is_shortened(widget, one.text, short):
        yield from _shortened(widget, one, may)
        return
    room = QRectF(widget.rect())
    if one.clip is not None and not _scrolls(widget):
        room = room.intersected(one.clip)
    if _scrolls(widget):  # rows at the edge are reached by scrolling
        room = QRectF(room.left(), one.box.top(), room.width(), one.box.height())
        if _scrolls_sideways(widget):
            return
    slack = QRectF(room).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not slack.contains(one.box):
        yield f"cut: {_named(widget)} «{one.text}» {_numbers(one.box)} in {_numbers(room)}"


def _shortened(widget: QWidget, one: Painted, may: Mapping[str, str]) -> Iterator[str]:
    if _named(widget) not in may:
        yield f"shortened: {_named(widget)} «{one.text}»"
    elif not _tooltip_gives(widget, one):
        yield f"shortened without a tooltip: {_named(widget)} «{one.text}»"


def _is_shortened(widget: QWidget, text: str, short: dict[str, str]) -> bool:
    if text in short:
        return True
    if isinstance(widget, QLineEdit):
        return text != widget.placeholderText()
    view = _view_of(widget)
    if view is None or isinstance(widget, QPushButton):
        return False
    return not any(text in str(shown) for shown in _cells(view, 0))


def _cells(view: QAbstractItemView, role: int) -> Iterator[object]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield model.index(row, column).data(role)


def _tooltip_gives(widget: QWidget, one: Painted) -> bool:
    """Whether resting the mouse on the text shows a sentence with the whole of it."""
    QToolTip.hideText()
    at = one.box.center().toPoint()
    told = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        if above.toolTip() and _holds(above.toolTip(), one.text):
            return True
        above = above.parentWidget()
    QApplication.sendEvent(widget, told)
    return _holds(QToolTip.text(), one.text)


def _holds(tooltip: str, shown: str) -> bool:
    return shown.removesuffix(_MORE).strip() in tooltip


def _view_of(widget: QWidget) -> QAbstractItemView | None:
    above = widget.parentWidget()
    return above if isinstance(above, QAbstractItemView) and above.viewport() is widget else None


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is widget


def _scrolls_sideways(widget: QWidget) -> bool:
    above = widget.parentWidget()
    if isinstance(above, QHeaderView):
        above = above.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.horizontalScrollBar().maximum() > 0


# --- in the window -------------------------------------------------------------------------------


def _placed(window: QWidget, widget: QWidget, one: Painted) -> Iterator[Placed]:
    box = QRectF(one.box).toAlignedRect()
    seen = box.intersected(widget.visibleRegion().boundingRect())
    if seen.width() * 2 > box.width() and seen.height() * 2 > box.height():
        yield Placed(widget, one.text, QRect(widget.mapTo(window, seen.topLeft()), seen.size()))


def _crowded(placed: Sequence[Placed]) -> Iterator[str]:
    """Two texts that stand in one place."""
    in_order = sorted(placed, key=lambda one: one.box.top())
    for at, one in enumerate(in_order):
        for other in in_order[at + 1 :]:
            if other.box.top() > one.box.bottom():
                break
            shared = one.box.intersected(other.box)
            if shared.width() > 3 and shared.height() > 3 and not _rows_below(one.widget, other.widget):
                yield f"overprinted: {_named(one.widget)} «{one.text}» and {_named(other.widget)} «{other.text}»"


def _rows_below(one: QWidget, other: QWidget) -> bool:
    """A heading that stays while rows go through below it is no overprint."""
    views = [above for w in (one, other) if isinstance(above := w.parentWidget(), QAbstractItemView)]
    return one is not other and any(view.isAncestorOf(one) and view.isAncestorOf(other) for view in views)


def _covered(window: QWidget, placed: Sequence[Placed]) -> Iterator[str]:
    for one in placed:
        top = window.childAt(one.box.center()) or window
        if top is not one.widget and not one.widget.isAncestorOf(top) and not top.isAncestorOf(one.widget):
            yield f"covered: {_named(one.widget)} «{one.text}» by {_named(top)}"


def _unreachable(window: QWidget) -> list[str]:
    """Parts that lie outside of what holds them, and contents that are wider than a panel that does not scroll."""
    found = []
    for widget in window.findChildren(QWidget):
        above = widget.parentWidget()
        if above is None or not widget.isVisible() or widget.isWindow() or _scrolls(above) or not _says(widget):
            continue
        if not above.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"outside: {_named(widget)} {_numbers(QRectF(widget.geometry()))} of {_named(above)}")
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None and inner.width() > area.viewport().width():
            found.append(f"sideways: {_named(area)} {inner.width()} > {area.viewport().width()}")
    return found


def _squeezed(window: QWidget) -> Iterator[str]:
    """Controls that have less room than their words, and those of which one lies over the other."""
    seen = [one for one in window.findChildren(QWidget) if _is_control(one) and not one.visibleRegion().isEmpty()]
    for at, one in enumerate(seen):
        if isinstance(one, QPushButton) and one.width() + 1 < one.minimumSizeHint().width():
            yield f"squeezed: {_named(one)} «{one.text()}» {one.width()} < {one.minimumSizeHint().width()}"
        for other in seen[at + 1 :]:
            shared = one.geometry().intersected(other.geometry())
            if one.parentWidget() is other.parentWidget() and shared.width() > 1 and shared.height() > 1:
                yield f"squeezed: {_named(one)} and {_named(other)} {_numbers(QRectF(shared))}"


def _is_control(widget: QWidget) -> bool:
    """A part of a painted picture is a place to press, not a control."""
    return not isinstance(widget, Part) and (isinstance(widget, QComboBox | QLineEdit) or _says(widget))


def _says(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | ElidedLabel | WrappedLabel) and bool(widget.text())


def _named(widget: QWidget) -> str:
    own = widget if type(widget) is not QWidget else (widget.parentWidget() or widget)
    return " ".join(filter(None, (type(own).__name__, own.objectName())))


def _numbers(box: QRectF) -> str:
    return f"({box.left():.0f} {box.top():.0f} {box.width():.0f}×{box.height():.0f})"
