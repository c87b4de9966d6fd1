"""Tells faults of the program in the window: heard on any thread, told on the window's own, one dialog at a time.

What was typed is saved before anything is said. A fault that comes again while it is told is counted; one that comes
again right after it was told, in every painting say, stays quiet until it has rested, longer each time: a person can
go on working or leave. Everything that costs time is loaded when there is something to tell.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kinerja_desktop import bug_report
from kinerja_desktop.services.clock import uptime

if TYPE_CHECKING:
    from kinerja_desktop.ui.bug_dialog import BugDialog

REST_MS = (3_000, 60_000, 600_000)
"""How long the same fault must have stayed away before it is told once more, after each telling; the last goes on."""


class Bugs(QObject):
    """Listens from its making until ``stop``."""

    _heard = Signal(object)

    def __init__(self, parent: QObject, tick: Callable[[], int] = uptime) -> None:
        super().__init__(parent)
        self._tick = tick
        self._told: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._dialog: BugDialog | None = None
        self._saving = False
        self._heard.connect(self._tell_soon)  # a queued one would touch ``Qt`` before the first paint
        bug_report.listen(self._hear)

    def stop(self) -> None:
        """The program ends; what still comes is written and not told."""
        bug_report.stop_listening(self._hear)

    def _hear(self, bug: bug_report.Bug) -> None:
        """On the thread of the fault, perhaps in the middle of a painting: nothing is done here."""
        self._heard.emit(bug)

    def _tell_soon(self, bug: bug_report.Bug) -> None:
        """In the window's thread, when what runs there now has ended."""
        QTimer.singleShot(0, self, lambda: self._tell(bug))

    @contextmanager
    def around(self) -> Iterator[None]:
        """A fault that ends the program itself is told before the program goes: no loop is left to tell it."""
        try:
            yield
        except Exception as error:  # noqa: BLE001  # the hook hears of it right here
            self._heard.disconnect(self._tell_soon)
            self._heard.connect(self._tell_last)
            sys.excepthook(type(error), error, error.__traceback__)
            raise SystemExit(1) from None
        finally:
            self.stop()

    def _tell_last(self, bug: bug_report.Bug) -> None:
        self._heard.disconnect()
        self._show(bug).exec()

    def _tell(self, bug: bug_report.Bug) -> None:
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.add(bug)
        elif self._is_due(bug.kode) and not self._saving:
            self._told[bug.kode] = self._told.get(bug.kode, 0) + 1  # first, because the telling itself may fail
            self._show(bug).show()

    def _is_due(self, kode: str) -> bool:
        times, now = self._told.get(kode, 0), self._tick()
        rested = now - self._last.get(kode, now)
        self._last[kode] = now
        return not times or rested >= REST_MS[min(times, len(REST_MS)) - 1]

    def _show(self, bug: bug_report.Bug) -> "BugDialog":
        from kinerja_desktop.ui.bug_dialog import BugDialog

        while (popup := QApplication.activePopupWidget()) is not None:  # a menu would hold mouse and keys
            popup.close()
        self._dialog = BugDialog(_parent(), bug, self._kept())
        self._dialog.finished.connect(self._forget)
        return self._dialog

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            for kode in dialog.codes():
                self._last[kode] = self._tick()
            dialog.deleteLater()

    def _kept(self) -> "Kept":
        self._saving = True
        try:
            return keep_typed()
        finally:
            self._saving = False


class Kept:
    """What became of the typing: until when it is safe, and whether something is still on the screen alone."""

    def __init__(self, until: datetime | None, *, whole: bool) -> None:
        self.until, self.whole = until, whole


def keep_typed() -> Kept:
    """Save what was typed on every page of every window, as far as it can be."""
    if "kinerja_desktop.ui.work.keeper" not in sys.modules:  # nothing to type in is there yet
        return Kept(None, whole=True)
    from kinerja_desktop.ui.work.keeper import Keeper
    from kinerja_desktop.ui.work.rest import Rest

    windows = QApplication.topLevelWidgets()
    keepers = [one for window in windows for one in window.findChildren(Keeper)]
    rests = [one for window in windows for one in window.findChildren(Rest) if one.is_waiting()]
    saved = [_done(keeper.flush) for keeper in keepers]
    for rest in rests:
        _done(rest.end_now)
    whole = all(saved) and not any(rest.is_waiting() for rest in rests if isValid(rest))
    return Kept(max((one.stored for one in keepers if one.stored), default=None), whole=whole)


def _done(deed: Callable[[], object]) -> bool:
    try:
        return deed() is not False
    except Exception as error:  # noqa: BLE001  # the saving itself may be what is broken; the hook hears of it
        sys.excepthook(type(error), error, error.__traceback__)
        return False


def _parent() -> QWidget | None:
    """The window that is worked in, or the dialog over it."""
    from PySide6.QtCore import Qt  # here, because its names are not met before the first paint

    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    windows = [one for one in shown if one.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)]
    return QApplication.activeModalWidget() or QApplication.activeWindow() or next(iter(windows), None)
