"""The window outlives a release of PySide6 that gives away references to None, True and False."""

import subprocess
import sys

import pytest

MANY_CALLS = """
import kinerja_desktop.ui.page
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("x")
print("hidup")
"""


MANY_CLICKS = """
import kinerja_desktop.ui.page
from PySide6.QtCore import QObject, Signal
class Button(QObject):
    clicked = Signal(bool)
button = Button()
button.clicked.connect(lambda checked: None)
for _ in range(50_000):
    button.clicked.emit(True)
    button.clicked.emit(False)
print("hidup")
"""


@pytest.mark.parametrize("script", [MANY_CALLS, MANY_CLICKS], ids=["kosong", "klik"])
def test_many_calls_and_clicks_do_not_stop_the_program(script: str) -> None:
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout.strip()) == (0, "hidup")
