"""The head of a grid: titles of two lines, the sign of the order, «2 kolom disembunyikan» in the head of the names."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.grid.cells import GridColumn
from kinerja_desktop.ui.widgets.grid.measure import SIDE
from kinerja_desktop.ui.widgets.grid.model import COLUMN_ROLE
from kinerja_desktop.ui.widgets.painting import LEFT, RIGHT, line_height, paint_text, text_width

_EDGE = 4
"""Air between the arrow of the order and the edges of a head."""


class GridHead(QHeaderView):
    """``hidden_asked`` when a person wants to see which columns are hidden; ``let_go`` of the mouse.

    Meanwhile it ``is_held``, and a width may be drawn. ``hidden`` is what `show_hidden` was told.
    """

    hidden_asked, let_go = Signal(), Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.is_held = False
        self.hidden = (0, 0)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)  # Qt's own signature
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(theme.px(28))
        self.hidden_link = Button("", ButtonKind.LINK)
        self.hidden_link.setParent(self)
        self.hidden_link.hide()
        self.hidden_link.clicked.connect(self.hidden_asked)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.height(Height.TABLE_HEAD))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_held = event.button() is Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.is_held = False
        self.let_go.emit()

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        column = self.model().headerData(section, Qt.Orientation.Horizontal, COLUMN_ROLE)
        assert isinstance(column, GridColumn)
        tokens = theme.current().palette
        painter.save()
        painter.fillRect(box, QColor(tokens.surface_2))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(tokens.control))
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height() - 1), QColor(tokens.line))
        _paint_title(painter, box.adjusted(theme.px(SIDE), 0, -theme.px(SIDE) - 1, 0), column)
        if section == self.sortIndicatorSection():
            up, edge = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder, theme.px(_EDGE)
            _paint_arrow(painter, box.adjusted(edge, 0, -edge - 1, -edge), column, up=up)
        painter.restore()

    def show_hidden(self, count: int, section: int) -> None:
        """Say how many columns are hidden, at the right of the head of the names; 0 says nothing."""
        self.hidden = (count, section)
        whole = f"{count} kolom disembunyikan"
        self.hidden_link.setAccessibleName(whole)
        self.hidden_link.setToolTip(whole)
        self.hidden_link.setText(whole)
        if self._taken(section) + self.hidden_link.sizeHint().width() > self.sectionSize(section):
            self.hidden_link.setText(f"+{count} kolom")
        self.hidden_link.setVisible(count > 0)
        size = self.hidden_link.sizeHint()
        left = self.sectionViewportPosition(section) + self.sectionSize(section) - size.width()
        self.hidden_link.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def _taken(self, section: int) -> int:
        """Room that the title of a section needs."""
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        return theme.px(SIDE) + max(text_width(line, TextStyle.BODY_500) for line in title.split("\n"))


def _paint_arrow(painter: QPainter, inner: QRect, column: GridColumn, *, up: bool) -> None:
    """At the foot, on the side where the title does not end."""
    wide, high = theme.px(8), theme.px(5)
    left = inner.left() if column.is_figure else inner.right() - wide
    top, base = (inner.bottom() - high, inner.bottom()) if up else (inner.bottom(), inner.bottom() - high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Ink.TEXT_2))
    painter.drawPolygon(QPolygonF([QPointF(left, base), QPointF(left + wide / 2, top), QPointF(left + wide, base)]))


def _paint_title(painter: QPainter, inner: QRect, column: GridColumn) -> None:
    lines = column.title.split("\n")
    height = line_height(TextStyle.BODY_500)
    top = inner.top() + (inner.height() - height * len(lines)) // 2
    for at, line in enumerate(lines):
        box = QRect(inner.left(), top + at * height, inner.width(), height)
        paint_text(painter, box, line, TextStyle.BODY_500, Ink.TEXT_2, align=RIGHT if column.is_figure else LEFT)
