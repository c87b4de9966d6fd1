"""Keeps what is typed: saves at most a second after a change, tells the status line, tries again after a fault.

The page hands in `save`, which stores what is unsaved and answers when it was stored. Nothing typed is dropped
when that fails: the page keeps it as unsaved, and the next change, a few seconds or `flush` tries again.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import DiskFull, KinerjaError, KnownFault
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.ui.frame import ALL_SAVED, StatusText
from kinerja_desktop.ui.theme import Tone

SAVE_AFTER_MS = 700
TRY_AGAIN_MS = 10_000
"""After the surroundings refused a save; at once where room was made for it."""

Save = Callable[[], datetime]


class Keeper(QObject):
    """``told`` carries the state for the status line, ``refused`` the error of a save that failed."""

    told = Signal(StatusText)
    refused = Signal(object)

    def __init__(self, parent: QObject, save: Save, busy: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._save, self._busy = save, busy
        self._dirty = False
        self.stored: datetime | None = None
        """When this page's typing was stored last, as far as is known."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_when_free)

    def touch(self) -> None:
        """Something was changed; it is saved a moment after the first change of a run."""
        self._dirty = True
        self.told.emit(StatusText("Menyimpan…"))
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def is_dirty(self) -> bool:
        return self._dirty

    def forget(self) -> None:
        """What was unsaved has been stored or given up otherwise."""
        self._timer.stop()
        self._dirty = False

    def tell_saved(self, pada: datetime | None) -> None:
        """Say when the work was saved last, while nothing waits."""
        if not self._dirty:
            self.stored = pada
            self.told.emit(saved_at(pada))

    def flush(self) -> bool:
        """Save now what is unsaved; False if that failed."""
        self._timer.stop()
        if not self._dirty:
            return True
        try:
            pada = self._save()
        except KinerjaError as error:
            self.told.emit(StatusText(f"Belum tersimpan: {messages.with_code(error)}", Tone.SALAH))
            self.refused.emit(error)
            if isinstance(error, KnownFault):
                self._timer.start(SAVE_AFTER_MS if isinstance(error, DiskFull) and error.dilepas else TRY_AGAIN_MS)
            return False
        self._dirty = False
        self.stored = pada
        self.told.emit(saved_at(pada))
        return True

    def _save_when_free(self) -> None:
        if self._busy():
            self._timer.start(SAVE_AFTER_MS)
        else:
            self.flush()


def saved_at(pada: datetime | None) -> StatusText:
    """«Tersimpan 10.42», or that there is nothing unsaved."""
    return ALL_SAVED if pada is None else StatusText(f"Tersimpan {format_waktu(pada)}", Tone.SELESAI)
