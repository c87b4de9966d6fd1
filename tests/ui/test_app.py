"""The program behind the log-in, on a practice office: roles, lock, search, leaving."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.context import Office
from kinerja_desktop.ui.app import App, Main
from kinerja_desktop.ui.backup.tab import BackupPage
from kinerja_desktop.ui.login import LoginFrame, LoginName
from kinerja_desktop.ui.widgets.dialog import Dialog
from tests.ui.kantor import SANDI, Kantor
from tests.ui.pages import part
from tests.ui.scenes import copied, opening


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


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def app(qtbot: QtBot, kantor: Kantor) -> App:
    made = App(Opened(kantor))
    assert made.log_in("andi", SANDI).accepted
    made.enter(QRect(0, 0, 1366, 698))
    qtbot.addWidget(window(made), before_close_func=lambda _: setattr(made, "_leaves_after_backup", True))
    return made


def window(app: App) -> Main:
    assert app._main is not None
    return app._main


def test_a_wrong_password_is_refused_in_a_sentence(kantor: Kantor) -> None:
    refused = App(Opened(kantor)).log_in("andi", "bukan sandi saya")
    assert not refused.accepted
    assert refused.pesan.endswith(".")


def test_what_ends_after_the_window_is_gone_tells_nobody(qtbot: QtBot, kantor: Kantor) -> None:
    made = App(Opened(kantor))
    assert made.log_in("andi", SANDI).accepted
    made.enter(QRect(0, 0, 1366, 698))
    made._leaves_after_backup = True
    window(made).close()
    window(made).deleteLater()
    qtbot.waitUntil(lambda: made._main is None)
    made.refresh_frame()
    qtbot.waitUntil(lambda: not made._runner._alive)


def test_another_role_brings_its_own_tabs(app: App) -> None:
    before = [spec.key for spec in window(app)._tabs.specs()]
    frame = window(app).frame_model()
    other = next(role.key for role in frame.roles if role.key != frame.role)
    window(app).role_chosen.emit(other)
    assert window(app).frame_model().role == other
    assert [spec.key for spec in window(app)._tabs.specs()] != before


def test_the_same_person_finds_his_page_again_after_the_lock(app: App, kantor: Kantor) -> None:
    window(app).open_tab("pemantauan")
    page = window(app).page()
    window(app).idle.emit()
    assert window(app).is_covered()
    kantor.clock.waktu += timedelta(minutes=1)
    assert app.log_in("andi", SANDI).accepted
    app.enter(QRect())
    assert not window(app).is_covered()
    assert window(app).page() is page


# --- leaving -------------------------------------------------------------------------------------


def use_for(kantor: Kantor, days: int) -> None:
    """Somebody logs in on each of the next days, and no copy goes to a flashdisk."""
    for _ in range(days):
        kantor.clock.waktu += timedelta(days=1)
        auth.log_in(kantor.office, "andi", SANDI)


def answer(app: App, name: str) -> list[str]:
    """Press this button of the question at leaving; the texts of its buttons."""
    seen: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        seen.extend(button.text() for button in dialog.findChildren(QPushButton) if button.text())
        if name:
            part(dialog, QPushButton, name).click()
        else:
            dialog.reject()

    QTimer.singleShot(0, window(app), reply)
    return seen


def test_leaving_asks_nothing_while_no_copy_is_due(app: App) -> None:
    assert window(app).close()


def test_leaving_asks_when_a_copy_is_due(app: App, kantor: Kantor) -> None:
    use_for(kantor, 9)
    seen = answer(app, "")
    assert not window(app).close()
    assert seen == ["Batal", "Keluar"], "who has no backups in his tabs is not offered one"
    answer(app, "keluar")
    assert window(app).close()


def test_who_may_is_led_to_the_copy_and_out_after_it(
    qtbot: QtBot, app: App, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_for(kantor, 9)
    app._take_role(kantor.ctx("andi", Role.ADMIN).actor)
    seen = answer(app, "cadangkan_keluar")
    asked: list[str] = []
    monkeypatch.setattr(BackupPage, "_ask_place", lambda _: asked.append("tempat"))
    assert not window(app).close()
    qtbot.waitUntil(lambda: asked == ["tempat"])
    assert seen == ["Batal", "Keluar", "Cadangkan && Keluar"]
    assert isinstance(window(app).page(), BackupPage)
    left = window(app)
    left.changed.emit(frozenset({Change.BACKUP}))
    qtbot.waitUntil(lambda: not left.isVisible())
