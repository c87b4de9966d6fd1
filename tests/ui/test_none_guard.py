"""The window outlives a release of PySide6 that gives away references to None."""

import subprocess
import sys

MANY_CALLS = """
import kinerja_desktop.ui.page
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("x")
print("hidup")
"""


def test_many_calls_that_return_nothing_do_not_stop_the_program() -> None:
    answer = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout.strip()) == (0, "hidup")
