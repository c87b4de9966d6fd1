"""A table that is typed takes blocks, clears, undoes, and is left by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable

COLUMNS = (
    EditColumn("Kode", 80, locked=True),
    EditColumn("Tingkat", 80, choices=("Program", "Sub kegiatan")),
    EditColumn("Pagu", 80, right=True),
)
ROWS = (("a", "Program", "1"), ("b", "Program", "2"))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def table(window: QWidget) -> EditTable:
    made = EditTable("Uji", COLUMNS, grows=False)
    made.set_texts(ROWS)
    QVBoxLayout(window).addWidget(made)
    return made


def paste(qtbot: QtBot, table: EditTable, text: str) -> list[str]:
    left: list[str] = []
    table.left_out.connect(left.extend)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    return left


def test_what_is_changed_can_be_undone_and_done_again(qtbot: QtBot, table: EditTable) -> None:
    table.setCurrentCell(0, 2)
    table.model().setData(table.model().index(0, 2), "10")
    paste(qtbot, table, "20\n30")
    table.remove_row()
    assert table.texts() == [("b", "Program", "30")]

    for expected in (("20", "30"), ("10", "2"), ("1", "2"), ("1", "2")):
        qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
        assert tuple(row[2] for row in table.texts()) == expected
    assert table.origins() == [0, 1]

    qtbot.keyClick(table, Qt.Key.Key_Y, CTRL)
    assert tuple(row[2] for row in table.texts()) == ("10", "2")


def test_delete_clears_what_is_chosen_but_nothing_that_is_locked(qtbot: QtBot, table: EditTable) -> None:
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.texts() == [("a", "Program", ""), ("b", "Program", "")]


def test_what_of_a_block_finds_no_place_is_named(qtbot: QtBot, table: EditTable) -> None:
    table.setCurrentCell(0, 0)
    assert paste(qtbot, table, "a\tsub KEGIATAN\t7\nx\tFungsi\t8\tlebih\nc\t\t9") == ["x", "Fungsi", "lebih", "c", "9"]
    assert table.texts() == [("a", "Sub kegiatan", "7"), ("b", "Program", "8")]


def test_a_cell_with_line_ends_stays_one_cell(qtbot: QtBot, table: EditTable) -> None:
    table.setCurrentCell(0, 2)
    assert paste(qtbot, table, '"satu\ndua"\n5') == []
    assert [row[2] for row in table.texts()] == ["satu\ndua", "5"]


def test_enter_goes_down_and_tab_leaves_the_table(qtbot: QtBot, window: QWidget, table: EditTable) -> None:
    after, layout = QPushButton("Simpan"), window.layout()
    assert layout is not None
    layout.addWidget(after)
    with qtbot.waitExposed(window):
        window.show()
    table.setFocus()
    table.setCurrentCell(0, 2)
    qtbot.keyClick(table, Qt.Key.Key_4)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.currentRow() == 1)
    assert table.texts()[0][2] == "4"

    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


# --- filtered, with hidden columns ---------------------------------------------------------------


def test_no_act_reaches_a_row_that_the_filter_hides(qtbot: QtBot, table: EditTable) -> None:
    table.set_texts((("a", "Program", "1"), ("b", "Sub kegiatan", "2"), ("c", "Program", "3")))
    table.set_filter("program")
    assert table.counted() == (2, 3)
    table.setCurrentCell(0, 2)
    assert paste(qtbot, table, "10\n30\n40") == ["40"]
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    table.set_filter("")
    assert table.texts() == [("a", "Program", ""), ("b", "Sub kegiatan", "2"), ("c", "Program", "")]


def test_a_filter_stays_over_undoing(qtbot: QtBot, table: EditTable) -> None:
    table.set_filter("b")
    table.setCurrentCell(1, 2)
    paste(qtbot, table, "20")
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert table.counted() == (1, 2)


def test_a_block_is_laid_over_the_columns_that_are_seen(qtbot: QtBot, table: EditTable) -> None:
    table.tools.set_hidden(1, hidden=True)
    table.setCurrentCell(0, 0)
    paste(qtbot, table, "a\t10")
    table.tools.set_hidden(1, hidden=False)
    assert table.texts()[0] == ("a", "Program", "10")


def test_what_is_seen_of_a_typed_table_can_be_exported(table: EditTable) -> None:
    table.tools.set_hidden(1, hidden=True)
    table.set_filter("b")
    assert table.tools.rows() == [["b", "2"]]
