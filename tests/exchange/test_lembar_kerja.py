"""The workbook of an analyst: what is open and guarded in it, and what is found when it returns."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.domain.buku_lembar import (
    ALASAN_UMUM,
    Bagian,
    BukuLembar,
    IsianTerbaca,
    KelompokBuku,
    Nilai,
    isi_sel,
)
from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.exchange.lembar_kerja.reader import baca, baca_tanda
from kinerja_desktop.exchange.lembar_kerja.writer import tulis
from tests.exchange import workbooks
from tests.exchange.worksheets import BARIS, BUKU, HEAD, ROWS, TANDA, cell, changed, filled, other, rebuilt

REALISASI = Bagian.REALISASI


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lembar-kerja.xlsx"


def page(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


def faults(path: Path, buku: BukuLembar = BUKU) -> list[tuple[str | None, str | None, str]]:
    return [(fault.sel, fault.nilai, fault.sebab) for fault in baca(path, buku).kesalahan]


def only(found: tuple[Kesalahan, ...]) -> Kesalahan:
    assert len(found) == 1, found
    return found[0]


# --- writing -----------------------------------------------------------------------------------


def test_only_the_cells_to_fill_are_open(path: Path) -> None:
    tulis(BUKU, path)
    sheet = page(path)
    opened = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert sheet.protection.sheet
    assert opened == {f"{column}{ROWS[kode]}" for kode in ("1.1", "1.2", "2.1") for column in "GHIJK"}


def test_definition_unit_target_and_last_value_stand_beside_the_figure(path: Path) -> None:
    tulis(BUKU, path)
    sheet = page(path)
    assert [c.value for c in sheet[HEAD]][:7] == [
        "No.",
        "Indikator kinerja",
        "Definisi dan cara menghitung",
        "Satuan",
        "Target TW II",
        "Nilai terakhir",
        "Realisasi TW II",
    ]
    row = [c.value for c in sheet[ROWS["1.1"]]]
    assert row[:7] == ["1.1", "Persentase tepat waktu", "Tepat waktu dibagi semua.", "%", 94, 92.4, None]
    assert sheet[cell("1.2")].value == 1287
    assert (sheet[cell("2.1", "E")].value, sheet[cell("2.1", "F")].value) == ("A", "BB")
    assert sheet[cell("2.2")].value == "diukur pada TW IV"


def test_cells_offer_predicates_and_reasons_and_refuse_what_is_no_figure(path: Path) -> None:
    tulis(BUKU, path)
    book = load_workbook(path)
    rules = {str(c): rule for rule in book.worksheets[0].data_validations.dataValidation for c in rule.sqref}

    def offered(place: str) -> list[object]:
        where = book.defined_names[rules[place].formula1].attr_text
        name, _, cells = where.partition("!")
        return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]

    at = {kode: next(place for place in rules if cell(kode) in place or place == cell(kode)) for kode in ("2.1",)}
    assert offered(at["2.1"]) == ["A", "BB"]
    reason = next(place for place in rules if place.startswith("H"))
    assert offered(reason) == list(ALASAN_UMUM)
    assert not rules[reason].showErrorMessage  # another reason may be written
    assert {rule.type for rule in rules.values()} == {"list", "decimal", "textLength"}


def test_no_text_of_people_becomes_a_formula(path: Path) -> None:
    tulis(BUKU, path)
    found = page(path)[cell("2.1", "K")]
    assert (found.value, found.data_type, found.quotePrefix) == ("=Rapat", "s", True)


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.F4, "14"), (Kertas.A4, "9")])
def test_it_prints_landscape_on_the_paper_of_the_office(path: Path, kertas: Kertas, code: str) -> None:
    tulis(replace(BUKU, kertas=kertas), path)
    sheet = page(path)
    assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (code, "landscape")
    assert (sheet.print_title_rows, sheet.freeze_panes) == (f"${HEAD}:${HEAD}", f"C{HEAD + 1}")
    assert sheet.page_setup.fitToHeight == 0
    assert not sheet.merged_cells.ranges


def test_it_opens_at_the_first_figure_with_heads_and_names_in_sight(path: Path) -> None:
    tulis(BUKU, path)
    view = page(path).sheet_view
    assert view.pane is not None
    assert (view.pane.state, view.pane.topLeftCell) == ("frozen", f"C{HEAD + 1}")
    assert [s.activeCell for s in view.selection if s.pane == "bottomRight"] == ["G9"]


def test_the_order_is_hidden_and_is_read_from_there(path: Path) -> None:
    tulis(BUKU, path)
    assert load_workbook(path)["_kinerja"].sheet_state == "veryHidden"
    assert baca_tanda(path, TANDA.kantor) == TANDA


# --- reading what was filled in -----------------------------------------------------------------


def test_an_untouched_workbook_says_nothing(path: Path) -> None:
    tulis(BUKU, path)
    read = baca(path, BUKU)
    assert (read.isian, read.kesalahan, read.peringatan) == ((), (), ())


def test_every_changed_cell_is_told_with_what_stood_there(path: Path) -> None:
    filled(path, G9=93.75, G10=None, G12="bb", H10="Register hilang terbakar.", K12="=Rapat lagi")
    assert baca(path, BUKU).isian == (
        IsianTerbaca("1.1", REALISASI, "G9", None, Decimal("93.75")),
        IsianTerbaca("1.2", REALISASI, "G10", Decimal(1287), None),
        IsianTerbaca("1.2", Bagian.ALASAN_KOSONG, "H10", None, "Register hilang terbakar."),
        IsianTerbaca("2.1", REALISASI, "G12", None, Decimal(70)),
    )


@pytest.mark.parametrize(
    ("typed", "read", "echo"),
    [
        ("1.234,5", "1234.5", "dibaca: 1234,5."),
        ("1.234", "1234", "dibaca: 1234."),
        ("82.5", "82.5", "dibaca: 82,5. Titik dianggap tanda desimal."),
        ("93,75%", "93.75", "dibaca: 93,75."),
    ],
)
def test_a_figure_kept_as_text_is_read_and_echoed(path: Path, typed: str, read: str, echo: str) -> None:
    found = baca(filled(path, G9=typed), BUKU)
    assert [cell.nilai for cell in found.isian] == [Decimal(read)]
    told = only(found.peringatan)
    assert (told.lembar, told.sel, told.nilai) == ("Lembar Kerja", "G9", typed)
    assert told.sebab.endswith(echo)


@pytest.mark.parametrize("nothing", ["-", "n/a", "  "])
def test_words_for_no_value_are_no_value(path: Path, nothing: str) -> None:
    found = baca(filled(path, G10=nothing), BUKU)
    assert [(cell.awal, cell.nilai) for cell in found.isian] == [(Decimal(1287), None)]


def test_a_percent_cell_counts_as_it_is_seen(path: Path) -> None:
    def put(sheet: Worksheet) -> None:
        sheet["G9"] = 0.9375
        sheet["G9"].number_format = "0.00%"

    assert [cell.nilai for cell in baca(changed(path, put), BUKU).isian] == [Decimal("93.75")]


def test_zero_is_a_figure(path: Path) -> None:
    assert [cell.nilai for cell in baca(filled(path, G9=0), BUKU).isian] == [Decimal(0)]


def test_a_reason_beside_a_figure_and_a_short_reason_are_told(path: Path) -> None:
    found = baca(filled(path, H9="belum", H10="Register hilang terbakar."), BUKU)
    assert [(told.sel, told.sebab) for told in found.peringatan] == [
        ("H9", "Alasan ini terlalu pendek untuk diajukan; tulis paling sedikit 15 huruf."),
        ("H10", "Baris ini berisi angka, jadi alasan ini tidak dipakai."),
    ]


_HELD = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.from_regex(r"[=+@-]?_x[0-9A-F]{4}_\r?\n", fullmatch=True),
    st.decimals(-(10**15), 10**15, allow_nan=False, places=6).map(isi_sel),
)


@given(held=st.lists(_HELD, min_size=len(Bagian), max_size=len(Bagian)), data_dasar=st.sampled_from(("", "a ÷ b")))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_draft_holds_comes_back_as_no_change(path: Path, held: list[Nilai], data_dasar: str) -> None:
    row = replace(BARIS[0], data_dasar=data_dasar, isi=dict(zip(Bagian, held, strict=True)))
    buku = replace(BUKU, kelompok=(KelompokBuku(BUKU.kelompok[0].judul, (row, BARIS[1])), BUKU.kelompok[1]))
    tulis(buku, path)
    read = baca(path, buku)
    assert (read.isian, read.kesalahan) == ((), ())


# --- faults of cells ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "sebab"),
    [
        ("80 persen", "Ada huruf di sel angka."),
        ("1,234.5", "Angka ditulis dengan koma sebelum titik."),
        ("=1200+87", "Rumus di sel ini belum mempunyai hasil."),
        ("#DIV/0!", "Sel berisi nilai galat."),
        (date(2026, 2, 1), "Sel berisi tanggal, padahal bukan kolom tanggal."),
        (True, "Sel berisi nilai benar/salah (TRUE/FALSE)."),
        (1e15, "Angka lebih dari 15 digit di depan koma."),
        (0.1234567, "Angka lebih dari 6 digit di belakang koma."),
    ],
)
def test_what_is_no_figure_is_named_with_its_cell(path: Path, value: object, sebab: str) -> None:
    found = baca(filled(path, G9=value), BUKU)
    fault = only(found.kesalahan)
    assert (fault.berkas, fault.lembar, fault.sel, fault.sebab) == (path.name, "Lembar Kerja", "G9", sebab)
    assert fault.saran
    assert found.isian == ()


def test_a_predicate_that_the_scale_lacks_is_named_with_the_choices(path: Path) -> None:
    fault = only(baca(filled(path, G12="Bagus"), BUKU).kesalahan)
    assert (fault.sebab, fault.saran) == ("«Bagus» tidak ada pada skala predikat.", "Pilih salah satu: A, BB.")


def test_a_text_that_is_too_long_is_named(path: Path) -> None:
    found = faults(filled(path, I9="x" * 4001))
    assert found == [("I9", f"{'x' * 80}…", "Teks berisi 4001 huruf, paling banyak 4000.")]


@pytest.mark.parametrize(
    ("place", "value", "saran"),
    [
        ("E9", 90, "Kembalikan menjadi «94»."),
        ("B10", "Jumlah surat", "Kembalikan menjadi «Jumlah dokumen»."),
        ("F10", 5, "Kosongkan kembali sel ini."),
        ("G13", 80, "Kembalikan menjadi «diukur pada TW IV»."),
        ("D9", None, "Kembalikan menjadi «%»."),
    ],
)
def test_a_locked_cell_that_was_changed_is_named(path: Path, place: str, value: object, saran: str) -> None:
    fault = only(baca(filled(path, **{place: value}), BUKU).kesalahan)
    assert (fault.sel, fault.sebab) == (place, "Sel ini terkunci, tetapi isinya berubah.")
    assert fault.saran == saran


def test_all_faults_are_told_at_once(path: Path) -> None:
    assert [sel for sel, _, _ in faults(filled(path, G9="x", G10="y", E12="B", K9="=1+1"))] == [
        "G9",
        "K9",
        "G10",
        "E12",
    ]


# --- faults of rows -----------------------------------------------------------------------------


def test_joined_cells_are_named(path: Path) -> None:
    found = faults(changed(path, lambda sheet: sheet.merge_cells("G9:G10")))
    assert ("G9", None, "Sel G9:G10 digabung, sehingga isinya tidak pasti milik baris mana.") in found


def test_a_row_that_was_added_is_named(path: Path) -> None:
    found = faults(filled(path, A14="2.3", B14="Indikator baru", G14=7))
    assert found == [("G14", "7", "Baris ini bukan baris indikator dari lembar ini.")]


def test_a_row_that_was_copied_is_named(path: Path) -> None:
    found = faults(filled(path, A14="1.1", G14=7))
    assert found == [("A14", "1.1", "Baris 1.1 ada dua kali.")]


def test_a_row_that_was_deleted_is_named(path: Path) -> None:
    found = faults(changed(path, lambda sheet: sheet.delete_rows(ROWS["1.2"])))
    assert found == [(None, None, "Baris indikator 1.2 tidak ada.")]


def test_rows_are_read_by_their_key_wherever_they_stand(path: Path) -> None:
    def swap(sheet: Worksheet) -> None:
        first, second = ([c.value for c in sheet[ROWS[kode]]] for kode in ("1.1", "1.2"))
        first[6] = 93
        for column, (one, two) in enumerate(zip(first, second, strict=True), 1):
            sheet.cell(ROWS["1.2"], column).value = one
            sheet.cell(ROWS["1.1"], column).value = two

    found = baca(changed(path, swap), BUKU)
    assert [(c.kode, c.sel, c.nilai) for c in found.isian] == [("1.1", "G10", Decimal(93))]
    assert only(found.peringatan).sebab.startswith("Urutan baris berubah")
    assert found.kesalahan == ()


def test_rows_put_in_above_the_table_do_no_harm(path: Path) -> None:
    def put(sheet: Worksheet) -> None:
        sheet.insert_rows(2)
        sheet["G10"] = 93

    assert [(c.kode, c.sel) for c in baca(changed(path, put), BUKU).isian] == [("1.1", "G10")]


def test_columns_that_were_moved_are_named(path: Path) -> None:
    found = faults(changed(path, lambda sheet: sheet.insert_cols(7)))
    assert found[0] == ("G7", None, "Kolom bergeser atau berganti judul.")


def test_a_table_without_its_heads_is_named(path: Path) -> None:
    found = faults(changed(path, lambda sheet: sheet.delete_rows(HEAD)))
    assert found == [(None, None, "Baris judul kolom («No.», «Indikator kinerja») tidak ditemukan.")]


# --- whose it is --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("theirs", "sebab"),
    [
        (
            {"kantor": "kantor-9", "instansi": "Kecamatan Lain"},
            "Lembar ini dari kantor lain: Kecamatan Lain, Seksi Pelayanan Triwulan II 2026.",
        ),
        (
            {"berkas": "berkas-1", "tentang": "Seksi Pelayanan Triwulan I 2026"},
            "Lembar ini untuk Seksi Pelayanan Triwulan I 2026, sedangkan yang dibuka Seksi Pelayanan Triwulan II 2026.",
        ),
        (
            {"berkas": "berkas-3", "tentang": "Seksi Umum Triwulan II 2026"},
            "Lembar ini untuk Seksi Umum Triwulan II 2026, sedangkan yang dibuka Seksi Pelayanan Triwulan II 2026.",
        ),
        (
            {"versi": 2},
            f"Lembar ini versi lama: sesudah diekspor, bahan {TANDA.tentang} sudah diajukan atau dikembalikan.",
        ),
    ],
)
def test_the_workbook_of_another_order_is_named_and_not_read(path: Path, theirs: dict[str, object], sebab: str) -> None:
    tulis(other(**theirs), path)
    assert faults(path) == [(None, None, sebab)]


def test_a_plan_that_changed_since_makes_it_old_and_every_change_is_named(path: Path) -> None:
    tulis(BUKU, path)
    first = (replace(BARIS[0], target=Decimal(96)), replace(BARIS[1], kode="1.3"))
    now = replace(BUKU, kelompok=(KelompokBuku(BUKU.kelompok[0].judul, first), BUKU.kelompok[1]))
    told = [sebab for _, _, sebab in faults(path, now)]
    assert [words.removeprefix("Lembar ini versi lama: sesudah diekspor, ") for words in told] == [
        "indikator 1.3 ditambahkan.",
        "indikator 1.2 dihapus.",
        "target 1.1 berubah dari 94 menjadi 96.",
    ]


def test_a_new_last_value_or_definition_does_not_make_it_old(path: Path) -> None:
    tulis(BUKU, path)
    first = (replace(BARIS[0], terakhir=Decimal(93), definisi="Lain."), BARIS[1])
    now = replace(BUKU, kelompok=(KelompokBuku(BUKU.kelompok[0].judul, first), BUKU.kelompok[1]))
    assert faults(path, now) == []


def test_a_renamed_sheet_is_read_and_told(path: Path) -> None:
    def rename(sheet: Worksheet) -> None:
        sheet.title, sheet["G9"] = "punya Budi", 93

    found = baca(changed(path, rename), BUKU)
    assert [c.nilai for c in found.isian] == [Decimal(93)]
    told = only(found.peringatan)
    assert (told.lembar, told.sebab) == (
        "punya Budi",
        "Nama lembar berubah dari «Lembar Kerja»; lembar ini tetap dibaca.",
    )


def test_a_copied_sheet_is_refused_since_nobody_knows_which_one_counts(path: Path) -> None:
    rebuilt(path, lambda book: book.copy_worksheet(book.worksheets[0]))
    assert faults(path) == [
        (
            None,
            None,
            "Lembar ini ada 2 kali: «Lembar Kerja» dan «Lembar Kerja Copy». Tidak pasti mana yang berlaku.",
        )
    ]


def test_a_sheet_from_another_order_in_its_place_is_named(path: Path) -> None:
    def exchange(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["K1"] = "Kode lembar: AAAA-0001"

    fault = only(baca(rebuilt(path, exchange), BUKU).kesalahan)
    assert (fault.lembar, fault.sebab) == ("Lembar Kerja", "Lembar ini disalin dari buku kerja lain.")


def test_a_sheet_that_is_gone_is_named_and_an_added_one_is_told(path: Path) -> None:
    def without(book: Workbook) -> None:
        book.create_sheet("Hitungan saya")
        del book["Lembar Kerja"]

    assert faults(rebuilt(path, without)) == [(None, None, "Lembar «Lembar Kerja» tidak ada di buku kerja ini.")]
    told = only(baca(rebuilt(path, lambda book: book.create_sheet("Hitungan saya")), BUKU).peringatan)
    assert (told.lembar, told.sebab) == ("Hitungan saya", "Lembar tambahan ini tidak dibaca.")


def test_a_hidden_sheet_that_was_changed_is_refused(path: Path) -> None:
    def forge(book: Workbook) -> None:
        book["_kinerja"]["A3"] = "berkas-9"

    with pytest.raises(FileRefused) as refused:
        baca(rebuilt(path, forge), BUKU)
    assert refused.value.kesalahan[0].sebab.startswith("Catatan tersembunyi di buku kerja ini berubah")


# --- what it is not -----------------------------------------------------------------------------


def _foreign(path: Path) -> None:
    workbooks.office(path)


def _of_another_version(path: Path) -> None:
    rebuilt(path, lambda book: book["_kinerja"].__setitem__("A1", "lembar-kerja-99"))


@pytest.mark.parametrize(
    ("make", "sebab"),
    [
        (_foreign, "Buku kerja ini bukan lembar kerja dari Kinerja Desktop."),
        (_of_another_version, "Lembar kerja ini dibuat oleh versi program yang lain."),
        (
            lambda path: path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)),
            "Berkas memakai format Excel lama (.xls).",
        ),
        (lambda path: path.write_bytes(b"%PDF-1.7\n"), "Berkas bukan buku kerja Excel (.xlsx)."),
        (lambda path: None, "Berkas tidak ditemukan."),
    ],
)
def test_what_is_no_workbook_of_an_analyst_is_refused(path: Path, make: Callable[[Path], object], sebab: str) -> None:
    make(path)
    with pytest.raises(FileRefused) as refused:
        baca(path, BUKU)
    assert refused.value.kesalahan[0].sebab == sebab
    assert refused.value.kesalahan[0].saran
