"""Capaian of the sasaran as bars: full where the target is reached, hatched below it, dashed where not measured."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.services.monitoring_capaian import BarisSasaran
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.painting import RIGHT, line_height, paint_icon, paint_lines, paint_text, wrapped
from kinerja_desktop.ui.widgets.parted import UP_AND_DOWN, PartedView
from kinerja_desktop.ui.work.looks import Look, kategori_look

ROW, BAR, NAME, FIGURE, WORDS = 34, 14, 222, 50, 114
LEAST_END, _BESIDE = 125.0, 8


class BarsView(PartedView):
    """One row per sasaran; name left, bar with the line of 100, figure and kategori right.

    ``pressed`` carries the place of a row whose number is to be explained.
    """

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__(UP_AND_DOWN)
        self._rows: tuple[BarisSasaran, ...] = ()
        self._looks: dict[str, Look] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Capaian per sasaran")

    def set_rows(self, rows: Sequence[BarisSasaran], aturan: Aturan) -> None:
        """Show these sasaran; ``aturan`` is the scale of their kategori."""
        self._rows = tuple(rows)
        looks = {row.kategori: kategori_look(row.kategori, aturan) for row in rows}
        self._looks = {kategori: look for kategori, look in looks.items() if look is not None}
        self.setAccessibleDescription("; ".join(_told(r) for r in rows))
        self.set_parts([(_told(r), "Enter menjelaskan dari mana angka ini.") for r in rows])
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), self._high() * max(1, len(self._rows)) + theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(NAME + FIGURE + WORDS), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._name_width()
        room = self.width() - left - theme.px(FIGURE + WORDS)
        end = max([LEAST_END, *(float(r.nilai) for r in self._rows if r.nilai is not None)])  # pixels of a bar only
        for at, row in enumerate(self._rows):
            if self.hasFocus() and at == self._at:
                painter.fillRect(0, self._high() * at, self.width(), self._high(), theme.current().palette.selected)
            self._paint_row(painter, row, QRect(left, self._high() * at, room, self._high()), end)
        target = left + round(room * 100 / end)
        bottom = self._high() * len(self._rows)
        painter.setPen(QPen(theme.color(Ink.TEXT), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(target, 0, target, bottom)
        words = QRect(target - theme.px(60), bottom, theme.px(120), theme.px(18))
        painter.setPen(theme.color(Ink.TEXT_2))
        painter.setFont(theme.font(TextStyle.BODY))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), "target 100%")

    # --- pressing --------------------------------------------------------------------------------

    def box_of(self, at: int) -> QRect:
        return QRect(0, self._high() * at, self.width(), self._high())

    def press(self, at: int) -> None:
        self.go_to_part(at)
        self.pressed.emit(at)

    # --- painting --------------------------------------------------------------------------------

    def _name_width(self) -> int:
        return theme.px(NAME)

    def _name(self, row: BarisSasaran) -> list[str]:
        return wrapped(row.judul, TextStyle.BODY, self._name_width() - theme.px(_BESIDE))

    def _high(self) -> int:
        """All rows are as high as the longest name needs."""
        lines = max((len(self._name(row)) for row in self._rows), default=1)
        return max(theme.px(ROW), lines * line_height(TextStyle.BODY) + theme.px(_BESIDE))

    def _paint_row(self, painter: QPainter, row: BarisSasaran, box: QRect, end: float) -> None:
        lines, high = self._name(row), line_height(TextStyle.BODY)
        name = QRect(0, box.center().y() - len(lines) * high // 2, box.left() - theme.px(_BESIDE), high)
        for at, line in enumerate(lines):
            paint_text(painter, name.translated(0, at * high), line, TextStyle.BODY, Ink.TEXT)
        bar = QRect(box.left(), 0, box.width(), theme.px(BAR))
        bar.moveCenter(QRect(box.left(), box.top(), box.width(), box.height()).center())
        if row.nilai is None:
            painter.setPen(QPen(theme.color(Ink.TEXT_3), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(bar.left(), bar.top(), round(bar.width() * 100 / end), bar.height()))
        else:
            bar.setWidth(round(bar.width() * float(row.nilai) / end))  # pixels of a bar only
            fill = theme.color(Ink.ACCENT if row.tercapai else Tone.PERHATIAN)
            painter.setPen(QPen(fill, 1))
            painter.setBrush(QBrush(fill) if row.tercapai else QBrush(fill, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
        figure = QRect(box.right() + 1, box.top(), theme.px(FIGURE), box.height())
        paint_text(painter, figure, row.teks, TextStyle.BODY_500, Ink.TEXT, align=RIGHT)
        self._paint_words(
            painter, row, QRect(figure.right() + theme.px(8), box.top(), theme.px(WORDS - 8), box.height())
        )

    def _paint_words(self, painter: QPainter, row: BarisSasaran, box: QRect) -> None:
        """The kategori with its symbol, or why there is none."""
        if row.nilai is None:
            paint_lines(painter, box, row.keterangan, TextStyle.BODY, Ink.TEXT_2)
            return
        if row.kategori in self._looks:
            tone, icon, shape = self._looks[row.kategori]
            paint_icon(painter, box.left(), box.center().y(), icon, tone, size=IconSize.CHIP, shape=shape)
        paint_text(painter, box.adjusted(theme.px(18), 0, 0, 0), row.kategori, TextStyle.BODY, Ink.TEXT)


def _told(row: BarisSasaran) -> str:
    return f"{row.judul}: {row.teks} {row.kategori or row.keterangan}".rstrip()
