"""Base of the tabs of the SOP: reads when the office is free, does acts, tells refusals, notes what was opened.

A page overrides `read` instead of `load`: it is called at once, or as soon as a job lets the office go, so the
window never waits for another thread. Nothing is written while reading.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from kinerja_desktop.domain.errors import KinerjaError, StaleWrite, WrongState
from kinerja_desktop.services import inbox
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Actor, Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.tabs import page_margins
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.work.refusals import galat_of

if TYPE_CHECKING:
    from kinerja_desktop.ui.carrying import Carried

T = TypeVar("T")
_LOOK_AGAIN_MS = 50


class WorkPage(Page):
    """See the module. A page lays itself out and sets `narrow` by `set_narrow`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.narrow = False
        self._noted: set[tuple[str, int]] = set()
        self._read_by = ""
        self._waiting: list[tuple[Actor, Callable[[], None]]] = []
        self._busy: BusyOverlay | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_AGAIN_MS)
        self._look.timeout.connect(self._try_waiting)

    def ctx(self) -> Context:
        """Who acts now."""
        return self.desk.context()

    def load(self) -> None:
        self.when_free(self._read)

    def go_on(self, carried: "Carried") -> None:
        self.when_free(partial(super().go_on, carried))

    def read(self) -> None:
        """Ask the services and show what they answer."""

    def _read(self) -> None:
        self._read_by = self.ctx().actor.id
        try:
            self.read()
        except KinerjaError as error:
            tell_fault(self, galat_of(error))

    # --- acts ------------------------------------------------------------------------------------

    def attempt(self, deed: Callable[[], Changes]) -> bool:
        """Do an act and tell what it changed; a refusal is told, and what changed meanwhile is read again."""
        try:
            changes = deed()
        except KinerjaError as error:
            self.refuse(error)
            return False
        self.changed.emit(changes)
        return True

    def refuse(self, error: KinerjaError) -> None:
        """Tell a refusal; where the work moved on meanwhile, show how it stands now."""
        tell_fault(self, galat_of(error))
        if isinstance(error, StaleWrite | WrongState):
            self.load()

    def opened(self) -> tuple[str, int]:
        """Case and version that lie open on the page now; the case is empty for none."""
        return "", 0

    def note_opened(self) -> None:
        """Write «dibaca» for what a person has open before him, once per version.

        A page that lay open behind the log-in is not noted for whoever comes next, were it shown for a moment.
        """
        case_id, versi = self.opened()
        if not case_id or (case_id, versi) in self._noted or self.ctx().office.store.busy:
            return
        if self.ctx().actor.id != self._read_by:
            return
        self._noted.add((case_id, versi))
        self.attempt(lambda: inbox.opened(self.ctx(), case_id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.note_opened)

    def run_job(
        self,
        work: str,
        job: Callable[[Report], T],
        done: Callable[[T], object],
        *,
        cancelled: Callable[[], object] | None = None,
        writes: bool = False,
    ) -> None:
        """Do long work beside the window and show its answer; a refusal is told. Batal is there with ``cancelled``."""
        self._cover().run(self.desk.runner, work, job, done, self.refuse, cancelled=cancelled, writes=writes)

    def _cover(self) -> BusyOverlay:
        if self._busy is None:
            self._busy = BusyOverlay(self)
        return self._busy

    # --- waiting for the office ------------------------------------------------------------------

    def when_free(self, deed: Callable[[], None]) -> None:
        """Do it at once, or when no job holds the office any more; not when somebody acts in another role by then."""
        if not self.ctx().office.store.busy:
            deed()
            return
        self._waiting.append((self.ctx().actor, deed))
        self._cover().start("Menunggu pekerjaan lain selesai…")
        self._look.start()

    def _try_waiting(self) -> None:
        if self.ctx().office.store.busy:
            return
        self._look.stop()
        if self._busy is not None:
            self._busy.stop()
        deeds, self._waiting = self._waiting, []
        for asked, deed in deeds:
            if asked == self.ctx().actor:
                deed()

    # --- narrow mode -----------------------------------------------------------------------------

    def set_narrow(self, *, narrow: bool) -> None:
        self.narrow = narrow
        page_margins(self, narrow=narrow)
