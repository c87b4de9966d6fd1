"""Twelve months drawn: days off filled, hatched or framed by their kind, Ramadan underlined, week-ends pale.

A picture of the table beside the list, which is where the keyboard works; a click tells the day.
"""

from calendar import Calendar
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kinerja_desktop.domain.kalender import JenisLibur, KalenderTahun
from kinerja_desktop.domain.tanggal import BULAN, HARI, format_tanggal
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.painting import CENTER, paint_text

_DAY, _LINE, _TITLE, _GAP = 26, 20, 24, 16
_ACROSS = (6, 4, 3, 2)
_WEEKS = 6
_FRIDAY = 4
_TONES = {
    JenisLibur.LIBUR_NASIONAL: Tone.SALAH,
    JenisLibur.CUTI_BERSAMA: Tone.PERHATIAN,
    JenisLibur.LOKAL: Tone.BERJALAN,
}


def paint_kind(painter: QPainter, box: QRect, jenis: JenisLibur) -> None:
    """The ground of a day off: filled (nasional), hatched (cuti bersama), framed (lokal)."""
    tone = _TONES[jenis]
    painter.fillRect(box, theme.ground(tone))
    if jenis is JenisLibur.CUTI_BERSAMA:
        painter.fillRect(box, QBrush(theme.color(tone), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(box.adjusted(theme.px(5), theme.px(2), -theme.px(5), -theme.px(2)), theme.ground(tone))
    if jenis is not JenisLibur.CUTI_BERSAMA:
        painter.setPen(QPen(theme.color(tone), 1 if jenis is JenisLibur.LIBUR_NASIONAL else theme.px(1.6)))
        painter.drawRect(box.adjusted(0, 0, -1, -1))


class Swatch(QWidget):
    """The sign of a kind for the legend; None is Ramadan."""

    def __init__(self, jenis: JenisLibur | None) -> None:
        super().__init__()
        self._jenis = jenis
        self.setFixedSize(QSize(theme.px(_DAY), theme.px(_LINE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._jenis is None:
            _underline(painter, self.rect())
        else:
            paint_kind(painter, self.rect().adjusted(1, 1, -1, -1), self._jenis)


class MonthsView(QWidget):
    """``day_clicked`` carries the day that was clicked."""

    day_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table = KalenderTahun(2000, ())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # Qt's own signature
        self.setSizePolicy(policy)
        self.setMinimumWidth(2 * theme.px(7 * _DAY + _GAP))

    def set_table(self, table: KalenderTahun) -> None:
        self._table = table
        self._off = {libur.tanggal: libur for libur in table.hari_libur}
        self.setAccessibleName(f"Kalender {table.tahun}, {len(self._off)} hari libur")
        self.updateGeometry()
        self.update()

    # --- sizes -----------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 12 // self._across(width)
        return lines * self._month_height() + (lines - 1) * theme.px(_GAP) // 2

    def sizeHint(self) -> QSize:
        width = 4 * theme.px(7 * _DAY + _GAP)
        return QSize(width, self.heightForWidth(width))

    @staticmethod
    def _across(width: int) -> int:
        month = theme.px(7 * _DAY + _GAP)
        return next((n for n in _ACROSS if n * month <= width), _ACROSS[-1])

    @staticmethod
    def _month_height() -> int:
        return theme.px(_TITLE + (_WEEKS + 1) * _LINE)

    def _month_box(self, month: int) -> QRect:
        across = self._across(self.width())
        line, at = divmod(month - 1, across)
        width = self.width() // across
        top = line * (self._month_height() + theme.px(_GAP) // 2)
        return QRect(at * width, top, theme.px(7 * _DAY), self._month_height())

    def _days(self) -> Iterator[tuple[date, QRect]]:
        for month in range(1, 13):
            box = self._month_box(month)
            for at, day in enumerate(Calendar().itermonthdates(self._table.tahun, month)):
                if day.month == month:
                    yield day, _cell(box, at)

    # --- looks -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._paint_heads(painter, self._month_box(month), BULAN[month - 1])
        for day, box in self._days():
            self._paint_day(painter, box, day)

    def _paint_heads(self, painter: QPainter, box: QRect, name: str) -> None:
        title = QRect(box.left(), box.top(), box.width(), theme.px(_TITLE))
        paint_text(painter, title.adjusted(theme.px(6), 0, 0, 0), name, TextStyle.BODY_500, Ink.TEXT)
        for at, weekday in enumerate(HARI):
            paint_text(painter, _cell(box, at - 7), weekday[0], TextStyle.BODY, Ink.TEXT_3, align=CENTER)

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        libur = self._off.get(day)
        if libur is not None:
            paint_kind(painter, box.adjusted(1, 1, -1, -1), libur.jenis)
        if self._table.in_ramadan(day):
            _underline(painter, box)
        ink: Ink | Tone = Ink.TEXT_3 if day.weekday() > _FRIDAY else Ink.TEXT
        style = TextStyle.BODY if libur is None else TextStyle.BODY_500
        paint_text(painter, box, str(day.day), style, _TONES[libur.jenis] if libur else ink, align=CENTER)

    # --- the mouse -------------------------------------------------------------------------------

    def day_at(self, place: QPoint) -> date | None:
        """The day drawn at a place."""
        return next((day for day, box in self._days() if box.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (day := self.day_at(event.position().toPoint())) is not None:
            self.day_clicked.emit(day)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            libur = self._off.get(day) if day is not None else None
            words = f"{format_tanggal(libur.tanggal)}: {libur.uraian} ({libur.jenis.label})" if libur else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _cell(month: QRect, at: int) -> QRect:
    """Box of the n-th day of a month's weeks; the seven before the first are the heads."""
    line, column = divmod(at, 7)
    top = month.top() + theme.px(_TITLE) + (line + 1) * theme.px(_LINE)
    return QRect(month.left() + column * theme.px(_DAY), top, theme.px(_DAY), theme.px(_LINE))


def _underline(painter: QPainter, box: QRect) -> None:
    painter.fillRect(QRect(box.left(), box.bottom() - theme.px(1), box.width(), theme.px(2)), theme.color(Tone.KEMBALI))
