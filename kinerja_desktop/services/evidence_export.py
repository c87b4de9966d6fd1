"""A quarter's evidence as a folder for the Inspektorat or the kabupaten: files by seksi and indikator, and their list.

What was handed in goes out, approved or not; drafts stay. The list is the paper «Daftar Bukti Dukung» as PDF and XLSX,
and the number in it begins the name of each file. What is gone or was changed since is named, never left out silently.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.domain.errors import DataDamaged, NoEvidence
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange.names import safe_file_name, safe_name
from kinerja_desktop.exchange.whole_folder import unused, whole_folder
from kinerja_desktop.services import evidence, office_papers
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.evidence import Potongan, handed_in
from kinerja_desktop.services.compose.office.evidence_list import KUNCI
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Pokok
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.progress import Tick, silent

EXPORTERS = PEMBUAT
_SEKSI, _INDIKATOR, _BERKAS = 40, 40, 70
"""Letters of the names: a path on Windows has 260 in all."""


@dataclass(frozen=True, slots=True)
class HasilEkspor:
    """What was written: the folder, how many files, their bytes; sentences about files that could not be."""

    folder: Path
    berkas: int
    ukuran: int
    tertinggal: tuple[str, ...]


@permits(*EXPORTERS)
def export(ctx: Context, triwulan: Triwulan, place: Path, tick: Tick = silent) -> HasilEkspor:
    """Write the folder into ``place``. Raises NoEvidence, NotFound without a plan, DiskFull, PlaceGone, ReadOnlyPlace.

    After a fault, or what ``tick`` raises, nothing of it is left there.
    """
    with ctx.office.store.read() as unit:
        pieces = handed_in(read_bahan(unit, ctx, triwulan))
    if not pieces:
        raise NoEvidence(triwulan.label_tahun)
    lists = _lists(ctx, triwulan)
    target = unused(place, f"bukti-dukung-{triwulan.nomor}-{triwulan.tahun}")
    files = [(name, one) for name, one in placed(pieces) if one.bukti.sha256]
    needed = sum(one.bukti.ukuran for _, one in files) + sum(map(len, lists.values()))
    missing: list[str] = []
    with whole_folder(target, needed, len(lists) + len(files)) as folder:
        for name, content in lists.items():
            folder.add(name, content)
        for n, (name, one) in enumerate(files):
            tick(n, len(files), one.bukti.nama)
            try:
                folder.add(name, evidence.read(ctx.office, one.bukti))
            except DataDamaged as damaged:
                missing += damaged.findings
    copied = folder.isi[len(lists) :]
    return HasilEkspor(target, len(copied), sum(one.ukuran for one in copied), tuple(missing))


def _lists(ctx: Context, triwulan: Triwulan) -> dict[str, bytes]:
    pokok = Pokok(triwulan.tahun, triwulan.nomor)
    formats = (Format.PDF, Format.XLSX)
    return {f"daftar-bukti.{fmt.value}": office_papers.export(ctx, KUNCI, pokok, fmt) for fmt in formats}


def placed(pieces: Sequence[Potongan]) -> Iterator[tuple[str, Potongan]]:
    """Each piece with its place in a folder: seksi, indikator, and a name that its number in the list begins."""
    digits = len(str(len(pieces)))
    for number, piece in enumerate(pieces, 1):
        seksi = safe_name(piece.seksi.nama, _SEKSI, piece.seksi.kode)
        indikator = safe_name(f"{piece.kode} {piece.nama}", _INDIKATOR, "indikator")
        yield f"{seksi}/{indikator}/{safe_file_name(f'{number:0{digits}} {piece.bukti.nama}', _BERKAS)}", piece
