"""Cadangan: to a flashdisk and back again, on an office on the disk; the jobs run at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import PlaceGone
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.lembar_pemulihan import LembarPemulihan
from kinerja_desktop.services import (
    auth,
    backup,
    backup_copies,
    backup_keys,
    frame,
    granting,
    moving,
    opening,
    restore,
    trail,
)
from kinerja_desktop.services.backup_copies import Salinan
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.ui.backup.move_dialog import MoveDialog
from kinerja_desktop.ui.backup.rows import size_told
from kinerja_desktop.ui.backup.sheet_dialog import SheetDialog, SheetPaper
from kinerja_desktop.ui.backup.tab import BackupPage, make
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, T, Ticket
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.place_dialog import PlaceDialog
from kinerja_desktop.ui.work.second import SecondDialog
from tests.disk_office import NOW, PASSWORD, admin_of, make_office
from tests.documents.reading import read_pages
from tests.office import ANDI
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.printing import print_into

Answer = Callable[[Dialog], None]


class CancellingRunner(InlineRunner):
    """Somebody presses Batal as soon as a job that writes says how far it is."""

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        if not writes:
            return super().start(job, calls)
        outcome: list[str] = []
        hurried = Calls(calls.done, calls.refused, calls.progress, lambda: outcome.append("batal"))
        ticket = _start_cancelled(job, hurried)
        assert outcome == ["batal"]
        calls.cancelled()
        return ticket


def _start_cancelled(job: Job[T], calls: Calls[T]) -> Ticket:
    class Impatient:
        def progress(self, n: int, m: int, text: str) -> None:
            calls.progress(n, m, text)

        def cancelled(self) -> bool:
            return True

    return InlineRunner().start(lambda _: job(Impatient()), calls)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "data")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "usb"
    place.mkdir()
    return place


@pytest.fixture
def restored() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, restored: list[str]) -> BackupPage:
    ctx = admin_of(office)
    return shown(qtbot, make(Desk(lambda: ctx, InlineRunner(), lambda: restored.append("ya"))))


def shown(qtbot: QtBot, made: BackupPage) -> BackupPage:
    made.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.load()
    made.resize(1366, 560)
    made.show()
    return made


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    return found


def type_into(root: QWidget, name: str, text: str) -> None:
    field = root.findChild(QLineEdit, name)
    assert field is not None, name
    field.setText(text)


def copies(page: BackupPage) -> Listing[Salinan]:
    found: Listing[Salinan] | None = page.findChild(Listing, "daftar_salinan")
    assert found is not None
    return found


def strip(page: QWidget, name: str) -> Strip:
    found = page.findChild(Strip, name)
    assert found is not None
    return found


def answering(page: BackupPage, asks: str, answer: Answer) -> None:
    """Press a button of the page and answer the dialog that it opens."""

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, page, reply)
    button(page, asks).click()


def copy_to(page: BackupPage, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a folder, in an office that has its recovery sheet."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    if not backup_keys.has_sheet(page.ctx().office):
        backup_keys.make_keys(page.ctx().office)

    def answer(dialog: Dialog) -> None:
        button(dialog, "folder_lain").click()
        button(dialog, "mulai_tulis").click()

    answering(page, "cadangkan", answer)


def test_reading_writes_nothing(page: BackupPage, office: Office) -> None:
    with office.store.read() as unit:
        before = unit.journal.head()
    page.load()
    with office.store.read() as unit:
        assert unit.journal.head() == before


def test_without_a_flashdisk_nothing_can_be_started(page: BackupPage) -> None:
    def answer(dialog: Dialog) -> None:
        assert not button(dialog, "mulai_tulis").isEnabled()
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert "Belum ada flashdisk. Colokkan flashdisk, lalu tekan Cari Lagi." in words

    backup_keys.make_keys(page.ctx().office)
    answering(page, "cadangkan", answer)


def test_the_size_is_told_before_a_copy_is_made(page: BackupPage) -> None:
    def answer(dialog: Dialog) -> None:
        assert any("Ukurannya sekitar 0," in label.text() for label in dialog.findChildren(QLabel))

    backup_keys.make_keys(page.ctx().office)
    answering(page, "cadangkan", answer)


def test_an_office_too_large_for_one_file_is_told_so() -> None:
    assert "dalam 3 berkas" in size_told(8_000_000_000)
    assert "berkas" not in size_told(3_000_000_000)


def test_the_sheet_comes_before_the_first_copy(
    page: BackupPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    for kind in (SheetDialog, PlaceDialog):
        monkeypatch.setattr(kind, "exec", lambda self: seen.append(type(self).__name__))
    button(page, "cadangkan").click()
    assert seen == ["SheetDialog", "PlaceDialog"]
    assert not backup_keys.has_sheet(office), "made by who walks its way, and nobody did"


def test_a_copy_is_written_read_back_and_listed(page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to(page, stick, monkeypatch)
    assert "Selesai dan sudah diperiksa. USB boleh dicabut." in strip(page, "hasil").text()
    things = copies(page).things
    assert [things.data(things.index(0, n)) for n in (1, 2)] == ["Cadangan", str(stick)]
    assert str(things.data(things.index(0, 5))).startswith("✓ 14 Jul")


def test_a_cancelled_copy_leaves_nothing(
    qtbot: QtBot, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, make(Desk(lambda: admin_of(office), CancellingRunner())))
    copy_to(page, stick, monkeypatch)
    assert list(stick.iterdir()) == []
    assert not strip(page, "hasil").isVisible()
    assert button(page, "cadangkan").isEnabled()


def test_a_flashdisk_that_goes_is_told(page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "kinerja_desktop.ui.backup.tab.tell_fault", lambda _, galat: said.extend((galat.sentence, galat.heading))
    )

    def pulled(*_: object, **__: object) -> None:
        raise PlaceGone(str(stick))

    monkeypatch.setattr(backup, "back_up_to", pulled)
    copy_to(page, stick, monkeypatch)
    assert "karena USB dicabut" in said[0]
    assert "tetap utuh" in said[0]
    assert said[1] == "Cadangan belum selesai"


def test_a_copy_is_tried(page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to(page, stick, monkeypatch)
    button(page, "uji").click()
    told = strip(page, "hasil").text()
    assert "dapat dipulihkan, isi sampai 14 Juli 2026" in told
    assert "Tidak ditemukan perubahan." in told


def test_a_drill_gives_a_berita_acara(page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to(page, stick, monkeypatch)
    button(page, "uji").click()
    seen: list[bytes] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PaperDialog)
        seen.append(dialog.pdf)
        dialog.reject()

    QTimer.singleShot(0, page, reply)
    strip(page, "hasil").linked.emit()
    (only,) = read_pages(seen[0])
    assert "BERITA ACARA UJI PEMULIHAN" in only.text


def test_a_copy_of_another_pc_is_tried_with_the_sheet(
    page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = backup_keys.make_keys(page.ctx().office)
    copy_to(page, stick, monkeypatch)
    shutil.rmtree(paths.key_folder())
    page.load()

    def answer(dialog: Dialog) -> None:
        words = dialog.findChild(QPlainTextEdit, "lembar")
        assert words is not None
        words.setPlainText(" ".join(f"{n}. {kata.upper()}" for n, kata in enumerate(sheet.kata, 1)))
        button(dialog, "mulai_uji").click()

    answering(page, "uji", answer)
    assert "dapat dipulihkan" in strip(page, "hasil").text()


def test_a_restore_wants_the_name_typed_and_the_password(
    page: BackupPage, office: Office, stick: Path, restored: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to(page, stick, monkeypatch)
    office.confirmed.forget()

    def answer(dialog: Dialog) -> None:
        button(dialog, "mulai_pulihkan").click()
        type_into(dialog, "nama_kantor", "Kecamatan Contoh")
        type_into(dialog, "sandi", PASSWORD)
        button(dialog, "mulai_pulihkan").click()
        assert dialog.isVisible()
        type_into(dialog, "nama_kantor", "KECAMATAN CONTOH")
        type_into(dialog, "sandi", "salah sama sekali")
        button(dialog, "mulai_pulihkan").click()
        assert dialog.isVisible()

    answering(page, "pulihkan", answer)
    assert restored == []
    assert not office.store.closed


def test_a_restored_office_is_opened_anew(
    page: BackupPage, office: Office, stick: Path, restored: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to(page, stick, monkeypatch)
    office.confirmed.forget()

    def answer(dialog: Dialog) -> None:
        type_into(dialog, "nama_kantor", "KECAMATAN CONTOH")
        type_into(dialog, "sandi", PASSWORD)
        button(dialog, "mulai_pulihkan").click()

    folder = backup.data_of(office)
    answering(page, "pulihkan", answer)
    assert restored == ["ya"]
    assert office.store.closed
    again = opening.open_office(folder)
    assert "Pengaman" in [copy.nama.jenis.label for copy in backup_copies.list_copies(admin_of(again))]
    again.store.close()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_second_official_types_his_password_for_a_restore(
    page: BackupPage, office: Office, restored: list[str], monkeypatch: pytest.MonkeyPatch, *, agrees: bool
) -> None:
    stick = backup.data_of(office).with_name("usb")
    stick.mkdir()
    copy_to(page, stick, monkeypatch)
    office.confirmed.forget()
    with office.store.unit() as unit:
        andi = next(p for p in unit.people.all() if p.nama == ANDI.nama)
        auth.open_account(unit, trail.PROGRAM, NOW, andi, pengguna="andi", sandi=PASSWORD, cost=PRACTICE)
        unit.commit()

    def second() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SecondDialog):
            QTimer.singleShot(10, page, second)
        elif agrees:
            type_into(dialog, "sandi_kedua", PASSWORD)
            button(dialog, "setujui_pejabat_kedua").click()
        else:
            dialog.reject()

    def answer(dialog: Dialog) -> None:
        type_into(dialog, "nama_kantor", "KECAMATAN CONTOH")
        type_into(dialog, "sandi", PASSWORD)
        QTimer.singleShot(0, page, second)
        button(dialog, "mulai_pulihkan").click()
        assert agrees is not any("oleh dua orang" in strip.text() for strip in dialog.findChildren(Strip))

    answering(page, "pulihkan", answer)
    assert restored == (["ya"] if agrees else [])


def test_what_came_back_is_looked_at_and_confirmed(qtbot: QtBot, office: Office, stick: Path) -> None:
    folder, made = backup.data_of(office), backup.back_up(office, stick)
    restore.restore(admin_of(office), made.berkas)
    again = opening.open_office(folder)
    page = shown(qtbot, make(Desk(lambda: admin_of(again), InlineRunner())))
    assert "dipulihkan dari sebuah salinan" in strip(page, "dipulihkan").text()

    strip(page, "dipulihkan").linked.emit()

    assert not strip(page, "dipulihkan").isVisible()
    assert not backup_copies.awaits_confirmation(again)
    again.store.close()


def test_another_sheet_is_asked_about_and_made(page: BackupPage) -> None:
    backup_keys.make_keys(page.ctx().office)
    before = moving.state(page.ctx()).lembar

    def given_up(dialog: Dialog) -> None:
        assert any("Lembar yang lama tetap membuka" in one.text() for one in dialog.findChildren(QLabel))

    def walked(dialog: Dialog) -> None:
        assert isinstance(dialog, SheetDialog)
        button(dialog, "lanjut").click()
        made.append(dialog.pdf)
        button(dialog, "kembali").click()
        button(dialog, "lanjut").click()
        made.append(dialog.pdf)
        dialog.reject()
        dialog.reject()

    made: list[bytes] = []
    answering(page, "lembar_baru", given_up)
    assert moving.state(page.ctx()).lembar == before
    answering(page, "lembar_baru", walked)
    assert moving.state(page.ctx()).lembar != before
    assert made[0] == made[1], "going back makes no other sheet"


def test_the_way_to_another_pc_shows_what_is_done_and_what_comes(
    page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[object]] = []

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, MoveDialog)
        walk = ("Tutup", "Kembali", "Lanjut")
        offered = [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible() and b.text() not in (*walk, "")]
        seen.append([dialog.steps.step(), *offered])

    def mark(dialog: Dialog) -> None:
        button(dialog, "lanjut").click()
        assert button(dialog, "tandai_pindah").isVisible()
        button(dialog, "tandai_pindah").click()

    answering(page, "pindah", look)
    copy_to(page, stick, monkeypatch)
    answering(page, "pindah", look)
    answering(page, "pindah", mark)
    answering(page, "pindah", look)

    assert seen == [
        [0, "Buat Lembar…"],
        [2],
        [1, "Cadangkan ke USB…"],
    ]
    told = [one.kalimat for one in frame.load(page.ctx()).pemberitahuan]
    assert "Data kantor sudah pindah ke komputer lain pada 14 Juli 2026. Jangan mengisi lagi di komputer ini." in told


def test_only_the_admin_restores(qtbot: QtBot, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = Actor("rahma", "Rahma Teladan, S.E.", "Kasubag Perencanaan", Role.KASUBAG_PERENCANAAN)
    page = shown(qtbot, make(Desk(lambda: Context(office, actor), InlineRunner())))
    copy_to(page, stick, monkeypatch)
    assert button(page, "uji").isEnabled()
    assert not button(page, "pulihkan").isEnabled()
    assert button(page, "pulihkan").toolTip() == "Hanya Admin yang dapat memulihkan."


def test_the_sheet_that_lies_beside_the_data_is_pointed_at(page: BackupPage, office: Office, stick: Path) -> None:
    backup_keys.write_sheet(office, backup.data_of(office))
    backup.back_up(office, stick)
    page.load()
    left = backup.sheet_left_here(admin_of(office))
    assert left is not None
    assert str(left) in strip(page, "lembar").text()
    left.unlink()
    page.load()
    assert not strip(page, "lembar").isVisible()


def test_a_sheet_is_made_where_there_is_none(page: BackupPage, office: Office) -> None:
    assert "Belum ada lembar pemulihan" in strip(page, "lembar").text()
    seen: list[bytes] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SheetDialog)
        button(dialog, "lanjut").click()
        seen.append(dialog.pdf)
        dialog.reject()
        assert dialog.isVisible(), "asked once, since nothing was printed"
        dialog.reject()

    QTimer.singleShot(0, page, reply)
    strip(page, "lembar").linked.emit()
    assert "Kecamatan Contoh" in read_pages(seen[0])[0].text
    assert backup_keys.has_sheet(office)
    assert not strip(page, "lembar").isVisible()


def test_both_sheets_are_printed_with_every_word(
    page: BackupPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[LembarPemulihan] = []
    new_sheet = granting.new_sheet

    def remembered(ctx: Context) -> tuple[LembarPemulihan, Changes]:
        sheet, changes = new_sheet(ctx)
        made.append(sheet)
        return sheet, changes

    monkeypatch.setattr(granting, "new_sheet", remembered)
    dialog = SheetDialog(page)
    button(dialog, "lanjut").click()
    for one in read_pages(dialog.pdf):
        assert all(word in one.text for word in made[0].kata)
    target = tmp_path / "lembar.pdf"
    print_into(target, monkeypatch)

    def look() -> None:
        paper = QApplication.activeModalWidget()
        assert isinstance(paper, SheetPaper)
        button(paper, "cetak_kertas").click()
        paper.reject()

    dialog.show()
    QTimer.singleShot(0, page, look)
    button(dialog, "lihat_lembar").click()
    printed = QPdfDocument()
    printed.load(str(target))
    assert printed.pageCount() == 2
    button(dialog, "lanjut").click()
    assert not button(dialog, "selesai").isEnabled()
    for at in (1, 2):
        found = dialog.findChild(QCheckBox, f"lembar_{at}")
        assert found is not None
        found.click()
    button(dialog, "selesai").click()
    assert [dialog.steps.is_done(at) for at in range(3)] == [True, True, True]
    assert dialog.changes


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut(
    office: Office, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = make(Desk(lambda: admin_of(office), InlineRunner()))
    qtbot.addWidget(page)
    page.set_narrow(narrow=size[0] < 1200 * factor)
    page.load()
    page.resize(size[0], size[1] - 120)
    page.show()
    qtbot.waitUntil(lambda: not unreadable(page))
