"""The Lembar Disposisi of an act: made and filed once off the main thread, then shown page by page.

What is shown is the very file in the archive; printed again it comes back unchanged.
"""

from collections.abc import Collection, Sequence

from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.archive import file_name
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.compose.step_papers import LEMBAR
from kinerja_desktop.services.history import Kejadian
from kinerja_desktop.services.step_papers import Printed, print_paper
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.work.copies import print_copy, save_copy
from kinerja_desktop.ui.work.page import WorkPage

ORDERS = (Action.ASSIGN, Action.ORDER)
"""Acts that bring forth a slip."""
_WIDTH, _HEIGHT = 560, 640


def slip_of(events: Sequence[Kejadian], actions: Collection[Action] = ORDERS) -> int | None:
    """Number of the newest act in force whose slip can be printed; events come newest first."""
    return next((one.nomor for one in events if one.action in actions and not one.ditarik), None)


def show_slip(page: WorkPage, case_id: str, nomor: int, jenis: str = LEMBAR) -> None:
    """Print the slip of an act (or another paper of it) into the archive, or take it from there, and show it."""
    ctx = page.ctx()

    def job(_: Report) -> Printed:
        return print_paper(ctx, case_id, nomor, jenis)

    def done(printed: Printed) -> None:
        page.changed.emit(frozenset({Change.PAPER}))
        dialog = SlipDialog(page, printed)
        dialog.exec()
        dialog.deleteLater()

    page.run_job("Menyiapkan Lembar Disposisi…", job, done, writes=True)


class SlipDialog(Dialog):
    """The pages, «Cetak» and «Simpan PDF»."""

    def __init__(self, page: WorkPage, printed: Printed) -> None:
        from kinerja_desktop.ui.widgets.pdf_pages import PdfPages  # QtPdf comes with the first paper

        paper = printed.paper
        super().__init__(page, "Cetak Lembar", paper.judul, about=f"Nomor {paper.nomor}" if paper.nomor else "")
        self._page, self._printed = page, printed
        self.cancel.setText("Tutup")
        self.pages = PdfPages(thumbs=False)
        self.pages.setMinimumWidth(theme.px(_WIDTH))
        self.rise_with_window()
        self.add_giving(self.pages, _HEIGHT)
        self.pages.set_pdf(printed.pdf)
        self._save = Button("Simpan PDF", icon=Icon.SIMPAN_PDF, act=True)
        self._print = Button("Cetak", ButtonKind.PRIMARY, Icon.CETAK, act=True)
        self.add_plain(self._save)
        self._acts.addWidget(self._print)
        for name, button, act in (("simpan_pdf", self._save, self._save_pdf), ("cetak", self._print, self._print_pdf)):
            button.setObjectName(name)
            button.clicked.connect(act)
        self._print.setFocus()

    def _print_pdf(self) -> None:
        paper = self._printed.paper
        print_copy(self._page, self._printed.pdf, file_name(paper), paper.id, over=self)

    def _save_pdf(self) -> None:
        paper = self._printed.paper
        chosen = choose_target(self, "Simpan Lembar Disposisi", file_name(paper))
        if chosen:
            save_copy(self._page, self._printed.pdf, chosen, paper.id)
