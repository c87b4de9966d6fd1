"""Evidence of the figures: taking files in, opening them again, and who refers to which.

A file is kept by its digest at the moment it is chosen, before any draft names it; the draft and later the acts hold
the reference. The same file is kept once for the whole office. No file is taken away, also where nothing refers to
it any more. To take it out of the office: ``evidence_export``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import DataDamaged, KinerjaError, NotFound
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import drafts
from kinerja_desktop.services.cases import load_berkas
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits
from kinerja_desktop.services.snapshots import content_of
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.unit_of_work import Unit

if TYPE_CHECKING:
    from kinerja_desktop.exchange.bukti.intake import Masukan

_FILLERS = (Role.ANALIS, Role.KASUBAG)


@permits(*_FILLERS)
def add_file(ctx: Context, path: Path) -> Bukti:
    """Keep a chosen file; its day is that of the photo or the file, else today. Raises BuktiDitolak, DiskFull."""
    from kinerja_desktop.exchange.bukti.intake import take_in

    return keep(ctx.office, take_in(path, ctx.now().tzinfo), ctx)


@permits(*_FILLERS)
def add_picture(ctx: Context, content: bytes) -> Bukti:
    """Keep a picture from the clipboard, named by day and time. Raises BuktiDitolak, DiskFull."""
    from kinerja_desktop.exchange.bukti.intake import take_in_bytes

    return keep(ctx.office, take_in_bytes(content, f"Gambar {ctx.now():%Y-%m-%d %H.%M.%S}.png"), ctx)


def keep(office: Office, taken: "Masukan", ctx: Context) -> Bukti:
    """Store the bytes beside the database and say what a draft is to name."""
    digest = office.store.evidence.put(taken.isi)
    day = min(taken.tanggal or ctx.today(), ctx.today())
    return Bukti(taken.nama, day, sha256=digest, ukuran=len(taken.isi))


@permits(*ALL_ROLES)
def open_file(ctx: Context, case_id: str, bukti: Bukti) -> bytes:
    """The bytes of evidence that a draft or an act of this berkas names.

    Raises NotFound where none does, OtherSeksi, DataDamaged where the file is gone or is not what was kept.
    """
    with ctx.office.store.read() as unit:
        load_berkas(unit, ctx, case_id)
        if not any(bukti.sha256 == one.sha256 for isi in contents(unit, case_id) for one in _files(isi)):
            raise NotFound("Bukti", bukti.nama)
    return read(ctx.office, bukti)


def read(office: Office, bukti: Bukti) -> bytes:
    """The bytes of a file as they were kept. Raises DataDamaged."""
    try:
        return office.store.evidence.read(bukti.sha256)
    except NotFound:
        raise DataDamaged((f"Berkas bukti «{bukti.nama}» hilang dari folder data.",)) from None
    except DataDamaged:
        raise DataDamaged((f"Isi berkas bukti «{bukti.nama}» tidak sama dengan saat disimpan.",)) from None


# --- who refers to what --------------------------------------------------------------------------


def contents(unit: Unit, case_id: str) -> Iterator[Isi]:
    """Everything that was ever said in a berkas: its drafts, then its acts."""
    yield from drafts.figures(unit, case_id)
    for act in unit.journal.acts(case_id):
        isi = content_of(act)
        if isi is not None:
            yield isi


def _files(isi: Isi) -> Iterator[Bukti]:
    return (piece for row in isi.indikator for piece in row.bukti if piece.sha256)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Where a stored file is named first: berkas, kode of the indikator, and the piece."""

    case_id: str
    kode: str
    bukti: Bukti


def referenced(unit: Unit) -> Mapping[str, Rujukan]:
    """Every stored file that a draft or an act names, by digest; what cannot be read is told by other checks."""
    found: dict[str, Rujukan] = {}
    for case_id in sorted(unit.journal.case_ids()):
        try:
            said = list(contents(unit, case_id))
        except (*UNREADABLE, KinerjaError):
            continue
        for isi in said:
            for row in isi.indikator:
                for piece in row.bukti:
                    if piece.sha256:
                        found.setdefault(piece.sha256, Rujukan(case_id, row.kode, piece))
    return found
