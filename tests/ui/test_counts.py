"""After an act the numbers on tabs and roles follow, whichever tab is in front."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.context import Office
from kinerja_desktop.ui.app import App, Main
from kinerja_desktop.ui.login import LoginFrame, LoginName
from kinerja_desktop.ui.review.tab import ReviewPage
from kinerja_desktop.ui.widgets.dialog import Dialog
from tests.ui.kantor import SANDI, TW2, Kantor
from tests.ui.pages import part, press
from tests.ui.scenes import copied, reviewing


@dataclass
class Opener:
    """The office of the test."""

    kantor: Kantor

    def office(self) -> Office:
        return self.kantor.office

    def frame(self) -> LoginFrame:
        return LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto")

    def names(self) -> Sequence[LoginName]:
        return ()

    def reopen(self) -> None:
        """Nothing is restored here."""


@pytest.fixture
def kantor() -> Kantor:
    return copied(reviewing)


@pytest.fixture
def window(qtbot: QtBot, kantor: Kantor) -> Main:
    app = App(Opener(kantor))
    assert app.log_in("andi", SANDI).accepted
    app.enter(QRect(0, 0, 1366, 698))
    assert app._main is not None
    qtbot.addWidget(app._main)
    app._main.app = app  # type: ignore[attr-defined]  # keeps the program as long as its window
    return app._main


def badges(window: Main) -> dict[str, int]:
    bar = window._tabs.bar
    shown = {spec.key: bar.badge(at) for at, spec in enumerate(window._tabs.specs())}
    return {key: count for key, count in shown.items() if count}


def test_an_approval_counts_at_once(
    qtbot: QtBot, kantor: Kantor, window: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert badges(window) == {"kotak_tugas": 4, "pemeriksaan": 4}
    window.open_tab("pemeriksaan", kantor.case(TW2, "kesra"))
    page = window.page()
    assert isinstance(page, ReviewPage)

    def approve(dialog: Dialog) -> int:
        dialog.show()
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(True)
        part(dialog, QLineEdit, "sandi").setText(SANDI)
        press(qtbot, dialog, "setujui_laporan")
        return dialog.result()

    monkeypatch.setattr(Dialog, "exec", approve)
    press(qtbot, page, "setujui")
    qtbot.waitUntil(lambda: badges(window) == {"kotak_tugas": 3, "pemeriksaan": 3})
    assert [role.waiting for role in window._frame.roles if role.label.startswith("Kabid")] == [3]
