"""What a screen reader is told, read from the accessible tree of every tab of every role.

What is painted has a button over each of its parts, and tells all of them in its description; see ``PAINTED``.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui import one_job
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets import announcing
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.stops import stops
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.panel_parts import NoteCard
from tests.ui.moments import Scene, each_moment, every_tab, opened
from tests.ui.running import window
from tests.ui.scenes import filling

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
    if _is_told_twice(part):
        return "tells its name twice"
    if type(part).__name__ in PAINTED and not of(part).text(QAccessible.Text.Description):
        return "is painted and does not tell its items"
    if type(part).__name__ in PAINTED and not of(part).childCount():
        return "is painted and has no parts"
    return ""


def _is_told_twice(part: QWidget) -> bool:
    name, about = name_of(part).strip(), of(part).text(QAccessible.Text.Description)
    return bool(about) and (name in about or about in name)


def headless(root: QWidget) -> list[str]:
    """Columns of tables in sight that a screen reader cannot name."""
    tables = [one for one in root.findChildren(QTableView) if one.isVisible() and one.model().rowCount()]
    return [
        f"column {at} of {table.accessibleName()}"
        for table in tables
        for at in range(table.model().columnCount())
        if not table.isColumnHidden(at) and not _heads(table, at)
    ]


def _heads(table: QTableView, column: int) -> str:
    index = table.model().index(0, column)
    place = index.row() + 1, index.column() + 1  # the heads are children too
    cell = of(table).child(place[0] * (table.model().columnCount() + 1) + place[1]).tableCellInterface()
    return " ".join(head.text(QAccessible.Text.Name) for head in cell.columnHeaderCells()).strip()


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
        assert headless(main) == [], tab


def test_a_cell_of_the_grid_has_the_heads_of_its_row_and_column(qtbot: QtBot) -> None:
    app = opened(qtbot, filling, "budi", Role.ANALIS)
    _, main = next((tab, main) for tab, main in every_tab(app) if tab == "lembar_kerja")
    grid = next(one for one in main.page().findChildren(GridView) if one.isVisible())
    grid.go_to("1.3", "realisasi")
    index = grid.currentIndex()
    told = of(grid).child((index.row() + 1) * (len(grid.grid.columns) + 1) + index.column() + 1)
    cell = told.tableCellInterface()

    assert [head.text(QAccessible.Text.Name) for head in cell.rowHeaderCells()] == [
        "Jumlah surat keterangan yang diterbitkan"
    ]
    assert [head.text(QAccessible.Text.Name) for head in cell.columnHeaderCells()] == ["Realisasi TW II"]
    assert told.text(QAccessible.Text.Name).startswith("812 surat, peringatan, Nilai di atas 150%")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say while the focus stays where it is."""
    heard: list[str] = []
    monkeypatch.setattr(announcing, "_say", lambda part, sentence, urgent: heard.append(sentence))
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    return heard


def test_a_strip_is_said_when_it_comes_into_sight_and_when_it_changes(qtbot: QtBot, said: list[str]) -> None:
    strip = Strip(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, "**Cadangan** sudah 9 hari."))
    qtbot.addWidget(strip)
    assert said == []
    strip.show()
    strip.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, "**Cadangan** sudah 9 hari."))
    strip.set_spec(StripSpec(Tone.SALAH, Icon.SALAH, "Penulisan dihentikan."))
    assert said == ["Cadangan sudah 9 hari.", "Penulisan dihentikan."]


def test_each_tick_at_a_note_tells_its_note(qtbot: QtBot) -> None:
    card = NoteCard("Catatan umum", "hari ini", "Jelaskan asal data.")
    qtbot.addWidget(card)
    assert of(card.add_tick()).text(QAccessible.Text.Description) == "Catatan umum: Jelaskan asal data."


def test_a_refusal_in_a_dialog_is_said_each_time(qtbot: QtBot, said: list[str]) -> None:
    dialog = Dialog(None, "Ajukan", "Ajukan laporan?")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_fault("Sandi tidak cocok.")
    dialog.show_fault("Sandi tidak cocok.")
    assert said == ["Sandi tidak cocok."] * 2


def test_a_fault_at_the_field_in_hand_is_said(qtbot: QtBot, said: list[str]) -> None:
    line = FormField("NIP", QLineEdit())
    qtbot.addWidget(line)
    line.show()
    line.control.setFocus()
    qtbot.waitUntil(line.control.hasFocus)
    line.fault.set_text("NIP harus 18 angka.")
    assert said == ["NIP harus 18 angka."]


def test_the_end_of_a_long_work_is_said_though_no_sentence_follows(
    qtbot: QtBot, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    busy = BusyOverlay(page)
    for longest, heard in ((one_job.LONG_S, []), (0.0, ["Menyusun laporan: selesai."])):
        monkeypatch.setattr(one_job, "LONG_S", longest)
        busy.run(InlineRunner(), "Menyusun laporan…", lambda _: 1, lambda _: None, lambda _: None)
        assert said == heard


def test_what_a_search_finds_is_said(qtbot: QtBot, said: list[str]) -> None:
    main = window(opened(qtbot, filling, "budi", Role.ANALIS))
    search = main.search_field()
    search.begin()
    qtbot.keyClicks(search, "surat")
    found = "1 temuan: Indikator, Jumlah surat keterangan yang diterbitkan"
    qtbot.waitUntil(lambda: any(one.startswith(found) for one in said))


def test_the_sentence_at_a_field_is_told_with_its_hint(qtbot: QtBot) -> None:
    line = FormField("NIP", QLineEdit(), "18 angka")
    qtbot.addWidget(line)
    line.fault.set_text("NIP harus 18 angka; terisi 17.")
    assert of(line.control).text(QAccessible.Text.Name) == "NIP"
    assert of(line.control).text(QAccessible.Text.Description) == "NIP harus 18 angka; terisi 17. 18 angka"
    line.fault.set_text("")
    assert of(line.control).text(QAccessible.Text.Description) == "18 angka"
