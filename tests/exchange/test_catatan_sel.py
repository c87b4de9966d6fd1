"""Findings written beside the cells of a copy."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.errors import FileRefused, Kesalahan, PlaceGone
from kinerja_desktop.exchange.buku_kinerja import baca
from kinerja_desktop.exchange.catatan_sel import write_notes
from kinerja_desktop.exchange.hasil_pemeriksaan import GROUND, SUMMARY, Berat
from tests.exchange import foreign, workbooks


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return workbooks.office(tmp_path / "buku.xlsx")


def note(sel: str | None, sebab: str, lembar: str | None = "Indikator") -> Kesalahan:
    return Kesalahan("buku.xlsx", lembar, sel, "x", sebab, "Perbaiki.")


def noted(path: Path) -> dict[tuple[str, str], str]:
    book = load_workbook(path)
    cells = ((sheet.title, cell) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return {(name, cell.coordinate): cell.comment.text for name, cell in cells if cell.comment is not None}


def test_every_finding_stands_at_its_cell_and_the_original_is_untouched(source: Path, tmp_path: Path) -> None:
    before, target = source.read_bytes(), tmp_path / "bertanda.xlsx"
    write_notes(source, target, [note("D2", "Bukan angka."), note("D2", "Terlalu besar."), note("A2", "Ada dua kali.")])
    assert noted(target) == {
        ("Indikator", "D2"): "Bukan angka. Perbaiki.\nTerlalu besar. Perbaiki.",
        ("Indikator", "A2"): "Ada dua kali. Perbaiki.",
    }
    assert source.read_bytes() == before
    assert load_workbook(target)["Indikator"]["D2"].value == 80


def test_what_has_no_cell_stands_at_the_first_cell_and_an_unknown_sheet_is_left_out(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "bertanda.xlsx"
    whole = [note(None, "Kolom hilang."), note(None, "Versi lama.", None), note("B2", "Tidak ada.", "Lain")]
    write_notes(source, target, whole)
    assert noted(target) == {
        ("Indikator", "A1"): "Kolom hilang. Perbaiki.",
        ("Instansi", "A1"): "Versi lama. Perbaiki.",
    }


def test_the_note_of_a_person_is_kept(source: Path, tmp_path: Path) -> None:
    book = load_workbook(source)
    book["Indikator"]["D2"].comment = Comment("Tanya Pak Kasi.", "Budi")
    book.save(source)
    write_notes(source, tmp_path / "bertanda.xlsx", [note("D2", "Bukan angka.")])
    assert noted(tmp_path / "bertanda.xlsx")["Indikator", "D2"] == "Tanya Pak Kasi.\nBukan angka. Perbaiki."


def test_a_file_that_openpyxl_cannot_open_is_refused(tmp_path: Path) -> None:
    odd = workbooks.raw(tmp_path / "aneh.xlsx", '<c r="A1"><v>1</v></c>')
    with pytest.raises(FileRefused):
        write_notes(odd, tmp_path / "bertanda.xlsx", [note("A1", "Bukan angka.")])
    assert not (tmp_path / "bertanda.xlsx").exists()


def test_a_place_that_is_gone_is_named(source: Path, tmp_path: Path) -> None:
    with pytest.raises(PlaceGone):
        write_notes(source, tmp_path / "tidak_ada" / "bertanda.xlsx", [note("A1", "Bukan angka.")])


def test_the_original_is_never_written_over(source: Path) -> None:
    before = source.read_bytes()
    with pytest.raises(FileRefused):
        write_notes(source, source.parent / "." / source.name, [note("A1", "Bukan angka.")])
    assert source.read_bytes() == before


# --- the list in front -----------------------------------------------------------------------------

HEADS = ("Hasil pemeriksaan buku.xlsx", "2 kesalahan.")


def listed(source: Path, *notes: Kesalahan, odd: tuple[PeringatanSel, ...] = ()) -> Path:
    target = source.with_name("daftar.xlsx")
    write_notes(source, target, notes, odd, HEADS)
    return target


def test_the_list_tells_everything_and_leads_to_the_cell(source: Path) -> None:
    odd = PeringatanSel("Indikator", "D2", "dibaca 80.")
    sheet = load_workbook(
        listed(source, note("D2", "Bukan angka."), note(None, "Kolom hilang."), odd=(odd,))
    ).worksheets[0]

    assert sheet.title == SUMMARY
    assert [sheet["A1"].value, sheet["A2"].value] == list(HEADS)
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        ["No", "Jenis", "Lembar", "Sel", "Terbaca", "Sebab", "Saran"],
        [1, "Kesalahan", "Indikator", "D2", "x", "Bukan angka.", "Perbaiki."],
        [2, "Kesalahan", "Indikator", None, "x", "Kolom hilang.", "Perbaiki."],
        [3, "Peringatan", "Indikator", "D2", None, "Dibaca 80.", None],
    ]
    assert sheet["D5"].hyperlink.location == "'Indikator'!D2"


def test_cells_take_the_colour_of_their_gravest_finding(source: Path) -> None:
    odd = (PeringatanSel("Indikator", "D2", "dibaca 80."), PeringatanSel("Indikator", "B2", "panjang."))
    book = load_workbook(listed(source, note("D2", "Bukan angka."), odd=odd))

    assert book["Indikator"]["D2"].fill.start_color.rgb == GROUND[Berat.SALAH]
    assert book["Indikator"]["B2"].fill.start_color.rgb == GROUND[Berat.PERINGATAN]
    assert book["Indikator"]["D2"].comment.text == "Bukan angka. Perbaiki.\nDibaca 80."


def test_the_copy_keeps_sheets_widths_and_formulas(source: Path) -> None:
    book = load_workbook(source)
    book["Indikator"]["F1"] = "=1+1"
    book["Indikator"].column_dimensions["B"].width = 61
    book.create_sheet("Lampiran kami")["A1"] = "tetap"
    book.save(source)

    copy = load_workbook(listed(source, note("D2", "Bukan angka.")))
    assert copy.sheetnames == [SUMMARY, "Instansi", "Indikator", "Lampiran kami"]
    assert copy["Indikator"]["F1"].value == "=1+1"
    assert copy["Indikator"].column_dimensions["B"].width == 61


def test_a_copy_can_be_put_right_and_read_in_place_of_the_file(source: Path) -> None:
    again = source.with_name("lagi.xlsx")
    write_notes(listed(source, note("D2", "Bukan angka.")), again, [note("D2", "Bukan angka.")], heads=HEADS)

    assert load_workbook(again).sheetnames.count(SUMMARY) == 1
    assert baca(again) == baca(source)
    assert baca(again).peringatan == ()


def test_a_note_on_joined_cells_lies_on_the_one_that_is_seen(tmp_path: Path) -> None:
    path = foreign.save(tmp_path / "lain.xlsx")
    write_notes(path, tmp_path / "bertanda.xlsx", [note("B8", "Kosong.", foreign.SHEET)])

    assert noted(tmp_path / "bertanda.xlsx") == {(foreign.SHEET, "B7"): "Kosong. Perbaiki."}


def test_what_looks_like_a_formula_stays_a_text(source: Path) -> None:
    sheet = load_workbook(listed(source, Kesalahan("a", "Indikator", "D2", "=HYPERLINK(1)", "x", "y")))[SUMMARY]

    assert (sheet["E5"].value, sheet["E5"].data_type) == ("=HYPERLINK(1)", "s")
