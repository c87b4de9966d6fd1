"""Pengguna: the list, the form with faults in place, closing, accounts, seksi."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import PasswordMustChange
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, backup_keys, people
from kinerja_desktop.services.context import Confirmations
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.people import PegawaiView
from kinerja_desktop.services.settings import OFFICE_ID
from kinerja_desktop.services.trail import PROGRAM
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.password_help import CodeDialog
from kinerja_desktop.ui.people.tab import PeoplePage, make
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.second import SecondDialog
from tests.office import ANDI, JOKO, OPENING, SITI, Kantor
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

SANDI = "kalimat pendek yang panjang"
Answer = Callable[[Dialog], None]


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    for name, person in (("joko", JOKO), ("andi", ANDI)):
        with made.store.unit() as unit:
            auth.open_account(unit, PROGRAM, OPENING, person, pengguna=name, sandi=SANDI, cost=PRACTICE)
            unit.commit()
    return made


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> PeoplePage:
    office = replace(kantor.office, confirmed=Confirmations(), latihan=True)
    made = make(Desk(lambda: replace(kantor.ctx(JOKO), office=office), InlineRunner()))
    made.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.load()
    made.resize(1366, 560)
    made.show()
    return made


def names(page: PeoplePage) -> list[str]:
    things = listing(page).things
    return [str(things.data(things.index(row, 0))) for row in range(things.rowCount())]


def listing(page: QWidget) -> Listing[PegawaiView]:
    found: Listing[PegawaiView] | None = page.findChild(Listing, "daftar_pegawai")
    assert found is not None
    return found


def choose(page: PeoplePage, nama: str) -> None:
    listing(page).selectRow(names(page).index(nama))


def press(root: QWidget, name: str) -> None:
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def type_into(root: QWidget, name: str, text: str) -> None:
    field = root.findChild(QLineEdit, name)
    assert field is not None, name
    field.setText(text)


def tick(root: QWidget, role: Role) -> None:
    box = root.findChild(QCheckBox, f"peran_{role.value}")
    assert box is not None
    box.click()


def told(root: QWidget) -> list[str]:
    return [fault.text() for fault in root.findChildren(FieldFault) if fault.text()]


def strip(root: QWidget) -> str:
    return next((found.text() for found in root.findChildren(Strip) if found.isVisible()), "")


def answering(page: PeoplePage, asks: str, answer: Answer) -> None:
    """Press a button of the page and answer the dialog that it opens; an open dialog is closed afterwards."""

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, page, reply)
    press(page, asks)


def stored(kantor: Kantor, nama: str) -> Pegawai:
    return next(v.pegawai for v in people.list_people(kantor.ctx(JOKO)) if v.pegawai.nama == nama)


def agreed_by_andi(page: PeoplePage, *wrong: str) -> None:
    """When the second official is asked for, Andi types his password, after some wrong ones."""

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SecondDialog):
            QTimer.singleShot(10, page, reply)
            return
        for sandi in wrong:
            type_into(dialog, "sandi_kedua", sandi)
            press(dialog, "setujui_pejabat_kedua")
            assert told(dialog) == ["Sandi pejabat ini tidak cocok. Periksa huruf besar, lalu coba lagi."]
        type_into(dialog, "sandi_kedua", SANDI)
        press(dialog, "setujui_pejabat_kedua")

    QTimer.singleShot(0, page, reply)


# --- the list ------------------------------------------------------------------------------------


def give(form: QWidget, sandi: str = SANDI) -> None:
    type_into(form, "sandi", sandi)


def test_everybody_in_force_is_listed(page: PeoplePage) -> None:
    assert len(names(page)) == 9


def test_reading_writes_nothing(page: PeoplePage, kantor: Kantor) -> None:
    with kantor.store.read() as unit:
        before = unit.journal.head()
    page.load()
    with kantor.store.read() as unit:
        assert unit.journal.head() == before


def test_the_filter_finds_by_name_jabatan_and_role(page: PeoplePage) -> None:
    for text in ("siti", "kasi pelayanan", "kasubag perencanaan"):
        type_into(page, "cari", text)
        assert len(names(page)) == 1, text


def test_closed_people_are_shown_when_asked(page: PeoplePage, kantor: Kantor) -> None:
    people.close_person(kantor.ctx(JOKO), "dewi", date(2026, 7, 9), 0)
    page.load()
    assert "Dewi Ibarat" not in names(page)
    box = page.findChild(QCheckBox, "tampilkan_ditutup")
    assert box is not None
    box.click()
    assert "Dewi Ibarat" in names(page)


def test_the_nip_is_masked(page: PeoplePage) -> None:
    choose(page, SITI.nama)
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert "•••••••• •••••• • 992" in shown
    assert not any("199001" in text or SITI.nip in text for text in shown if SITI.nip)


# --- the form ------------------------------------------------------------------------------------


def test_a_new_person_is_stored(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        type_into(form, "nama", "Lina Kiranya")
        type_into(form, "jabatan", "Pengolah Data")
        type_into(form, "mulai", "1-7-2026")
        tick(form, Role.ANALIS)
        section = form.findChild(QComboBox, "seksi")
        assert section is not None
        section.setCurrentIndex(section.findText("Seksi Pelayanan"))
        give(form)
        agreed_by_andi(page)
        press(form, "simpan_pegawai")
        assert not form.isVisible()

    answering(page, "pegawai_baru", answer)
    made = stored(kantor, "Lina Kiranya")
    assert (made.seksi, made.peran, made.mulai) == ("PEL", (Role.ANALIS,), date(2026, 7, 1))
    assert "Lina Kiranya" in names(page)


def test_all_faults_stand_beside_their_fields(page: PeoplePage) -> None:
    def answer(form: Dialog) -> None:
        tick(form, Role.KASUBAG)
        press(form, "simpan_pegawai")
        assert told(form) == ["Nama harus diisi.", "Jabatan harus diisi.", "Seksi harus diisi."]
        assert "Belum ada yang disimpan" in strip(form)

    answering(page, "pegawai_baru", answer)
    assert len(names(page)) == 9


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("nip", "19700101199501199", "NIP harus 18 angka; terisi 17."),
        ("mulai", "kemarin", "Tanggal mulai tidak terbaca. Tulis tanggal, bulan, dan tahun, seperti 1-7-2026."),
        ("sampai", "31-2-2026", "Tanggal selesai tidak terbaca. Tulis tanggal, bulan, dan tahun, seperti 1-7-2026."),
    ],
)
def test_a_fault_names_what_was_typed(page: PeoplePage, field: str, text: str, sentence: str) -> None:
    def answer(form: Dialog) -> None:
        type_into(form, "nama", "Lina Kiranya")
        type_into(form, "jabatan", "Pengolah Data")
        type_into(form, field, text)
        press(form, "simpan_pegawai")
        assert told(form) == [sentence]

    answering(page, "pegawai_baru", answer)


def test_a_masked_nip_is_kept_when_it_is_not_edited(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        field = form.findChild(QLineEdit, "nip")
        assert field is not None
        assert field.isReadOnly()
        type_into(form, "jabatan", "Kepala Seksi Pelayanan")
        press(form, "simpan_pegawai")

    choose(page, SITI.nama)
    answering(page, "ubah", answer)
    assert (stored(kantor, SITI.nama).nip, stored(kantor, SITI.nama).jabatan) == (SITI.nip, "Kepala Seksi Pelayanan")


def test_changed_roles_ask_for_the_own_password(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        field = form.findChild(QLineEdit, "sandi")
        assert field is not None
        assert not field.isVisible()
        tick(form, Role.ANALIS)
        assert field.isVisible()
        type_into(form, "sandi", "salah sama sekali")
        press(form, "simpan_pegawai")
        assert told(form) == ["Sandi Anda tidak cocok."]
        type_into(form, "sandi", SANDI)
        agreed_by_andi(page, "salah sama sekali")
        press(form, "simpan_pegawai")

    choose(page, SITI.nama)
    answering(page, "ubah", answer)
    assert Role.ANALIS in stored(kantor, SITI.nama).peran


def test_a_role_is_not_given_without_the_second_official(page: PeoplePage, kantor: Kantor) -> None:
    def refuse() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SecondDialog):
            dialog.reject()
        else:
            QTimer.singleShot(10, page, refuse)

    def answer(form: Dialog) -> None:
        tick(form, Role.ANALIS)
        give(form)
        QTimer.singleShot(0, page, refuse)
        press(form, "simpan_pegawai")
        assert "Peran diberikan oleh dua orang" in strip(form)

    choose(page, SITI.nama)
    answering(page, "ubah", answer)
    assert Role.ANALIS not in stored(kantor, SITI.nama).peran


def test_the_recovery_sheet_stands_for_the_second_official(page: PeoplePage, kantor: Kantor) -> None:
    with kantor.office.store.unit() as unit:
        unit.settings.put(OFFICE_ID, new_id())
        unit.commit()
    words = " ".join(backup_keys.make_keys(kantor.office).kata)

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SecondDialog):
            QTimer.singleShot(10, page, reply)
            return
        who, sheet = dialog.findChild(QComboBox, "pejabat_kedua"), dialog.findChild(QPlainTextEdit, "lembar")
        sandi = dialog.findChild(QLineEdit, "sandi_kedua")
        assert who is not None
        assert sheet is not None
        assert sandi is not None
        assert not sheet.isVisible()
        who.setCurrentIndex(who.findText("Lembar pemulihan kantor"))
        assert sheet.isVisible()
        assert not sandi.isVisible()
        for typed in (words.replace(" ", " lupa ", 1), words):
            sheet.setPlainText(typed)
            press(dialog, "setujui_pejabat_kedua")

    def answer(form: Dialog) -> None:
        tick(form, Role.ANALIS)
        give(form)
        QTimer.singleShot(0, page, reply)
        press(form, "simpan_pegawai")

    choose(page, SITI.nama)
    answering(page, "ubah", answer)
    assert Role.ANALIS in stored(kantor, SITI.nama).peran


# --- closing, accounts, seksi --------------------------------------------------------------------


def test_closing_is_refused_while_tasks_wait(page: PeoplePage, kantor: Kantor) -> None:
    kantor.assign("PEL")
    page.load()

    def answer(form: Dialog) -> None:
        press(form, "tutup_jabatan")
        assert strip(form) == f"{SITI.nama} masih memegang 1 tugas. Tetapkan penggantinya sebelum menutup."

    choose(page, SITI.nama)
    answering(page, "tutup", answer)
    assert stored(kantor, SITI.nama).sampai is None


def test_closing_ends_the_jabatan_and_keeps_the_person(page: PeoplePage, kantor: Kantor) -> None:
    choose(page, "Dewi Ibarat")

    def answer(form: Dialog) -> None:
        type_into(form, "sampai", "9 Juli 2026")
        give(form)
        press(form, "tutup_jabatan")

    answering(page, "tutup", answer)
    assert stored(kantor, "Dewi Ibarat").sampai == date(2026, 7, 9)
    assert "Dewi Ibarat" not in names(page)


def code_shown(form: QWidget) -> str:
    label = form.findChild(QLabel, "kode")
    assert label is not None
    return label.text()


def test_an_account_begins_with_a_code_with_which_its_owner_makes_a_password(page: PeoplePage, kantor: Kantor) -> None:
    codes: list[str] = []

    def answer(form: Dialog) -> None:
        type_into(form, "pengguna", "Siti")
        press(form, "simpan_akun")
        assert told(form) == ["Ketik sandi Anda untuk meneruskan. Belum ada yang diubah."]
        give(form)
        agreed_by_andi(page, "salah sama sekali")
        QTimer.singleShot(0, page, lambda: read_code(codes))
        press(form, "simpan_akun")

    choose(page, SITI.nama)
    answering(page, "akun", answer)
    auth.replace_password(kantor.office, "siti", codes[0], "pelayanan cepat dan ramah")
    assert auth.log_in(kantor.office, "siti", "pelayanan cepat dan ramah").nama == SITI.nama


def read_code(codes: list[str]) -> None:
    """Look for the dialog of the code until it is there, and close it."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, CodeDialog):
        QTimer.singleShot(10, lambda: read_code(codes))
        return
    codes.append(code_shown(dialog))
    dialog.reject()


def test_two_officials_help_somebody_who_forgot(page: PeoplePage, kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        auth.open_account(unit, PROGRAM, OPENING, SITI, pengguna="siti", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    page.load()
    codes: list[str] = []

    def answer(form: Dialog) -> None:
        press(form, "lanjut")
        type_into(form, "sandi_penolong_1", SANDI)
        press(form, "lanjut")
        assert told(form) == ["Sandi belum diisi."]
        type_into(form, "sandi_penolong_2", "salah sama sekali")
        press(form, "lanjut")
        press(form, "beri_kode")
        assert told(form) == [f"Sandi {JOKO.nama} tidak cocok. Periksa huruf besar, lalu coba lagi."]
        type_into(form, "sandi_penolong_2", SANDI)
        press(form, "lanjut")
        QTimer.singleShot(0, page, lambda: read_code(codes))
        press(form, "beri_kode")

    choose(page, SITI.nama)
    answering(page, "akun", answer)
    with pytest.raises(PasswordMustChange):
        auth.log_in(kantor.office, "siti", codes[0])


def test_a_password_given_a_moment_ago_is_not_asked_for_again(page: PeoplePage, kantor: Kantor) -> None:
    def first(form: Dialog) -> None:
        tick(form, Role.ANALIS)
        give(form)
        agreed_by_andi(page)
        press(form, "simpan_pegawai")

    def second(form: Dialog) -> None:
        tick(form, Role.ANALIS)
        field = form.findChild(QLineEdit, "sandi")
        assert field is not None
        assert not field.isVisible()
        press(form, "simpan_pegawai")

    choose(page, SITI.nama)
    answering(page, "ubah", first)
    answering(page, "ubah", second)
    assert Role.ANALIS not in stored(kantor, SITI.nama).peran


def test_a_seksi_is_added_and_renamed(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        type_into(form, "nama_seksi", "Seksi Pelayanan Umum")
        press(form, "simpan_seksi")
        press(form, "seksi_baru")
        press(form, "simpan_seksi")
        assert told(form) == ["Kode seksi harus diisi.", "Nama seksi harus diisi."]
        type_into(form, "kode_seksi", "KES")
        type_into(form, "nama_seksi", "Seksi Kesejahteraan")
        press(form, "simpan_seksi")

    answering(page, "seksi_kantor", answer)
    known = {view.seksi.kode: view.seksi.nama for view in people.list_seksi(kantor.ctx(JOKO))}
    assert (known["PEL"], known["KES"]) == ("Seksi Pelayanan Umum", "Seksi Kesejahteraan")


# --- keys and sizes ------------------------------------------------------------------------------


def test_enter_opens_the_form(page: PeoplePage, qtbot: QtBot) -> None:
    seen: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    choose(page, SITI.nama)
    QTimer.singleShot(0, page, reply)
    qtbot.keyClick(listing(page), Qt.Key.Key_Return)
    assert seen == [f"Ubah Pegawai – {SITI.nama}"]


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut(
    kantor: Kantor, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
    qtbot.addWidget(page)
    page.set_narrow(narrow=size[0] < 1200 * factor)
    page.load()
    page.resize(size[0], size[1] - 120)
    page.show()
    qtbot.waitUntil(lambda: not unreadable(page))
