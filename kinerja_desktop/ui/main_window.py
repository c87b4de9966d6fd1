"""The main window: header, tabs, strips, status line, keys.

It knows pages by `Page` and the office by `FrameModel`, decides nothing and stores nothing: what a person asks for
leaves as a signal, and bootstrap, which made the window, answers with a new frame, new tabs or a cover (the log-in
over the window).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget
from shiboken6 import isValid

from kinerja_desktop.services.changes import Changes
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.frame import ALL_SAVED, FrameModel, StatusText
from kinerja_desktop.ui.idle import IdleWatch
from kinerja_desktop.ui.keys import keys_dialog
from kinerja_desktop.ui.menu import MenuGroup, MenuItem, fill_menu, fill_person_menu, merged
from kinerja_desktop.ui.page import Page, TabSpec
from kinerja_desktop.ui.room import within_screen
from kinerja_desktop.ui.tabs import Tabs
from kinerja_desktop.ui.theme import Space, Tone
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.dialog import Dialog, put_away
from kinerja_desktop.ui.widgets.focus_ring import follow_focus
from kinerja_desktop.ui.widgets.header import Header, HeaderSearch, fill_role_menu
from kinerja_desktop.ui.widgets.redo_keys import follow_redo
from kinerja_desktop.ui.widgets.status_bar import StatusBar
from kinerja_desktop.ui.widgets.stops import enter, step
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.widgets.window_icon import window_icon
from kinerja_desktop.ui.writing_place import go_on_writing, place_on

if TYPE_CHECKING:
    from kinerja_desktop.ui.carrying import Carried

_NAME = "Kinerja Desktop"
LEAST_SIZE = (960, 520)
_SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
"""Keys that with Ctrl ask for a larger, a smaller, the office's size of text; on most keyboards + is above =."""


class MainWindow(QMainWindow):
    """See the module. ``idle_minutes`` 0 never locks."""

    role_chosen = Signal(str)
    role_wanted = Signal(object)
    changed = Signal(frozenset)
    switch_user_asked = Signal()
    backup_asked = Signal()
    saved_asked = Signal()
    size_asked = Signal(int)
    """A larger (1) or smaller (-1) text is wanted, or that of the office (0)."""
    rebuilt = Signal()
    """All was made anew in another size of text, without what others had put into the window."""
    tab_shown = Signal()
    """Another tab came to the front."""
    idle = Signal()

    def __init__(
        self,
        frame: FrameModel,
        tabs: Sequence[TabSpec],
        menu: Sequence[MenuGroup] = (),
        *,
        idle_minutes: float = 10,
    ) -> None:
        super().__init__()
        self._frame, self._menu_groups, self._saved = frame, tuple(menu), ALL_SAVED
        self._told: dict[str, tuple[StripSpec, Callable[[], object] | None]] = {}
        self._left_at: QWidget | None = None
        self._searched_from: QWidget | None = None
        self._away: list[Dialog] = []
        self._layers = QStackedWidget()
        self.setCentralWidget(self._layers)
        self._menu, self._role_menu, self._person_menu = QMenu(self), QMenu(self), QMenu(self)
        follow_focus()
        follow_redo()
        self._watch = IdleWatch(idle_minutes, self)
        self._role_menu.triggered.connect(self._choose_role)
        self._watch.idle.connect(self.idle)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.help_here)  # at the log-in over the window too
        self._build(tabs)

    def _build(self, tabs: Sequence[TabSpec], carried: "Mapping[str, Carried] | None" = None) -> None:
        """Everything that is seen, in the sizes of the theme in force."""
        self._header, self._tabs, self._status = Header(), Tabs(), StatusBar()
        self._strips: dict[str, Strip] = {}
        self._below = column()
        self._work = holder(column(self._header, self._tabs, self._below, self._status))
        self._layers.insertWidget(0, self._work)
        self.setMinimumSize(within_screen(self, theme.px(LEAST_SIZE[0]), theme.px(LEAST_SIZE[1])))
        self._connect()
        self._bind_keys()
        self.set_frame(self._frame)
        self.set_saved(self._saved)
        self._tabs.set_tabs(tabs, carried)

    # --- what bootstrap tells the window ---------------------------------------------------------

    def set_menu(self, menu: Sequence[MenuGroup]) -> None:
        """What the menu offers besides the window's own acts."""
        self._menu_groups = tuple(menu)

    def rebuild(self, tabs: Sequence[TabSpec], at: str = "") -> None:
        """Another size of text: all is made anew, and the tab of this key opened; the first where none is named.

        Pages keep what was typed as when the role changes; of what only `unsaved` names nothing is kept. Where a
        tab is named the role is the same, and every page goes on where it stood, with its searches and its undo; who
        writes goes on writing.
        """
        before, told = self._work, self._told
        writing = place_on(self.page()) if at else None
        carried, looked_for = (self._tabs.carried(), self._header.search.text()) if at else ({}, "")
        for beside in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if beside.isWindow() and not isinstance(beside, QMenu):
                beside.close()  # the help, say, in the sizes of before
        self._told = {}
        self._layers.removeWidget(before)
        before.deleteLater()
        self._left_at = self._searched_from = None
        self._build(tabs, carried)
        self._header.search.setText(looked_for)
        for name, (spec, linked) in told.items():
            self.show_strip(name, spec, linked)
        self._follow_width()
        self._layers.setCurrentWidget(self._work)
        self._tabs.open(at or tabs[0].key)
        if writing is not None:
            go_on_writing(self.page(), writing)
        self.rebuilt.emit()

    def unsaved(self) -> str:
        """Title of a tab on which something typed waits for «Simpan»; empty where nothing does."""
        return self._tabs.unsaved()

    def waiting(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Titles of the tabs on which something waits for «Simpan», each with its texts by their labels."""
        return self._tabs.waiting()

    def open_dialogs(self) -> list[Dialog]:
        """The dialogs that wait for an answer, hidden by a cover or not, outermost first."""
        away = [dialog for dialog in self._away if isValid(dialog)]
        return away or [dialog for dialog in self.findChildren(Dialog) if dialog.isVisible()]

    def set_frame(self, frame: FrameModel) -> None:
        """Show another moment of the frame: role, counts, backup, time."""
        self._frame = frame
        self._header.set_frame(frame)
        self._status.set_backup(frame.cadangan, frame.waktu, frame.tutup_cadangan)
        self.setWindowIcon(window_icon(latihan=frame.latihan))

    def frame_model(self) -> FrameModel:
        """The frame as it is shown."""
        return self._frame

    def set_tabs(self, tabs: Sequence[TabSpec]) -> None:
        """Other tabs, after the role or the person changed. All pages are made anew, and work begins on the first."""
        self._tabs.set_tabs(tabs)
        self._tabs.focus_page()

    def set_badges(self, badges: Mapping[str, int]) -> None:
        self._tabs.set_badges(badges)

    def set_saved(self, status: StatusText) -> None:
        self._saved = status
        self._status.set_saved(status)

    def saved(self) -> StatusText:
        """What the status line says of saving."""
        return self._saved

    def set_idle_minutes(self, minutes: float) -> None:
        self._watch.set_minutes(minutes)

    def publish(self, changes: Changes) -> None:
        """Tell all tabs what changed."""
        self._tabs.publish(changes)

    def tick(self) -> None:
        """A minute has passed: the page in front moves its limits on."""
        self._tabs.tick()

    def search_field(self) -> HeaderSearch:
        """The field of the header, for what is shown below it."""
        return self._header.search

    def work(self) -> QWidget:
        """All that a cover hides; another one after `rebuilt`."""
        return self._work

    def open_tab(self, key: str, item: str = "") -> None:
        self._tabs.open(key, item)

    def tab_specs(self) -> Sequence[TabSpec]:
        """The tabs of the role, in order."""
        return self._tabs.specs()

    def page(self) -> Page:
        """The page in front."""
        return self._tabs.page()

    def tab(self) -> str:
        """Key of the tab in front."""
        return self._tabs.spec().key

    def set_below(self, bar: QWidget) -> None:
        """A bar between the pages and the status line; it shows and hides itself, and goes when all is `rebuilt`."""
        self._below.addWidget(bar)

    def show_strip(self, key: str, spec: StripSpec | None, linked: Callable[[], object] | None = None) -> None:
        """Show or change the strip of that key over the pages; None takes it away. The focus never goes with it."""
        before = self._told.pop(key, None)
        if spec is None:
            self._drop_strip(key)
        else:
            self._told[key] = (spec, linked)
            strip = self._strips.get(key) or self._new_strip(key)
            if spec.tone is Tone.SALAH:  # what stops the work stands above what is only to be known
                self._tabs.above.insertWidget(0, strip)
            elif before is None:
                self._tabs.above.addWidget(strip)
            strip.set_spec(spec)
        self._set_edges()

    def _new_strip(self, key: str) -> Strip:
        strip = self._strips[key] = Strip()
        strip.linked.connect(partial(self._follow_strip, key))
        return strip

    def _follow_strip(self, key: str) -> None:
        _, linked = self._told[key]
        if linked is not None:
            linked()

    def _drop_strip(self, key: str) -> None:
        strip = self._strips.pop(key, None)
        if strip is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and strip.isAncestorOf(focus):
            self._tabs.focus_page()
        self._tabs.above.removeWidget(strip)
        strip.hide()
        strip.deleteLater()

    def _set_edges(self) -> None:
        """The strips lie between the edges of the page below them."""
        scale = theme.current().scale
        narrow, low = scale.is_narrow(self.width()), scale.is_low(self.height())
        edge, air = theme.px(Space.CARDS if narrow else Space.PAGE), theme.px(Space.PAIR if low else Space.CONTROLS)
        self._tabs.above.setContentsMargins(edge, air if self._strips else 0, edge, 0)
        self._tabs.above.setSpacing(air)
        for strip in self._strips.values():
            strip.set_low(low=low)

    def cover(self, page: QWidget) -> None:
        """Lay the log-in over the window (lock, switch user); pages, dialogs, drafts stay underneath, keys are off."""
        self.uncover()
        self._away = put_away()
        self._left_at = self._work.focusWidget()
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        self.setWindowTitle(f"Masuk – {_NAME}")
        page.setFocus()

    def uncover(self, *, same_person: bool = True) -> None:
        """Take the cover away; dialogs that were open wait on for the same person and are closed for another one."""
        for dialog in filter(isValid, self._away):
            dialog.show() if same_person else dialog.reject()
        self._away = []
        while (page := self._layers.widget(1)) is not None:  # the work lies at 0, the cover over it
            self._layers.removeWidget(page)
            page.deleteLater()
        self._retitle()
        if self._left_at is not None and isValid(self._left_at):
            self._left_at.setFocus()
        self._left_at = None

    def is_covered(self) -> bool:
        return self._layers.currentWidget() is not self._work

    # --- what the person does --------------------------------------------------------------------

    def _connect(self) -> None:
        self._header.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # «Sunting» is about the field left for it
        self._header.menu_asked.connect(self._open_menu)
        self._header.role_asked.connect(self._open_role_menu)
        self._header.person_asked.connect(self._open_person_menu)
        self._header.search.dismissed.connect(self._end_search)
        self._status.backup_pressed.connect(self.backup_asked)
        self._status.saved_pressed.connect(self.saved_asked)
        self._tabs.page_shown.connect(self._retitle)
        self._tabs.page_shown.connect(self.tab_shown)
        self._tabs.saved.connect(self.set_saved)
        self._tabs.changed.connect(self.changed)
        self._tabs.role_wanted.connect(self.role_wanted)

    def _bind_keys(self) -> None:
        page = self._tabs.page
        acts: dict[str, Callable[[], object]] = {
            "F10": self._open_menu,
            "Alt+M": self._open_menu,
            "Ctrl+K": self._begin_search,
            "Ctrl+R": self._open_role_menu,
            "Ctrl+L": self.switch_user_asked.emit,
            "Ctrl+PgUp": lambda: self._tabs.step(-1),
            "Ctrl+PgDown": lambda: self._tabs.step(1),
            "F4": lambda: page().toggle_panel(),
            "F5": lambda: page().load(),
            "F6": lambda: self._next_area(1),
            "Shift+F6": lambda: self._next_area(-1),
            "Ctrl+F": lambda: page().focus_filter(),
            "Ctrl+/": self._list_keys,
            "Esc": self._go_back,
        }
        acts |= {f"Ctrl+{n}": partial(self._open_nth, n - 1) for n in range(1, 8)}
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self._work).activated.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a part of the page has for itself first: pages of a paper and pictures have a zoom of their own."""
        by = _SIZES.get(Qt.Key(event.key()))
        if by is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.is_covered():
            super().keyPressEvent(event)
        else:
            self.size_asked.emit(by)

    def _open_nth(self, index: int) -> None:
        if index < len(self._tabs.specs()):
            self._tabs.bar.setCurrentIndex(index)
            self._tabs.focus_page()

    def _open_menu(self) -> None:
        from kinerja_desktop.ui.editing import editing_items  # here: a start has no menu open

        editing = MenuGroup("Sunting", editing_items(QApplication.focusWidget(), self.page()))
        fill_menu(self._menu, merged([editing, *self._own_groups(), *self._menu_groups]), self._last_items())
        _drop_down(self._menu, self._header.menu_button)

    def _own_groups(self) -> list[MenuGroup]:
        tabs = [
            MenuItem(spec.title, partial(self._open_nth, index), f"Ctrl+{index + 1}")
            for index, spec in enumerate(self._tabs.specs())
        ]
        return [
            MenuGroup("Tampilan", (*tabs, MenuItem("Muat Ulang", lambda: self.page().load(), "F5"))),
            MenuGroup(
                "Bantuan",
                (MenuItem("Bantuan", self.help_here, "F1"), MenuItem("Daftar Tombol", self._list_keys, "Ctrl+/")),
            ),
        ]

    def _last_items(self) -> list[MenuItem]:
        return [
            MenuItem("Ganti Pengguna", self.switch_user_asked.emit, "Ctrl+L"),
            MenuItem("Keluar", self.close),
        ]

    def _open_role_menu(self) -> None:
        fill_role_menu(self._role_menu, self._frame)
        _drop_down(self._role_menu, self._header.role_button)

    def _open_person_menu(self) -> None:
        fill_person_menu(self._person_menu, self._menu_groups, self._last_items())
        _drop_down(self._person_menu, self._header.person_button)

    def _choose_role(self, action: QAction) -> None:
        if action.data() != self._frame.role:
            self.role_chosen.emit(action.data())

    def help_here(self) -> None:
        """F1: the help for what has the focus."""
        from kinerja_desktop.ui.guide import asking  # here, because a start need not wait for it

        asking.help_here(self, "" if self.is_covered() else self._tabs.spec().key)

    def _list_keys(self) -> None:
        dialog = keys_dialog(self, self._tabs.spec().title, self.page().keys())
        dialog.exec()
        dialog.deleteLater()

    def _begin_search(self) -> None:
        if not self._header.search.hasFocus():
            self._searched_from = QApplication.focusWidget()
        self._header.search.begin()

    def _end_search(self) -> None:
        """The work goes on where it was left for the search."""
        before, self._searched_from = self._searched_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._tabs.focus_page()

    def _go_back(self) -> None:
        self.page().go_back()

    def _next_area(self, by: int) -> None:
        areas = [self._header.search, self._tabs.bar, *self.page().areas(), self._status]
        focus = QApplication.focusWidget()
        at = next((i for i, area in enumerate(areas) if focus and (area is focus or area.isAncestorOf(focus))), 0)
        for further in range(1, len(areas)):  # an area with nothing to press is passed over
            if enter(areas[(at + further * by) % len(areas)], Qt.FocusReason.ShortcutFocusReason):
                return

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """The tab key goes on in reading order."""
        return step(self, forward=forward)

    def _retitle(self) -> None:
        if self.is_covered():
            return
        spec = self._tabs.spec()
        badge = self._tabs.bar.badge(self._tabs.bar.currentIndex())
        title = self.page().caption() or (f"{spec.title} ({badge})" if badge else spec.title)
        self.setWindowTitle(f"{title} – {_NAME}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None and not self.is_covered():
            self._tabs.focus_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_width()

    def _follow_width(self) -> None:
        scale = theme.current().scale
        narrow, low = scale.is_narrow(self.width()), scale.is_low(self.height())
        for part in (self._header, self._tabs, self._status):
            part.set_narrow(narrow=narrow, low=low)
        self._set_edges()


def _drop_down(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    first = next(iter(menu.actions()), None)
    if first is not None and first.menu() is None:  # a first entry that is a submenu would open it
        menu.setActiveAction(first)
