"""«Pratinjau» beside an act of steps 1 to 5, and what there is to look at before the act.

Looking changes nothing; the act stays where it was. What to look at is told once in a session: an act whose papers
have nothing that was not told is done at once. Whoever offers an act gives the service that composes its papers.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.strips import Strip, caution_strip
from kinerja_desktop.ui.work.copies import print_copy
from kinerja_desktop.ui.work.page import WorkPage

if TYPE_CHECKING:  # what makes papers is loaded when one is wanted
    from kinerja_desktop.services.printing import Draf
    from kinerja_desktop.services.step_drafts import KertasLangkah

Compose: TypeAlias = "Callable[[], KertasLangkah]"
"""Calls the service that composes the papers of an act without doing it."""

_ABOUT = "Draf tanpa nomor. Kertas yang sama dicetak sesudah langkah ini dilakukan."


def look_button() -> Button:
    """The button that stands beside the act."""
    button = Button("Pratinjau", icon=Icon.PRATINJAU, act=True)
    button.setObjectName("pratinjau")
    return button


def show_drafts(page: WorkPage, compose: Compose) -> None:
    """Lay the papers out beside the window and show them; a refusal is told as that of the act would be."""

    def job(_: Report) -> "Sequence[Draf]":
        return compose().drafts()

    def done(papers: "Sequence[Draf]") -> None:
        dialog = DraftPapersDialog(page, papers)
        dialog.exec()
        dialog.deleteLater()

    page.run_job("Menyiapkan pratinjau…", job, done)


def find_cautions(page: WorkPage, compose: Compose, then: Callable[[Sequence[str]], object]) -> None:
    """Tell ``then`` what there is to look at; where the act will be refused, nothing: it says so itself."""

    def job(_: Report) -> Sequence[str]:
        try:
            return compose().cautions()
        except KinerjaError:
            return ()

    page.run_job("Memeriksa kertas…", job, then)


class Forewarned:
    """Does an act of a page, after what there is to look at was told."""

    def __init__(self, page: WorkPage) -> None:
        self._page = page
        self._told: set[str] = set()

    def do(self, act: str, compose: Compose, deed: Callable[[], object]) -> None:
        """``act`` is the caption of the act; a person may look at the papers, go on, or leave it."""

        def judge(found: Sequence[str]) -> None:
            if self._told.issuperset(found) or self._agreed(act, compose, found):
                self._told.update(found)
                deed()

        find_cautions(self._page, compose, judge)

    def _agreed(self, act: str, compose: Compose, found: Sequence[str]) -> bool:
        dialog = ForewarningDialog(self._page, act, found)
        dialog.look.clicked.connect(lambda: show_drafts(self._page, compose))
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed


class ForewarningDialog(Dialog):
    """What to look at before an act; ``look`` shows the papers."""

    def __init__(self, page: QWidget, act: str, found: Sequence[str]) -> None:
        super().__init__(page, "Perlu Dilihat", "Perlu dilihat sebelum kertasnya bernomor")
        self.body.addWidget(Strip(caution_strip(found)))
        self.look = look_button()
        self._acts.addWidget(self.look)
        self.act = self.add_act(act)
        self.act.setObjectName("lanjutkan")


class DraftPapersDialog(Dialog):
    """The pages of one paper or of several, as large as the window behind it allows."""

    def __init__(self, page: WorkPage, papers: "Sequence[Draf]") -> None:
        from kinerja_desktop.ui.widgets.pdf_pages import PdfPages  # QtPdf comes with the first paper

        super().__init__(page, "Pratinjau", papers[0].judul if len(papers) == 1 else "Pratinjau", about=_ABOUT)
        self._page, self._papers = page, papers
        self.cancel.setText("Tutup")
        self._which = Segmented([Segment(str(at), one.judul) for at, one in enumerate(papers)], "Kertas")
        self._which.setObjectName("kertas")
        if len(papers) > 1:
            self.body.addWidget(holder(row(self._which, None)))
        told = [sentence for one in papers for sentence in one.peringatan]
        self.body.addWidget(Strip(caution_strip(list(dict.fromkeys(told)))))
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

    def _shown(self) -> "Draf":
        return self._papers[int(self._which.key())]

    def _show(self) -> None:
        self.pages.set_pdf(self._shown().pdf)
