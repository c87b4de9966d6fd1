"""Rencana Aksi: every indikator with its targets, what is done for it and with which money, on landscape sheets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kinerja_desktop.documents.blocks import bookmarked
from kinerja_desktop.documents.capaian_table import NO
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import WIDE_TABLE, landscape
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_rencana import LembarRencanaAksi
from kinerja_desktop.domain.laporan import RencanaAksi

_NAME: Final = "Indikator Kinerja"
_ACTION: Final = "Rencana Aksi"
_MEANS: Final = "Program / Kegiatan /\nSub Kegiatan"
_BY_QUARTER: Final = {
    _NAME: (_NAME, 40.0),
    _ACTION: (_ACTION, 72.0),
    _MEANS: ("Program /\nKegiatan /\nSub Kegiatan", 30.0),
}
"""Other heads and widths of columns where actions are told triwulan by triwulan."""
_COLUMNS: Final = (
    NO,
    Column(_NAME, 54),
    Column("Satuan", 16, Kind.CENTRED),
    Column("Target\nTahun", 17, Kind.FIGURE),
    *(Column(quarter, 15, Kind.FIGURE, "Target Triwulan") for quarter in ("I", "II", "III", "IV")),
    Column(_ACTION, 50),
    Column(_MEANS, 38),
    Column("Anggaran\n(Rp)", 25, Kind.FIGURE),
    Column("Penanggung\nJawab", 22),
)


def render(paper: LembarRencanaAksi) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    table = flow_table(action_table(paper.rencana, paper.catatan), landscape(paper.naskah.kertas))
    bookmarked(table, paper.naskah.jenis)
    return render_simple(paper.naskah, [table], Signer(paper.penandatangan), turned=True)


def action_table(plan: Sequence[RencanaAksi], notes: tuple[str, ...] = ()) -> Tabel:
    """The table of the action plan, by itself or annexed to the LKjIP.

    Actions told triwulan by triwulan take more room, which the names beside them give.
    """
    by_quarter = any("\n" in line.aksi for group in plan for line in group.baris)
    columns = tuple(map(_widened, _COLUMNS)) if by_quarter else _COLUMNS
    return Tabel(columns, tuple(_rows(plan)), notes=notes, type=WIDE_TABLE)


def _widened(column: Column) -> Column:
    head, width = _BY_QUARTER.get(column.head, (column.head, column.width))
    return replace(column, head=head, width=width)


def _rows(plan: Sequence[RencanaAksi]) -> list[Row]:
    rows: list[Row] = []
    for group in plan:
        rows.append(Row((Cell(group.sasaran),), Look.GROUP, len(_COLUMNS)))
        rows += [
            Row(
                (
                    Cell(line.no),
                    Cell(line.nama),
                    Cell(line.satuan),
                    *map(figure_cell, (line.target_tahun, *line.triwulan)),
                    Cell(line.aksi),
                    Cell(line.program),
                    figure_cell(line.anggaran),
                    Cell(line.penanggung_jawab or "-"),
                )
            )
            for line in group.baris
        ]
    return rows
