"""Pengguna: the list, the form with faults in place, closing, accounts, seksi."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, people
from kinerja_desktop.services.people import PegawaiView
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.people.tab import PeoplePage, make
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from tests.office import JOKO, SITI, Kantor
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

SANDI = "kalimat pendek yang panjang"
Answer = Callable[[Dialog], None]


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    people.open_account(made.ctx(JOKO), "joko", "joko", SANDI)
    return made


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> PeoplePage:
    made = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
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


# --- the list ------------------------------------------------------------------------------------


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
    assert "19750202 •••••• • •••" in shown
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
        press(form, "tutup_jabatan")

    answering(page, "tutup", answer)
    assert stored(kantor, "Dewi Ibarat").sampai == date(2026, 7, 9)
    assert "Dewi Ibarat" not in names(page)


def test_an_account_lets_somebody_in(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        type_into(form, "pengguna", "Siti")
        type_into(form, "sandi_baru", "pendek")
        type_into(form, "sandi_ulang", "lain")
        press(form, "simpan_akun")
        assert told(form) == ["Kedua sandi tidak sama. Ketik ulang."]
        type_into(form, "sandi_ulang", "pendek")
        press(form, "simpan_akun")
        assert told(form) == ["Sandi terlalu pendek. Tulis paling sedikit 8 huruf."]
        for field in ("sandi_baru", "sandi_ulang"):
            type_into(form, field, "pelayanan cepat dan ramah")
        press(form, "simpan_akun")

    choose(page, SITI.nama)
    answering(page, "akun", answer)
    assert auth.log_in(kantor.office, "siti", "pelayanan cepat dan ramah").nama == SITI.nama


def test_a_forgotten_password_is_replaced(page: PeoplePage, kantor: Kantor) -> None:
    def answer(form: Dialog) -> None:
        for field in ("sandi_baru", "sandi_ulang"):
            type_into(form, field, "kalimat lain yang panjang")
        press(form, "simpan_akun")

    choose(page, JOKO.nama)
    answering(page, "akun", answer)
    assert auth.log_in(kantor.office, "joko", "kalimat lain yang panjang").nama == JOKO.nama


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
