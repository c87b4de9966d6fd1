"""Workbooks of the plan: an import that stands in place of the plan while it is looked at, and the export.

The page hears of ``imported`` what came in, and of ``closed`` that the plan is to be seen again.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from kinerja_desktop.services import workbook_export
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.ui.choosing import EXCEL, choose_file, choose_target
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.importing.page import CHOOSE, ImportPage
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.password import ask_password

_CARE = "Buku kerja memuat nama dan NIP pegawai. Simpan di tempat terkunci."


class Workbooks(QObject):
    """See the module; ``screens`` is where the plan stands."""

    imported = Signal(object)
    closed = Signal()

    def __init__(self, page: WorkPage, screens: QStackedWidget) -> None:
        super().__init__(page)
        self._page, self._screens = page, screens
        self.importing: ImportPage | None = None

    def choose(self) -> None:
        """Ask for a workbook and look at it."""
        chosen = choose_file(self._page, CHOOSE, EXCEL)
        if chosen:
            self.close()
            self.importing = page = ImportPage(self._page.desk)
            page.left.connect(self.close)
            page.stored.connect(self.imported)
            page.told.connect(self._page.saved)
            self._screens.addWidget(page)
            self._screens.setCurrentWidget(page)
            page.open(chosen)

    def close(self) -> bool:
        """Back to the plan, with what came in; False where it was not left."""
        page, self.importing = self.importing, None
        if page is None:
            return False
        self._screens.removeWidget(page)
        page.deleteLater()
        self.closed.emit()
        return True

    def write(self, tahun: int, *, unsaved: bool) -> None:
        """Write the year's workbook to a file that a person names; what is ``unsaved`` stays out, and that is told."""
        if not ask_password(self._page, self._page.ctx, FreshFor.EXPORT, "Ekspor Buku Kerja", _CARE):
            return
        path = choose_target(self._page, "Ekspor Buku Kerja", f"buku-kinerja-{tahun}.xlsx")
        if path:
            ctx = self._page.ctx()
            done = StatusText(f"Tersimpan di {path}", Tone.SELESAI)
            if unsaved:
                done = StatusText(f"Isian yang belum disimpan tidak ikut. Tersimpan di {path}", Tone.PERHATIAN)
            self._page.run_job(
                "Menulis buku kerja",
                lambda _: workbook_export.export_workbook(ctx, path, tahun),
                lambda _: self._page.saved.emit(done),
            )
