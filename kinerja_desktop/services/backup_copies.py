"""Copies that exist: the automatic ones and their rotation, and the list for the screen.

Automatic copies are made at the first start of a day. They rotate by the days in their names; those of a day later than
the newest copy's stay, so a clock that jumps deletes nothing that it should not. Other copies are never deleted. After
a restore nothing is, until a person has said that the content is right. How old the last ones are says
``backup_status``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kinerja_desktop.domain.errors import KeyMissing, KinerjaError
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import cadangan, flashdisk, kunci, pieces
from kinerja_desktop.exchange.atomic import naming
from kinerja_desktop.exchange.flashdisk import Flashdisk
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Manifest
from kinerja_desktop.services import opening, trail
from kinerja_desktop.services.backup import HasilCadangan, copies_of, keep_local
from kinerja_desktop.services.backup_names import Jenis, NamaSalinan, copies_in, read_name
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits

HARIAN, MINGGUAN, BULANAN = 7, 4, 12
"""How many automatic copies stay: one for each of the latest days, weeks and months that have one."""

# --- automatic copies ----------------------------------------------------------------------------


def keep_daily(office: Office) -> HasilCadangan | None:
    """Make the automatic copy of the day unless there is one, then let the oldest go.

    Called once after each start. A failure is recorded, so that the status tells of it, and raised.
    """
    today = office.clock.now().date()
    if any(name.tanggal == today for name in _automatic(office).values()):
        return None
    try:
        made = keep_local(office, Jenis.OTOMATIS)
    except KinerjaError as failed:
        _note_failure(office, failed)
        raise
    if not awaits_confirmation(office):
        _let_go(to_drop(_automatic(office), today))
    return made


def _let_go(files: Iterable[Path]) -> None:
    for file in files:
        with naming(file):
            file.unlink()


def _automatic(office: Office) -> dict[Path, NamaSalinan]:
    return {file: name for file, name in copies_in(copies_of(office)).items() if name.jenis is Jenis.OTOMATIS}


def to_drop(copies: Mapping[Path, NamaSalinan], today: date) -> tuple[Path, ...]:
    """Which automatic copies have had their time: all that are not the newest of a day, week or month that counts.

    What bears a later day than ``today`` was made while the PC's clock went wrong, or it goes wrong now.
    """
    days = {file: name.tanggal for file, name in copies.items() if name.tanggal <= today}
    kept = {
        *_newest(days, lambda day: (day,), HARIAN),
        *_newest(days, lambda day: day.isocalendar()[:2], MINGGUAN),
        *_newest(days, lambda day: (day.year, day.month), BULANAN),
    }
    return tuple(file for file in days if file not in kept)


def _newest(days: Mapping[Path, date], period: Callable[[date], tuple[object, ...]], number: int) -> list[Path]:
    """The last copy of each period, of the latest ``number`` periods that have one; ``days`` is oldest first."""
    last = {period(day): file for file, day in days.items()}
    return list(last.values())[-number:]


def _note_failure(office: Office, failed: KinerjaError) -> None:
    with office.store.unit() as unit:
        isi = {"gagal": type(failed).__name__}
        trail.record(unit, trail.PROGRAM, office.clock.now(), trail.Kind.BACKUP, Jenis.OTOMATIS.value, isi=isi)
        unit.commit()


# --- after a restore -----------------------------------------------------------------------------


def awaits_confirmation(office: Office) -> bool:
    """True from a restore on, until somebody has said that what came back is right."""
    with office.store.read() as unit:
        newest = unit.journal.records(trail.Kind.RESTORE.value, limit=1)
    return any("dari" in row.isi for row in newest)


@permits(Role.ADMIN)
def confirm_restored(ctx: Context) -> Changes:
    """What was restored is right: from now on automatic copies may be let go again."""
    with ctx.office.store.unit() as unit:
        isi = {"isi": "sudah diperiksa"}
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.RESTORE, opening.identity(unit).id, isi=isi)
        unit.commit()
    return frozenset({Change.BACKUP})


# --- the list ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Salinan:
    """One copy in the list. Where it cannot be read, ``galat`` says why and what it holds is None.

    ``diperiksa`` is when it was last tried and found sound: every copy of this office's history was when it was made.
    """

    berkas: Path
    nama: NamaSalinan
    ukuran: int
    isi: Manifest | None
    galat: KinerjaError | None
    diperiksa: datetime | None


@permits(*ALL_ROLES)
def list_copies(ctx: Context, places: Iterable[Path] = ()) -> tuple[Salinan, ...]:
    """The office's local copies and those in ``places`` (flashdisks), newest first."""
    with ctx.office.store.read() as unit:
        identity = opening.identity(unit)
        rows = unit.journal.records(trail.Kind.BACKUP.value)
        noted = {str(row.isi["berkas"]): row.pada for row in rows if "berkas" in row.isi and row.isi.get("utuh", True)}
    keys = kunci.office_keys(identity.id)
    found = [pair for place in (copies_of(ctx.office), *places) for pair in copies_in(place).items()]
    newest = sorted(found, key=lambda pair: (pair[1].tanggal, pair[1].urut), reverse=True)
    return tuple(_listed(file, name, keys, noted) for file, name in newest)


def _listed(file: Path, name: NamaSalinan, keys: tuple[Kunci, ...], noted: Mapping[str, datetime]) -> Salinan:
    size = pieces.size(file)
    try:
        manifest = cadangan.peek(file, keys)
    except KinerjaError as error:
        return Salinan(file, name, size, None, error, None)
    return Salinan(file, name, size, manifest, None, noted.get(file.name))


@dataclass(frozen=True, slots=True)
class SalinanLuar:
    """A copy as a PC without an office sees it: its name and size; what it holds where a key of this PC opens it."""

    berkas: Path
    nama: NamaSalinan | None
    ukuran: int
    isi: Manifest | None


def lying_about(places: Iterable[Path]) -> tuple[SalinanLuar, ...]:
    """Copies in these places, newest first, before there is an office or anybody in it."""
    found = [pair for place in places for pair in copies_in(place).items()]
    newest = sorted(found, key=lambda pair: (pair[1].tanggal, pair[1].urut), reverse=True)
    return tuple(seen for file, _ in newest if (seen := _seen(file)) is not None)


def _seen(file: Path) -> SalinanLuar | None:
    """A damaged one is not offered."""
    try:
        return look_at(file)
    except KinerjaError:
        return None


def look_at(file: Path) -> SalinanLuar:
    """One copy, as far as this PC can tell. Raises FileMissing, NotOurFile, BackupDamaged, NewerVersion."""
    try:
        isi = cadangan.peek(file, kunci.all_keys())
    except KeyMissing:
        isi = None
    return SalinanLuar(file, read_name(file.name), pieces.size(file), isi)


def offices_once_here() -> tuple[str, ...]:
    """Names of the real offices whose keys lie on this PC."""
    return kunci.known_offices()


def removable_places() -> tuple[Flashdisk, ...]:
    """Flashdisks that are plugged in now."""
    return flashdisk.plugged_in()
