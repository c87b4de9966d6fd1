"""Tells when somebody who types has paused, and at the latest some seconds after the first unsaved change."""

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST_MS = 5_000
"""A power cut costs no more than what was typed in this time."""


class Rest(QObject):
    """``over`` when nothing was typed for ``pause`` milliseconds, or for too long."""

    over = Signal()

    def __init__(self, parent: QObject, pause: int) -> None:
        super().__init__(parent)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._pause, pause), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self._end)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        self.again()

    def again(self) -> None:
        """What was typed could not be saved: tell once more later."""
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """What was typed is saved, or is no more."""
        self._pause.stop()
        self._longest.stop()

    def end_now(self) -> None:
        """Tell at once what waits."""
        if self.is_waiting():
            self._end()

    def is_waiting(self) -> bool:
        """True while something is unsaved."""
        return self._pause.isActive() or self._longest.isActive()

    def _end(self) -> None:
        self.stop()
        self.over.emit()
