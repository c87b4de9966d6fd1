"""Penyiapan Awal in a window of its own: a practice office, the real one with its first admin, or one from a copy.

The real office begins with the account alone; its letterhead, people, calendar and plan are filled in
afterwards by that account. The practice office is made in a folder of its own beside the real one.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kinerja_desktop import messages
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.services import practice_place
from kinerja_desktop.services.backup_copies import offices_once_here
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.opening import has_remains
from kinerja_desktop.services.settings import KANTOR_BARU
from kinerja_desktop.services.setup import FirstAccount, create_office
from kinerja_desktop.ui.backup.bring_in import BringInPage
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.first_start import AdminFault, FirstStartPage, NewAdmin
from kinerja_desktop.ui.login import LoginFrame
from kinerja_desktop.ui.runner import PoolRunner, Report, watching
from kinerja_desktop.ui.start import FirstWindow
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.work.refusals import galat_of


class SettingUp(QObject):
    """``done`` names the folder whose office is to be opened next, None while there is none."""

    def __init__(self, folder: Path, *, damaged: bool = False) -> None:
        super().__init__()
        self.done: Path | None = None
        self._folder, self._damaged = folder, damaged
        self._runner = PoolRunner()
        self._bring_in: BringInPage | None = None
        self._page = FirstStartPage(
            LoginFrame("Kinerja Desktop", "Data kinerja kecamatan"),
            self._make_admin,
            once=", ".join(offices_once_here()),
            remains=has_remains(folder),
        )
        self._page.practice_asked.connect(self._practise)
        self._page.restore_asked.connect(self._restore)
        self._page.admin_made.connect(lambda _: self._leave(folder))
        self.window = FirstWindow(self._page, "Pemulihan" if damaged else "Penyiapan Awal")
        self._busy = BusyOverlay(self._page)
        if damaged:
            self._restore()

    def show(self) -> None:
        """Show the window."""
        self.window.show()

    def _leave(self, folder: Path) -> None:
        self.done = folder
        QTimer.singleShot(0, QApplication.quit)

    def _make_admin(self, admin: NewAdmin) -> AdminFault | None:
        clock = SystemClock(Zona.WITA.tzinfo)
        blank = BukuKinerja(KANTOR_BARU, Rencana(clock.now().year, ()))
        account = FirstAccount(admin.nama_pengguna, admin.sandi, admin.nama, "Admin")
        try:
            create_office(self._folder, blank, [account], clock=clock).store.close()
        except KinerjaError as refused:
            return AdminFault(messages.sentence(refused))
        return None

    def _restore(self) -> None:
        if self._bring_in is None:
            self._bring_in = BringInPage(self._runner, self._folder, damaged=self._damaged)
            self._bring_in.back.clicked.connect(self.window.close if self._damaged else self._page.open_choice)
            self._bring_in.restored.connect(lambda: self._leave(self._folder))
        self._page.open_page(self._bring_in)

    def _practise(self) -> None:
        def job(report: Report) -> Path:
            return practice_place.prepare(self._folder, watching(report))

        self._busy.run(
            self._runner,
            "Menyiapkan data latihan",
            job,
            self._leave,
            self._refused,
            cancelled=self._page.open_choice,
            writes=True,
        )

    def _refused(self, refused: KinerjaError) -> None:
        tell_fault(self.window, replace(galat_of(refused), heading="Data latihan belum dapat disiapkan"))
