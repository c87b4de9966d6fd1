"""Cadangan: to a flashdisk and back again, on an office on the disk; the jobs run at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import PlaceGone
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import backup, backup_copies, backup_keys, opening
from kinerja_desktop.services.backup_copies import Salinan
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.ui.backup.sheet_dialog import SheetDialog
from kinerja_desktop.ui.backup.tab import BackupPage, make
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, T, Ticket
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from tests.disk_office import PASSWORD, admin_of, make_office
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
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))

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

    answering(page, "cadangkan", answer)


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
    monkeypatch.setattr("kinerja_desktop.ui.work.page.tell_fault", lambda _, galat: said.append(galat.sentence))

    def pulled(*_: object, **__: object) -> None:
        raise PlaceGone(str(stick))

    monkeypatch.setattr(backup, "back_up_to", pulled)
    copy_to(page, stick, monkeypatch)
    assert "karena USB dicabut" in said[0]
    assert "tetap utuh" in said[0]


def test_a_copy_is_tried(page: BackupPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to(page, stick, monkeypatch)
    button(page, "uji").click()
    assert "dapat dipulihkan. Tidak ditemukan perubahan." in strip(page, "hasil").text()


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


def test_only_the_admin_restores(qtbot: QtBot, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = Actor("rahma", "Rahma Teladan, S.E.", "Kasubag Perencanaan", Role.KASUBAG_PERENCANAAN)
    page = shown(qtbot, make(Desk(lambda: Context(office, actor), InlineRunner())))
    copy_to(page, stick, monkeypatch)
    assert button(page, "uji").isEnabled()
    assert not button(page, "pulihkan").isEnabled()
    assert button(page, "pulihkan").toolTip() == "Hanya Admin yang dapat memulihkan."


def test_the_sheet_that_lies_beside_the_data_is_pointed_at(
    page: BackupPage, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to(page, stick, monkeypatch)
    left = backup.sheet_left_here(admin_of(office))
    assert left is not None
    assert str(left) in strip(page, "lembar").text()
    left.unlink()
    page.load()
    assert not strip(page, "lembar").isVisible()


def test_a_sheet_is_made_where_there_is_none(page: BackupPage, office: Office) -> None:
    assert "Belum ada lembar pemulihan" in strip(page, "lembar").text()
    seen: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        words = dialog.findChild(QPlainTextEdit, "isi_lembar")
        assert words is not None
        seen.append(words.toPlainText())
        dialog.reject()

    QTimer.singleShot(0, page, reply)
    strip(page, "lembar").linked.emit()
    assert "Kecamatan Contoh" in seen[0]
    assert backup_keys.has_sheet(office)
    assert not strip(page, "lembar").isVisible()


def test_the_sheet_is_printed_whole_on_one_page(
    page: BackupPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, _ = backup_keys.new_sheet(admin_of(office))
    text = backup_keys.sheet_text(sheet)
    dialog = SheetDialog(page, text)
    target = tmp_path / "lembar.pdf"
    print_into(target, monkeypatch)
    button(dialog, "cetak_lembar").click()
    printed = QPdfDocument()
    printed.load(str(target))
    assert printed.pageCount() == 1
    assert printed.getAllText(0).text().split() == [*text.split(), "1"]  # the number of the page


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
