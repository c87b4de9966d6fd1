"""Capaian of the sasaran as bars: full where the target is reached, hatched below it, dashed where not measured."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.services.monitoring_capaian import BarisSasaran
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.painting import paint_text

ROW, BAR, NAME, WORDS = 32, 14, 190, 150
LEAST_END = 125.0


class BarsView(QWidget):
    """One row per sasaran; name left, bar with the line of 100, figure and kategori right."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[BarisSasaran, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Capaian per sasaran")

    def set_rows(self, rows: Sequence[BarisSasaran]) -> None:
        """Show these sasaran."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{r.judul} {r.teks} {r.kategori or r.keterangan}" for r in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(ROW * max(1, len(self._rows)) + 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, room = theme.px(NAME), self.width() - theme.px(NAME + WORDS)
        end = max([LEAST_END, *(float(r.nilai) for r in self._rows if r.nilai is not None)])  # pixels of a bar only
        for at, row in enumerate(self._rows):
            self._paint_row(painter, row, QRect(left, theme.px(ROW) * at, room, theme.px(ROW)), end)
        target = left + round(room * 100 / end)
        bottom = theme.px(ROW) * len(self._rows)
        painter.setPen(QPen(theme.color(Ink.TEXT), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(target, 0, target, bottom)
        words = QRect(target - theme.px(60), bottom, theme.px(120), theme.px(18))
        painter.setPen(theme.color(Ink.TEXT_2))
        painter.setFont(theme.font(TextStyle.BODY))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), "target 100%")

    def _paint_row(self, painter: QPainter, row: BarisSasaran, box: QRect, end: float) -> None:
        name = QRect(0, box.top(), theme.px(NAME - 8), box.height())
        shown = painter.fontMetrics().elidedText(row.judul, Qt.TextElideMode.ElideRight, name.width())
        paint_text(painter, name, shown, TextStyle.BODY, Ink.TEXT)
        bar = QRect(box.left(), 0, box.width(), theme.px(BAR))
        bar.moveCenter(QRect(box.left(), box.top(), box.width(), box.height()).center())
        if row.nilai is None:
            painter.setPen(QPen(theme.color(Ink.TEXT_3), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(bar.left(), bar.top(), round(bar.width() * 100 / end), bar.height()))
        else:
            bar.setWidth(round(bar.width() * float(row.nilai) / end))  # pixels of a bar only
            painter.setPen(QPen(theme.color(Ink.ACCENT), 1))
            painter.setBrush(theme.color(Ink.ACCENT))
            if not row.tercapai:
                painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.drawRect(bar)
        words = QRect(box.right() + theme.px(8), box.top(), theme.px(WORDS - 8), box.height())
        paint_text(painter, words, f"{row.teks}  {row.kategori or row.keterangan}", TextStyle.BODY_500, Ink.TEXT)
