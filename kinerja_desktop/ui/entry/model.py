"""The grid of the Lembar Kerja as columns and rows. Pure: the sheet in, cells out."""

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.lembar import REALISASI
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.ui.widgets.grid.cells import Cell, ColumnKind, GridColumn, GridRow
from kinerja_desktop.ui.work.cells import (
    BUKTI,
    before_text,
    bukti_cell,
    capaian_cell,
    component_cells,
    component_columns,
    earlier_cell,
    figure_cell,
    kategori_cell,
    name_cell,
    sd_cell,
    text_cell,
)
from kinerja_desktop.ui.work.sheet import Sheet
from kinerja_desktop.ui.work.texts import FIELDS


def columns_for(sheet: Sheet, triwulan: Triwulan) -> tuple[GridColumn, ...]:
    """The columns; in a narrow window Kategori goes first, then Bukti, s.d., the realisasi before."""
    tw, before = triwulan.singkat, triwulan.previous
    earlier = before.singkat if triwulan.nomor > 1 else f"{tw} {triwulan.tahun - 1}"
    return (
        GridColumn("no", "No.", 44, ColumnKind.NOMOR),
        GridColumn("nama", "Indikator kinerja", 250, ColumnKind.NAMA, stretches=True),
        GridColumn("target", f"Target\n{tw}", 76),
        GridColumn("sebelum", f"Realisasi\n{earlier}", 88, hides=4),
        *component_columns(sheet.baris.values(), tw),
        GridColumn(REALISASI, f"Realisasi\n{tw}", 126, ColumnKind.ANGKA_UTAMA),
        GridColumn("capaian", f"Capaian\n{tw} (%)", 84, ColumnKind.ANGKA_UTAMA),
        GridColumn("sd", "Capaian\ns.d. (%)", 84, hides=3),
        GridColumn("kategori", f"Kategori\n{tw}", 118, ColumnKind.TEKS, hides=1),
        GridColumn(BUKTI, "Bukti", 70, ColumnKind.TEKS, hides=2),
        *(GridColumn(name, label, 230, ColumnKind.TEKS, extra=True) for name, label in FIELDS.items()),
    )


def row_of(sheet: Sheet, baris: BarisLembar, *, editable: bool) -> GridRow:
    """One indikator as it stands in the sheet."""
    isi, sel = sheet.isi.of(baris.kode), sheet.sel[baris.kode]
    cells = {
        "no": Cell(baris.kode),
        "nama": name_cell(baris),
        "target": Cell(sel.target),
        "sebelum": earlier_cell(baris, before_text(baris)),
        **component_cells(baris, sel, editable=editable),
        REALISASI: figure_cell(baris, isi, sel, editable=editable),
        "capaian": capaian_cell(sel),
        "sd": sd_cell(sel),
        "kategori": kategori_cell(baris, sel),
        BUKTI: bukti_cell(isi, sel),
        **{name: text_cell(getattr(isi, name), editable=editable) for name in FIELDS},
    }
    return GridRow(baris.kode, baris.indikator.nama, cells)
