"""Power cuts in small: a program that dies at any statement loses nothing that it said was saved."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_killed_program_loses_no_acknowledged_step_and_leaves_no_half_one(folder: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.killed", str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    told = json.loads(ended.stdout)
    assert (told["lost"], told["findings"]) == ([], [])
    assert told["kills"] == 55
    assert told["acknowledged"] > 50
