"""Opening an office that is there, and what names it.

Apart from ``setup``, which makes one, because every start passes here and needs nothing of what a making needs.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged, WritingStopped
from kinerja_desktop.services import settings
from kinerja_desktop.services.clock import clock_of
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import high_water, session_note
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.gate import hold_open
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class OfficeIdentity:
    """What names of files and keys are made of."""

    id: str
    kode: str
    nama: str
    latihan: bool


def has_office(folder: Path) -> bool:
    """True where the folder holds a database; whether it is ours is said when it is opened. Raises FolderClosed."""
    hold_open(folder)
    return (folder / paths.DATABASE).exists()


def has_remains(folder: Path) -> bool:
    """True where an office once was: its database is gone and something of it still lies there.

    Nothing new may be made in such a place; what is there must be brought back.
    """
    if has_office(folder):
        return False
    stored = (folder / area for area in (paths.EVIDENCE, paths.ARCHIVE, paths.BACKUPS))
    return high_water.mark_file(folder).exists() or any(place.is_dir() and any(place.iterdir()) for place in stored)


def open_office(folder: Path) -> Office:
    """Open the office of a folder and keep it locked. Raises NoOffice, DataDamaged, every KnownFault of storage."""
    database = folder / paths.DATABASE
    with ExitStack() as undo:
        try:
            store = Store.open(folder)
            undo.callback(store.close)
            session_note.begin_anew(folder)
            office = join(store)
        except DataDamaged as damaged:
            where = f"Basis data {database} rusak dan tidak dapat dibaca."
            raise DataDamaged(damaged.findings or (where,)) from damaged
        except UNREADABLE as error:
            told = f"Basis data {database}: pengaturan kantor atau catatan riwayat terakhir tidak dapat dibaca."
            raise DataDamaged((told,)) from error
        undo.pop_all()
    return office


def join(store: Store) -> Office:
    """An office from an opened store, with the clock that belongs to it.

    Where the end of its history is missing nothing is written into it: that would cover what is left.
    """
    if not store.tail_is_whole and store.stopped is None:
        from kinerja_desktop.services import integrity_words  # here, because a start seldom needs it

        store.stop(partial(WritingStopped, (integrity_words.cut_tail(store),)))
    with store.read() as unit:
        zone = settings.zona(unit).tzinfo
        latihan = settings.is_practice(unit)
        last = unit.journal.last_time()
    return Office(store, clock_of(zone, latihan=latihan, terakhir=last), latihan)


def upgrade_told(office: Office) -> str | None:
    """What this start did to an office of an older program, and where its database of before lies; None where nothing.

    Said on the screen and at a terminal, for the older program cannot open the office any more.
    """
    store = office.store
    if store.upgraded_from is None or store.folder is None:
        return None
    return (
        "Data kantor dari versi lama sudah disesuaikan dengan versi program ini dan diperiksa; isinya tetap. Salinan "
        f"sebelum penyesuaian ada di {store.folder / paths.BACKUPS}. Versi lama tidak dapat lagi membuka data ini."
    )


def identity(unit: Unit) -> OfficeIdentity:
    """The office's id, code and name."""
    return OfficeIdentity(
        unit.settings.get(settings.OFFICE_ID) or "",
        settings.office_code(unit),
        settings.value(unit, "instansi.nama"),
        settings.is_practice(unit),
    )
