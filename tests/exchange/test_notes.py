"""Findings as notes in a copy of the workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.exchange.buku_kinerja import baca
from kinerja_desktop.exchange.xlsx.notes import SUMMARY, Berat, CatatanSel, annotate
from tests.exchange import foreign
from tests.exchange.workbooks import office

WRONG = CatatanSel(Berat.SALAH, "Indikator", "D2", "delapan", "Ada huruf di sel angka.", "Tulis angkanya saja.")
ODD = CatatanSel(Berat.PERINGATAN, "Indikator", "D2", None, "Dibaca 80.")
NOWHERE = CatatanSel(Berat.SALAH, "Seksi", None, None, "Lembar Seksi tidak ada.", "Tambahkan.")


def written(path: Path, *notes: CatatanSel) -> Path:
    target = path.with_name("salinan.xlsx")
    annotate(path, target, notes, ("Hasil pemeriksaan", "2 kesalahan."))
    return target


def test_a_cell_carries_all_that_is_said_of_it_faults_first(tmp_path: Path) -> None:
    book = load_workbook(written(office(tmp_path / "a.xlsx"), ODD, WRONG, NOWHERE))

    cell = book["Indikator"]["D2"]
    assert cell.comment.text == "Ada huruf di sel angka. Tulis angkanya saja.\n\nDibaca 80."
    assert cell.fill.start_color.rgb == "FFF4C7C3"
    assert book["Indikator"]["C2"].comment is None


def test_the_list_in_front_tells_everything_and_leads_to_the_cell(tmp_path: Path) -> None:
    book = load_workbook(written(office(tmp_path / "a.xlsx"), WRONG, NOWHERE))

    sheet = book.worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert sheet.title == SUMMARY
    assert [sheet["A1"].value, sheet["A2"].value] == ["Hasil pemeriksaan", "2 kesalahan."]
    assert lines == [
        ["No", "Jenis", "Lembar", "Sel", "Terbaca", "Sebab", "Saran"],
        [1, "Kesalahan", "Indikator", "D2", "delapan", "Ada huruf di sel angka.", "Tulis angkanya saja."],
        [2, "Kesalahan", "Seksi", None, None, "Lembar Seksi tidak ada.", "Tambahkan."],
    ]
    assert sheet["D5"].hyperlink.location == "'Indikator'!D2"


def test_the_file_itself_stays_and_the_copy_keeps_sheets_widths_formulas_and_notes(tmp_path: Path) -> None:
    path = office(tmp_path / "a.xlsx")
    book = load_workbook(path)
    book["Indikator"]["F1"] = "=1+1"
    book["Indikator"]["D2"].comment = Comment("Dari SK.", "Budi Contoh")
    book["Indikator"].column_dimensions["B"].width = 61
    book.create_sheet("Lampiran kami")["A1"] = "tetap"
    book.save(path)
    before = path.read_bytes()

    copy = load_workbook(written(path, WRONG))

    assert path.read_bytes() == before
    assert copy.sheetnames[1:] == ["Instansi", "Indikator", "Lampiran kami"]
    assert copy["Indikator"]["F1"].value == "=1+1"
    assert copy["Indikator"].column_dimensions["B"].width == 61
    assert copy["Indikator"]["D2"].comment.text.endswith("\n\nDari SK.")


def test_a_copy_can_be_put_right_and_read_in_place_of_the_file(tmp_path: Path) -> None:
    path = office(tmp_path / "a.xlsx")
    again = written(written(path, WRONG), WRONG)

    assert load_workbook(again).sheetnames.count(SUMMARY) == 1
    assert baca(again) == baca(path)
    assert baca(again).peringatan == ()


def test_a_note_on_merged_cells_lies_on_the_one_that_is_seen(tmp_path: Path) -> None:
    path = foreign.save(tmp_path / "lain.xlsx")
    book = load_workbook(written(path, CatatanSel(Berat.SALAH, foreign.SHEET, "B8", None, "Kosong.", "Isi.")))

    assert book[foreign.SHEET]["B7"].comment.text == "Kosong. Isi."


def test_what_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    hostile = CatatanSel(Berat.SALAH, "Indikator", "D2", "=HYPERLINK(1)", "x", "y")
    sheet = load_workbook(written(office(tmp_path / "a.xlsx"), hostile))[SUMMARY]

    assert (sheet["E5"].value, sheet["E5"].data_type) == ("=HYPERLINK(1)", "s")


def test_a_file_of_which_no_copy_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"bukan")
    with pytest.raises(FileRefused):
        written(tmp_path / "a.xlsx", WRONG)
    assert not (tmp_path / "salinan.xlsx").exists()
