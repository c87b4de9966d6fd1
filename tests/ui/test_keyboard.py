"""A whole session without a mouse: every stop is reached and seen, and nothing leaves the focus somewhere else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.app import App, Main
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.login import LoginPage
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.stops import bring_into_sight, enter, stops
from kinerja_desktop.ui.widgets.strips import StripSpec
from tests.ui.kantor import SANDI, Kantor
from tests.ui.moments import rest
from tests.ui.scenes import copied, filling, ordered, repairing, reviewing
from tests.ui.test_counts import Opener


def opened(qtbot: QtBot, kantor: Kantor, pengguna: str, role: Role) -> Main:
    app = App(Opener(kantor))
    assert app.log_in(pengguna, SANDI).accepted
    app.enter(QRect(0, 0, 1366, 698))
    assert app._main is not None
    qtbot.addWidget(app._main)
    app._main.app = app  # type: ignore[attr-defined]  # keeps the program as long as its window
    actor = kantor.ctx(pengguna, role).actor
    if app._context().actor != actor:
        app._take_role(actor)
    app._main.activateWindow()
    qtbot.waitUntil(app._main.isActiveWindow)
    return app._main


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walked(window: Main) -> list[QWidget]:
    """Where the tab key stops until it is back where it began."""
    way = [focus()]
    while len(way) < 200:
        assert window.focusNextPrevChild(True)
        if focus() is way[0]:
            break
        assert focus() not in way[1:], (way[0], focus())
        way.append(focus())
    return way


def shows_focus(window: Main, stop: QWidget) -> bool:
    """Whether the picture of the stop, and of a few dots around it, is another one with the focus in it."""

    def seen() -> QImage:
        QApplication.processEvents()
        at = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-5, -5, 5, 5)
        return window.grab(at).toImage()

    stop.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_sight(stop)
    focused = seen()
    stop.clearFocus()
    return focused != seen()


SCENES: list[tuple[Callable[[], Kantor], str, Role]] = [
    (reviewing, "andi", Role.KABID),
    (reviewing, "andi", Role.CAMAT),
    (reviewing, "rahma", Role.KASUBAG_PERENCANAAN),
    (reviewing, "andi", Role.ADMIN),
    (repairing, "siti", Role.KASUBAG),
    (filling, "budi", Role.ANALIS),
]


@pytest.mark.parametrize(("scene", "pengguna", "role"), SCENES, ids=[f"{who}-{role.value}" for _, who, role in SCENES])
def test_every_stop_of_every_tab_shows_its_focus(
    qtbot: QtBot, scene: Callable[[], Kantor], pengguna: str, role: Role
) -> None:
    kantor = copied(scene)
    kantor.let_in(pengguna)
    window = opened(qtbot, kantor, pengguna, role)
    for spec in window._tabs.specs():
        window.open_tab(spec.key)
        page = window.page()
        assert page.isAncestorOf(focus()), spec.key
        way = walked(window)
        assert set(stops(window)) <= set(way), spec.key
        rest(window.app, window)  # type: ignore[attr-defined]
        assert [one for one in stops(page) if not shows_focus(window, one)] == [], spec.key


def test_the_order_received_is_passed_on_from_top_to_bottom(qtbot: QtBot) -> None:
    kantor = copied(ordered)
    kantor.add_analyst("Dewi Ibarat", "pelayanan")
    kantor.let_in("siti")
    window = opened(qtbot, kantor, "siti", Role.KASUBAG)
    window.open_tab("disposisi")
    tops = [one.mapToGlobal(one.rect().topLeft()).y() for one in stops(window.page())[:4]]
    assert tops == sorted(tops)
    assert focus().objectName().startswith("analis_")
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.page().isAncestorOf(focus())


def test_ctrl_tab_leaves_the_grid_for_the_panel_beside_it(qtbot: QtBot) -> None:
    kantor = copied(filling)
    kantor.let_in("budi")
    window = opened(qtbot, kantor, "budi", Role.ANALIS)
    window.open_tab("lembar_kerja")
    grid = focus()
    qtbot.keyClick(grid, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert focus() is not grid
    assert focus().mapToGlobal(focus().rect().topLeft()).x() > grid.mapToGlobal(grid.rect().topRight()).x()


def test_another_person_begins_at_the_work_and_the_same_one_where_he_was(qtbot: QtBot) -> None:
    kantor = copied(reviewing)
    kantor.let_in("siti")
    window = opened(qtbot, kantor, "andi", Role.KABID)
    window.page().focus_filter()
    left = focus()
    for pengguna in ("andi", "siti"):
        window.switch_user_asked.emit()
        page = window.findChild(LoginPage)
        assert page is not None
        app = window.app  # type: ignore[attr-defined]
        assert app.log_in(pengguna, SANDI).accepted
        page.logged_in.emit(pengguna)
        assert focus() is left if pengguna == "andi" else window.page().isAncestorOf(focus())


def test_a_task_that_is_chosen_needs_no_hint_to_choose_one(qtbot: QtBot) -> None:
    window = opened(qtbot, copied(reviewing), "andi", Role.KABID)
    hints = [one for one in window.page().findChildren(QLabel) if one.text().startswith("Batas waktu, isi ringkas")]
    assert [one.isVisible() for one in hints] == [False]


def test_what_scrolls_is_a_stop_only_while_it_does(qtbot: QtBot) -> None:
    inner, field = QWidget(), QLineEdit()
    area = ScrollArea(inner)
    inner.setLayout(QVBoxLayout())
    inner.layout().addWidget(field)  # type: ignore[union-attr]
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    assert stops(area) == [field]
    inner.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert stops(area) == [field, area]


def test_the_order_is_that_of_the_layouts_whatever_was_made_first(qtbot: QtBot) -> None:
    window, made = QWidget(), [QPushButton(word) for word in "dbcae"]
    by_word = {one.text(): one for one in made}
    below, grid = QHBoxLayout(), QGridLayout()
    for word in "bc":
        below.addWidget(by_word[word])
    grid.addWidget(by_word["e"], 1, 0)
    grid.addWidget(by_word["d"], 0, 1)
    grid.addLayout(below, 0, 0)
    layout = QVBoxLayout(window)
    layout.addLayout(grid)
    layout.insertWidget(0, by_word["a"])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert [one.text() for one in stops(window) if isinstance(one, QPushButton)] == list("abcde")


def test_no_part_of_a_layout_is_left_that_could_stand_for_a_stranger(qtbot: QtBot) -> None:
    """What ``QLayout.itemAt`` hands out once answered as the window that had just got the focus."""
    kantor = copied(filling)
    kantor.let_in("budi")
    window = opened(qtbot, kantor, "budi", Role.ANALIS)
    for spec in window._tabs.specs():
        window.open_tab(spec.key)
        assert stops(window.page())
    items = [one for one in Shiboken.getAllValidWrappers() if isinstance(one, QLayoutItem)]
    assert [one for one in items if not isinstance(one, QLayout) and not Shiboken.createdByPython(one)] == []


def test_an_area_without_anything_to_press_is_not_entered(qtbot: QtBot) -> None:
    window, press = QWidget(), QPushButton("Tutup")
    qtbot.addWidget(window)
    window.setLayout(QVBoxLayout())
    window.layout().addWidget(press)  # type: ignore[union-attr]
    with qtbot.waitExposed(window):
        window.show()
    assert enter(window)
    press.setEnabled(False)
    assert not enter(window)


def test_a_strip_that_goes_leaves_the_focus_on_the_page(qtbot: QtBot) -> None:
    kantor = copied(filling)
    kantor.let_in("budi")
    window = opened(qtbot, kantor, "budi", Role.ANALIS)
    gone = StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, "Program diperbarui.", "Lihat")
    window.show_strip("satu", gone, lambda: window.show_strip("satu", None))
    strip = window._strips["satu"]
    qtbot.waitUntil(strip.isVisible)
    assert enter(strip)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.page().isAncestorOf(focus()))


def test_what_a_strip_is_about_may_change_while_it_has_the_focus(qtbot: QtBot) -> None:
    kantor = copied(filling)
    kantor.let_in("budi")
    window = opened(qtbot, kantor, "budi", Role.ANALIS)
    for words in ("Cadangan 8 hari.", "Cadangan 9 hari."):
        window.show_strip("satu", StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, words, "Buka Cadangan"))
        strip = window._strips["satu"]
        qtbot.waitUntil(strip.isVisible)
        if words.startswith("Cadangan 8"):
            assert enter(strip)
    assert window._strips["satu"].isAncestorOf(focus())


def test_what_is_hidden_or_disabled_leaves_the_focus_on_its_page(qtbot: QtBot) -> None:
    kantor = copied(reviewing)
    kantor.let_in("andi")
    window = opened(qtbot, kantor, "andi", Role.ADMIN)
    window.open_tab("cadangan")  # its list is empty and goes when that is known
    rest(window.app, window)  # type: ignore[attr-defined]
    assert window.page().isAncestorOf(focus())
    window.open_tab("pengaturan")
    page = window.page()
    office, save = page.findChild(QLineEdit, "instansi.nama"), page.findChild(QPushButton, "simpan")
    assert office is not None
    assert save is not None
    qtbot.keyClicks(office, "X")
    save.setFocus()
    qtbot.keyClick(save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not save.isEnabled())
    assert page.isAncestorOf(focus())
