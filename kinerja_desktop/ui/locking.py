"""When the window asks for the password again: untouched for a while, the PC's own lock, or simply after a long day.

Minutes of rest come from the settings of the office; who decides has fewer (ASVS 7.3.1). To add an occasion: a signal
joined to ``asked`` with its sentence, which `lock_line` goes on with.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.session_lock import SessionWatch

LONGEST_MS = 12 * 60 * 60_000
"""After so long the password is asked for again, however busy somebody is (ASVS 7.3.2)."""
_DECIDERS, _DECIDERS_MINUTES = (Role.KABID, Role.CAMAT), 5

UNTOUCHED = "Terkunci karena tidak dipakai."
_WITH_THE_PC = "Terkunci bersama layar komputer."
_LONG = "Terkunci sesudah 12 jam."
_KEPT = "Isian Anda tersimpan."
_UNKEPT = "Isian terakhir belum tersimpan; masuk lagi untuk menyimpannya."


def lock_line(occasion: str, *, kept: bool) -> str:
    """What the lock says: its occasion, and whether all that was typed is kept."""
    return f"{occasion} {_KEPT if kept else _UNKEPT}"


class LockWatch(QObject):
    """``asked`` carries the occasion."""

    asked = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.session = SessionWatch(window)
        self.longest = QTimer(self)
        self.longest.setSingleShot(True)
        self.longest.setInterval(LONGEST_MS)
        for told, sentence in (
            (window.idle, UNTOUCHED),
            (self.session.locked, _WITH_THE_PC),
            (self.longest.timeout, _LONG),
        ):
            told.connect(lambda said=sentence: self.asked.emit(said))

    def begin(self) -> None:
        """Somebody has just given his password."""
        self.longest.start()

    def follow(self, role: Role, minutes: int) -> None:
        """The role in front, and the minutes that the office chose."""
        self._window.set_idle_minutes(min(minutes, _DECIDERS_MINUTES) if role in _DECIDERS else minutes)
