"""«Paket»: copying and ticking the web form, describing it, preparing files, the LKE folder, the full export."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import WrongLogin
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.unggah import Masa
from kinerja_desktop.services import auth, office_papers, upload_packet
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context, FreshFor
from kinerja_desktop.ui.archive.tab import ArchivePage, make
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.kantor import SANDI, Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, opening

PLANNER = ("rahma", Role.KASUBAG_PERENCANAAN)
TW = Masa(2026, 1)


@pytest.fixture
def kantor() -> Kantor:
    """TW I is settled, so there are figures to upload."""
    return copied(opening)


def opened(qtbot: QtBot, kantor: Kantor, packet: int = 0, *, narrow: bool = False) -> ArchivePage:
    page = open_page(qtbot, make, kantor.ctx(*PLANNER), size=NARROW if narrow else WIDE)
    choose(qtbot, page, "sisi_arsip", 2)
    if packet:
        choose(qtbot, page, "jenis_paket", packet)
    else:
        choose_period(page, "Triwulan I 2026")
    return page


def choose_period(page: ArchivePage, words: str) -> None:
    period = part(page, QComboBox, "masa_unggah")
    period.setCurrentIndex(period.findText(words))
    period.activated.emit(period.currentIndex())


def choose(qtbot: QtBot, page: ArchivePage, name: str, at: int) -> None:
    switch = part(page, Segmented, name)
    with qtbot.waitSignal(switch.chosen):
        switch.findChildren(QAbstractButton)[at].click()


def rows(page: ArchivePage) -> Listing:  # type: ignore[type-arg]  # the list as Qt finds it
    return part(page, Listing, "isian_unggah")


def pick(page: ArchivePage, label: str, milik: str) -> None:
    assert rows(page).choose(lambda e: e.label == label and e.milik.startswith(milik))


def press_cell(qtbot: QtBot, page: ArchivePage, column: int) -> None:
    listing = rows(page)
    cell = listing.visualRect(listing.currentIndex().siblingAtColumn(column))
    listing.scrollTo(listing.currentIndex())
    qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())


def answering(answer: Callable[[Dialog], None]) -> None:
    """Answer the next dialog."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        answer(dialog)

    QTimer.singleShot(0, found)


# --- who sees it ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "role", "sides"), [("rahma", Role.KASUBAG_PERENCANAAN, 3), ("andi", Role.CAMAT, 2)])
def test_only_the_planner_and_the_admin_have_packets(
    qtbot: QtBot, kantor: Kantor, who: str, role: Role, sides: int
) -> None:
    page = open_page(qtbot, make, kantor.ctx(who, role))
    assert len(part(page, Segmented, "sisi_arsip").findChildren(QAbstractButton)) == sides


def test_esc_and_the_switch_lead_back(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    assert page.caption() == "Paket"
    choose(qtbot, page, "sisi_paket", 1)
    assert page.caption() == "Buat Dokumen"
    choose(qtbot, page, "sisi_buat", 2)
    assert page.go_back()
    assert page.caption() == ""


@pytest.mark.parametrize("packet", [0, 1, 2])
@pytest.mark.parametrize("narrow", [False, True])
def test_no_word_is_cut(qtbot: QtBot, kantor: Kantor, packet: int, *, narrow: bool) -> None:
    assert cut_texts(opened(qtbot, kantor, packet, narrow=narrow)) == []


# --- Paket Unggah --------------------------------------------------------------------------------


def test_enter_copies_the_value_and_space_ticks_it(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    pick(page, "Realisasi", "1.2")
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(rows(page), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "1164"
    rows(page).setFocus()
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(rows(page), Qt.Key.Key_Space)
    tick = part(page, QCheckBox, "tanda_unggah")
    assert tick.isChecked()
    assert "Rahma Teladan" in labels(page)
    assert "1 dari" in labels(page)
    with qtbot.waitSignal(page.changed):
        tick.click()
    assert upload_packet.load(page.ctx(), TW).kemajuan[0] == 0


def test_cells_copy_and_tick_when_they_are_pressed(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    pick(page, "Capaian (%)", "1.2")
    press_cell(qtbot, page, 5)
    assert QGuiApplication.clipboard().text() == "97,00"
    with qtbot.waitSignal(page.changed):
        press_cell(qtbot, page, 6)
    assert upload_packet.load(page.ctx(), TW).kemajuan[0] == 1


def test_all_fields_of_an_indikator_are_ticked_at_once_and_leave_the_open_ones(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    pick(page, "Realisasi", "1.2")
    press(qtbot, page, "tandai_semua")
    done = upload_packet.load(page.ctx(), TW).kemajuan[0]
    assert done >= 6
    part(page, QCheckBox, "hanya_belum").click()
    assert not rows(page).choose(lambda e: e.milik.startswith("1.2") and bool(e.isi))


def test_the_year_has_its_own_form(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    choose_period(page, "Tahun 2026")
    assert rows(page).choose(lambda e: e.label == "LKjIP")


def test_the_form_is_changed_on_the_screen_and_wrong_lines_are_told(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)

    def change(dialog: Dialog) -> None:
        table = part(dialog, EditTable, "tabel_isian")
        table.set_texts([("Hambatan", "Setiap indikator", "Faktor penghambat", "sepuluh")])
        press(qtbot, dialog, "simpan_formulir")
        assert "harus bilangan bulat" in dialog_text(dialog)
        table.set_texts([("Hambatan", "Setiap indikator", "Faktor penghambat", "10")])
        part(dialog, QLineEdit, "maks_mb").setText("2")
        press(qtbot, dialog, "simpan_formulir")

    answering(change)
    with qtbot.waitSignal(page.changed):
        press(qtbot, page, "ubah_formulir")
    form = upload_packet.load(page.ctx(), TW).formulir
    assert [(i.label, i.maks) for i in form.isian] == [("Hambatan", 10)]
    assert form.maks_mb == 2


def dialog_text(dialog: Dialog) -> str:
    return " ".join(strip.text() for strip in dialog.findChildren(Strip) if not strip.isHidden())


def test_lines_of_the_form_are_moved_added_and_proposed_again(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)

    def move(dialog: Dialog) -> None:
        table = part(dialog, EditTable, "tabel_isian")
        first, second = table.texts()[:2]
        table.setCurrentCell(1, 0)
        press(qtbot, dialog, "naik")
        assert table.texts()[:2] == [second, first]
        press(qtbot, dialog, "hapus_baris")
        press(qtbot, dialog, "tambah_baris")
        press(qtbot, dialog, "usulan")
        assert table.texts()[:2] == [first, second]
        dialog.reject()

    answering(move)
    press(qtbot, page, "ubah_formulir")


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_the_form_fits_every_screen(
    qtbot: QtBot, kantor: Kantor, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = opened(qtbot, kantor)
    page.resize(*size)

    def look(dialog: Dialog) -> None:
        for at in (0, 1):
            part(dialog, Segmented, "bagian_formulir").findChildren(QAbstractButton)[at].click()
            QApplication.processEvents()
            assert unreadable(dialog) == []
            assert dialog.height() <= size[1]
        dialog.reject()

    answering(look)
    press(qtbot, page, "ubah_formulir")


def in_folder(monkeypatch: pytest.MonkeyPatch, place: Path, qtbot: QtBot) -> None:
    """Answer the question for a place with this folder."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))

    def answer(dialog: Dialog) -> None:
        press(qtbot, dialog, "folder_lain")
        press(qtbot, dialog, "mulai_tulis")

    answering(answer)


def told(page: ArchivePage) -> str:
    return " ".join(s.text() for s in page.findChildren(Strip) if s.objectName() == "hasil_paket" and s.isVisible())


def test_files_are_prepared_and_what_is_left_out_is_told(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_papers.fix(kantor.ctx(*PLANNER), "pengukuran_triwulan", Pokok(2026, 1))
    page = opened(qtbot, kantor)
    in_folder(monkeypatch, tmp_path, qtbot)
    press(qtbot, page, "siapkan_berkas")
    (made,) = tmp_path.iterdir()
    assert len(list(made.glob("*.pdf"))) == 1
    assert "1 berkas siap" in told(page)
    assert "Laporan Triwulan: belum ada" in told(page)


# --- Paket Bukti LKE -----------------------------------------------------------------------------


def test_criteria_say_what_is_there_and_the_folder_is_made(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_papers.fix(kantor.ctx(*PLANNER), "sop", Pokok(2026))
    page = opened(qtbot, kantor, 1)
    criteria = part(page, Listing, "kriteria_lke")
    assert criteria.choose(lambda b: b.nomor == "2.a.1")
    assert "SOP Pengumpulan Data Kinerja: folder 2" in labels(page)
    choose(qtbot, page, "tampilan_lke", 2)
    assert part(page, Listing, "kurang_lke").isVisible()
    in_folder(monkeypatch, tmp_path, qtbot)
    press(qtbot, page, "buat_paket_lke")
    (made,) = tmp_path.iterdir()
    assert (made / "0 Indeks bukti.pdf").exists()
    assert "bukti belum ada" in told(page)


# --- Ekspor Lengkap ------------------------------------------------------------------------------


def test_the_export_asks_for_the_password_and_is_refused_without_it(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def check(ctx: Context, sandi: str, untuk: FreshFor) -> None:
        asked.append(sandi)
        if sandi != SANDI:
            raise WrongLogin
        ctx.office.confirmed.remember(ctx.actor.id, untuk)

    monkeypatch.setattr(auth, "confirm_password", check)
    page = opened(qtbot, kantor, 2)

    def answer(dialog: Dialog) -> None:
        sandi = part(dialog, QLineEdit, "sandi")
        sandi.setText("salah")
        press(qtbot, dialog, "lanjut")
        assert "Belum ada yang dikerjakan." in dialog_text(dialog)
        sandi.setText(SANDI)
        in_folder(monkeypatch, tmp_path, qtbot)
        qtbot.keyClick(sandi, Qt.Key.Key_Return)

    answering(answer)
    press(qtbot, page, "ekspor_lengkap")
    assert asked == ["salah", SANDI]
    (made,) = tmp_path.iterdir()
    assert (made / "BACA-SAYA.txt").exists()
    assert "Selesai dan sudah dibaca ulang" in told(page)
