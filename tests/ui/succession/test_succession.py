"""Serah Terima Petugas on the screen: five steps, nothing before the last one, then the code and the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import archive, auth, backup
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.context import Confirmations
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.trail import PROGRAM, Kind
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.password_help import CodeDialog
from kinerja_desktop.ui.people.person_dialog import PersonDialog
from kinerja_desktop.ui.people.tab import PeoplePage, make
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.succession.copy_step import CopyStep
from kinerja_desktop.ui.succession.dialog import COPIES, END, KEYS, TASKS, WHO, FiledPaperDialog, SuccessionDialog
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.strips import Strip
from tests.disk_office import admin_of, make_office
from tests.office import JOKO, OPENING, SITI, TUTI, Kantor
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.printing import print_into

SANDI = "kalimat pendek yang panjang"
TODAY = date(2026, 7, 10)


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    with made.store.unit() as unit:
        auth.open_account(unit, PROGRAM, OPENING, JOKO, pengguna="joko", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    made.play(until=Action.SUBMIT_BAHAN)
    return made


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> PeoplePage:
    office = replace(kantor.office, confirmed=Confirmations(), latihan=True)
    made = make(Desk(lambda: replace(kantor.ctx(JOKO), office=office), InlineRunner()))
    qtbot.addWidget(made)
    made.load()
    made.resize(1366, 560)
    made.show()
    return made


@pytest.fixture
def dialog(page: PeoplePage) -> SuccessionDialog:
    made = SuccessionDialog(page, SITI.id, str)
    made.show()
    choose(made, "serah_baru", TUTI.id)
    return made


def press(root: QWidget, name: str) -> None:
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    button.click()


def choose(root: QWidget, name: str, data: str) -> None:
    box = root.findChild(QComboBox, name)
    assert box is not None, name
    box.setCurrentIndex(box.findData(data))


def type_into(root: QWidget, name: str, text: str) -> None:
    field = root.findChild(QLineEdit, name)
    assert field is not None, name
    field.setText(text)


def texts(root: QWidget) -> str:
    return " ".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def faults(root: QWidget) -> list[str]:
    return [fault.text() for fault in root.findChildren(FieldFault) if fault.text()]


def walk(dialog: SuccessionDialog, until: int) -> None:
    while dialog.steps.step() < until:
        press(dialog, "lanjut")


def holders(kantor: Kantor) -> list[str]:
    with kantor.store.read() as unit:
        return [p.nama for p in unit.people.holders(Role.KASUBAG, TODAY, "PEL")]


def answering(page: PeoplePage, asks: str, answers: list[Callable[[Dialog], None]]) -> None:
    """Press a button of the page; each dialog that opens gets the next answer and is then closed."""
    seen: set[int] = set()
    timer = QTimer(page)

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog) or id(dialog) in seen or not answers:
            return
        seen.add(id(dialog))
        answer = answers.pop(0)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(reply)
    timer.start(0)
    press(page, asks)
    timer.stop()


def test_the_steps_say_what_goes_over_and_tick_themselves(dialog: SuccessionDialog) -> None:
    walk(dialog, TASKS)
    assert "Susun laporan Seksi Pelayanan, Triwulan II 2026" in texts(dialog)
    walk(dialog, COPIES)
    assert "Cadangan terakhir di flashdisk: belum ada." in texts(dialog)
    walk(dialog, KEYS)
    assert "Belum ada lembar pemulihan" in texts(dialog)
    type_into(dialog, "pengguna_serah", "tuti")
    walk(dialog, END)
    assert "Tuti Seumpama memegang Kasi Pelayanan (Kasubag) mulai 10 Juli 2026" in texts(dialog)
    assert [dialog.steps.is_done(at) for at in (WHO, TASKS, COPIES, KEYS)] == [True, True, False, True]


def test_nothing_is_handed_over_before_the_last_step_or_when_given_up(dialog: SuccessionDialog, kantor: Kantor) -> None:
    assert "Serahkan" not in [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()]
    walk(dialog, END)
    dialog.reject()

    assert holders(kantor) == [SITI.nama]
    assert not archive.load(kantor.ctx(JOKO)).baris


def test_what_cannot_be_is_told_beside_its_field_and_the_path_stays(dialog: SuccessionDialog) -> None:
    choose(dialog, "serah_baru", SITI.id)
    type_into(dialog, "serah_mulai", "9-7-2026")
    press(dialog, "lanjut")

    assert dialog.steps.step() == WHO
    assert [words.split(".")[0] for words in faults(dialog)] == [
        "Yang menerima tidak ada dalam pilihan",
        "Mulai bertugas sudah lewat",
    ]


def test_a_name_that_is_taken_stops_at_its_step(dialog: SuccessionDialog) -> None:
    walk(dialog, KEYS)
    type_into(dialog, "pengguna_serah", "joko")
    press(dialog, "lanjut")

    assert dialog.steps.step() == KEYS
    assert len(faults(dialog)) == 1


def test_going_back_keeps_what_was_typed(dialog: SuccessionDialog) -> None:
    type_into(dialog, "serah_dasar", "SPT Nomor 12")
    walk(dialog, END)
    while dialog.steps.step() > WHO:
        press(dialog, "kembali")
    assert dialog.findChild(QLineEdit, "serah_dasar").text() == "SPT Nomor 12"  # type: ignore[union-attr]  # is there


def test_a_wrong_password_hands_nothing_over(dialog: SuccessionDialog, kantor: Kantor) -> None:
    walk(dialog, END)
    type_into(dialog, "sandi", "bukan ini")
    press(dialog, "serahkan")

    assert dialog.isVisible()
    assert holders(kantor) == [SITI.nama]
    assert "Belum ada yang diserahkan." in " ".join(s.accessibleName() for s in dialog.findChildren(Strip))


def test_from_the_page_to_the_code_and_the_paper(page: PeoplePage, kantor: Kantor) -> None:
    opened: list[type] = []

    def hand_over(dialog: Dialog) -> None:
        assert isinstance(dialog, SuccessionDialog)
        choose(dialog, "serah_lama", SITI.id)
        choose(dialog, "serah_baru", TUTI.id)
        walk(dialog, KEYS)
        type_into(dialog, "pengguna_serah", "tuti")
        walk(dialog, END)
        type_into(dialog, "sandi", SANDI)
        press(dialog, "serahkan")

    def note(dialog: Dialog) -> None:
        opened.append(type(dialog))

    answering(page, "serah_terima", [hand_over, note, note])

    assert opened == [CodeDialog, FiledPaperDialog]
    assert holders(kantor) == [TUTI.nama]
    assert archive.load(kantor.ctx(JOKO)).baris[0].jenis == "Berita Acara Serah Terima"


def test_the_paper_printed_and_saved_is_noted_as_copies(
    page: PeoplePage, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_into(tmp_path / "cetakan.pdf", monkeypatch)
    target = tmp_path / "simpanan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def hand_over(dialog: Dialog) -> None:
        assert isinstance(dialog, SuccessionDialog)
        choose(dialog, "serah_lama", SITI.id)
        choose(dialog, "serah_baru", TUTI.id)
        walk(dialog, END)
        type_into(dialog, "sandi", SANDI)
        press(dialog, "serahkan")

    def print_and_save(dialog: Dialog) -> None:
        press(dialog, "cetak_kertas")
        press(dialog, "simpan_kertas")

    answering(page, "serah_terima", [hand_over, print_and_save])

    (filed,) = archive.load(kantor.ctx(JOKO)).baris
    with kantor.store.read() as unit:
        told = [record.isi for record in unit.journal.records(Kind.PAPER.value, filed.id)]
    assert [isi["salinan"] for isi in told if "salinan" in isi] == [1, 2]
    assert target.read_bytes() == archive.open_paper(kantor.ctx(JOKO), filed.id)


def test_somebody_new_is_entered_on_the_way(page: PeoplePage) -> None:
    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, PersonDialog)
        type_into(form, "nama", "Nadia Seandainya")
        type_into(form, "jabatan", "Pelaksana")
        press(form, "simpan_pegawai")

    def begin(dialog: Dialog) -> None:
        QTimer.singleShot(0, dialog, fill)
        press(dialog, "pegawai_baru_serah")
        box = dialog.findChild(QComboBox, "serah_baru")
        assert box is not None
        assert box.currentText() == "Nadia Seandainya, Pelaksana"

    answering(page, "serah_terima", [begin])


def test_a_copy_step_tries_the_newest_copy(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(tmp_path / "data")
    step = CopyStep(lambda: admin_of(office), InlineRunner())
    qtbot.addWidget(step)
    step.show()
    press(step, "uji_serah")
    assert "Belum ada salinan yang dapat diuji" in step.findChildren(Strip)[0].accessibleName()

    backup.keep_local(office, Jenis.OTOMATIS)
    with qtbot.waitSignal(step.made):
        press(step, "uji_serah")
    assert "dapat dipulihkan" in step.findChildren(Strip)[0].accessibleName()
    office.store.close()


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut_on_any_step(
    kantor: Kantor, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    long = "Raden Mas Ngabehi Perumpamaan Panjang Sekali, S.STP., M.Si."
    with kantor.store.unit() as unit:
        unit.people.put(Pegawai(long, "Kepala Seksi Pemberdayaan Masyarakat dan Desa", (), id="panjang"))
        unit.commit()
    page = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
    qtbot.addWidget(page)
    page.load()
    page.resize(size[0], size[1] - 120)
    page.show()
    dialog = SuccessionDialog(page, SITI.id, str)
    dialog.show()
    choose(dialog, "serah_baru", "panjang")
    for at in range(END + 1):
        walk(dialog, at)
        qtbot.waitUntil(lambda: not unreadable(dialog))
        assert dialog.height() <= size[1]
