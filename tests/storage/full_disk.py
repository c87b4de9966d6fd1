"""Run by itself on a disk of its own of 700 kB: what an office does when that is full.

``unshare --mount sh -c 'mount -t tmpfs …; exec python -m tests.storage.full_disk CASE FOLDER'`` prints JSON.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.storage import ballast
from kinerja_desktop.storage.check import check_office
from kinerja_desktop.storage.database import Store
from tests.storage.samples import advance, case, decode

Told = dict[str, object]


def _until_full(store: Store) -> int:
    """Steps that were acknowledged before the disk was full."""
    done = 0
    try:
        while True:
            with store.unit() as unit:
                advance(unit, case(f"S{done}" + "x" * 3000, versi=0))
                unit.commit()
            done += 1
    except DiskFull:
        return done


def _reached(store: Store) -> int:
    with store.read() as unit:
        return unit.journal.head().seq


def while_working(disk: Path) -> Told:
    """The disk fills up, something is deleted, work goes on without a restart."""
    store = Store.open(disk / "kantor", create=True)
    ballast = disk / "isi"
    ballast.write_bytes(b"0" * 64 * 1024)
    done = _until_full(store)
    kept = _reached(store)
    ballast.unlink()
    with store.unit() as unit:
        advance(unit, case("sesudah", versi=0))
        unit.commit()
    findings = [repr(finding) for finding in check_office(store, decode)]
    store.close()
    again = Store.open(disk / "kantor")
    return {"done": done, "kept": kept, "after": _reached(again), "findings": findings}


def when_opening(disk: Path) -> Told:
    """The disk is full before the office is opened."""
    store = Store.open(disk / "kantor", create=True)
    done = _until_full(store)
    store.close()
    left = _fill(disk / "isi")
    again = Store.open(disk / "kantor")
    return {"left": left, "done": done, "kept": _reached(again)}


def _fill(file: Path) -> int:
    """Write until nothing fits any more; returns the bytes that are free then."""
    try:
        file.write_bytes(b"0" * 800 * 1024)
    except OSError:
        return shutil.disk_usage(file.parent).free
    raise AssertionError(file)


def with_room_put_by(disk: Path) -> Told:
    """The disk fills up while room is put by: it is given up once, said so, and the same step is done at once."""
    _small_ballast()
    store = Store.open(disk / "kantor", create=True)
    assert ballast.keep(disk / "kantor")
    done, full = 0, None
    while full is None:
        full = _step(store, done)
        done += full is None
    told = {"dilepas": full.dilepas, "ada": (disk / "kantor" / ballast.NAME).exists()}
    again = _step(store, done)
    _fill(disk / "isi")  # nothing is left for making it again
    return told | {"lagi": again is None, "kept": _reached(store) - done, "dibuat": ballast.keep(disk / "kantor")}


def opening_with_room_put_by(disk: Path) -> Told:
    """The program was killed on a full disk; opening needs a little room, which is given up for it."""
    _small_ballast()
    Store.open(disk / "kantor", create=True).close()
    ballast.keep(disk / "kantor")
    pid = os.fork()
    if pid == 0:
        _step(Store.open(disk / "kantor"), 0)
        os._exit(0)
    os.waitpid(pid, 0)
    _fill(disk / "isi")
    return {"kept": _reached(Store.open(disk / "kantor"))}


def _small_ballast() -> None:
    ballast.SIZE, ballast.SPARE = 64 * 1024, 128 * 1024


def _step(store: Store, number: int) -> DiskFull | None:
    try:
        with store.unit() as unit:
            advance(unit, case(f"S{number}" + "x" * 3000, versi=0))
            unit.commit()
    except DiskFull as full:
        return full
    return None


def when_making(disk: Path) -> Told:
    """A new office does not fit."""
    (disk / "isi").write_bytes(b"0" * 690 * 1024)
    try:
        Store.open(disk / "kantor", create=True)
    except DiskFull as full:
        left = [str(path) for path in (disk / "kantor").rglob("*") if path.is_file()]
        return {"full": full.path, "left": left}
    return {}


CASES = {
    "while_working": while_working,
    "when_opening": when_opening,
    "with_room_put_by": with_room_put_by,
    "opening_with_room_put_by": opening_with_room_put_by,
    "when_making": when_making,
}

if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]](Path(sys.argv[2]))))  # noqa: T201 - its one result
