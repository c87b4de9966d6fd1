"""From a BukuKinerja to a workbook that the reader reads back to the same book.

A figure that a binary number cannot hold exactly is written as text with a comma, a figure of a scale as
its predicate; texts are texts even where they begin with "=". Looks are kept plain: fixed heads, fitting
widths, no number formats. To write one more sheet: its line in ``_rows_of``.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.teks_sel import put_text
from kinerja_desktop.exchange.atomic import write_bytes
from kinerja_desktop.exchange.buku_kinerja import columns, rows
from kinerja_desktop.exchange.buku_kinerja.columns import KUNCI_INSTANSI, LATIHAN, Bentuk, Kolom, Lembar
from kinerja_desktop.exchange.buku_kinerja.values import key
from kinerja_desktop.exchange.row_heights import height_for
from kinerja_desktop.exchange.xlsx.cells import tidy
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

PRACTICE = "LATIHAN, BUKAN DATA KANTOR"
"""Head of every printed page of what a practice office exports."""
_EXACT_DIGITS = 15
_AS_TEXT = frozenset({Bentuk.KODE, Bentuk.NIP})
_DAY_FORMAT = "dd/mm/yyyy"
_LINE_HEIGHT = 15


def tulis(buku: BukuKinerja, path: Path) -> None:
    """Write the workbook, whole or not at all; sheets without content are left out. Raises KnownFault."""
    write_bytes(path, _content(buku))


def _content(buku: BukuKinerja) -> bytes:
    from openpyxl import Workbook

    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    for lembar, filled in _rows_of(buku):
        if filled or lembar.wajib:
            sheet = workbook.create_sheet(lembar.nama)
            _write_sheet(sheet, lembar, filled)
            if buku.latihan:
                sheet.oddHeader.center.text = PRACTICE
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _rows_of(buku: BukuKinerja) -> Iterator[tuple[Lembar, list[rows.Cells]]]:
    rencana = buku.rencana
    yield columns.INSTANSI, _instansi_cells(buku)
    yield columns.SEKSI, [rows.seksi_cells(s) for s in buku.seksi]
    yield columns.PEGAWAI, [rows.pegawai_cells(p) for p in buku.pegawai]
    yield columns.SASARAN, [rows.sasaran_cells(s) for s in rencana.sasaran]
    predicates = _predicates(rencana)
    yield columns.INDIKATOR, [_in_words(rows.indikator_cells(i), predicates) for i in rencana.indikator]
    yield columns.VERSI, [_in_words(rows.versi_cells(baris), predicates) for baris in _versi_rows(buku)]
    yield columns.REALISASI, [_in_words(rows.realisasi_cells(b), predicates) for b in _realisasi_rows(buku)]
    yield columns.RIWAYAT, [_in_words(rows.riwayat_cells(r), predicates) for r in rencana.riwayat]
    yield columns.ANGGARAN, [rows.anggaran_cells(a) for a in buku.anggaran]
    yield columns.SKALA, [rows.skala_cells(s) for s in rencana.skala]


Predicates = Mapping[str, Mapping[str, str]]
"""For each indikator with a scale: the predicate of a figure, which is named digit by digit."""


def _predicates(rencana: Rencana) -> Predicates:
    scales: dict[str, dict[str, str]] = {}
    for skala in rencana.skala:
        scales.setdefault(key(skala.satuan), {}).setdefault(str(skala.nilai), skala.teks)
    return {i.kode: scales[key(i.satuan)] for i in rencana.indikator if key(i.satuan) in scales}


def _in_words(cells: rows.Cells, predicates: Predicates) -> rows.Cells:
    teks = predicates.get(cells["kode"], {})
    return {name: teks.get(str(v), v) if isinstance(v, Decimal) else v for name, v in cells.items()}


def _instansi_cells(buku: BukuKinerja) -> list[rows.Cells]:
    texts = {nama: getattr(buku.instansi, nama) for nama in KUNCI_INSTANSI}
    said = {None: "", True: "ya", False: "tidak"}[buku.latihan]
    pairs = {**texts, "tahun": Decimal(buku.rencana.tahun), LATIHAN: said}
    return [{"Kunci": kunci, "Nilai": nilai} for kunci, nilai in pairs.items() if nilai != ""]


def _versi_rows(buku: BukuKinerja) -> Iterator[rows.BarisVersi]:
    for versi in buku.rencana.versi:
        for kode, target in versi.target:
            yield rows.BarisVersi(versi.versi, versi.berlaku_mulai, kode, target)


def _realisasi_rows(buku: BukuKinerja) -> Iterator[rows.BarisRealisasi]:
    """Figures in their order; an indikator that has words only comes after them."""
    figures = {r.kode: r for r in buku.realisasi}
    wordy = {t.kode: RealisasiTahun(t.kode) for t in buku.teks if t.kode not in figures}
    for kode, realisasi in {**figures, **wordy}.items():
        yield rows.BarisRealisasi(realisasi, tuple(t for t in buku.teks if t.kode == kode))


# --- sheets and cells ------------------------------------------------------------------------------


def _write_sheet(sheet: "Worksheet", lembar: Lembar, filled: list[rows.Cells]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    from kinerja_desktop.exchange.growing_row import GrowingRow

    used = [kolom for kolom in lembar.kolom if not kolom.jarang or any(_filled(row, kolom) for row in filled)]
    for number, kolom in enumerate(used, 1):
        head = sheet.cell(1, number, kolom.nama)
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = kolom.lebar
    sheet.freeze_panes = "B2"
    wrapped, widths = Alignment(vertical="top", wrap_text=True), [kolom.lebar for kolom in used]
    for line, row in enumerate(filled, 2):
        written: list[object] = [None] * len(used)
        for number, kolom in enumerate(used, 1):
            if _filled(row, kolom):
                cell = sheet.cell(line, number)
                cell.alignment = wrapped
                _write_cell(cell, kolom, row[kolom.nama])
                written[number - 1] = cell.value
        sheet.row_dimensions[line] = GrowingRow(sheet, line, ht=height_for(written, widths, _LINE_HEIGHT))


def _filled(row: Mapping[str, Any], kolom: Kolom) -> bool:
    return row.get(kolom.nama) not in (None, "", ())


def _write_cell(cell: "Cell | MergedCell", kolom: Kolom, value: object) -> None:
    if isinstance(value, date):
        cell.value = value
        cell.number_format = _DAY_FORMAT
    elif _is_number(value):
        cell.value = value
    else:
        _write_text(cell, kolom, _as_text(value))


def _is_number(value: object) -> TypeGuard[Decimal | int]:
    return is_exact(value) if isinstance(value, Decimal) else isinstance(value, int) and not isinstance(value, bool)


def _write_text(cell: "Cell | MergedCell", kolom: Kolom, teks: str) -> None:
    put_text(cell, escape(teks))
    if kolom.bentuk in _AS_TEXT:
        cell.number_format = "@"


def _as_text(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(map(_as_text, value))
    return str(value)


def is_exact(value: Decimal) -> bool:
    """True where a number cell gives this very figure back, its decimals as they were written."""
    return len(value.as_tuple().digits) <= _EXACT_DIGITS and value.as_tuple() == tidy(value).as_tuple()
