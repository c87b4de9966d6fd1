"""What a tab is to the main window: a page that is built when first shown, loads, goes back, and has areas.

`kinerja_desktop.ui` tells how to build one. The window calls only what stands here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.changes import Changes
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.side_panel import Split

if TYPE_CHECKING:
    from kinerja_desktop.ui.carrying import Carried

keep_none_alive()  # from the first page on there is no end to the calls of a session


class Page(QWidget):
    """Base of every tab's page. Override what the tab has; each default does nothing."""

    saved = Signal(StatusText)
    """State of saving for the status line («Tersimpan 10.42»)."""
    changed = Signal(frozenset)
    """Kinds of things that an act of this page changed, as the service answered; the window tells all tabs."""
    tab_wanted = Signal(str, str)
    """Asks the window to open the tab of that key and to show the thing of that id there."""
    counted = Signal(dict)
    """Numbers for the badges of tabs, by key of tab."""
    role_wanted = Signal(object)
    """Asks for another role of the same person: the `Actor` whose work waits."""
    place: ClassVar[QWidget | None] = None
    """Where the page that is being made will stand: built there, it is not styled once more when it is put there."""

    def __init__(self) -> None:
        super().__init__(Page.place)

    def load(self) -> None:
        """Read and show. Called when first shown, on F5, and for changes unless `refresh` does less. Never writes."""

    def refresh(self, changes: Changes) -> None:
        """Show what changed elsewhere, without moving the chosen row."""
        self.load()

    def tick(self) -> None:
        """A minute has passed: limits move on, nothing else does."""

    def show_item(self, item: str) -> None:
        """Open one thing by its id; another tab asked for it."""

    def standing(self) -> tuple[str, ...]:
        """Where the work stands, for `stand` of the same page built anew; empty where it begins from its first."""
        return ()

    def stand(self, *standing: str) -> None:
        """Go where `standing` was told. A first word alone is a thing's id."""
        self.show_item(*standing)

    def history(self) -> object:
        """What can be undone, for `take_history` of the same page built anew; None where a page keeps nothing."""
        return None

    def take_history(self, history: object) -> None:
        """Go on undoing where `history` was told."""

    def go_on(self, carried: "Carried") -> None:
        """Go on with what the same page had before, once this one has read."""
        from kinerja_desktop.ui.carrying import give  # here, because few ever change the size of text

        give(self, carried)

    def go_back(self) -> bool:
        """One step back inside the page (Esc); False if there was none."""
        return False

    def areas(self) -> Sequence[QWidget]:
        """Where F6 stops, in reading order."""
        return ()

    def set_narrow(self, *, narrow: bool) -> None:
        """The window became narrower or wider than 1200 px."""

    def toggle_panel(self) -> None:
        """F4: close or open the side panel."""

    def open_panel(self) -> None:
        """Bring the side panel in sight, for what goes on now."""
        for split in self.findChildren(Split):
            if split.isVisible():
                split.show_panel()

    def focus_filter(self) -> None:
        """Ctrl+F: put the focus into the field that filters this page; by default that of its list."""
        for line in self.findChildren(FilterLine):
            if line.is_offered():
                line.begin()
                return

    def unsaved(self) -> bool:
        """Something typed here is stored only when a person asks for it, and he has not yet."""
        return False

    def waiting(self) -> Mapping[str, str]:
        """The texts that `unsaved` tells of, by what they are called; no secret may be among them."""
        return {}

    def undo_steps(self) -> tuple[Callable[[], object] | None, Callable[[], object] | None]:
        """What takes the last change of this page back, and what makes it again; None where there is nothing."""
        return None, None

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of this page for the list of keys: («F8», «isian berikutnya yang perlu dilihat»)."""
        return ()

    def caption(self) -> str:
        """Words for the title of the window instead of the name of the tab; empty for the latter."""
        return ""


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: made by role in bootstrap, at most seven."""

    key: str
    title: str
    icon: Icon
    factory: Callable[[], Page]
    badge: int = 0
    kinds: Changes = field(default_factory=frozenset)
    """Changes that concern this tab; an empty set means every change."""
