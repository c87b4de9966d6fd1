"""Periksa Pembaruan on the screen: the answer in its order, a refusal above the acts, only for the Admin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import update_package
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.update_package import Terpasang
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.update_dialog import UpdateDialog
from tests.releases import CHANGES, INSTALLER, PUBLIC, release
from tests.ui.pages import part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, reporting


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_package, "this_program", lambda: Terpasang("1.1.0", 6, PUBLIC))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[UpdateDialog]:
    kantor = copied(reporting)
    ctx = kantor.ctx("andi", Role.ADMIN)
    ctx.office.confirmed.remember(ctx.actor.id, FreshFor.UPDATE)
    parent = QWidget()
    parent.resize(1366, 698)
    qtbot.addWidget(parent)
    made = UpdateDialog(parent, Desk(lambda: ctx, InlineRunner()))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    parent.close()  # it lived as long


def choose(dialog: UpdateDialog, file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """All that is told after a package was picked."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    part(dialog, QPushButton, "pilih_paket").click()
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


@pytest.mark.usefixtures("key")
def test_a_good_update_tells_data_steps_and_changes(
    dialog: UpdateDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    told = choose(dialog, release(tmp_path, "1.2.0", 7), monkeypatch)
    words = ("asli dan utuh", "disesuaikan", "Tutup Kinerja Desktop", f"Jalankan {INSTALLER}", *CHANGES)
    places = [told.index(word) for word in words]
    assert places == sorted(places)
    part(dialog, QPushButton, "buka_folder").click()
    assert opened == [str(tmp_path)]


@pytest.mark.usefixtures("key")
def test_a_refusal_takes_the_answer_before_it_away(
    dialog: UpdateDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, release(tmp_path / "baru", "1.2.0", 7), monkeypatch)
    told = choose(dialog, release(tmp_path / "lama", "1.0.0", 6), monkeypatch)
    assert "lebih lama daripada versi 1.1.0" in told
    assert "asli dan utuh" not in told
    assert not part(dialog, QPushButton, "buka_folder").isVisible()


@pytest.mark.usefixtures("key")
def test_a_folder_that_nothing_opens_is_named(
    dialog: UpdateDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    choose(dialog, release(tmp_path, "1.2.0", 7), monkeypatch)
    part(dialog, QPushButton, "buka_folder").click()
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_without_a_key_nothing_can_be_picked(dialog: UpdateDialog) -> None:
    assert not part(dialog, QPushButton, "pilih_paket").isEnabled()
    assert any("tanpa kunci rilis" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_only_the_admin_finds_it_in_the_menu(qtbot: QtBot) -> None:
    app = entered(qtbot, copied(reporting))
    roles = {actor.role: actor for actor in app._seat.session.peran} if app._seat is not None else {}
    for role, actor in roles.items():
        app._take_role(actor)
        offered = [item.text for group in window(app)._menu_groups for item in group.items]
        assert ("Periksa Pembaruan…" in offered) is (role is Role.ADMIN)
    assert len(roles) > 1
    qtbot.waitUntil(lambda: not app._runner._alive)
