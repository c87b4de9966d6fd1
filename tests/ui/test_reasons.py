"""What cannot be pressed says why, on every tab of every role."""

from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.allowing import allow, why_not
from kinerja_desktop.ui.widgets.buttons import Button
from tests.ui.moments import Scene, each_moment, every_tab, opened


def silent(root: QWidget) -> list[str]:
    """Disabled buttons in sight that do not say why, on hover and to a screen reader."""
    found = [one for one in root.findChildren(QAbstractButton) if one.isVisible() and not one.isEnabled()]
    return [
        one.text() or one.accessibleName()
        for one in found
        if not (why_not(one) and why_not(one) in one.toolTip() and why_not(one) in one.accessibleDescription())
    ]


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
