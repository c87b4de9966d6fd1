"""The program broken on purpose, in one way at a time: the row that is for it must go red.

A mutant is an edit of one source file and the row that should see it; it runs in a copy of the checkout, in a process
of its own. To add one: a line in ``MUTANTS``. A mutant that nobody sees shows a hole in the rows; an edit whose text is
no longer in the source is a fault of this list.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fault.rows import RED, Row, scratch, timed

ROOT = Path(__file__).parents[2]
_COMMIT, _BEGIN = (f'unit.connection.exec_driver_sql("{sql}")\n    ' for sql in ("COMMIT", "BEGIN IMMEDIATE"))
_SPLIT = _COMMIT + _BEGIN
_SLOWLY = _COMMIT + '__import__("time").sleep(0.02)\n    ' + _BEGIN


@dataclass(frozen=True, slots=True)
class Mutant:
    """``old`` in a file of the program becomes ``new``; ``row`` run so often must see it."""

    file: str
    old: str
    new: str
    row: str
    times: int

    def __str__(self) -> str:
        old, new = (text.strip().splitlines() or ["hilang"] for text in (self.old, self.new))
        return f"{self.file} ({self.row}): {old[0]} → {new[-1].strip()}"


MUTANTS: tuple[Mutant, ...] = (
    # the write path
    Mutant("storage/gate.py", "synchronous=FULL", "synchronous=OFF", "listrik", 80),
    Mutant("storage/gate.py", '"journal_mode=WAL"', '"journal_mode=OFF"', "listrik", 80),
    *(
        Mutant("services/acting.py", "unit.cases.put(done)", _SLOWLY + "unit.cases.put(done)", row, 60)
        for row in ("kapan_saja", "kembali", "bertumpuk")
    ),
    Mutant("services/acting.py", "unit.cases.put(done)", _SPLIT + "unit.cases.put(done)", "pernyataan", 3),
    Mutant("services/acting.py", "unit.figures.put(done.id, current_content(after))", "str(done)", "kapan_saja", 5),
    Mutant(
        "services/settings.py",
        "_record(unit, actor, pada, kunci)\n\n\ndef _changed",
        "str(pada)\n\n\ndef _changed",
        "kapan_saja",
        4,
    ),
    Mutant("services/filing.py", "sha256=ctx.office.store.archive.put(pdf)", 'sha256="0" * 64', "pernyataan", 60),
    Mutant("storage/engine.py", "if fault is not None:", "if False:", "disk_penuh", 12),
    Mutant("storage/files.py", "beside.unlink(missing_ok=True)", "beside.exists()", "disk_penuh", 25),
    Mutant("storage/files.py", "os.fsync(out.fileno())", "out.fileno()", "listrik", 300),
    Mutant(
        "storage/papers_repo.py",
        "put_row(self._connection, papers, asdict(paper))",
        "put_row(self._connection, papers, asdict(paper)); self._connection.exec_driver_sql("
        "f\"UPDATE papers SET tempat_simpan = '{paper.tempat_simpan}' WHERE id = '{paper.id}'\")",
        "teks",
        20,
    ),
    Mutant("storage/check.py", "    if not whole:", "    if False:", "ekor", 8),
    # the check
    Mutant("storage/check.py", "found += check_chain(unit.journal.walk())", "pass", "sunting", 150),
    Mutant("storage/check.py", "found += check_cases(unit, decode)", "pass", "sunting", 150),
    Mutant("storage/check.py", "found += check_cells(store)", "pass", "sunting", 300),
    Mutant("storage/check.py", "found += check_papers(unit, store.archive)", "pass", "berkas", 40),
    Mutant("storage/check.py", "found += check_blobs(store.archive, paths.ARCHIVE)", "pass", "berkas", 10),
    Mutant("services/integrity.py", "*_of_records(unit, records), ", "*(), ", "sunting", 100),
    Mutant("services/integrity.py", "*_counters(unit)", "*()", "sunting", 400),
    Mutant("services/integrity.py", "*_of_records(unit, records), ", "*(), ", "bit", 300),
    Mutant("storage/check.py", "found += check_beside(unit)", "pass", "bit", 800),
    # larger works
    Mutant(
        "services/setup.py",
        "        with _beside(folder) as stage:\n",
        "        for stage in (folder,):\n",
        "pekerjaan",
        9,
    ),
    Mutant("exchange/atomic.py", "            os.fsync(stream.fileno())\n", "", "listrik_pekerjaan", 350),
    Mutant(
        "exchange/atomic.py",
        "            aside.unlink(missing_ok=True)\n",
        "            aside.exists()\n",
        "disk_penuh_pekerjaan",
        6,
    ),
    Mutant("storage/gate.py", "locking_mode=EXCLUSIVE", "locking_mode=NORMAL", "kedua", 2),
    Mutant("storage/faults.py", "    sqlite3.SQLITE_IOERR: _failed,\n", "", "galat_io", 60),
    Mutant("services/backup_copies.py", "return list(last.values())[-number:]", "return []", "jam", 12),
    # copies and sticks
    Mutant("exchange/cadangan.py", "if prove(part) != manifest:", "if False:", "palsu", 4),
    Mutant(
        "exchange/cadangan.py",
        "    with aside(target) as part:\n",
        "    part = target\n    with naming(target):\n",
        "dicabut",
        60,
    ),
    Mutant(
        "exchange/atomic.py",
        "        raise fault_of(error, path) from error\n\n\ndef _usual_mode",
        "        raise\n\n\ndef _usual_mode",
        "dicabut",
        12,
    ),
    Mutant(
        "exchange/cadangan.py",
        "            age.decrypt(path, feed.write, keys)\n            feed.finish()",
        "            try:\n                age.decrypt(path, feed.write, keys)\n"
        "            except BackupDamaged:\n                pass",
        "salinan",
        100,
    ),
    Mutant(
        "services/backup.py",
        "partial(prove, keys=keys, scratch=scratch, tick=order.tick)",
        "partial(cadangan.read, keys=keys, tick=order.tick)",
        "tak_utuh",
        4,
    ),
    Mutant("exchange/xlsx/parts.py", "except expat.ExpatError as error:", "except KeyError as error:", "buku", 100),
    # texts
    Mutant("domain/teks_sel.py", '    sel.data_type = "s"', "    str(sel)", "muatan", 1_062),
    # two at once
    Mutant(
        "storage/database.py",
        "        with self._lock:\n",
        "        with threading.Lock():\n",
        "sekaligus",
        20,
    ),
)


def caught(times: int, seed: int) -> Row:
    """So many of the mutants, in turn: each must make its row red."""

    def run() -> tuple[int, Iterable[str]]:
        chosen = MUTANTS[seed % len(MUTANTS) :] + MUTANTS[: seed % len(MUTANTS)]
        return times, [str(mutant) for mutant in chosen[:times] if not _is_seen(mutant)]

    return timed("mutants of the program caught", run)


def _is_seen(mutant: Mutant) -> bool:
    with scratch() as place:
        for folder in ("kinerja_desktop", "resources", "tests"):
            shutil.copytree(ROOT / folder, place / folder)  # with what is compiled, which keeps the time of its source
        shutil.copy(ROOT / "pyproject.toml", place)
        file = place / "kinerja_desktop" / mutant.file
        source = file.read_text(encoding="utf-8")
        assert source.count(mutant.old) == 1, mutant
        file.write_text(source.replace(mutant.old, mutant.new), encoding="utf-8")
        for stale in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            stale.unlink()
        command = [sys.executable, "-m", "tests.fault", "--baris", mutant.row, "--pertama", "--kali", str(mutant.times)]
        environment = dict(_environment(place))
        ended = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        return RED in ended.stdout


def _environment(place: Path) -> Iterator[tuple[str, str]]:
    yield from os.environ.items()
    yield "PYTHONDONTWRITEBYTECODE", "1"
    yield "PYTHONPATH", str(place)
