"""Findings written beside the cells of a copy."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from kinerja_desktop.domain.errors import FileRefused, Kesalahan, PlaceGone
from kinerja_desktop.exchange.catatan_sel import write_notes
from tests.exchange import workbooks


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
