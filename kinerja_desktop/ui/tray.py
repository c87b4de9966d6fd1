"""The sign beside the clock, where the system has room for one: how many tasks wait.

A click brings the window forward, the right button opens a menu. It never speaks by itself: no balloon, no sound.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.frame import FrameModel
from kinerja_desktop.ui.theme import TextStyle, Tone
from kinerja_desktop.ui.widgets.window_icon import window_icon

_SIZES = (16, 24, 32, 48)
_MOST = 9


class Tray(QSystemTrayIcon):
    """``opened`` asks for the window, ``left`` for the end of the program."""

    opened = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._menu = QMenu(window)
        self._menu.addAction("Buka Kinerja Desktop").triggered.connect(self.opened)
        self._menu.addAction("Keluar").triggered.connect(self.left)
        self.setContextMenu(self._menu)
        self.activated.connect(self._pressed)

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()

    def show_frame(self, frame: FrameModel) -> None:
        """The count of the role in which somebody acts, in words and on the sign."""
        count = frame.acting.waiting
        told = f"{count} tugas menunggu {frame.acting.label}" if count else "tidak ada tugas yang menunggu"
        self.setToolTip(f"Kinerja Desktop: {told}")
        self.setIcon(_counted(window_icon(latihan=frame.latihan), count))
        self.setVisible(self.isSystemTrayAvailable())


def _counted(icon: QIcon, count: int) -> QIcon:
    """The bars, and over their lower right corner how many tasks wait."""
    if not count:
        return icon
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_with_count(icon.pixmap(size, size), size, str(count) if count <= _MOST else f"{_MOST}+"))
    return made


def _with_count(pixmap: QPixmap, size: int, words: str) -> QPixmap:
    disc = QRectF(size * 0.3, size * 0.3, size * 0.7, size * 0.7)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Tone.SALAH))
    painter.drawEllipse(disc)
    letters = theme.font(TextStyle.BODY_700)
    letters.setPixelSize(round(size * (0.6 if len(words) == 1 else 0.45)))
    painter.setFont(letters)
    painter.setPen(QColor(theme.current().palette.surface))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.end()
    return pixmap
