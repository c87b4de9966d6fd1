"""The grid of a report under review as columns and rows. Pure: the view of the service in, cells out."""

from collections.abc import Callable, Container

from kinerja_desktop.domain.sel import JenisPesan
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.review import BarisPeriksa, PemeriksaanView
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridGroup, GridRow, Rows
from kinerja_desktop.ui.work.cells import bukti_cell, kategori_cell

Wanted = Callable[[BarisPeriksa], bool]
TW_LALU, TAHUN_LALU = "tw_lalu", "tahun_lalu"
COMPARED = ("target", TW_LALU, TAHUN_LALU)
"""What a figure is compared with: told by the panel where its column is not seen."""


def columns_for(triwulan: Triwulan) -> tuple[GridColumn, ...]:
    """The columns. In a narrow window Satuan and Bukti go, which the panel shows; the figures to compare go last."""
    tw, before = triwulan.singkat, triwulan.previous
    return (
        GridColumn("no", "No.", 46, ColumnKind.NOMOR),
        GridColumn("nama", "Indikator kinerja", 190, ColumnKind.NAMA, stretches=True),
        GridColumn("satuan", "Satuan", 70, ColumnKind.TEKS, hides=1),
        GridColumn("target", f"Target\n{tw}", 58),
        GridColumn("realisasi", f"Realisasi\n{tw}", 84, ColumnKind.ANGKA_UTAMA),
        GridColumn("capaian", "Capaian\n(%)", 66, ColumnKind.ANGKA_UTAMA),
        GridColumn("kategori", "Kategori", 122, ColumnKind.TEKS, hides=3),
        GridColumn(TW_LALU, f"{before.singkat}\n{before.tahun}", 58, hides=5),
        GridColumn(TAHUN_LALU, f"{tw}\n{triwulan.tahun - 1}", 58, hides=4),
        GridColumn("bukti", "Bukti", 50, ColumnKind.TEKS, hides=2),
    )


def rows_of(view: PemeriksaanView, noted: Container[str], wanted: Wanted) -> Rows:
    """Headings with their means and the rows that are wanted; a heading without rows is left out."""
    out: list[GridRow | GridGroup] = []
    for group in view.kelompok:
        rows = [row_of(baris, noted=baris.baris.kode in noted) for baris in group.baris if wanted(baris)]
        if rows:
            out += [GridGroup(group.judul, f"rata-rata {group.rata_rata}"), *rows]
    return out


def row_of(periksa: BarisPeriksa, *, noted: bool) -> GridRow:
    baris, sel = periksa.baris, periksa.sel
    unit = baris.indikator.satuan or ""
    cells = {
        "no": _number(baris.kode, noted=noted),
        "nama": Cell(baris.indikator.nama),
        "satuan": Cell(unit, ink=Ink.TEXT_2),
        "target": Cell(sel.target),
        "realisasi": _figure(periksa, unit),
        "capaian": Cell(sel.capaian, unit="persen", ink=None if sel.sendiri.nilai is not None else Ink.TEXT_2),
        "kategori": _plain(kategori_cell(baris, sel)),
        TW_LALU: Cell(periksa.tw_lalu, unit=unit),
        TAHUN_LALU: Cell(periksa.tahun_lalu, unit=unit),
        "bukti": bukti_cell(periksa.isi, sel),
    }
    return GridRow(baris.kode, baris.indikator.nama, cells)


def _number(kode: str, *, noted: bool) -> Cell:
    if not noted:
        return Cell(kode)
    return Cell(
        kode, symbol=Icon.CATATAN, symbol_ink=Tone.KEMBALI, symbol_shape=Shape.FILL, note="Anda memberi catatan."
    )


def _figure(periksa: BarisPeriksa, unit: str) -> Cell:
    beda = periksa.sebelum
    if beda is None:
        warned = any(pesan.jenis is JenisPesan.PERINGATAN for pesan in periksa.sel.pesan)
        return Cell(
            periksa.realisasi,
            symbol=Icon.PERINGATAN if warned else None,
            symbol_ink=Tone.PERHATIAN,
            symbol_shape=Shape.FILL,
            unit=unit,
            ink=None if periksa.isi.realisasi is not None else Ink.TEXT_2,
        )
    note = f"Sebelum dikembalikan: {beda.dari_teks}"
    return Cell(periksa.realisasi, CellState.BERUBAH, previous=beda.dari_teks, note=note, unit=unit)


def _plain(cell: Cell) -> Cell:
    """The same cell on the ground of a row that nobody fills."""
    return Cell(cell.text, symbol=cell.symbol, symbol_ink=cell.symbol_ink, symbol_shape=cell.symbol_shape, ink=cell.ink)


def every(_: BarisPeriksa) -> bool:
    """All rows."""
    return True


def changed(periksa: BarisPeriksa) -> bool:
    """A figure unlike the one that was returned."""
    return periksa.sebelum is not None


def worth_a_look(periksa: BarisPeriksa) -> bool:
    """Changed, noted, warned of, or without data."""
    return periksa.perlu_dilihat


def baris_of(view: PemeriksaanView) -> dict[str, BarisPeriksa]:
    """All rows by kode, in their order."""
    return {row.baris.kode: row for group in view.kelompok for row in group.baris}
