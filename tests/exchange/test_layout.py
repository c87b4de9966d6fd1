"""Workbooks that others laid out: their heads, what those mean, and how a source is known again."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.exchange.buku_kinerja import columns, layout, periksa
from kinerja_desktop.exchange.buku_kinerja.layout import Kepala, Sheets, Tables
from kinerja_desktop.exchange.xlsx import read_xlsx
from tests.exchange import foreign
from tests.exchange.workbooks import save

D = Decimal


def sheets_of(path: Path) -> Sheets:
    return {nama: rows for nama, rows in read_xlsx(path, lambda _: True).items() if rows}


def in_words(tables: Tables, lembar: str) -> Mapping[str, str]:
    tabel = tables[lembar]
    return {nama: tabel.kepala.teks[at] for nama, at in tabel.kolom.items()}


def test_heads_in_two_rows_are_read_together_and_tables_are_found(tmp_path: Path) -> None:
    sheets = sheets_of(foreign.save(tmp_path / "a.xlsx"))
    tables = layout.guess(sheets)

    assert set(tables) == {"Indikator", "Realisasi"}
    assert in_words(tables, "Indikator") == {
        "kode": "No",
        "indikator": "Indikator Kinerja",
        "sasaran": "Sasaran Strategis",
        "satuan": "Satuan",
        "target_tahun": "Target",
        **{f"target_tw{n}": f"Target Triwulan TW {q}" for n, q in enumerate(("I", "II", "III", "IV"), 1)},
    }
    assert in_words(tables, "Realisasi")["realisasi_tw3"] == "Realisasi TW III"
    kepala = tables["Indikator"].kepala
    assert (kepala.judul, kepala.akhir, kepala.data) == (4, 5, 7)
    assert layout.year_in(sheets, tables) == 2026


def test_its_rows_are_read_by_that_layout(tmp_path: Path) -> None:
    path = foreign.save(tmp_path / "a.xlsx")
    bacaan = periksa(path, layout.tata_letak(layout.guess(sheets_of(path)), 2026))
    one, two, three = bacaan.buku.rencana.indikator

    assert bacaan.kesalahan == ()
    assert (one.kode, one.target.tahun, one.target.triwulan) == ("A1", D(88), (D(85), D(86), D(87), D(88)))
    assert (two.sasaran, three.sasaran) == ("Meningkatnya mutu pelayanan", "Meningkatnya kapasitas desa")
    assert [r.triwulan[:2] for r in bacaan.buku.realisasi] == [(D("84.5"), D("86.2")), (D(100), D(98)), (None, None)]
    assert [str(p) for p in bacaan.peringatan] == [
        f"Lembar {foreign.SHEET}, sel K10: baris ini tidak mempunyai kode dan nama, jadi tidak dibaca."
    ]


def test_columns_that_nobody_chose_are_named(tmp_path: Path) -> None:
    path = foreign.save(tmp_path / "a.xlsx")
    tables = layout.guess(sheets_of(path))
    target_only = {"Indikator": tables["Indikator"]}
    read = periksa(path, layout.tata_letak(target_only, 2026))

    assert read.peringatan[0].teks.startswith("kolom yang tidak dipilih dan tidak dibaca: «Realisasi TW I», «")
    assert not any("tidak dipilih" in p.teks for p in periksa(path, layout.tata_letak(tables, 2026)).peringatan)


def test_faults_name_the_sheet_and_cell_of_the_file_itself(tmp_path: Path) -> None:
    path = foreign.save(tmp_path / "a.xlsx")
    tables = layout.guess(sheets_of(path))
    book = load_workbook(path)
    book[foreign.SHEET]["E8"], book[foreign.SHEET]["A9"] = "seratus", "A1"
    book.save(path)

    bacaan = periksa(path, layout.tata_letak(tables, 2026))
    assert [(k.lembar, k.sel) for k in bacaan.kesalahan] == [
        (foreign.SHEET, "E8"),
        (foreign.SHEET, "A9"),
        (foreign.SHEET, "A9"),
    ]
    assert [kunci for lembar, kunci in bacaan.ditolak if lembar == "Indikator"] == ["A2", "A1"]
    assert [kunci for lembar, kunci in bacaan.ditolak if lembar == "Realisasi"] == ["A1", "A2", "A1"]


def test_a_table_without_rows_is_a_fault(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"PK": [["Kode", "Indikator Kinerja", "Satuan"]]})
    tables = layout.guess(sheets_of(path))
    assert [k.sebab for k in periksa(path, layout.tata_letak(tables, 2026)).kesalahan] == [
        "Tidak ada satu pun indikator."
    ]


def test_a_source_is_known_again_next_year_in_other_rows_and_sheets(tmp_path: Path) -> None:
    kept = layout.remember(layout.guess(sheets_of(foreign.save(tmp_path / "a.xlsx"))))
    path = foreign.save(tmp_path / "b.xlsx", tahun=2027)
    book = load_workbook(path)
    book[foreign.SHEET].title = "Tahun 2027"
    book["Tahun 2027"].insert_rows(1, 2)
    book.save(path)

    found = layout.recall(sheets_of(path), kept)
    assert found["Indikator"].kepala.judul == 6
    assert in_words(found, "Indikator")["kode"] == "No"


def test_another_head_makes_another_source(tmp_path: Path) -> None:
    kept = layout.remember(layout.guess(sheets_of(foreign.save(tmp_path / "a.xlsx"))))
    assert layout.recall(sheets_of(foreign.save(tmp_path / "b.xlsx", last_head="Capaian")), kept) == {}


@pytest.mark.parametrize(
    ("head", "nama"),
    [
        ("KODE", "kode"),
        ("No.", "kode"),
        ("Indikator Kinerja Utama (IKU)", "indikator"),
        ("Indikator Kinerja Utama", "indikator"),
        ("Indikator  Kinerja", "indikator"),
        ("Indikator Kinerjaa", "indikator"),
        ("Satuan", "satuan"),
        ("Target 2026", "target_tahun"),
        ("Target Triwulan III", "target_tw3"),
        ("TW 2 Target", "target_tw2"),
        ("Target Tw. IV", "target_tw4"),
        ("Penanggung Jawab", "penanggung_jawab"),
        ("Keterangan", None),
        ("", None),
    ],
)
def test_heads_are_matched_by_like_names(head: str, nama: str | None) -> None:
    found = layout.propose(Kepala("S", 1, 1, 2, (1,), (head,)), columns.INDIKATOR)
    assert list(found) == ([] if nama is None else [nama])


def test_merged_cells_are_told_where_they_hide_that_a_row_says_nothing(tmp_path: Path) -> None:
    """Heads are read over several cells and a sasaran holds until the next one: merging those hides nothing."""
    path = foreign.save(tmp_path / "a.xlsx")
    chosen = layout.tata_letak(layout.guess(sheets_of(path)), 2026)
    assert not any("gabungan" in p.teks for p in periksa(path, chosen).peringatan)

    book = load_workbook(path)
    book[foreign.SHEET].merge_cells("D7:D8")
    book[foreign.SHEET].merge_cells("B9:C9")
    book.save(path)
    (told,) = (p.teks for p in periksa(path, chosen).peringatan if "gabungan" in p.teks)
    assert {area for area in ("B9:C9", "D7:D8", "B7:B8", "F4:I4") if area in told} == {"B9:C9", "D7:D8"}
