"""The charts of the tab: asked for when looked at, every number reached and explained, large in a meeting."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import monitoring, monitoring_charts
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.chart import ChartView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.monitoring.meeting import MeetingView
from kinerja_desktop.ui.monitoring.tab import CHARTS, FLOW, MonitoringPage, make
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, Ticket
from kinerja_desktop.ui.widgets.dialog import put_away
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.parted import Part
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.stops import stops
from tests.ui.kantor import Kantor, found, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, opening, reviewing

T = TypeVar("T")
Key = Qt.Key


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> MonitoringPage:
    return open_page(qtbot, make, kantor.kabid())


def look_at(page: MonitoringPage, key: str = CHARTS) -> None:
    chosen = part(page, Segmented, "bagian")
    chosen.choose(key)
    chosen.chosen.emit(key)


def chart(page: MonitoringPage) -> ChartView:
    return part(page, ChartView, "grafik")


def explained(page: MonitoringPage) -> tuple[str, str]:
    """Name and figure in the panel; empty where nothing is explained."""
    name, figure = (part(page, QLabel, key) for key in ("angka_nama", "angka"))
    return (name.text(), figure.text()) if figure.isVisibleTo(page) else ("", "")


class Waiting(InlineRunner):
    """Keeps every job until it is let go."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], Ticket]] = []

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        self.jobs.append(lambda: InlineRunner.start(self, job, calls, writes=writes))
        return Ticket()


def test_the_tab_loads_nothing_that_draws_before_a_chart_is_asked_for() -> None:
    script = (
        "import sys, kinerja_desktop.ui.monitoring.tab; print(*(m for m in ('reportlab', 'PIL') if m in sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []


def waiting(qtbot: QtBot, kantor: Kantor) -> tuple[MonitoringPage, Waiting]:
    """The tab on the screen, and the works that it asked for and that have not run."""
    runner, ctx = Waiting(), kantor.kabid()
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.resize(WIDE)
    page.load()
    page.show()
    QApplication.processEvents()
    return page, runner


def test_charts_are_asked_for_when_they_are_first_looked_at(qtbot: QtBot, kantor: Kantor) -> None:
    page, runner = waiting(qtbot, kantor)
    runner.jobs.pop()()  # the figures of the bars
    assert runner.jobs == []
    look_at(page)
    assert "Menghitung…" in labels(page)
    runner.jobs[0]()
    assert "Menghitung…" not in labels(page)
    assert len(runner.jobs) == 1, "charts of single indikator wait until they are turned to"
    assert "Triwulan I 2026, sudah disetujui" in chart(page).accessibleName()


def test_the_times_are_shown_before_the_figures_of_the_year_are_read(qtbot: QtBot, kantor: Kantor) -> None:
    page, runner = waiting(qtbot, kantor)
    bars = part(page, BarsView, "batang")
    assert part(page, MatrixView, "matriks").matrix.rows
    assert "Menghitung…" in labels(page)
    assert not bars.isVisible()
    page.load()
    QApplication.processEvents()
    older, newer = runner.jobs
    newer()
    QApplication.processEvents()
    assert bars.isVisible()
    told = bars.accessibleDescription()
    older()
    assert bars.accessibleDescription() == told
    assert "Menghitung…" not in labels(page)


def test_figures_that_cannot_be_read_say_why(qtbot: QtBot, kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StorageFault("/kantor", "rusak")

    monkeypatch.setattr(monitoring, "load_capaian", broken)
    page = open_page(qtbot, make, kantor.kabid())
    assert not part(page, BarsView, "batang").isVisible()
    assert part(page, MatrixView, "matriks").matrix.rows


def test_an_old_answer_is_not_shown_over_a_newer_one(qtbot: QtBot, kantor: Kantor) -> None:
    runner, ctx = Waiting(), kantor.kabid()
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.load()
    look_at(page)
    page.load()
    first, second = runner.jobs
    second()
    shown = chart(page).accessibleName()
    first()
    assert chart(page).accessibleName() == shown
    assert part(page, QComboBox, "pilihan_grafik").isEnabled()


def test_a_bar_leads_to_where_its_number_comes_from(qtbot: QtBot, page: MonitoringPage) -> None:
    bars = part(page, BarsView, "batang")
    bars.setFocus()
    qtbot.keyClick(bars, Key.Key_Down)
    qtbot.keyClick(bars, Key.Key_Return)
    assert part(page, Segmented, "bagian").key() == CHARTS
    assert explained(page) == ("Meningkatnya kepuasan masyarakat", "100,75%")
    assert "Dari mana angka ini?" in labels(page)
    assert "(100,00 + 101,50) ÷ 2" in labels(page)


def test_the_numbers_below_the_bars_lead_to_where_they_come_from(qtbot: QtBot, page: MonitoringPage) -> None:
    press(qtbot, page, "kartu_Rata-rata capaian")
    assert explained(page) == ("Rata-rata capaian", "94,09%")
    assert not part(page, QAbstractButton, "kartu_Serapan anggaran").isEnabled(), "there is none to explain"


def test_a_bar_of_many_is_found_in_the_chart_that_goes_on(page: MonitoringPage) -> None:
    look_at(page)
    stage = page._stage
    assert stage is not None
    found = monitoring_charts.board(page.ctx())
    number = next(one for one in found.kantor[0].angka if one.tempat)
    many = [
        replace(found.kantor[0], judul=f"Sasaran {n}", angka=(number, replace(number, nama=f"{n}"))) for n in (1, 2)
    ]
    stage.show_board(replace(found, kantor=tuple(many)))
    stage.pick(3)
    assert explained(page)[0] == "2"
    assert stage.title() == "Sasaran 2"


def test_arrows_step_through_the_numbers_and_a_click_asks_too(qtbot: QtBot, page: MonitoringPage) -> None:
    look_at(page)
    view = chart(page)
    assert explained(page) == ("", "")
    qtbot.keyClick(view, Key.Key_Return)
    first = explained(page)
    qtbot.keyClick(view, Key.Key_Right)
    second = explained(page)
    qtbot.keyClick(view, Key.Key_Up)
    assert explained(page) == first != second
    assert first[1] in view.accessibleDescription()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place_of(1))
    assert explained(page) == second


def test_the_numbers_beside_a_chart_are_explained(qtbot: QtBot, page: MonitoringPage) -> None:
    look_at(page)
    press(qtbot, page, "angka_Rata-rata capaian")
    assert explained(page) == ("Rata-rata capaian", "94,09%")
    assert "Rata-rata 13 dari 14 indikator" in labels(page)


def test_every_indikator_has_its_years_and_quarters(qtbot: QtBot, page: MonitoringPage) -> None:
    look_at(page)
    choice = part(page, QComboBox, "pilihan_grafik")
    at = next(n for n in range(choice.count()) if choice.itemText(n).startswith("1.3 "))
    choice.setCurrentIndex(at)
    choice.activated.emit(at)
    qtbot.keyClick(chart(page), Key.Key_Up)
    assert explained(page)[0] == "Realisasi Triwulan IV 2026"
    assert "Triwulan IV belum disetujui." in labels(page)
    press(qtbot, page, "grafik_sebelum")
    assert choice.currentText().startswith("1.2 ")
    assert explained(page) == ("", "")


def test_before_anything_is_approved_the_charts_say_what_has_to_happen(qtbot: QtBot) -> None:
    kantor = found()
    kantor.now(jam(4, 10, 8))
    page = open_page(qtbot, make, kantor.kabid())
    look_at(page)
    assert "Capaian Triwulan I belum ada karena baru 0 dari 6 laporan disetujui." in labels(page)
    assert "setelah Kabid menyetujui laporan semua seksi" in labels(page)


def test_a_fault_is_told_in_its_place_and_can_be_tried_again(
    qtbot: QtBot, page: MonitoringPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageFault("/kantor", "rusak")

    with monkeypatch.context() as broken:
        broken.setattr(monitoring_charts, "board", fail)
        look_at(page)
    again = next(b for b in page.findChildren(QAbstractButton) if b.text() == "Coba Lagi")
    assert again.isVisibleTo(page)
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert part(page, QComboBox, "pilihan_grafik").count() > 2


def test_a_minute_moves_limits_on_and_leaves_the_chart(qtbot: QtBot, page: MonitoringPage) -> None:
    look_at(page)
    qtbot.keyClick(chart(page), Key.Key_Down)
    before = explained(page)
    page.tick()
    assert explained(page) == before


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_words_are_cut(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size)  # type: ignore[arg-type]
    look_at(page)
    qtbot.keyClick(chart(page), Key.Key_Down)
    assert cut_texts(page) == []


def test_every_stop_shows_its_focus(page: MonitoringPage) -> None:
    look_at(page)
    known = (QAbstractButton, QComboBox, QAbstractItemView)
    assert [s for s in stops(page) if not isinstance(s, known) and not s.property("focus_ring")] == []
    assert [stop for stop in stops(page) if stop.parentWidget() is chart(page)] == [chart(page).focusProxy()]


# --- the meeting ---------------------------------------------------------------------------------


def meeting_of(qtbot: QtBot, page: MonitoringPage) -> MeetingView:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Key.Key_F11)
    made = page.window().findChild(MeetingView, "rapat")
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_meeting_fills_the_screen_and_is_left_by_esc(qtbot: QtBot, page: MonitoringPage) -> None:
    meeting = meeting_of(qtbot, page)
    assert meeting.isFullScreen()
    assert "Alur SOP, Triwulan II 2026" in meeting.stage.title()
    with qtbot.waitSignal(meeting.finished):
        qtbot.keyClick(meeting, Key.Key_Escape)


def test_arrows_turn_the_pages_of_a_meeting_and_step_through_numbers(qtbot: QtBot, page: MonitoringPage) -> None:
    meeting = meeting_of(qtbot, page)
    qtbot.keyClick(meeting, Key.Key_Right)
    assert meeting.stage.title() == "Capaian per sasaran"
    assert not meeting.stage.origin.isVisible()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Part)
    assert isinstance(focus.parentWidget(), ChartView)
    qtbot.keyClick(focus, Key.Key_Down)
    assert meeting.stage.origin.isVisible()
    assert "88,33%" in labels(meeting)
    qtbot.keyClick(focus, Key.Key_Left)
    assert meeting.stage.title().startswith("Alur SOP")
    qtbot.keyClick(meeting, Key.Key_Left)
    assert meeting.stage.title().startswith("7.1 "), "before the first page comes the last"
    meeting.reject()


def test_a_step_pressed_in_a_meeting_opens_its_task(qtbot: QtBot) -> None:
    kantor = copied(reviewing)
    page = open_page(qtbot, make, kantor.kabid())
    meeting = meeting_of(qtbot, page)
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        meeting.flow.pressed.emit((kantor.case(),))
    assert wanted.args == ["pemeriksaan", kantor.case()]
    assert not meeting.isVisible()


def test_a_step_at_which_nothing_stands_ends_no_meeting(qtbot: QtBot, page: MonitoringPage) -> None:
    meeting = meeting_of(qtbot, page)
    meeting.flow.asked.emit(Langkah.TUGAS)
    meeting.flow.asked.emit(Langkah.LAPORAN_TRIWULAN)
    assert meeting.isVisible()
    assert meeting.matrix.currentIndex().column() == 1
    meeting.reject()


def test_a_meeting_of_an_office_without_a_plan_says_what_has_to_happen(qtbot: QtBot) -> None:
    kantor = copied(opening)
    kantor.now(jam(7, 12, 8).replace(year=2027))
    meeting = meeting_of(qtbot, open_page(qtbot, make, kantor.kabid()))
    assert "belum berisi indikator" in part(meeting, EmptyState, "rapat_tanpa_unit").text()
    meeting.flow.press(0)
    assert meeting.isVisible()
    meeting.reject()


def test_a_locked_window_shows_no_meeting(qtbot: QtBot, page: MonitoringPage) -> None:
    meeting = meeting_of(qtbot, page)
    put_away()
    assert not meeting.isVisible()


def test_the_flow_grows_with_the_screen_and_is_pressed_where_it_is_seen(qtbot: QtBot, page: MonitoringPage) -> None:
    small, large = part(page, FlowView, "alur"), meeting_of(qtbot, page).flow
    large.resize(1800, 400)
    assert large.height() > small.height()
    assert page._view is not None
    at = large._box(page._view.alur[4].langkah).center() * large._zoom
    with qtbot.waitSignal(large.asked) as asked:
        qtbot.mouseClick(large, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [page._view.alur[4].langkah]


@pytest.mark.parametrize("role", [Role.CAMAT, Role.KASUBAG_PERENCANAAN])
def test_the_camat_and_the_planner_see_the_charts_too(qtbot: QtBot, kantor: Kantor, role: Role) -> None:
    who = "andi" if role is Role.CAMAT else "rahma"
    page = open_page(qtbot, make, kantor.ctx(who, role))
    look_at(page)
    look_at(page, FLOW)
    look_at(page)
    assert part(page, QComboBox, "pilihan_grafik").count() > 2


def test_every_number_of_a_chart_is_a_control_that_explains_itself(qtbot: QtBot, page: MonitoringPage) -> None:
    look_at(page)
    view = chart(page)
    parts = view.findChildren(Part)
    assert parts
    for at, one in enumerate(parts):
        assert one.accessibleName()
        assert one.accessibleDescription(), "where the number comes from"
        assert one.geometry().contains(view.place_of(at))
    with qtbot.waitSignal(view.picked) as picked:
        parts[-1].setFocus()
        qtbot.keyClick(parts[-1], Key.Key_Return)
    assert f"{picked.args[0].nama}: {picked.args[0].teks}" == parts[-1].accessibleName()
    with qtbot.waitSignal(view.picked):
        qtbot.keyClick(parts[-1], Key.Key_Up)
    assert view.focusProxy() is parts[-2]
    assert parts[-2].hasFocus()


def test_a_step_of_the_flow_is_a_control_that_stays_under_the_focus_while_time_passes(
    qtbot: QtBot, page: MonitoringPage
) -> None:
    flow = part(page, FlowView, "alur")
    flow.setFocus()
    qtbot.keyClick(flow, Key.Key_Right)
    second = flow.findChildren(Part)[1]
    assert second.hasFocus()
    assert "Memerintahkan" in second.accessibleName()
    page.tick()
    assert second.hasFocus()
    with qtbot.waitSignal(flow.pressed):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
