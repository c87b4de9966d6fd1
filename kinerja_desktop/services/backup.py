"""Making backups: a checked snapshot of the office, locked, written to a folder, read back from there and tried.

``back_up`` makes the whole copy that leaves the PC (database, bukti, arsip); ``keep_local`` the small one in the data
folder (database only, for the other files there are written once and never changed). Every finished copy leaves a
record in the history: its name, and the head of the history that it holds. Rotation and lists stand in
``backup_copies``, the state of things in ``backup_status``, restoring in ``restore``, keys in ``backup_keys``, names
in ``backup_names``.

An office in which the check finds a difference is not backed up as if it were sound; ``apa_adanya`` makes the copy
nevertheless, for the technical helper, and says so in its name.
"""

import platform
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from kinerja_desktop import __version__, paths
from kinerja_desktop.domain.errors import DataDamaged, DiskFull, PlaceGone, ReadOnlyPlace, StorageFault
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.exchange import cadangan, lembar_pemulihan, pieces
from kinerja_desktop.exchange.atomic import INSIDE, answers, check_room, has_room, naming
from kinerja_desktop.exchange.cadangan import Prove, Tahap, Tick, silent
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Cakupan, Manifest
from kinerja_desktop.services import backup_keys, opening, trail
from kinerja_desktop.services.backup_names import Jenis, interrupted_in, next_name
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, Office, permits
from kinerja_desktop.services.drill import SCRATCH, checked, prove, refusing
from kinerja_desktop.storage.gate import SCHEMA_VERSION, check_header
from kinerja_desktop.storage.records import Head
from kinerja_desktop.storage.snapshot import Snapshot, head_in, last_time_in, snapshot
from kinerja_desktop.storage.upgrade import KEPT

__all__ = [
    "Cakupan",
    "HasilCadangan",
    "Tahap",
    "Tick",
    "back_up",
    "back_up_to",
    "copies_of",
    "data_of",
    "keep_local",
    "seal_kept",
    "sheet_left_here",
]


_DATABASES = 3
"""How often the database lies in the scratch place at once: the copy, what came back of it, that brought up to date."""


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A finished copy, read back and compared. ``urut`` and ``kepala`` are the head of the history in it."""

    berkas: Path
    ukuran: int
    anggota: int
    dibuat: datetime
    sampai: datetime | None
    urut: int
    kepala: str
    changes: Changes = frozenset({Change.BACKUP})


@permits(*ALL_ROLES)
def back_up_to(ctx: Context, folder: Path, tick: Tick = silent) -> HasilCadangan:
    """A whole backup to a flashdisk or another folder, from the window. Raises what `back_up` raises."""
    return back_up(ctx.office, folder, actor=ctx.actor, tick=tick)


def back_up(
    office: Office, folder: Path, *, actor: Actor = trail.PROGRAM, tick: Tick = silent, apa_adanya: bool = False
) -> HasilCadangan:
    """Leave exactly one whole, checked backup file in ``folder``. Needs no log-in.

    So it makes no recovery sheet: whoever read the words could open every account. That is done when the office is
    founded or by two (``granting.new_sheet``); until then the copy opens on this PC alone.

    Raises DataDamaged where the office does not pass its check, PlaceGone, DiskFull (before anything is written),
    ReadOnlyPlace, StorageFault, BackupDamaged where the place does not keep what is written. Copies that stand there
    stay as they are.
    """
    _make_ready(folder)
    return _made(_Order(office, folder, Jenis.CADANGAN, actor, tick, apa_adanya), Cakupan.LENGKAP)


@permits(*ALL_ROLES)
def size_of(ctx: Context) -> int:
    """Bytes that a whole copy takes, as far as the files tell before it is made."""
    folder = data_of(ctx.office)
    sources = cadangan.sources_of(folder / paths.DATABASE, folder)
    with naming(folder / INSIDE):
        return sum(file.stat().st_size for file in sources.values())


def files_for(ukuran: int) -> int:
    """In how many files a copy of that size lies."""
    return pieces.number_for(ukuran)


def keep_local(
    office: Office, jenis: Jenis, *, actor: Actor = trail.PROGRAM, tick: Tick = silent, apa_adanya: bool = False
) -> HasilCadangan:
    """A copy of the database in the office's own folder of copies. Raises what `back_up` raises."""
    folder = copies_of(office)
    with naming(folder):
        folder.mkdir(exist_ok=True)
    return _made(_Order(office, folder, jenis, actor, tick, apa_adanya), Cakupan.BASIS_DATA)


def seal_kept(office: Office) -> None:
    """Make a copy like the others of what an upgrade kept: locked, tried, in the list, never deleted by itself.

    Raises what `back_up` raises; what was kept stays until its copy is proved.
    """
    for kept in sorted(copies_of(office).glob(KEPT)):
        keys = backup_keys.office_keys(office)
        database = Snapshot(kept, head_in(kept), "", kept.stat().st_size)
        order = _Order(office, copies_of(office), Jenis.PENGAMAN, trail.PROGRAM, silent, apa_adanya=False)
        sources = cadangan.sources_of(kept)
        manifest = replace(
            _manifest(office, database, sources, Cakupan.BASIS_DATA),
            skema=check_header(kept),
            sampai=last_time_in(kept),
        )
        target = _target(order, manifest)
        with _scratch(office) as scratch:
            prove_it = _proof(order, keys, scratch)
            cadangan.write(target, manifest, sources, backup_keys.recipients(office, keys), prove_it)
        _noted(order, target, manifest)
        with naming(kept):
            kept.unlink()


def data_of(office: Office) -> Path:
    """The folder in which the office lives."""
    return office.store.evidence.folder.parent


@permits(*ALL_ROLES)
def sheet_left_here(ctx: Context) -> Path | None:
    """The recovery sheet, where it still lies in the data folder instead of in a safe."""
    return sheet_lying_at(ctx.office)


def sheet_lying_at(office: Office) -> Path | None:
    """As ``sheet_left_here``, for the command, which wants no log-in."""
    sheet = data_of(office) / lembar_pemulihan.NAME
    return sheet if sheet.exists() else None


def copies_of(office: Office) -> Path:
    """The folder of local copies."""
    return data_of(office) / paths.BACKUPS


# --- making one ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be made, where, and for whom."""

    office: Office
    folder: Path
    jenis: Jenis
    actor: Actor
    tick: Tick
    apa_adanya: bool


def _made(order: _Order, cakupan: Cakupan) -> HasilCadangan:
    office, medium = order.office, _medium(order.folder)
    if not order.apa_adanya:
        _hold_sound(office, order.tick)
    keys = backup_keys.office_keys(office, order.actor)
    with _scratch(office) as scratch, _copied(office, scratch) as database:
        sources = cadangan.sources_of(database.path, data_of(office) if cakupan is Cakupan.LENGKAP else None)
        manifest = _manifest(office, database, sources, cakupan)
        target = _target(order, manifest)
        recipients = backup_keys.recipients(office, keys)
        prove_it = _proof(order, keys, scratch)

        def prove_there(copy: Path) -> Manifest:
            _hold_there(order.folder, medium)
            return prove_it(copy)

        try:
            cadangan.write(target, manifest, sources, recipients, prove_there, tick=order.tick)
        except StorageFault:
            _hold_there(order.folder, medium)
            raise
    return _noted(order, target, manifest)


def _medium(folder: Path) -> int:
    """The disk or stick that a folder is on: where a stick was pulled out, the empty folder may still be there."""
    with naming(folder / INSIDE):
        return folder.stat().st_dev


def _hold_there(folder: Path, medium: int) -> None:
    """Raise PlaceGone where the medium was pulled out meanwhile: then that is why it failed."""
    if _medium(folder) != medium:
        raise PlaceGone(str(folder))


def _proof(order: _Order, keys: Sequence[Kunci], scratch: Path) -> Prove:
    """A sound office must come back from its copy; of one with findings the bytes alone can be compared."""
    if order.apa_adanya:
        return partial(cadangan.read, keys=keys, tick=order.tick)
    return partial(prove, keys=keys, scratch=scratch, tick=order.tick)


def _hold_sound(office: Office, tick: Tick) -> None:
    """Raise DataDamaged, so that what is wrong never takes the place of a good copy."""
    found = refusing(checked(office, tick, files=True))
    if found:
        raise DataDamaged(found)


@contextmanager
def _copied(office: Office, place: Path) -> Iterator[Snapshot]:
    """The database at this moment as a file in a place, gone when the block ends."""
    scratch = place / f"{new_id()}{SCRATCH}"
    try:
        before = _head(office)
        made = snapshot(office.store, scratch)
        _hold_reached(office, before, made.head)
        yield made
    finally:
        scratch.unlink(missing_ok=True)


@contextmanager
def _scratch(office: Office) -> Iterator[Path]:
    """A private place for the copy and its trial: beside the office, or where the system keeps such things.

    The second, so that an office whose disk is full can still be taken to safety.
    """
    folder = copies_of(office)
    with naming(folder):
        folder.mkdir(exist_ok=True)
        for left in folder.glob(f"*{SCRATCH}*"):  # of a program that was killed; this one holds the office
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        needed = _DATABASES * (data_of(office) / paths.DATABASE).stat().st_size
    elsewhere = Path(tempfile.gettempdir())
    place = elsewhere if not has_room(folder, needed) and has_room(elsewhere, needed) else folder
    check_room(place, needed)
    with tempfile.TemporaryDirectory(suffix=SCRATCH, dir=place) as private:
        yield Path(private)


def _head(office: Office) -> Head:
    with office.store.read() as unit:
        return unit.journal.head()


def _hold_reached(office: Office, before: Head, copied: Head) -> None:
    """The copy holds every line that was there when it was begun: a tail that is cut off looks sound by itself."""
    with office.store.read() as unit:
        line = next(iter(unit.journal.walk(copied.seq - 1)), None)
    if copied.seq < before.seq or (line.office if line else "") != copied.hash:
        raise DataDamaged(("Salinan basis data tidak memuat catatan riwayat yang terakhir.",))


def _manifest(office: Office, database: Snapshot, sources: Mapping[str, Path], cakupan: Cakupan) -> Manifest:
    with office.store.read() as unit:
        identity, last = opening.identity(unit), unit.journal.last_time()
    return Manifest(
        kantor_id=identity.id,
        kantor_kode=identity.kode,
        kantor_nama=identity.nama,
        program=__version__,
        skema=SCHEMA_VERSION,
        dibuat=office.clock.now(),
        sampai=last,
        urut=database.head.seq,
        kepala=database.head.hash,
        komputer=platform.node(),
        cakupan=cakupan,
        anggota=cadangan.members_of(sources),
        jumlah={"riwayat": database.head.seq, **_counts(sources)},
    )


def _counts(sources: Mapping[str, Path]) -> dict[str, int]:
    areas = (paths.EVIDENCE, paths.ARCHIVE)
    return {area: sum(nama.startswith(f"{area}/") for nama in sources) for area in areas}


def _target(order: _Order, manifest: Manifest) -> Path:
    """The name that the copy gets, in a folder with room for it and without what was interrupted there before."""
    for part in interrupted_in(order.folder, manifest.kantor_kode):
        with naming(part):
            part.unlink()
    check_room(order.folder, cadangan.room_for(manifest))
    day = manifest.dibuat.date()
    marked = order.apa_adanya and order.jenis is Jenis.CADANGAN
    name = next_name(order.folder, order.jenis, manifest.kantor_kode, day, apa_adanya=marked)
    return order.folder / str(name)


def _noted(order: _Order, target: Path, manifest: Manifest) -> HasilCadangan:
    size = pieces.size(target)
    isi = {"berkas": target.name, "ukuran": size, "urut": manifest.urut, "kepala": manifest.kepala}
    with suppress(DiskFull), order.office.store.unit() as unit:  # the copy is there all the same
        trail.record(unit, order.actor, manifest.dibuat, trail.Kind.BACKUP, order.jenis.value, isi=isi)
        unit.commit()
    return HasilCadangan(
        berkas=target,
        ukuran=size,
        anggota=len(manifest.anggota),
        dibuat=manifest.dibuat,
        sampai=manifest.sampai,
        urut=manifest.urut,
        kepala=manifest.kepala,
    )


# --- the folder ----------------------------------------------------------------------------------

_MOUNTED_BELOW = ("/media", "/run/media", "/mnt")


def _make_ready(folder: Path) -> None:
    """Make a missing folder inside one that is there.

    Raises PlaceGone where a flashdisk should be and is not, ReadOnlyPlace for a file.
    """
    if answers(folder):
        return
    with naming(folder):
        if folder.exists():
            raise ReadOnlyPlace(str(folder))
    if not answers(folder.parent) or _is_mount_point(folder):
        raise PlaceGone(str(folder))
    with naming(folder):
        folder.mkdir()


def _is_mount_point(folder: Path) -> bool:
    """True for a place where the system puts a flashdisk: a folder made there would lie on the PC's own disk."""
    tops = [top for top in _MOUNTED_BELOW if folder.is_relative_to(top)]
    return any(len(folder.relative_to(top).parts) <= 2 for top in tops)
