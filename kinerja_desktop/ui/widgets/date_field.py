"""A date as Indonesians write it («15 April 2026»), typed or taken from a calendar; the arrow follows the theme."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import IconSize, Ink
from kinerja_desktop.ui.widgets.painting import paint_icon


class DateField(QDateEdit):
    """Speaks in ``datetime.date``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)  # Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(90))
        # the arrow is painted here, as in every choice
        self.setStyleSheet(f"::drop-down {{ width: {theme.px(24)}px; border: none; }} ::down-arrow {{ image: none; }}")

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(IconSize.CHIP)
        ink = Ink.TEXT_2 if self.isEnabled() else Ink.TEXT_3
        left = self.width() - side - theme.px(8)
        paint_icon(QPainter(self), left, self.height() // 2, Icon.BUKA_KE_BAWAH, ink, size=IconSize.CHIP)
