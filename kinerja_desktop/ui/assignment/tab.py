"""The page of Penugasan: which seksi are ordered, with which words."""

from kinerja_desktop.services import assignment
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.page import WorkPage


def make(desk: Desk) -> "AssignmentPage":
    """Build the page."""
    return AssignmentPage(desk)


class AssignmentPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._head = WorkHead("Penugasan")
        self.setLayout(column(self._head, None))

    def read(self) -> None:
        view = assignment.load(self.ctx())
        self._head.set_title("Penugasan", view.triwulan.label_tahun)
