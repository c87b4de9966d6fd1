"""What one page of Penyiapan Awal is to its frame. One more page: a subclass, and its line in ``page``."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.page import Page


class Step(QWidget):
    """The signals are those of a `Page`, for the tab in which the frame stands."""

    saved = Signal(StatusText)
    changed = Signal(frozenset)
    tab_wanted = Signal(str, str)
    role_wanted = Signal(object)

    def load(self) -> None:
        """Read and show; what was typed and is not stored stays."""

    def keep(self) -> bool:
        """Store what was typed, before another page comes; False where something must be put right first."""
        return True

    def set_narrow(self, *, narrow: bool) -> None:
        """The window became narrower or wider than 1200 px."""

    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return ()

    def go_back(self) -> bool:
        """One step back inside the page (Esc); False if there was none."""
        return False

    def take_page(self, page: Page) -> Page:
        """Pass on what a page of a tab tells that stands inside this one."""
        page.saved.connect(self.saved)
        page.changed.connect(self.changed)
        page.tab_wanted.connect(self.tab_wanted)
        page.role_wanted.connect(self.role_wanted)
        return page
