"""A part of every row, each in a process of its own; ``python -m tests.fault`` runs them whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault.__main__ import ROWS
from tests.fault.mutants import MUTANTS, ROOT

PART = {
    "pernyataan": 40,
    "kapan_saja": 8,
    "kembali": 3,
    "ekor": 4,
    "listrik": 40,
    "disk_bohong": 15,
    "disk_penuh": 6,
    "dicabut": 4,
    "palsu": 5,
    "bit": 30,
    "halaman": 10,
    "berkas": 10,
    "sunting": 40,
    "salinan": 200,
    "uji_pulih": 5,
    "tak_utuh": 4,
    "sekaligus": 25,
    "buku": 40,
    "mutan": 2,
}


@pytest.mark.parametrize("name", ROWS)
def test_the_office_bears_it(name: str) -> None:
    command = [sys.executable, "-m", "tests.fault", "--baris", name, "--kali", str(PART[name])]

    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_mutant_still_edits_the_program_in_one_place() -> None:
    for mutant in MUTANTS:
        source = (Path(ROOT) / "kinerja_desktop" / mutant.file).read_text(encoding="utf-8")
        assert source.count(mutant.old) == 1, mutant
