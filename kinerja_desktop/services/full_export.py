"""Ekspor lengkap: everything of the office in open formats, for the day on which it leaves this program.

Every table and the whole history as JSON and CSV, every stored file, a description, a manifest. Hashes of passwords
and keys stay here. What a table holds is said in ``storage.table_words``, how it is written in ``exchange``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_desktop import __version__, paths
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import ekspor_lengkap as files
from kinerja_desktop.exchange.ekspor_lengkap import Asal
from kinerja_desktop.exchange.whole_folder import NewFolder, whole_folder
from kinerja_desktop.services import evidence, opening, trail
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.storage import dump
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.gate import SCHEMA_VERSION
from kinerja_desktop.storage.unit_of_work import Unit

EXPORTERS = (Role.ADMIN, Role.KASUBAG_PERENCANAAN)
_TIMES_THE_DATABASE = 6
"""JSON and CSV repeat every value and its name."""


@dataclass(frozen=True, slots=True)
class HasilEkspor:
    """A finished export. ``rusak`` are stored files whose content no longer is what was stored; they went along."""

    folder: Path
    tabel: int
    baris: int
    berkas: int
    ukuran: int
    rusak: tuple[str, ...]


@permits(*EXPORTERS)
def name_of(ctx: Context) -> str:
    """How the folder is called on a stick: "ekspor-lengkap-klr-2026-07-14"."""
    with ctx.office.store.read() as unit:
        code = opening.identity(unit).kode.lower()
    return f"ekspor-lengkap-{code}-{ctx.today().isoformat()}"


@permits(*EXPORTERS)
def room_for(ctx: Context) -> int:
    """Bytes that an export takes at most."""
    store = ctx.office.store
    database = 0 if store.folder is None else (store.folder / paths.DATABASE).stat().st_size
    stored = (blobs.path(name).stat().st_size for blobs in _stores(ctx).values() for name in blobs.names())
    return _TIMES_THE_DATABASE * database + sum(stored)


@permits(*EXPORTERS, fresh=FreshFor.EXPORT)
def export_all(ctx: Context, target: Path, tick: Tick = silent) -> HasilEkspor:
    """Write everything to a new or empty folder, whole or not at all.

    Raises PlaceTaken, PlaceGone, DiskFull before anything is written, ReadOnlyPlace, StorageFault.
    """
    stored = [(area, name) for area, blobs in _stores(ctx).items() for name in blobs.names()]
    with whole_folder(target, room_for(ctx), len(stored)) as folder:
        total = len(dump.tables()) + len(stored)
        with ctx.office.store.read() as unit:
            counts = _write_tables(unit, folder, lambda n, what: tick(n, total, what))
            asal = origin(unit, ctx.now())
            endings = {sha256: found.bukti.akhiran for sha256, found in evidence.referenced(unit).items()}
        damaged = []
        for n, (area, name) in enumerate(stored, len(counts)):
            tick(n, total, f"berkas {n - len(counts) + 1} dari {len(stored)}")
            written = folder.copy(_file(area, name, endings), _stores(ctx)[area].path(name))
            damaged += [written.nama] if written.sha256 != name else []
        per_area = {area: sum(a == area for a, _ in stored) for area in _stores(ctx)}
        folder.add(files.BACA_SAYA, files.description(asal, dump.tables(), counts, per_area).encode())
        folder.add(files.MANIFES, files.manifest_bytes(asal, folder.isi))
    size = sum(a.ukuran for a in folder.isi)
    made = HasilEkspor(target, len(counts), sum(counts.values()), len(stored), size, tuple(damaged))
    _note(ctx, made)
    return made


def _write_tables(unit: Unit, folder: NewFolder, tick: Callable[[int, str], None]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for n, tabel in enumerate(dump.tables()):
        tick(n, f"tabel {tabel.nama}")
        counts[tabel.nama] = dump.count(unit, tabel)
        folder.write(f"{files.DATA}/{tabel.nama}.json", files.json_pieces(tabel, dump.rows(unit, tabel)))
        folder.write(f"{files.DATA}/{tabel.nama}.csv", files.csv_pieces(tabel, dump.rows(unit, tabel)))
    return counts


def _stores(ctx: Context) -> Mapping[str, Blobs]:
    return {paths.ARCHIVE: ctx.office.store.archive, paths.EVIDENCE: ctx.office.store.evidence}


def _file(area: str, name: str, endings: Mapping[str, str]) -> str:
    """With the ending that opens it: papers and scans are PDFs, evidence is what those call it who refer to it."""
    ending = "pdf" if area == paths.ARCHIVE else endings.get(name)
    return f"{area}/{name}.{ending}" if ending else f"{area}/{name}"


def origin(unit: Unit, now: datetime) -> Asal:
    """Where and when what is written was taken from."""
    identity, head = opening.identity(unit), unit.journal.head()
    return Asal(
        kantor=identity.nama,
        kantor_id=identity.id,
        program=__version__,
        skema=SCHEMA_VERSION,
        dibuat=now,
        urut=head.seq,
        kepala=head.hash,
        latihan=identity.latihan,
    )


def _note(ctx: Context, made: HasilEkspor) -> None:
    """Who took everything out, when, how much; the folder's name tells no place on the PC."""
    isi = {"folder": made.folder.name, "baris": made.baris, "berkas": made.berkas, "ukuran": made.ukuran}
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.EXPORT, "lengkap", isi=isi)
        unit.commit()
