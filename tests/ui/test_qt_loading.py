"""PySide6 is loaded without what the program never asks of it, and is the same where it is asked."""

import json
import subprocess
import sys

from kinerja_desktop.ui.start import LOADED

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


AT_LOG_IN = """
import enum, json
import PySide6.QtCore as core, PySide6.QtGui as gui, PySide6.QtWidgets as widgets
from kinerja_desktop.ui import qt_loading, theme
from kinerja_desktop.ui.login import LoginFrame, LoginName, LoginPage, LoginResult
from kinerja_desktop.ui.start import FirstWindow

def met():
    "Classes that own enumerations, as far as Python knows them."
    known = {name: cls for module in (core, gui, widgets) for name, cls in vars(module).items()}
    return {name for name, cls in known.items()
            if isinstance(cls, type) and any(isinstance(own, enum.EnumType) for own in vars(cls).values())}

app = theme.make_application("kinerja")
theme.install(app, theme.Theme())
names = [LoginName("au", "Andi Umpama, S.IP.", "Camat"), LoginName("bc", "Budi Contoh", "Analis")]
page = LoginPage(LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto"), names, lambda *_: LoginResult(accepted=False))
window = FirstWindow(page)
window.show()
page.setFocus()
app.processEvents()
qt_loading.meet_names()
before = met()
"""
LOADING = """
from importlib import import_module
for name in {loaded}:
    import_module(name)
"""
TYPING = """
page._show_focus()
from PySide6.QtTest import QTest
for field in page.findChildren(widgets.QLineEdit):
    QTest.keyClicks(field, "abc")
    QTest.mouseClick(field, core.Qt.MouseButton.LeftButton)
for button in page.findChildren(widgets.QAbstractButton):
    QTest.mouseMove(button)
    app.processEvents()
QTest.keyClick(page.findChildren(widgets.QLineEdit)[-1], core.Qt.Key.Key_Return)
window.resize(1000, 600)
app.processEvents()
"""
TELL_MET = "print(json.dumps(sorted(met() - before)))"


def _met_by(side: str) -> set[str]:
    return set(json.loads(_said(AT_LOG_IN + side + TELL_MET).splitlines()[-1]))


def test_window_and_loading_thread_never_meet_the_same_names_at_once() -> None:
    loaded, typed = _met_by(LOADING.format(loaded=LOADED)), _met_by(TYPING)

    assert loaded, "the watch itself works"
    assert typed, "the watch itself works"
    assert loaded & typed == set()
