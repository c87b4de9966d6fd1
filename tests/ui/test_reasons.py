"""What cannot be pressed or filled says why, on every tab of every role."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets import allowing
from kinerja_desktop.ui.widgets.allowing import allow, why_not
from kinerja_desktop.ui.widgets.buttons import Button
from tests.ui.moments import Scene, each_moment, every_tab, opened
from tests.ui.pages import silent

_SWITCHES = frozenset({"allowing.py", "list_tools.py"})
"""Where parts and the entries of menus are disabled with their reasons."""


def test_nothing_is_disabled_in_another_way() -> None:
    ui = Path(allowing.__file__).parents[1]
    calls = [
        f"{file.name}:{node.lineno}"
        for file in ui.rglob("*.py")
        if file.name not in _SWITCHES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("setEnabled", "setDisabled")
    ]
    assert calls == []


@each_moment
def test_no_button_is_disabled_without_a_reason(qtbot: QtBot, scene: Scene, pengguna: str, role: Role) -> None:
    assert {
        tab: found for tab, main in every_tab(opened(qtbot, scene, pengguna, role)) if (found := silent(main))
    } == {}


def test_a_reason_stands_beside_what_a_button_tells_of_itself(qtbot: QtBot) -> None:
    button = Button("Ekspor ke Excel…", icon=Icon.PILIH_BERKAS, brief="Ekspor…")
    qtbot.addWidget(button)
    button.setAccessibleDescription("Untuk diisi tanpa program")
    button.set_words_shown(shown=False)
    allow(button, "Lembar terkunci.")
    allow(button, "Lembar sudah diajukan.")
    assert button.toolTip() == "Ekspor ke Excel…\nLembar sudah diajukan."
    assert button.accessibleDescription() == "Untuk diisi tanpa program Lembar sudah diajukan."
    button.set_words_shown(shown=True)
    assert button.toolTip() == "Lembar sudah diajukan."
    allow(button, "")
    assert button.isEnabled()
    assert (button.toolTip(), button.accessibleDescription()) == ("", "Untuk diisi tanpa program")


def test_the_reason_is_seen_before_it_can_be_pressed(qtbot: QtBot) -> None:
    button = QPushButton("Buka")
    qtbot.addWidget(button)
    allow(button, "Pilih dokumen dahulu.")
    assert (button.isEnabled(), why_not(button)) == (False, "Pilih dokumen dahulu.")
    allow(button, "")
    assert (button.isEnabled(), why_not(button), button.toolTip()) == (True, "", "")
