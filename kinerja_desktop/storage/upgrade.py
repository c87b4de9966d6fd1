"""Upgrading an office that an older program made: on a copy, checked, then put in its place in one rename.

A program that is killed anywhere in between finds either the old file untouched or the new one complete.
"""

from dataclasses import replace
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged
from kinerja_desktop.renaming import take_place
from kinerja_desktop.storage import gate as gates
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.faults import sorted_faults
from kinerja_desktop.storage.files import sync_folder
from kinerja_desktop.storage.migrations import upgrade
from kinerja_desktop.storage.snapshot import copy_pages, pages_are_sound
from kinerja_desktop.storage.swap import hold_no_journal


def upgraded(gate: gates.Gate) -> gates.Gate:
    """The same office in the newest shape. The old database stays in the folder of local copies.

    Raises DataDamaged where the copy does not pass its check, and StorageFault where the old database cannot be closed
    whole; the office is as before then.
    """
    folder, old = gate.folder, gate.version
    beside = folder / f"{paths.DATABASE}.naik"
    try:
        with sorted_faults(folder):
            _keep_old(gate)
            copy_pages(gate.connection, beside)
            upgrade_file(beside)
            gate.close()
            hold_no_journal(gates.database_file(folder))
            take_place(beside, gates.database_file(folder))
            if not high_water.is_known(folder):  # an older program may not have kept it
                high_water.forget(folder)
            sync_folder(folder)
    except BaseException:
        gate.close()
        raise
    finally:
        beside.unlink(missing_ok=True)
    renewed = gates.open_gate(folder)
    assert renewed.version > old
    return replace(renewed, upgraded_from=old)


def upgrade_file(file: Path) -> None:
    """Bring a database that nobody uses to the newest shape and check it.

    Raises NewerVersion, NotOurFile, DataDamaged.
    """
    gates.check_header(file)
    connection = gates.connect(file)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")  # a step may rebuild a table that others refer to
        upgrade(connection, str(file.parent))
        if not pages_are_sound(connection) or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DataDamaged(())
    finally:
        connection.close()


KEPT = "sebelum-skema-*.db"
"""What an upgrade leaves among the local copies until it is made a copy like the others."""


def _keep_old(gate: gates.Gate) -> None:
    kept = gate.folder / paths.BACKUPS / KEPT.replace("*", str(gates.SCHEMA_VERSION))
    kept.parent.mkdir(exist_ok=True)
    copy_pages(gate.connection, kept)
