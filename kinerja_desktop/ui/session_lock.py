"""Tells that Windows locked the session or gave it to another user: the window then asks for the password again.

Windows sends WM_WTSSESSION_CHANGE to windows that asked for it; other systems send nothing, so there only the idle
time counts.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

_SESSION_CHANGE = 0x02B1
_LEAVING = frozenset({0x2, 0x4, 0x7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK."""


class SessionWatch(QObject):
    """``locked`` when nobody can be trusted to sit before ``window`` any more."""

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        if sys.platform == "win32":
            self._ask_windows(int(window.winId()))

    def _ask_windows(self, handle: int) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        self._filter = _Filter(self.locked.emit)  # kept, because Qt does not
        application.installNativeEventFilter(self._filter)
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, 0)  # type: ignore[attr-defined]  # Windows only


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"windows_generic_MSG" and leaves_session(wintypes.MSG.from_address(int(message))):
            self._tell()
        return False, 0


def leaves_session(message: wintypes.MSG) -> bool:
    """True for the message that the session is being locked or taken by somebody else."""
    return message.message == _SESSION_CHANGE and message.wParam in _LEAVING
