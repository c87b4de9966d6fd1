"""Lists of evidence as papers annex them: of one report, of a triwulan, of a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.laporan import BarisBukti
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import numbers
from kinerja_desktop.services.snapshots import current_content

Named = tuple[str, str, Bukti, Triwulan]
"""Name of the seksi, kode of the indikator, the piece, and the triwulan for which it was given."""


def report_evidence(isi: Isi, seksi: str, nomor: Mapping[str, str], triwulan: Triwulan) -> tuple[BarisBukti, ...]:
    """Evidence of one seksi's content; what it proves is told by its number in the table of that paper."""
    return evidence_rows((seksi, nomor.get(kode, kode), piece, triwulan) for kode, piece in _pieces(isi))


def quarter_evidence(bahan: Bahan) -> tuple[BarisBukti, ...]:
    """Evidence that the approved reports of this triwulan name; what it proves is told by its number in the report."""
    nomor = numbers(bahan)
    approved = ((b.salinan.isi, b.seksi.nama) for b in bahan.hadir if b.salinan)
    return evidence_rows(
        (seksi, nomor.get(kode, kode), piece, bahan.triwulan) for isi, seksi in approved for kode, piece in _pieces(isi)
    )


def year_evidence(bahan: Bahan) -> tuple[BarisBukti, ...]:
    """Evidence of all quarters seksi by seksi in the order of the office, each piece once for its indikator.

    What it proves is told by its number in the report.
    """
    nomor, unit = numbers(bahan), {i.kode: bahan.unit_of(i) for i in bahan.rencana.indikator}
    order = list(dict.fromkeys([*(b.seksi.nama for b in bahan.berkas), *unit.values()]))
    by_quarter = sorted(bahan.isi.items(), key=lambda entry: entry[0][1])
    first = {(kode, piece): tw for (kode, tw), isi in reversed(by_quarter) for piece in isi.bukti}
    pieces = dict.fromkeys((kode, piece) for (kode, _), isi in by_quarter for piece in isi.bukti)
    named = [
        (unit.get(kode, "-"), nomor.get(kode, kode), piece, Triwulan(bahan.triwulan.tahun, first[kode, piece]))
        for kode, piece in pieces
    ]
    return evidence_rows(sorted(named, key=lambda one: order.index(one[0]) if one[0] in order else len(order)))


def evidence_rows(named: Iterable[Named]) -> tuple[BarisBukti, ...]:
    """Pieces of evidence as the rows of a paper, numbered from 1."""
    return tuple(
        BarisBukti(str(n), piece.nama, piece.label, kode, seksi, _day(piece), piece.kode, piece.peringatan(triwulan))
        for n, (seksi, kode, piece, triwulan) in enumerate(named, 1)
    )


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece with whose it is and what it proves; ``nama`` is that of the indikator."""

    seksi: Seksi
    kode: str
    nama: str
    bukti: Bukti


def handed_in(bahan: Bahan) -> tuple[Potongan, ...]:
    """Every piece of the triwulan that was handed in, approved or not, in the order of seksi and plan."""
    names = {i.kode: i.nama for i in bahan.rencana.indikator}
    said = ((b.seksi, row) for b in bahan.berkas if b.keadaan for row in current_content(b.keadaan).indikator)
    return tuple(
        Potongan(seksi, row.kode, names.get(row.kode, ""), piece) for seksi, row in said for piece in row.bukti
    )


def _pieces(isi: Isi) -> Iterable[tuple[str, Bukti]]:
    return ((row.kode, piece) for row in isi.indikator for piece in row.bukti)


def _day(piece: Bukti) -> str:
    return format_tanggal(piece.tanggal) if piece.tanggal else ""
