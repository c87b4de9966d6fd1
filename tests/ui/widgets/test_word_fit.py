"""The words of a list: rows as high as their lines, columns in which no word is broken, thousands as fast as a few."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.widgets import word_fit
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.word_cells import lines_in
from tests.ui.painted import faults, texts_of

Row = tuple[str, str, str]
SHORT: Row = ("1", "Meja", "Gudang")
LONG: Row = (
    "2",
    "Persentase pengaduan masyarakat yang selesai ditindaklanjuti sesuai standar pelayanan kecamatan",
    "Seksi Ketenteraman dan Ketertiban Umum",
)
_PAGES: list[QWidget] = []
"""Windows of the test that runs: Qt keeps no widget alive for Python."""


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    _PAGES.clear()


def shown(qtbot: QtBot, rows: Sequence[Row], width: int = 420) -> Listing[Row]:
    columns: tuple[ListColumn[Row], ...] = (
        ListColumn("No", lambda r: r[0], 40, order=lambda r: int(r[0])),
        ListColumn("Uraian", lambda r: r[1]),
        ListColumn("Seksi", lambda r: r[2], 110),
    )
    page, listing = QWidget(), Listing[Row]("Daftar uraian", columns)
    page.setLayout(column(listing))
    qtbot.addWidget(page)
    _PAGES.append(page)
    listing.set_rows(rows)
    page.resize(width, 300)
    page.show()
    QApplication.processEvents()
    return listing


def written(listing: Listing[Row]) -> str:
    return " ".join(one.text for one in texts_of(listing.viewport()))


def test_a_row_is_as_high_as_its_longest_cell_and_the_others_stay_low(qtbot: QtBot) -> None:
    listing = shown(qtbot, [SHORT, LONG])
    assert listing.rowHeight(1) > 2 * listing.rowHeight(0)
    assert faults(listing.window()) == []
    assert LONG[1] in written(shown(qtbot, [LONG]))


def test_heights_follow_the_width_the_order_and_the_filter(qtbot: QtBot) -> None:
    listing = shown(qtbot, [SHORT, LONG])
    low, narrow = listing.rowHeight(0), listing.rowHeight(1)
    listing.window().resize(900, 300)
    wide = listing.rowHeight(1)
    assert low < wide < narrow
    listing.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert (listing.rowHeight(0), listing.rowHeight(1)) == (wide, low)
    listing.set_filter("meja")
    assert listing.rowHeight(0) == low


def test_no_column_breaks_a_word_and_a_width_by_hand_is_kept(qtbot: QtBot) -> None:
    listing = shown(qtbot, [SHORT, LONG])
    words = {word for line in texts_of(listing.viewport()) for word in line.text.split()}
    assert set(" ".join(LONG[1:]).split()) <= words
    assert listing.horizontalScrollBar().maximum() == 0
    listing.setColumnWidth(2, 41)
    listing.window().resize(500, 300)
    assert listing.columnWidth(2) == 41
    assert faults(listing.window()) == []


def test_a_day_stands_on_one_line_where_sentences_wrap(qtbot: QtBot) -> None:
    day = "Kam 1 Jan"
    listing = shown(qtbot, [(day, LONG[1], LONG[2])], width=360)
    assert day in [one.text for one in texts_of(listing.viewport())]


def test_a_column_with_air_to_spare_gives_it_to_sentences_that_wrap(qtbot: QtBot) -> None:
    listing = shown(qtbot, [("1", LONG[1], "Desa")])
    assert listing.columnWidth(2) < 80 < listing.columnWidth(1)


def test_the_last_of_many_rows_is_reached_whole_by_key(qtbot: QtBot) -> None:
    listing = shown(qtbot, [(str(n), LONG[1], LONG[2]) for n in range(300)])
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = listing.visualRect(listing.things.index(299, 1))
    assert listing.viewport().rect().contains(last)
    assert last.height() == listing.rowHeight(0)


def test_of_thousands_of_rows_only_what_is_seen_is_laid(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    listing, laid = shown(qtbot, [SHORT]), set[str]()

    def lines(text: str, width: int) -> list[str]:
        laid.add(text)
        return lines_in(text, width)

    monkeypatch.setattr(word_fit, "lines_in", lines)
    listing.set_rows([(str(n), f"{LONG[1]} tahun {n}", LONG[2]) for n in range(2000)])
    QApplication.processEvents()
    assert len(laid) < 100


def test_a_typed_text_makes_its_row_higher(qtbot: QtBot) -> None:
    page, table = QWidget(), EditTable("Rekomendasi", (EditColumn("No", 40), EditColumn("Uraian")))
    page.setLayout(column(table))
    qtbot.addWidget(page)
    table.set_texts([("1", "singkat"), ("2", "singkat")])
    page.resize(300, 300)
    page.show()
    low = table.rowHeight(0)
    item = table.item(0, 1)
    assert item is not None
    item.setText(LONG[1])
    assert table.rowHeight(0) > low
    assert table.rowHeight(1) == low
