"""The mark of the history was gone: told over every page to the Admin, until what he found out is written down."""

from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import trail
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.integrity.lost_mark import LostMarkDialog
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import Kantor
from tests.ui.pages import part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling

RESULT = "Berkas terhapus saat membersihkan disk; cadangan di USB cocok."


def strips(app: App) -> list[Strip]:
    return [s for s in window(app).findChildren(Strip) if s.isVisible() and "Tanda riwayat" in s.text()]


def missed() -> Kantor:
    """An office whose start missed the mark."""
    kantor = copied(filling)
    now = kantor.office.clock.now() - timedelta(minutes=5)
    with kantor.office.store.unit() as unit:
        unit.people.put(Pegawai("Joko Permisalan", "Pranata Komputer", (Role.ADMIN,), pengguna="pengurus"))
        trail.record(unit, trail.PROGRAM, now, trail.Kind.MARK, "", isi={"urut": unit.journal.head().seq})
        unit.commit()
    return kantor


def test_it_is_told_until_the_result_is_written_down(qtbot: QtBot) -> None:
    kantor = missed()
    kantor.let_in("pengurus")
    app = entered(qtbot, kantor, "pengurus")
    qtbot.waitUntil(lambda: len(strips(app)) == 1)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LostMarkDialog)
        act = part(dialog, QPushButton, "catat_hasil")
        assert not act.isEnabled()
        part(dialog, QPlainTextEdit, "hasil_penelusuran").setPlainText(RESULT)
        act.click()

    QTimer.singleShot(0, window(app), answer)
    strips(app)[0].linked.emit()
    qtbot.waitUntil(lambda: not strips(app))


def test_who_cannot_look_into_it_is_not_told(qtbot: QtBot) -> None:
    kantor = missed()
    app = entered(qtbot, kantor, kantor.let_in_analis())
    assert strips(app) == []
