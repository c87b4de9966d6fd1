"""``python -m tests.fault``: every row, whole, as the table of README; ends with 1 where one does not hold.

``--baris NAME --kali N`` runs one row so often, ``--benih N`` with other random numbers.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.fault.matrix import gaps
from tests.fault.mutants import ROOT
from tests.fault.office import warm
from tests.fault.rows import Faults
from tests.fault.table import ROWS

HEAD = "| fault | times | held | seconds |\n|---|---|---|---|\n"
BLOCK = "faults"
"""Between which marks the table stands in README."""


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fault")
    parser.add_argument("--baris", choices=ROWS)
    parser.add_argument("--kali", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--pertama", action="store_true", help="berhenti pada yang pertama tidak bertahan")
    asked = parser.parse_args()
    if asked.baris is None:
        return _all(asked.benih)
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


def _all(seed: int) -> int:
    """Each row in a process of its own, as many at once as there are processors, the longest first."""
    began = time.monotonic()
    order = sorted(ROWS, key=lambda name: -ROWS[name].seconds)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ended = dict(zip(order, pool.map(partial(_apart, seed), order), strict=True))
    lines = [_line(name, ended[name]) for name in ROWS]
    minutes = (time.monotonic() - began) / 60
    held = sum(done.returncode == 0 for done in ended.values())
    sys.stdout.write(f"<!-- {BLOCK} -->\n{HEAD}{''.join(lines)}\n")
    sys.stdout.write(f"{held} of {len(ROWS)} rows held; {minutes:.0f} minutes, {os.cpu_count()} processors.\n")
    sys.stdout.write(f"{_told(gaps())}<!-- /{BLOCK} -->\n")
    return 0 if held == len(ROWS) else 1


def _told(missing: Sequence[str]) -> str:
    return "".join(("\nNot shown by a row or a test:\n\n", *(f"- {gap}\n" for gap in missing))) if missing else ""


def _line(name: str, ended: "subprocess.CompletedProcess[str]") -> str:
    return ended.stdout if ended.stdout.startswith("|") else f"| {name} | - | it broke down | - |\n"


def _apart(seed: int, name: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.fault", "--baris", name, "--benih", str(seed)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {name}: {ended.stdout or 'broke down'}\n{ended.stderr}")
    return ended


if __name__ == "__main__":
    sys.exit(main())
