"""A workbook with something in every column: into an empty office, out, into a second one, out; all compared.

Every declared column must be filled with other than what an empty cell would mean, so a new column fails here until
the book below fills it.
"""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Faktor,
    Indikator,
    NilaiSkala,
    Polaritas,
    Rencana,
    Riwayat,
    Rumus,
    Sasaran,
    Seksi,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import columns, tulis
from kinerja_desktop.services import (
    opening,
    planning,
    settings,
    setup,
    workbook_export,
    workbook_first,
    workbook_import,
)
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.workbook_merge import Tindakan
from tests.practice_book import four
from tests.services.test_workbook import SANDI, planner

TAHUN = 2026
LAYANAN = "Meningkatnya kualitas pelayanan"
FULL = Indikator(
    "1.1",
    "=Persentase surat selesai",
    tingkat=Tingkat.SUB_KEGIATAN,
    sasaran=LAYANAN,
    satuan="persen",
    akumulasi=Akumulasi.RATA_RATA,
    target=Target(Decimal("80.5"), four("70.25", "75", "80", "85.125")),
    seksi="PEL",
    iku=True,
    definisi="Surat yang selesai pada waktunya\ndibanding semua surat",
    formulasi="selesai / masuk x 100",
    sumber_data="Register surat",
    frekuensi="triwulanan",
    penanggung_jawab="Kasi Pelayanan",
    bukti_wajib=True,
    target_renstra=Decimal("99.9"),
    tahun_renstra=2029,
    pembanding=Decimal("71.123456"),
    sumber_pembanding="Rata-rata kabupaten",
    komponen_pembilang="surat selesai",
    komponen_penyebut="surat masuk",
    komponen_faktor=Faktor.RASIO,
    aksi=("Membuka loket", "Melatih petugas", "Menilai", "Melaporkan"),
    tidak_dipakai_sejak=date(2027, 1, 1),
    alasan_tidak_dipakai="Diganti indeks",
    menggantikan="0.9",
)
RATED = Indikator("2", "Nilai SAKIP", satuan="predikat", target=Target(Decimal(70), four(None, None, None, "70")))
FEWER = Indikator("3", "Aduan", polaritas=Polaritas.NEGATIF, rumus=Rumus.N2, target=Target(Decimal(4)), seksi="PEM")
PLAN = Rencana(
    TAHUN,
    (FULL, RATED, FEWER),
    (VersiRencana("perubahan", date(2026, 9, 1), (("1.1", Target(Decimal(90), four("1", "2", "3.5", "4"))),)),),
    (NilaiSkala("predikat", "BB", Decimal(70)), NilaiSkala("predikat", "A", Decimal("80.01"))),
    (
        Riwayat("1.1", 2024, Decimal(60), Decimal("61.5"), diimpor=True, indikator_lama="0.9"),
        Riwayat("2", 2025, Decimal(70), Decimal("80.01")),
    ),
    (Sasaran(LAYANAN, "Pemerintahan yang melayani"), Sasaran("Sasaran tanpa indikator")),
)
PEOPLE = (
    Pegawai("Rahma Teladan, S.E.", "Kasubag Perencanaan", (Role.KASUBAG_PERENCANAAN, Role.ADMIN), pengguna="rahma"),
    Pegawai(
        "Siti Misalnya",
        "Kepala Seksi Pelayanan",
        (Role.KASUBAG, Role.ANALIS),
        nip="199001012020012001",
        status=StatusPegawai.CPNS,
        pangkat="Penata",
        golongan="III/c",
        seksi="PEL",
        pengguna="siti",
        mulai=date(2026, 1, 2),
        sampai=date(2026, 12, 31),
        penugasan=Penugasan.PLT,
    ),
)
BOOK = BukuKinerja(
    Instansi("Kecamatan Kelara", "Kabupaten Jeneponto", "Sulawesi Selatan", "Jl. Poros 1", "Tolo", "CAMAT", "KEL-7"),
    PLAN,
    realisasi=(
        RealisasiTahun("1.1", four("0.5", "0.25", "2", "0.125"), four("1", "1", "4", "1"), four("2", "4", "2", "8")),
        RealisasiTahun("2", four(None, None, None, "80.01")),
        RealisasiTahun("3", four("5", "0", "-1.5", "123456789012345.123456")),
    ),
    teks=tuple(TeksTriwulan("1.1", tw, f"dukung {tw}", f"+hambat {tw}", f"lanjut\n{tw}") for tw in (1, 2, 3, 4)),
    anggaran=(
        BarisAnggaran("7.01", Tingkat.PROGRAM, "Program Pelayanan"),
        BarisAnggaran(
            "7.01.02",
            Tingkat.KEGIATAN,
            "Kegiatan loket",
            Decimal("125000000.55"),
            four("10", "-5", "0", "7.5"),
            "PEL",
            ("1.1", "2"),
        ),
    ),
    seksi=(Seksi("PEL", "Seksi Pelayanan"), Seksi("PEM", "Seksi Pemerintahan")),
    pegawai=PEOPLE,
)
_BY_QUARTER_OF_LAST = columns.KATA
"""Columns that are only read: an export writes their text under its quarter."""


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[Path], list[Office]]]:
    """The book as it was made, and as it went out of a first and of a second office."""
    place = tmp_path_factory.mktemp("utuh")
    books, offices = [place / "buku.xlsx"], []
    tulis(BOOK, books[0])
    for number in (1, 2):
        folder, out = place / f"kantor{number}", place / f"keluar{number}.xlsx"
        hasil = workbook_first.import_as_office(folder, books[-1], setup.FirstAccount("rahma", SANDI))
        assert not hasil.kesalahan
        assert {p.tindakan for p in hasil.perubahan} == {Tindakan.TAMBAH}
        offices.append(opening.open_office(folder))
        workbook_export.export_workbook(planner(offices[-1]), out)
        books.append(out)
    yield books, offices
    for office in offices:
        office.store.close()


def cells(path: Path) -> dict[tuple[str, str], Any]:
    """Every filled cell by sheet and address, with how it is typed."""
    book = load_workbook(path)
    filled = (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return {(cell.parent.title, cell.coordinate): (cell.data_type, cell.value) for cell in filled}


def test_the_book_fills_every_column_of_every_sheet(rounds: tuple[list[Path], list[Office]]) -> None:
    for path in rounds[0]:
        book = load_workbook(path)
        assert set(book.sheetnames) == {lembar.nama for lembar in columns.SEMUA}
        for lembar in columns.SEMUA:
            head, *rows = book[lembar.nama].iter_rows(values_only=True)
            filled = {nama for nama, *said in zip(head, *rows, strict=True) if any(cell is not None for cell in said)}
            declared = {kolom.nama for kolom in lembar.kolom}
            assert filled == declared - (set(_BY_QUARTER_OF_LAST) if lembar is columns.REALISASI else set())


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ((BOOK.instansi,), {"lambang", "lambang_hitam"}),  # not in a workbook
        (BOOK.pegawai, {"id"}),
        (PLAN.indikator, set()),
        (PLAN.riwayat, set()),
        (PLAN.sasaran, set()),
        (BOOK.anggaran, set()),
        (BOOK.realisasi, set()),
        (BOOK.teks, set()),
        ((PLAN, BOOK), {"peringatan", "letak", "kolom", "latihan"}),
    ],
    ids=lambda given: type(given[0]).__name__ if isinstance(given, tuple) else "",
)
def test_no_field_is_what_an_empty_cell_would_mean(rows: tuple[Any, ...], apart: set[str]) -> None:
    for row in rows:
        for field in fields(row):
            empty = field.default if field.default_factory is MISSING else field.default_factory()
            said = [getattr(one, field.name) for one in rows if type(one) is type(row)]
            assert field.name in apart or any(value != empty for value in said), field.name
    assert {r for p in PEOPLE for r in p.peran} > {Role.ADMIN}


def test_all_cells_go_out_as_they_came_in_and_once_more(rounds: tuple[list[Path], list[Office]]) -> None:
    made, first, second = map(cells, rounds[0])
    said = {place: cell for place, cell in first.items() if place[0] != columns.INSTANSI.nama}
    assert said == {place: cell for place, cell in made.items() if place[0] != columns.INSTANSI.nama}
    assert second == first
    letterheads = [letterhead(path) for path in rounds[0]]
    assert letterheads[0] | {columns.LATIHAN: "tidak"} == letterheads[1] == letterheads[2]


def letterhead(path: Path) -> dict[object, object]:
    sheet = load_workbook(path)[columns.INSTANSI.nama]
    return {row[0]: row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}


def stored(office: Office) -> str:
    """Everything that an import stores, to the last zero of every figure."""
    with office.store.read() as unit:
        held = [workbook_export.content_of(unit, TAHUN, tw) for tw in (1, 2, 3, 4)]
        people = [replace(p, id="") for p in unit.people.all()]
        plan = planning.rencana_of(unit, TAHUN)
        letters, years = settings.instansi_given(unit), unit.planning.years()
        return repr((letters, people, unit.people.seksi(), years, plan, unit.planning.anggaran(TAHUN), held))


def test_both_offices_hold_the_same_and_what_the_book_says(rounds: tuple[list[Path], list[Office]]) -> None:
    one, other = rounds[1]
    assert stored(one) == stored(other)
    with one.store.read() as unit:
        said = workbook_export.buku_of(unit, TAHUN)
    people = tuple(replace(p, id="") for p in said.pegawai)
    assert repr(replace(said, pegawai=people, latihan=None)) == repr(BOOK)


def test_it_comes_in_where_it_came_from_without_a_change(rounds: tuple[list[Path], list[Office]]) -> None:
    checked = workbook_import.check_workbook(planner(rounds[1][0]), rounds[0][1])
    assert {p.tindakan for p in checked.hasil.perubahan} == {Tindakan.TETAP}
    assert not checked.hasil.kesalahan
