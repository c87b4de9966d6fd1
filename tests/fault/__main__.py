"""``python -m tests.fault``: every row, whole, as the table of README; ends with 1 where one does not hold.

``--baris NAME --kali N`` runs one row so often, ``--benih N`` with other random numbers. ``--tabel FILE`` keeps the
table of the rows that ended so far in a file; nothing bounds the time of a row.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tests.fault.matrix import gaps
from tests.fault.mutants import ROOT
from tests.fault.office import warm
from tests.fault.rows import Faults
from tests.fault.table import ROWS

HEAD = "| fault | times | held | seconds | of processor |\n|---|---|---|---|---|\n"
_Ended = subprocess.CompletedProcess[str]
BLOCK = "faults"
"""Between which marks the table stands in README."""


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fault")
    parser.add_argument("--baris", choices=ROWS)
    parser.add_argument("--kali", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--pertama", action="store_true", help="berhenti pada yang pertama tidak bertahan")
    parser.add_argument("--tabel", type=Path, help="berkas tabel, ditulis ulang sesudah setiap baris")
    asked = parser.parse_args()
    if asked.baris is None:
        return _all(asked.benih, asked.tabel)
    Faults.first = asked.pertama
    with tempfile.TemporaryDirectory(prefix="kinerja-kunci-") as keys:
        os.environ["KINERJA_KUNCI"] = keys
        return _one(asked.baris, asked.kali or ROWS[asked.baris].whole, asked.benih)


def _one(name: str, times: int, seed: int) -> int:
    warm()
    row = ROWS[name].run(times, seed)
    sys.stdout.write(f"{row}\n")
    for fault in row.gagal[:20]:
        sys.stderr.write(f"  {fault}\n")
    return 1 if row.gagal else 0


def _all(seed: int, table: Path | None) -> int:
    """Each row in a process of its own, as many at once as there are processors, the longest first.

    The table is written anew after each row, so that a run that is broken off leaves what it found until then.
    """
    began, ended = time.monotonic(), dict[str, _Ended]()
    order = sorted(ROWS, key=lambda name: -ROWS[name].seconds)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for row in as_completed([pool.submit(_apart, seed, name) for name in order]):
            ended |= [row.result()]
            if table is not None:
                table.write_text(_table(ended, time.monotonic() - began), encoding="utf-8")
    sys.stdout.write(_table(ended, time.monotonic() - began))
    return 0 if _held(ended) == len(ROWS) else 1


def _table(ended: Mapping[str, _Ended], seconds: float) -> str:
    lines = (_line(name, ended[name]) for name in ROWS if name in ended)
    missing = "".join(f"- {name}\n" for name in ROWS if name not in ended)
    told = f"{_held(ended)} of {len(ROWS)} rows held; {seconds / 60:.0f} minutes, {os.cpu_count()} processors.\n"
    left = f"\nNot ended:\n\n{missing}" if missing else ""
    return f"<!-- {BLOCK} -->\n{HEAD}{''.join(lines)}\n{told}{left}{_told(gaps())}<!-- /{BLOCK} -->\n"


def _held(ended: Mapping[str, _Ended]) -> int:
    return sum(done.returncode == 0 for done in ended.values())


def _told(missing: Sequence[str]) -> str:
    return "".join(("\nNot shown by a row or a test:\n\n", *(f"- {gap}\n" for gap in missing))) if missing else ""


def _line(name: str, ended: _Ended) -> str:
    return ended.stdout if ended.stdout.startswith("|") else f"| {name} | - | it broke down | - | - |\n"


def _apart(seed: int, name: str) -> tuple[str, _Ended]:
    command = [sys.executable, "-m", "tests.fault", "--baris", name, "--benih", str(seed)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {name}: {ended.stdout or 'broke down'}\n{ended.stderr}")
    return name, ended


if __name__ == "__main__":
    sys.exit(main())
