"""What reading a report found, as a list in the place of its chapters; choosing one opens its chapter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kinerja_desktop.domain.telaah import Temuan
from kinerja_desktop.ui.widgets.cards import column


class FindingsList(QWidget):
    """``chosen`` carries the chapter's name and the words that were found."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._list = QListWidget()
        self._list.setObjectName("telaah")
        self._list.setAccessibleName("Hal yang perlu dibaca ulang")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._tell)
        self._list.itemActivated.connect(self._tell)
        self.setLayout(column(self._list))
        self.setFocusProxy(self._list)
        self._found: tuple[Temuan, ...] = ()

    def show_findings(self, found: Sequence[Temuan]) -> None:
        """Show these; the chosen place stays where it can."""
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        at = self._list.currentRow()
        self._list.clear()
        for one in found:
            item = QListWidgetItem(f"{one.bab}: «{one.kutipan}». {one.saran}")
            item.setToolTip(f"{one.cacat.value}: {one.kutipan}")
            self._list.addItem(item)
        self._list.setCurrentRow(min(at, len(found) - 1))

    def next(self) -> None:
        """F8: the next finding, from the last to the first."""
        if self._found:
            self._list.setCurrentRow((self._list.currentRow() + 1) % len(self._found))
            self._tell(self._list.currentItem())

    def _tell(self, item: QListWidgetItem) -> None:
        one = self._found[self._list.row(item)]
        self.chosen.emit(one.bab, one.kutipan)
