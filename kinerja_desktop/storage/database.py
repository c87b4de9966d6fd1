"""The open office: one connection, one lock, units of work, the folders of files.

Opening, header and lock stand in ``gate``; this module loads SQLAlchemy when the first unit is asked for.
"""

import logging
import shutil
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop import garbage, paths
from kinerja_desktop.domain.errors import DataDamaged, DiskFull, KinerjaError, OutOfMemory, ReadOnlyOffice, StorageFault
from kinerja_desktop.storage import ballast
from kinerja_desktop.storage import gate as gates
from kinerja_desktop.storage.faults import is_of_pages, sorted_faults
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.high_water import (
    forget,
    is_behind,
    is_known,
    read_mark,
    settle_mark,
    tail_is_whole,
    write_mark,
)
from kinerja_desktop.storage.kept import Kept
from kinerja_desktop.storage.records import EMPTY, Head
from kinerja_desktop.storage.unit_of_work import Unit

if TYPE_CHECKING:
    from sqlalchemy import Engine

_LOG = logging.getLogger(__name__)
_YOUNG = 20
"""So many lines of the journal an office may have whose mark a power cut at its founding took along."""
SQLITE_VERSION = sqlite3.sqlite_version


class Store:
    """One office, open. Shared by the threads of one process under one lock; only one unit is open at a time."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None) -> None:
        self.folder = folder
        """The data folder; None for an office in memory."""
        self.closed = False
        """True once `close` was called: whoever still holds this store is too late."""
        self.upgraded_from: int | None = None
        """The schema number of the older program whose office this start upgraded."""
        self.notes_damaged = False
        """What the last check said of the notes of who opened what, which are too many to look at all the time."""
        self._connection = connection
        self._lock = threading.Lock()
        self._holder: int | None = None
        self._suspect = False
        self._stopped: Callable[[], KinerjaError] | None = None
        self._engine_made: Engine | None = None
        self.mark_lost = False
        """True where nothing beside an office that has worked for a while says how far its history reached, or only
        how far it once did: the file was taken away, or an older one was put in its place."""
        self._mark_holds = True
        self._mark = EMPTY
        self._kept = Kept()

    # opening

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> "Store":
        """Open and lock the office in a folder, upgrading it if an older program made it (see ``gate.open_gate``)."""
        try:
            gate = gates.open_gate(folder, create=create)
            try:
                return cls.adopt(gate)
            except BaseException:
                gate.close()  # else the lock stays with whoever holds the error
                raise
        except MemoryError as error:
            raise OutOfMemory from error

    @classmethod
    def adopt(cls, gate: gates.Gate) -> "Store":
        """Take over what the gate opened; the gate's connection is the store's from now on."""
        settled = not (gate.left_open or gate.needs_upgrade)  # older programs did not bring the mark to the disk
        if gate.needs_upgrade:
            from kinerja_desktop.storage.upgrade import upgraded

            gate = upgraded(gate)
        store = cls(gate.connection, gate.folder)
        store.upgraded_from = gate.upgraded_from
        if gate.read_only:
            store.stop(partial(ReadOnlyOffice, str(gate.folder)))
        store._watch_tail(settled=settled)
        return store

    @classmethod
    def memory(cls) -> "Store":
        """An empty office in memory, cloned from one that the migrations built; files go to a scratch folder."""
        from kinerja_desktop.storage.migrations import template

        connection = gates.connect(None)
        template().backup(connection)
        store = cls(connection, None)
        weakref.finalize(store, connection.close)
        return store

    def aside(self) -> "Store":
        """The office as it is at this moment, copied into memory: for long reading that keeps nobody waiting.

        Its files are the office's own. Raises DataDamaged where the pages cannot be copied.
        """
        mark, connection = self.mark, gates.connect(None)
        with self.raw() as source:
            source.backup(connection)
        copy = Store(connection, None)
        copy._place, copy._mark, copy.mark_lost = self._place, mark, self.mark_lost
        weakref.finalize(copy, connection.close)
        return copy

    def close(self) -> None:
        """Let the office go. What was committed is in the one database file afterwards."""
        with self._held(), sorted_faults(self.folder):
            self._settle()
            self._let_go()
            self.closed = True

    # stopping

    @property
    def stopped(self) -> KinerjaError | None:
        """Why nothing is written any more; None while the office works."""
        return None if self._stopped is None else self._stopped()

    def stop(self, why: Callable[[], KinerjaError]) -> None:
        """From here on no unit is committed: each is told why. What is stored stays as it is, as evidence."""
        self._stopped = why

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Write again where the block, which says so in the history, ends well; then the mark is that of its end."""
        why, self._stopped = self._stopped, None
        try:
            yield
        except BaseException:
            self._stopped = why
            raise
        self._mark_holds = True
        if self.folder is not None:
            forget(self.folder)
            with self.read() as unit:
                head = unit.journal.head()
            self._remember(head)

    # working

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """A transaction for writing; rolled back unless ``unit.commit()`` was called.

        Waits while another thread works. Opening a second one inside it is a fault of the program. Raises the
        known faults of the disk; what was committed before is never touched by them.
        """
        with self._working(writing=True) as unit:
            yield unit

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A transaction for reading: everything read in it is of one moment."""
        with self._working(writing=False) as unit:
            yield unit

    @property
    def busy(self) -> bool:
        """True while some thread has a unit open: the main thread looks here before it asks for one."""
        return self._lock.locked()

    def is_busy_for(self, seconds: float) -> bool:
        """True where another thread keeps its unit open so long: what is only being read is done sooner."""
        if not self._lock.acquire(timeout=seconds):
            return True
        self._lock.release()
        return False

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """The bare connection under the store's lock, for copying and checking of pages within this room."""
        with self._held(), sorted_faults(self.folder):
            yield self._connection

    # files

    @cached_property
    def evidence(self) -> Blobs:
        """Evidence that analysts handed in."""
        return Blobs(self._place / paths.EVIDENCE)

    @cached_property
    def archive(self) -> Blobs:
        """Final papers and signed scans."""
        return Blobs(self._place / paths.ARCHIVE)

    @cached_property
    def _place(self) -> Path:
        if self.folder is not None:
            return self.folder
        scratch = Path(tempfile.mkdtemp(prefix="kinerja-"))
        weakref.finalize(self, shutil.rmtree, scratch, ignore_errors=True)
        return scratch

    # inside

    @contextmanager
    def _held(self) -> Iterator[None]:
        if self._holder == threading.get_ident():
            raise RuntimeError("a unit is open in this thread already")
        with self._lock:
            self._holder = threading.get_ident()
            try:
                yield
            except (StorageFault, DataDamaged) as fault:
                self._suspect = True
                if isinstance(fault, DataDamaged) and is_of_pages(fault):
                    self._stopped = self._stopped or partial(DataDamaged, ())
                raise
            except MemoryError as error:
                raise OutOfMemory from error
            except DiskFull as full:
                if self.folder is not None and full.path == str(self.folder):  # not a flash disk
                    full.dilepas = ballast.release(self.folder)
                raise
            finally:
                self._holder = None

    @contextmanager
    def _working(self, *, writing: bool) -> Iterator[Unit]:
        from kinerja_desktop.storage.engine import begun

        with self._held():
            self._renew_if_suspect()
            connection = begun(self._engine, writing=writing)
            unit = Unit(connection, self._kept, writing=writing, stopped=self.stopped)
            try:
                yield unit
            finally:
                connection.close()
                self._remember(unit.committed)

    @property
    def _engine(self) -> "Engine":
        if self._engine_made is None:
            from kinerja_desktop.storage.engine import engine_over

            self._engine_made = engine_over(self._connection, str(self.folder or ""))
        return self._engine_made

    def _renew_if_suspect(self) -> None:
        """After a failed write or sync nothing is retried on that connection: SQLite reads the file anew."""
        if self._suspect and self.folder is not None:
            self._let_go()
            self._connection = gates.open_gate(self.folder).connection
        self._suspect = False

    def _let_go(self) -> None:
        self._kept = Kept()
        if self._engine_made is not None:
            self._engine_made.dispose()
            self._engine_made = None
        self._connection.close()
        if self._suspect:
            garbage.collect()  # a fault's traceback may keep a statement, and SQLite the file and its lock with it

    # the high-water mark

    @property
    def mark(self) -> Head:
        """How far the journal once reached, as remembered outside the database; EMPTY where nothing remembers it."""
        return self._mark if self.folder is None else read_mark(self.folder)

    @property
    def tail_is_whole(self) -> bool:
        """True where the journal reached as far as the mark when it was opened."""
        return self._mark_holds

    def begin_mark_anew(self) -> None:
        """From the next line of the journal on there is a mark again: that it was lost is being recorded."""
        self.mark_lost = False

    def _watch_tail(self, *, settled: bool) -> None:
        """Stop moving the mark where the journal does not reach it: the difference is evidence (see ``check``)."""
        assert self.folder is not None
        try:
            with sorted_faults(self.folder):
                mark = read_mark(self.folder)
                self._mark_holds = tail_is_whole(self._connection, mark)
                gone = not is_known(self.folder) or (settled and is_behind(self._connection, mark))
                self.mark_lost = gone and _is_old(self._connection)
        except DataDamaged:  # the office opens all the same, so that a check can tell what is left
            self._mark_holds = False

    def _settle(self) -> None:
        if self.folder is None or not self._mark_holds or self.mark_lost or isinstance(self.stopped, ReadOnlyOffice):
            return
        try:
            settle_mark(self.folder, self._connection)
        except (OSError, sqlite3.Error) as error:  # what was committed stays committed, and the office is closed
            _LOG.warning("high-water mark not settled: %s", type(error).__name__)

    def _remember(self, head: Head | None) -> None:
        if head is None or self.folder is None or not self._mark_holds or self.mark_lost:
            return
        try:
            write_mark(self.folder, head)
        except OSError as error:  # what was committed stays committed; the mark lags behind until the next time
            _LOG.warning("high-water mark not written: %s", error)


def _is_old(connection: sqlite3.Connection) -> bool:
    """True where the journal is longer than that of an office that has just been founded."""
    last: int | None = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    return (last or 0) > _YOUNG
