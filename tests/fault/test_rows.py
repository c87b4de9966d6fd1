"""A part of every row, each in a process of its own; ``python -m tests.fault`` runs them whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault.mutants import MUTANTS, ROOT
from tests.fault.rows import timed
from tests.fault.table import ROWS


@pytest.mark.parametrize("name", ROWS)
def test_the_office_bears_it(name: str) -> None:
    command = [sys.executable, "-m", "tests.fault", "--baris", name, "--kali", str(ROWS[name].part)]

    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_row_that_tried_nothing_does_not_hold() -> None:
    assert timed("nothing to try", lambda: (0, ())).gagal == ("nothing was tried",)
    assert not timed("one try", lambda: (1, ())).gagal


def test_every_mutant_still_edits_the_program_in_one_place() -> None:
    for mutant in MUTANTS:
        source = (Path(ROOT) / "kinerja_desktop" / mutant.file).read_text(encoding="utf-8")
        assert source.count(mutant.old) == 1, mutant
