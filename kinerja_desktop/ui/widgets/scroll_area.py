"""Content that scrolls where it has more than its room.

It is a stop of the tab key only while there is something to scroll to: an invisible stop is a lost focus. A click on
its ground leaves the focus where it is: the wheel scrolls without it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """``sideways`` False never scrolls to the side; ``bare`` shows the ground below it."""

    def __init__(self, inner: QWidget | None = None, *, sideways: bool = True, bare: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName("Isi yang dapat digulir")
        self.setAccessibleDescription("Panah atas dan bawah menggulir.")
        self.setProperty("focus_ring", True)  # noqa: FBT003  # Qt's own signature
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.rangeChanged.connect(self._follow_range)
        self._follow_range()
        self.verticalScrollBar().rangeChanged.connect(self._keep_written)
        if bare:
            self.setViewport(QWidget())  # its own would be filled; and asking for it wakes every class of Qt's widgets
        if inner is not None:
            self.setWidget(inner)
            inner.setAutoFillBackground(not bare)

    def _follow_range(self) -> None:
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        scrolls = any(bar.maximum() > bar.minimum() for bar in bars)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def _keep_written(self) -> None:
        """A text that grows below the edge while it is written stays in sight."""
        written = QApplication.focusWidget()
        if written is not None and written.inherits("QPlainTextEdit") and self.isAncestorOf(written):
            self.ensureWidgetVisible(written)
