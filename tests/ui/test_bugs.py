"""Faults of the program are told in the window: from slots, threads and paintings, one dialog at a time."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop import bug_report
from kinerja_desktop.domain.errors import DiskFull, HeldByOther
from kinerja_desktop.ui.bug_dialog import BugDialog
from kinerja_desktop.ui.bugs import REST_MS, Bugs
from kinerja_desktop.ui.runner import Calls, PoolRunner, Report
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.refusals import galat_of
from tests.ui.conftest import unreadable
from tests.ui.kantor import Kantor
from tests.ui.pages import labels, press
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling

NOW = datetime(2026, 7, 14, 10, 42, tzinfo=UTC)


@dataclass
class Clock:
    at: int = 0

    def __call__(self) -> int:
        return self.at


@dataclass
class Office:
    """A window of a program whose hooks are set."""

    window: QWidget
    logs: Path
    clock: Clock
    told_elsewhere: list[bug_report.Bug] = field(default_factory=list)

    def dialogs(self) -> list[BugDialog]:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog)]
        return [one for one in found if one.isVisible()]

    def reports(self) -> list[Path]:
        return sorted(self.logs.glob("*"))


@pytest.fixture
def hooked(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    for place, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(place, name, getattr(place, name))  # pytest's own come back
    made = Office(QWidget(), tmp_path / "logs", Clock())
    bug_report.catch(made.logs, made.told_elsewhere.append, lambda: NOW)
    bugs = Bugs(qapp, made.clock)
    yield made
    bugs.stop()
    bugs.deleteLater()
    for dialog in made.dialogs():
        dialog.reject()


@pytest.fixture
def office(hooked: Office, qtbot: QtBot) -> Office:
    hooked.window.resize(1366, 698)
    qtbot.addWidget(hooked.window)
    with qtbot.waitActive(hooked.window):
        hooked.window.show()
    return hooked


def fail() -> None:
    nilai = "93,75"
    raise ValueError(f"{nilai} milik Andi Umpama")


def fail_otherwise() -> None:
    raise LookupError("Siti")


def told(qtbot: QtBot, office: Office) -> BugDialog:
    qtbot.waitUntil(lambda: len(office.dialogs()) == 1)
    return office.dialogs()[0]


def in_slot(window: QWidget) -> None:
    press = QPushButton("Tekan", window)
    press.clicked.connect(fail)
    press.click()


def in_thread(_: QWidget) -> None:
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()


def in_job(window: QWidget) -> None:
    def job(_: Report) -> None:
        fail()

    runner = PoolRunner()
    runner.start(job, Calls[None](lambda _: None, lambda _: None))
    runner.wait()
    window.setProperty("runner", runner)


class Painted(QWidget):
    """Fails whenever it is painted."""

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        fail()


def in_painting(window: QWidget) -> None:
    broken = Painted(window)
    broken.resize(100, 100)
    broken.show()


@pytest.mark.parametrize("provoke", [in_slot, in_thread, in_job, in_painting])
def test_a_bug_is_told_wherever_it_arises(qtbot: QtBot, office: Office, provoke: Callable[[QWidget], None]) -> None:
    provoke(office.window)
    dialog = told(qtbot, office)
    said = labels(dialog)
    assert dialog.windowTitle() == "Kesalahan program"
    assert "Terjadi kesalahan program" in said
    assert "Yang sudah tersimpan tetap aman." in said
    assert "tidak memuat angka atau nama" in said
    assert f"Kode {dialog.codes()[0]}" in said
    assert unreadable(dialog) == []
    assert len(office.reports()) == 1
    assert office.told_elsewhere, "and on the terminal, as ever"


def test_the_details_hold_neither_figures_nor_names(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_slot(office.window)
    dialog = told(qtbot, office)
    press(qtbot, dialog, "salin_rincian")
    copied_text = QGuiApplication.clipboard().text()
    chosen = tmp_path / "rincian.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    press(qtbot, dialog, "simpan_rincian")
    for text in (copied_text, chosen.read_text(encoding="utf-8"), office.reports()[0].read_text(encoding="utf-8")):
        assert dialog.codes()[0] in text
        assert "ValueError" in text
        assert "93,75" not in text
        assert "Andi" not in text
    assert f"Tersimpan di {chosen}" in labels(dialog)


def test_what_cannot_be_saved_there_is_said(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_slot(office.window)
    dialog = told(qtbot, office)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tidak ada" / "x.txt"), ""))
    press(qtbot, dialog, "simpan_rincian")
    assert "tidak ada" in labels(dialog)
    assert dialog.isVisible()


def test_bugs_are_counted_in_one_dialog(qtbot: QtBot, office: Office) -> None:
    for _ in range(3):
        in_slot(office.window)
    QTimer.singleShot(0, fail_otherwise)
    dialog = told(qtbot, office)
    qtbot.waitUntil(lambda: "3 kali" in labels(dialog) and len(dialog.codes()) == 2)
    assert len(office.dialogs()) == 1
    assert len(office.reports()) == 2, "one report for each kind"


def test_a_painting_that_fails_each_time_lets_a_person_go_on(qtbot: QtBot, office: Office) -> None:
    in_painting(office.window)
    broken = office.window.findChild(Painted)
    assert broken is not None
    told(qtbot, office).reject()
    for _ in range(20):
        broken.update()
        QApplication.processEvents()
        office.clock.at += 40
    assert office.dialogs() == []
    assert len(office.reports()) == 1


@pytest.mark.parametrize("times", [1, 2])
def test_after_a_rest_the_same_bug_is_told_again(qtbot: QtBot, office: Office, times: int) -> None:
    for number in range(times):
        in_slot(office.window)
        told(qtbot, office).reject()
        in_slot(office.window)
        QApplication.processEvents()
        assert office.dialogs() == []
        office.clock.at += REST_MS[number]
    in_slot(office.window)
    told(qtbot, office)


def test_a_bug_in_a_dialog_stands_over_it_and_leaves_it_open(qtbot: QtBot, office: Office) -> None:
    asking = Dialog(office.window, "Setujui", "Setujui Laporan")
    asking.show()
    QTimer.singleShot(0, fail)
    dialog = told(qtbot, office)
    assert dialog.parentWidget() is asking
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asking.isVisible()
    asking.reject()


def test_a_menu_does_not_hold_the_keys_of_the_dialog(qtbot: QtBot, office: Office) -> None:
    menu = QMenu(office.window)
    menu.addAction("Keluar")
    menu.popup(office.window.mapToGlobal(office.window.rect().center()))
    QTimer.singleShot(0, fail)
    told(qtbot, office)
    assert not menu.isVisible()


def test_a_telling_that_fails_itself_comes_to_an_end(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_desktop.ui.bug_dialog.BugDialog.__init__", lambda *_: fail_otherwise())
    in_slot(office.window)
    for _ in range(20):
        QApplication.processEvents()
    assert len(office.reports()) == 2
    assert len(office.told_elsewhere) == 2


def test_a_refusal_that_nobody_told_has_its_own_sentence(qtbot: QtBot, office: Office) -> None:
    def refuse() -> None:
        raise DiskFull("C:")

    QTimer.singleShot(0, refuse)
    assert "ruang disk penuh (C:)" in labels(told(qtbot, office))


# --- what was typed --------------------------------------------------------------------------------


def test_typing_is_saved_first(qtbot: QtBot, office: Office) -> None:
    saved: list[datetime] = []

    def save() -> datetime:
        saved.append(NOW)
        return NOW

    keeper = Keeper(office.window, save, lambda: False)
    keeper.touch()
    in_slot(office.window)
    assert "Pekerjaan Anda sampai 10.42 aman." in labels(told(qtbot, office))
    assert saved == [NOW]
    assert not keeper.is_dirty()


def test_typing_that_cannot_be_saved_is_told_to_be_on_the_screen(qtbot: QtBot, office: Office) -> None:
    def save() -> datetime:
        raise LookupError

    keeper = Keeper(office.window, save, lambda: False)
    keeper.touch()
    in_slot(office.window)
    dialog = told(qtbot, office)
    assert "Isian terakhir belum tersimpan dan masih ada di layar." in labels(dialog)
    qtbot.waitUntil(lambda: len(dialog.codes()) == 2)
    assert keeper.is_dirty()


def test_the_sheet_of_an_analyst_is_saved_when_the_program_fails(qtbot: QtBot, hooked: Office) -> None:
    kantor: Kantor = copied(filling)
    kantor.let_in("budi")
    app = entered(qtbot, kantor, "budi")
    main = window(app)
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    main.open_tab("lembar_kerja")
    grid = QApplication.focusWidget()
    assert grid is not None
    qtbot.keyClicks(grid, "95,5")
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    QTimer.singleShot(0, fail)
    assert "Pekerjaan Anda sampai 10.42 aman." in labels(told(qtbot, hooked))
    assert not any(keeper.is_dirty() for keeper in main.findChildren(Keeper))


# --- before there is a window ----------------------------------------------------------------------


@pytest.mark.usefixtures("hooked")
def test_a_bug_that_ends_the_program_is_told_before_it_goes(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def answer(dialog: BugDialog) -> int:
        shown.append(" ".join(one.text() for one in dialog.findChildren(QLabel)))
        return 0

    monkeypatch.setattr(BugDialog, "exec", answer)
    with pytest.raises(SystemExit), Bugs(qapp).around():
        fail()
    assert len(shown) == 1
    assert "Kode P-" in shown[0]
    QApplication.processEvents()


def test_a_refusal_of_the_start_has_the_look_and_the_code_of_every_other(qtbot: QtBot) -> None:
    from kinerja_desktop.bootstrap import _refuse

    refused = HeldByOther("C:/Kinerja", "Siti Misalnya")
    dialog = _refuse(refused)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "sudah terbuka di komputer ini oleh Siti Misalnya" in labels(dialog)
    assert f"Kode {galat_of(refused).kode}." in labels(dialog)
    assert unreadable(dialog) == []
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Salin rincian")
    copy.click()
    copied_text = QGuiApplication.clipboard().text()
    assert galat_of(refused).kode in copied_text
    assert "Siti" not in copied_text
