"""The power goes: what was not synced may be lost, written in another order, or torn within a sector.

A driver does every act, or a larger work, while ``strace`` notes what it asks of the disk. From these notes images are
made of what a disk may hold at each moment: everything synced, and of the rest nothing, all, or some in any order, the
last one torn at 512 bytes. Names come and go in order, and a synced file has its name, as on NTFS and ext4. Each image
is judged as the next start finds it. ``lying`` are images of a disk that answers a sync without syncing: these cannot
be prevented, only seen.
"""

import hashlib
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop.storage.records import Head
from tests.fault.office import ACTS, HALF, judge, lost, made, opened
from tests.fault.rows import Faults, Row, acknowledging, scratch, tell, timed
from tests.fault.works import KANTOR, WORKS, Work, before_and, copies_told

SECTOR = 512
ROOT = Path(__file__).parents[2]
_TRACED = "openat,lseek,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,sendfile"
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)(?:<(.*)>)?$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing asked of the disk: ``name`` of a call, the file, and what the call says."""

    call: str
    path: str
    data: bytes = b""
    at: int = 0


@dataclass(slots=True)
class File:
    """A file on the disk: what is surely there, and what was written since."""

    synced: bytes = b""
    pending: list[Step] = field(default_factory=list)

    def content(self, pending: Sequence[Step]) -> bytes:
        """The bytes with some of the writes applied."""
        held = bytearray(self.synced)
        for step in pending:
            if step.call == "ftruncate":
                held = held[: step.at].ljust(step.at, b"\0")
            else:
                held = held.ljust(step.at, b"\0")
                held[step.at : step.at + len(step.data)] = step.data
        return bytes(held)


# --- noting --------------------------------------------------------------------------------------


def record(work: Work, place: Path, notes: Path) -> None:
    """Do a work in its place under ``strace``."""
    command = ["strace", "-f", "-y", "-xx", "-s", "40000000", "-e", f"trace={_TRACED}", "-o", str(notes)]
    driver = [sys.executable, "-m", "tests.fault.power", work.nama, str(place)]
    subprocess.run([*command, *driver], check=True, cwd=ROOT)


def _drive(work: Work, place: Path) -> None:
    with (place / "diakui").open("wb") as told, work.program():
        acknowledging(lambda head: tell(told.fileno(), head))
        work.do(place)


def _every_act(place: Path) -> None:
    kantor = opened(place / KANTOR)
    for act in ACTS:
        act.do(kantor)
    kantor.store.close()


def _sound(place: Path, allowed: Sequence[int]) -> list[str]:
    return judge(place / KANTOR, allowed=allowed) + list(copies_told(place))


DAILY = Work("acts", lambda place: made(place / KANTOR), _every_act, _sound)
DRIVEN = {work.nama: work for work in (DAILY, *WORKS)}


def steps(notes: Path, folder: Path) -> Iterator[Step]:
    """What was asked of the disk within a folder, in order."""
    places: dict[str, int] = {}
    for line in _whole(notes):
        found = _CALL.match(line)
        if found is None or int(found[3]) < 0:
            continue
        yield from (s for s in _read(found[1], found[2], found[3], places) if s.path.startswith(str(folder)))


def _whole(notes: Path) -> Iterator[str]:
    """Lines, with those joined that a thread interrupted."""
    waiting: dict[str, str] = {}
    for line in notes.read_text().splitlines():
        pid = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            waiting[pid] = line.removesuffix("<unfinished ...>")
        elif " resumed>" in line:
            yield waiting.pop(pid) + line.split(" resumed>", 1)[1]
        else:
            yield line


def _read(call: str, given: str, answer: str, places: dict[str, int]) -> Iterator[Step]:
    """``places`` is how far each open file was written, for calls that do not say where."""
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(given)]
    path = _path(given)
    if call == "openat":
        name = texts[0].decode()
        places[name] = 0
        if "O_CREAT" in given:
            yield Step("truncate" if "O_TRUNC" in given else "create", name)
    elif call == "lseek":
        places[path] = int(answer)
    elif call == "write":
        yield Step("write", path, texts[0], places.get(path, 0))
        places[path] = places.get(path, 0) + len(texts[0])
    else:
        yield _STEPS[call](path, texts, given)


def _path(given: str) -> str:
    """The file that the first argument names: ``-y`` writes it behind the number."""
    found = _FD.match(given)
    return bytes.fromhex(found[1].replace("\\x", "")).decode() if found else ""


def _last(given: str) -> int:
    return int(given.rsplit(",", 1)[1])


def _sync(path: str, _texts: Sequence[bytes], _given: str) -> Step:
    return Step("sync", path)


def _unlink(_path: str, texts: Sequence[bytes], _given: str) -> Step:
    return Step("unlink", texts[0].decode())


def _rename(_path: str, texts: Sequence[bytes], _given: str) -> Step:
    return Step("rename", texts[0].decode(), texts[1])


_STEPS: Mapping[str, Callable[[str, Sequence[bytes], str], Step]] = {
    "pwrite64": lambda path, texts, given: Step("write", path, texts[0], _last(given)),
    "ftruncate": lambda path, _, given: Step("ftruncate", path, at=_last(given)),
    "fsync": _sync,
    "fdatasync": _sync,
    "unlink": _unlink,
    "unlinkat": _unlink,
    "rename": _rename,
    "renameat": _rename,
    "renameat2": _rename,
}

# --- images --------------------------------------------------------------------------------------


class Disk:
    """What a disk may hold. ``lying`` never syncs."""

    def __init__(self, folder: Path, *, lying: bool = False) -> None:
        self._lying = lying
        self.files = [File(path.read_bytes()) for path in _files(folder)]
        self.names = {str(path): file for path, file in zip(_files(folder), self.files, strict=True)}
        self._sure = dict(self.names)
        self._moves: list[dict[str, File]] = []

    def take(self, step: Step) -> None:
        """Do what was asked."""
        file = self.names.get(step.path)
        if step.call in {"write", "ftruncate"} and file is not None:
            file.pending.append(step)
        elif step.call == "truncate" and file is not None:
            file.pending.append(Step("ftruncate", step.path))
        elif step.call in {"create", "truncate"} and file is None:
            self._move({**self.names, step.path: File()})
        elif step.call == "unlink":
            self._move({name: f for name, f in self.names.items() if name != step.path})
        elif step.call == "rename" and file is not None:
            kept = {name: f for name, f in self.names.items() if name != step.path}
            self._move({**kept, step.data.decode(): file})
        elif step.call == "sync" and not self._lying:
            self._sync(file)

    def _move(self, names: dict[str, File]) -> None:
        self.names = names
        self._moves.append(names)

    def _sync(self, file: File | None) -> None:
        """A file with its name and all names before it; or a folder, whose names are sure then."""
        if file is not None:
            file.synced, file.pending = file.content(file.pending), []
        self._sure, self._moves = self.names, []

    def image(self, chance: random.Random, how: str) -> dict[str, bytes]:
        """The files as a start after the power came back may find them."""
        moves = {"nothing": 0, "all": len(self._moves)}.get(how, chance.randint(0, len(self._moves)))
        names = self._moves[moves - 1] if moves else self._sure
        return {name: file.content(_kept(file.pending, chance, how)) for name, file in names.items()}


def _kept(pending: Sequence[Step], chance: random.Random, how: str) -> list[Step]:
    if how == "nothing":
        return []
    if how == "all" or not pending:
        return list(pending)
    kept = [step for step in pending if chance.random() < 0.6]
    chance.shuffle(kept)
    if how == "torn" and kept and kept[-1].call == "write":
        last = kept[-1]
        sectors = chance.randint(0, len(last.data) // SECTOR)
        kept[-1] = Step(last.call, last.path, last.data[: sectors * SECTOR], last.at)
    return kept


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


# --- rows ----------------------------------------------------------------------------------------

HOW = ("nothing", "all", "some", "torn")


def power_loss(images: int, seed: int) -> Row:
    """Images of an honest disk: each must open, be sound and hold every acknowledged act."""
    return timed(
        "power lost in daily work: images of what an honest disk may hold",
        lambda: _tried(DAILY, images, random.Random(seed), _bears),
    )


def power_loss_in_works(images: int, seed: int) -> Row:
    """The same of each larger work: done or not done, and every finished copy and paper whole."""

    def run() -> tuple[int, Iterable[str]]:
        chance, done, faults = random.Random(seed), 0, Faults()
        for work in WORKS:
            tried, found = _tried(work, images // len(WORKS), chance, _bears)
            done += tried
            faults += found
        return done, faults

    return timed("power lost in founding, import, upgrade, backup, restore, papers", run)


def lying_disk(images: int, seed: int) -> Row:
    """Images of a disk that ignores syncs: each must be sound or be refused or told by the check."""
    return timed(
        "power lost on a disk that ignores syncs: no false state",
        lambda: _tried(DAILY, images, random.Random(seed), _strange, lying=True),
    )


Look = Callable[[Work, Path, Sequence[Head], Sequence[int]], list[str]]
"""What does not hold of an image: the work, its place, what was acknowledged, where the journal ever ended."""


def _tried(work: Work, images: int, chance: random.Random, look: Look, *, lying: bool = False) -> tuple[int, Faults]:
    faults, done = Faults(), 0
    with scratch() as base:
        place, start = base / "tempat", base / "awal"
        start.mkdir()
        work.prepare(start)
        shutil.copytree(start, place)
        record(work, place, base / "catatan")
        asked = list(steps(base / "catatan", place))
        ends = before_and(start, [head for step in asked for head in _acknowledged(step)])
        cuts = sorted(chance.choices(range(1, len(asked) + 1), k=images))
        shutil.rmtree(place)
        shutil.copytree(start, place)
        disk, told, passed = Disk(place, lying=lying), list[Head](), 0
        known: dict[tuple[str, int], list[str]] = {}
        with work.program():
            for cut in cuts:
                for step in asked[passed:cut]:
                    told += _acknowledged(step)
                    disk.take(step)
                passed = cut
                how = HOW[done % len(HOW)]
                image = _left(disk.image(chance, how))
                same = _digest(image), len(told)
                if same not in known:  # between two syncs a third of the images are one and the same
                    _lay(place, image)
                    known[same] = look(work, place, told, ends)
                faults += [f"{work.nama}, after {asked[cut - 1].call} {cut}, {how}: {one}" for one in known[same]]
                done += 1
    return done, faults


def _bears(work: Work, place: Path, told: Sequence[Head], ends: Sequence[int]) -> list[str]:
    return work.judged(place, ends) + (lost(place / KANTOR, told) if work.keeps else [])


def _strange(work: Work, place: Path, _told: Sequence[Head], ends: Sequence[int]) -> list[str]:
    """An office that finds nothing wrong with itself, but never was as it is.

    An older state of it that is whole cannot be told from the office alone; only paper and copies tell of that.
    """
    found = work.judged(place, ends)
    return found if found and all(one.startswith(HALF) for one in found) else []


def _acknowledged(step: Step) -> list[Head]:
    if step.call != "write" or not step.path.endswith("/diakui"):
        return []
    seq, _, digest = step.data.decode().strip().partition(" ")
    return [Head(int(seq), digest)]


def _left(image: Mapping[str, bytes]) -> dict[str, bytes]:
    """Without what is none of the office's, and what lives in memory alone."""
    return {name: content for name, content in image.items() if not name.endswith(("/diakui", "-shm"))}


def _digest(image: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(image.items()):
        whole.update(f"{name} {len(content)} ".encode() + content)
    return whole.hexdigest()


def _lay(folder: Path, image: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in image.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    _drive(DRIVEN[sys.argv[1]], Path(sys.argv[2]))
