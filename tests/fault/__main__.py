"""``python -m tests.fault``: every row of the suite, whole, as a table; ends with 1 where one does not hold.

``--baris NAME --kali N`` runs one row so often, ``--benih N`` with other random numbers.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.fault import damage, disks, fuzz_buku, kills, mutants, power, races
from tests.fault.office import warm
from tests.fault.rows import Faults, Row

Run = Callable[[int, int], Row]

ROWS: Mapping[str, tuple[Run, int]] = {
    "pernyataan": (kills.at_statements, 1),
    "pekerjaan": (kills.in_works, 1),
    "kapan_saja": (kills.under_load, 1000),
    "kembali": (kills.while_coming_back, 300),
    "ekor": (kills.lost_tail, 100),
    "listrik": (power.power_loss, 5000),
    "listrik_pekerjaan": (power.power_loss_in_works, 1000),
    "disk_bohong": (power.lying_disk, 500),
    "disk_penuh": (disks.full_disk, 200),
    "disk_penuh_pekerjaan": (disks.full_in_works, 200),
    "bertumpuk": (disks.stacked, 300),
    "dicabut": (disks.pulled_sticks, 100),
    "palsu": (disks.lying_stick, 100),
    "bit": (damage.flipped_bits, 2000),
    "halaman": (damage.lost_pages, 500),
    "berkas": (damage.damaged_files, 200),
    "sunting": (damage.edited_rows, 1000),
    "salinan": (damage.damaged_backups, 5000),
    "uji_pulih": (damage.drilled_backups, 100),
    "sekaligus": (races.two_reviewers, 500),
    "buku": (fuzz_buku.damaged_workbooks, 10_000),
    "mutan": (mutants.caught, len(mutants.MUTANTS)),
}
"""Rows with how often each is run whole; of ``pernyataan`` every n-th statement is tried."""


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fault")
    parser.add_argument("--baris", choices=ROWS)
    parser.add_argument("--kali", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--pertama", action="store_true", help="berhenti pada yang pertama tidak bertahan")
    asked = parser.parse_args()
    Faults.first = asked.pertama
    if asked.baris is None:
        return _all(asked.benih)
    with tempfile.TemporaryDirectory(prefix="kinerja-kunci-") as keys:
        os.environ["KINERJA_KUNCI"] = keys
        return _one(asked.baris, asked.kali or ROWS[asked.baris][1], asked.benih)


def _one(name: str, times: int, seed: int) -> int:
    warm()
    row = ROWS[name][0](times, seed)
    sys.stdout.write(f"{row}\n")
    for fault in row.gagal[:20]:
        sys.stderr.write(f"  {fault}\n")
    return 1 if row.gagal else 0


def _all(seed: int) -> int:
    """Each row in a process of its own, as many at once as there are processors; the table in its order."""
    sys.stdout.write("| gangguan | kali | bertahan | detik |\n|---|---|---|---|\n")
    held = True
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for ended in pool.map(partial(_apart, seed), ROWS):
            sys.stdout.write(ended.stdout)
            sys.stderr.write(ended.stderr)
            sys.stdout.flush()
            held = held and ended.returncode == 0
    return 0 if held else 1


def _apart(seed: int, name: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.fault", "--baris", name, "--benih", str(seed)]
    return subprocess.run(command, cwd=mutants.ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
