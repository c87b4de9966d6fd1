"""The first window: Masuk, painted before anything heavy is loaded.

Qt's widgets are all that this module brings. Services and the database engine are loaded when the first paint is
done, by a thread beside the typing of the password; then, between keys, ``app`` and the page that comes first; or all
of it at the log-in, if that is sooner.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.login import LoginFrame, LoginName, LoginPage, LoginResult
from kinerja_desktop.ui.login_shell import LoginShell
from kinerja_desktop.ui.qt_numbers import KEY_F1
from kinerja_desktop.ui.room import within_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kinerja_desktop.services.context import Office
    from kinerja_desktop.ui.app import App

FIRST_SIZE = (1366, 698)
_ROWS_IN_SIGHT = 9
"""Names that fit into a window of that size."""
_LOOK_AGAIN_MS = 5
BESIDE = (
    "argon2",
    "kinerja_desktop.services.auth",
    "kinerja_desktop.services.frame",
    "kinerja_desktop.services.inbox",
    "kinerja_desktop.services.readiness",
    "kinerja_desktop.services.recovery",
)
"""What the window after the log-in needs and has nothing of Qt: a thread loads it."""
LOADED = ("kinerja_desktop.ui.main_window", "kinerja_desktop.ui.app", "kinerja_desktop.ui.inbox.tab")
"""What is left then. It makes classes of Qt, which only the thread of the window may do: beside an event of the window
that ended the program now and then."""
_LOAD_AFTER_MS = 20
"""Between two modules, for keys that wait."""
_RING = "kinerja_desktop.ui.widgets.focus_ring"
"""What the log-in itself loads after its first paint."""


class Opener(Protocol):
    """The office as bootstrap opened it: known by name at once, wholly when ``office`` is first asked."""

    def frame(self) -> LoginFrame:
        """What stands around the log-in."""

    def names(self) -> Sequence[LoginName]:
        """Who may log in; the id is the user name."""

    def office(self) -> "Office":
        """The office with everything loaded."""

    def reopen(self) -> None:
        """Open the office anew after a restore closed it. Raises KnownFault."""


class _AfterPaint(QObject):
    """Calls once, when the window that it watches was painted for the first time.

    It looks every few milliseconds whether the window is on the screen, and takes no event: the first event that
    reaches Python builds the enumerations of QEvent, which would delay the very paint that is awaited.
    """

    def __init__(self, watched: QWidget, call: Callable[[], object]) -> None:
        super().__init__(watched)
        self._watched, self._call = watched, call
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._watched.isVisible() and self._watched.windowHandle().isExposed():
            self._timer.stop()
            self._call()


class FirstWindow(QMainWindow):
    """A window for one page before the main window."""

    def __init__(self, page: LoginShell, title: str = "Masuk") -> None:
        super().__init__()
        self.setWindowTitle(f"{title} – Kinerja Desktop")
        self.setCentralWidget(page)
        self.setMinimumSize(within_screen(self, theme.px(720), theme.px(480)))
        self.resize(within_screen(self, theme.px(FIRST_SIZE[0]), theme.px(FIRST_SIZE[1])))
        self._after = _AfterPaint(self, page.painted)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """F1 asks for help here too."""
        if event.key() != KEY_F1:
            super().keyPressEvent(event)
            return
        from kinerja_desktop.ui.guide import asking  # here, because the first paint need not wait for it

        asking.help_here(self)


class Start(QObject):
    """The log-in and, behind it, the program. ``entered`` tells that the main window stands."""

    entered = Signal()

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._app: App | None = None
        self._page = LoginPage(opener.frame(), (), self._log_in)
        self._page.logged_in.connect(self._enter)
        self._page.help_asked.connect(lambda *asked: self.app().help(self._page, *asked))
        self._page.change_asked.connect(lambda *asked: self.app().change_code(self._page, *asked))
        self.window = FirstWindow(self._page)
        # last, because Qt looks through the rows again whenever they move into another widget
        self._page.set_names(opener.names(), at_once=_ROWS_IN_SIGHT)
        self._loading = Thread(target=self._load)
        self._left = list(LOADED)
        self._between = QTimer(self)
        self._between.setInterval(_LOAD_AFTER_MS)
        self._between.timeout.connect(self._load_next)
        self._after = _AfterPaint(self.window, self._begin_loading)

    def show(self) -> None:
        """Paint the log-in; the rest loads while the person types."""
        self.window.show()
        self._page.setFocus()

    def app(self) -> "App":
        """The program, as soon as it is loaded."""
        if self._app is None:
            if self._loading.is_alive():
                self._loading.join()
            from kinerja_desktop.ui.app import App

            self._app = App(self._opener)
            self._app.entered.connect(self.window.close)
            self._app.entered.connect(self.entered)
        return self._app

    def finish(self) -> None:
        """Let what still loads or runs come to its end; nothing uses the office afterwards."""
        if self._loading.is_alive():
            self._loading.join()
        if self._app is not None:
            self._app.finish()

    def _begin_loading(self) -> None:
        running = QApplication.instance()
        assert isinstance(running, QApplication)
        theme.hear_system(running)
        import_module(_RING)
        self._loading.start()
        self._between.start()

    def _load_next(self) -> None:
        """One more module of the window once the thread has ended."""
        if self._loading.is_alive():
            return
        if self._left:
            import_module(self._left.pop(0))
        else:
            self._between.stop()

    def _load(self) -> None:
        """Modules and the database, in a thread of its own: the fields go on taking keys. Nothing of Qt is met."""
        for name in BESIDE:
            import_module(name)
        with suppress(KinerjaError):  # said at the log-in, which asks again
            self._opener.office()

    def _log_in(self, pengguna: str, sandi: str) -> LoginResult:
        return self.app().log_in(pengguna, sandi)

    def _enter(self) -> None:
        self.app().enter(self.window.geometry())
