import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Mode
from kinerja_desktop.ui.widgets.tick import Tick
from tests.ui.conftest import InstallTheme


@pytest.fixture
def tick(qtbot: QtBot) -> Tick:
    made = Tick("Angka sesuai bukti")
    qtbot.addWidget(made)
    made.show()
    return made


def colours(tick: Tick) -> set[str]:
    """Colours inside the square, where no ring of the focus reaches."""
    image = tick.grab().toImage()
    inks = (image.pixelColor(QPoint(x, tick.height() // 2)) for x in range(5, 13))
    return {QColor(ink).name() for ink in inks}


def test_space_ticks_and_the_click_too(qtbot: QtBot, tick: Tick) -> None:
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(6, tick.height() // 2))
    assert not tick.isChecked()


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_filled_with_the_accent_once_it_is_ticked(
    qtbot: QtBot, install_theme: InstallTheme, tick: Tick, mode: Mode
) -> None:
    install_theme(mode)
    accent = theme.color(Ink.ACCENT).name()
    assert accent not in colours(tick)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert accent in colours(tick)


def test_all_its_words_are_shown(tick: Tick) -> None:
    assert tick.width() >= tick.sizeHint().width()
