"""Reading a Buku Kinerja: how cells are understood, which faults and warnings are told, and where."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    NilaiSkala,
    Polaritas,
    Riwayat,
    Rumus,
    Seksi,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.pegawai import Penugasan, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import baca, periksa
from tests.exchange.workbooks import OFFICE, ONE, Rows, office, save

D = Decimal
NYATA = Path(__file__).parent.parent / "data" / "nyata"


def faults(path: Path) -> list[Kesalahan]:
    with pytest.raises(FileRefused) as refused:
        baca(path)
    return list(refused.value.kesalahan)


def places(path: Path) -> list[tuple[str | None, str | None, str | None]]:
    return [(fault.lembar, fault.sel, fault.nilai) for fault in faults(path)]


def target(book: BukuKinerja) -> Decimal | None:
    return book.rencana.indikator[0].target.tahun


# --- what is read ----------------------------------------------------------------------------------


def test_one_indikator_and_nothing_else_is_a_valid_book(tmp_path: Path) -> None:
    book = baca(office(tmp_path / "a.xlsx"))

    [indikator] = book.rencana.indikator
    assert (book.instansi.nama, book.instansi.kabupaten, book.rencana.tahun) == (
        "Kecamatan Contoh",
        "Kabupaten Misal",
        2026,
    )
    assert (indikator.kode, indikator.nama, indikator.tingkat) == ("1", "Indeks", Tingkat.SASARAN)
    assert (indikator.polaritas, indikator.akumulasi, indikator.rumus) == (
        Polaritas.POSITIF,
        Akumulasi.POSISI_AKHIR,
        Rumus.P1,
    )
    assert indikator.target == Target(D(80))
    assert (book.seksi, book.pegawai, book.realisasi, book.peringatan) == ((), (), (), ())


@pytest.mark.parametrize(
    ("cell", "nilai"),
    [
        (80, "80"),
        (80.5, "80.5"),
        (0, "0"),
        ("0", "0"),
        ("80", "80"),
        ("82,5", "82.5"),
        ("82,50", "82.50"),
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("93,75%", "93.75"),
        (" 90 ", "90"),
        ("00", "0"),
        ("999999999999999,999999", "999999999999999.999999"),
        ("", None),
        ("-", None),
        ("n/a", None),
        ("N/A", None),
        (None, None),
    ],
)
def test_figures_are_read_in_indonesian_form(tmp_path: Path, cell: object, nilai: str | None) -> None:
    book = baca(office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "Indeks", "Indeks", cell]]))

    found = target(book)
    assert (None if found is None else f"{found:f}") == nilai
    assert book.peringatan == ()


def test_a_decimal_point_in_text_is_read_with_a_warning(tmp_path: Path) -> None:
    book = baca(office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "Indeks", "Indeks", "82.5"]]))

    assert target(book) == D("82.5")
    assert book.peringatan == ("Lembar Indikator, sel D2: «82.5» dibaca: 82,5. Titik dianggap tanda desimal.",)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u061c", "\x07"])
def test_signs_that_nobody_sees_are_refused_in_a_name(tmp_path: Path, sign: str) -> None:
    with pytest.raises(FileRefused) as refused:
        baca(office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", f"a{escaped(sign)}b", "Indeks", 80]]))

    (fault,) = refused.value.kesalahan
    assert (fault.sel, fault.saran) == ("B2", "Hapus isi sel, lalu ketik ulang tanpa menempel.")
    assert f"(U+{ord(sign):04X} pada huruf ke-2)" in fault.sebab


def test_they_are_kept_in_a_long_text_and_told(tmp_path: Path) -> None:
    rows = [[*ONE[0], "definisi"], ["1", "Indeks", "Indeks", 80, "a\u202eb"]]
    book = baca(office(tmp_path / "a.xlsx", Indikator=rows))

    assert book.rencana.indikator[0].definisi == "a\u202eb"
    (told,) = book.peringatan
    assert told.startswith("Lembar Indikator, sel E2: teks ini memuat tanda tak terlihat")


def escaped(sign: str) -> str:
    """As a workbook holds it: control signs stand there by their number."""
    return sign if sign.isprintable() or ord(sign) > 31 else f"_x{ord(sign):04X}_"


def test_a_percent_format_is_taken_times_100(tmp_path: Path) -> None:
    path = office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "Persentase", "%", 0.9375]])
    book = load_workbook(path)
    book["Indikator"]["D2"].number_format = "0.00%"
    book.save(path)

    assert target(baca(path)) == D("93.75")


def test_a_predicate_counts_by_the_scale_of_its_unit(tmp_path: Path) -> None:
    book = baca(
        office(
            tmp_path / "a.xlsx",
            Skala=[["satuan", "teks", "nilai"], ["Predikat", "BB", 5], ["Predikat", "A", "6"]],
            Indikator=[["kode", "indikator", "satuan", "target_tahun"], ["1", "SAKIP", "predikat", "bb"]],
            Realisasi=[["kode", "realisasi_tw4"], ["1", "A"]],
            Riwayat=[["kode", "tahun", "target", "realisasi"], ["1", 2025, "-", "BB"]],
        )
    )

    assert target(book) == D(5)
    assert book.realisasi[0].triwulan[3] == D(6)
    assert book.rencana.riwayat == (Riwayat("1", 2025, None, D(5)),)
    assert book.rencana.skala == (NilaiSkala("Predikat", "BB", D(5)), NilaiSkala("Predikat", "A", D(6)))


def test_codes_may_be_numbers_and_columns_in_any_order(tmp_path: Path) -> None:
    book = baca(
        office(
            tmp_path / "a.xlsx",
            Indikator=[["target_tahun", "indikator", "Kode "], [80, "Satu", 1], [None] * 3, [70, "Dua", 1.2]],
            Realisasi=[["kode", "realisasi_tw1"], ["1.2", 3]],
        )
    )

    assert [i.kode for i in book.rencana.indikator] == ["1", "1.2"]


def test_everything_that_a_book_can_say(tmp_path: Path) -> None:
    book = baca(
        office(
            tmp_path / "a.xlsx",
            Seksi=[["kode", "nama"], ["PEL", "Seksi Pelayanan"]],
            Pegawai=[
                ["nama", "nip", "status", "jabatan", "peran", "seksi", "mulai", "sampai", "penugasan"],
                [
                    *("Budi Contoh", "19700101 199501 1 991", "pns", "Kasi", "kasubag; Analis", "PEL"),
                    *(date(2026, 1, 1), "31 Desember 2026", "plt"),
                ],
            ],
            Indikator=[
                ["kode", "indikator", "tingkat", "polaritas", "akumulasi", "seksi", "iku", "bukti", "tahun_renstra"],
                ["1", "Gangguan", "Sub Kegiatan", "Negatif", "rata-rata", "PEL", "Ya", "tidak", "2029"],
            ],
            Versi=[
                ["versi", "berlaku_mulai", "kode", "target_tahun"],
                ["perubahan 2", "2026-11-01", "1", 3],
                ["perubahan", "01/10/2026", "1", 4],
            ],
            Anggaran=[
                ["kode", "tingkat", "uraian", "pagu", "realisasi_tw1", "seksi", "indikator"],
                ["7.01", "program", "Program", 1000, -5, "PEL", "1; 1"],
            ],
        )
    )

    [indikator], [pegawai], [line] = book.rencana.indikator, book.pegawai, book.anggaran
    assert book.seksi == (Seksi("PEL", "Seksi Pelayanan"),)
    assert (indikator.tingkat, indikator.rumus, indikator.akumulasi) == (
        Tingkat.SUB_KEGIATAN,
        Rumus.N1,
        Akumulasi.RATA_RATA,
    )
    assert (indikator.iku, indikator.bukti_wajib, indikator.tahun_renstra) == (True, False, 2029)
    assert (pegawai.nip, pegawai.status, pegawai.peran) == (
        "197001011995011991",
        StatusPegawai.PNS,
        (Role.KASUBAG, Role.ANALIS),
    )
    assert (pegawai.mulai, pegawai.sampai, pegawai.penugasan) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
        Penugasan.PLT,
    )
    assert book.rencana.versi == (
        VersiRencana("perubahan", date(2026, 10, 1), (("1", Target(D(4))),)),
        VersiRencana("perubahan 2", date(2026, 11, 1), (("1", Target(D(3))),)),
    )
    assert (line.kode, line.realisasi[0], line.indikator) == ("7.01", D(-5), ("1", "1"))


def test_words_without_a_quarter_belong_to_the_last_one_with_a_realisasi(tmp_path: Path) -> None:
    book = baca(
        office(
            tmp_path / "a.xlsx",
            Realisasi=[
                ["kode", "realisasi_tw1", "realisasi_tw2", "faktor_pendukung", "tindak_lanjut_tw1"],
                ["1", 10, 0, "Cuaca baik", "Dilanjutkan"],
            ],
        )
    )

    assert book.teks == (
        TeksTriwulan("1", 1, tindak_lanjut="Dilanjutkan"),
        TeksTriwulan("1", 2, faktor_pendukung="Cuaca baik"),
    )
    assert book.peringatan == ()


def test_a_dash_is_no_value_in_every_column_but_free_text(tmp_path: Path) -> None:
    head = ["kode", "indikator", "tingkat", "seksi", "iku", "tahun_renstra", "definisi"]

    [indikator] = baca(
        office(tmp_path / "a.xlsx", Indikator=[head, ["1", "A", "-", "n/a", "-", "N/A", "-"]])
    ).rencana.indikator

    assert (indikator.tingkat, indikator.seksi, indikator.iku) == (Tingkat.SASARAN, None, False)
    assert (indikator.tahun_renstra, indikator.definisi) == (None, "-")


def test_names_of_4000_letters_pass(tmp_path: Path) -> None:
    book = baca(office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "a" * 4000, "Indeks", 1]]))

    assert len(book.rencana.indikator[0].nama) == 4000


@pytest.mark.parametrize("path", sorted(NYATA.glob("*.xlsx")), ids=lambda path: path.stem)
def test_published_books_are_read_without_a_word(path: Path) -> None:
    assert baca(path).peringatan == ()


# --- faults ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "sebab"),
    [
        ("delapan", "Ada huruf di sel angka."),
        ("80 persen", "Ada huruf di sel angka."),
        ("1,234.5", "Angka ditulis dengan koma sebelum titik."),
        ("1.23.4", "Letak titik pada angka tidak teratur."),
        ("++", "Isi sel bukan angka."),
        ("NaN", "Ada huruf di sel angka."),
        (1e30, "Angka lebih dari 15 digit di depan koma."),
        ("1" + "0" * 30, "Angka lebih dari 15 digit di depan koma."),
        (0.1234567, "Angka lebih dari 6 digit di belakang koma."),
        ("0,1234567", "Angka lebih dari 6 digit di belakang koma."),
        (float("nan"), "Isi sel bukan bilangan."),
        (float("inf"), "Isi sel bukan bilangan."),
        (date(2026, 1, 2), "Sel berisi tanggal, padahal bukan kolom tanggal."),
        (True, "Sel berisi nilai benar/salah (TRUE/FALSE)."),
        ("#DIV/0!", "Sel berisi nilai galat."),
        ("=1+1", "Rumus di sel ini belum mempunyai hasil."),
    ],
)
def test_cells_that_are_no_figure_are_refused_with_their_place(tmp_path: Path, cell: object, sebab: str) -> None:
    path = office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "Indeks", "Indeks", cell]])

    [fault] = faults(path)

    assert (fault.berkas, fault.lembar, fault.sel, fault.sebab) == ("a.xlsx", "Indikator", "D2", sebab)
    assert fault.saran.endswith(".")


def test_a_figure_with_hidden_digits_is_told_how_to_round_it(tmp_path: Path) -> None:
    [fault] = faults(office(tmp_path / "a.xlsx", Indikator=[ONE[0], ["1", "Indeks", "Indeks", 82.3333333333]]))

    assert fault.nilai == "82.3333333333"
    assert "=ROUND(angka;2)" in fault.saran
    assert "menampilkan digit yang lebih sedikit" in fault.saran


@pytest.mark.parametrize("tahun", ["dua ribu", 26, 2026.5, date(2026, 1, 1), 1e30])
def test_a_year_that_is_none_is_told_how_to_write_it(tmp_path: Path, tahun: object) -> None:
    [fault] = faults(office(tmp_path / "a.xlsx", Instansi=[*OFFICE[:3], ["tahun", tahun]]))

    assert (fault.sel, fault.saran) == ("B4", "Tulis tahun empat angka, 1900 sampai 2199.")


@pytest.mark.parametrize("missing", ["Instansi", "Indikator"])
def test_a_missing_sheet_is_named(tmp_path: Path, missing: str) -> None:
    sheets = {name: rows for name, rows in {"Instansi": OFFICE, "Indikator": ONE}.items() if name != missing}

    [fault] = faults(save(tmp_path / "a.xlsx", sheets))

    assert (fault.lembar, fault.sel, fault.sebab) == (missing, None, f"Lembar {missing} tidak ada.")


def test_a_foreign_workbook_lacks_both_sheets(tmp_path: Path) -> None:
    assert [f.lembar for f in faults(save(tmp_path / "a.xlsx", {"Sheet1": [["a", "b"], [1, 2]]}))] == [
        "Instansi",
        "Indikator",
    ]


@pytest.mark.parametrize(
    ("sheet", "rows", "found"),
    [
        ("Instansi", [["Kunci", "Nilai"], ["nama", "A"], ["kabupaten", "Kota A"]], ("Instansi", None, None)),
        ("Instansi", [*OFFICE, ["nama", "Lain"]], ("Instansi", "A5", "nama")),
        ("Instansi", [*OFFICE[:3], ["tahun", "dua ribu"]], ("Instansi", "B4", "dua ribu")),
        ("Instansi", [*OFFICE[:3], ["tahun", 26]], ("Instansi", "B4", "26")),
        ("Instansi", [*OFFICE[:3], ["tahun", 2026.5]], ("Instansi", "B4", "2026.5")),
        ("Instansi", [*OFFICE[:3], ["tahun", "-"]], ("Instansi", "B4", "-")),
        ("Indikator", [["kode", "nama"], ["1", "A"]], ("Indikator", None, None)),
        ("Indikator", [["kode", "indikator"]], ("Indikator", None, None)),
        ("Indikator", [["kode", "indikator", "indikator"], ["1", "A", "B"]], ("Indikator", "C1", "indikator")),
        ("Indikator", [["kode", "indikator"], ["1", "A"], [None, "B"]], ("Indikator", "A3", None)),
        ("Indikator", [["kode", "indikator"], ["1", "A"], ["2", " "]], ("Indikator", "B3", None)),
        ("Indikator", [["kode", "indikator"], ["1", "A"], ["1", "B"]], ("Indikator", "A3", "1")),
        ("Indikator", [["kode", "indikator"], ["1", "a" * 4001]], ("Indikator", "B2", "a" * 80 + "…")),
        ("Indikator", [["kode", "indikator"], ["1", date(2026, 5, 1)]], ("Indikator", "B2", "1 Mei 2026")),
        ("Indikator", [["kode", "indikator", "tingkat"], ["1", "A", "bidang"]], ("Indikator", "C2", "bidang")),
        ("Indikator", [["kode", "indikator", "polaritas"], ["1", "A", "naik"]], ("Indikator", "C2", "naik")),
        ("Indikator", [["kode", "indikator", "akumulasi"], ["1", "A", "jumlah"]], ("Indikator", "C2", "jumlah")),
        ("Indikator", [["kode", "indikator", "rumus"], ["1", "A", "N3"]], ("Indikator", "C2", "N3")),
        ("Indikator", [["kode", "indikator", "rumus"], ["1", "A", "N1"]], ("Indikator", "C2", "N1")),
        ("Indikator", [["kode", "indikator", "iku"], ["1", "A", "mungkin"]], ("Indikator", "C2", "mungkin")),
        ("Seksi", [["kode", "nama"], ["A", "Satu"], ["A", "Dua"]], ("Seksi", "A3", "A")),
        ("Pegawai", [["nama", "jabatan", "peran"], ["A", "Camat", "bupati"]], ("Pegawai", "C2", "bupati")),
        ("Pegawai", [["nama", "jabatan", "peran"], ["A", "Camat", ";"]], ("Pegawai", "C2", ";")),
        (
            "Pegawai",
            [["nama", "jabatan", "peran", "nip"], ["A", "Camat", "camat", 197001011995011991]],
            ("Pegawai", "D2", "197001011995012000"),
        ),
        (
            "Pegawai",
            [["nama", "jabatan", "peran", "mulai"], ["A", "Camat", "camat", "31/02/2026"]],
            ("Pegawai", "D2", "31/02/2026"),
        ),
        ("Versi", [["versi", "berlaku_mulai", "kode"], ["p", "2026-10-01", "9"]], ("Versi", "C2", "9")),
        (
            "Versi",
            [["versi", "berlaku_mulai", "kode"], ["p", "2026-10-01", "1"], ["p", "2026-10-01", "1"]],
            ("Versi", "C3", "1"),
        ),
        ("Realisasi", [["kode"], ["9"]], ("Realisasi", "A2", "9")),
        ("Realisasi", [["kode"], ["1"], ["1"]], ("Realisasi", "A3", "1")),
        ("Riwayat", [["kode", "tahun"], ["1", 2025], ["1", 2025]], ("Riwayat", "B3", "2025")),
        ("Riwayat", [["kode", "tahun"], ["1", None]], ("Riwayat", "B2", None)),
        ("Anggaran", [["kode", "tingkat", "uraian"], ["1", "sasaran", "A"]], ("Anggaran", "B2", "sasaran")),
        (
            "Anggaran",
            [["kode", "tingkat", "uraian", "indikator"], ["1", "program", "A", "1;9"]],
            ("Anggaran", "D2", "1;9"),
        ),
        ("Skala", [["satuan", "teks", "nilai"], ["P", "B", None]], ("Skala", "C2", None)),
        ("Skala", [["satuan", "teks", "nilai"], ["P", "B", 1], ["p", "b", 2]], ("Skala", "B3", "b")),
    ],
)
def test_one_fault_each_with_its_place(
    tmp_path: Path, sheet: str, rows: Rows, found: tuple[str | None, str | None, str | None]
) -> None:
    assert places(office(tmp_path / "a.xlsx", **{sheet: rows})) == [found]


def test_two_days_for_one_version_are_refused(tmp_path: Path) -> None:
    two: Rows = [["kode", "indikator"], ["1", "A"], ["2", "B"]]
    versi: Rows = [["versi", "berlaku_mulai", "kode"], ["p", "2026-10-01", "1"], ["p", "2026-11-01", "2"]]

    [fault] = faults(office(tmp_path / "a.xlsx", Indikator=two, Versi=versi))

    assert (fault.sel, fault.sebab) == ("B3", "Versi p mempunyai dua tanggal berlaku.")


@pytest.mark.parametrize("sheet", ["Indikator", "Pegawai", "Anggaran"])
def test_an_unknown_seksi_is_refused_where_seksi_are_listed(tmp_path: Path, sheet: str) -> None:
    rows: dict[str, Rows] = {
        "Indikator": [["kode", "indikator", "seksi"], ["1", "A", "X"]],
        "Pegawai": [["nama", "jabatan", "seksi", "peran"], ["A", "Kasi", "X", "kasubag"]],
        "Anggaran": [["kode", "uraian", "seksi", "tingkat"], ["1", "A", "X", "program"]],
    }

    seksi: Rows = [["kode", "nama"], ["A", "Satu"]]
    [fault] = faults(office(tmp_path / "a.xlsx", Seksi=seksi, **{sheet: rows[sheet]}))

    assert (fault.lembar, fault.sel, fault.nilai) == (sheet, "C2", "X")
    assert fault.sebab == "Seksi «X» tidak ada di lembar Seksi."


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = office(
        tmp_path / "a.xlsx",
        Indikator=[["kode", "indikator", "tingkat", "target_tahun"], ["1", "A", "bidang", "x"], ["1", "B", None, True]],
        Realisasi=[["kode", "realisasi_tw1"], ["1", "?"], ["9", "1"]],
    )

    assert places(path) == [
        ("Indikator", "C2", "bidang"),
        ("Indikator", "D2", "x"),
        ("Indikator", "D3", "benar"),
        ("Indikator", "A3", "1"),
        ("Realisasi", "B2", "?"),
        ("Realisasi", "A3", "9"),
    ]


# --- warnings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "rows", "teks"),
    [
        ("Catatan", [["a"]], "Lembar Catatan: lembar ini tidak dikenal dan tidak dibaca."),
        (
            "Indikator",
            [["kode", "indikator", "warna"], ["1", "A", "biru"]],
            "Lembar Indikator, sel C1: kolom «warna» tidak dikenal dan tidak dibaca.",
        ),
        ("Instansi", [*OFFICE, ["fax", "1"]], "Lembar Instansi, sel A5: kunci «fax» tidak dikenal dan tidak dibaca."),
        (
            "Instansi",
            [*OFFICE[:2], ["kabupaten", "Jeneponto"], OFFICE[3]],
            "Lembar Instansi: kabupaten ditulis tanpa kata Kabupaten atau Kota di depannya.",
        ),
        (
            "Riwayat",
            [["kode", "tahun"], ["1", 2026]],
            "Lembar Riwayat, sel B2: tahun 2026 bukan tahun sebelum 2026.",
        ),
        (
            "Versi",
            [["versi", "berlaku_mulai", "kode"], ["p", "2025-10-01", "1"]],
            "Lembar Versi: versi p tidak mulai berlaku pada tahun 2026.",
        ),
        (
            "Realisasi",
            [["kode", "tindak_lanjut"], ["1", "Segera"]],
            "Lembar Realisasi, sel B2: belum ada realisasi, jadi teks ini dicatat pada triwulan 4.",
        ),
        (
            "Realisasi",
            [["kode", "realisasi_tw1", "tindak_lanjut", "tindak_lanjut_tw1"], ["1", 1, "Lain", "Segera"]],
            "Lembar Realisasi, sel C2: teks ini tidak dipakai karena kolom tindak_lanjut_tw1 sudah terisi.",
        ),
        (
            "Pegawai",
            [["nama", "jabatan", "peran", "nip"], ["A", "Camat", "camat", "123"]],
            "Lembar Pegawai, sel D2: NIP tidak terdiri atas 18 angka; periksa kembali.",
        ),
    ],
)
def test_what_is_odd_is_read_with_one_warning(tmp_path: Path, sheet: str, rows: Rows, teks: str) -> None:
    assert baca(office(tmp_path / "a.xlsx", **{sheet: rows})).peringatan == (teks,)


def test_an_empty_optional_sheet_is_no_fault(tmp_path: Path) -> None:
    assert baca(office(tmp_path / "a.xlsx", Seksi=[], Pegawai=[])).seksi == ()


# --- what nobody sees ----------------------------------------------------------------------------


def test_hidden_sheets_rows_and_columns_are_read_with_a_warning(tmp_path: Path) -> None:
    path = office(tmp_path / "a.xlsx", Riwayat=[["kode", "tahun", "realisasi"], ["1", 2024, 70], ["1", 2025, 75]])
    book = load_workbook(path)
    book["Riwayat"].sheet_state = "veryHidden"
    book["Riwayat"].row_dimensions[2].hidden = True
    book["Riwayat"].row_dimensions[9].hidden = True  # holds nothing
    book["Indikator"].column_dimensions["D"].hidden = True
    book.save(path)

    read = baca(path)

    assert [r.tahun for r in read.rencana.riwayat] == [2024, 2025]
    assert read.peringatan == (
        "Lembar Indikator: 1 kolom tersembunyi ikut dibaca (kolom D). Tampilkan dan periksa isinya.",
        "Lembar Riwayat: lembar ini tersembunyi di Excel, tetapi ikut dibaca. Tampilkan dan periksa isinya.",
        "Lembar Riwayat: 1 baris tersembunyi ikut dibaca (baris 2). Tampilkan dan periksa isinya.",
    )


def test_merged_cells_are_told_because_only_their_first_cell_holds_something(tmp_path: Path) -> None:
    path = office(tmp_path / "a.xlsx", Seksi=[["kode", "nama"], ["A", "Seksi A"], ["B", "Seksi A"]])
    book = load_workbook(path)
    book["Indikator"].merge_cells("D2:E2")
    book["Seksi"].merge_cells("B2:B3")
    book.save(path)

    assert {f.sel for f in periksa(path).kesalahan} == {"B3"}
    what_to_do = "isinya hanya dibaca untuk sel pertamanya. Pisahkan sel itu, lalu isi satu per satu."
    assert tuple(map(str, periksa(path).peringatan)) == (
        f"Lembar Indikator: ada sel gabungan (D2:E2); {what_to_do}",
        f"Lembar Seksi: ada sel gabungan (B2:B3); {what_to_do}",
    )


def test_signs_without_a_shape_make_no_other_code_and_no_other_figure(tmp_path: Path) -> None:
    rows: Rows = [ONE[0], ["\u200e1", "Indeks", "Indeks", "\u202a82,5\u202c"], ["1\u200b", "Indeks", "Indeks", 80]]

    with pytest.raises(FileRefused) as refused:
        baca(office(tmp_path / "a.xlsx", Indikator=rows))

    assert [(f.sel, f.sebab) for f in refused.value.kesalahan] == [("A3", "Isian ini sudah ada di baris sebelumnya.")]
    assert target(baca(office(tmp_path / "b.xlsx", Indikator=rows[:2]))) == D("82.5")
