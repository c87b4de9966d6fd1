"""Lembar Kerja kosong: the rows of the screen to fill by pen, on landscape sheets."""

from collections.abc import Iterable, Iterator
from typing import Final

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import landscape
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_rapat import BarisKosong, KelompokKosong, LembarKerjaKosong

_COLUMNS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator Kinerja", 54),
    Column("Satuan", 18, Kind.CENTRED),
    Column("Target", 20, Kind.FIGURE),
    Column("Nilai\nTerakhir", 20, Kind.FIGURE),
    Column("Realisasi", 28, Kind.CENTRED),
    Column("Sumber / Bukti Dukung", 44),
    Column("Faktor Pendukung /\nPenghambat", 50),
    Column("Tindak Lanjut", 48),
)
_ROOM: Final = 18.0
"""Height of a row in millimetres: two lines by hand."""
_LINE: Final = "." * 40
_LINES: Final = f"\n{_LINE}\n\n{_LINE}"
_SHORT: Final = "." * 35


def render(paper: LembarKerjaKosong) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    table = flow_table(Tabel(_COLUMNS, tuple(_rows(paper.kelompok))), landscape(paper.naskah.kertas))
    collector, receiver = Signer(paper.pengumpul, "Yang mengumpulkan,"), Signer(paper.penerima, "Yang menerima,")
    story = [*body(paper.pembuka), table]
    return render_simple(paper.naskah, story, collector, receiver, turned=True, numbered=False)


def _rows(groups: Iterable[KelompokKosong]) -> Iterator[Row]:
    for group in groups:
        yield Row((Cell(group.judul),), Look.GROUP, len(_COLUMNS))
        yield from map(_row, group.baris)


def _row(line: BarisKosong) -> Row:
    figures = map(figure_cell, (line.target, line.terakhir))
    if line.terkunci:
        return Row((Cell(line.no), Cell(line.nama), Cell(line.satuan), *figures, Cell(line.terkunci)))
    source = f"{line.sumber}\n\n{_SHORT}" if line.sumber else f"\n{_SHORT}\n\n{_SHORT}"
    words = (Cell(line.no), Cell(line.nama), Cell(line.satuan), *figures)
    return Row((*words, Cell(), Cell(source), Cell(_LINES), Cell(_LINES)), least=_ROOM)
