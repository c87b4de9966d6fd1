"""A list in columns: sorted, filtered, arranged, remembered, copied and exported as it is seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.ui import remembered
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.widgets.seen import Seen, mark_practice, without_ticks

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Barang:
    nama: str
    jumlah: Decimal
    tempat: str


THINGS = (
    Barang("Meja", Decimal(12), "Gudang"),
    Barang("=HYPERLINK", Decimal("7.5"), "Aula"),
    Barang("Kursi", Decimal(1200), "Aula"),
)
COLUMNS: tuple[ListColumn[Barang], ...] = (
    ListColumn("Nama", lambda b: b.nama),
    ListColumn("Jumlah", lambda b: format_angka(b.jumlah), 90, right=True, order=lambda b: b.jumlah),
    ListColumn("Tempat", lambda b: b.tempat, 120),
)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    _PAGES.clear()


_PAGES: list[QWidget] = []
"""Windows of the test that runs: Qt keeps no widget alive for Python."""


def shown(qtbot: QtBot, things: Sequence[Barang] = THINGS) -> Listing[Barang]:
    page = QWidget()
    listing: Listing[Barang] = Listing("Daftar barang", COLUMNS, key=lambda b: b.nama)
    page.setLayout(column(listing.filter_line, listing))
    qtbot.addWidget(page)
    _PAGES.append(page)
    listing.set_rows(things)
    page.resize(600, 300)
    page.show()
    listing.setFocus()
    return listing


def names(listing: Listing[Barang]) -> list[str]:
    return [row[0] for row in listing.tools.rows()]


# --- order ---------------------------------------------------------------------------------------


def test_keys_sort_by_the_next_column_and_turn_the_order(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    qtbot.keyClick(listing, Qt.Key.Key_Right, CTRL)
    assert names(listing) == ["=HYPERLINK", "Kursi", "Meja"]
    qtbot.keyClick(listing, Qt.Key.Key_Right, CTRL)
    assert names(listing) == ["=HYPERLINK", "Meja", "Kursi"]
    qtbot.keyClick(listing, Qt.Key.Key_Down, CTRL)
    assert names(listing) == ["Kursi", "Meja", "=HYPERLINK"]


def test_the_thing_that_is_chosen_stays_chosen_when_the_order_changes(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.choose(lambda b: b.nama == "Kursi")
    listing.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert listing.current() == THINGS[2]


def test_a_column_without_a_head_is_not_taken_for_no_order(qtbot: QtBot) -> None:
    columns: tuple[ListColumn[Barang], ...] = (
        ListColumn("", lambda b: "▲" if b.nama == "Meja" else "", 30),
        ListColumn("Nama", lambda b: b.nama),
    )
    listing: Listing[Barang] = Listing("Daftar bertanda", columns)
    qtbot.addWidget(listing)
    listing.set_rows(THINGS)
    assert [row[1] for row in listing.tools.rows()] == ["Meja", "=HYPERLINK", "Kursi"]
    assert listing.horizontalHeader().sortIndicatorSection() == -1


def test_words_are_sorted_as_people_look_for_them(qtbot: QtBot) -> None:
    """Numbers in them by their value, letters without their marks, figures at the right as figures."""
    kinds = ("1.10 Zamrud", "1.9 Écrin", "Ūmar", "Umi", "usman")
    things = [Barang(nama, Decimal(n), str(n * 90)) for n, nama in enumerate(kinds)]
    columns: tuple[ListColumn[Barang], ...] = (
        ListColumn("Nama", lambda b: b.nama),
        ListColumn("T", lambda b: b.tempat, 90, right=True),
    )
    page = QWidget()
    listing: Listing[Barang] = Listing("Daftar barang", columns)
    page.setLayout(column(listing.filter_line, listing))
    qtbot.addWidget(page)
    _PAGES.append(page)
    listing.set_rows(things)
    listing.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert names(listing) == ["1.9 Écrin", "1.10 Zamrud", "Ūmar", "Umi", "usman"]
    listing.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in listing.tools.rows()] == ["0", "90", "180", "270", "360"]
    listing.set_filter("ecrin")
    assert names(listing) == ["1.9 Écrin"]


def test_without_an_order_things_stand_as_they_were_given(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    listing.tools.reset()
    assert names(listing) == ["Meja", "=HYPERLINK", "Kursi"]


# --- filter --------------------------------------------------------------------------------------


def test_the_line_comes_by_key_and_filters_by_all_words(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    assert listing.filter_line.isHidden()
    qtbot.keyClick(listing, Qt.Key.Key_F, CTRL)
    assert not listing.filter_line.isHidden()
    qtbot.keyClicks(listing.filter_line.field, "aula kur")
    assert names(listing) == ["Kursi"]
    assert listing.current() == THINGS[2]
    qtbot.keyClick(listing.filter_line.field, Qt.Key.Key_Escape)
    assert len(names(listing)) == 3


def test_a_long_list_has_its_line_from_the_start(qtbot: QtBot) -> None:
    listing = shown(qtbot, tuple(Barang(f"Barang {n}", Decimal(n), "") for n in range(20)))
    assert not listing.filter_line.isHidden()


def test_words_of_a_hidden_column_do_not_count(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.tools.set_hidden(2, hidden=True)
    listing.set_filter("aula")
    assert names(listing) == []


def test_what_is_chosen_from_elsewhere_is_shown_though_a_filter_hid_it(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.filter_line.begin()
    listing.filter_line.field.setText("meja")
    assert listing.choose(lambda b: b.nama == "Kursi")
    assert listing.filter_line.field.text() == ""


# --- columns -------------------------------------------------------------------------------------


def test_the_menu_hides_columns_but_never_the_last(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    for at in (0, 1, 2):
        listing.tools.set_hidden(at, hidden=True)
    assert listing.tools.seen() == [2]
    columns = next(a.menu() for a in listing.tools.menu().actions() if a.text() == "Kolom")
    assert [a.isEnabled() for a in columns.actions()] == [True, True, False]  # type: ignore[attr-defined]


def test_widths_hidden_columns_and_order_are_found_again(qtbot: QtBot) -> None:
    first = shown(qtbot)
    first.setColumnWidth(1, 133)
    first.tools.set_hidden(2, hidden=True)
    first.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    second = shown(qtbot)
    assert (second.columnWidth(1), second.tools.seen()) == (133, [0, 1])
    assert names(second) == ["Kursi", "Meja", "=HYPERLINK"]


def test_a_column_that_is_asked_for_leaves_the_names_their_room(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    page = listing.window()
    page.resize(200, 300)
    listing.tools.hide_when_narrow((2,), narrow=True)
    assert listing.horizontalScrollBar().maximum() == 0
    listing.tools.set_hidden(2, hidden=False)
    assert listing.tools.seen() == [0, 1, 2]
    assert listing.columnWidth(0) > text_width("=HYPERLINK", TextStyle.BODY)
    assert listing.horizontalScrollBar().maximum() > 0
    page.resize(700, 300)
    assert listing.horizontalScrollBar().maximum() == 0
    assert listing.columnWidth(0) > 300


def test_another_person_has_an_arrangement_of_his_own(qtbot: QtBot) -> None:
    shown(qtbot).tools.set_hidden(2, hidden=True)
    remembered.sit_down("budi")
    assert shown(qtbot).tools.seen() == [0, 1, 2]


DAMAGED = ("{", "[]", '{"hidden": 3}', '{"widths": {"Nama": "x"}, "hidden": [], "order": "", "downward": 0}')


@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_damaged_text_is_no_loss(qtbot: QtBot, damaged: str) -> None:
    remembered.keep("daftar/Daftar barang", damaged)
    assert shown(qtbot).tools.seen() == [0, 1, 2]


def test_what_a_person_hid_stays_hidden_when_the_window_is_wide_again(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.tools.set_hidden(2, hidden=True)
    listing.tools.hide_when_narrow((1,), narrow=True)
    assert listing.tools.seen() == [0]
    listing.tools.hide_when_narrow((1,), narrow=False)
    assert listing.tools.seen() == [0, 1]


def test_reset_brings_back_how_the_program_shows_it(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    before = listing.columnWidth(1)
    listing.setColumnWidth(1, 200)
    listing.tools.set_hidden(2, hidden=True)
    listing.tools.reset()
    assert (listing.columnWidth(1), listing.tools.seen()) == (before, [0, 1, 2])


# --- what is seen --------------------------------------------------------------------------------


def test_copying_leaves_out_hidden_columns_and_filtered_rows(qtbot: QtBot) -> None:
    listing = shown(qtbot)
    listing.tools.set_hidden(1, hidden=True)
    listing.set_filter("gudang")
    qtbot.keyClick(listing, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Nama\tTempat\nMeja\tGudang"


def exported(listing: Listing[Barang], monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    listing.tools.export()


def test_an_exported_workbook_holds_what_is_seen_figures_as_numbers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = shown(qtbot)
    listing.set_filter("aula")
    listing.tools.set_hidden(2, hidden=True)
    exported(listing, monkeypatch, tmp_path / "daftar-barang.xlsx")
    sheet = load_workbook(tmp_path / "daftar-barang.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [["Daftar barang", None], [None, None], ["Nama", "Jumlah"], ["=HYPERLINK", 7.5], ["Kursi", 1200]]
    assert sheet["A4"].data_type == "s"


def test_csv_marks_what_a_spreadsheet_would_run(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(shown(qtbot), monkeypatch, tmp_path / "barang.csv")
    lines = (tmp_path / "barang.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["Nama;Jumlah;Tempat", "Meja;12;Gudang", "'=HYPERLINK;7,5;Aula", "Kursi;1200;Aula"]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_list_of_the_practice_office_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    mark_practice(latihan=True)
    target = tmp_path / f"barang.{ending}"
    exported(shown(qtbot), monkeypatch, target)
    if ending == "xlsx":
        sheet = load_workbook(target).active
        assert sheet is not None
        assert sheet["A2"].value == "LATIHAN: bukan data kantor"
    else:
        assert target.read_text(encoding="utf-8-sig").startswith("LATIHAN: bukan data kantor")


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.dialogs.tell_fault", lambda _, fault: told.append(fault.sentence))
    exported(shown(qtbot), monkeypatch, tmp_path / "tidak-ada" / "barang.xlsx")
    assert len(told) == 1


def test_where_an_exported_file_lies_is_said_by_the_page_around_the_list(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, page = shown(qtbot), Page()
    qtbot.addWidget(page)
    page.setLayout(column(listing))
    with qtbot.waitSignal(page.saved) as told:
        exported(listing, monkeypatch, tmp_path / "daftar-barang.csv")
    assert told.args[0].text == f"Tersimpan di {tmp_path / 'daftar-barang.csv'}"


def test_a_column_of_ticks_alone_is_not_taken_along() -> None:
    seen = Seen("Unit kerja", ["", "Nama", ""], [["", "Seksi A", "!"], ["", "Seksi B", ""]], [False, False, False])
    taken = without_ticks(seen)
    assert (taken.heads, taken.rows) == (["Nama", ""], [["Seksi A", "!"], ["Seksi B", ""]])
