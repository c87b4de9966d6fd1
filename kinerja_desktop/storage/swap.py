"""Giving a finished database the place of another one, or of none, in one rename.

Whatever makes a database that people are to find whole builds it elsewhere and passes here: founding, restoring,
upgrading.
"""

from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.renaming import take_place
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.files import sync_folder


def put_in_place(stage: Path, folder: Path) -> None:
    """Give the closed database of ``stage`` the place of the closed one in ``folder``; both on one disk.

    The mark of how far the old history reached goes first and the new one comes last: in between the office is only
    without a mark, never with a wrong one.
    """
    live = folder / paths.DATABASE
    hold_no_journal(stage / paths.DATABASE)
    hold_no_journal(live)
    high_water.forget(folder)
    take_place(stage / paths.DATABASE, live)
    sync_folder(folder)
    mark = high_water.mark_file(stage)
    if mark.exists():
        take_place(mark, high_water.mark_file(folder))


def hold_no_journal(database: Path) -> None:
    """Raise StorageFault where a closed database left its -wal: another one in its place would take it for its own.

    SQLite removes it at the close, except where what stands in it finds no room in the database.
    """
    left = database.with_name(f"{database.name}-wal")
    if left.exists():
        raise StorageFault(str(left), "-wal")
