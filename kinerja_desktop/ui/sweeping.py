"""The window's thread looks for garbage now and then, and no other thread does; see ``kinerja_desktop.garbage``."""

import gc

from PySide6.QtCore import QObject, QTimer

from kinerja_desktop import garbage

TURN_MS = 100
"""Few enough objects are made meanwhile that a turn is short, also beside the import of a large workbook."""


class Sweeping(QTimer):
    """Looks in the thread that has claimed the search; not before ``begin``, if nobody starts it sooner."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(TURN_MS)
        self.timeout.connect(garbage.turn)

    def begin(self) -> None:
        """Take turns; what there is by now lasts as long as the program and is not looked through again."""
        gc.freeze()
        self.start()
