"""Tells the tabs what changed. Services return kinds of changes; nothing listens to the database.

The page that is visible is refreshed at once, the others when they are shown next. One more kind: a member of the
enum in services; a tab names the kinds that concern it in its `TabSpec`.
"""

from kinerja_desktop.services.changes import Changes
from kinerja_desktop.ui.page import Page


class Refresher:
    """Knows which page cares for which kinds and which pages are stale."""

    def __init__(self) -> None:
        self._kinds: dict[Page, Changes] = {}
        self._stale: dict[Page, Changes] = {}
        self._visible: Page | None = None

    def register(self, page: Page, kinds: Changes) -> None:
        """Tell this page of these kinds; an empty set means all."""
        self._kinds[page] = kinds

    def forget(self, page: Page) -> None:
        self._kinds.pop(page, None)
        self._stale.pop(page, None)
        if self._visible is page:
            self._visible = None

    def publish(self, changes: Changes) -> None:
        """Mark every page concerned, then refresh the visible one."""
        for page, kinds in self._kinds.items():
            concerned = changes if not kinds else changes & kinds
            if concerned:
                self._stale[page] = self._stale.get(page, frozenset()) | concerned
        self._refresh_visible()

    def show(self, page: Page | None) -> None:
        """This page is now the visible one; it catches up with what it missed."""
        self._visible = page
        self._refresh_visible()

    def _refresh_visible(self) -> None:
        if self._visible is not None and (missed := self._stale.pop(self._visible, None)):
            self._visible.refresh(missed)
