"""What reading a report found, as a list in the place of its chapters; choosing one opens its chapter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.telaah import Temuan
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing

_COLUMNS: tuple[ListColumn[Temuan], ...] = (
    ListColumn("Bab", lambda t: t.bab, 104),
    ListColumn("Yang ditemukan", lambda t: f"«{t.kutipan}». {t.saran}"),
)


class FindingsList(QWidget):
    """``chosen`` carries the chapter's name and the words that were found."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._list: Listing[Temuan] = Listing("Hal yang perlu dibaca ulang", _COLUMNS)
        self._list.setObjectName("telaah")
        self._list.setShowGrid(True)  # Qt's own signature
        self._list.clicked.connect(lambda _: self._tell())
        self._list.opened.connect(self._tell)
        whole = column(self._list.filter_line, self._list)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._list)
        self._begun = False

    def show_findings(self, found: Sequence[Temuan]) -> None:
        """Show these; the chosen one stays where it is among them still."""
        if tuple(found) != self._list.things.everything():
            self._list.set_rows(found)

    def next(self) -> None:
        """F8: the next finding as they stand, from the last to the first."""
        count = self._list.things.rowCount()
        if count:
            at = self._list.currentIndex().row() + 1 if self._begun else 0
            self._begun = True
            self._list.selectRow(at % count)
            self._tell()

    def _tell(self) -> None:
        one = self._list.current()
        if one is not None:
            self.chosen.emit(one.bab, one.kutipan)
