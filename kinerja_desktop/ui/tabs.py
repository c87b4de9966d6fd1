"""The pages of the window behind their tabs: each is built when first shown and stays until the role changes."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.broken_page import BrokenPage
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.page import Page, TabSpec
from kinerja_desktop.ui.refresh import Refresher
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.stops import enter, stops
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.widgets.tab_bar import TabBand, TabBar, TabLook

if TYPE_CHECKING:
    from kinerja_desktop.ui.carrying import Carried

MOST_TABS = 7


class Tabs(QWidget):
    """Tab bar above, the page below. ``page_shown`` when another page came to the front."""

    page_shown = Signal()
    saved = Signal(StatusText)
    changed = Signal(frozenset)
    role_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.bar = TabBar()
        self._stack = QStackedWidget()
        self._specs: list[TabSpec] = []
        self._pages: dict[str, Page] = {}
        self._carried: dict[str, Carried] = {}
        self._refresher = Refresher()
        self._narrow = False
        self.above = column(space=theme.Space.CONTROLS)
        self.bar.currentChanged.connect(self._open)
        whole = column(TabBand(self.bar), self.above, self._stack)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def set_tabs(self, specs: Sequence[TabSpec], carried: "Mapping[str, Carried] | None" = None) -> None:
        """Replace all tabs and pages; the first is opened. Pages go on with what they carried."""
        assert 0 < len(specs) <= MOST_TABS, [spec.key for spec in specs]
        self._drop_pages()
        self._specs, self._carried = list(specs), dict(carried or {})
        self.bar.set_tabs([TabLook(spec.title, spec.icon, spec.badge) for spec in specs])
        for _ in specs:
            self._stack.addWidget(QFrame())
        self.bar.setCurrentIndex(0)
        self._open(0)

    def set_badges(self, badges: Mapping[str, int]) -> None:
        """Numbers by key of tab; tabs not named keep theirs."""
        for index, spec in enumerate(self._specs):
            if spec.key in badges:
                self.bar.set_badge(index, badges[spec.key])
        self.page_shown.emit()

    def open(self, key: str, item: str = "") -> None:
        """Open a tab by its key, and one thing in it by its id."""
        self.bar.setCurrentIndex(next(i for i, spec in enumerate(self._specs) if spec.key == key))
        if item:
            self.page().show_item(item)
        self.focus_page()

    def carried(self) -> "dict[str, Carried]":
        """What every page that was shown hands on, by key of tab; these pages are of no more use."""
        from kinerja_desktop.ui.carrying import take  # here, because few ever change the size of text

        return {key: take(page) for key, page in self._pages.items()}

    def focus_page(self) -> None:
        """Put the focus where the work of the page begins, in the bar where there is nothing to do.

        Never on a strip: it may take back what was done just now, and Enter pressed once more must not.
        """
        page = self.page()
        strips = page.findChildren(Strip)
        inside = (stop for stop in stops(page) if not any(strip.isAncestorOf(stop) for strip in strips))
        any(enter(area) for area in chain(page.areas(), inside, [self.bar]))

    def step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())
        self.focus_page()

    def page(self) -> Page:
        """The page in front."""
        return self._pages[self._specs[self.bar.currentIndex()].key]

    def spec(self) -> TabSpec:
        return self._specs[self.bar.currentIndex()]

    def specs(self) -> Sequence[TabSpec]:
        return tuple(self._specs)

    def unsaved(self) -> str:
        """Title of a tab on which something typed waits for «Simpan»; empty where nothing does."""
        waiting = (spec.title for spec in self._specs if spec.key in self._pages and self._pages[spec.key].unsaved())
        return next(waiting, "")

    def waiting(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Title and texts of each tab on which something typed waits for «Simpan»."""
        shown = ((spec.title, self._pages[spec.key]) for spec in self._specs if spec.key in self._pages)
        return ((title, page.waiting()) for title, page in shown if page.unsaved())

    def publish(self, changes: Changes) -> None:
        self._refresher.publish(changes)

    def tick(self) -> None:
        """A minute has passed; only the page in front cares."""
        self.page().tick()

    def set_narrow(self, *, narrow: bool, low: bool = False) -> None:
        self._narrow = narrow
        self.bar.set_narrow(narrow=narrow, low=low)
        for page in self._pages.values():
            page.set_narrow(narrow=narrow)

    def _open(self, index: int) -> None:
        spec = self._specs[index]
        if spec.key not in self._pages:
            self._build(index, spec)
        page = self._pages[spec.key]
        self._stack.setCurrentWidget(page)
        self._refresher.show(page)
        if self.isVisible() and not self.bar.hasFocus():  # pressed with the mouse; what had the focus is out of sight
            self.focus_page()
        self.page_shown.emit()

    def _build(self, index: int, spec: TabSpec) -> None:
        """Build and read a page; one that cannot be leaves a sentence in its place, and the window goes on."""
        try:
            page = self._made(spec)
            self._connect(page)
            self._put(index, spec, page)
            page.load()
            if carried := self._carried.pop(spec.key, None):
                page.go_on(carried)
        except Exception as error:  # noqa: BLE001  # the hook that hears of every bug is told below
            self._put(index, spec, self._broken(spec, error))
            if not isinstance(error, KinerjaError):
                sys.excepthook(type(error), error, error.__traceback__)

    def _made(self, spec: TabSpec) -> Page:
        """A page made where it will stand; one that broke off leaves nothing there."""
        Page.place = self._stack
        try:
            return spec.factory()
        except Exception:
            for page in self._stack.findChildren(Page, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if self._stack.indexOf(page) < 0:
                    page.deleteLater()
            raise
        finally:
            Page.place = None

    def _broken(self, spec: TabSpec, error: Exception) -> Page:
        page = BrokenPage(spec.title, error)
        page.again.connect(lambda: self._build_again(spec))
        return page

    def _build_again(self, spec: TabSpec) -> None:
        index = self._specs.index(spec)
        self._build(index, spec)
        self._open(index)
        self.focus_page()

    def _connect(self, page: Page) -> None:
        page.saved.connect(self.saved)
        page.changed.connect(self.publish)
        page.changed.connect(self.changed)
        page.changed.connect(self._hold_focus)
        page.counted.connect(self.set_badges)
        page.role_wanted.connect(self.role_wanted)
        page.tab_wanted.connect(self.open)

    def _put(self, index: int, spec: TabSpec, page: Page) -> None:
        """Put a page where another one, or none yet, stands."""
        before = self._stack.widget(index)
        assert before is not None
        if isinstance(before, Page):
            self._refresher.forget(before)
        self._refresher.register(page, spec.kinds)
        self._pages[spec.key] = page
        self._stack.insertWidget(index, page)
        self._stack.removeWidget(before)
        before.deleteLater()
        page.set_narrow(narrow=self._narrow)

    def _hold_focus(self) -> None:
        """What was pressed may be gone after the act; the work goes on where it begins."""
        page = self.page()
        focus = QApplication.focusWidget()
        if page.isVisible() and (focus is None or not page.isAncestorOf(focus)):
            self.focus_page()

    def _drop_pages(self) -> None:
        self._refresher.show(None)
        for page in self._pages.values():
            self._refresher.forget(page)
        self._pages.clear()
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()


def set_tight(page: QWidget, *, low: bool) -> None:
    """Less air between the parts of a page in a low window."""
    layout = page.layout()
    assert layout is not None
    layout.setSpacing(theme.px(theme.Space.PAIR if low else theme.Space.CONTROLS))
    for strip in page.findChildren(Strip):
        strip.set_low(low=low)


def page_margins(page: QWidget, *, narrow: bool) -> None:
    """The edge of a page: 16 px, 12 in narrow mode, above and below half of that or less."""
    layout = page.layout()
    assert layout is not None
    side = theme.px(theme.Space.CARDS if narrow else theme.Space.PAGE)
    above = theme.px(theme.Space.PAIR if narrow else theme.Space.CONTROLS)
    layout.setContentsMargins(side, above, side, above)
