"""Pindah Komputer: how far the office is on its way to another PC, and the mark that it went.

The way itself is a copy on a flashdisk and the recovery sheet; the new PC restores it with nobody logged in. The mark
is made here after the copy, so the copy does not carry it along. It forbids nothing: everybody is told at each start.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import backup_sheet, backup_status, settings
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

_MOVED = "cadangan.pindah"


@dataclass(frozen=True, slots=True)
class KeadaanPindah:
    """``lembar`` is the mark of the key that the sheet must bear, None where there is none; ``pindah`` the day.

    ``usb`` is the last copy on a flashdisk, ``berubah`` whether something was changed after it.
    """

    lembar: str | None
    usb: datetime | None
    berubah: bool
    pindah: date | None


@permits(*backup_sheet.MAKERS)
def state(ctx: Context) -> KeadaanPindah:
    """How far the way is."""
    from kinerja_desktop.exchange.lembar_pemulihan import mark_of  # here, because a start asks for `moved_on` alone

    with ctx.office.store.read() as unit:
        publik = unit.settings.get(backup_sheet.SHEET_KEY)
        usb, changed = backup_status.last_usb(unit)
        return KeadaanPindah(mark_of(publik) if publik else None, usb, changed, moved_on(unit))


@permits(Role.ADMIN)
def mark_moved(ctx: Context, *, moved: bool) -> Changes:
    """The office lives on another PC from now on; or it does not after all."""
    with ctx.office.store.unit() as unit:
        settings.put(unit, ctx.actor, ctx.now(), _MOVED, ctx.today().isoformat() if moved else "")
        unit.commit()
    return frozenset({Change.SETTINGS, Change.BACKUP})


def moved_on(unit: Unit) -> date | None:
    """The day on which the office went to another PC."""
    told = unit.settings.get(_MOVED)
    return date.fromisoformat(told) if told else None
