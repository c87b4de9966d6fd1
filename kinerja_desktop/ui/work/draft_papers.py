"""«Pratinjau» beside an act of steps 1 to 5: the papers that it would bring forth, with the mark DRAF.

Looking changes nothing; the act stays where it was. Whoever offers it gives the service that lays the papers out.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize

from kinerja_desktop.services.step_drafts import KertasDraf
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.work.copies import print_copy
from kinerja_desktop.ui.work.page import WorkPage

_ABOUT = "Draf tanpa nomor. Kertas yang sama dicetak sesudah langkah ini dilakukan."


def look_button() -> Button:
    """The button that stands beside the act."""
    button = Button("Pratinjau", icon=Icon.PRATINJAU, act=True)
    button.setObjectName("pratinjau")
    return button


def show_drafts(page: WorkPage, draw: Callable[[], Sequence[KertasDraf]]) -> None:
    """Lay the papers out beside the window and show them; a refusal is told as that of the act would be."""

    def done(papers: Sequence[KertasDraf]) -> None:
        dialog = DraftPapersDialog(page, papers)
        dialog.exec()
        dialog.deleteLater()

    page.run_job("Menyiapkan pratinjau…", lambda _: draw(), done)


class DraftPapersDialog(Dialog):
    """The pages of one paper or of several, as large as the page behind it allows."""

    def __init__(self, page: WorkPage, papers: Sequence[KertasDraf]) -> None:
        from kinerja_desktop.ui.widgets.pdf_pages import PdfPages  # QtPdf comes with the first paper

        super().__init__(page, "Pratinjau", papers[0].judul if len(papers) == 1 else "Pratinjau", about=_ABOUT)
        self._page, self._papers = page, papers
        self.cancel.setText("Tutup")
        self._which = Segmented([Segment(str(at), one.judul) for at, one in enumerate(papers)], "Kertas")
        self._which.setObjectName("kertas")
        if len(papers) > 1:
            self.body.addWidget(holder(row(self._which, None)))
        self.pages = PdfPages(thumbs=False)
        self.add_giving(self.pages, page.height())
        window = page.window().size()
        self.setFixedSize(window - QSize(theme.px(Space.PAGE) * 8, theme.px(Space.PAGE) * 4))
        self._print = Button("Cetak Draf", icon=Icon.CETAK, act=True)
        self._print.setObjectName("cetak_draf")
        self.add_plain(self._print)
        self._print.clicked.connect(lambda: print_copy(page, self._shown().pdf, "draf.pdf", None, over=self))
        self._which.chosen.connect(lambda _: self._show())
        self._show()
        self.pages.setFocus()

    def _shown(self) -> KertasDraf:
        return self._papers[int(self._which.key())]

    def _show(self) -> None:
        self.pages.set_pdf(self._shown().pdf)
