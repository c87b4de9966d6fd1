"""A table that is typed takes blocks, clears, undoes, and is left by the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
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


# --- another order ---------------------------------------------------------------------------------

MANY = (("1.1", "Program", "30"), ("1.10", "Program", "1.200"), ("1.9", "Sub kegiatan", ""), ("1.2", "Program", "4"))


@pytest.fixture
def many(table: EditTable) -> EditTable:
    table.set_texts(MANY)
    return table


def seen(table: EditTable) -> list[str]:
    return [row[0] for row in table.tools.rows()]


def by_pagu(table: EditTable) -> None:
    table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)


def test_a_head_sorts_what_is_seen_and_nothing_of_the_paper(qtbot: QtBot, window: QWidget, many: EditTable) -> None:
    window.show()
    many.setCurrentCell(1, 1)
    head = many.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(0) + 20, 8)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen(many) == ["1.1", "1.2", "1.9", "1.10"]
    assert (many.currentRow(), many.currentColumn(), len(many.selectedIndexes())) == (1, 1, 1), "nothing else is chosen"
    by_pagu(many)
    assert seen(many) == ["1.10", "1.1", "1.2", "1.9"]
    assert many.texts() == list(MANY)
    assert many.tools.order_line.text() == "Diurutkan menurut Pagu."
    many.tools.order_line.back.click()
    assert seen(many) == ["1.1", "1.10", "1.9", "1.2"]


def test_keys_and_blocks_go_by_the_rows_as_seen(qtbot: QtBot, many: EditTable) -> None:
    by_pagu(many)
    many.setCurrentCell(1, 2)
    lost = paste(qtbot, many, "9\n8\n7\n6\n5")
    assert [row[2] for row in many.texts()] == ["8", "9", "6", "7"]
    assert lost == ["5"]
    assert seen(many) == ["1.10", "1.1", "1.2", "1.9"], "a row that is filled stays where it is"
    qtbot.keyClick(many, Qt.Key.Key_Down)
    assert many.currentRow() == 0
    qtbot.keyClick(many, Qt.Key.Key_Z, CTRL)
    assert (many.texts(), seen(many)) == (list(MANY), ["1.10", "1.1", "1.2", "1.9"])


def test_enter_goes_to_the_row_that_is_seen_below(qtbot: QtBot, window: QWidget, many: EditTable) -> None:
    window.show()
    by_pagu(many)
    many.setCurrentCell(1, 2)
    many.setFocus()
    qtbot.keyClicks(many, "7")
    field = many.viewport().findChild(QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: many.currentRow() == 0)
    assert many.texts()[1][2] == "7"


def test_what_is_being_typed_stays_in_its_row(qtbot: QtBot, window: QWidget, many: EditTable) -> None:
    window.show()
    many.setCurrentCell(0, 2)
    many.setFocus()
    qtbot.keyClicks(many, "5")
    by_pagu(many)
    assert [row[2] for row in many.texts()] == ["5", "1.200", "", "4"]


def test_a_row_is_added_in_the_order_of_the_paper(many: EditTable) -> None:
    by_pagu(many)
    many.setCurrentCell(0, 2)
    many.add_row()
    assert seen(many) == ["1.1", "", "1.10", "1.9", "1.2"]
    assert many.tools.order_line.text() == ""


def test_rows_read_again_stay_where_they_are_and_other_rows_do_not(many: EditTable) -> None:
    by_pagu(many)
    many.set_texts([(*row[:2], "1") for row in MANY])
    assert seen(many) == ["1.10", "1.1", "1.2", "1.9"]
    many.set_texts(ROWS)
    assert (seen(many), many.tools.order_line.text()) == (["a", "b"], "")
