"""The sign beside the clock tells how many tasks wait, and brings the window forward."""

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.tray import Tray
from kinerja_desktop.ui.widgets.dialog import Dialog
from tests.ui.running import entered, window
from tests.ui.scenes import copied, opening, reviewing

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the platform of the tests has no such place


@pytest.fixture(autouse=True)
def with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


def tray(qtbot: QtBot, app: object) -> Tray:
    main = window(app)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: main.findChild(Tray) is not None)
    found = main.findChild(Tray)
    assert found is not None
    return found


def test_the_count_is_that_of_the_role_and_follows_it(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(reviewing))
    sign = tray(qtbot, app)
    assert sign.isVisible()
    assert sign.toolTip() == "Kinerja Desktop: 4 tugas menunggu Kabid (Camat)"
    counted = sign.icon().pixmap(24, 24).toImage()
    roles = window(app).frame_model().roles
    app._choose_role(next(line.key for line in roles if line.label == "Camat"))
    assert sign.toolTip() == "Kinerja Desktop: tidak ada tugas yang menunggu"
    assert sign.icon().pixmap(24, 24).toImage() != counted


def test_a_click_brings_the_window_forward(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(opening))
    sign = tray(qtbot, app)
    window(app).showMinimized()
    sign.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not window(app).isMinimized()


def test_its_menu_opens_the_window_and_leaves_unless_a_dialog_waits(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(opening))
    main = window(app)
    brought, left = tray(qtbot, app).contextMenu().actions()
    assert [one.text() for one in (brought, left)] == ["Buka Kinerja Desktop", "Keluar"]
    main.showMinimized()
    brought.trigger()
    assert not main.isMinimized()

    dialog = Dialog(main, "Setujui", "Setujui laporan?")
    dialog.show()
    left.trigger()
    assert main.isVisible()
    dialog.reject()
    left.trigger()
    assert not main.isVisible()


def test_the_right_button_leaves_the_window_where_it_is(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(opening))
    window(app).showMinimized()
    tray(qtbot, app).activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert window(app).isMinimized()


def test_there_is_none_before_the_first_page_stands(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(opening))
    assert window(app).findChild(Tray) is None


def test_without_room_there_is_no_sign(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    assert not tray(qtbot, entered(qtbot, copied(opening))).isVisible()
