"""Bringing an office back from a copy.

The copy is unpacked beside the present office, brought up to date and checked (``drill``). What is in the folder now
is kept, the copy's history is told where it came from, and the database is exchanged in one rename; what fails before
that has changed nothing, and there is no moment without an office. Stored files are only ever added.

Who may: over an office that opens an Admin and a second official (``granting``), in whose place the words of the
office's recovery sheet stand; in a folder without an office, or over one that cannot be opened any more, who holds a
key of the copy. The record in the restored history names the second. Afterwards the office must be opened anew.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, Berdua, DataDamaged, FolderTaken, OtherOffice
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import cadangan
from kinerja_desktop.exchange.atomic import INSIDE, naming, sync_folder
from kinerja_desktop.exchange.cadangan import Tick, silent
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Cakupan, Manifest
from kinerja_desktop.renaming import take_place
from kinerja_desktop.services import backup_keys, granting, opening, trail
from kinerja_desktop.services.backup import data_of, keep_local
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.context import Actor, Context, FreshFor, Office, permits
from kinerja_desktop.services.drill import checked, keys_for, opened, refusing, unpacked
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.swap import put_in_place

_STAGE = ".pulih"


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """A restored office. ``pengaman`` is the copy of what was there before, None where nothing was."""

    folder: Path
    berkas: Path
    isi: Manifest
    pengaman: Path | None


@dataclass(frozen=True, slots=True)
class _By:
    """Who restores, and who stands for it beside him (``granting.second_of``, or the sheet)."""

    actor: Actor
    second: str


_PC_KEY = "kunci komputer"


@permits(Role.ADMIN, fresh=FreshFor.RESTORE)
def restore(
    ctx: Context, file: Path, words: Sequence[str] | None = None, *, tick: Tick = silent, apa_adanya: bool = False
) -> HasilPulih:
    """Put a copy in the place of the office that is open. On success the office is closed: open it anew.

    What is there now is kept as a safety copy first. Raises what `drill` raises, SecondNeeded, OtherOffice, and
    BackupDamaged where the restored office does not pass its check (``apa_adanya`` takes it nevertheless). A refusal
    changes nothing.
    """
    keys = keys_for(file, words)
    _hold_same_office(ctx.office, file, cadangan.peek(file, keys))
    by, folder = _By(ctx.actor, _second(ctx, words)), data_of(ctx.office)
    with _staged(file, keys, folder, tick, by, apa_adanya=apa_adanya) as (stage, manifest):
        kept = _keep_present(ctx)
        _add_files(stage, folder)
        ctx.office.store.close()
        _exchange(stage, folder)
    return HasilPulih(folder, file, manifest, kept)


@permits(Role.ADMIN, fresh=FreshFor.RESTORE)
def hold_second(ctx: Context, file: Path, words: Sequence[str] | None = None) -> None:
    """Raise SecondNeeded where a restore with these words of a sheet still wants a second official; LembarSalah."""
    keys_for(file, words)
    if not _stands_by_sheet(ctx, words):
        with ctx.office.store.read() as unit:
            granting.hold_second(unit, ctx, Berdua.PEMULIHAN)


@dataclass(frozen=True, slots=True)
class Sesudahnya:
    """What the office holds and a copy does not: so many entries, the last one when and by whom.

    ``bercabang``: the copy comes from a history that is not the beginning of this one.
    """

    catatan: int
    terakhir: datetime | None
    oleh: str
    bercabang: bool


@permits(Role.ADMIN)
def beyond(ctx: Context, isi: Manifest) -> Sesudahnya:
    """What would no longer be there after a restore; the safety copy keeps it."""
    with ctx.office.store.read() as unit:
        head = unit.journal.head()
        there = next(iter(unit.journal.walk(isi.urut - 1)), None) if isi.urut else None
        same = there.office == isi.kepala if there else not isi.urut
        last = next(iter(unit.journal.walk(head.seq - 1)), None)
    if last is None or head.seq <= isi.urut:
        return Sesudahnya(0, None, "", not same)
    return Sesudahnya(head.seq - isi.urut, last.pada, last.nama, not same)


def restore_into(
    folder: Path, file: Path, words: Sequence[str] | None = None, *, tick: Tick = silent, apa_adanya: bool = False
) -> HasilPulih:
    """Make a folder without an office the office of a copy; its key replaces the log-in.

    Raises FolderTaken, and what `restore` raises. A refusal leaves the folder as it was.
    """
    if opening.has_office(folder):
        raise FolderTaken(str(folder))
    keys = keys_for(file, words)
    with _made_folder(folder), _staged(file, keys, folder, tick, _by_key(words), apa_adanya=apa_adanya) as found:
        stage, manifest = found
        _add_files(stage, folder)
        _exchange(stage, folder)
    return HasilPulih(folder, file, manifest, None)


def restore_over_damaged(
    folder: Path, file: Path, words: Sequence[str], *, tick: Tick = silent, apa_adanya: bool = False
) -> HasilPulih:
    """Put a copy in the place of an office that cannot be opened, so that nobody can log in; the sheet is asked for.

    The damaged files are kept whole beside the local copies. Raises what `restore` raises.
    """
    keys = keys_for(file, words)
    with _staged(file, keys, folder, tick, _by_key(words), apa_adanya=apa_adanya) as (stage, manifest):
        kept = _keep_damaged(folder)
        _add_files(stage, folder)
        _drop_journal(folder / paths.DATABASE)
        _exchange(stage, folder)
    return HasilPulih(folder, file, manifest, kept)


def _second(ctx: Context, words: Sequence[str] | None) -> str:
    """Who or what stands for a restore beside the Admin; only the sheet of this very office stands for a person."""
    if _stands_by_sheet(ctx, words):
        return granting.SHEET
    with ctx.office.store.read() as unit:
        return granting.second_of(unit, ctx, Berdua.PEMULIHAN)


def _stands_by_sheet(ctx: Context, words: Sequence[str] | None) -> bool:
    return words is not None and backup_keys.is_of_sheet(ctx.office, words)


def _by_key(words: Sequence[str] | None) -> _By:
    """Where nobody can log in: the key that opened the copy."""
    return _By(trail.PROGRAM, _PC_KEY if words is None else granting.SHEET)


def _hold_same_office(office: Office, file: Path, manifest: Manifest) -> None:
    with office.store.read() as unit:
        here = opening.identity(unit)
    if manifest.kantor_id != here.id:
        raise OtherOffice(str(file), manifest.kantor_nama, here.nama)


@contextmanager
def _staged(
    file: Path, keys: Sequence[Kunci], folder: Path, tick: Tick, by: _By, *, apa_adanya: bool
) -> Iterator[tuple[Path, Manifest]]:
    """The copy as a sound office of its own beside the present one, gone when the block ends."""
    copies = folder / paths.BACKUPS
    with naming(copies):
        copies.mkdir(exist_ok=True)
        for left in copies.glob(f"*{_STAGE}"):  # of a program that was killed; this one holds the office
            shutil.rmtree(left)
        stage = copies / f"{new_id()}{_STAGE}"
        stage.mkdir(mode=0o700)
    try:
        manifest = unpacked(file, keys, stage, tick)
        with opened(stage) as office:
            _hold_same_office(office, file, manifest)
            found = checked(office, tick, files=manifest.cakupan is Cakupan.LENGKAP)
            _hold_sound(file, refusing(found), apa_adanya=apa_adanya)
            _tell_history(office, file, manifest, by)
            backup_keys.office_keys(office, by.actor)
        yield stage, manifest
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _hold_sound(file: Path, found: Sequence[str], *, apa_adanya: bool) -> None:
    if found and not apa_adanya:
        raise BackupDamaged(str(file), found[0])


def _tell_history(office: Office, file: Path, manifest: Manifest, by: _By) -> None:
    """Write into the copy that it was restored, and from what."""
    isi = {
        "dari": f"dipulihkan dari {file.name}",
        "dibuat": manifest.dibuat,
        "sampai": manifest.sampai,
        "urut": manifest.urut,
        "kepala": manifest.kepala,
        "komputer": manifest.komputer,
        "kedua": by.second,
    }
    with office.store.unit() as unit:
        trail.record(unit, by.actor, office.clock.now(), trail.Kind.RESTORE, manifest.kantor_id, isi=isi)
        unit.commit()


# --- keeping what is there -----------------------------------------------------------------------


def _keep_present(ctx: Context) -> Path:
    """A copy of the present database, also of one with findings: it may be all there is of the last days."""
    if ctx.office.store.stopped is not None:  # a copy leaves a note in the history
        return _keep_damaged(data_of(ctx.office))
    try:
        return keep_local(ctx.office, Jenis.PENGAMAN, actor=ctx.actor, apa_adanya=True).berkas
    except DataDamaged:  # SQLite cannot read it whole any more; then the bytes themselves are kept
        return _keep_damaged(data_of(ctx.office))


def _keep_damaged(folder: Path) -> Path:
    """Copy every file of the damaged database, byte by byte, into a folder of its own."""
    kept = folder / paths.BACKUPS / f"rusak-{new_id()}"
    with naming(kept):
        kept.mkdir(parents=True)
        for file in _database_files(folder):
            shutil.copy2(file, kept / file.name)
        sync_folder(kept)
    return kept


def _database_files(folder: Path) -> list[Path]:
    beside = [high_water.mark_file(folder)]
    return [file for file in (*sorted(folder.glob(f"{paths.DATABASE}*")), *beside) if file.exists()]


# --- the exchange --------------------------------------------------------------------------------


def _add_files(stage: Path, folder: Path) -> None:
    """Move the stored files over that are missing or damaged there; their names are their digests."""
    for area in (paths.EVIDENCE, paths.ARCHIVE):
        brought, there = Blobs(stage / area), Blobs(folder / area)
        with naming(there.folder / INSIDE):
            there.folder.mkdir(exist_ok=True)
            for digest in brought.names():
                if not there.intact(digest):
                    take_place(brought.path(digest), there.folder / digest)
            sync_folder(there.folder)


def _exchange(stage: Path, folder: Path) -> None:
    with naming(folder / paths.DATABASE):
        put_in_place(stage, folder)


def _drop_journal(live: Path) -> None:
    """Take away what a damaged database left beside it; it was kept with it."""
    with naming(live):
        for ending in ("-wal", "-shm"):
            live.with_name(live.name + ending).unlink(missing_ok=True)


@contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    """The folder, made where it is missing; on a failure what was made goes again."""
    missing = [place for place in (folder / paths.BACKUPS, folder, *folder.parents) if not place.exists()]
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for place in missing:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
        raise
