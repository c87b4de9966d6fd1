"""Cells of foreign workbooks as they stand in the file, and the gate before them."""

import random
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.exchange.xlsx import read_xlsx
from kinerja_desktop.exchange.xlsx.cells import Jenis, Sel, address
from kinerja_desktop.exchange.xlsx.text import escape, unescape
from tests.exchange import workbooks

NYATA = Path(__file__).parent.parent / "data" / "nyata" / "banyuwangi-kec-muncar-2023.xlsx"


def cells(path: Path) -> Mapping[int, Sel]:
    rows = read_xlsx(path, lambda _: True)["S"]
    return rows[0] if rows else {}


def only(tmp_path: Path, cell: str) -> Sel | None:
    return cells(workbooks.raw(tmp_path / "a.xlsx", cell)).get(1)


@pytest.mark.parametrize(
    ("cell", "jenis", "teks"),
    [
        ('<c r="A1"><v>5</v></c>', Jenis.ANGKA, "5"),
        ('<c r="A1" t="n"><v>5.0</v></c>', Jenis.ANGKA, "5"),
        ('<c r="A1"><v>-0</v></c>', Jenis.ANGKA, "0"),
        ('<c r="A1"><v>1E+2</v></c>', Jenis.ANGKA, "100"),
        ('<c r="A1"><v>77.280000000000001</v></c>', Jenis.ANGKA, "77.28"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Jenis.ANGKA, "0.30000000000000004"),
        ('<c r="A1"><v>123456789012345.123456</v></c>', Jenis.ANGKA, "123456789012345.123456"),
        ('<c r="A1" t="s"><v>0</v></c>', Jenis.TEKS, "satu"),
        ('<c r="A1" t="s"><v>1</v></c>', Jenis.TEKS, "dua"),
        ('<c r="A1" t="inlineStr"><is><t> a_x000D_\nb </t></is></c>', Jenis.TEKS, "a\nb"),
        ('<c r="A1" t="str"><f>A2</f><v>teks</v></c>', Jenis.TEKS, "teks"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Jenis.ANGKA, "2"),
        ('<c r="A1"><f>1+1</f></c>', Jenis.RUMUS_KOSONG, ""),
        ('<c r="A1"><f>1+1</f><v></v></c>', Jenis.RUMUS_KOSONG, ""),
        ('<c r="A1" t="b"><v>1</v></c>', Jenis.LOGIKA, "benar"),
        ('<c r="A1" t="b"><v>0</v></c>', Jenis.LOGIKA, "salah"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', Jenis.GALAT, "#DIV/0!"),
        ('<c r="A1" t="n"><v></v></c>', Jenis.BUKAN_BILANGAN, "NaN"),
        ('<c r="A1"><v>NaN</v></c>', Jenis.BUKAN_BILANGAN, "NaN"),
        ('<c r="A1"><v>Infinity</v></c>', Jenis.BUKAN_BILANGAN, "Infinity"),
        ('<c r="A1"><v>lima</v></c>', Jenis.BUKAN_BILANGAN, "lima"),
        ('<c r="A1" s="4"><v>46024</v></c>', Jenis.TANGGAL, "2026-01-02"),
        ('<c r="A1" s="5"><v>46024.5</v></c>', Jenis.TANGGAL, "2026-01-02"),
        ('<c r="A1" s="5"><v>99999999999</v></c>', Jenis.GALAT, "99999999999"),
        ('<c r="A1" t="d"><v>2026-01-02T10:00:00</v></c>', Jenis.TANGGAL, "2026-01-02"),
        ('<c r="A1" t="d"><v>besok</v></c>', Jenis.GALAT, "besok"),
        ("<c><v>7</v></c>", Jenis.ANGKA, "7"),
    ],
)
def test_kinds_of_cells(tmp_path: Path, cell: str, jenis: Jenis, teks: str) -> None:
    found = only(tmp_path, cell)

    assert found is not None
    assert (found.alamat, found.jenis, found.teks) == ("A1", jenis, teks)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="1"/>',
        '<c r="A1" t="inlineStr"><is><t>  </t></is></c>',
        '<c r="A1" t="str"><f>""</f><v></v></c>',
        '<c r="A1" t="s"/>',
    ],
)
def test_empty_cells_are_none(tmp_path: Path, cell: str) -> None:
    assert only(tmp_path, cell) is None


def test_percent_formats_multiply_and_only_they(tmp_path: Path) -> None:
    book = workbooks.raw(tmp_path / "a.xlsx", "".join(f'<c s="{style}"><v>0.9375</v></c>' for style in (0, 1, 2, 3)))

    assert [sel.angka for sel in cells(book).values()] == [
        Decimal("0.9375"),
        Decimal("93.75"),
        Decimal("0.9375"),
        Decimal("93.75"),
    ]


def test_figures_beyond_all_measure_stay_small_in_memory(tmp_path: Path) -> None:
    for raw in ("1E+999999999", "1E-999999999", "0E+999999999"):
        found = only(tmp_path, f'<c r="A1" s="1"><v>{raw}</v></c>')
        assert found is not None
        assert len(str(found.angka)) < 40


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    workbook = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'
    book = workbooks.raw(tmp_path / "a.xlsx", '<c r="A1" s="4"><v>44562</v></c>', **{"xl/workbook.xml": workbook})

    assert cells(book)[1].tanggal == date(2026, 1, 2)


def test_names_may_carry_a_prefix(tmp_path: Path) -> None:
    sheet = '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="3"><x:c r="AB3"><x:v>9</x:v></x:c></x:row></x:sheetData>'
    book = workbooks.raw(tmp_path / "a.xlsx", "", **{"xl/worksheets/sheet1.xml": f"{sheet}</x:worksheet>"})

    assert [sel.alamat for sel in cells(book).values()] == ["AB3"]


@given(st.integers(1, 5000), st.integers(1, 16384))
def test_addresses_count_like_excel(row: int, column: int) -> None:
    from openpyxl.utils import get_column_letter

    assert address(row, column) == f"{get_column_letter(column)}{row}"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text


# --- the gate --------------------------------------------------------------------------------------


def sebab(path: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        read_xlsx(path, lambda _: True)
    [fault] = refused.value.kesalahan
    assert fault.berkas == path.name
    assert fault.saran
    return fault.sebab


def packed(path: Path, **parts: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert sebab(tmp_path / "tiada.xlsx") == "Berkas tidak ditemukan."
    assert sebab(tmp_path) == "Berkas tidak dapat dibaca."


@pytest.mark.parametrize(
    ("content", "teks"),
    [
        (b"", "Berkas kosong."),
        (b"kode;indikator\n1;Nama\n", "Berkas bukan buku kerja Excel (.xlsx)."),
        (b"%PDF-1.7", "Berkas bukan buku kerja Excel (.xlsx)."),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "Berkas memakai format Excel lama (.xls)."),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "Berkas dikunci dengan sandi.",
        ),
        (b"PK\x03\x04" + bytes(100), "Berkas rusak atau tidak utuh sehingga tidak dapat dibaca."),
        (bytes(11 * 1024 * 1024), "Berkas lebih besar dari 10 MB."),
    ],
)
def test_foreign_bytes_are_named(tmp_path: Path, content: bytes, teks: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)

    assert sebab(path) == teks


@pytest.mark.parametrize(
    ("part", "teks"),
    [
        ("word/document.xml", "Berkas ini dokumen Word, bukan buku kerja Excel."),
        ("ppt/presentation.xml", "Berkas ini presentasi, bukan buku kerja Excel."),
        ("content.xml", "Berkas ini dokumen LibreOffice, bukan buku kerja Excel."),
        ("xl/workbook.bin", "Berkas memakai format Excel biner (.xlsb)."),
        ("xl/vbaProject.bin", "Berkas berisi makro."),
        ("xl/externalLinks/externalLink1.xml", "Berkas tertaut ke berkas atau sumber data lain."),
        ("lain.txt", "Berkas bukan buku kerja Excel (.xlsx)."),
    ],
)
def test_other_archives_are_named(tmp_path: Path, part: str, teks: str) -> None:
    assert sebab(packed(tmp_path / "a.xlsx", **{part: b"x"})) == teks


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    tight = packed(tmp_path / "a.xlsx", **{"_rels/.rels": bytes(30 * 1024 * 1024)})
    many = packed(tmp_path / "b.xlsx", **{f"p{n}": b"x" for n in range(201)})

    assert sebab(tight) == "Isi berkas tidak wajar besarnya setelah dibuka."
    assert sebab(many) == "Berkas berisi lebih dari 200 bagian."


DAMAGED = "Berkas rusak atau tidak utuh sehingga tidak dapat dibaca."


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet><sheetData>",
        '<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        '<worksheet><sheetData><row><c r="1A"/></row></sheetData></worksheet>',
        '<worksheet><sheetData><row><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
        "bukan xml",
    ],
)
def test_senseless_xml_is_damage(tmp_path: Path, sheet: str) -> None:
    assert sebab(workbooks.raw(tmp_path / "a.xlsx", "", **{"xl/worksheets/sheet1.xml": sheet})) == DAMAGED


@pytest.mark.parametrize("cell", ['<c r="A20001"><v>1</v></c>', '<c r="BI1"><v>1</v></c>', "<c><v>1</v></c>" * 61])
def test_too_many_rows_and_columns_are_refused_by_the_name_of_the_sheet(tmp_path: Path, cell: str) -> None:
    book = workbooks.raw(tmp_path / "a.xlsx", cell)

    assert sebab(book) == "Lembar berisi lebih dari 20.000 baris atau 60 kolom."


def test_the_last_row_and_the_last_column_are_read(tmp_path: Path) -> None:
    assert cells(workbooks.raw(tmp_path / "a.xlsx", '<c r="BH20000"><v>1</v></c>')).keys() == {60}


def test_blank_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    assert cells(workbooks.raw(tmp_path / "a.xlsx", '<c r="A1"><v>1</v></c><c r="XFD1048576" s="1"/>')).keys() == {1}


def test_damage_anywhere_is_one_refusal(tmp_path: Path) -> None:
    whole = NYATA.read_bytes()
    chance = random.Random(20260101)
    for _ in range(150):
        hurt = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        path = tmp_path / "a.xlsx"
        path.write_bytes(bytes(hurt[: chance.choice([len(hurt), chance.randrange(len(hurt))])]))
        with suppress(FileRefused):
            read_xlsx(path, lambda _: True)
