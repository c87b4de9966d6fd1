"""The words of a cell, on as many lines as they need in its column: painted, and counted for the height of its row.

Nothing is shortened. `WordFit` gives columns and rows the room that is counted here.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.painting import LEFT, RIGHT, line_height, paint_text, wrapped
from kinerja_desktop.ui.widgets.row_model import Index

SIDE = 8
"""Between the edges of a cell and its words: where those of the head stand."""
_AROUND = 12
"""Air above and below words of several lines, together."""


def lines_in(text: str, width: int) -> list[str]:
    """The words as they stand in a column so wide."""
    return wrapped(" ".join(text.split()), TextStyle.BODY, width - 2 * theme.px(SIDE) - 1)


def height_for(lines: int, least: int) -> int:
    """How high a row with so many lines is; one line takes what every row has."""
    return least if lines < 2 else max(least, lines * line_height(TextStyle.BODY) + theme.px(_AROUND))


def paint_words(painter: QPainter, box: QRect, text: str, ink: QColor, *, align: Qt.AlignmentFlag = LEFT) -> None:
    """Paint the lines in the vertical middle of their cell."""
    lines, high = lines_in(text, box.width() + 1), line_height(TextStyle.BODY)
    top = box.top() + (box.height() - len(lines) * high) // 2
    line = QRect(box.left() + theme.px(SIDE), top, box.width() - 2 * theme.px(SIDE), high)
    for at, words in enumerate(lines):
        paint_text(painter, line.translated(0, at * high), words, TextStyle.BODY, ink, align=align)


class WordCells(QStyledItemDelegate):
    """Paints the words of a model, at the side that it names; ``ruled`` draws a line below each row."""

    ruled = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        view = shown.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, view)
        if self.ruled:
            foot = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(foot, QColor(theme.current().palette.line))
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        ink = shown.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        paint_words(painter, option.rect, text, ink, align=RIGHT if shown.displayAlignment & RIGHT else LEFT)
