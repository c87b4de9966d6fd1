"""The bar of the guide in the window: offered, begun, ticked by what is done, put away; nothing lies over the work."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import FrameModel, RoleLine
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.role_tabs import tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.tour.bar import TourBar
from kinerja_desktop.ui.tour.guide import Guide
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.conftest import InstallTheme
from tests.ui.kantor import Kantor
from tests.ui.pages import cut_texts, part, press
from tests.ui.scenes import copied, reviewing


@pytest.fixture
def kantor() -> Kantor:
    return copied(reviewing)


def window(qtbot: QtBot, kantor: Kantor, size: QSize) -> tuple[MainWindow, Guide]:
    ctx = kantor.kabid()
    frame = FrameModel("Kecamatan Kelara", "Kabupaten Jeneponto", "Andi Umpama", (RoleLine("a", "Kabid"),), "a")
    made = MainWindow(frame, tabs_for(ctx.actor.role, Desk(lambda: ctx, InlineRunner())))
    qtbot.addWidget(made)
    made.resize(size)
    made.show()
    return made, Guide(made, lambda: ctx)


def offers(made: MainWindow) -> list[str]:
    return [s.text() for s in made.findChildren(Strip) if s.isVisible() and "panduan" in s.text()]


def signs(made: MainWindow) -> str:
    return part(made, QLabel, "tanda_panduan").text()


def test_it_is_offered_and_nothing_comes_by_itself(qtbot: QtBot, kantor: Kantor) -> None:
    made, guide = window(qtbot, kantor, QSize(1366, 698))
    qtbot.waitUntil(lambda: len(offers(made)) == 1)
    assert not part(made, TourBar, "panduan").isVisible()
    guide.start()
    qtbot.waitUntil(lambda: not offers(made))
    assert part(made, TourBar, "panduan").isVisible()


def test_a_step_is_ticked_when_it_is_done_and_may_be_passed_over(qtbot: QtBot, kantor: Kantor) -> None:
    made, guide = window(qtbot, kantor, QSize(1366, 698))
    guide.start()
    assert signs(made) == "● ○ ○ ○ ○ ○"
    made.open_tab("pemeriksaan")
    guide.look()
    assert signs(made) == "✓ ● ○ ○ ○ ○"
    press(qtbot, made, "lewati_panduan")
    assert signs(made) == "✓ – ● ○ ○ ○"


def test_a_step_opens_the_closed_panel_in_which_it_presses_once(
    qtbot: QtBot, kantor: Kantor, install_theme: InstallTheme
) -> None:
    """With large text a panel waits closed; who closes it again keeps it closed."""
    install_theme(Mode.TERANG, 1.5)
    made, guide = window(qtbot, kantor, QSize(1366, 698))
    (panel,) = made.page().findChildren(Split)
    assert not panel.is_open()
    guide.start()
    assert panel.is_open()
    made.page().toggle_panel()
    guide.look()
    assert not panel.is_open()
    for _ in range(5):
        press(qtbot, made, "lewati_panduan")
    made.open_tab("arsip")
    assert [one.is_open() for one in made.page().findChildren(Split) if one.isVisible()] == [True]


def test_it_stays_when_the_window_is_built_in_another_size(qtbot: QtBot, kantor: Kantor) -> None:
    made, guide = window(qtbot, kantor, QSize(1366, 698))
    guide.start()
    told = signs(made)
    made.rebuild([*made.tab_specs()])
    assert signs(made) == told


def test_it_is_put_away_and_resumed(qtbot: QtBot, kantor: Kantor) -> None:
    made, guide = window(qtbot, kantor, QSize(1366, 698))
    guide.start()
    press(qtbot, made, "lewati_panduan")
    press(qtbot, made, "tutup_panduan")
    assert not part(made, TourBar, "panduan").isVisible()
    assert offers(made) == [], "it was begun once; the menu opens it again"
    guide.start()
    assert signs(made) == "– ● ○ ○ ○ ○"


@pytest.mark.parametrize("size", [QSize(1366, 698), QSize(1093, 544)], ids=["100%", "125%"])
def test_no_word_of_it_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    made, guide = window(qtbot, kantor, size)
    guide.start()
    for _ in range(7):
        assert cut_texts(part(made, TourBar, "panduan")) == []
        if part(made, TourBar, "panduan").isVisible() and signs(made).count("●"):
            press(qtbot, made, "lewati_panduan")
    assert "selesai" in part(made, TourBar, "panduan").findChildren(QLabel)[0].text()
