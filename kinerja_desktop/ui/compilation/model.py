"""The grid of the section's report as columns and rows. Pure: sheet and bahan in, cells out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.lembar import REALISASI
from kinerja_desktop.domain.rumus import total
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.section_report import LaporanSeksiView
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridRow
from kinerja_desktop.ui.work.cells import (
    BUKTI,
    bukti_cell,
    capaian_cell,
    component_cells,
    component_columns,
    figure_cell,
    kategori_cell,
    name_cell,
)
from kinerja_desktop.ui.work.sheet import Sheet
from kinerja_desktop.ui.work.texts import FIELDS


@dataclass(frozen=True, slots=True)
class Bahan:
    """Figures as the analyst handed them in, by kode."""

    figures: Mapping[str, Decimal | None] = field(default_factory=dict)

    @classmethod
    def of(cls, view: LaporanSeksiView) -> "Bahan":
        """From the view: what was changed says what it was, the rest is as it stands there."""
        changed = {beda.kode: beda.dari for beda in view.beda_bahan}
        rows = (baris.kode for group in view.kelompok for baris in group.baris)
        return cls({kode: changed.get(kode, view.isi.of(kode).realisasi) for kode in rows})


def columns_for(sheet: Sheet, triwulan: Triwulan) -> tuple[GridColumn, ...]:
    """The columns; in a narrow window Bukti goes first, then the difference, Kategori, and Uraian (in the panel)."""
    tw = triwulan.singkat
    return (
        GridColumn("no", "No.", 44, ColumnKind.NOMOR),
        GridColumn("nama", "Indikator kinerja", 250, ColumnKind.NAMA, stretches=True),
        GridColumn("target", f"Target\n{tw}", 72),
        *component_columns(sheet.baris.values(), tw),
        GridColumn(REALISASI, f"Realisasi\n{tw}", 126, ColumnKind.ANGKA_UTAMA),
        GridColumn("capaian", f"Capaian\n{tw} (%)", 84, ColumnKind.ANGKA_UTAMA),
        GridColumn("kategori", f"Kategori\n{tw}", 118, ColumnKind.TEKS, hides=3),
        GridColumn("beda", "Dari angka\nsebelumnya", 96, hides=2),
        GridColumn("uraian", "Uraian", 84, ColumnKind.TEKS, hides=4),
        GridColumn(BUKTI, "Bukti", 70, ColumnKind.TEKS, hides=1),
    )


def row_of(sheet: Sheet, bahan: Bahan, baris: BarisLembar, *, wordless: bool, editable: bool) -> GridRow:
    """One indikator as it stands in the sheet."""
    isi, sel = sheet.isi.of(baris.kode), sheet.sel[baris.kode]
    figure = figure_cell(baris, isi, sel, editable=editable)
    cells = {
        "no": Cell(baris.kode),
        "nama": name_cell(baris),
        "target": Cell(sel.target),
        **component_cells(baris, sel, editable=editable),
        REALISASI: _beside_bahan(figure, baris, bahan.figures.get(baris.kode), isi.realisasi),
        "capaian": capaian_cell(sel),
        "kategori": kategori_cell(baris, sel),
        "beda": _difference(baris, isi.realisasi),
        "uraian": _words(sheet, baris, wordless=wordless),
        BUKTI: bukti_cell(isi, sel),
    }
    return GridRow(baris.kode, baris.indikator.nama, cells)


def _beside_bahan(cell: Cell, baris: BarisLembar, before: Decimal | None, now: Decimal | None) -> Cell:
    """A figure unlike the bahan is never silent: the figure of the analyst stands beside it, struck out."""
    plain = cell.state in (CellState.DIISI, CellState.TERKUNCI, CellState.DIHITUNG)
    if before == now or not plain or now is None:
        return cell
    was = baris.tulis(before)
    return replace(cell, state=CellState.BERUBAH, previous=was, note=cell.note or f"Angka bahan: {was}")


def difference(baris: BarisLembar, now: Decimal | None) -> Decimal | None:
    """How far the figure lies from the last one before it."""
    return None if now is None or baris.nilai_lalu is None else total((now, -baris.nilai_lalu))


def _difference(baris: BarisLembar, now: Decimal | None) -> Cell:
    far = difference(baris, now)
    if far is None:
        return Cell("–", CellState.DIHITUNG, ink=Ink.TEXT_3)
    if not far:
        return Cell("tetap", CellState.DIHITUNG, ink=Ink.TEXT_2)
    icon = Icon.TINGGI if far > 0 else Icon.BUKA_KE_BAWAH
    unit = "naik" if far > 0 else "turun"
    return Cell(baris.tulis(abs(far)), CellState.DIHITUNG, symbol=icon, symbol_shape=Shape.BOLD, unit=unit)


def _words(sheet: Sheet, baris: BarisLembar, *, wordless: bool) -> Cell:
    """Whether something was said of the indikator."""
    isi = sheet.isi.of(baris.kode)
    if wordless:
        return Cell("perlu", symbol=Icon.DRAF, symbol_ink=Tone.PERHATIAN, symbol_shape=Shape.BOLD)
    said = sum(bool(getattr(isi, name).strip()) for name in FIELDS)
    if said:
        return Cell("ada", symbol=Icon.SETUJUI, symbol_ink=Tone.SELESAI, symbol_shape=Shape.BOLD, unit=f"{said} dari 3")
    return Cell("–", ink=Ink.TEXT_3)


def trend(baris: BarisLembar, now: Decimal | None) -> str:
    """«naik 45,00 dari 80,00»; empty without a figure before."""
    far = difference(baris, now)
    if far is None:
        return ""
    last = baris.tulis(baris.nilai_lalu)
    if not far:
        return f"tetap {last}"
    return f"{'naik' if far > 0 else 'turun'} {baris.tulis(abs(far))} dari {last}"
