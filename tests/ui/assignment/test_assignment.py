from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import assignment
from kinerja_desktop.ui.assignment.sending import Sending
from kinerja_desktop.ui.assignment.tab import AssignmentPage, make
from kinerja_desktop.ui.assignment.take_back_dialog import TakeBackDialog
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import PoolRunner
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.slip import SlipDialog
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


def sent(page: AssignmentPage) -> Strip:
    return part(page, Strip, "terkirim")


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
    assert sent(page).text() == "6 tugas terkirim dan belum ditindaklanjuti Kasubag."
    assert not send(page).isEnabled()
    grid(page).go_to("kesra", "seksi")
    assert part(page, QPushButton, "tarik").accessibleName() == "Tarik tugas Seksi Kesejahteraan Rakyat"
    press(qtbot, page, "tarik")
    assert "kesra" not in ordered(kantor)
    assert send(page).text() == "Disposisikan 1 tugas"


def test_several_are_taken_back_at_once(
    qtbot: QtBot, kantor: Kantor, page: AssignmentPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, page, "disposisikan")

    def tick_two(dialog: TakeBackDialog) -> int:
        act = part(dialog, QPushButton, "tarik_terpilih")
        assert not act.isEnabled()
        for kode in ("pmd", "umum"):
            part(dialog, QCheckBox, f"tarik_{kode}").setChecked(True)
        assert act.text() == "Tarik 2 Tugas"
        return 1

    monkeypatch.setattr(TakeBackDialog, "exec", tick_two)
    sent(page).linked.emit()
    assert ordered(kantor) == ["pelayanan", "pemerintahan", "kesra", "trantib"]
    assert sent(page).text().startswith("4 tugas terkirim")


def test_what_was_acted_upon_is_not_offered_back(qtbot: QtBot, kantor: Kantor, page: AssignmentPage) -> None:
    press(qtbot, page, "disposisikan")
    kantor.order(jam(7, 10, 8, 12))
    page.load()
    assert sent(page).text().startswith("5 tugas terkirim")
    grid(page).go_to("pelayanan", "seksi")
    assert not part(page, QPushButton, "tarik").isVisible()
    assert "Diperintahkan kepada Analis" in labels(page)


def test_the_slip_is_filed_once_and_shown(
    qtbot: QtBot, kantor: Kantor, page: AssignmentPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, page, "disposisikan")
    shown: list[SlipDialog] = []

    def look(dialog: SlipDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(SlipDialog, "exec", look)
    press(qtbot, page, "cetak_lembar")
    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert [dialog.pages.page_count() > 0 for dialog in shown] == [True, True]
    with kantor.office.store.read() as unit:
        assert [paper.seksi for paper in unit.papers.listing(tahun=2026) if paper.triwulan == 2] == ["pelayanan"]


def test_a_note_that_is_too_long_is_kept_and_not_sent(kantor: Kantor, page: AssignmentPage) -> None:
    part(page, QPlainTextEdit, "catatan").setPlainText("a" * 501)
    assert not send(page).isEnabled()
    assert send(page).toolTip() == "Catatan lebih 1 huruf."
    page.hide()
    assert len(assignment.load(kantor.kabid(), TW2).catatan.catatan) == 501


def test_a_note_written_meanwhile_by_another_does_not_stop_mine(
    qtbot: QtBot, kantor: Kantor, page: AssignmentPage
) -> None:
    view = assignment.load(kantor.kabid(), TW2)
    assignment.save_note(kantor.kabid(), TW2, replace(view.catatan, catatan="Lama."), seen=view.versi_catatan)
    qtbot.keyClicks(part(page, QPlainTextEdit, "catatan"), "Baru.")
    page.tick()
    page.tick()
    assert assignment.load(kantor.kabid(), TW2).catatan.catatan == "Baru."


def test_nothing_is_written_while_loading(qtbot: QtBot, kantor: Kantor) -> None:
    head = kantor.head()
    page = open_page(qtbot, make, kantor.kabid())
    page.load()
    page.tick()
    for _ in range(3):
        qtbot.keyClick(grid(page), Qt.Key.Key_Down)
    assert kantor.head() == head
    assert assignment.load(kantor.kabid(), TW2).versi_catatan == 0


def test_a_quarter_is_opened_by_its_code(page: AssignmentPage) -> None:
    page.show_item("2026-TW1")
    assert part(page, QComboBox, "triwulan").currentText() == "Triwulan I 2026"
    assert not send(page).isEnabled()
    assert send(page).toolTip() == "Semua unit sudah ditugaskan."


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
    assert send(page).toolTip() == "1 unit belum dapat ditugaskan."


class StopsAfterTwo:
    """A report of a job in which Batal is pressed while the second order is sent."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def progress(self, n: int, m: int, text: str) -> None:
        assert n <= m
        self.told.append(text)

    def cancelled(self) -> bool:
        return len(self.told) == 2


def test_batal_keeps_what_was_sent_and_sends_no_more(kantor: Kantor) -> None:
    ctx, report = kantor.kabid(), StopsAfterTwo()
    view = assignment.load(ctx, TW2)
    job = Sending(ctx, view, tuple(line.seksi.kode for line in view.baris), view.catatan)
    job(report)
    assert report.told == ["Mengirim 1 dari 6…", "Mengirim 2 dari 6…"]
    assert [one.kode for one in job.done().terkirim] == ordered(kantor) == ["pelayanan", "pemerintahan"]


def test_the_window_lives_while_orders_are_sent(qtbot: QtBot, kantor: Kantor) -> None:
    ctx, runner = kantor.kabid(), PoolRunner()
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.load()
    page.show()
    press(qtbot, page, "disposisikan")
    qtbot.waitUntil(lambda: sent(page).text().startswith("6 tugas terkirim"))
    runner.wait()
    assert len(ordered(kantor)) == 6


def test_without_a_plan_it_says_what_is_missing(page: AssignmentPage) -> None:
    page.show_item("2027-TW1")
    assert "Tetapkan rencana kinerja lebih dahulu." in labels(page)
    assert not grid(page).isVisible()


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
    assert "1.3 Jumlah surat keterangan yang diterbitkan (surat)" in words


def test_the_subject_is_kept_as_typed_in_one_line(kantor: Kantor, page: AssignmentPage) -> None:
    part(page, QPlainTextEdit, "hal").setPlainText("Data kinerja\nsemester")
    page._keeper.flush()
    assert assignment.load(kantor.kabid(), TW2).catatan.hal == "Data kinerja semester"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size)
    assert cut_texts(page) == []
    press(qtbot, page, "disposisikan")
    assert cut_texts(page) == []
