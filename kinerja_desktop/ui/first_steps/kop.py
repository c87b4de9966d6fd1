"""The letterhead as it will be printed, drawn anew a moment after each change. What is shown is a page of PDF."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.runner import Calls, Runner
from kinerja_desktop.ui.theme import Ink, Space
from kinerja_desktop.ui.widgets.cards import Card, column
from kinerja_desktop.ui.widgets.labels import Label

DRAW_AFTER_MS = 150
_WIDTH, _HEIGHT = 640, 138
"""Room for the strip; its sides are kept."""


class KopPreview(Card):
    """``draw`` makes the page of what is typed; it runs beside the window."""

    def __init__(self, runner: Runner, draw: Callable[[], Callable[[], bytes]]) -> None:
        self._paper = QLabel()
        self._paper.setObjectName("kop")
        self._paper.setAccessibleName("Kop surat seperti pada kertas")
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        caption = Label("Kop surat seperti tercetak", ink=Ink.TEXT_2)
        inner = column(caption, 4, self._paper, edge=Space.CONTROLS)
        inner.setAlignment(self._paper, Qt.AlignmentFlag.AlignHCenter)
        super().__init__(inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._runner, self._draw = runner, draw
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DRAW_AFTER_MS)
        self._later.timeout.connect(self.draw)

    def touch(self) -> None:
        """Something was typed."""
        self._later.start()

    def draw(self) -> None:
        """Draw it as it is now; where that is refused, by a role that ended say, the last drawing stays."""
        job = self._draw()
        self._runner.start(lambda _: job(), Calls(self._show, lambda _: None))

    def _show(self, pdf: bytes) -> None:
        self._document.close()
        self._buffer.close()
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        ratio = self.devicePixelRatioF()
        page = self._document.pagePointSize(0)
        room = QSize(round(self._paper.width() * ratio), round(self._paper.height() * ratio))
        size = page.scaled(room.toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, self._document.render(0, size))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        self._paper.setPixmap(picture)
