"""Evidence in a Paket Bukti LKE: below each quarter that has some lie its files, beside the list that numbers them.

What was handed in goes in, approved or not, as in an export of evidence (``evidence_export``). A file that is gone or
was changed since is told, and the packet is made without it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.evidence import handed_in
from kinerja_desktop.services.compose.office.evidence_list import KUNCI
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.evidence_export import placed
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class BuktiTriwulan:
    """A quarter's evidence: files with their places below the quarter's folder, and names of those that are damaged."""

    triwulan: Triwulan
    berkas: tuple[tuple[str, Bukti], ...]
    rusak: tuple[str, ...]


def of_quarters(unit: Unit, ctx: Context, quarters: Iterable[Triwulan]) -> Iterator[BuktiTriwulan]:
    """Of each quarter for which evidence was handed in."""
    for triwulan in quarters:
        pieces = handed_in(read_bahan(unit, ctx, triwulan))
        if pieces:
            files = [(place, piece.bukti) for place, piece in placed(pieces) if piece.bukti.sha256]
            whole = {bukti.sha256: ctx.office.store.evidence.intact(bukti.sha256) for _, bukti in files}
            yield BuktiTriwulan(
                triwulan,
                tuple((place, bukti) for place, bukti in files if whole[bukti.sha256]),
                tuple(bukti.nama for _, bukti in files if not whole[bukti.sha256]),
            )


def the_list(ctx: Context, triwulan: Triwulan) -> bytes:
    """Daftar Bukti Dukung of a quarter."""
    return office_papers.export(ctx, KUNCI, Pokok(triwulan.tahun, triwulan.nomor))
