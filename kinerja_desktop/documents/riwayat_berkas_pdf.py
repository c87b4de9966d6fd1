"""Riwayat Berkas: every act on one berkas."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_berkas import BarisRiwayat, RiwayatBerkas

_COLUMNS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Waktu", 20.5, Kind.CENTRED),
    Column("Tindakan", 28),
    Column("Oleh", 45.5),
    Column("Peran", 16, Kind.CENTRED),
    Column("Waktu Kerja\nDipakai", 17, Kind.CENTRED),
    Column("Norma", 14, Kind.CENTRED),
    Column("Sidik", 16, Kind.CENTRED),
)
_NOTE: Final = (
    "Waktu kerja dihitung dalam jam kerja sejak berkas diterima. Cetak tebal berlatar abu-abu = melewati norma. Sidik "
    "ialah awal dari sidik SHA-256 catatan itu dalam riwayat; tindakan yang ditarik kembali tetap tercatat."
)


def render(paper: RiwayatBerkas) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    return render_simple(paper.naskah, [*body(paper.pembuka), *_table(paper)], Signer(paper.penandatangan))


def _table(paper: RiwayatBerkas) -> list[Flowable]:
    if not paper.baris:
        return []
    return [flow_table(Tabel(_COLUMNS, tuple(map(_row, paper.baris)), source=_NOTE), portrait(paper.naskah.kertas))]


def _row(line: BarisRiwayat) -> Row:
    used = Cell(line.dipakai, state=line.lewat, bold=line.lewat)
    words = map(Cell, (line.no, line.waktu, line.tindakan, line.oleh, line.peran))
    return Row((*words, used, Cell(line.norma), Cell(line.sidik)))
