import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.login import LoginFrame, LoginPage, LoginResult
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.room import TITLE_BAR
from kinerja_desktop.ui.start import FirstWindow
from kinerja_desktop.ui.theme import Mode
from tests.ui.conftest import InstallTheme
from tests.ui.samples import FRAME, TABS


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_windows_are_no_larger_than_the_screen_leaves(qtbot: QtBot, install_theme: InstallTheme, scale: float) -> None:
    install_theme(Mode.TERANG, scale)
    free = QGuiApplication.primaryScreen().availableGeometry()
    page = LoginPage(LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto"), (), lambda *_: LoginResult(accepted=True))
    for window in (FirstWindow(page), MainWindow(FRAME, TABS, idle_minutes=0)):
        qtbot.addWidget(window)
        for size in (window.size(), window.minimumSize()):
            assert size.width() <= free.width()
            assert size.height() <= free.height() - TITLE_BAR
