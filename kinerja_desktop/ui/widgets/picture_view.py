"""A picture with zoom: whole in its room at first, closer with the buttons, Ctrl and the wheel, or Ctrl++."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea

_ZOOMS = (("Muat di layar", 0.0), ("50%", 0.5), ("100%", 1.0), ("150%", 1.5), ("200%", 2.0))
_STEP, _LEAST, _MOST = 1.25, 0.1, 4.0


class PictureView(QWidget):
    """Shows bytes of a picture; `is_readable` is False for what no picture could be made of."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._picture.loadFromData(QByteArray(content))
        self._factor = 0.0
        self._shown = QLabel()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = _Room(self._shown)
        self._area.resized.connect(self._draw)
        self._area.setAccessibleName("Gambar bukti")
        self._zoom = ComboBox("Perbesaran")
        for text, factor in _ZOOMS:
            self._zoom.addItem(text, factor)
        less = IconButton(Icon.KURANG, "Perkecil", framed=True, repeats=True)
        more = IconButton(Icon.TAMBAH, "Perbesar", framed=True, repeats=True)
        whole = column(row(less, self._zoom, more, None), 8, self._area)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._area)
        self._zoom.activated.connect(lambda _: self.set_factor(self._zoom.currentData()))
        less.clicked.connect(lambda: self.scale(1 / _STEP))
        more.clicked.connect(lambda: self.scale(_STEP))
        for key, by in (("Ctrl++", _STEP), ("Ctrl+-", 1 / _STEP)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.scale(by))
        QShortcut(QKeySequence("Ctrl+0"), self).activated.connect(lambda: self.set_factor(0.0))

    def is_readable(self) -> bool:
        return not self._picture.isNull()

    def shown_size(self) -> QSize:
        """Pixels that the picture takes now."""
        return self._shown.pixmap().size()

    def set_factor(self, factor: float) -> None:
        """Show the picture so many times as large as it is; 0 fits it into its room."""
        self._factor = factor
        self._zoom.setCurrentIndex(max(0, self._zoom.findData(factor)))
        self._draw()

    def scale(self, by: float) -> None:
        """Closer or further, from how it is shown now."""
        now = self._factor or self.shown_size().width() / max(1, self._picture.width())
        self.set_factor(min(_MOST, max(_LEAST, now * by)))
        if self._zoom.findData(self._factor) < 0:
            self._zoom.setCurrentIndex(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scale(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        else:
            super().wheelEvent(event)

    def _draw(self) -> None:
        if not self.is_readable():
            return
        room = self._area.viewport().size()
        fitted = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(self._picture.size())
        size = self._picture.size() * self._factor if self._factor else fitted
        self._shown.setPixmap(self._picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH))


class _Room(ScrollArea):
    """``resized`` when the room for the picture is another one."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


_SMOOTH = Qt.TransformationMode.SmoothTransformation
