"""A short part of the fuzz run, always the same."""

import random
from pathlib import Path

from tests.fault.damaged_books import mutant
from tests.fault.fuzz_buku import Fuzz, report, sources


def test_no_mutant_crashes_hangs_or_changes_a_refused_office(tmp_path: Path) -> None:
    fuzz = Fuzz(tmp_path)

    fuzz.run(250, seed=20260101)

    assert fuzz.faults == [], "\n".join(report(fuzz))
    assert len(fuzz.refusals) > 50
    assert len(fuzz.readings) > 25


def test_a_seed_makes_the_same_mutants() -> None:
    one, other = (mutant(random.Random(7), sources()[0]) for _ in range(2))

    assert one == other
