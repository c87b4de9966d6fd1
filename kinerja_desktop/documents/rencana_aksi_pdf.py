"""Rencana Aksi: every indikator with its year, its four quarters and who answers for it, on landscape sheets."""

from typing import Final

from kinerja_desktop.documents.capaian_table import NO
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import landscape
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_rencana import LembarRencanaAksi

_COLUMNS: Final = (
    NO,
    Column("Indikator Kinerja", 100),
    Column("Satuan", 22, Kind.CENTRED),
    Column("Target\nTahun", 22, Kind.FIGURE),
    *(Column(f"TW {quarter}", 22, Kind.FIGURE, "Target Triwulan") for quarter in ("I", "II", "III", "IV")),
    Column("Penanggung Jawab", 50),
)


def render(paper: LembarRencanaAksi) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    return render_simple(
        paper.naskah,
        [flow_table(Tabel(_COLUMNS, tuple(_rows(paper))), landscape(paper.naskah.kertas))],
        Signer(paper.penandatangan),
        turned=True,
    )


def _rows(paper: LembarRencanaAksi) -> list[Row]:
    rows: list[Row] = []
    for group in paper.rencana:
        rows.append(Row((Cell(group.sasaran),), Look.GROUP, len(_COLUMNS)))
        rows += [
            Row(
                (
                    Cell(line.no),
                    Cell(line.nama),
                    Cell(line.satuan),
                    *map(figure_cell, (line.target_tahun, *line.triwulan)),
                    Cell(line.penanggung_jawab or "-"),
                )
            )
            for line in group.baris
        ]
    return rows
