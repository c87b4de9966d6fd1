"""Base of the tabs in which figures and words are filled: keeps every change, undoes, joins what others changed.

A tab says how to store (`store`), how to show (`read`, which calls `begin`) and how to redraw rows (`redraw`). Drafts
are stored in the name of whoever began to fill, also when the role is switched in that second.
"""

from abc import abstractmethod
from collections.abc import Callable, Collection
from datetime import datetime

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from kinerja_desktop.domain.errors import KinerjaError, StaleWrite, TextTooLong
from kinerja_desktop.domain.realisasi import MAKS_TEKS, IsiIndikator
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.sheet import History, Rows, Sheet, Unsaved
from kinerja_desktop.ui.work.texts import FIELDS


class SheetPage(WorkPage):
    """See the module. ``case_id`` is the berkas that lies open, empty for none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet = Sheet()
        self.case_id, self.versi, self.versi_draf = "", 0, 0
        self._filler: Context | None = None
        self.keeper = Keeper(self, self._save, lambda: self.ctx().office.store.busy)
        self.keeper.told.connect(self.saved)
        self.keeper.refused.connect(self._not_saved)
        for key, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # --- what a tab says -------------------------------------------------------------------------

    @abstractmethod
    def store(self, ctx: Context, unsaved: Unsaved) -> DrafTersimpan:
        """Store what is unsaved as the draft."""

    @abstractmethod
    def redraw(self, kode: Collection[str]) -> None:
        """Show these rows and everything that follows from them anew."""

    def begin(self, case_id: str, versi: int, versi_draf: int) -> None:
        """A berkas lies open in these versions; call it first in `read`."""
        if case_id != self.case_id:
            self.keeper.flush()
        self.case_id, self.versi, self.versi_draf = case_id, versi, versi_draf
        self._filler = self.ctx()

    # --- changing --------------------------------------------------------------------------------

    def put(self, *rows: IsiIndikator, run: str = "") -> None:
        """Put whole contents of rows: shown, kept, and one step of undo (or part of a run of changes)."""
        self.sheet.put(rows, run)
        self.after_change([row.kode for row in rows])

    def after_change(self, kode: Collection[str]) -> None:
        """Rows of the sheet were changed by a person."""
        self.redraw(kode)
        if self.sheet.unsaved:
            self.keeper.touch()

    def undo(self) -> None:
        self._moved(self.sheet.undo())

    def redo(self) -> None:
        self._moved(self.sheet.redo())

    def undo_steps(self) -> tuple[Callable[[], object] | None, Callable[[], object] | None]:
        return self.undo if self.sheet.can_undo else None, self.redo if self.sheet.can_redo else None

    def history(self) -> object:
        return self.sheet.history()

    def take_history(self, history: object) -> None:
        if isinstance(history, History):
            self.sheet.go_on(history)
            self.redraw(())

    def _moved(self, rows: Rows) -> None:
        if rows:
            self.after_undo([row.kode for row in rows])

    def after_undo(self, kode: Collection[str]) -> None:
        """Rows are again as they were before a step, or after it."""
        self.after_change(kode)

    # --- keeping ---------------------------------------------------------------------------------

    def _save(self) -> datetime:
        """Store all that can be stored; a text too long for its field waits on the screen and is named."""
        assert self._filler is not None
        taken = self.sheet.take_unsaved()
        long = _long_part(taken)
        rows = {kode: row for kode, row in taken.rows.items() if kode not in long.rows}
        fitting = Unsaved(rows, taken.perbaikan, taken.teks if long.teks is None else None)
        try:
            saved = self.store(self._filler, fitting)
        except KinerjaError:
            self.sheet.give_back(taken)
            raise
        self.versi_draf = saved.versi
        if long:
            self.sheet.give_back(long)
            raise _name_long(long)
        return saved.pada

    def _not_saved(self, error: KinerjaError) -> None:
        """Somebody else filled in meanwhile: read his rows, keep mine on top, store again."""
        if isinstance(error, StaleWrite):
            self.load()
            self.keeper.touch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page, locking and closing keep what was typed in the last second."""
        super().hideEvent(event)
        self.keeper.flush()

    def refresh(self, changes: Changes) -> None:
        if changes != {Change.DRAFT}:
            self.load()

    def tick(self) -> None:
        """What could not be saved is tried again; the limit moves on."""
        self.keeper.flush()
        if not self.keeper.is_dirty():
            self.when_free(self.show_limit)

    def show_limit(self) -> None:
        """Show the limit as it lies now."""

    def opened(self) -> tuple[str, int]:
        return self.case_id, self.versi


def _long_part(unsaved: Unsaved) -> Unsaved:
    """What has a text longer than its field."""
    rows = {kode: row for kode, row in unsaved.rows.items() if _long_text(row)}
    whole = unsaved.teks if unsaved.teks is not None and len(unsaved.teks) > MAKS_TEKS else None
    return Unsaved(rows, teks=whole)


def _long_text(row: IsiIndikator) -> tuple[str, str] | None:
    """Label and text of the first field that is too long."""
    texts = ((label, getattr(row, name)) for name, label in FIELDS.items())
    return next(((f"{label} {row.kode}", teks) for label, teks in texts if len(teks) > MAKS_TEKS), None)


def _name_long(unsaved: Unsaved) -> TextTooLong:
    rows = (found for row in unsaved.rows.values() if (found := _long_text(row)))
    label, teks = next(rows, ("Uraian", unsaved.teks or ""))
    return TextTooLong(label, len(teks), MAKS_TEKS)
