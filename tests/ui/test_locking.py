"""When the window is locked, and what is left behind the lock: nothing to be read or pressed, and nothing is lost."""

import ctypes
from ctypes import wintypes
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import trash
from kinerja_desktop.services.context import FreshFor, is_fresh
from kinerja_desktop.services.password_help import SandiPenolong, help_by_two
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.backup.sheet_field import SheetField
from kinerja_desktop.ui.dialogs import Alasan, ReasonDialog
from kinerja_desktop.ui.laid_aside import typed_in
from kinerja_desktop.ui.locking import LONGEST_MS
from kinerja_desktop.ui.login import LoginPage
from kinerja_desktop.ui.own_password import OwnPasswordDialog
from kinerja_desktop.ui.session_lock import leaves_session
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import SANDI, Kantor
from tests.ui.pages import part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, opening, reporting


@pytest.fixture
def kantor() -> Kantor:
    made = copied(opening)
    made.let_in("rahma", "siti")
    return made


@pytest.fixture
def app(qtbot: QtBot, kantor: Kantor) -> App:
    return entered(qtbot, kantor)


def come_back(app: App, kantor: Kantor, name: str = "andi") -> None:
    kantor.clock.waktu += timedelta(minutes=1)
    assert app.log_in(name, SANDI).accepted
    app.enter(QRect())


@pytest.mark.parametrize("occasion", ["session", "longest"])
def test_the_pcs_own_lock_and_a_long_day_lock_the_window(app: App, occasion: str) -> None:
    if occasion == "session":
        app._watch().session.locked.emit()
    else:
        assert app._watch().longest.interval() == LONGEST_MS == 12 * 3600 * 1000
        app._watch().longest.timeout.emit()
    assert window(app).is_covered()


@pytest.mark.parametrize(("told", "why", "locks"), [(0x02B1, 7, True), (0x02B1, 8, False), (0x0010, 7, False)])
def test_of_what_windows_says_only_leaving_the_session_counts(told: int, why: int, locks: bool) -> None:
    message = wintypes.MSG(message=told, wParam=why)
    again = wintypes.MSG.from_address(ctypes.addressof(message))

    assert leaves_session(again) is locks


def test_who_decides_is_locked_out_after_five_minutes_and_others_when_the_office_says(app: App, kantor: Kantor) -> None:
    assert app._context().actor.role is Role.KABID
    assert window(app)._watch._timer.interval() == 5 * 60_000

    app._take_role(kantor.ctx("andi", Role.ADMIN).actor)
    assert window(app)._watch._timer.interval() == 10 * 60_000


def test_a_password_given_before_the_lock_does_not_count_after_it(app: App, kantor: Kantor) -> None:
    ctx = app._context()
    ctx.office.confirmed.remember(ctx.actor.id, FreshFor.APPROVE)
    window(app).idle.emit()
    come_back(app, kantor)

    assert not is_fresh(app._context(), FreshFor.APPROVE)


def open_dialog(app: App, act: str, kantor: Kantor, back_as: str) -> tuple[list[str], int]:
    """Open a dialog, type, lock; come back as somebody: what stood in it then, and how it ended."""
    seen: list[str] = []
    dialog = OwnPasswordDialog(window(app), lambda _lama, _baru: None, first=False)
    field = dialog.findChild(QLineEdit, "sandi_baru")
    assert field is not None

    def leave() -> None:
        field.setText(act)
        window(app).idle.emit()
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, Dialog) and one.isVisible()]
        seen.append(f"{len(shown)} terbuka")
        come_back(app, kantor, back_as)
        seen.append(f"{dialog.isVisible()} {field.text()}")
        dialog.reject()

    QTimer.singleShot(0, window(app), leave)
    return seen, dialog.exec()


def test_a_dialog_is_hidden_behind_the_lock_and_there_again_as_it_was(app: App, kantor: Kantor) -> None:
    seen, _ = open_dialog(app, "baru setengah", kantor, "andi")

    assert seen == ["0 terbuka", "True baru setengah"]


def test_a_dialog_of_another_person_is_closed(app: App, kantor: Kantor) -> None:
    seen, ended = open_dialog(app, "baru setengah", kantor, "rahma")

    assert seen == ["0 terbuka", "False baru setengah"]
    assert ended == Dialog.DialogCode.Rejected


def test_what_lay_open_is_not_read_by_whoever_comes_next(qtbot: QtBot) -> None:
    kantor = copied(reporting)
    kantor.let_in("siti", "andi")
    app = entered(qtbot, kantor, "siti")
    window(app).open_tab("laporan_seksi", kantor.case())
    QTest.qWait(0)
    kantor.submit(kantor.clock.waktu)
    window(app).page().load()
    window(app).switch_user_asked.emit()
    come_back(app, kantor, "andi")
    QTest.qWait(0)
    case_id = kantor.case()
    with kantor.office.store.unit() as unit:
        case = unit.cases.get(case_id)
        readers = unit.reads.readers(case.id, case.versi)
    assert kantor.kabid().actor.id not in readers


def test_windows_of_qt_itself_close_with_the_lock(app: App) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "Berkas", "Pilih berkas", parent=window(app))
    box.show()
    window(app).idle.emit()
    assert not box.isVisible()


# --- roles that end ------------------------------------------------------------------------------


def close_roles(kantor: Kantor, *kept: Role) -> None:
    with kantor.office.store.unit() as unit:
        person = next(p for p in unit.people.all() if p.pengguna == "andi")
        unit.people.put(replace(person, peran=kept))
        unit.commit()


def test_a_role_that_ended_gives_way_to_the_next_within_the_minute(
    app: App, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.app.tell_fault", lambda _, fault: told.append(fault.heading))
    close_roles(kantor, Role.CAMAT)
    app.refresh_frame()

    assert app._context().actor.role is Role.CAMAT
    assert told == ["Peran berakhir"]


def test_who_has_no_role_left_is_locked_out(app: App, kantor: Kantor) -> None:
    close_roles(kantor)
    app.refresh_frame()

    assert window(app).is_covered()
    assert not app.log_in("andi", SANDI).accepted


# --- one-time codes ------------------------------------------------------------------------------


def test_who_comes_with_a_code_makes_a_password_and_is_in(app: App, kantor: Kantor) -> None:
    code = help_by_two(kantor.office, "siti", SandiPenolong("andi", SANDI), SandiPenolong("rahma", SANDI))
    window(app).switch_user_asked.emit()
    page = window(app)._layers.currentWidget()
    assert isinstance(page, LoginPage)
    answer = app.log_in("siti", code)
    assert (answer.accepted, answer.ganti) == (False, True)

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnPasswordDialog)
        for name in ("sandi_baru", "sandi_ulang"):
            field = dialog.findChild(QLineEdit, name)
            assert field is not None
            field.setText("ayam jago di pagar")
        dialog._act()

    QTimer.singleShot(0, window(app), fill)
    app.change_code(page, "siti", code)
    assert app.log_in("siti", "ayam jago di pagar").accepted


# --- what was typed and is stored nowhere yet ----------------------------------------------------


def lock_over_a_reason(app: App, typed: str) -> ReasonDialog:
    """Somebody wrote into a dialog, and was away when the window locked itself."""
    dialog = ReasonDialog(window(app), Alasan("Tarik", "Tarik Laporan Pelayanan?", "", "Tarik Laporan", least=10))
    dialog.show()
    QTest.keyClicks(dialog.text.field, typed)
    window(app).idle.emit()
    assert not dialog.isVisible()
    return dialog


def thrown(app: App) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.asal, [(p.tempat, p.teks) for p in one.isi]) for one in trash.load(app._context())]


def test_a_reason_in_a_dialog_is_kept_for_its_writer_when_another_one_comes_in(app: App, kantor: Kantor) -> None:
    lock_over_a_reason(app, "Angka bukan dari register.")
    come_back(app, kantor, "rahma")
    assert not thrown(app), "nobody else reads it"
    window(app).idle.emit()
    come_back(app, kantor)
    assert thrown(app) == [("Tarik – Tarik Laporan Pelayanan?", [("Alasan", "Angka bukan dari register.")])]
    strips = [s for s in window(app).findChildren(Strip) if "disisihkan" in s.text()]
    assert len(strips) == 1


def test_the_writer_himself_goes_on_in_his_dialog(app: App, kantor: Kantor) -> None:
    dialog = lock_over_a_reason(app, "Angka bukan dari register.")
    come_back(app, kantor)
    assert dialog.isVisible()
    assert dialog.reason() == "Angka bukan dari register."
    assert not thrown(app)
    dialog.reject()


def test_passwords_recovery_words_and_a_nip_are_laid_aside_nowhere(qtbot: QtBot, app: App) -> None:
    password = OwnPasswordDialog(window(app), lambda _old, _new: None, first=False)
    sheet = SheetField()
    for asking in (password, sheet):
        qtbot.addWidget(asking)
        for line in asking.findChildren(QLineEdit):
            QTest.keyClicks(line, "rahasia sekali")
        for text in asking.findChildren(QPlainTextEdit):
            QTest.keyClicks(text, "kata kata pemulihan")
        assert typed_in(asking) == {}


def test_what_waits_for_simpan_on_a_tab_is_kept_for_its_writer(app: App, kantor: Kantor) -> None:
    assert app._seat is not None
    app._take_role(next(a for a in app._seat.session.peran if a.role is Role.ADMIN))
    window(app).open_tab("kalender")
    page = window(app).page()
    QTest.keyClicks(part(page, QLineEdit, "sumber"), "SKB tiga menteri ")
    assert page.unsaved()
    window(app).idle.emit()
    come_back(app, kantor, "siti")
    assert not thrown(app)
    window(app).idle.emit()
    come_back(app, kantor)
    ((asal, pieces),) = thrown(app)
    assert asal == "Kalender"
    assert any("SKB tiga menteri" in teks for _, teks in pieces)
