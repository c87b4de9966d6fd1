"""PySide6 is loaded without what the program never asks of it, and is the same where it is asked."""

import subprocess
import sys
from pathlib import Path

from kinerja_desktop.ui.role_tabs import TABS
from kinerja_desktop.ui.start import BESIDE
from tests.disk_office import PASSWORD, USER, make_office

ASLEEP = """
import kinerja_desktop.ui
from PySide6.QtWidgets import QLabel
import sys
print([name for name, module in sys.modules.items() if type(module).__name__ == "Asleep" and "parser" in name])
import builtins
print(builtins.__import__ is builtins.__orig_import__)
import linecache, sqlalchemy
read = [file for file, entry in linecache.cache.items() if len(entry) > 1]
print([file for file in read if "sqlalchemy" in file and file.endswith(".py")])
"""
WRONG_CALLS = """
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
import PySide6.support.signature.parser as parser
qt = QApplication([])
label = QLabel("x")
calls = (lambda: QPoint("a"), lambda: label.setAlignment("left"), lambda: label.move(1, 2, 3),
         lambda: QWidget(nothing=3), lambda: label.nothing, lambda: print(QLabel.move.__doc__),
         lambda: print(parser.__name__, parser.pyside_type_init.__name__))
for call in calls:
    try:
        call()
    except Exception as fault:
        print(type(fault), fault)
"""


def _said(program: str) -> str:
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return ran.stdout + ran.stderr


def test_what_is_not_asked_for_stays_asleep_and_later_imports_are_those_of_python() -> None:
    asleep, import_of, sources = _said(ASLEEP).splitlines()

    assert "shibokensupport.signature.parser" in asleep
    assert import_of == "True"
    assert sources == "[]"


def test_wrong_calls_are_told_as_by_pyside6_itself() -> None:
    assert _said("import kinerja_desktop.ui\n" + WRONG_CALLS) == _said(WRONG_CALLS)


def test_what_a_thread_loads_beside_the_window_knows_nothing_of_qt() -> None:
    """A class of Qt that a second thread makes beside an event of the window ended the program now and then."""
    services = {f"kinerja_desktop.services.{name}" for tab in TABS.values() for name in tab.services}
    load = "\n".join(f"import {name}" for name in (*BESIDE, *sorted(services)))
    tell = 'print([name for name in sys.modules if name.startswith(("PySide6", "shiboken", "kinerja_desktop.ui"))])'

    assert _said(f"import sys\n{load}\n{tell}") == "[]\n"


BUSY = """
import sys
from threading import current_thread, main_thread
from kinerja_desktop import __main__
from PySide6.QtTest import QTest
from kinerja_desktop.ui import start

class Watch:
    "Asked for every module that is not loaded yet."
    def find_spec(self, name, path, target=None):
        if name.startswith("kinerja_desktop.ui"):
            told.add((name, current_thread() is main_thread()))

told, shown = set(), start.Start.show
sys.meta_path.insert(0, Watch())

def show_and_log_in(self):
    shown(self)
    while self._between.isActive() or self._left:
        QTest.qWait(10)
    program = self.app()
    assert program.log_in(*sys.argv[2:]).accepted
    program.enter(self.window.geometry())
    while ("kinerja_desktop.ui.archive.tab", True) not in told:
        QTest.qWait(10)
    print(sorted(name for name, in_window in told if not in_window), len(told) > 50, flush=True)
    os._exit(0)

import os
start.Start.show = show_and_log_in
__main__.main(["--data", sys.argv[1]])
"""


def test_only_the_thread_of_the_window_loads_what_it_is_made_of(tmp_path: Path) -> None:
    make_office(tmp_path / "data").store.close()
    command = [sys.executable, "-c", BUSY, str(tmp_path / "data"), USER, PASSWORD]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    assert ran.stdout == "[] True\n", ran.stderr
