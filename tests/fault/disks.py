"""Disks that fill up, and sticks that are pulled out.

A full disk is a file system in memory of so many kilobytes, mounted in a name space of the child that works on it. A
pulled stick is an NTFS image whose driver is killed while the backup is written: what reached the image is what a stick
holds that was pulled. Both need root, as the tests of an office's CI have.
"""

import ctypes
import os
import random
import select
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DiskFull, KinerjaError
from kinerja_desktop.exchange import cadangan
from kinerja_desktop.services import backup, backup_keys, drill, restore
from kinerja_desktop.storage.records import Head
from tests.fault.damage import played
from tests.fault.kills import killed_after, killed_at
from tests.fault.office import ACTS, SCAN, judge, log_in, made, opened
from tests.fault.rows import Faults, Row, Tell, acknowledging, child, scratch, timed
from tests.fault.works import WORKS, Work, before_and
from tests.office import Kantor

_NEW_MOUNTS, _PRIVATE = 0x00020000, 1 << 18 | 1 << 14
"""CLONE_NEWNS; MS_PRIVATE | MS_REC."""
_LIBC = ctypes.CDLL(None, use_errno=True)

BALLAST = 96
"""Kilobytes that somebody frees on a full disk: enough for the log of a few acts."""

# --- full disks ----------------------------------------------------------------------------------


def full_disk(sizes: int, seed: int) -> Row:
    """Disks of many sizes fill up while acts are done: each act is whole or absent, is told, and work goes on after."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            made(work / "kantor")
            least = _kilobytes(work / "kantor")
            for number in range(sizes):
                kilobytes = least + BALLAST + 48 + number * 8 + chance.randrange(8)
                code, _ = child(partial(_on_small_disk, work, kilobytes))
                faults += [f"{kilobytes} kB: {line}" for line in _said(work, code)]
        return sizes, faults

    return timed("disk full, of so many sizes", run)


def _said(work: Path, code: int) -> list[str]:
    told = work / "temuan"
    lines = told.read_text().splitlines() if told.exists() else []
    told.unlink(missing_ok=True)
    return lines if code == 0 else [*lines, f"berakhir dengan {code}"]


def _on_small_disk(work: Path, kilobytes: int, _: Tell) -> None:
    disk = work / "disk"
    disk.mkdir(exist_ok=True)
    _mount_in_memory(disk, kilobytes)
    folder = disk / "kantor"
    shutil.copytree(work / "kantor", folder)
    kept = list[Head]()
    kantor = opened(folder)
    acknowledging(kept.append)
    ballast = disk / "isi"
    ballast.write_bytes(bytes(BALLAST * 1024))
    for act in ACTS:
        with suppress(KinerjaError, AssertionError, IndexError):  # told, or what it builds on was refused before
            act.do(kantor)
    ballast.unlink()
    told = [] if _can_write(kantor) else ["sesudah ruang dikosongkan tidak dapat menyimpan"]
    kantor.store.close()
    told += judge(folder, kept)
    told += [f"tertinggal: {part.name}" for part in folder.rglob("*.part")]
    (work / "temuan").write_text("\n".join(told))


def full_in_works(sizes: int, seed: int) -> Row:
    """The same of each larger work: it is done or told, nothing of it is half there, and nothing is left of it."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as base:
            for work in WORKS:
                prepared = base / "awal"
                prepared.mkdir()
                work.prepare(prepared)
                least, allowed = _kilobytes(prepared), _ends_of(work, prepared)
                most = BALLAST + 2 * max(least, _kilobytes(base / "sesudah"))
                for number in range(sizes):
                    room = 48 + most * number // sizes + chance.randrange(8)
                    code, _ = child(partial(_work_on_small_disk, work, base, (least, room, most), allowed))
                    faults += [f"{work.nama}, {room} kB free: {line}" for line in _said(base, code)]
                shutil.rmtree(prepared)
        return sizes * len(WORKS), faults

    return timed("disk full in founding, import, upgrade, backup, restore, papers", run)


def _kilobytes(folder: Path) -> int:
    return sum(4 * -(-file.stat().st_size // 4096) for file in folder.rglob("*") if file.is_file())


def _ends_of(work: Work, prepared: Path) -> tuple[int, ...]:
    """Where the journal may end, as the undisturbed work tells; what it leaves stays in ``sesudah``."""
    place = prepared.parent / "sesudah"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(prepared, place)

    def told(tell: Tell) -> None:
        acknowledging(tell)
        with work.program():
            work.do(place)

    code, heads = child(told)
    assert code == 0, work.nama
    return before_and(prepared, heads)


def _work_on_small_disk(
    work: Work, base: Path, kilobytes: tuple[int, int, int], allowed: Sequence[int], _: Tell
) -> None:
    """``kilobytes``: what lies there, what is free, and what somebody frees afterwards: enough for the work."""
    disk = base / "disk"
    disk.mkdir(exist_ok=True)
    _mount_in_memory(disk, sum(kilobytes))
    place = disk / "tempat"
    shutil.copytree(base / "awal", place)
    ballast = disk / "isi"
    ballast.write_bytes(bytes(kilobytes[2] * 1024))
    with work.program():
        with suppress(KinerjaError):
            work.do(place)
        ballast.unlink()
        told = work.judged(place, allowed)
    told += [f"left: {left.name}" for left in place.rglob("*") if left.name.endswith(HALVES) or left.name[0] == "."]
    (base / "temuan").write_text("\n".join(told))


HALVES = (".part", ".naik", ".baru", ".pulih", ".salinan")
"""Endings of what is being made, as names with a point before them. Nothing of it stays where the program lived on."""


# --- full, and killed ----------------------------------------------------------------------------


def stacked(times: int, seed: int) -> Row:
    """Killed on a disk that is nearly full, and three times more while it comes back there; then room is made."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            made(work / "kantor")
            least = _kilobytes(work / "kantor")
            for number in range(times):
                kilobytes = least + BALLAST + 48 + chance.randrange(200)
                code, _ = child(partial(_killed_on_small_disk, work, kilobytes, chance.getrandbits(32)))
                faults += [f"{number}, {kilobytes} kB: {line}" for line in _said(work, code)]
        return times, faults

    return timed("disk full, killed there, and three times more while it comes back", run)


def _killed_on_small_disk(work: Path, kilobytes: int, seed: int, _: Tell) -> None:
    chance = random.Random(seed)
    disk = work / "disk"
    disk.mkdir(exist_ok=True)
    _mount_in_memory(disk, kilobytes)
    folder = disk / "kantor"
    shutil.copytree(work / "kantor", folder)
    ballast = disk / "isi"
    ballast.write_bytes(bytes(BALLAST * 1024))
    heads, told = killed_at(folder, chance.randint(1, 12), chance.random(), until=(DiskFull, AssertionError))
    for _again in range(3):
        told += killed_after(lambda _: judge(folder), chance.random() * 0.05)
    ballast.unlink()
    told += judge(folder, heads)
    (work / "temuan").write_text("\n".join(told))


def _can_write(kantor: Kantor) -> bool:
    try:
        log_in(kantor)  # it is written down
    except KinerjaError:
        return False
    return True


def _mount_in_memory(place: Path, kilobytes: int) -> None:
    """Seen by this process alone, and gone with it."""
    _call(_LIBC.unshare, _NEW_MOUNTS)
    _call(_LIBC.mount, b"none", b"/", None, _PRIVATE, None)
    _call(_LIBC.mount, b"tmpfs", os.fsencode(place), b"tmpfs", 0, f"size={kilobytes}k".encode())


def _call(function: Callable[..., int], *given: object) -> None:
    if function(*given) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


# --- sticks --------------------------------------------------------------------------------------


def pulled_sticks(times: int, seed: int) -> Row:
    """The stick is pulled while a backup is written: the office is untouched, and what the stick holds is whole.

    The copy that was finished before stays readable. A copy under its final name that does not pass is a fault.
    """

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with played() as folder, _stick(folder.parent) as stick:
            kantor = opened(folder)
            for number in range(3):
                kantor.store.archive.put(SCAN + random.Random(number).randbytes(400_000))  # a backup takes a moment
            sheet = backup_keys.make_keys(kantor.office).kata
            whole = _timed(lambda: backup.back_up(kantor.office, stick.place))
            for number in range(times):
                faults += [f"{number}: {one}" for one in _pulled(kantor, stick, chance.random() * whole * 1.1)]
            kantor.store.close()
            faults += judge(folder) + _by_sheet_alone(folder, stick, sheet)
        return times, faults

    return timed("flash disk pulled out while a copy is written or tried (NTFS); then restored by the sheet alone", run)


def lying_stick(times: int, seed: int) -> Row:
    """A stick that drops what was written to it and says that it kept it: no copy is called finished."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with played() as folder:
            kantor = opened(folder)
            usb = folder.parent / "usb"
            forget = vars(cadangan)["_forget"]  # called between the writing and the reading back
            for number in range(times):
                vars(cadangan)["_forget"] = partial(_drop, chance)
                try:
                    done = backup.back_up(kantor.office, usb).berkas
                    faults += [f"{number}: {done.name} dinyatakan selesai"]
                except KinerjaError:
                    faults += [f"{number}: tertinggal {left.name}" for left in usb.glob("*.kpb")]
                finally:
                    vars(cadangan)["_forget"] = forget
            kantor.store.close()
        return times, faults

    return timed("flash disk that drops what was written", run)


def _drop(chance: random.Random, file: Path) -> None:
    content = bytearray(file.read_bytes())
    start = chance.randrange(len(content))
    if chance.random() < 0.5:
        content[start:] = bytes(len(content) - start)
    else:
        content[start] ^= 0xFF
    file.write_bytes(content)


class Stick:
    """An NTFS image, put in and pulled out."""

    def __init__(self, image: Path, place: Path) -> None:
        self.image, self.place = image, place
        self._driver: subprocess.Popen[bytes] | None = None

    def put_in(self) -> None:
        """Mount it, and wait until it is there."""
        options = ["-o", "no_detach,windows_names"]
        quiet = subprocess.DEVNULL
        self._driver = subprocess.Popen(["ntfs-3g", *options, self.image, self.place], stdout=quiet, stderr=quiet)
        with Path("/proc/self/mounts").open("rb") as table:
            changed = select.poll()
            changed.register(table, select.POLLERR | select.POLLPRI)  # the system tells of each change of its mounts
            while not os.path.ismount(self.place):
                assert self._driver.poll() is None, "ntfs-3g"
                changed.poll(200)

    def pull(self) -> None:
        """As a hand does it: nothing more reaches the stick."""
        assert self._driver is not None
        self._driver.send_signal(signal.SIGKILL)

    def let_go(self) -> None:
        """Take the dead mount away."""
        assert self._driver is not None
        self._driver.kill()
        self._driver.wait()
        subprocess.run(["umount", "--lazy", self.place], check=False, capture_output=True)


@contextmanager
def _stick(work: Path) -> Iterator[Stick]:
    image, place = work / "flashdisk", work / "usb"
    place.mkdir()
    with image.open("wb") as empty:
        empty.truncate(48 * 1024 * 1024)
    subprocess.run(["mkntfs", "--force", "--quick", "--quiet", image], check=True, capture_output=True)
    stick = Stick(image, place)
    stick.put_in()
    try:
        yield stick
    finally:
        stick.let_go()


def _timed(act: Callable[[], object]) -> float:
    before = time.monotonic()
    act()
    return time.monotonic() - before


def _pulled(kantor: Kantor, stick: Stick, after: float) -> list[str]:
    before = {file.name: file.read_bytes() for file in stick.place.glob("*.kpb")}
    hand = threading.Timer(after, stick.pull)
    hand.start()
    done, strange = None, list[str]()
    try:
        done = backup.back_up(kantor.office, stick.place).berkas.name
    except KinerjaError:
        pass
    except Exception as raw:  # noqa: BLE001 - what nobody sorted is looked for
        strange.append(f"not sorted: {raw!r}")
    finally:
        hand.cancel()
        hand.join()
    stick.let_go()
    stick.put_in()
    found = strange + _on_the_stick(stick, before, done)
    for file in stick.place.iterdir():  # room for the next one; one finished copy stays
        if file.name not in before:
            file.unlink()
    return found


def _by_sheet_alone(folder: Path, stick: Stick, sheet: Sequence[str]) -> list[str]:
    """The copy that lay on the stick all the time, on a PC that has nothing but the sheet."""
    found, empty = list[str](), folder.parent / "baru"
    with _no_key():
        for file in sorted(stick.place.glob("*.kpb"))[:1]:
            restore.restore_into(empty, file, sheet)
            found += judge(empty)
            lost = {f.name for f in folder.rglob("*") if len(f.name) == 64} - {f.name for f in empty.rglob("*")}
            found += [f"{name} kembali tidak ikut" for name in lost]
            return found
    return ["tidak ada salinan yang utuh di flash disk"]


@contextmanager
def _no_key() -> Iterator[None]:
    """Another PC: its folder of keys is empty."""
    before = os.environ[paths.KEY_VARIABLE]
    with scratch() as elsewhere:
        os.environ[paths.KEY_VARIABLE] = str(elsewhere)
        try:
            yield
        finally:
            os.environ[paths.KEY_VARIABLE] = before


def _on_the_stick(stick: Stick, before: dict[str, bytes], done: str | None) -> list[str]:
    now = {file.name: file for file in stick.place.glob("*.kpb")}
    found = [f"{name} tidak lagi sama" for name, content in before.items() if now[name].read_bytes() != content]
    found += [f"{done} dinyatakan selesai tetapi tidak ada"] if done is not None and done not in now else []
    for name in sorted(now.keys() - before.keys()):
        try:
            drill.drill(now[name], scratch=stick.image.parent)
        except KinerjaError as refused:
            found.append(f"{name} {'selesai' if name == done else 'tertinggal'}: {refused!r}")
    return found
