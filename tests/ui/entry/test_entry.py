from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.services import collection
from kinerja_desktop.ui.entry.tab import EntryPage, make
from kinerja_desktop.ui.widgets.grid.cells import CellState
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.stops import stops
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.evidence import EvidenceDialog
from kinerja_desktop.ui.work.no_data import NoDataDialog
from kinerja_desktop.ui.work.question import Question
from tests.ui.kantor import Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, ordered
from tests.ui.walk import settle

REALISASI = "realisasi"


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> EntryPage:
    return open_page(qtbot, make, kantor.analis())


def grid(page: EntryPage) -> GridView:
    return part(page, GridView, "lembar")


def state(page: EntryPage, kode: str) -> CellState:
    model = grid(page).grid
    return model.cell(model.index_of(kode, REALISASI)).state


def text(page: EntryPage, kode: str, column: str = REALISASI) -> str:
    model = grid(page).grid
    return model.cell(model.index_of(kode, column)).text


def open_field() -> QLineEdit:
    """The field that is open in a cell."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def type_into(qtbot: QtBot, page: EntryPage, kode: str, typed: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    grid(page).go_to(kode, REALISASI)
    grid(page).setFocus()
    qtbot.keyClicks(grid(page), typed[0])
    qtbot.keyClicks(open_field(), typed[1:])
    qtbot.keyClick(open_field(), key)


def stored(kantor: Kantor, kode: str) -> IsiIndikator:
    return collection.load(kantor.analis(), kantor.case()).isi.of(kode)


def answer(monkeypatch: pytest.MonkeyPatch, reason: str | None) -> list[object]:
    asked: list[object] = []

    def ask(_parent: object, question: object) -> str | None:
        asked.append(question)
        return reason

    monkeypatch.setattr("kinerja_desktop.ui.work.filling_page.ask_reason", ask)
    monkeypatch.setattr("kinerja_desktop.ui.work.filling_page.ask_no_data", lambda *asking: ask(*asking[:2]))
    return asked


# --- showing -----------------------------------------------------------------------------------


def test_every_state_of_a_cell_is_told(page: EntryPage) -> None:
    assert {kode: state(page, kode) for kode in page.sheet.baris} == {
        "1.1": CellState.DIISI,
        "1.2": CellState.DIISI,
        "1.3": CellState.PERINGATAN,
        "1.4": CellState.DIKEMBALIKAN,
        "1.5": CellState.DIISI,
        "1.6": CellState.SALAH,
        "2.1": CellState.KOSONG,
        "2.2": CellState.TIDAK_ADA_DATA,
        "2.3": CellState.TERKUNCI,
    }


def test_the_model_of_the_sheet_keeps_the_rules_of_models(page: EntryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(grid(page).grid)


def test_computed_cells_say_what_the_calculator_says(page: EntryPage) -> None:
    assert [text(page, "1.3", c) for c in ("target", "sebelum", "capaian", "sd", "kategori", "bukti")] == [
        "500",
        "488",
        "162,40",
        "130,00",
        "Sangat Tinggi",
        "1",
    ]
    model = grid(page).grid
    assert model.cell(model.index_of("2.1", "sd")).state is CellState.BELUM_LENGKAP


def test_the_strip_tells_who_returned_it_and_leads_to_the_note(page: EntryPage) -> None:
    strip = part(page, Strip, "tanda_kembali")
    assert strip.text() == (
        "Dikembalikan untuk Diperbaiki oleh Siti Misalnya, S.Sos. Jumat 10 Juli 16.20 · 1 catatan: "
        "«Lampirkan rekap waktu layanan Juni 2026.»"
    )
    strip.linked.emit()
    assert grid(page).current_row_key() == "1.4"


def test_loading_and_looking_around_write_nothing(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    before = collection.load(kantor.analis(), kantor.case()).versi_draf
    head = kantor.head()
    for _ in range(12):
        qtbot.keyClick(grid(page), Qt.Key.Key_Down)
    page.load()
    page.hide()
    assert collection.load(kantor.analis(), kantor.case()).versi_draf == before
    assert kantor.head() == head


def test_the_panel_shows_where_the_figure_comes_from(page: EntryPage) -> None:
    grid(page).go_to("1.3", REALISASI)
    words = labels(page)
    assert "812 ÷ 500 × 100 = <b>162,40%</b>" in words
    assert "Angka ini 162,40% dari target" in words
    assert part(page, QPlainTextEdit, "faktor_penghambat").toPlainText() == "Printer loket rusak 9–12 Juni 2026."
    assert part(page, QPushButton, "bukti").text() == "Bukti (1)"


# --- typing ------------------------------------------------------------------------------------


def test_a_figure_is_judged_at_once_and_kept_within_a_second(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    with qtbot.waitSignal(page.saved, check_params_cb=lambda s: s.text == "Tersimpan 10.42", timeout=3000):
        type_into(qtbot, page, "2.1", "2")
    assert (state(page, "2.1"), text(page, "2.1", "capaian")) == (CellState.DIISI, "66,67")
    assert stored(kantor, "2.1").realisasi == 2
    assert grid(page).current_row_key() == "2.2"


def test_a_wrong_text_stays_as_typed_with_its_sentence_under_the_cell(
    qtbot: QtBot, kantor: Kantor, page: EntryPage
) -> None:
    type_into(qtbot, page, "1.6", "delapan puluh", Qt.Key.Key_Tab)
    page.keeper.flush()
    assert (state(page, "1.6"), text(page, "1.6")) == (CellState.SALAH, "delapan puluh")
    assert stored(kantor, "1.6").diketik == "delapan puluh"
    grid(page).go_to("1.6", REALISASI)
    assert grid(page).note() == "Hanya angka. Tulis 80, bukan 80 persen; 1.500.000, bukan 1,5 juta."


def test_an_ambiguous_figure_is_echoed(qtbot: QtBot, page: EntryPage) -> None:
    type_into(qtbot, page, "1.2", "1.234")
    grid(page).go_to("1.2", REALISASI)
    assert grid(page).note() == "Dibaca: 1.234 (seribu dua ratus tiga puluh empat)."


def test_what_is_being_typed_is_kept_before_it_is_taken(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    grid(page).go_to("2.1", REALISASI)
    qtbot.keyClicks(grid(page), "3")
    page.keeper.flush()
    assert stored(kantor, "2.1").realisasi == 3
    assert text(page, "2.1", "capaian") == "100,00"
    editor = open_field()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    page.keeper.flush()
    assert (stored(kantor, "2.1").realisasi, state(page, "2.1")) == (None, CellState.KOSONG)


def test_texts_stay_under_the_mouse_while_a_figure_is_typed(qtbot: QtBot, page: EntryPage) -> None:
    """Half a figure is far from its target: its warning waits until the figure is taken."""
    grid(page).go_to("1.1", REALISASI)
    field, link = part(page, QPlainTextEdit, "faktor_pendukung"), part(page, QLabel, "beri_alasan")
    settle()
    before = field.mapTo(page, QPoint())
    qtbot.keyClicks(grid(page), "1")
    settle()
    assert (field.mapTo(page, QPoint()), link.isVisible()) == (before, False)
    assert text(page, "1.1", "capaian") == "1,06"
    qtbot.keyClick(open_field(), Qt.Key.Key_Return)
    grid(page).go_to("1.1", REALISASI)
    assert link.isVisible()


def test_delete_empties_a_figure_and_nothing_else(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    grid(page).go_to("1.3", REALISASI)
    qtbot.keyClick(grid(page), Qt.Key.Key_Delete)
    page.keeper.flush()
    row = stored(kantor, "1.3")
    assert (row.realisasi, row.tindak_lanjut) == (None, "Usulkan printer cadangan di APBD Perubahan.")


def test_undo_and_redo_go_step_by_step(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    type_into(qtbot, page, "1.1", "93")
    type_into(qtbot, page, "1.2", "1300")
    press(qtbot, page, "urungkan")
    assert (text(page, "1.1"), text(page, "1.2")) == ("93,00", "1.287")
    qtbot.keyClick(grid(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(page, "1.1") == "91,85"
    assert grid(page).current_row_key() == "1.1", "what was taken back is in sight"
    assert not part(page, QPushButton, "urungkan").isEnabled()
    press(qtbot, page, "ulangi")
    assert part(page, QPushButton, "ulangi").isEnabled(), "two steps were taken back"
    assert text(page, "1.1") == "93,00"
    qtbot.keyClick(grid(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(grid(page), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    page.keeper.flush()
    assert stored(kantor, "1.1").realisasi == 93


def test_words_are_kept_too(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    grid(page).go_to("1.1", REALISASI)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    field = part(page, QPlainTextEdit, "faktor_pendukung")
    qtbot.keyClicks(field, "Antrean tertib.")
    grid(page).go_to("1.2", REALISASI)
    page.keeper.flush()
    assert stored(kantor, "1.1").faktor_pendukung == "Antrean tertib."
    assert stored(kantor, "1.2").faktor_pendukung == ""


def test_a_text_beyond_its_limit_stays_on_the_screen_and_the_rest_is_saved(
    qtbot: QtBot, kantor: Kantor, page: EntryPage
) -> None:
    grid(page).go_to("1.1", REALISASI)
    part(page, QPlainTextEdit, "tindak_lanjut").setPlainText("x" * 4100)
    type_into(qtbot, page, "1.2", "1300")
    with qtbot.waitSignal(page.saved) as told:
        assert not page.keeper.flush()
    assert "Tindak lanjut 1.1 berisi 4100 huruf" in told.args[0].text
    assert (stored(kantor, "1.2").realisasi, stored(kantor, "1.1").tindak_lanjut) == (Decimal(1300), "")
    grid(page).go_to("1.1", REALISASI)
    assert len(part(page, QPlainTextEdit, "tindak_lanjut").toPlainText()) == 4100


def test_leaving_the_page_keeps_what_was_typed_in_the_last_moment(
    qtbot: QtBot, kantor: Kantor, page: EntryPage
) -> None:
    type_into(qtbot, page, "1.1", "93")
    page.hide()
    assert stored(kantor, "1.1").realisasi == 93


def test_what_somebody_else_filled_meanwhile_is_joined(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    kantor.type(jam(7, 13, 10, 43), {"1.1": "94"})
    type_into(qtbot, page, "1.2", "1300")
    page.keeper.flush()
    page.keeper.flush()
    assert (stored(kantor, "1.1").realisasi, stored(kantor, "1.2").realisasi) == (Decimal(94), Decimal(1300))
    assert text(page, "1.1") == "94,00"


# --- pasting -----------------------------------------------------------------------------------


def paste(qtbot: QtBot, page: EntryPage, kode: str, block: str, column: str = REALISASI) -> None:
    QGuiApplication.clipboard().setText(block)
    grid(page).go_to(kode, column)
    qtbot.keyClick(grid(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_column_from_excel_lands_row_by_row(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    paste(qtbot, page, "1.1", "92,5\r\n1234\r\n1.300\r\n2.85\r\n4\r\ntujuh\r\n")
    page.keeper.flush()
    assert [str(stored(kantor, kode).realisasi) for kode in ("1.1", "1.2", "1.3", "1.4", "1.5")] == [
        "92.5",
        "1234",
        "1300",
        "2.85",
        "4",
    ]
    assert stored(kantor, "1.6").diketik == "tujuh"
    assert part(page, Strip, "pesan").isVisible()
    qtbot.keyClick(grid(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(page, "1.1") == "91,85"
    assert part(page, Strip, "pesan").isHidden()


def test_what_finds_no_place_is_named(qtbot: QtBot, page: EntryPage) -> None:
    paste(qtbot, page, "2.1", "3\n81,5\n12\n13")
    message = part(page, Strip, "pesan")
    assert message.text() == (
        "2 isian ditempel. 1 sel terkunci dilewati: 2.3 «12». "
        "1 di luar tabel: «13»; salinannya masih ada, tempel di baris yang benar."
    )
    message.linked.emit()
    assert message.isHidden()


def test_a_copied_table_may_be_pasted_whole(qtbot: QtBot, page: EntryPage) -> None:
    grid(page).go_to("1.1", "no")
    grid(page).selectAll()
    table = "1.1\tPersentase permohonan yang selesai tepat waktu\t94,00\t92,40\t93,00\t97,71"
    paste(qtbot, page, "1.1", table, "no")
    assert text(page, "1.1") == "93,00"
    assert part(page, Strip, "pesan").isHidden()


def test_the_button_says_what_to_copy_first(qtbot: QtBot, page: EntryPage) -> None:
    press(qtbot, page, "salin_excel")
    assert part(page, Strip, "pesan").text().startswith("Belum ada yang disalin. Salin kolom angka di Excel")


def test_a_table_of_libreoffice_fills_figures_and_words_as_one_step(kantor: Kantor, page: EntryPage) -> None:
    page.toggle_columns()
    data = QMimeData()
    data.setText("wrong signs")
    data.setHtml(
        '<table><tr><td sdval="92.5" sdnum="1033;0;0.00">92.50</td><td></td><td></td><td></td><td></td>'
        "<td>Antrean tertib,<br>loket cukup</td></tr>"
        '<tr><td sdval="1300" sdnum="1033;0;#,##0">1,300</td><td></td><td></td><td></td><td></td><td></td></tr></table>'
    )
    QGuiApplication.clipboard().setMimeData(data)
    grid(page).go_to("1.1", REALISASI)
    grid(page).paste()
    page.keeper.flush()
    first = stored(kantor, "1.1")
    assert (str(first.realisasi), first.faktor_pendukung) == ("92.50", "Antrean tertib,\nloket cukup")
    assert stored(kantor, "1.2").realisasi == 1300
    assert part(page, Strip, "pesan").text() == "4 isian ditempel. 1 angka bertitik, dibaca: 1.2 = 1.300."
    page.undo()
    page.keeper.flush()
    assert (str(stored(kantor, "1.1").realisasi), stored(kantor, "1.1").faktor_pendukung) == ("91.85", "")


def test_the_columns_of_words_come_and_go(page: EntryPage) -> None:
    page.toggle_columns()
    assert grid(page).horizontalScrollBar().value() > 0, "the words are in sight"
    page.toggle_columns()
    assert grid(page).isColumnHidden(grid(page).grid.column_of("tindak_lanjut"))
    assert grid(page).currentIndex().column() == grid(page).grid.column_of(REALISASI)


def choose(page: EntryPage, first: str, last: str, column: str = REALISASI) -> None:
    """A block of one column, as with Shift and the arrows."""
    view = grid(page)
    view.go_to(first, column)
    chosen = QItemSelection(view.grid.index_of(first, column), view.grid.index_of(last, column))
    view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_one_value_pasted_over_a_choice_is_repeated(page: EntryPage) -> None:
    QGuiApplication.clipboard().setText("7")
    choose(page, "1.2", "1.5")
    grid(page).paste()
    assert [text(page, kode) for kode in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6")] == [
        "91,85",
        "7",
        "7",
        "7,00",
        "7",
        "80 persen",
    ]


def test_fill_down_repeats_the_first_line_and_is_one_step(qtbot: QtBot, page: EntryPage) -> None:
    choose(page, "1.2", "1.5")
    qtbot.keyClick(grid(page), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [text(page, kode) for kode in ("1.2", "1.3", "1.5")] == ["1.287", "1.287", "1.287"]
    page.undo()
    assert [text(page, kode) for kode in ("1.2", "1.3", "1.5")] == ["1.287", "812", "3"]
    grid(page).go_to("1.2", REALISASI)
    qtbot.keyClick(grid(page), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert text(page, "1.2") == "91,85", "a single cell takes the one above it"


def test_a_cut_block_lies_on_the_clipboard_and_is_empty(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    choose(page, "1.1", "1.3")
    qtbot.keyClick(grid(page), Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    page.keeper.flush()
    assert QGuiApplication.clipboard().text() == "91,85\n1.287\n812"
    assert 'sdval="1287"' in QGuiApplication.clipboard().mimeData().html()
    assert [stored(kantor, kode).realisasi for kode in ("1.1", "1.2", "1.3")] == [None, None, None]
    grid(page).paste()
    page.undo()
    page.undo()
    page.keeper.flush()
    assert stored(kantor, "1.2").realisasi == 1287, "the draft follows, also after it was saved"


def test_texts_that_are_no_figures_are_marked_and_named(qtbot: QtBot, page: EntryPage) -> None:
    paste(qtbot, page, "1.1", "tujuh\n1300")
    assert part(page, Strip, "pesan").text() == "2 isian ditempel. 1 bukan angka dan ditandai (F8): 1.1 «tujuh»."
    assert (state(page, "1.1"), text(page, "1.1")) == (CellState.SALAH, "tujuh")


def test_a_long_text_that_is_no_figure_is_named_by_its_beginning(qtbot: QtBot, page: EntryPage) -> None:
    paste(qtbot, page, "1.1", "surat " * 500)
    assert len(part(page, Strip, "pesan").text()) < 100, "a text to be known again, not the whole of it"


def test_a_paste_under_a_filter_fills_only_what_is_seen(qtbot: QtBot, page: EntryPage) -> None:
    before = {kode: page.sheet.isi.of(kode).realisasi for kode in page.sheet.baris}
    grid(page).set_filter("1.2")
    paste(qtbot, page, "1.2", "77\n88")
    grid(page).set_filter("")

    changed = [kode for kode in before if page.sheet.isi.of(kode).realisasi != before[kode]]
    assert changed == ["1.2"]
    assert "88" in part(page, Strip, "pesan").text(), "what found no place is told"


def sort_by_figure(page: EntryPage) -> list[str]:
    """The sheet by its figures, the greatest first; the rows as they are seen."""
    head = grid(page).horizontalHeader()
    head.setSortIndicator(grid(page).grid.column_of(REALISASI), Qt.SortOrder.DescendingOrder)
    return grid(page).grid.row_keys()


def test_a_paste_into_another_order_follows_the_rows_as_seen_and_says_so(qtbot: QtBot, page: EntryPage) -> None:
    before = {kode: text(page, kode) for kode in page.sheet.baris}
    seen = sort_by_figure(page)
    assert seen != list(page.sheet.baris)
    paste(qtbot, page, seen[0], "71\n72\n73")
    assert [page.sheet.isi.of(kode).realisasi for kode in seen[:3]] == [71, 72, 73]
    assert grid(page).grid.row_keys() == seen, "nothing jumped away"
    told = part(page, Strip, "pesan").text()
    assert told.startswith("3 isian ditempel. Baris sedang diurutkan menurut Realisasi TW II, bukan urutan dokumen")
    page.undo()
    assert {kode: text(page, kode) for kode in page.sheet.baris} == before


def test_another_order_of_the_rows_changes_nothing_of_the_sheet(qtbot: QtBot, kantor: Kantor, page: EntryPage) -> None:
    before = [row.kode for row in collection.load(kantor.analis(), kantor.case()).isi.indikator]
    seen = sort_by_figure(page)
    choose(page, seen[0], seen[2])
    qtbot.keyClick(grid(page), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.keeper.flush()
    assert len({page.sheet.isi.of(kode).realisasi for kode in seen[:3]}) == 1
    assert [row.kode for row in collection.load(kantor.analis(), kantor.case()).isi.indikator] == before
    page.load()
    assert grid(page).grid.row_keys() == seen, "reading again moves nothing"
    grid(page).tools.order_line.back.click()
    assert grid(page).grid.row_keys() == list(page.sheet.baris)


def test_by_key_the_menu_stands_below_the_current_cell(page: EntryPage) -> None:
    view = grid(page)
    view.go_to("1.3", REALISASI)
    view.tools.open_menu()
    menu = part(view, QMenu, "menu_daftar")
    cell = view.visualRect(view.currentIndex())
    assert menu.pos().x() == view.viewport().mapToGlobal(cell.bottomLeft()).x()
    menu.close()


def test_the_link_of_a_warning_shows_that_it_has_the_focus(page: EntryPage) -> None:
    grid(page).go_to("1.3", REALISASI)
    link = part(page, QLabel, "beri_alasan")
    assert link in stops(page)
    assert link.property("focus_ring")


def test_the_menu_offers_what_can_be_done(page: EntryPage) -> None:
    grid(page).tools.open_menu()
    menu = part(grid(page), QMenu, "menu_daftar")
    assert [act.text().split("\t")[0] for act in menu.actions() if act.isEnabled() and act.text()] == [
        "Salin",
        "Potong",
        "Tempel",
        "Kosongkan isi",
        "Isi ke bawah",
        "Semua Kolom",
        "Saring…",
        "Kolom",
        "Urutkan menurut",
        "Kembalikan Susunan Awal",
        "Salin yang Terlihat",
        "Ekspor yang Terlihat…",
    ]
    menu.close()


# --- raw figures -------------------------------------------------------------------------------


@pytest.fixture
def divided(kantor: Kantor) -> Kantor:
    """The plan asks for pembilang and penyebut of 1.1."""
    with kantor.office.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        named = tuple(
            replace(one, komponen_pembilang="Tepat waktu", komponen_penyebut="Semua permohonan")
            if one.kode == "1.1"
            else one
            for one in plan.indikator
        )
        unit.planning.put_rencana(replace(plan, indikator=named))
        unit.commit()
    return kantor


def test_raw_figures_make_the_realisasi(qtbot: QtBot, divided: Kantor) -> None:
    page = open_page(qtbot, make, divided.analis())
    paste(qtbot, page, "1.1", "81\t121", "pembilang")
    page.keeper.flush()
    row = stored(divided, "1.1")
    assert (row.pembilang, row.penyebut, str(row.realisasi)) == (Decimal(81), Decimal(121), "66.942149")
    assert (text(page, "1.1"), text(page, "1.1", "capaian")) == ("66,94", "71,22")
    assert "Realisasi: 81 ÷ 121 × 100 = <b>66,942149</b>" in labels(page)
    assert state(page, "1.2") is CellState.DIISI


def test_a_computed_cell_takes_no_text_and_says_how_it_is_made(qtbot: QtBot, divided: Kantor) -> None:
    page = open_page(qtbot, make, divided.analis())
    paste(qtbot, page, "1.1", "95\n1300")
    assert part(page, Strip, "pesan").text() == "1 isian ditempel. 1 sel terkunci dilewati: 1.1 «95»."
    assert (text(page, "1.1"), text(page, "1.2")) == ("91,85", "1.300")
    with qtbot.waitActive(page):
        page.activateWindow()
    grid(page).go_to("1.1", REALISASI)
    grid(page).setFocus()
    assert grid(page).note() == "Realisasi: Tepat waktu ÷ Semua permohonan × 100"
    page.panel.texts.focus_first()
    assert grid(page).note() == "", "it lies over other cells, so it goes with the focus"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_raw_figures_have_room_beside_the_realisasi(qtbot: QtBot, divided: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, divided.analis(), size=size)
    view = grid(page)
    right = view.visualRect(view.grid.index_of("1.1", "capaian")).right()
    assert 0 < right <= view.viewport().width()
    assert cut_texts(page) == []


def test_what_is_typed_shows_at_once_where_the_figure_comes_from(qtbot: QtBot, page: EntryPage) -> None:
    grid(page).go_to("2.1", REALISASI)
    qtbot.keyClicks(grid(page), "2")
    assert "2 ÷ 3 × 100 = <b>66,67%</b>" in labels(page)


# --- reasons, notes, evidence ------------------------------------------------------------------


def test_a_warning_is_confirmed_with_a_reason(page: EntryPage, kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "Sudah diperiksa: sesuai register.")
    model = grid(page).grid
    assert model.cell(model.index_of("1.3", REALISASI)).note.endswith("jika benar, beri alasan.")
    grid(page).go_to("1.3", REALISASI)
    page.confirm_warning()
    page.keeper.flush()
    assert model.cell(model.index_of("1.3", REALISASI)).note.endswith("Alasan: Sudah diperiksa: sesuai register.")
    assert (state(page, "1.3"), stored(kantor, "1.3").alasan_peringatan) == (
        CellState.DIISI,
        "Sudah diperiksa: sesuai register.",
    )


def test_no_data_needs_a_reason_and_gives_way_to_a_figure(
    qtbot: QtBot, page: EntryPage, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "Kegiatan ditunda ke Agustus.")
    grid(page).go_to("2.1", REALISASI)
    press(qtbot, page, "tidak_ada_data")
    assert state(page, "2.1") is CellState.TIDAK_ADA_DATA
    assert text(page, "2.1", "capaian") == "n/a"
    type_into(qtbot, page, "2.1", "3")
    page.keeper.flush()
    assert state(page, "2.1") is CellState.DIISI
    assert stored(kantor, "2.1").alasan_kosong == "Kegiatan ditunda ke Agustus."


def test_a_cancelled_reason_changes_nothing(qtbot: QtBot, page: EntryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, None)
    grid(page).go_to("1.1", REALISASI)
    press(qtbot, page, "tidak_ada_data")
    assert (text(page, "1.1"), page.keeper.is_dirty()) == ("91,85", False)


def test_a_note_is_ticked_where_it_is_pinned(page: EntryPage, kantor: Kantor) -> None:
    grid(page).go_to("1.4", REALISASI)
    QApplication.processEvents()
    part(page, QCheckBox, "sudah_diperbaiki").setChecked(True)
    page.keeper.flush()
    assert state(page, "1.4") is CellState.DIISI
    assert len(stored(kantor, "1.4").perbaikan) == 1


def test_evidence_goes_into_the_draft_and_can_be_undone(
    qtbot: QtBot, page: EntryPage, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: EvidenceDialog) -> int:
        press(qtbot, dialog, "tambah_bukti")
        qtbot.keyClicks(dialog._rows[-1].words, "  https://arsip.contoh/rekap  ")
        dialog.reject()
        return 0

    monkeypatch.setattr(EvidenceDialog, "exec", fill)
    grid(page).go_to("1.3", REALISASI)
    press(qtbot, page, "bukti")
    page.keeper.flush()
    assert [one.nama for one in stored(kantor, "1.3").bukti] == ["Register surat.pdf", "https://arsip.contoh/rekap"]
    assert text(page, "1.3", "bukti") == "2"
    page.undo()
    assert text(page, "1.3", "bukti") == "1"


def test_f8_walks_over_everything_worth_a_look(qtbot: QtBot, page: EntryPage) -> None:
    grid(page).go_to("1.1", REALISASI)
    walked = []
    for _ in range(5):
        qtbot.keyClick(grid(page), Qt.Key.Key_F8)
        walked.append(grid(page).current_row_key())
    assert walked == ["1.3", "1.4", "1.6", "2.1", "1.3"]


def test_shift_f8_walks_back(qtbot: QtBot, page: EntryPage) -> None:
    grid(page).go_to("1.1", REALISASI)
    walked = []
    for _ in range(3):
        qtbot.keyClick(grid(page), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        walked.append(grid(page).current_row_key())
    assert walked == ["2.1", "1.6", "1.4"]


def test_a_returned_cell_without_a_figure_has_its_word(page: EntryPage) -> None:
    page.put(replace(page.sheet.isi.of("1.4"), realisasi=None))
    model = grid(page).grid
    cell = model.cell(model.index_of("1.4", REALISASI))
    assert (cell.state, cell.text, cell.words) == (CellState.DIKEMBALIKAN, "", "belum diisi")


def test_a_reason_for_no_data_is_chosen_and_told_in_words(page: EntryPage, qtbot: QtBot) -> None:
    dialog = NoDataDialog(page, Question("2.1 Kegiatan", "", "Dicatat n/a."), "")
    qtbot.addWidget(dialog)
    assert (dialog.act.isEnabled(), dialog.act.toolTip()) == (False, "Pilih sebabnya dahulu.")
    dialog.choice.setCurrentText("Kegiatan belum dilaksanakan")
    dialog.text.set_text("ditunda ke Agustus.")
    assert dialog.act.isEnabled()
    assert dialog.reason() == "Kegiatan belum dilaksanakan: ditunda ke Agustus."
    dialog.choice.setCurrentText("Sebab lain")
    dialog.text.set_text("banjir")
    assert not dialog.act.isEnabled()
    again = NoDataDialog(page, Question("2.1 Kegiatan", "", ""), "Kegiatan belum dilaksanakan: ditunda.")
    qtbot.addWidget(again)
    assert (again.choice.currentText(), again.text.text()) == ("Kegiatan belum dilaksanakan", "ditunda.")


def test_f8_leads_on_to_the_rows_that_lack_evidence(qtbot: QtBot) -> None:
    kantor = copied(filling)
    with kantor.office.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        demanding = tuple(replace(one, bukti_wajib=one.kode in ("1.1", "1.4")) for one in plan.indikator)
        unit.planning.put_rencana(replace(plan, indikator=demanding))
        unit.commit()
    kantor.type(kantor.clock.waktu, {"1.6": "80", "2.1": "2"})
    kantor.complete()
    page = open_page(qtbot, make, kantor.analis())
    assert page._footer.reason() == "Belum dapat diajukan: tambahkan bukti pada 1 indikator."
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert grid(page).current_row_key() == "1.4"
    assert QApplication.focusWidget() is part(page, QPushButton, "bukti")


def test_esc_leads_from_the_panel_back_into_the_sheet(page: EntryPage) -> None:
    part(page, QPlainTextEdit, "faktor_pendukung").setFocus()

    assert page.go_back()
    assert grid(page).hasFocus()
    assert not page.go_back()


# --- handing in --------------------------------------------------------------------------------


def test_the_foot_counts_and_says_why_not_yet(page: EntryPage) -> None:
    assert page._footer.reason() == (
        "Belum dapat diajukan: perbaiki 1 isian salah, isi 1 indikator, dan tandai 1 catatan."
    )
    assert not part(page, QPushButton, "ajukan").isEnabled()


def complete(qtbot: QtBot, page: EntryPage) -> None:
    type_into(qtbot, page, "1.6", "80")
    type_into(qtbot, page, "2.1", "3")
    sheet = page.sheet
    page.put(replace(sheet.isi.of("1.3"), alasan_peringatan="Sudah diperiksa: sesuai register."))
    page.put(replace(sheet.isi.of("1.4"), perbaikan=(sheet.baris["1.4"].catatan[0].id,)))


def test_handing_in_locks_the_sheet_and_can_be_taken_back(qtbot: QtBot, page: EntryPage) -> None:
    page.changed.connect(page.refresh)
    complete(qtbot, page)
    press(qtbot, page, "ajukan")
    after = part(page, Strip, "sesudah")
    assert after.text() == "Bahan diajukan kepada Siti Misalnya, S.Sos. hari ini 10.42."
    assert state(page, "1.1") is CellState.TERKUNCI
    assert page._footer.isHidden()
    after.linked.emit()
    assert (state(page, "1.1"), text(page, "2.1")) == (CellState.DIISI, "3")
    assert after.isHidden()


def test_ctrl_enter_takes_the_open_cell_first(qtbot: QtBot, page: EntryPage) -> None:
    page.changed.connect(page.refresh)
    complete(qtbot, page)
    grid(page).go_to("1.1", REALISASI)
    qtbot.keyClicks(grid(page), "9")
    qtbot.keyClicks(open_field(), "3,5")
    qtbot.keyClick(open_field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._view is not None
    assert page._view.terkunci
    assert str(page._view.isi.of("1.1").realisasi) == "93.5"


def test_there_is_no_sheet_before_the_order(qtbot: QtBot) -> None:
    kantor = copied(ordered)
    page = open_page(qtbot, make, kantor.analis())
    assert page._empty.text() == "Belum ada lembar kerja. Kasubag Anda akan mengirim disposisi."
    assert page.grid is None


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, kantor.analis(), size=size)
    for kode in page.sheet.baris:
        grid(page).go_to(kode, REALISASI)
        assert cut_texts(page) == [], kode
