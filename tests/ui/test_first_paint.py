"""What the first paint of the log-in may not touch: each of these costs a part of the time to it."""

import subprocess
import sys

SCRIPT = """
import enum
made = []
create = enum.EnumType._create_
def watched(cls, name, *args, **kwargs):
    made.append(name)
    return create(cls, name, *args, **kwargs)
enum.EnumType._create_ = watched

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
