"""What a start may not touch: each of these costs a part of the time to the log-in, or from there to the inbox."""

import json
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.disk_office import PASSWORD, USER, make_office

WATCH = """
import enum
made = []
call = enum.EnumType.__call__
def watched(cls, name, *args, **kwargs):
    if args:
        made.append(name)
    return call(cls, name, *args, **kwargs)
enum.EnumType.__call__ = watched
"""
SCRIPT = f"""{WATCH}
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.login import LoginFrame, LoginName, LoginPage, LoginResult
app = theme.make_application("kinerja")
theme.install(app, theme.Theme())
names = [LoginName("au", "Andi Umpama, S.IP.", "Camat"), LoginName("bc", "Budi Contoh", "Analis")]
page = LoginPage(LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto"), names, lambda *_: LoginResult(accepted=True))
page.resize(1366, 698)
page.show()
page.setFocus()
app.processEvents()
assert page.isVisible()
print(" ".join(made))
"""


def test_the_namespace_qt_is_not_built_before_the_first_paint() -> None:
    answer = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    made = set(answer.stdout.split())

    assert "EchoMode" in made, "the watch itself works"
    assert made & {"GlobalColor", "AlignmentFlag", "WidgetAttribute", "StandardPixmap"} == set()


NEVER = (
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "alembic",
    "docx",
    "holidays",
    "lxml",
    "openpyxl",
    "pikepdf",
    "pyrage",
    "qtawesome",
    "reportlab",
    "kinerja_desktop.documents",
    "kinerja_desktop.domain.buku",
    "kinerja_desktop.domain.laporan",
    "kinerja_desktop.exchange.cadangan",
    "kinerja_desktop.services.backup",
    "kinerja_desktop.services.backup_copies",
    "kinerja_desktop.services.compose",
    "kinerja_desktop.services.integrity",
    "kinerja_desktop.services.planning",
    "kinerja_desktop.services.restore",
    "kinerja_desktop.services.setup",
    "kinerja_desktop.storage.check",
    "kinerja_desktop.storage.migrations",
)
"""What no start needs, to the inbox."""
NOT_YET = (
    "argon2",
    "ctypes",
    "hashlib",
    "kinerja_desktop.messages",
    "kinerja_desktop.services.auth",
    "kinerja_desktop.ui.app",
    "kinerja_desktop.ui.icons",
    "pkgutil",
    "platform",
    "sqlalchemy",
)
"""What the log-in does not need to be painted."""

WAY = f"""{WATCH}
import json, os, sys
from PySide6.QtWidgets import QApplication
from kinerja_desktop import __main__
from kinerja_desktop.ui import start

folder, pengguna, sandi = sys.argv[1:]
load, shown, found = start.Start._load, start.Start.show, dict()

def load_watched(self):
    found["masuk"] = sorted(sys.modules)
    load(self)

def show_and_log_in(self):
    shown(self)
    while "masuk" not in found:
        QApplication.processEvents()
    program = self.app()
    sys.modules["kinerja_desktop.ui.app"].TABS_AFTER = 60_000
    assert program.log_in(pengguna, sandi).accepted
    program.enter(self.window.geometry())
    QApplication.processEvents()
    sys.stdout.write(json.dumps(found | dict(kotak=sorted(sys.modules))))
    sys.stdout.flush()
    os._exit(0)

start.Start._load, start.Start.show = load_watched, show_and_log_in
__main__.main(["--data", folder])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Modules that are there when the log-in is painted, and when the inbox is usable."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    make_office(folder).store.close()
    command = [sys.executable, "-c", WAY, str(folder), USER, PASSWORD]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    found: Mapping[str, list[str]] = json.loads(answer.stdout)
    return found


def test_the_log_in_is_painted_before_anything_costly_is_loaded(loaded: Mapping[str, list[str]]) -> None:
    assert "kinerja_desktop.ui.login" in loaded["masuk"], "the watch itself works"
    assert set(loaded["masuk"]) & {*NEVER, *NOT_YET} == set()


def test_the_inbox_loads_nothing_that_other_tabs_need(loaded: Mapping[str, list[str]]) -> None:
    assert {"kinerja_desktop.ui.inbox.tab", "sqlalchemy"} <= set(loaded["kotak"]), "the watch itself works"
    assert set(loaded["kotak"]) & set(NEVER) == set()


STEP = f"""{WATCH}
from kinerja_desktop.ui import qt_loading, theme
from kinerja_desktop.ui.widgets import stops
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
app = theme.make_application("kinerja")
window, around, inner, field = QWidget(), QVBoxLayout(), QVBoxLayout(), QLineEdit()
window.setLayout(around)
around.addLayout(inner)
inner.addWidget(field)
field.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # holds an object of Qt that is no widget
window.show()
qt_loading.meet_widgets()
made.clear()
assert stops.stops(window) == []
print(" ".join(made))
"""


def test_a_step_of_the_tab_key_meets_no_other_classes_of_qt() -> None:
    """Asked for all its children, a widget lets Python look through every class of Qt: 15 ms of the first step."""
    answer = subprocess.run([sys.executable, "-c", STEP], capture_output=True, text=True, check=True)

    assert set(answer.stdout.split()) <= {"FindChildOption"}
