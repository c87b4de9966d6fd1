"""The grid moves like Excel."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import kept_lists
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, GridGroup, GridRow
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.painting import line_height, text_width
from tests.ui.samples import COLUMNS, ROWS, figure, grid_row

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Sheet(QWidget):
    """A grid between two fields; takes every text, faults included, as the work sheet does."""

    def __init__(self, *, row_mode: bool = False) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.model = GridModel(COLUMNS, self.take)
        self.model.set_rows(ROWS)
        self.grid = GridView(self.model, "Lembar kerja", row_mode=row_mode)
        self.setLayout(column(self.before, self.grid.filter_line, self.grid, self.grid.tools.order_line, self.after))
        self.resize(1000, 420)

    def take(self, row: str, column_key: str, text: str) -> bool:
        assert column_key == "tw2"
        wrong = not text.replace(".", "").isdigit()
        state, note = (CellState.SALAH, "Hanya angka.") if wrong else (CellState.DIISI, f"Dibaca: {text}")
        self.model.set_row(grid_row(row, "nama", figure(text, state, note)))
        return True

    def place(self) -> tuple[str, str]:
        current = self.grid.currentIndex()
        return self.model.row_key(current), self.model.columns[current.column()].key

    def text(self, row: str) -> str:
        return self.model.cell(self.model.index_of(row, "tw2")).text


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.grid.setFocus()
    made.grid.go_to("1.1", "tw2")
    return made


def press(
    qtbot: QtBot, sheet: Sheet, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        editor = sheet.grid.findChild(QLineEdit)
        qtbot.keyClick(editor if editor and editor.hasFocus() else sheet.grid, key, held)


def type_text(qtbot: QtBot, sheet: Sheet, text: str) -> None:
    """The first letter opens the editor, which has the focus from then on."""
    qtbot.keyClicks(sheet.grid, text[0])
    qtbot.keyClicks(sheet.grid.findChild(QLineEdit), text[1:])


def test_the_focus_starts_in_the_first_cell_to_fill(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    sheet.grid.setFocus()

    assert sheet.place() == ("1.1", "tw2")


def test_arrows_jump_over_headings(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert sheet.place() == ("2.1", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert sheet.place() == ("1.2", "target")
    press(qtbot, sheet, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert sheet.place() == ("1.1", "target")


def test_home_and_end_and_their_far_sisters(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_End)
    assert sheet.place() == ("1.1", "bukti")
    press(qtbot, sheet, Qt.Key.Key_Home)
    assert sheet.place() == ("1.1", "no")
    press(qtbot, sheet, Qt.Key.Key_End, held=CTRL)
    assert sheet.place() == ("2.2", "bukti")
    press(qtbot, sheet, Qt.Key.Key_Home, held=CTRL)
    assert sheet.place() == ("1.1", "no")


def test_typing_replaces_and_enter_goes_below(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "95")
    press(qtbot, sheet, Qt.Key.Key_Return)

    assert sheet.text("1.1") == "95"
    assert sheet.place() == ("1.2", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Return, held=SHIFT)
    assert sheet.place() == ("1.1", "tw2")


def test_enter_passes_cells_that_take_nothing(sheet: Sheet, qtbot: QtBot) -> None:
    """What is typed next is not lost in a cell that only shows; a row filled in another column is not passed."""
    cells = {"no": Cell("1.2"), "nama": Cell("Jumlah dokumen"), "target": figure("500"), "tw2": Cell("–")}
    sheet.model.set_row(GridRow("1.2", "Jumlah dokumen", cells))
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert sheet.place() == ("1.2", "target")
    sheet.grid.go_to("1.2", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert sheet.place() == ("2.1", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Return, held=SHIFT)
    assert sheet.place() == ("1.2", "target")


def test_arrows_take_what_was_typed_and_move_on(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "7")
    press(qtbot, sheet, Qt.Key.Key_Down)

    assert sheet.text("1.1") == "7"
    assert sheet.place() == ("1.2", "tw2")
    assert sheet.grid.hasFocus()


def test_f2_keeps_the_text_and_arrows_move_the_caret(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_F2, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_9, Qt.Key.Key_Return)

    assert sheet.text("1.1") == "8192"


def test_esc_gives_up_what_is_being_typed(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "7")
    press(qtbot, sheet, Qt.Key.Key_Escape)

    assert sheet.text("1.1") == "812"
    assert sheet.place() == ("1.1", "tw2")
    assert sheet.grid.hasFocus()


def test_tab_goes_to_the_next_cell_to_fill_and_stops_at_the_last(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert sheet.place() == ("2.1", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Tab)
    assert sheet.place() == ("2.1", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Backtab)
    assert sheet.place() == ("1.2", "tw2")


def test_tab_takes_what_was_typed(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "33")
    press(qtbot, sheet, Qt.Key.Key_Tab)

    assert sheet.text("1.1") == "33"
    assert sheet.place() == ("1.2", "tw2")


def test_control_tab_leaves_the_grid_both_ways(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_Tab, held=CTRL)
    assert sheet.after.hasFocus()
    sheet.grid.setFocus()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert sheet.before.hasFocus()


def test_tab_passes_a_grid_that_only_shows(qtbot: QtBot) -> None:
    sheet = Sheet(row_mode=True)
    qtbot.addWidget(sheet)
    sheet.model.set_rows([grid_row("1", "satu", Cell("1"))])
    with qtbot.waitExposed(sheet):
        sheet.show()
    sheet.grid.setFocus()
    with qtbot.waitSignal(sheet.grid.opened) as opened:
        press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_Tab)

    assert opened.args == ["1"]
    assert sheet.after.hasFocus()


def test_a_fault_is_told_under_the_cell_and_the_text_stays(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "80 persen")
    press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.grid.go_to("1.1", "tw2")

    assert sheet.text("1.1") == "80 persen"
    assert sheet.grid.note() == "Hanya angka."
    sheet.grid.go_to("1.2", "tw2")
    assert sheet.grid.note() == ""


def test_a_fault_is_told_no_more_while_something_else_is_typed(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "80 persen")
    press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.grid.go_to("1.1", "tw2")
    assert sheet.grid.note() == "Hanya angka."
    qtbot.keyClicks(sheet.grid, "8")
    assert sheet.grid.note() == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.text("1.1") == "80 persen"
    assert sheet.grid.note() == "Hanya angka."


def test_the_sentence_of_a_warning_is_left_to_the_panel(sheet: Sheet) -> None:
    assert sheet.grid.note() == ""


def test_a_refresh_does_not_touch_what_is_being_typed(sheet: Sheet, qtbot: QtBot) -> None:
    type_text(qtbot, sheet, "44")
    sheet.model.set_rows(ROWS)
    press(qtbot, sheet, Qt.Key.Key_Return)

    assert sheet.text("1.1") == "44"


def test_blocks_are_copied_and_pasted_through_the_clipboard(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, held=SHIFT)
    press(qtbot, sheet, Qt.Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == "500\t812\n500\t1.287\n500\t"

    sheet.grid.go_to("1.2", "tw2")
    with qtbot.waitSignal(sheet.grid.pasted) as pasted:
        press(qtbot, sheet, Qt.Key.Key_V, held=CTRL)
    assert pasted.args == ["1.2", "tw2", [["500", "812"], ["500", "1.287"], ["500", ""]]]


def test_delete_asks_and_clears_nothing_itself(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.grid.clear_asked) as asked:
        press(qtbot, sheet, Qt.Key.Key_Delete)

    assert asked.args == [[("1.1", "tw2")]]
    assert sheet.text("1.1") == "812"


def test_f8_walks_what_is_worth_a_look_and_begins_again(sheet: Sheet, qtbot: QtBot) -> None:
    press(qtbot, sheet, Qt.Key.Key_F8)
    assert sheet.place() == ("2.1", "tw2")
    press(qtbot, sheet, Qt.Key.Key_F8)
    assert sheet.place() == ("1.1", "tw2")
    sheet.model.set_rows([grid_row("1.1", "satu", figure("1"))])
    assert not sheet.grid.next_worth_a_look()


def test_the_current_cell_is_told_by_its_keys(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.grid.current_changed) as moved:
        press(qtbot, sheet, Qt.Key.Key_Down)

    assert moved.args == ["1.2", "tw2"]


def test_short_of_room_columns_hide_and_come_back_with_the_first_frozen(sheet: Sheet) -> None:
    sheet.resize(560, 420)
    hidden = [key for at, key in enumerate(c.key for c in COLUMNS) if sheet.grid.isColumnHidden(at)]
    sheet.grid.show_all_columns()
    sheet.grid.go_to("1.1", "bukti")
    frozen = sheet.grid.childAt(QPoint(20, 80))

    assert hidden == ["kategori", "bukti"]
    assert sheet.grid.horizontalScrollBar().value() > 0
    assert frozen is not None
    assert frozen.parentWidget() is not sheet.grid.viewport()
    view = frozen.parentWidget()
    assert isinstance(view, QTableView)
    here, there = (one.viewport().mapTo(sheet.grid, QPoint(0, 0)) for one in (view, sheet.grid))
    assert here == there, "cells lie over those of the grid"
    assert sheet.grid.childAt(QPoint(20, 20)) is view.horizontalHeader().viewport(), "the heads are frozen too"
    sheet.grid.go_to("1.1", "target")
    left = sheet.grid.visualRect(sheet.grid.currentIndex()).left()
    assert left >= sheet.grid.columnWidth(0) + sheet.grid.columnWidth(1)


def test_a_heading_sticks_and_never_covers_the_current_cell(sheet: Sheet) -> None:
    many = [grid_row(f"1.{n}", f"indikator {n}", figure(str(n))) for n in range(1, 40)]
    sheet.model.set_rows([GridGroup("Sasaran 1"), *many])
    sheet.grid.go_to("1.39", "tw2")
    sheet.grid.go_to("1.12", "tw2")

    assert sheet.grid.visualRect(sheet.grid.currentIndex()).top() >= 26


@pytest.mark.parametrize("narrow", [False, True])
def test_rows_have_the_height_of_the_table(sheet: Sheet, narrow: bool) -> None:
    sheet.grid.set_narrow(narrow=narrow)

    assert sheet.grid.rowHeight(1) == (36 if narrow else 37)
    assert sheet.grid.rowHeight(0) == 26
    assert sheet.grid.horizontalHeader().height() == 40


# --- a list like the others ------------------------------------------------------------------


def shown(sheet: Sheet) -> list[str]:
    keys = (sheet.model.row_key(sheet.model.index(at, 0)) for at in range(sheet.model.rowCount()))
    return [key for key in keys if key]


def test_a_filter_holds_rows_back_until_what_is_wanted_lies_behind_it(qtbot: QtBot, sheet: Sheet) -> None:
    whole = shown(sheet)
    press(qtbot, sheet, Qt.Key.Key_F, held=CTRL)
    qtbot.keyClicks(sheet.grid.filter_line.field, "1.2")

    assert shown(sheet) == ["1.2"]
    assert sheet.grid.tools.rows()[0][0] != "", "the heading of the row stands over it"
    sheet.grid.go_to("1.1", "tw2")
    assert (shown(sheet), sheet.place()) == (whole, ("1.1", "tw2"))


def test_what_is_typed_moves_no_row_out_of_sight(sheet: Sheet) -> None:
    sheet.grid.set_filter("1.1")
    sheet.model.set_row(grid_row("1.1", "nama", figure("77")), grid_row("1.2", "nama", figure("88")))
    seen = shown(sheet)
    sheet.grid.set_filter("")

    assert seen == ["1.1"]
    assert (sheet.text("1.1"), sheet.text("1.2")) == ("77", "88")


def test_a_column_hidden_by_hand_stays_hidden_what_the_row_is_about_does_not_go(sheet: Sheet) -> None:
    at = {column.key: n for n, column in enumerate(COLUMNS)}
    for key in ("kategori", "tw2"):
        sheet.grid.tools.set_hidden(at[key], hidden=True)
    sheet.resize(1300, 420)
    again = GridView(sheet.model, "Lembar kerja")

    for grid in (sheet.grid, again):
        assert [key for key, n in at.items() if grid.isColumnHidden(n)] == ["kategori"]
    again.show_all_columns()
    assert not any(again.isColumnHidden(n) for n in at.values())
    again.deleteLater()


def test_a_column_for_which_there_is_no_room_comes_when_it_is_asked_for(sheet: Sheet) -> None:
    at = next(n for n, column in enumerate(COLUMNS) if column.key == "kategori")
    sheet.resize(560, 420)
    before = sheet.grid.isColumnHidden(at)
    sheet.grid.tools.set_hidden(at, hidden=False)
    sheet.resize(570, 420)

    assert (before, sheet.grid.isColumnHidden(at)) == (True, False)


def test_a_grid_of_whole_rows_is_sorted_below_its_headings(qtbot: QtBot) -> None:
    made = Sheet(row_mode=True)
    qtbot.addWidget(made)
    head, at = made.grid.horizontalHeader(), made.model.column_of("tw2")
    figures = {"1.1": "9", "1.2": "1.200"}
    made.model.set_row(*(grid_row(key, "nama", figure(text)) for key, text in figures.items()))
    given = shown(made)
    made.grid.go_to("1.2", "nama")
    head.setSortIndicator(at, Qt.SortOrder.DescendingOrder)

    assert [key for key in shown(made) if key in figures] == ["1.2", "1.1"]
    assert made.model.is_group(0)
    assert made.place() == ("1.2", "nama")
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown(made) == given


# --- another order of what is filled ---------------------------------------------------------


def sorted_by(sheet: Sheet, key: str, order: Qt.SortOrder = Qt.SortOrder.DescendingOrder) -> None:
    sheet.grid.horizontalHeader().setSortIndicator(sheet.model.column_of(key), order)


def test_what_is_filled_is_sorted_on_request_and_then_keeps_still(qtbot: QtBot, sheet: Sheet) -> None:
    given = shown(sheet)
    sorted_by(sheet, "tw2")
    assert shown(sheet) == ["1.2", "1.1", "2.2", "2.1"]
    type_text(qtbot, sheet, "9000")
    press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.model.set_rows([sheet.model.item(at) for at in (0, 2, 1, 3, 5, 4)])
    assert shown(sheet) == ["1.2", "1.1", "2.2", "2.1"], "a row that is filled stays where it is"
    sheet.grid.tools.order_by(sheet.model.column_of("tw2"), Qt.SortOrder.DescendingOrder)
    assert shown(sheet) == ["1.1", "1.2", "2.2", "2.1"], "asked for again, it is sorted again"
    sheet.grid.tools.order_line.back.click()
    assert shown(sheet) == given


def test_keys_go_by_the_rows_as_they_are_seen(qtbot: QtBot, sheet: Sheet) -> None:
    sorted_by(sheet, "tw2")
    assert sheet.place() == ("1.1", "tw2"), "the current cell stays it"
    press(qtbot, sheet, Qt.Key.Key_Up)
    assert sheet.place() == ("1.2", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert sheet.place() == ("2.2", "tw2")
    press(qtbot, sheet, Qt.Key.Key_Down, held=CTRL)
    assert shown(sheet) == ["1.2", "1.1", "2.2", "2.1"], "the arrows of Excel sort nothing"


def test_what_is_being_typed_goes_into_its_own_row_when_the_order_changes(qtbot: QtBot, sheet: Sheet) -> None:
    type_text(qtbot, sheet, "5")
    sorted_by(sheet, "tw2")
    assert (sheet.text("1.1"), sheet.text("1.2")) == ("5", "1.287")
    assert not any(field.isVisible() for field in sheet.grid.findChildren(QLineEdit))


def test_another_order_is_said_and_is_not_there_the_next_time(sheet: Sheet) -> None:
    line = sheet.grid.tools.order_line
    assert line.isHidden()
    sorted_by(sheet, "tw2")
    assert not line.isHidden()
    assert line.text() == "Diurutkan menurut Realisasi TW II."
    again = GridView(sheet.model, "Lembar kerja")
    assert again.horizontalHeader().sortIndicatorSection() == -1
    again.deleteLater()
    sheet.grid.tools.reset()
    assert line.isHidden()
    assert shown(sheet) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_head_is_pressed_to_sort_also_where_it_is_frozen(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.grid.tools.order_by(1, Qt.SortOrder.DescendingOrder)
    head = sheet.grid.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(3) + 20, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert head.sortIndicatorSection() == 3
    assert sheet.place() == ("1.1", "tw2"), "no other cell is chosen"
    assert len(sheet.grid.selectionModel().selectedIndexes()) == 1
    sheet.resize(560, 420)
    sheet.grid.show_all_columns()
    sheet.grid.go_to("1.1", "bukti")
    frozen = sheet.grid.childAt(QPoint(20, 20))
    qtbot.mouseClick(frozen, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert head.sortIndicatorSection() == 0


# --- widths --------------------------------------------------------------------------------------


def test_a_width_is_kept_and_the_names_take_what_is_left(sheet: Sheet) -> None:
    at = sheet.model.column_of("target")
    name = sheet.grid.columnWidth(1)
    sheet.grid.setColumnWidth(at, 100)
    sheet.resize(1001, 420)
    assert (sheet.grid.columnWidth(at), sheet.grid.columnWidth(1)) == (100, name - 24 + 1)
    again = GridView(sheet.model, "Lembar kerja")
    again.resize(1001, 420)
    assert again.columnWidth(at) == 100
    again.tools.reset()
    assert again.columnWidth(at) == 76
    again.deleteLater()


def test_a_width_set_by_a_person_hides_no_column(sheet: Sheet) -> None:
    sheet.grid.setColumnWidth(1, 900)
    sheet.resize(1001, 420)
    assert not any(sheet.grid.isColumnHidden(at) for at in range(len(COLUMNS)))
    assert sheet.grid.horizontalScrollBar().maximum() > 0


def test_the_widths_that_the_window_leaves_are_nobodys(sheet: Sheet) -> None:
    sheet.resize(1300, 420)
    sheet.resize(600, 420)
    sheet.grid.tools.set_hidden(2, hidden=True)
    sheet.grid.tools.set_hidden(2, hidden=False)
    assert kept_lists.of("Lembar kerja").widths == {}


def test_a_column_that_is_asked_for_pushes_no_other_out_and_comes_again(sheet: Sheet) -> None:
    at = {column.key: n for n, column in enumerate(COLUMNS)}
    sheet.resize(600, 420)
    before = sheet.grid.tools.seen()
    assert at["kategori"] not in before
    sheet.grid.tools.set_hidden(at["kategori"], hidden=False)
    assert set(sheet.grid.tools.seen()) == {*before, at["kategori"]}
    again = Sheet()
    again.resize(600, 420)
    again.grid.resize(600, 400)
    assert not again.grid.isColumnHidden(at["kategori"])
    again.deleteLater()


def test_a_double_click_at_the_edge_of_a_head_gives_the_width_of_the_words(sheet: Sheet) -> None:
    sheet.grid.resizeColumnToContents(0)
    assert sheet.grid.columnWidth(0) < 100, "the heading lies across all columns and counts for none"
    sheet.grid.resizeColumnToContents(1)
    assert sheet.grid.columnWidth(1) >= text_width("Jumlah surat keterangan", TextStyle.BODY)


def test_a_long_name_wraps_and_makes_its_row_higher(sheet: Sheet) -> None:
    name = (
        "Persentase pengaduan masyarakat tentang pelayanan administrasi yang selesai ditindaklanjuti tepat waktu " * 3
    )
    low = sheet.grid.rowHeight(sheet.model.row_of("1.2"))
    sheet.model.set_row(grid_row("1.1", name.strip(), figure("1")))
    high = sheet.grid.rowHeight(sheet.model.row_of("1.1"))
    lines = (high - 4) // line_height(TextStyle.BODY)
    assert high > 2 * low
    assert lines * sheet.grid.columnWidth(1) > text_width(name, TextStyle.BODY)
    sheet.model.set_row(grid_row("1.1", "pendek", figure("1")))
    assert sheet.grid.rowHeight(sheet.model.row_of("1.1")) == low


def test_a_figure_makes_its_column_wide_enough(sheet: Sheet) -> None:
    before, at = sheet.grid.columnWidth(3), "1.234.567.890.123,45"
    sheet.model.set_row(grid_row("1.1", "nama", figure(at)))
    assert sheet.grid.columnWidth(3) > max(before, text_width(at, TextStyle.FIGURE_500))


def test_what_is_hidden_is_told_over_the_frozen_columns_too(sheet: Sheet) -> None:
    sheet.grid.tools.set_hidden(2, hidden=True)
    sheet.resize(320, 420)
    sheet.grid.go_to("1.1", "capaian")
    assert sheet.grid.horizontalScrollBar().value() > 0
    told = [one for one in sheet.grid.findChildren(Button) if one.isVisible() and "kolom" in one.text()]
    assert any(not one.visibleRegion().isEmpty() for one in told)
