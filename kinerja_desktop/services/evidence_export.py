"""A quarter's evidence as a folder for the Inspektorat or the kabupaten: files by seksi and indikator, and their list.

What was handed in goes out, approved or not; drafts stay. The list is the paper «Daftar Bukti Dukung» as PDF and XLSX,
and the number in it begins the name of each file. What is gone or was changed since is named, never left out silently.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.domain.errors import DataDamaged, NoEvidence
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence, office_papers
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.evidence import Potongan, handed_in
from kinerja_desktop.services.compose.office.evidence_list import KUNCI
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Pokok
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.printing import Format

EXPORTERS = PEMBUAT
Progress = Callable[[int, int, str], None]
"""Called before each file with its number, how many there are, and its name."""
_SEKSI, _INDIKATOR, _BERKAS = 30, 40, 70
"""Letters of the names: a path on Windows has 260 in all."""


def silent(_n: int, _m: int, _name: str) -> None:
    """Progress for who does not ask for it."""


@dataclass(frozen=True, slots=True)
class HasilEkspor:
    """What was written: the folder, how many files, their bytes; sentences about files that could not be."""

    folder: Path
    berkas: int
    ukuran: int
    tertinggal: tuple[str, ...]


@permits(*EXPORTERS)
def export(ctx: Context, triwulan: Triwulan, place: Path, progress: Progress = silent) -> HasilEkspor:
    """Write the folder into ``place``. Raises NoEvidence, NotFound without a plan, DiskFull, PlaceGone, ReadOnlyPlace.

    After a fault, or what ``progress`` raises, nothing of it is left there.
    """
    from kinerja_desktop.exchange.bukti.folder import check_room, whole_folder

    with ctx.office.store.read() as unit:
        pieces = handed_in(read_bahan(unit, ctx, triwulan))
    if not pieces:
        raise NoEvidence(triwulan.label_tahun)
    lists = _lists(ctx, triwulan)
    check_room(place, sum(one.bukti.ukuran for one in pieces) + sum(map(len, lists.values())))
    with whole_folder(place, f"bukti-dukung-{triwulan.nomor}-{triwulan.tahun}") as (target, put):
        for name, content in lists.items():
            put((name,), content)
        files = [(n, one) for n, one in enumerate(pieces, 1) if one.bukti.sha256]
        missing: list[str] = []
        size = 0
        for done, (n, one) in enumerate(files):
            progress(done, len(files), one.bukti.nama)
            try:
                content = evidence.read(ctx.office, one.bukti)
            except DataDamaged as damaged:
                missing += damaged.findings
                continue
            put(_place_of(n, len(str(len(pieces))), one), content)
            size += len(content)
    return HasilEkspor(target, len(files) - len(missing), size, tuple(missing))


def _lists(ctx: Context, triwulan: Triwulan) -> dict[str, bytes]:
    pokok = Pokok(triwulan.tahun, triwulan.nomor)
    formats = (Format.PDF, Format.XLSX)
    return {f"daftar-bukti.{fmt.value}": office_papers.export(ctx, KUNCI, pokok, fmt) for fmt in formats}


def _place_of(number: int, digits: int, piece: Potongan) -> tuple[str, str, str]:
    from kinerja_desktop.exchange.bukti.names import safe_file_name, safe_name

    return (
        safe_name(piece.seksi.nama, _SEKSI, piece.seksi.kode),
        safe_name(f"{piece.kode} {piece.nama}", _INDIKATOR, "indikator"),
        safe_file_name(f"{number:0{digits}} {piece.bukti.nama}", _BERKAS),
    )
