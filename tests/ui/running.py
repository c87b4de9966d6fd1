"""The program behind the log-in on an office of a test, without the window that stands before it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.context import Office
from kinerja_desktop.ui.app import App, Main
from kinerja_desktop.ui.login import LoginFrame, LoginName
from tests.ui.kantor import SANDI, Kantor


class Opened:
    """An office that is open already."""

    def __init__(self, kantor: Kantor) -> None:
        self._kantor = kantor

    def frame(self) -> LoginFrame:
        return LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto")

    def names(self) -> Sequence[LoginName]:
        return ()

    def office(self) -> Office:
        return self._kantor.office

    def reopen(self) -> None:
        """Nothing was restored."""


def entered(qtbot: QtBot, kantor: Kantor, pengguna: str = "andi") -> App:
    """The program with somebody at work; its window closes at the end of the test and asks nothing."""
    made = App(Opened(kantor))
    assert made.log_in(pengguna, SANDI).accepted
    made.enter(QRect(0, 0, 1366, 698))
    qtbot.addWidget(window(made), before_close_func=lambda _: setattr(made._exit, "at_once", True))
    return made


def window(app: App) -> Main:
    """The main window."""
    assert app._main is not None
    return app._main
