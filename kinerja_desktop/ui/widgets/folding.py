"""Two groups of controls in one row, of which the second goes below the first where there is no room for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from kinerja_desktop.ui.widgets.cards import holder, row


class FoldingRow(QWidget):
    """Give both as rows; the second has all the room that the first leaves."""

    def __init__(self, first: QHBoxLayout, second: QHBoxLayout) -> None:
        super().__init__()
        self._first, self._second = holder(first), holder(second)
        self._line = row(self._first, self._second)
        self._line.setStretch(1, 1)
        first.addStretch(1)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        parts = [one.minimumSizeHint().width() for one in (self._first, self._second)]
        return QSize(max(parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """What stands in it may come to need less or more while its own size stays."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        wanted = self._first.minimumSizeHint().width() + self._line.spacing() + self._second.minimumSizeHint().width()
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wanted <= self.width() else below)
