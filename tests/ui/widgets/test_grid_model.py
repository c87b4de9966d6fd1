"""The model of a grid holds what it was given; what is typed goes to the one who made it, as typed."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridGroup, GridRow
from kinerja_desktop.ui.widgets.grid.columns import fit_columns
from kinerja_desktop.ui.widgets.grid.measure import needed_widths
from kinerja_desktop.ui.widgets.grid.model import GridModel
from tests.ui.samples import COLUMNS, ROWS, figure, grid_row


def model_with_rows() -> GridModel:
    model = GridModel(COLUMNS)
    model.set_rows(ROWS)
    return model


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model_with_rows())


def test_what_is_typed_goes_out_as_typed() -> None:
    taken: list[tuple[str, str, str]] = []

    def take(row: str, column: str, text: str) -> bool:
        taken.append((row, column, text))
        return True

    model = GridModel(COLUMNS, take)
    model.set_rows(ROWS)
    cell = model.index_of("1.2", "tw2")

    assert model.setData(cell, "80 persen")
    assert not model.setData(cell, "1.287"), "the same text again is no change"
    assert not model.setData(model.index_of("1.2", "target"), "9"), "a target is not typed here"
    assert taken == [("1.2", "tw2", "80 persen")]


def test_headings_are_no_stops_and_locked_cells_are_not_typed_into() -> None:
    model = model_with_rows()

    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert not model.flags(model.index_of("2.2", "tw2")) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index_of("2.1", "tw2")) & Qt.ItemFlag.ItemIsEditable


def test_new_cells_in_the_same_rows_do_not_reset_the_view() -> None:
    model = model_with_rows()
    reset, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.set_rows(ROWS)
    model.set_row(grid_row("1.2", "Jumlah dokumen", figure("9")))
    model.set_rows([])

    assert changed.count() == 2
    assert reset.count() == 1
    assert model.rowCount() == 0


def test_an_assistive_program_hears_figure_unit_and_state_below_the_heads_of_row_and_column() -> None:
    model = model_with_rows()

    def spoken(row: str, column: str) -> object:
        return model.data(model.index_of(row, column), Qt.ItemDataRole.AccessibleTextRole)

    def head(at: int, side: Qt.Orientation) -> object:
        return model.headerData(at, side, Qt.ItemDataRole.AccessibleTextRole)

    assert head(model.row_of("1.1"), Qt.Orientation.Vertical) == "Jumlah surat keterangan"
    assert head(model.column_of("tw2"), Qt.Orientation.Horizontal) == "Realisasi TW II"
    assert spoken("1.1", "tw2") == "812 surat, peringatan, Nilai di atas 150% jarang terjadi."
    assert spoken("2.1", "tw2") == "belum diisi"
    assert spoken("1.1", "nama") == "Jumlah surat keterangan, surat · akumulasi"
    heading = "Sasaran 2 · Meningkatnya kepuasan, rata-rata 66,67%"
    assert [model.data(model.index(3, at), Qt.ItemDataRole.AccessibleTextRole) for at in (0, 1)] == [heading] * 2


def test_unknown_keys_and_headings_have_no_cell() -> None:
    model = model_with_rows()

    assert model.row_of("9.9") == -1
    assert model.row_key(model.index(0, 0)) == ""
    assert model.cell(QModelIndex()) == Cell()
    assert isinstance(model.item(0), GridGroup)


def test_columns_leave_in_their_order_and_the_name_takes_the_rest() -> None:
    wide, narrow = fit_columns(COLUMNS, 990), fit_columns(COLUMNS, 620)

    assert wide.hidden == 0
    assert sum(wide.widths) == 990
    assert [column.key for column, width in zip(COLUMNS, narrow.widths, strict=True) if not width] == ["kategori"]
    assert fit_columns(COLUMNS, 300).hidden == 2
    assert fit_columns(COLUMNS, 300, hide=False).hidden == 0


def test_every_state_says_its_word() -> None:
    assert all(state.spoken for state in CellState if state is not CellState.DIISI)


def test_numbers_of_rows_are_sorted_part_by_part() -> None:
    model = GridModel((GridColumn("no", "No.", 44, ColumnKind.NOMOR),))
    model.set_rows([GridRow(kode, kode, {"no": Cell(kode)}) for kode in ("1.10", "1.9", "1.2")])
    model.sort(0)
    assert model.row_keys() == ["1.2", "1.9", "1.10"]


def test_a_sentence_where_a_figure_belongs_pushes_no_column_out_of_sight() -> None:
    def needed(text: str, state: CellState) -> int:
        return needed_widths(COLUMNS, [GridRow("1.1", "1.1", {"tw2": Cell(text, state=state)})])["tw2"]

    longest = needed("000.000.000.000", CellState.SALAH)
    assert needed("delapan ratus dua belas surat, belum termasuk bulan Juni", CellState.SALAH) == longest
    assert needed("80 persen", CellState.SALAH) < longest
    assert needed("000.000.000.000.000", CellState.DIISI) > needed("000.000.000.000", CellState.DIISI)
