"""The page of Periksa Keutuhan: one paper at the left, all records at the right."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services import archive
from kinerja_desktop.services.archive import Saringan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.integrity.data_card import DataCard
from kinerja_desktop.ui.integrity.document_card import DocumentCard
from kinerja_desktop.ui.theme import Space, TextStyle
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.page import WorkPage


def make(desk: Desk) -> "IntegrityPage":
    """Build the page."""
    return IntegrityPage(desk)


class IntegrityPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._document, self._data = DocumentCard(desk, self.refuse), DataCard(desk, self.refuse)
        self._data.judged.connect(self.changed)
        cards = row(self._document, self._data, space=Space.CARDS)
        for at, share in enumerate((2, 3)):
            cards.setStretch(at, share)
        whole = column(row(Label("Periksa Keutuhan", TextStyle.SCREEN_TITLE), None), 8, cards)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def read(self) -> None:
        """Whether there is any paper to ask about, and what was found after the start."""
        self._data.show_last()
        if archive.load(self.ctx(), Saringan()).semua == 0:
            self._document.say("Belum ada dokumen yang ditetapkan.")

    def areas(self) -> tuple[QWidget, ...]:
        return (self._document.kode, self._data.start)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Enter", "periksa kode yang diketik"),)
