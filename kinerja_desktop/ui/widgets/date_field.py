"""A day: typed as people write it («1-7-2026», «1 Juli 2026»), or taken from a calendar (Alt+↓).

What was read is written back in words when the field is left, so that a person sees it.
"""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.tanggal import format_tanggal, read_tanggal
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink

_WIDE, _HIGH = 264, 250


class DateField(QLineEdit):
    """``label`` and ``kunci`` name the field in a refusal.

    Without a ``kunci`` nothing is refused: what cannot be read gives way to the day that stood there before.
    ``near`` is the day at which the calendar of an empty field opens; without one, today.
    """

    def __init__(self, label: str, kunci: str = "") -> None:
        super().__init__()
        self._kunci, self._label = kunci, label
        self._last: date | None = None
        self.near: date | None = None
        self.setPlaceholderText("hari-bulan-tahun")
        self.setObjectName(kunci)
        self.setAccessibleName(label)
        self.setMinimumWidth(theme.px(90))
        sign = self.addAction(icons.icon(Icon.KALENDER, Ink.TEXT_2), QLineEdit.ActionPosition.TrailingPosition)
        sign.setText(f"Pilih {label} dari kalender")  # the name of its button
        sign.setToolTip("Pilih dari kalender (Alt+↓)")
        sign.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._write_back)

    def set_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self._last = day
        self.setText(format_tanggal(day) if day is not None else "")
        self.setCursorPosition(0)

    def day(self) -> date | None:
        """The day that is typed, None for an empty field. Raises FieldsRefused where the field has a ``kunci``."""
        typed = self.text().strip()
        try:
            found = read_tanggal(typed) if typed else None
        except ValueError:
            if self._kunci:
                refused = IsianSalah(self._kunci, self._label, SebabIsian.BUKAN_TANGGAL)
                raise FieldsRefused((refused,)) from None
            found = None
        return self._last if found is None and not self._kunci else found

    def _write_back(self) -> None:
        try:
            self.set_day(self.day())
        except FieldsRefused:
            return  # it is told when the form is saved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Offer the months below the field, at the day that stands there."""
        menu, act, months = QMenu(self), QWidgetAction(self), _months()
        if (at := self._last or self.near) is not None:
            months.setSelectedDate(QDate(at.year, at.month, at.day))
        for chosen in (months.clicked, months.activated):
            chosen.connect(self._take)
            chosen.connect(menu.close)
        act.setDefaultWidget(months)
        menu.addAction(act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        months.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.setFocus()
        self.editingFinished.emit()


def _months() -> QCalendarWidget:
    """A calendar as those of the office: the week begins on Monday, days by their first letter; large enough to hit."""
    made = QCalendarWidget()
    made.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    rest = QTextCharFormat()
    rest.setForeground(theme.color(Ink.TEXT_3))  # Qt's own red is too pale to be read
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, rest)
    made.setMinimumSize(theme.px(_WIDE), theme.px(_HIGH))
    return made
