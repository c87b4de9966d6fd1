"""Fields: search with its glass, choice with its arrow, a label above a field, long text with its counter."""

from collections.abc import Hashable, Sequence
from heapq import nlargest
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from kinerja_desktop.domain.realisasi import panjang_alasan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import lock
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.kept_undo import KeptUndo
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel, repolish
from kinerja_desktop.ui.widgets.painting import line_height, paint_icon, paint_text, text_width, wrapped
from kinerja_desktop.ui.widgets.stops import bring_into_sight

_BEFORE, _ARROW = 11, 30
"""Between the edge of a choice and its words; its arrow, with the air around it."""
_UNBROKEN = 260
"""Logical pixels up to which a choice claims to stand in one line."""
_LONGEST = 8
"""Choices that are measured for its width: those of the most letters."""
_NEARLY_FULL = 0.95
"""From this share of the limit on the counter turns amber (3.800 of 4.000)."""


class SearchField(QLineEdit):
    """A field that filters or searches; Esc empties it first."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription("Esc mengosongkan.")  # else Qt tells the placeholder once more
        self.setClearButtonEnabled(False)
        self.setMinimumWidth(theme.px(96))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), super().sizeHint().height())


class ComboBox(QComboBox):
    """A choice among few; what is chosen wraps where it is longer than the box, which grows with its lines.

    The arrow is painted, so that it follows the theme; the list is as wide as its words. Keys with Ctrl are the
    window's, and the wheel is the page's: who scrolls past a choice must not change it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        return QSize(self._whole(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._whole(), theme.px(_UNBROKEN)), super().minimumSizeHint().height())

    def _whole(self) -> int:
        """Pixels in which each choice stands in one line."""
        longest = nlargest(_LONGEST, map(self.itemText, range(self.count())), len)
        words = max((text_width(text, TextStyle.BODY) for text in longest), default=0)
        return words + 1 + theme.px(_BEFORE + _ARROW)

    def _lines(self) -> list[str]:
        return wrapped(self.currentText(), TextStyle.BODY, self.width() - theme.px(_BEFORE + _ARROW))

    def _grow(self) -> None:
        more = (len(self._lines()) - 1) * line_height(TextStyle.BODY)
        self.setMinimumHeight(self.sizeHint().height() + more if more else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def showPopup(self) -> None:
        """No choice is cut for want of room below a narrow box."""
        self.view().setMinimumWidth(min(self._whole(), self.window().width()))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would look for a choice that begins with the sign."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._grow()  # here too: what is chosen may be another one without a word (`fill`)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        ink, arrow = (Ink.TEXT, Ink.TEXT_2) if self.isEnabled() else (Ink.TEXT_3, Ink.TEXT_3)
        lines, high = self._lines(), line_height(TextStyle.BODY)
        room = QRect(theme.px(_BEFORE), 0, self.width() - theme.px(_BEFORE + _ARROW), high)
        room.moveTop((self.height() - len(lines) * high) // 2)
        for at, line in enumerate(lines):
            paint_text(painter, room.translated(0, at * high), line, TextStyle.BODY, ink)
        side = theme.px(IconSize.CHIP)
        left = self.width() - side - theme.px(10)
        paint_icon(painter, left, self.height() // 2, Icon.BUKA_KE_BAWAH, arrow, size=IconSize.CHIP)


def fill(choice: QComboBox, items: Sequence[tuple[str, object]], chosen: object) -> None:
    """Offer these words with their keys and choose one (the first if it is not among them); nothing is told."""
    choice.blockSignals(True)  # noqa: FBT003  # Qt's own signature
    if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] != list(items):
        choice.clear()
        for text, key in items:
            choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)  # noqa: FBT003  # Qt's own signature


class Labelled(QWidget):
    """A label above its field, a hint beside the label, and the place for a sentence under the field."""

    def __init__(self, text: str, field: QLineEdit | QPlainTextEdit, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self.fault = FieldFault(field)
        self._label = Label(text, TextStyle.BODY_500, buddy=field)
        self._hint = Label(hint, ink=Ink.TEXT_2)
        field.setAccessibleName(text)
        field.setAccessibleDescription(hint)
        self.setLayout(column(row(self._label, self._hint, None), 4, field, 4, self.fault))

    def set_hint(self, hint: str) -> None:
        """Other words beside the label."""
        self._hint.setText(hint)
        self.field.setAccessibleDescription(hint)


class LabelledChoice(QWidget):
    """A label above a choice."""

    def __init__(self, text: str, choice: QComboBox) -> None:
        super().__init__()
        self.choice = choice
        choice.setAccessibleName(text)
        self.setLayout(column(Label(text, ink=Ink.TEXT_2, buddy=choice), 4, choice))


class GrowingText(QPlainTextEdit):
    """Plain text that grows with its lines between two limits; without ``most`` it fills its place. Tab leaves it."""

    def __init__(self, *, rows: int, most: int | None) -> None:
        super().__init__()
        self._rows, self._most = rows, None if most is None else max(rows, most)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.px(2))
        if most is not None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_with(self.document())
        self.undo_of = KeptUndo(self, self._fit_with)

    def _fit_with(self, document: QTextDocument) -> None:
        document.contentsChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the lines, within the limits."""
        if self._most is None:
            self.setMinimumHeight(self._height_of(self._rows))
            return
        written = self._lines(self._most + 1)
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if written > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(scrolls)
        height = self._height_of(min(self._most, max(self._rows, written)))
        if height != self.height():
            self.setFixedHeight(height)

    def _lines(self, enough: int) -> int:
        """Lines of the text where no scroll bar takes of its width, counted up to ``enough``.

        Not those of the document: it lays a paragraph only once that is seen, and narrower beside a bar. A bar that
        came and went with such a count would resize the field without end.
        """
        bar = self.verticalScrollBar()
        beside = bar.width() if bar.isVisibleTo(self) else 0
        width = self.viewport().width() + beside - 2 * self.document().documentMargin()
        lines, block = 0, self.document().begin()
        while lines < enough and block.isValid():
            laid = QTextLayout(block.text(), self.document().defaultFont())
            laid.setTextOption(self.document().defaultTextOption())
            laid.beginLayout()
            while lines < enough and (line := laid.createLine()).isValid():
                line.setLineWidth(width)
                lines += 1
            laid.endLayout()
            block = block.next()
        return lines

    def _height_of(self, lines: int) -> int:
        stroke, margin = theme.current().palette.stroke, round(self.document().documentMargin())
        edges = 2 * (theme.px(4) + stroke + margin)  # padding and border of the stylesheet, then the text's own
        return lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + edges  # as the layout rounds its lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._be_seen)

    def _be_seen(self) -> None:
        bring_into_sight(self)


class CounterTextEdit(QWidget):
    """Long text with its label and its count: «55 / 4.000», amber near the limit, red beyond it.

    Nothing typed or pasted is cut off: `fault` says in words why the text cannot be used yet.
    """

    def __init__(
        self,
        text: str,
        *,
        limit: int,
        least: int = 0,
        hint: str = "",
        rows: int = 1,
        most: int | None = 6,
        name: str = "",
    ) -> None:
        super().__init__()
        self._limit, self._least = limit, least
        self.field = GrowingText(rows=rows, most=most)
        self.field.setAccessibleName(name or text)
        self._label = Label(text, TextStyle.BODY_500, buddy=self.field)
        self._hint = WrappedLabel(hint, ink=Ink.TEXT_2)
        self._count = Label(ink=Ink.TEXT_3)
        self.setFocusProxy(self.field)
        self.setLayout(column(row(self._label, self._hint, None, self._count), 4, self.field))
        self.field.textChanged.connect(self._tell)
        self._tell()

    def set_name(self, text: str) -> None:
        """What the text is, where one field serves many."""
        self._label.setText(text)
        self.field.setAccessibleName(text)

    def text(self) -> str:
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        self.field.setPlainText(text)

    def turn_to(self, key: Hashable, text: str) -> None:
        """Show the text of one of many things, each of which keeps its own undo."""
        self.field.undo_of.show(key, text)
        self.field.fit()
        self._tell()

    def kept(self, key: Hashable) -> str | None:
        """What was shown of a thing before, as it was typed; None for one that was not shown yet."""
        return self.field.undo_of.kept(key)

    def set_locked(self, why: str) -> None:
        """Show the text without letting it be changed, and say why; it can still be read, scrolled and copied."""
        lock(self.field, why)
        if (self.field.property("locked") == "true") is not bool(why):
            self.field.setProperty("locked", "true" if why else "false")
            repolish(self.field)

    def fault(self) -> str:
        """Why the text cannot be used, or an empty string."""
        length, counted = len(self.text().strip()), panjang_alasan(self.text())
        if counted < self._least:
            return f"masih kurang {self._least - counted} huruf"
        return f"lebih {dotted(length - self._limit)} huruf" if length > self._limit else ""

    def _tell(self) -> None:
        length = len(self.text())
        count = f"{dotted(length)} / {dotted(self._limit)}"
        fault = self.fault()
        self._count.setText(f"{fault} · {count}" if fault and length else count)
        self._count.set_ink(self._count_ink(length))
        told = (self._hint.text(), fault if length else "", f"{dotted(length)} dari {dotted(self._limit)} huruf")
        self.field.setAccessibleDescription(". ".join(filter(None, told)))

    def _count_ink(self, length: int) -> Ink | Tone:
        if length > self._limit:
            return Tone.SALAH
        return Tone.PERHATIAN if length >= _NEARLY_FULL * self._limit else Ink.TEXT_3


def dotted(number: int) -> str:
    """A whole number with dots: 4.000."""
    return f"{number:,}".replace(",", ".")
