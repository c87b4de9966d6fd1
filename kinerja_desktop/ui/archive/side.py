"""A side of the tab Arsip: what lies behind one segment of the switch that stands at the head of every side.

To add one: its key and words in ``SIDES``, a ``SidePage`` of its own, its line in ``tab``.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.work.page import WorkPage

SHELF, MAKING, PACKETS = "arsip", "buat", "paket"
SIDES = {SHELF: "Arsip", MAKING: "Buat Dokumen", PACKETS: "Paket"}


def switch(chosen: str, sides: Sequence[str]) -> Segmented:
    """The switch as it stands on one side; each side has its own."""
    made = Segmented([Segment(key, SIDES[key]) for key in sides], "Arsip atau sisi lainnya")
    made.setObjectName(f"sisi_{chosen}")
    made.choose(chosen)
    return made


class SidePage(WorkPage):
    """A side besides the shelf. ``side_wanted`` asks for another one by its key."""

    side_wanted = Signal(str)

    def __init__(self, desk: Desk, head: Segmented, key: str) -> None:
        super().__init__(desk)
        self._key, self._head = key, head
        head.chosen.connect(self._leave)

    def _leave(self, wanted: str) -> None:
        self._head.choose(self._key)
        if wanted != self._key:
            self.side_wanted.emit(wanted)

    def caption(self) -> str:
        return SIDES[self._key]

    def print_pages(self) -> None:
        """Ctrl+P: send what is shown to a printer, where there are pages."""

    def go_back(self) -> bool:
        """Esc goes back to the papers on the shelf."""
        self.side_wanted.emit(SHELF)
        return True

    def set_narrow(self, *, narrow: bool) -> None:
        self.narrow = narrow  # the margins are those of the tab
        self._head.set_narrow(narrow=narrow)
