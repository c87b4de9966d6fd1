"""The page of Disposisi: the order received, and to whom it is passed on."""

from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.page import WorkPage


def make(desk: Desk) -> "DispositionPage":
    """Build the page."""
    return DispositionPage(desk)


class DispositionPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._head = WorkHead("Disposisi")
        self.setLayout(column(self._head, None))
