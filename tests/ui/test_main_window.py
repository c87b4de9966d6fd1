"""The frame: what it shows comes from plain values, every part is reached by keys, what is asked leaves as a signal."""

import dataclasses
from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.services.changes import Change
from kinerja_desktop.ui.broken_page import BrokenPage
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.menu import AKUN, MenuGroup, MenuItem
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.widgets.tab_bar import TabBar
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.samples import FRAME, TABS, PlainPage

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Press = Callable[..., None]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(FRAME, TABS, idle_minutes=0)
    qtbot.addWidget(made)
    made.resize(1366, 698)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Press:
    def send(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, held)

    return send


def page(window: MainWindow) -> PlainPage:
    shown = window.page()
    assert isinstance(shown, PlainPage)
    return shown


def test_the_foot_says_from_the_start_that_the_work_is_safe(window: MainWindow) -> None:
    assert any("Semua perubahan tersimpan" in one.text() for one in window.findChildren(QPushButton))


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(words: str) -> None:
    """Close the open menu by one of its entries."""
    menu = open_menu()
    action = next(a for a in menu.actions() if a.text().startswith(words))
    menu.close()
    action.trigger()


def test_title_and_badge_say_the_same_number(window: MainWindow) -> None:
    assert window.windowTitle() == "Kotak Tugas (4) – Kinerja Desktop"
    window.set_badges({"kotak": 3})
    assert window.windowTitle() == "Kotak Tugas (3) – Kinerja Desktop"
    window.set_badges({"kotak": 0})
    assert window.windowTitle() == "Kotak Tugas – Kinerja Desktop"


def test_a_page_is_built_when_first_shown_and_kept(window: MainWindow) -> None:
    built = window.findChildren(PlainPage)
    first = page(window)
    window.open_tab("arsip")
    second = page(window)
    window.open_tab("kotak")

    assert built == [first]
    assert page(window) is first
    assert (first.loads, second.loads) == (1, 1)


def test_the_focus_starts_where_the_work_begins(window: MainWindow) -> None:
    assert page(window).field.hasFocus()


def test_a_tab_pressed_with_the_mouse_begins_its_work(window: MainWindow, qtbot: QtBot) -> None:
    """Else the focus falls on whatever button comes next, and Enter presses that."""
    bar = window.findChildren(TabBar)[0]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert window.tab() == TABS[1].key
    assert page(window).field.hasFocus()


def test_the_focus_starts_there_also_beside_another_window(qtbot: QtBot) -> None:
    other = QPushButton("Lain")
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.setFocus()
    made = MainWindow(FRAME, TABS, idle_minutes=0)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    assert page(made).field.hasFocus()


def test_tabs_are_walked_by_keys(window: MainWindow, press: Press) -> None:
    press(Qt.Key.Key_3, CTRL)
    assert window.windowTitle() == "Pemeriksaan (4) – Kinerja Desktop"
    press(Qt.Key.Key_PageDown, CTRL)
    assert window.windowTitle() == "Pemantauan – Kinerja Desktop"
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.windowTitle() == "Pemeriksaan (4) – Kinerja Desktop"
    press(Qt.Key.Key_7, CTRL)
    assert window.windowTitle() == "Pemeriksaan (4) – Kinerja Desktop", "there is no seventh tab"


def test_f6_goes_round_the_areas_both_ways(window: MainWindow, press: Press) -> None:
    def name() -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus else ""

    walked = [name()]
    for _ in range(5):
        press(Qt.Key.Key_F6)
        walked.append(name())
    press(Qt.Key.Key_F6, SHIFT)

    search = "Cari dokumen, indikator, orang, catatan"
    assert walked == ["Isian", "Saringan", window.frame_model().cadangan.text, search, "Tab", "Isian"]
    assert name() == "Tab"


def test_keys_of_the_page_reach_the_page(window: MainWindow, press: Press) -> None:
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F, CTRL)

    assert page(window).panel_toggles == 1
    assert page(window).loads == 2
    assert page(window).steps == 1
    assert page(window).other.hasFocus()


def test_search_is_one_key_away_begins_empty_and_ends_where_it_was_left(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    before, field = QApplication.focusWidget(), window.search_field()
    for _ in range(2):
        press(Qt.Key.Key_K, CTRL)
        assert field.hasFocus()
        assert field.text() == ""
        qtbot.keyClicks(field, "surat")
    steps = page(window).steps
    press(Qt.Key.Key_Escape)
    assert (field.text(), QApplication.focusWidget(), page(window).steps) == ("", before, steps)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_M, ALT)])
def test_the_menu_opens_by_key_and_lists_only_what_can_be_done(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    done: list[str] = []
    menu = (MenuGroup("Alat", (MenuItem("Periksa Keutuhan", lambda: done.append("periksa")),)),)
    window = MainWindow(FRAME, TABS, menu, idle_minutes=0)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window.page(), key, held)
    titles = [action.text().split("\t")[0] for action in open_menu().actions() if action.text()]
    tools = next(action.menu() for action in open_menu().actions() if action.text() == "Alat")
    assert isinstance(tools, QMenu)
    tools.actions()[0].trigger()
    open_menu().close()

    assert titles == ["Tampilan", "Alat", "Bantuan", "Ganti Pengguna", "Keluar"]
    assert done == ["periksa"]


def test_the_circle_of_the_person_offers_the_account(qtbot: QtBot) -> None:
    done: list[str] = []
    other = MenuGroup("Alat", (MenuItem("Periksa Keutuhan", lambda: done.append("periksa")),))
    mine = MenuGroup(AKUN, (MenuItem("Ganti Sandi…", lambda: done.append("sandi")),))
    window = MainWindow(FRAME, TABS, (other, mine), idle_minutes=0)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    qtbot.mouseClick(window._header.person_button, Qt.MouseButton.LeftButton)
    titles = [action.text().split("\t")[0] for action in open_menu().actions() if action.text()]
    choose("Ganti Sandi…")

    assert titles == ["Ganti Sandi…", "Ganti Pengguna", "Keluar"]
    assert done == ["sandi"]


def test_roles_are_listed_with_their_counts_and_only_another_one_is_told(window: MainWindow, press: Press) -> None:
    chosen: list[str] = []
    window.role_chosen.connect(chosen.append)
    press(Qt.Key.Key_R, CTRL)
    listed = [action.text() for action in open_menu().actions()]
    choose("Kabid")
    press(Qt.Key.Key_R, CTRL)
    choose("Camat")

    assert listed == ["Kabid (Camat)\t4", "Camat\t1"]
    assert chosen == ["camat"]


def test_another_role_brings_other_tabs_made_anew(window: MainWindow) -> None:
    before = page(window)
    window.set_frame(dataclasses.replace(FRAME, role="camat"))
    window.set_tabs(TABS[3:])

    assert window.windowTitle() == "Pemantauan – Kinerja Desktop"
    assert page(window) is not before


def test_changes_refresh_the_page_in_front_and_wait_for_the_others(window: MainWindow) -> None:
    window.open_tab("pantau")
    plan = page(window)
    window.open_tab("periksa")
    review = page(window)
    window.publish(frozenset({Change.PLAN}))
    window.publish(frozenset({Change.CASE, Change.PAPER}))

    assert review.missed == [frozenset({Change.CASE})]
    assert plan.missed == []
    window.open_tab("pantau")
    assert plan.missed == [frozenset({Change.PLAN})]


def test_an_act_on_one_page_is_told_to_all(window: MainWindow) -> None:
    window.open_tab("periksa")
    review = page(window)
    review.changed.emit(frozenset({Change.CASE}))

    assert review.missed == [frozenset({Change.CASE})]


def test_a_page_may_open_a_thing_in_another_tab(window: MainWindow) -> None:
    page(window).tab_wanted.emit("arsip", "surat-7")

    assert window.windowTitle() == "Arsip – Kinerja Desktop"
    assert page(window).shown == ["surat-7"]


def test_the_cover_silences_keys_and_keeps_the_page(window: MainWindow, qtbot: QtBot) -> None:
    under = page(window)
    under.field.setText("isian yang belum selesai")
    cover = QPushButton("Masuk")
    window.cover(cover)
    qtbot.keyClick(cover, Qt.Key.Key_2, CTRL)
    qtbot.keyClick(cover, Qt.Key.Key_F5)

    assert window.is_covered()
    assert window.windowTitle() == "Masuk – Kinerja Desktop"
    assert under.loads == 1
    window.uncover()
    assert window.windowTitle() == "Kotak Tugas (4) – Kinerja Desktop"
    assert under.field.text() == "isian yang belum selesai"


def test_a_strip_over_the_tabs_stays_until_it_is_taken_away(window: MainWindow, qtbot: QtBot) -> None:
    pressed: list[str] = []
    sentence = "Kalender 2027 belum dikonfirmasi; batas waktu tahun 2027 memakai perkiraan hari libur."
    spec = StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, sentence, "Buka Kalender")
    window.show_strip("kalender", spec, lambda: pressed.append("kalender"))
    window.show_strip("kalender", spec, lambda: pressed.append("kalender"))

    def links() -> list[QPushButton]:
        return [b for b in window.findChildren(QPushButton) if b.text() == "Buka Kalender" and b.isVisible()]

    qtbot.waitUntil(lambda: len(links()) == 1)
    qtbot.mouseClick(links()[0], Qt.MouseButton.LeftButton)
    window.show_strip("kalender", None)
    qtbot.waitUntil(lambda: not links())

    assert pressed == ["kalender"]
    assert [label for label in window.findChildren(QLabel) if label.text() == sentence and label.isVisible()] == []


def test_the_list_of_keys_begins_with_those_of_the_page(window: MainWindow, press: Press) -> None:
    listed: list[str] = []

    def read_and_close() -> None:
        dialog = window.findChild(Dialog)
        assert dialog is not None
        listed.extend(label.text() for label in dialog.findChildren(QLabel))
        focus.append(isinstance(dialog.focusWidget(), QScrollArea))
        dialog.reject()

    focus: list[bool] = []
    QTimer.singleShot(0, read_and_close)
    press(Qt.Key.Key_Slash, CTRL)
    assert focus == [True], "keys scroll the list"

    assert listed.index("Isian berikutnya yang perlu dilihat") < listed.index("Ganti peran")


def test_the_practice_office_says_so_in_words(window: MainWindow) -> None:
    window.set_frame(dataclasses.replace(FRAME, latihan=True))
    names = [widget.accessibleName() for widget in window.findChildren(QWidget)]

    assert "LATIHAN · bukan data kantor" in names


def test_saving_and_backup_are_told_in_the_status_line(window: MainWindow, qtbot: QtBot) -> None:
    window.set_saved(StatusText("Belum tersimpan: diska penuh. Lihat cara mengatasi.", Tone.SALAH))
    saved = next(w for w in window.findChildren(QWidget) if w.accessibleName().startswith("Belum tersimpan"))
    backup = next(w for w in window.findChildren(QWidget) if w.accessibleName().startswith("Cadangan"))

    with qtbot.waitSignal(window.saved_asked):
        qtbot.mouseClick(saved, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.backup_asked):
        qtbot.keyClick(backup, Qt.Key.Key_Space)


def test_what_leads_nowhere_cannot_be_pressed(window: MainWindow) -> None:
    def item(begins: str) -> QWidget:
        return next(w for w in window.findChildren(QWidget) if w.accessibleName().startswith(begins))

    assert not item("Semua perubahan tersimpan").isEnabled()
    assert item("Cadangan").isEnabled()
    window.set_frame(dataclasses.replace(FRAME, tutup_cadangan="Cadangan dikerjakan oleh Admin."))
    assert not item("Cadangan").isEnabled()
    assert "Admin" in item("Cadangan").toolTip()


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_nothing_is_cut_on_any_screen(
    qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    window = MainWindow(FRAME, TABS, idle_minutes=0)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.set_saved(StatusText("Tersimpan 10.42", Tone.SELESAI))

    assert window.size().toTuple() == size, "the frame itself must not force the window wider"
    assert unreadable(window) == []
    assert page(window).narrow == (size[0] < 1200 * factor)


def test_every_stop_of_the_tab_key_has_a_name(window: MainWindow) -> None:
    stops = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not page(window).isAncestorOf(widget)
    ]

    assert stops
    assert [type(stop).__name__ for stop in stops if not (stop.accessibleName() or stop.property("text"))] == []


class Shaky(PlainPage):
    """A page that cannot be read until it is mended."""

    faults: ClassVar[list[Exception]] = []

    def load(self) -> None:
        if self.faults:
            raise self.faults.pop()
        super().load()


def shaky(qtbot: QtBot, *faults: Exception) -> MainWindow:
    Shaky.faults = list(faults)
    made = MainWindow(FRAME, [TABS[0], dataclasses.replace(TABS[1], factory=Shaky)], idle_minutes=0)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_tab_that_cannot_be_built_says_so_and_tries_again(qtbot: QtBot) -> None:
    window = shaky(qtbot, ValueError("angka rahasia"))
    with qtbot.captureExceptions() as heard:
        window.open_tab(TABS[1].key)
    assert [kind for kind, *_ in heard] == [ValueError]
    broken = window.page()
    assert isinstance(broken, BrokenPage)
    assert broken.text().startswith(f"{TABS[1].title} belum dapat dibuka. Terjadi kesalahan program.")
    assert "rahasia" not in broken.text()
    window.tick()
    window.publish(frozenset({Change.CASE}))
    press_again = QApplication.focusWidget()
    assert isinstance(press_again, QPushButton)
    qtbot.keyClick(press_again, Qt.Key.Key_Space)
    assert isinstance(window.page(), Shaky)
    window.tick()


def half_made() -> PlainPage:
    """A page whose building breaks off."""
    PlainPage()
    raise DiskFull("/data", 5)


def test_a_page_is_made_in_the_window_and_one_that_broke_off_leaves_nothing_there(qtbot: QtBot) -> None:
    where: list[QWidget | None] = []

    def second() -> PlainPage:
        made = PlainPage()
        where.append(made.parentWidget())
        return made

    tabs = [TABS[0], dataclasses.replace(TABS[1], factory=half_made), dataclasses.replace(TABS[2], factory=second)]
    window = MainWindow(FRAME, tabs, idle_minutes=0)
    qtbot.addWidget(window)
    for tab in tabs[1:]:
        window.open_tab(tab.key)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert where == [window.page().parentWidget()]
    assert len(window.findChildren(PlainPage)) == 2
    assert PlainPage().parentWidget() is None


def test_a_known_fault_of_a_tab_is_told_in_its_own_sentence(qtbot: QtBot) -> None:
    window = shaky(qtbot, DiskFull("/data", 5), DiskFull("/data", 5))
    window.open_tab(TABS[1].key)
    window.page().load()
    broken = window.page()
    assert isinstance(broken, BrokenPage)
    assert messages.sentence(DiskFull("/data", 5)) in broken.text()
    window.page().load()
    assert isinstance(window.page(), Shaky)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_menu_and_role_are_opened_by_the_keys_of_a_button(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    header = window._header
    for button in (header.menu_button, header.role_button, header.person_button):
        button.setFocus()
        qtbot.keyClick(button, key)
        open_menu().close()
