"""PySide6 is loaded without what the program never asks of it, and is the same where it is asked."""

import subprocess
import sys

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
