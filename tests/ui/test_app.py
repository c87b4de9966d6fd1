"""The program behind the log-in, on a practice office: roles, lock, search, leaving."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, collection
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import session_note
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import APPLICATION_ID, database_file
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.backup.tab import BackupPage
from kinerja_desktop.ui.dialogs import Konfirmasi
from kinerja_desktop.ui.entry.tab import EntryPage
from kinerja_desktop.ui.found import FoundList
from kinerja_desktop.ui.frame import ALL_SAVED, StatusText
from kinerja_desktop.ui.guide.window import GuideWindow
from kinerja_desktop.ui.inbox.tab import InboxPage
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.trash import TrashDialog
from tests.ui.kantor import SANDI, Kantor, jam
from tests.ui.pages import cut_texts, labels, part
from tests.ui.running import Opened, entered, window
from tests.ui.scenes import copied, filling, opening


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def app(qtbot: QtBot, kantor: Kantor) -> App:
    return entered(qtbot, kantor)


def test_a_wrong_password_is_refused_in_a_sentence(kantor: Kantor) -> None:
    refused = App(Opened(kantor)).log_in("andi", "bukan sandi saya")
    assert not refused.accepted
    assert refused.pesan.endswith(".")


def test_what_ends_after_the_window_is_gone_tells_nobody(qtbot: QtBot, kantor: Kantor) -> None:
    made = App(Opened(kantor))
    assert made.log_in("andi", SANDI).accepted
    made.enter(QRect(0, 0, 1366, 698))
    made._exit.at_once = True
    window(made).close()
    window(made).deleteLater()
    qtbot.waitUntil(lambda: made._main is None)
    made.refresh_frame()
    qtbot.waitUntil(lambda: not made._runner._alive)


def test_whoever_works_finds_periksa_dokumen_in_the_menu_as_papers_say(app: App) -> None:
    frame = window(app).frame_model()
    other = next(role.key for role in frame.roles if role.key != frame.role)
    window(app).role_chosen.emit(other)
    items = {item.text for group in window(app)._menu_groups for item in group.items}
    assert "Periksa Dokumen…" in items


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


def _strips(app: App) -> list[str]:
    return [strip.text() for strip in window(app).findChildren(Strip) if strip.isVisible()]


@pytest.fixture
def on_disk(tmp_path: Path) -> Kantor:
    """An analyst's morning, in a folder."""
    first = copied(filling)
    folder = tmp_path / "data"
    Store.open(folder, create=True).close()
    target = sqlite3.connect(database_file(folder))
    with first.office.store.raw() as source:
        source.backup(target)
    target.execute(f"PRAGMA application_id={APPLICATION_ID}")
    target.close()
    return Kantor(Office(Store.open(folder), first.clock, latihan=True), first.clock)


def test_after_a_crash_the_writer_is_told_what_was_kept_and_led_there(qtbot: QtBot, on_disk: Kantor) -> None:
    who = on_disk.let_in_analis()
    crashed = entered(qtbot, on_disk, who)
    on_disk.type(jam(7, 13, 10, 44), {"1.1": "41", "2.2": "88"})

    again = entered(qtbot, on_disk, who)  # nothing of the first one was ended
    assert crashed is not again

    qtbot.waitUntil(lambda: any("dipulihkan" in text for text in _strips(again)))
    told = next(text for text in _strips(again) if "dipulihkan" in text)
    assert told == "2 isian dipulihkan dari 10.44 (Lembar Kerja): 1.1, 2.2. Periksa sebelum diajukan."
    strip = next(s for s in window(again).findChildren(Strip) if "dipulihkan" in s.text())
    strip.linked.emit()
    assert window(again).windowTitle().startswith("Lembar Kerja")
    qtbot.waitUntil(lambda: not any("dipulihkan" in text for text in _strips(again)))
    window(again).idle.emit()
    again.log_in(who, SANDI)
    again.enter(QRect())
    assert not any("dipulihkan" in text for text in _strips(again))


def test_after_a_proper_end_nothing_is_told(qtbot: QtBot, on_disk: Kantor) -> None:
    who = on_disk.let_in_analis()
    ended = entered(qtbot, on_disk, who)
    ended._leave_seat()
    on_disk.type(jam(7, 13, 10, 44), {"1.1": "41"})
    again = entered(qtbot, on_disk, who)
    qtbot.waitUntil(lambda: window(again).isVisible())
    assert not any("dipulihkan" in text for text in _strips(again))


def test_the_end_of_the_session_of_the_pc_keeps_what_is_being_typed(qtbot: QtBot, on_disk: Kantor) -> None:
    made = entered(qtbot, on_disk, on_disk.let_in_analis())
    window(made).open_tab("lembar_kerja")
    page = window(made).page()
    assert isinstance(page, EntryPage)
    page.sheet.type({"1.1": {"realisasi": "43"}})
    page.after_change(["1.1"])
    assert page.keeper.is_dirty()

    running = QApplication.instance()
    assert isinstance(running, QApplication)
    running.commitDataRequest.emit(None)

    assert not page.keeper.is_dirty()
    view = collection.load(on_disk.analis(), on_disk.case())
    assert view.isi.of("1.1").realisasi == 43
    assert window(made)._closing()


def test_a_second_start_brings_the_open_window_forward(qtbot: QtBot, on_disk: Kantor) -> None:
    made = entered(qtbot, on_disk, on_disk.let_in_analis())
    window(made).showMinimized()
    folder = on_disk.office.store.folder
    assert folder is not None
    session_note.call(folder)
    qtbot.waitUntil(lambda: not window(made).isMinimized())
    assert not (folder / session_note.CALL).exists()


def test_an_office_that_writes_no_more_says_so_over_every_page(qtbot: QtBot, kantor: Kantor) -> None:
    with kantor.office.store.raw() as connection:
        connection.execute("UPDATE pegawai SET nama = 'Orang Lain' WHERE pengguna = 'andi'")
        connection.commit()
    made = entered(qtbot, kantor)
    assert not any("Penyimpanan dihentikan" in text for text in _strips(made))

    made._look_after()

    qtbot.waitUntil(lambda: any("Penyimpanan dihentikan" in text for text in _strips(made)), timeout=20_000)
    assert any("Orang Lain" in text for text in _strips(made))


def test_limits_are_doubtful_while_the_clock_of_the_pc_is_behind(qtbot: QtBot, kantor: Kantor) -> None:
    last = kantor.clock.waktu
    kantor.now(last - timedelta(days=6000))
    made = App(Opened(kantor))
    assert made.log_in("andi", SANDI).accepted
    QTimer.singleShot(0, lambda: _close_dialog(made))
    made.enter(QRect(0, 0, 1366, 698))
    qtbot.addWidget(window(made), before_close_func=lambda _: setattr(made, "_leaves_at_once", True))
    qtbot.waitUntil(lambda: any("Batas waktu belum pasti" in text for text in _strips(made)))

    kantor.now(last + timedelta(minutes=1))
    made.refresh_frame()

    qtbot.waitUntil(lambda: not any("Batas waktu belum pasti" in text for text in _strips(made)))


def test_the_clock_of_the_window_moves_on_when_the_minute_is_full(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.now(kantor.clock.waktu.replace(second=59, microsecond=990_000))
    made = entered(qtbot, kantor)
    before = window(made).frame_model().waktu

    kantor.now(kantor.clock.waktu + timedelta(seconds=1))

    qtbot.waitUntil(lambda: window(made).frame_model().waktu != before)


def test_why_something_is_not_saved_can_be_read_in_whole(app: App) -> None:
    told: list[str] = []

    def read() -> None:
        for dialog in window(app).findChildren(Dialog):
            told.extend(label.text() for label in dialog.findChildren(QLabel))
        _close_dialog(app)

    window(app).set_saved(StatusText("Belum tersimpan: diska penuh.", Tone.SALAH))
    QTimer.singleShot(0, read)
    window(app).saved_asked.emit()
    assert "Belum tersimpan: diska penuh." in told


def _close_dialog(app: App) -> None:
    for dialog in window(app).findChildren(Dialog):
        dialog.accept()


def test_leaving_asks_nothing_while_no_copy_is_due(app: App) -> None:
    assert window(app).close()


@contextmanager
def _reading(kantor: Kantor) -> Iterator[Event]:
    """Another thread has a unit open until the event that is given is set, at the latest until the end."""
    begun, let_go = Event(), Event()

    def read() -> None:
        with kantor.office.store.read():
            begun.set()
            let_go.wait(10)

    thread = Thread(target=read)
    thread.start()
    begun.wait(10)
    try:
        yield let_go
    finally:
        let_go.set()
        thread.join()


def test_leaving_waits_for_what_is_only_being_read(app: App, kantor: Kantor) -> None:
    with _reading(kantor) as let_go:
        Timer(0.05, let_go.set).start()
        assert window(app).close()


def test_leaving_asks_where_the_work_goes_on(app: App, kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_desktop.ui.leaving._READING_S", 0.01)
    asked: list[str] = []

    def stay(_: object, question: Konfirmasi) -> bool:
        asked.append(question.sentence)
        return False

    monkeypatch.setattr("kinerja_desktop.ui.leaving.confirm", stay)
    with _reading(kantor):
        assert not window(app).close()
    assert asked[0].startswith("Masih ada pekerjaan")


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


def test_a_newer_program_is_told_of_until_it_was_looked_at(qtbot: QtBot, kantor: Kantor) -> None:
    entered(qtbot, kantor)  # the log-in that is remembered, with this program
    same = entered(qtbot, kantor)
    qtbot.waitExposed(window(same))
    assert not _updated(same)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(auth, "__version__", "99.0.0")
        made = entered(qtbot, kantor)
        assert not auth.log_in(kantor.office, "andi", SANDI).diperbarui
    qtbot.waitUntil(lambda: len(_updated(made)) == 1)
    (strip,) = _updated(made)
    strip.linked.emit()
    shown = window(made).findChild(GuideWindow)
    assert shown is not None
    assert shown.place().subjek == "perubahan"
    qtbot.waitUntil(lambda: not _updated(made))
    shown.close()


def _updated(app: App) -> list[Strip]:
    strips = window(app).findChildren(Strip)
    return [strip for strip in strips if strip.isVisible() and strip.text().startswith("Program diperbarui")]


def test_info_for_a_helper_is_put_on_the_clipboard(app: App, qtbot: QtBot) -> None:
    items = {item.text: item for group in window(app)._menu_groups for item in group.items}
    items["Salin Info untuk Bantuan"].act()
    qtbot.waitUntil(lambda: "Skema data:" in QApplication.clipboard().text())
    assert "Andi" not in QApplication.clipboard().text()


def test_the_guide_of_one_page_can_be_printed_from_the_menu(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(Dialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    items = {item.text: item for group in window(app)._menu_groups for item in group.items}
    for name in ("Panduan Satu Halaman…", "Lembar Dinding SOP…"):
        items[name].act()
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=20_000)
    assert set(shown) == {"Panduan Kabid", "Lembar Dinding SOP"}


def test_the_details_for_a_helper_are_a_file(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "rincian.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    items = {item.text: item for group in window(app)._menu_groups for item in group.items}
    items["Simpan Berkas Rincian…"].act()
    qtbot.waitUntil(target.is_file)
    assert "Jendela: " in target.read_text(encoding="utf-8")


# --- search --------------------------------------------------------------------------------------


def looked_for(app: App, qtbot: QtBot, cari: str) -> FoundList:
    """The list below the field once it answers what was typed there, by keys alone."""
    field = window(app).search_field()
    qtbot.keyClick(window(app), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, cari)
    qtbot.waitUntil(lambda: (found := window(app).findChild(FoundList)) is not None and found.isVisible())
    return part(window(app), FoundList, "hasil_cari")


def lines(found: FoundList) -> list[str]:
    return [found.item(n).text() for n in range(found.count())]


def test_what_is_found_follows_what_is_typed_and_is_opened_by_keys(app: App, qtbot: QtBot) -> None:
    window(app).open_tab("pemantauan")
    found, field = looked_for(app, qtbot, "penugasan triwulan"), window(app).search_field()
    assert len(lines(found)) > 0
    qtbot.keyClicks(field, " zzz")
    qtbot.waitUntil(lambda: lines(found) == ["Tidak ada yang cocok dengan «penugasan triwulan zzz»."])
    for _ in " zzz":
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, " ii")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # before the answer is there
    qtbot.waitUntil(lambda: isinstance(window(app).page(), InboxPage))
    page = window(app).page()
    assert isinstance(page, InboxPage)
    assert page._list.current_key() == "tugas-2026-TW2"
    assert (found.isVisible(), field.text()) == (False, "")


def test_more_of_a_kind_than_is_shown_is_told_and_is_no_choice(app: App, qtbot: QtBot) -> None:
    found, field = looked_for(app, qtbot, "2026"), window(app).search_field()
    assert lines(found)[-1] == "Setiap jenis ditampilkan paling banyak 5. Tambah kata untuk mempersempit."
    for _ in range(found.count() + 1):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.currentRow() == found.count() - 2
    found._pick(found.count() - 1)
    assert found.isVisible(), "nothing is opened"


def test_arrows_choose_among_what_was_found_while_the_focus_stays_in_the_field(app: App, qtbot: QtBot) -> None:
    found, field = looked_for(app, qtbot, "seksi"), window(app).search_field()
    assert found.count() > 3
    for key, line in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_PageDown, 6)):
        qtbot.keyClick(field, key)
        assert found.currentRow() == min(line, found.count() - 1)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (found.isVisible(), field.text(), field.hasFocus()) == (False, "", False)


def test_what_is_found_goes_when_the_work_goes_on_elsewhere(app: App, qtbot: QtBot) -> None:
    found = looked_for(app, qtbot, "seksi")
    window(app).page().areas()[0].setFocus()
    assert not found.isVisible()


def test_what_the_role_has_no_tab_for_is_told_and_who_opens_it(app: App, qtbot: QtBot) -> None:
    found = looked_for(app, qtbot, "siti")
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualItemRect(found.item(0)).center())
    qtbot.waitUntil(lambda: window(app).findChild(Dialog, "kartu_temuan") is not None)
    card = part(window(app), Dialog, "kartu_temuan")
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    card.reject()
    assert "Tab Pengguna ada pada peran Admin" in told
    assert "Jabatan" in told


def test_another_role_empties_the_field(app: App) -> None:
    window(app).search_field().setText("surat")
    frame = window(app).frame_model()
    window(app).role_chosen.emit(next(role.key for role in frame.roles if role.key != frame.role))
    assert window(app).search_field().text() == ""


def test_what_one_person_could_not_keep_is_not_told_to_the_next(app: App) -> None:
    window(app).set_saved(StatusText("Belum tersimpan: disk penuh.", Tone.SALAH))
    frame = window(app).frame_model()
    window(app).role_chosen.emit(next(role.key for role in frame.roles if role.key != frame.role))
    assert window(app)._saved == ALL_SAVED


# --- what was given up ---------------------------------------------------------------------------


def test_what_was_given_up_is_brought_back_from_the_menu_and_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = copied(filling)
    kantor.let_in("budi")
    row = IsiIndikator("2.1", faktor_pendukung="Petugas piket ditambah pada hari pasar.")
    for isi in (row, IsiIndikator("2.1")):
        kantor.put([isi])
    app = entered(qtbot, kantor, "budi")
    items = {item.text: item for group in window(app)._menu_groups for item in group.items}
    told: list[tuple[str, bool]] = []

    def answer(dialog: TrashDialog) -> int:
        dialog.show()
        text = part(dialog, QPlainTextEdit, "isi_buangan").toPlainText()
        part(dialog, QPushButton, "salin_buangan").click()
        told.append((text, QApplication.clipboard().text() == text))
        assert cut_texts(dialog) == []
        part(dialog, QPushButton, "pulihkan_isian").click()
        return 1

    monkeypatch.setattr(TrashDialog, "exec", answer)
    items["Pulihkan Isian…"].act()
    assert told == [(row.faktor_pendukung, True)]
    page = window(app).page()
    assert isinstance(page, EntryPage)
    assert page.sheet.isi.of("2.1").faktor_pendukung == row.faktor_pendukung


def test_an_empty_trash_says_what_lies_there(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(TrashDialog, "exec", lambda dialog: told.append(labels(dialog)))
    next(i for g in window(app)._menu_groups for i in g.items if i.text == "Pulihkan Isian…").act()
    assert "Yang Anda buang disimpan di sini selama 30 hari." in told[0]
