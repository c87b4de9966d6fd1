"""Whole tasks without a mouse: each role does its step of the SOP by keys alone, from Kotak Tugas to the act.

Nothing but keys reaches the window; what stands there is only read.
"""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.ui.compilation.tab import CompilationPage
from kinerja_desktop.ui.entry.tab import EntryPage
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.review.tab import ReviewPage
from kinerja_desktop.ui.widgets.dialog import Dialog
from tests.ui.kantor import SANDI, Kantor
from tests.ui.scenes import copied, filling, reporting, reviewing
from tests.ui.test_keyboard import opened

P = TypeVar("P", bound=Page)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST = 80
"""Presses after which something is out of reach."""


class Hands:
    """A person at the keyboard. What has the focus gets the keys."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeWindow() is None:  # after a dialog; on a real screen the system does this
            shown = next(one for one in QApplication.topLevelWidgets() if one.isVisible())
            shown.activateWindow()
            self._qtbot.waitUntil(shown.isActiveWindow)
        self._qtbot.keyClick(focus(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(focus(), text)
        QApplication.processEvents()

    def until(self, wanted: Callable[[], bool], key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key until what is wanted stands."""
        for _ in range(MOST):
            if wanted():
                return
            self.press(key, modifier or Qt.KeyboardModifier.NoModifier)
        pytest.fail(f"out of reach, at {focus().objectName()} {focus().accessibleName()}")

    def tab_to(self, name: str) -> None:
        self.until(lambda: focus().objectName() == name, Qt.Key.Key_Tab)

    def wait_for(self, kantor: Kantor, case_id: str, status: Status) -> None:
        """Until the act is done: its papers are looked at beside the window before."""

        def reached() -> bool:
            with kantor.office.store.read() as unit:
                return unit.cases.get(case_id).status is status

        self._qtbot.waitUntil(reached)

    def in_dialog(self, deed: Callable[[], None]) -> None:
        """Do this as soon as a dialog has the focus; ask for it before the key that opens the dialog."""
        timer = QTimer(QApplication.instance())
        timer.setInterval(5)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, Dialog) and dialog.isAncestorOf(QApplication.focusWidget() or dialog):
                timer.stop()
                timer.deleteLater()
                deed()

        timer.timeout.connect(look)
        timer.start()


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def at_work(hands: Hands, qtbot: QtBot, kantor: Kantor, person: tuple[str, Role], kind: type[P]) -> P:
    """The page of the first task of Kotak Tugas, opened by Enter."""
    kantor.let_in(person[0])
    window = opened(qtbot, kantor, *person)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)
    page = window.page()
    assert isinstance(page, kind), page
    return page


def test_an_analyst_fills_and_hands_in(hands: Hands, qtbot: QtBot) -> None:
    kantor = copied(filling)
    page = at_work(hands, qtbot, kantor, ("budi", Role.ANALIS), EntryPage)
    for kode, figure in (("1.6", "80"), ("2.1", "2")):
        hands.until(lambda kode=kode: page.kode == kode, Qt.Key.Key_F8)  # type: ignore[misc]
        hands.type(figure)
        hands.press(Qt.Key.Key_Return)
    hands.until(lambda: page.kode == "1.4", Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Tab, CTRL)
    hands.until(lambda: focus().objectName() == "sudah_diperbaiki", Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_for(kantor, kantor.case(), Status.BAHAN_SUBMITTED)


def test_a_kasubag_writes_and_submits(hands: Hands, qtbot: QtBot) -> None:
    kantor = copied(reporting)
    at_work(hands, qtbot, kantor, ("siti", Role.KASUBAG), CompilationPage)
    hands.press(Qt.Key.Key_2, ALT)
    hands.type("Capaian triwulan ini naik.")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_for(kantor, kantor.case(), Status.SUBMITTED)


def test_a_kabid_returns_and_approves(hands: Hands, qtbot: QtBot) -> None:
    kantor = copied(reviewing)
    page = at_work(hands, qtbot, kantor, ("andi", Role.KABID), ReviewPage)
    first = page.case_id

    hands.press(Qt.Key.Key_F)
    hands.press(Qt.Key.Key_M, CTRL)
    hands.type("Cocokkan dengan register.")

    def give_back() -> None:
        hands.type("Angka belum sama dengan register seksi.")
        hands.tab_to("kembalikan_laporan")
        hands.press(Qt.Key.Key_Space)

    hands.in_dialog(give_back)
    hands.press(Qt.Key.Key_K, ALT)
    hands.wait_for(kantor, first, Status.RETURNED)

    hands.until(lambda: page.case_id != first, Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)
    second = page.case_id
    assert second != first

    def approve() -> None:
        for _ in range(3):
            hands.press(Qt.Key.Key_Space)
            hands.press(Qt.Key.Key_Tab)
        hands.tab_to("sandi")
        hands.type(SANDI)
        hands.tab_to("setujui_laporan")
        hands.press(Qt.Key.Key_Space)

    hands.in_dialog(approve)
    hands.press(Qt.Key.Key_S, ALT)
    hands.wait_for(kantor, second, Status.APPROVED)
