"""The backup file: what goes in comes out, and nothing that is not whole is ever taken for one."""

import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pyrage
import pytest

from kinerja_desktop.domain.errors import (
    BackupDamaged,
    DataDamaged,
    DiskFull,
    FileMissing,
    KeyMissing,
    KinerjaError,
    NewerVersion,
    NotOurFile,
    PlaceGone,
    ReadOnlyPlace,
)
from kinerja_desktop.exchange import cadangan, pieces
from kinerja_desktop.exchange import manifest as manifests
from kinerja_desktop.exchange.cadangan import Tahap
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.manifest import Cakupan, Manifest

KANTOR, LEMBAR, ASING = (Kunci.from_bytes(bytes([n]) * 32) for n in (1, 2, 3))
RECIPIENTS = (KANTOR.publik, LEMBAR.publik)
PROVE = partial(cadangan.read, keys=[KANTOR])
REFUSALS = (BackupDamaged, KeyMissing, NotOurFile, NewerVersion)


def stored(folder: Path, content: bytes) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(content).hexdigest()
    (folder / name).write_bytes(content)
    return name


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a database of 100 kB, evidence of awkward sizes, and one paper."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "kinerja.db").write_bytes(random.Random(1).randbytes(100_000))
    for size in (0, 1, 511, 512, 513, 65_536):
        stored(folder / "bukti", bytes(size))
    stored(folder / "arsip", b"%PDF-1.7 contoh")
    (folder / "bukti" / "catatan.txt").write_text("bukan bukti", encoding="utf-8")
    return folder


def manifest_of(sources: dict[str, Path]) -> Manifest:
    return Manifest(
        kantor_id="01890000-0000-7000-8000-000000000001",
        kantor_kode="CTH",
        kantor_nama="Kecamatan Contoh",
        program="1.0",
        skema=1,
        dibuat=datetime(2026, 7, 14, 3, 5, tzinfo=UTC),
        sampai=datetime(2026, 7, 14, 3, 0, tzinfo=UTC),
        urut=12,
        kepala="ab" * 32,
        komputer="PC-1",
        cakupan=Cakupan.LENGKAP,
        anggota=cadangan.members_of(sources),
        jumlah={"riwayat": 12},
    )


def make(folder: Path, data: Path) -> Path:
    folder.mkdir(exist_ok=True)
    sources = cadangan.sources_of(data / "kinerja.db", data)
    target = folder / "cadangan-CTH-20260714-001.kpb"
    cadangan.write(target, manifest_of(sources), sources, RECIPIENTS, PROVE)
    return target


@pytest.fixture
def file(tmp_path: Path, data: Path) -> Path:
    return make(tmp_path / "usb", data)


# --- round trip ----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [KANTOR, LEMBAR])
def test_either_key_brings_every_byte_back(file: Path, data: Path, tmp_path: Path, key: Kunci) -> None:
    out = tmp_path / "pulih"
    out.mkdir()

    manifest = cadangan.read(file, [key], into=out)

    assert manifest == manifest_of(cadangan.sources_of(data / "kinerja.db", data))
    back = {f.relative_to(out).as_posix(): f.read_bytes() for f in out.rglob("*") if f.is_file()}
    gone_in = {f.relative_to(data).as_posix(): f.read_bytes() for f in data.rglob("*") if f.is_file()}
    del gone_in["bukti/catatan.txt"]
    assert back == gone_in


def test_only_the_finished_file_stands_in_the_folder(file: Path) -> None:
    assert [f.name for f in file.parent.iterdir()] == ["cadangan-CTH-20260714-001.kpb"]


def test_any_age_and_tar_program_opens_it(file: Path) -> None:
    plain = pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(LEMBAR.rahasia)])

    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        names = archive.getnames()
        listed = archive.extractfile("manifest.json")
        assert listed is not None
        manifest = json.load(listed)
    assert names == ["manifest.json", *(a["nama"] for a in manifest["anggota"])]


def test_nothing_inside_can_be_read_without_a_key(file: Path) -> None:
    content = file.read_bytes()
    assert not any(text in content for text in (b"Kecamatan", b"%PDF", b"kinerja.db", b"manifest"))


def test_the_manifest_is_read_without_the_rest(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:80_000])

    assert cadangan.peek(file, [KANTOR]).urut == 12


def test_room_is_reckoned_high_enough_and_not_by_much(file: Path, data: Path) -> None:
    sources = cadangan.sources_of(data / "kinerja.db", data)
    room = cadangan.room_for(manifest_of(sources))
    assert file.stat().st_size <= room < file.stat().st_size + 100_000


def test_progress_is_told_for_writing_and_reading_back(tmp_path: Path, data: Path) -> None:
    sources = cadangan.sources_of(data / "kinerja.db", data)
    manifest = manifest_of(sources)
    told: list[tuple[Tahap, int, int]] = []

    def tell(tahap: Tahap, done: int, total: int) -> None:
        told.append((tahap, done, total))

    cadangan.write(tmp_path / "a.kpb", manifest, sources, RECIPIENTS, partial(PROVE, tick=tell), tick=tell)

    assert (told[0][0], told[-1][0]) == (Tahap.MENULIS, Tahap.MEMBACA)
    for tahap in (Tahap.MENULIS, Tahap.MEMBACA):
        done = [n for now, n, _ in told if now is tahap]
        assert done == sorted(done)
        assert done[-1] == manifest.ukuran
    assert {total for _, _, total in told} == {manifest.ukuran}


# --- a stick that holds no large file ------------------------------------------------------------


@pytest.fixture
def in_pieces(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of more than two pieces."""
    monkeypatch.setattr(pieces, "LARGEST", 60_000)
    return make(tmp_path / "usb", data)


def test_a_large_copy_lies_in_pieces_and_comes_back_whole(in_pieces: Path, data: Path, tmp_path: Path) -> None:
    lying = sorted(file.name for file in in_pieces.parent.iterdir())
    assert lying == [in_pieces.name, *(f"{in_pieces.name}.{n}" for n in range(2, len(lying) + 1))]
    assert len(lying) > 2
    assert max(file.stat().st_size for file in in_pieces.parent.iterdir()) == 60_000
    out = tmp_path / "pulih"
    out.mkdir()

    assert cadangan.read(in_pieces, [LEMBAR], into=out) == manifest_of(cadangan.sources_of(data / "kinerja.db", data))
    assert (out / "kinerja.db").read_bytes() == (data / "kinerja.db").read_bytes()


@pytest.mark.parametrize("gone", [2, -1])
def test_a_missing_piece_is_damage(in_pieces: Path, gone: int) -> None:
    lying = pieces.pieces(in_pieces)
    lying[gone if gone < 0 else gone - 1].unlink()
    with pytest.raises(BackupDamaged):
        cadangan.read(in_pieces, [KANTOR])


def test_a_failed_copy_in_pieces_leaves_none(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LARGEST", 60_000)
    sources = cadangan.sources_of(data / "kinerja.db", data)

    def refuse(_: Path) -> Manifest:
        raise BackupDamaged("", "")

    with pytest.raises(BackupDamaged):
        cadangan.write(tmp_path / "a.kpb", manifest_of(sources), sources, RECIPIENTS, refuse)
    assert not list(tmp_path.glob("a.kpb*"))


# --- damage --------------------------------------------------------------------------------------


def test_a_file_cut_anywhere_is_refused(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    cut = tmp_path / "potong.kpb"
    for size in [*range(0, len(content), 4096), len(content) - 1]:
        cut.write_bytes(content[:size])
        with pytest.raises(BackupDamaged):
            cadangan.read(cut, [KANTOR])


def test_a_file_with_one_wrong_byte_is_refused(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    chance = random.Random(2026)
    places = [*range(330), *(chance.randrange(len(content)) for _ in range(300))]
    bad = tmp_path / "rusak.kpb"
    for place in places:
        altered = bytearray(content)
        altered[place] ^= chance.randrange(1, 256)
        bad.write_bytes(altered)
        with pytest.raises(REFUSALS) as refused:
            cadangan.read(bad, [KANTOR])
        assert isinstance(refused.value, BackupDamaged | KeyMissing), place


def test_a_file_with_something_behind_it_is_refused(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"x")
    with pytest.raises(BackupDamaged):
        cadangan.read(file, [KANTOR])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("buku.xlsx", b"PK\x03\x04" + bytes(1000)),
        ("kosong.txt", b""),
        ("acak.kpb", random.Random(3).randbytes(5000)),
        ("basis.kpb", b"SQLite format 3\x00" + bytes(4000)),
    ],
)
def test_a_foreign_file_is_called_so(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotOurFile):
        cadangan.read(tmp_path / name, [KANTOR])


def test_an_empty_backup_is_a_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "a.kpb").touch()
    with pytest.raises(BackupDamaged):
        cadangan.read(tmp_path / "a.kpb", [KANTOR])


@pytest.mark.parametrize("name", ["tidak-ada.kpb", "."])
def test_what_cannot_be_opened_is_called_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileMissing):
        cadangan.read(tmp_path / name, [KANTOR])


@pytest.mark.parametrize("keys", [[], [ASING]])
def test_without_its_key_a_backup_stays_shut(file: Path, keys: list[Kunci]) -> None:
    with pytest.raises(KeyMissing):
        cadangan.read(file, keys)


# --- made by somebody else -----------------------------------------------------------------------


def locked(file: Path, members: list[tuple[str, bytes]], end: bytes | None = None) -> Path:
    """An age file for our key with these members in its tar."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    body = out.getvalue().rstrip(b"\0")
    body += bytes(-len(body) % 512) + (bytes(1024) if end is None else end)
    file.write_bytes(pyrage.encrypt(body, [pyrage.x25519.Recipient.from_str(KANTOR.publik)]))
    return file


def listing(**changes: object) -> bytes:
    content = json.loads(manifests.to_bytes(SMALL))
    return json.dumps({**content, **changes}).encode()


DATABASE = b"isi basis data"
SMALL = Manifest(
    kantor_id="01890000-0000-7000-8000-000000000001",
    kantor_kode="CTH",
    kantor_nama="Kecamatan Contoh",
    program="1.0",
    skema=1,
    dibuat=datetime(2026, 7, 14, 3, 5, tzinfo=UTC),
    sampai=None,
    urut=0,
    kepala="",
    komputer="PC-1",
    cakupan=Cakupan.BASIS_DATA,
    anggota=(manifests.Anggota("kinerja.db", len(DATABASE), hashlib.sha256(DATABASE).hexdigest()),),
)


def test_the_same_file_made_by_tar_is_read(tmp_path: Path) -> None:
    file = locked(tmp_path / "a.kpb", [("manifest.json", listing()), ("kinerja.db", DATABASE)])
    assert cadangan.read(file, [KANTOR]) == SMALL


def test_a_newer_format_is_named_with_both_numbers(tmp_path: Path) -> None:
    file = locked(tmp_path / "a.kpb", [("manifest.json", b'{"isi": "cadangan Kinerja Desktop", "format": 99}')])

    with pytest.raises(NewerVersion) as refused:
        cadangan.read(file, [KANTOR])

    assert (refused.value.found, refused.value.known) == (99, manifests.FORMAT)


@pytest.mark.parametrize("content", [b"[]", b'{"isi": "lain"}', b'{"format": 1}'])
def test_another_programs_archive_is_foreign(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotOurFile):
        cadangan.read(locked(tmp_path / "a.kpb", [("manifest.json", content)]), [KANTOR])


MEMBER = {"nama": "kinerja.db", "ukuran": len(DATABASE), "sha256": hashlib.sha256(DATABASE).hexdigest()}
STRANGE = [
    {"anggota": []},
    {"anggota": [{**MEMBER, "nama": "../kinerja.db"}]},
    {"anggota": [{**MEMBER, "nama": "/etc/passwd"}]},
    {"anggota": [MEMBER, MEMBER]},
    {"anggota": [MEMBER, {**MEMBER, "nama": "bukti/../../x"}]},
    {"anggota": [{**MEMBER, "ukuran": -1}]},
    {"anggota": [{**MEMBER, "sha256": "x"}]},
    {"anggota": [{**MEMBER, "ukuran": len(DATABASE) + 1}]},
    {"anggota": [{**MEMBER, "sha256": "0" * 64}]},
    {"anggota": 7},
    {"dibuat": "2026-07-14T10:00:00"},
    {"dibuat": None},
    {"cakupan": "lain"},
    {"format": "satu"},
    {"urut": None},
]


@pytest.mark.parametrize("changes", STRANGE, ids=str)
def test_a_manifest_that_cannot_be_ours_is_damage(tmp_path: Path, changes: dict[str, object]) -> None:
    file = locked(tmp_path / "a.kpb", [("manifest.json", listing(**changes)), ("kinerja.db", DATABASE)])
    out = tmp_path / "pulih"
    out.mkdir()

    with pytest.raises(BackupDamaged):
        cadangan.read(file, [KANTOR], into=out)

    assert {f.name for f in out.rglob("*")} <= {"kinerja.db"}
    assert {f.name for f in tmp_path.iterdir()} == {"a.kpb", "pulih"}


@pytest.mark.parametrize(
    ("members", "end"),
    [
        ([("kinerja.db", DATABASE), ("manifest.json", listing())], None),
        ([("manifest.json", listing())], None),
        ([("manifest.json", listing()), ("kinerja.db", DATABASE), ("tambahan", b"x")], None),
        ([("manifest.json", listing()), ("bukti/" + "a" * 64, DATABASE)], None),
        ([("manifest.json", listing()), ("kinerja.db", DATABASE)], b""),
        ([("manifest.json", listing()), ("kinerja.db", DATABASE)], bytes(1536)),
        ([("manifest.json", b"{")], None),
        ([], None),
    ],
)
def test_members_unlike_the_manifest_are_damage(
    tmp_path: Path, members: list[tuple[str, bytes]], end: bytes | None
) -> None:
    with pytest.raises(BackupDamaged):
        cadangan.read(locked(tmp_path / "a.kpb", members, end), [KANTOR])


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    info = tarfile.TarInfo("kinerja.db")
    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
    listed = listing(anggota=[{**MEMBER, "ukuran": 0, "sha256": hashlib.sha256(b"").hexdigest()}])
    file = tmp_path / "a.kpb"
    head = tarfile.TarInfo("manifest.json")
    head.size = len(listed)
    body = head.tobuf(tarfile.GNU_FORMAT) + listed + bytes(-len(listed) % 512) + info.tobuf(tarfile.GNU_FORMAT)
    file.write_bytes(pyrage.encrypt(body + bytes(1024), [pyrage.x25519.Recipient.from_str(KANTOR.publik)]))

    with pytest.raises(BackupDamaged):
        cadangan.read(file, [KANTOR])


# --- the place where it is written ---------------------------------------------------------------


def attempt(
    folder: Path, data: Path, kind: type[KinerjaError], where: AbstractContextManager[None] | None = None
) -> None:
    """A new backup beside an old one fails so; the old one stays, and nothing else is left."""
    old = folder / "cadangan-CTH-20260713-001.kpb"
    old.write_bytes(b"yang lama")
    with where or nullcontext(), pytest.raises(kind):
        make(folder, data)
    assert [f.name for f in folder.iterdir()] == [old.name]
    assert old.read_bytes() == b"yang lama"


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond ``size``, as on a full disk."""
    import resource  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [1, 4096, 65_536, 150_000])
def test_a_full_place_keeps_its_old_copies(tmp_path: Path, data: Path, size: int) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    attempt(folder, data, DiskFull, largest_file(size))


def test_a_folder_that_is_gone_is_told(tmp_path: Path, data: Path) -> None:
    sources = cadangan.sources_of(data / "kinerja.db", data)
    with pytest.raises(PlaceGone):
        cadangan.write(tmp_path / "usb" / "a.kpb", manifest_of(sources), sources, RECIPIENTS, PROVE)


@pytest.mark.parametrize("number", ["EROFS", "EACCES"])
def test_a_read_only_place_is_told(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    import errno

    folder = tmp_path / "usb"
    folder.mkdir()
    plain_open = Path.open

    def guarded(self: Path, mode: str = "r", **rest: object) -> BinaryIO:
        if self.suffix == ".part" and "w" in mode:
            raise OSError(getattr(errno, number), os.strerror(getattr(errno, number)))
        return plain_open(self, mode, **rest)  # type: ignore[call-overload,no-any-return]  # every overload of open

    monkeypatch.setattr(Path, "open", guarded)
    attempt(folder, data, ReadOnlyPlace)


@pytest.mark.parametrize("kept", [0, 100, 70_000])
def test_a_stick_that_only_pretends_to_write_is_found_out(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    """It says that all was written and keeps the first bytes; the rest reads as zeros."""
    folder = tmp_path / "usb"
    folder.mkdir()
    flush = os.fsync

    def lie(handle: int) -> None:
        size = os.fstat(handle).st_size
        os.truncate(handle, min(kept, size))
        os.truncate(handle, size)
        flush(handle)

    monkeypatch.setattr(os, "fsync", lie)
    attempt(folder, data, BackupDamaged if kept else NotOurFile)


def test_an_old_backup_passed_off_as_the_new_one_is_found_out(
    file: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that answers with older content: whole, ours, but not what was written."""
    older = file.read_bytes()
    (data / "kinerja.db").write_bytes(b"isi baru")
    folder = tmp_path / "lain"
    folder.mkdir()
    monkeypatch.setattr(cadangan, "_forget", lambda part: part.write_bytes(older))
    attempt(folder, data, BackupDamaged)


def test_a_source_that_changes_meanwhile_is_told(tmp_path: Path, data: Path) -> None:
    sources = cadangan.sources_of(data / "kinerja.db", data)
    manifest = manifest_of(sources)
    changed = replace(manifest.anggota[-1], sha256="0" * 64)
    with pytest.raises(DataDamaged):
        cadangan.write(
            tmp_path / "a.kpb",
            replace(manifest, anggota=(*manifest.anggota[:-1], changed)),
            sources,
            RECIPIENTS,
            PROVE,
        )
    assert not list(tmp_path.glob("a.kpb*"))


class Stopped(Exception):
    """Somebody pressed Batal."""


@pytest.mark.parametrize("when", [Tahap.MENULIS, Tahap.MEMBACA])
def test_stopping_leaves_nothing(tmp_path: Path, data: Path, when: Tahap) -> None:
    def stop(tahap: Tahap, done: int, _total: int) -> None:
        if tahap is when and done > 70_000:
            raise Stopped

    sources = cadangan.sources_of(data / "kinerja.db", data)
    prove = partial(PROVE, tick=stop)
    with pytest.raises(Stopped):
        cadangan.write(tmp_path / "a.kpb", manifest_of(sources), sources, RECIPIENTS, prove, tick=stop)
    assert not list(tmp_path.glob("a.kpb*"))


KILLED = """
import os, signal, sys
from functools import partial
from pathlib import Path
from tests.exchange.test_cadangan import RECIPIENTS, KANTOR, PROVE, Tahap, cadangan, manifest_of
data, target, stage, bytes_done = Path(sys.argv[1]), Path(sys.argv[2]), Tahap(sys.argv[3]), int(sys.argv[4])
sources = cadangan.sources_of(data / "kinerja.db", data)
def tick(tahap, done, total):
    if tahap is stage and done >= bytes_done:
        os.kill(os.getpid(), signal.SIGKILL)
cadangan.write(target, manifest_of(sources), sources, RECIPIENTS, partial(PROVE, tick=tick), tick=tick)
"""


@pytest.mark.parametrize(("stage", "done"), [("menulis", 1), ("menulis", 100_000), ("membaca ulang", 166_000)])
def test_a_killed_program_leaves_no_finished_name(tmp_path: Path, data: Path, stage: str, done: int) -> None:
    target = tmp_path / "a.kpb"

    ended = subprocess.run([sys.executable, "-c", KILLED, str(data), str(target), stage, str(done)], check=False)

    assert ended.returncode == -9
    assert not target.exists()
    assert {f.name for f in tmp_path.glob("a.kpb*")} <= {"a.kpb.part"}


def test_memory_does_not_grow_with_the_office(tmp_path: Path, data: Path) -> None:
    import tracemalloc

    with (data / "kinerja.db").open("wb") as database:
        database.truncate(60_000_000)
    sources = cadangan.sources_of(data / "kinerja.db", data)
    manifest = manifest_of(sources)
    tracemalloc.start()
    cadangan.write(tmp_path / "a.kpb", manifest, sources, RECIPIENTS, PROVE)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2_000_000
