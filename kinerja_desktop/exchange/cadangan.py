"""The backup file of an office, ``.kpb``: one age file, and in it a tar with manifest, database, bukti and arsip.

It is locked for two keys at once, the office's and that of the recovery sheet; any age and tar program opens it.
Written aside, flushed, read back from where it was written, compared, and only then given its name; a very large one
lies in several pieces (``pieces``). Everything runs bit by bit, so memory does not grow with the office.

What a backup holds is decided by ``services.backup``; here only: names, order, bytes.
"""

import hashlib
import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, DataDamaged
from kinerja_desktop.exchange import age, tar_stream
from kinerja_desktop.exchange import manifest as manifests
from kinerja_desktop.exchange.atomic import naming
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Anggota, Manifest
from kinerja_desktop.exchange.pieces import Writer, aside, pieces
from kinerja_desktop.exchange.tar_stream import Feed, Unlike


class Tahap(Enum):
    """Part of the work that progress is told of."""

    MENULIS = "menulis"
    MEMBACA = "membaca ulang"
    MEMERIKSA = "memeriksa"


Tick = Callable[[Tahap, int, int], None]
"""Told the part of the work, bytes (or parts of the check) done and in all; what it raises ends the work and nothing
is left."""

Prove = Callable[[Path], Manifest]
"""Reads a copy whole where it lies and tells its manifest; what it raises means that there is no copy."""

Inspect = Callable[[Manifest], None]
"""Looks at the manifest before anything else is read; what it raises ends the reading."""


def silent(tahap: Tahap, done: int, total: int) -> None:
    """Nobody watches."""


def _accept(manifest: Manifest) -> None:
    """Any office, any layout."""


# --- what goes in --------------------------------------------------------------------------------


def sources_of(database: Path, data: Path | None = None) -> dict[str, Path]:
    """Every file of a backup under its name inside: the database, and the stored files of ``data`` where given."""
    found = {paths.DATABASE: database}
    for area in (paths.EVIDENCE, paths.ARCHIVE) if data else ():
        folder = (data or Path()) / area
        stored = sorted(folder.iterdir()) if folder.is_dir() else []
        found |= {f"{area}/{file.name}": file for file in stored if manifests.is_stored(f"{area}/{file.name}")}
    return found


def members_of(sources: Mapping[str, Path]) -> tuple[Anggota, ...]:
    """Size and digest of each file, as the manifest lists them."""
    return tuple(_member(nama, file) for nama, file in sources.items())


def _member(nama: str, file: Path) -> Anggota:
    digest, size = hashlib.sha256(), 0
    with naming(file):
        for piece in tar_stream.pieces_of(file):
            digest.update(piece)
            size += len(piece)
    return Anggota(nama, size, digest.hexdigest())


def room_for(manifest: Manifest) -> int:
    """Bytes that the file takes at most."""
    plain = manifest.ukuran + (len(manifest.anggota) + 4) * 2 * tar_stream.BLOCK + len(manifests.to_bytes(manifest))
    return plain + plain // 2048 + (1 << 16)


# --- writing -------------------------------------------------------------------------------------


def write(
    target: Path,
    manifest: Manifest,
    sources: Mapping[str, Path],
    recipients: Sequence[str],
    prove: Prove,
    *,
    tick: Tick = silent,
) -> None:
    """Make ``target`` and prove it: it exists with this name only if ``prove`` read it back as what was written.

    Raises KnownFault, BackupDamaged where the place did not keep what was written, and DataDamaged where a source
    changed meanwhile.
    """
    with aside(target) as part:
        with Writer(part) as file:
            age.encrypt(_stream(manifest, sources, tick), file.write, recipients)
        for piece in pieces(part):
            _forget(piece)
        if prove(part) != manifest:
            raise BackupDamaged(str(target), "Yang terbaca di tempat tujuan bukan yang ditulis.")


def _stream(manifest: Manifest, sources: Mapping[str, Path], tick: Tick) -> Iterator[bytes]:
    listed = manifests.to_bytes(manifest)
    yield tar_stream.header(manifests.NAME, len(listed)) + listed + tar_stream.padding(len(listed))
    done = 0
    for anggota in manifest.anggota:
        yield tar_stream.header(anggota.nama, anggota.ukuran)
        for piece in _unchanged(anggota, sources[anggota.nama]):
            yield piece
            done += len(piece)
            tick(Tahap.MENULIS, done, manifest.ukuran)
        yield tar_stream.padding(anggota.ukuran)
    yield tar_stream.END


def _unchanged(anggota: Anggota, file: Path) -> Iterator[bytes]:
    """The content, which must still be what the manifest says. Raises DataDamaged."""
    digest = hashlib.sha256()
    with naming(file):
        for piece in tar_stream.pieces_of(file):
            digest.update(piece)
            yield piece
    if digest.hexdigest() != anggota.sha256:
        raise DataDamaged((f"Berkas {anggota.nama} berubah saat dicadangkan.",))


def _forget(file: Path) -> None:
    """Ask the system to drop its copy in memory, so that reading back asks the medium itself."""
    if hasattr(os, "posix_fadvise"):  # Windows has no such call; it keeps no copy of a stick made for quick removal
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


# --- reading -------------------------------------------------------------------------------------


def read(
    path: Path,
    keys: Sequence[Kunci],
    *,
    into: Path | None = None,
    only: str = "",
    inspect: Inspect = _accept,
    tick: Tick = silent,
) -> Manifest:
    """Read a whole backup, compare every byte with its manifest, and unpack it where ``into`` names an empty folder.

    ``only`` unpacks one file and compares the others. What was unpacked may be trusted only when this returns. Raises
    FileMissing, NotOurFile, KeyMissing, NewerVersion, BackupDamaged, and what ``inspect`` raises.
    """
    found: list[Manifest] = []
    reader = _members(path, _Unpacking(into, only), found, inspect, tick)
    with closing(Feed(reader)) as feed:
        try:
            age.decrypt(path, feed.write, keys)
            feed.finish()
        except Unlike:
            raise BackupDamaged(str(path), "Susunan isinya tidak sesuai dengan daftar isinya.") from None
    return found[0]


class _Enough(Exception):
    """The manifest is all that was wanted."""


def peek(path: Path, keys: Sequence[Kunci]) -> Manifest:
    """Read only the manifest, whatever the size of the backup. The rest is not checked. Raises what `read` does."""
    found: list[Manifest] = []

    def enough(manifest: Manifest) -> None:
        found.append(manifest)
        raise _Enough

    try:
        return read(path, keys, inspect=enough)
    except _Enough:
        return found[0]


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """Where what is read is put; nothing is where ``into`` is None, one file where ``only`` names it."""

    into: Path | None
    only: str

    def folder_for(self, nama: str) -> Path | None:
        return self.into if not self.only or nama == self.only else None


def _members(
    path: Path, to: _Unpacking, found: list[Manifest], inspect: Inspect, tick: Tick
) -> Generator[int, bytes, None]:
    """Expect the manifest, then exactly what it lists, then the end."""
    manifest = yield from _take_manifest(path)
    inspect(manifest)
    done = 0
    for anggota in manifest.anggota:
        yield from tar_stream.take_header(anggota.nama, anggota.ukuran)
        with _destination(to.folder_for(anggota.nama), anggota.nama) as out:
            for_all = partial(_tell, tick, done, manifest.ukuran)
            yield from _take_member(path, anggota, out, for_all)
        done += anggota.ukuran
    yield from tar_stream.take_end()
    found.append(manifest)


def _tell(tick: Tick, before: int, total: int, done: int) -> None:
    tick(Tahap.MEMBACA, before + done, total)


def _take_manifest(path: Path) -> Generator[int, bytes, Manifest]:
    _, size = yield from tar_stream.take_header(manifests.NAME)
    if size > manifests.LARGEST:
        raise Unlike
    content = yield from tar_stream.take_content(size)
    return manifests.from_bytes(content, str(path))


def _take_member(
    path: Path, anggota: Anggota, out: BinaryIO | None, tell: Callable[[int], None]
) -> Generator[int, bytes, None]:
    digest, left = hashlib.sha256(), anggota.ukuran
    while left:
        piece = yield min(left, tar_stream.PIECE)
        digest.update(piece)
        left -= len(piece)
        if out is not None:
            out.write(piece)
        tell(anggota.ukuran - left)
    yield from tar_stream.take_padding(anggota.ukuran)
    if digest.hexdigest() != anggota.sha256:
        raise BackupDamaged(str(path), f"Berkas {anggota.nama} di dalamnya berubah.")


@contextmanager
def _destination(into: Path | None, nama: str) -> Iterator[BinaryIO | None]:
    """A new file for a member, on the disk when the block ends; None where nothing is unpacked."""
    if into is None:
        yield None
        return
    target = into.joinpath(*nama.split("/"))
    with naming(target):
        target.parent.mkdir(mode=0o700, exist_ok=True)
        with target.open("xb") as out:
            target.chmod(0o600)  # before anything stands in it
            yield out
            out.flush()
            os.fsync(out.fileno())
