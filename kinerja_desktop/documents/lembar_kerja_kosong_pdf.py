"""Lembar Kerja kosong: the rows of the screen to fill by pen, on landscape sheets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, fit_widths
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.grid import SIDE
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import TABLE, Sheet, landscape, mm
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
_PEN: Final = 15.0
"""Room for a signature in millimetres: nobody stamps this sheet."""
_SOURCE, _FACTORS, _NEXT = 6, 7, 8
"""Columns with dotted lines."""


def render(paper: LembarKerjaKosong) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = landscape(paper.naskah.kertas)
    table = flow_table(Tabel(_COLUMNS, tuple(_rows(paper.kelompok, _dotted(sheet)))), sheet)
    collector, receiver = Signer(paper.pengumpul, "Yang mengumpulkan,"), Signer(paper.penerima, "Yang menerima,")
    story = [*body(paper.pembuka), table]
    return render_simple(paper.naskah, story, collector, receiver, turned=True, numbered=False, room=_PEN)


def _dotted(sheet: Sheet) -> Mapping[int, str]:
    """A dotted line as long as its column is wide on this sheet."""
    widths = fit_widths(_COLUMNS, sheet.text_width) or [column.width for column in _COLUMNS]
    dot = stringWidth(".", REGULAR, TABLE.cell)
    return {place: "." * int((widths[place] * mm - 2 * SIDE) / dot - 1) for place in (_SOURCE, _FACTORS, _NEXT)}


def _rows(groups: Iterable[KelompokKosong], dotted: Mapping[int, str]) -> Iterator[Row]:
    for group in groups:
        yield Row((Cell(group.judul),), Look.GROUP, len(_COLUMNS))
        yield from (_row(line, dotted) for line in group.baris)


def _row(line: BarisKosong, dotted: Mapping[int, str]) -> Row:
    figures = map(figure_cell, (line.target, line.terakhir))
    if line.terkunci:
        return Row((Cell(line.no), Cell(line.nama), Cell(line.satuan), *figures, Cell(line.terkunci)))
    short = dotted[_SOURCE]
    source = f"{line.sumber}\n\n{short}" if line.sumber else f"\n{short}\n\n{short}"
    empty = (Cell(f"\n{dotted[place]}\n\n{dotted[place]}") for place in (_FACTORS, _NEXT))
    words = (Cell(line.no), Cell(line.nama), Cell(line.satuan), *figures)
    return Row((*words, Cell(), Cell(source), *empty), least=_ROOM)
