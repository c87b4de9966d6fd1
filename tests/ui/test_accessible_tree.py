"""What a screen reader is told, read from the accessible tree of every tab of every role.

What is painted has a button over each of its parts, and tells all of them in its description; see ``PAINTED``.
"""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.stops import stops
from tests.ui.moments import Scene, each_moment, every_tab, opened

_R = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QAbstractButton, {_R.Button, _R.CheckBox, _R.RadioButton, _R.ButtonMenu}),
    (QLineEdit, {_R.EditableText}),
    (QPlainTextEdit, {_R.EditableText}),
    (QComboBox, {_R.ComboBox}),
    (QAbstractItemView, {_R.Table, _R.List, _R.Tree}),
)
"""What each kind of control is to a screen reader."""
PAINTED = {"FlowView", "BarsView", "ChartView"}
"""Painted wholly by code: children for each part that can be pressed, and a description that names every one."""
SAID = {_R.ListItem, _R.Cell, _R.ColumnHeader, _R.PageTab, _R.Button, _R.CheckBox, _R.Link}
"""Parts of the tree that must never be nameless."""


def of(part: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(part)
    assert found is not None, part
    return found


def name_of(part: QWidget) -> str:
    """On Linux the tree names a choice by what is chosen; its own name is told by its label."""
    return part.accessibleName() if isinstance(part, QComboBox) else of(part).text(QAccessible.Text.Name)


def wrong(part: QWidget) -> str:
    """Why a control cannot be understood without seeing it; empty where it can."""
    kinds = next((roles for kind, roles in ROLES if isinstance(part, kind)), None)
    if not name_of(part).strip():
        return "has no name"
    if kinds is not None and of(part).role() not in kinds:
        return f"is {of(part).role()}"
    if type(part).__name__ in PAINTED and not of(part).text(QAccessible.Text.Description):
        return "is painted and does not tell its items"
    if type(part).__name__ in PAINTED and not of(part).childCount():
        return "is painted and has no parts"
    return ""


def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(node.childCount()):
        child = node.child(at)
        if child.isValid():
            yield child
            yield from below(child)


def nameless(root: QWidget) -> list[str]:
    """Parts in sight that a person can reach or hear, without a word."""
    found = [node for node in below(of(root)) if node.role() in SAID and not _is_away(node)]
    return [f"{node.role().name} in {_owner(node)}" for node in found if not node.text(QAccessible.Text.Name).strip()]


def _is_away(node: QAccessibleInterface) -> bool:
    state = node.state()
    return bool(state.invisible or state.offscreen)


def _owner(node: QAccessibleInterface) -> str:
    while node.object() is None and node.parent() is not None:
        node = node.parent()
    return f"{type(node.object()).__name__} {node.object().objectName()}"


@each_moment
def test_every_control_has_name_and_role(qtbot: QtBot, scene: Scene, pengguna: str, role: Role) -> None:
    for tab, main in every_tab(opened(qtbot, scene, pengguna, role)):
        found = [(type(one).__name__, one.objectName(), why) for one in stops(main) if (why := wrong(one))]
        assert found == [], tab
        assert nameless(main) == [], tab


def test_the_sentence_at_a_field_is_told_with_its_hint(qtbot: QtBot) -> None:
    line = FormField("NIP", QLineEdit(), "18 angka")
    qtbot.addWidget(line)
    line.fault.set_text("NIP harus 18 angka; terisi 17.")
    assert of(line.control).text(QAccessible.Text.Name) == "NIP"
    assert of(line.control).text(QAccessible.Text.Description) == "NIP harus 18 angka; terisi 17. 18 angka"
    line.fault.set_text("")
    assert of(line.control).text(QAccessible.Text.Description) == "18 angka"
