"""Pages of Penyiapan Awal that are the very pages of a tab: people, calendar, backups."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.backup.tab import BackupPage
from kinerja_desktop.ui.calendar.tab import CalendarPage
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.first_steps.step import Step
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.people.tab import PeoplePage
from kinerja_desktop.ui.widgets.cards import column


def _nothing_typed() -> bool:
    return True


class PageStep(Step):
    """A page of a tab; ``keep`` stores what it holds unsaved."""

    def __init__(self, page: Page, keep: Callable[[], bool] = _nothing_typed) -> None:
        super().__init__()
        self._page, self._keep = self.take_page(page), keep
        self.setLayout(column(page))

    def load(self) -> None:
        self._page.load()

    def keep(self) -> bool:
        return self._keep()

    def areas(self) -> tuple[QWidget, ...]:
        return tuple(self._page.areas())

    def go_back(self) -> bool:
        return self._page.go_back()

    def set_narrow(self, *, narrow: bool) -> None:
        """As in its tab, without its edge: the frame of the pages has one."""
        self._page.set_narrow(narrow=narrow)
        layout = self._page.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)


def people_step(desk: Desk) -> PageStep:
    """Seksi, pegawai and their roles."""
    return PageStep(PeoplePage(desk))


def calendar_step(desk: Desk) -> PageStep:
    """Holidays of the year, to be compared with the decree and confirmed."""
    page = CalendarPage(desk)
    return PageStep(page, page.keep)


def backup_step(desk: Desk) -> PageStep:
    """The recovery sheet and the first copy on a flashdisk."""
    return PageStep(BackupPage(desk))
