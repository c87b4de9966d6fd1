"""The restore drill: a copy unpacked into a scratch place, brought up to date, checked whole; nothing is left.

Every copy goes through it before it gets its name (``prove``), and again when somebody asks (``drill``). What opens a
copy is decided here too, for the drill and for the real thing (``restore``), which unpacks and checks in the same way.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, KeyMissing, LembarSalah, NewerVersion, SebabLembar
from kinerja_desktop.exchange import cadangan, kata_pemulihan, kunci, lembar_pemulihan
from kinerja_desktop.exchange.atomic import check_room, has_room
from kinerja_desktop.exchange.cadangan import Tahap, Tick, silent
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Cakupan, Manifest
from kinerja_desktop.services import integrity, opening, trail
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits
from kinerja_desktop.services.integrity import Bagian
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.gate import SCHEMA_VERSION, check_header
from kinerja_desktop.storage.snapshot import head_in
from kinerja_desktop.storage.upgrade import upgrade_file

TRIED = "uji"
"""How the history calls a drill."""
SCRATCH = ".salinan"
"""Ending of what is made beside the office while a copy is written; what a killed program left is swept by it."""
_TIMES = 2
"""A database is copied once more while it is brought up to date."""

# --- keys ----------------------------------------------------------------------------------------


def read_sheet(file: Path) -> tuple[str, ...]:
    """The words in a recovery sheet's file, also in the QR of a scan. Raises FileMissing, NotAScan."""
    return lembar_pemulihan.read_sheet(file)


def typed_sheet(text: str) -> tuple[str, ...]:
    """The words of a sheet as somebody typed them."""
    return lembar_pemulihan.words_in(text)


def keys_for(file: Path, words: Sequence[str] | None) -> tuple[Kunci, ...]:
    """What may open a copy: the key of the sheet where words are given, else every key of this PC.

    Raises LembarSalah, with the place of the slip even where the wrong word is a known one.
    """
    if words is None:
        return kunci.all_keys()
    try:
        return (Kunci.from_bytes(kata_pemulihan.secret_of(words)),)
    except LembarSalah as wrong:
        if wrong.sebab is not SebabLembar.TIDAK_COCOK:
            raise
        place = kata_pemulihan.find_slip(words, partial(_opens, file))
        raise LembarSalah(wrong.sebab, wrong.jumlah, place or 0) from None


def _opens(file: Path, secret: bytes) -> bool:
    try:
        cadangan.peek(file, [Kunci.from_bytes(secret)])
    except KeyMissing:
        return False
    return True


# --- the drill -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HasilUji:
    """What a drill found. ``utuh`` says that a restore would give a sound office."""

    berkas: Path
    isi: Manifest
    bagian: tuple[Bagian, ...]

    @property
    def temuan(self) -> tuple[str, ...]:
        """All findings, in the order of the parts."""
        return tuple(found for part in self.bagian for found in part.temuan)

    @property
    def utuh(self) -> bool:
        """True where no difference was found."""
        return not self.temuan


def drill(
    file: Path, words: Sequence[str] | None = None, *, tick: Tick = silent, scratch: Path | None = None
) -> HasilUji:
    """Restore a copy into a scratch place, check everything, leave nothing. Needs no log-in and no office.

    ``scratch`` is a folder with room for twice the office, by default the system's.

    Raises FileMissing, NotOurFile, BackupDamaged, KeyMissing, LembarSalah, NewerVersion, DiskFull.
    """
    keys = keys_for(file, words)
    with tempfile.TemporaryDirectory(prefix="kinerja-uji-", dir=scratch) as place:
        stage = Path(place)
        manifest = unpacked(file, keys, stage, tick)
        with opened(stage) as office:
            return HasilUji(file, manifest, checked(office, tick, files=manifest.cakupan is Cakupan.LENGKAP))


@permits(*ALL_ROLES)
def try_copy(ctx: Context, file: Path, words: Sequence[str] | None = None, tick: Tick = silent) -> HasilUji:
    """The drill from the window ("Uji dulu"), told in the history. Raises what `drill` raises."""
    found = drill(file, words, tick=tick)
    isi = {"berkas": file.name, "utuh": found.utuh, "urut": found.isi.urut, "kepala": found.isi.kepala}
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.BACKUP, TRIED, isi=isi)
        unit.commit()
    return found


def prove(file: Path, keys: Sequence[Kunci], scratch: Path, tick: Tick) -> Manifest:
    """The drill on a copy that was just written; ``scratch`` is a folder with room for twice the database.

    Where there is no room for the stored files as well, they are read and compared, and not unpacked. Raises what
    `drill` raises, and BackupDamaged with the first finding.
    """
    expected = cadangan.peek(file, keys)
    files = expected.cakupan is Cakupan.LENGKAP and has_room(scratch, _TIMES * expected.ukuran)
    with tempfile.TemporaryDirectory(suffix=SCRATCH, dir=scratch) as place:
        stage = Path(place)
        manifest = unpacked(file, keys, stage, tick, only="" if files else paths.DATABASE)
        with opened(stage) as office:
            found = refusing(checked(office, tick, files=files))
    if found:
        raise BackupDamaged(str(file), found[0])
    return manifest


def refusing(parts: Iterable[Bagian]) -> tuple[str, ...]:
    """Findings that keep a copy from being made or restored. A damaged draft is copied as it lies, and told there."""
    return tuple(finding for part in parts if part.nama != integrity.ISIAN for finding in part.temuan)


def unpacked(file: Path, keys: Sequence[Kunci], stage: Path, tick: Tick, only: str = "") -> Manifest:
    """Unpack a copy into an empty folder, compared byte by byte, and bring its database up to date.

    ``only`` as in `cadangan.read`. Raises what `drill` raises.
    """
    check_room(stage, _TIMES * cadangan.peek(file, keys).size_of(only))
    manifest = cadangan.read(file, keys, into=stage, only=only, inspect=partial(_hold_known, file), tick=tick)
    database = stage / paths.DATABASE
    high_water.forget(stage)  # a copy brings none along, and nobody took it away
    version = check_header(database)
    if (manifest.urut, manifest.kepala) != _head(database):
        raise BackupDamaged(str(file), "Kepala riwayatnya tidak sama dengan daftar isinya.")
    if version < SCHEMA_VERSION:  # else nothing may be put right before it was looked at
        upgrade_file(database)
    return manifest


def _head(database: Path) -> tuple[int, str]:
    head = head_in(database)
    return head.seq, head.hash


def _hold_known(file: Path, manifest: Manifest) -> None:
    if manifest.skema > SCHEMA_VERSION:
        raise NewerVersion(str(file), manifest.skema, SCHEMA_VERSION)


@contextmanager
def opened(folder: Path) -> Iterator[Office]:
    """An office open for the length of a block."""
    office = opening.open_office(folder)
    try:
        yield office
    finally:
        office.store.close()


def checked(office: Office, tick: Tick, *, files: bool) -> tuple[Bagian, ...]:
    """The whole check; without ``files`` what looks at stored files is left out: they are not beside the database."""
    names: list[str] = []

    def tell(nama: str, _number: int) -> None:
        names.append(nama)
        tick(Tahap.MEMERIKSA, len(names), integrity.PARTS)

    parts = integrity.examine(office, tell).bagian
    if files:
        return parts
    return tuple(part for part in parts if part.nama not in integrity.OF_FILES)
