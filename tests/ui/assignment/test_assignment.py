import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import assignment
from kinerja_desktop.ui.assignment.tab import AssignmentPage, make
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, opening


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> AssignmentPage:
    made = open_page(qtbot, make, kantor.kabid())
    made.changed.connect(made.refresh)
    return made


def grid(page: AssignmentPage) -> GridView:
    return part(page, GridView, "unit")


def send(page: AssignmentPage) -> QPushButton:
    return part(page, QPushButton, "disposisikan")


def ordered(kantor: Kantor) -> list[str]:
    return [line.seksi.kode for line in assignment.load(kantor.kabid(), TW2).baris if line.ditugaskan is not None]


def test_everything_that_can_be_ordered_is_ticked(page: AssignmentPage) -> None:
    assert send(page).text() == "Disposisikan 6 tugas"
    assert part(page, QCheckBox, "pilih_semua").isChecked()
    assert part(page, QComboBox, "triwulan").currentText() == "Triwulan II 2026"


def test_the_model_keeps_the_rules_of_models(page: AssignmentPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(grid(page).grid)


def test_all_are_sent_in_one_act_and_each_can_be_taken_back(qtbot: QtBot, kantor: Kantor, page: AssignmentPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(ordered(kantor)) == 6
    assert part(page, Strip, "hasil").text() == "6 tugas terkirim."
    assert not send(page).isEnabled()
    grid(page).go_to("kesra", "seksi")
    assert part(page, QPushButton, "tarik").text() == "Tarik disposisi Seksi Kesejahteraan Rakyat"
    press(qtbot, page, "tarik")
    assert "kesra" not in ordered(kantor)
    assert send(page).text() == "Disposisikan 1 tugas"


def test_space_and_a_click_on_the_tick_leave_a_seksi_out(qtbot: QtBot, kantor: Kantor, page: AssignmentPage) -> None:
    grid(page).setFocus()
    grid(page).go_to("pmd", "seksi")
    qtbot.keyClick(grid(page), Qt.Key.Key_Space)
    place = grid(page).visualRect(grid(page).grid.index_of("trantib", "pilih")).center()
    qtbot.mouseClick(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert send(page).text() == "Disposisikan 4 tugas"
    press(qtbot, page, "disposisikan")
    assert ordered(kantor) == ["pelayanan", "pemerintahan", "kesra", "umum"]


def test_none_ticked_says_what_to_do(qtbot: QtBot, page: AssignmentPage) -> None:
    qtbot.keyClick(part(page, QCheckBox, "pilih_semua"), Qt.Key.Key_Space)
    assert not send(page).isEnabled()
    assert send(page).toolTip() == "Pilih unit yang ditugaskan."


def test_a_seksi_without_kasubag_holds_no_other_back(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.close_post(Role.KASUBAG, "trantib")
    page = open_page(qtbot, make, kantor.kabid())
    assert send(page).text() == "Disposisikan 5 tugas"
    model = grid(page).grid
    cell = model.cell(model.index_of("trantib", "keadaan"))
    assert cell.text == "belum dapat ditugaskan"
    assert "belum punya Kasubag yang berlaku" in cell.note


def test_a_cause_that_comes_up_while_sending_is_told_with_what_was_sent(
    qtbot: QtBot, kantor: Kantor, page: AssignmentPage
) -> None:
    kantor.close_post(Role.KASUBAG, "trantib")
    press(qtbot, page, "disposisikan")
    told = part(page, Strip, "hasil").text()
    assert "Seksi Ketenteraman dan Ketertiban Umum belum punya Kasubag yang berlaku" in told
    assert told.endswith("5 tugas lain sudah terkirim.")


def test_before_the_day_words_are_prepared_and_nothing_is_sent(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.now(jam(7, 8, 9))
    page = open_page(qtbot, make, kantor.kabid())
    assert "dibuka 10 Juli 2026" in part(page, Strip, "petunjuk").text()
    assert not send(page).isEnabled()
    qtbot.keyClicks(part(page, QPlainTextEdit, "catatan"), "Sertakan bukti.")
    page.hide()
    assert assignment.load(kantor.kabid(), TW2).catatan.catatan == "Sertakan bukti."


def test_after_the_day_it_says_that_the_order_is_late(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.now(jam(7, 13, 9))
    page = open_page(qtbot, make, kantor.kabid())
    assert part(page, Strip, "petunjuk").text().startswith("Komputer tidak dinyalakan pada 10 Juli.")
    assert send(page).isEnabled()


def test_the_slip_lists_the_indikator_of_the_chosen_seksi(page: AssignmentPage) -> None:
    grid(page).go_to("pelayanan", "seksi")
    words = labels(page)
    assert "Kepada Siti Misalnya, S.Sos., Seksi Pelayanan" in words
    assert "1.3  Jumlah surat keterangan yang diterbitkan (surat)" in words


def test_an_empty_subject_is_kept_as_typed(qtbot: QtBot, kantor: Kantor, page: AssignmentPage) -> None:
    field = part(page, QLineEdit, "hal")
    field.selectAll()
    qtbot.keyClicks(field, "Data kinerja semester")
    page._keeper.flush()
    assert assignment.load(kantor.kabid(), TW2).catatan.hal == "Data kinerja semester"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size)
    assert cut_texts(page) == []
