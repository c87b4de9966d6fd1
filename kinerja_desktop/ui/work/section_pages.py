"""The very pages of a section's report as it was handed in, made off the main thread when they are looked at."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.step_papers import draft_section_report
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.work.page import WorkPage


class SectionPages(QWidget):
    """Call `show_for` when it comes to the front; the same version is made once."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, int] = ("", 0)
        self._empty = EmptyState("Menyiapkan halaman laporan…")
        self._stack = column(self._empty)
        self._pages: QWidget | None = None
        self.setLayout(self._stack)
        self._sign = BusyOverlay(self)

    def show_for(self, page: WorkPage, case_id: str, versi: int) -> None:
        """Show the report of a berkas in that version."""
        if self._shown == (case_id, versi):
            return
        self._shown = (case_id, versi)
        ctx = page.ctx()

        def job(_: Report) -> bytes:
            return draft_section_report(ctx, case_id)

        def show(pdf: bytes) -> None:
            self._show((case_id, versi), pdf)

        self._sign.run(page.desk.runner, "Menyiapkan halaman laporan…", job, show, self._refused)

    def _show(self, made: tuple[str, int], pdf: bytes) -> None:
        from kinerja_desktop.ui.widgets.pdf_pages import PdfPages  # QtPdf comes with the first paper

        if made != self._shown:
            return
        if not isinstance(self._pages, PdfPages):
            self._pages = PdfPages()
            self._stack.addWidget(self._pages)
            self.setFocusProxy(self._pages)
        self._empty.hide()
        self._pages.set_pdf(pdf)

    def _refused(self, error: KinerjaError) -> None:
        self._shown = ("", 0)
        self._empty.set_words(messages.sentence(error))
        self._empty.show()
