"""The letterhead as it will be printed, drawn anew a moment after each change. What is shown is a page of PDF."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy
from shiboken6 import isValid

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.runner import Calls, Runner
from kinerja_desktop.ui.theme import Ink, Space
from kinerja_desktop.ui.widgets.cards import Card, row
from kinerja_desktop.ui.widgets.labels import Label

DRAW_AFTER_MS = 150
_ROOM, _ROOM_NARROW = QSize(640, 138), QSize(430, 94)
"""Room for the strip, which keeps its sides; the fields below it need theirs on a low screen."""


class KopPreview(Card):
    """``draw`` makes the page of what is typed; it runs beside the window."""

    def __init__(self, runner: Runner, draw: Callable[[], Callable[[], bytes]]) -> None:
        self._paper = QLabel()
        self._paper.setObjectName("kop")
        self._paper.setAccessibleName("Kop surat seperti pada kertas")
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.setFixedSize(_scaled(_ROOM))
        caption = Label("Kop surat\nseperti tercetak", ink=Ink.TEXT_2)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = row(caption, None, self._paper, None, edge=Space.CONTROLS)
        super().__init__(inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._runner, self._draw = runner, draw
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DRAW_AFTER_MS)
        self._later.timeout.connect(self.draw)

    def set_narrow(self, *, narrow: bool) -> None:
        """Less room on a low screen."""
        room = _scaled(_ROOM_NARROW if narrow else _ROOM)
        if room != self._paper.size():
            self._paper.clear()
            self._paper.setFixedSize(room)
            self.touch()

    def touch(self) -> None:
        """Something was typed."""
        self._later.start()

    def draw(self) -> None:
        """Draw it as it is now; where that is refused, by a role that ended say, the last drawing stays."""
        job = self._draw()
        self._runner.start(lambda _: job(), Calls(self._show, lambda _: None))

    def _show(self, pdf: bytes) -> None:
        if not isValid(self):  # the page was left while this was drawn
            return
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


def _scaled(size: QSize) -> QSize:
    return QSize(theme.px(size.width()), theme.px(size.height()))
