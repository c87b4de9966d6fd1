"""The page of an import: what the trial found, columns of a foreign workbook, and what was stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import planning, workbook_export
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.importing.page import ImportPage
from kinerja_desktop.ui.runner import Calls, Cancelled, InlineRunner, Job, T, Ticket, _InlineReport
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.exchange import foreign
from tests.office import give_password
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, part, press
from tests.ui.scenes import copied, opening

Edit = Callable[[str, str, str | int], None]


@pytest.fixture
def ctx() -> Context:
    kantor: Kantor = copied(opening)
    return kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context) -> ImportPage:
    return opened(qtbot, ctx, InlineRunner())


def opened(qtbot: QtBot, ctx: Context, runner: InlineRunner, size: QSize = WIDE) -> ImportPage:
    page = ImportPage(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.resize(size)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def book(ctx: Context, tmp_path: Path) -> Path:
    """The plan of the office as it goes out."""
    file = tmp_path / "rencana-2026.xlsx"
    give_password(ctx.office, ctx.actor.id)
    workbook_export.export_workbook(ctx, file, 2026)
    return file


@pytest.fixture
def edit(book: Path) -> Edit:
    def put(lembar: str, sel: str, value: str | int) -> None:
        content = load_workbook(book)
        content[lembar][sel] = value
        content.save(book)

    return put


def state(page: ImportPage) -> str:
    return " ".join(strip.text() for strip in page.findChildren(Strip) if strip.isVisibleTo(page))


def rows(page: ImportPage, name: str) -> list[tuple[str, ...]]:
    things = part(page, Listing, name).things
    columns = range(things.columnCount())
    return [tuple(str(things.data(things.index(r, c))) for c in columns) for r in range(things.rowCount())]


def choose_part(qtbot: QtBot, page: ImportPage, at: int) -> None:
    parts = part(page, Segmented, "bagian_hasil")
    qtbot.mouseClick(parts.findChildren(QPushButton)[at], Qt.MouseButton.LeftButton)


def pick(page: ImportPage, name: str, text: str) -> None:
    box = part(page, QComboBox, name)
    at = box.findText(text)
    assert at >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


# --- what a trial found ----------------------------------------------------------------------------


def test_counts_stand_there_before_terapkan_and_the_same_were_stored(
    qtbot: QtBot, page: ImportPage, ctx: Context, book: Path, edit: Edit
) -> None:
    edit("Indikator", "B2", "Nama yang baru")
    page.open(book)
    assert "1 diubah" in state(page)
    assert "Belum ada yang disimpan" in state(page)
    [row] = rows(page, "daftar_perubahan")
    assert row[:3] == ("Indikator", "1.1", "diubah")
    assert "→ Nama yang baru" in row[3]

    stored: list[object] = []
    page.stored.connect(stored.append)
    press(qtbot, page, "terapkan")
    assert "Tersimpan pukul" in state(page)
    assert "1 diubah" in state(page)
    assert len(stored) == 1
    assert planning.load(ctx, 2026).rencana.indikator[0].nama == "Nama yang baru"


def test_rows_are_filtered_by_sheet_by_what_they_become_and_by_words(page: ImportPage, book: Path, edit: Edit) -> None:
    edit("Indikator", "B2", "Nama yang baru")
    page.open(book)
    everything = len(page._result._hasil.perubahan)
    pick(page, "tindakan_perubahan", f"Semua ({everything})")
    assert len(rows(page, "daftar_perubahan")) == everything
    pick(page, "lembar_perubahan", "Seksi (6)")
    assert {row[0] for row in rows(page, "daftar_perubahan")} == {"Seksi"}
    pick(page, "lembar_perubahan", f"Semua lembar ({everything})")
    part(page, QLineEdit, "cari_perubahan").setText("yang baru")
    assert len(rows(page, "daftar_perubahan")) == 1
    part(page, QLineEdit, "cari_perubahan").setText("tidak ada sama sekali")
    assert "Tidak ada baris seperti itu" in labels(page)


def test_a_workbook_that_says_nothing_new_cannot_be_applied(page: ImportPage, book: Path) -> None:
    page.open(book)
    assert "Tidak ada yang berubah" in state(page)
    assert not part(page, QPushButton, "terapkan").isEnabled()


def test_faults_and_warnings_stand_apart_with_their_cells(
    qtbot: QtBot, page: ImportPage, ctx: Context, book: Path, edit: Edit
) -> None:
    edit("Indikator", "C2", "bidang")
    edit("Indikator", "I3", "empat ribu")
    edit("Indikator", "I4", "82.5")
    before = planning.load(ctx, 2026).rencana
    page.open(book)

    assert "2 kesalahan" in state(page)
    assert [row[:3] for row in rows(page, "daftar_kesalahan")] == [
        ("Indikator", "C2", "bidang"),
        ("Indikator", "I3", "empat ribu"),
    ]
    choose_part(qtbot, page, 1)
    assert [row[:2] for row in rows(page, "daftar_peringatan")] == [("Indikator", "I4")]
    apply = part(page, QPushButton, "terapkan")
    assert not apply.isEnabled()
    assert apply.toolTip() == "Perbaiki kesalahannya dahulu."
    assert planning.load(ctx, 2026).rencana == before

    edit("Indikator", "C2", "sasaran")
    edit("Indikator", "I3", 4000)
    press(qtbot, page, "periksa_lagi")
    assert part(page, QPushButton, "terapkan").isEnabled()


def test_findings_are_written_into_a_copy(
    qtbot: QtBot, page: ImportPage, book: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("Indikator", "C2", "bidang")
    tmp_path = book.parent
    page.open(book)
    offered: list[str] = []

    def save_as(_parent: object, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        offered.append(proposed)
        return str(tmp_path / "salinan.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_as)
    press(qtbot, page, "simpan_catatan")
    assert offered == [str(tmp_path / "rencana-2026 - catatan.xlsx")]
    assert "1 catatan ditulis ke salinan salinan.xlsx" in state(page)
    note = load_workbook(tmp_path / "salinan.xlsx")["Indikator"]["C2"].comment
    assert note is not None
    assert "«bidang» tidak dikenal" in note.text


def test_a_file_that_is_no_workbook_is_told_in_place(page: ImportPage, tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    page.open(tmp_path / "rusak.xlsx")
    assert "Buku kerja ini belum dapat dibaca." in labels(page)
    assert "rusak.xlsx" in labels(page)


class _Impatient(InlineRunner):
    """Batal is pressed as soon as the work tells how far it is."""

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        ticket = Ticket()
        ticket.cancel()
        report = _InlineReport(calls, ticket)
        with pytest.raises(Cancelled):
            job(report)
        assert writes
        calls.cancelled()
        return ticket


def test_batal_leaves_the_trial(qtbot: QtBot, ctx: Context, book: Path) -> None:
    page = opened(qtbot, ctx, _Impatient())
    with qtbot.waitSignal(page.left):
        page.open(book)


# --- workbooks of other sources --------------------------------------------------------------------


def test_columns_of_a_foreign_workbook_are_proposed_chosen_and_remembered(
    qtbot: QtBot, page: ImportPage, ctx: Context, tmp_path: Path
) -> None:
    file = foreign.save(tmp_path / "lain.xlsx", tahun=2031)
    page.open(file)
    assert "bukan Buku Kinerja" in state(page)
    assert part(page, QLineEdit, "tahun_buku").text() == "2031"
    assert part(page, QComboBox, "kolom_indikator").currentText() == "Indikator Kinerja"
    assert part(page, QComboBox, "kolom_target_tw2").currentText() == "Target Triwulan TW II"
    pick(page, "kolom_sasaran", "(tidak ada)")
    press(qtbot, page, "periksa_isi")
    assert "Tahun 2031: 7 akan ditambah" in state(page)
    press(qtbot, page, "terapkan")
    rencana = planning.load(ctx, 2031).rencana
    assert [(i.kode, i.sasaran) for i in rencana.indikator] == [("A1", None), ("A2", None), ("A3", None)]

    page.open(foreign.save(tmp_path / "tahun-depan.xlsx", tahun=2032))
    assert "sudah dikenal" in state(page)
    assert part(page, QComboBox, "kolom_sasaran").currentText() == "(tidak ada)"
    assert part(page, QLineEdit, "tahun_buku").text() == "2032"


def test_what_is_still_missing_is_named_and_heads_can_be_moved(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    page.open(foreign.save(tmp_path / "lain.xlsx"))
    go = part(page, QPushButton, "periksa_isi")
    pick(page, "kolom_indikator", "(tidak ada)")
    assert go.toolTip() == "Indikator: pilih kolom indikator."
    assert not go.isEnabled()
    pick(page, "judul_terakhir", "4")  # and back: the proposals are made anew
    pick(page, "judul_terakhir", "5")
    assert go.isEnabled()
    part(page, QLineEdit, "tahun_buku").clear()
    qtbot.keyClicks(part(page, QLineEdit, "tahun_buku"), "26")
    assert go.toolTip() == "Tulis tahun isi berkas, empat angka."
    pick(page, "lembar_asal", "(tidak ada di berkas ini)")
    assert "pilih lembarnya" in labels(page)


def test_faults_of_a_foreign_workbook_name_its_own_cells(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    file = foreign.save(tmp_path / "lain.xlsx")
    content = load_workbook(file)
    content[foreign.SHEET]["E8"] = "seratus"
    content.save(file)
    page.open(file)
    press(qtbot, page, "periksa_isi")
    assert [row[:3] for row in rows(page, "daftar_kesalahan")] == [(foreign.SHEET, "E8", "seratus")]
    press(qtbot, page, "ubah_kolom")
    assert part(page, QComboBox, "kolom_kode").isVisible()


def test_a_file_with_our_sheets_but_its_heads_elsewhere_may_be_matched_too(
    qtbot: QtBot, page: ImportPage, book: Path
) -> None:
    content = load_workbook(book)
    content["Indikator"].insert_rows(1, 3)
    content["Indikator"]["A1"] = "DAFTAR INDIKATOR"
    content.save(book)
    page.open(book)
    assert "kesalahan" in state(page)
    press(qtbot, page, "ubah_kolom")
    assert part(page, QComboBox, "judul_pertama").currentText() == "4"
    press(qtbot, page, "periksa_isi")
    assert "Tidak ada yang berubah" in state(page)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, ctx: Context, book: Path, tmp_path: Path, size: QSize) -> None:
    page = opened(qtbot, ctx, InlineRunner(), size)
    page.open(book)
    assert not cut_texts(page)
    page.open(foreign.save(tmp_path / "lain.xlsx"))
    assert not cut_texts(page)
    press(qtbot, page, "periksa_isi")
    assert not cut_texts(page)
