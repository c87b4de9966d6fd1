"""A small workbook of an analyst for tests, and how somebody changes it with another program."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.domain.buku_lembar import Bagian, BarisBuku, BukuLembar, KelompokBuku, TandaLembar
from kinerja_desktop.exchange.lembar_kerja.writer import tulis

TANDA = TandaLembar("kantor-1", "berkas-2", 4, "Kecamatan Contoh", "Seksi Pelayanan Triwulan II 2026", "AAAA-0002")
SKALA = (("A", Decimal(80)), ("BB", Decimal(70)))
BARIS = (
    BarisBuku("1.1", "Persentase tepat waktu", "Tepat waktu dibagi semua.", "%", Decimal("94.00"), Decimal("92.4"), 2),
    BarisBuku("1.2", "Jumlah dokumen", "", "dokumen", Decimal(1200), None, isi={Bagian.REALISASI: Decimal(1287)}),
    BarisBuku("2.1", "Nilai AKIP", "", "predikat", "A", "BB", skala=SKALA, isi={Bagian.TINDAK_LANJUT: "=Rapat"}),
    BarisBuku("2.2", "Indeks Kepuasan", "", "indeks", Decimal("82.5"), None, 1, terkunci="diukur pada TW IV"),
)
BUKU = BukuLembar(
    TANDA,
    "PEMERINTAH KABUPATEN MISAL · KECAMATAN CONTOH",
    "LEMBAR KERJA DATA KINERJA SEKSI PELAYANAN TRIWULAN II TAHUN 2026",
    "Disposisi kepada Budi Contoh.",
    "TW II",
    (KelompokBuku("Sasaran 1 · Layanan", BARIS[:2]), KelompokBuku("Sasaran 2 · Tata kelola", BARIS[2:])),
)
HEAD = 7
ROWS = {"1.1": 9, "1.2": 10, "2.1": 12, "2.2": 13}
"""Rows of the sheet: the heads, and each indikator (a heading of its sasaran between)."""


def cell(kode: str, column: str = "G") -> str:
    """Address of a cell of an indikator; its realisasi where no column is named."""
    return f"{column}{ROWS[kode]}"


def changed(path: Path, change: Callable[[Worksheet], object], buku: BukuLembar = BUKU) -> Path:
    """The workbook after somebody changed its sheet and saved it."""
    return rebuilt(path, lambda book: change(book.worksheets[0]), buku)


def rebuilt(path: Path, change: Callable[[Workbook], object], buku: BukuLembar = BUKU) -> Path:
    """The workbook after somebody changed it as a whole and saved it."""
    tulis(buku, path)
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def filled(path: Path, **cells: Any) -> Path:
    """The workbook with these cells typed over, by their address."""

    def put(sheet: Worksheet) -> None:
        for place, value in cells.items():
            sheet[place] = value

    return changed(path, put)


def other(**unlike: Any) -> BukuLembar:
    """The workbook of another order."""
    return replace(BUKU, tanda=replace(TANDA, **unlike))
