"""How old the last copies are, for the line below every screen. It reads the history alone, so a start is quick.

How long ago the last USB copy was is counted in days on which somebody worked here: a holiday does not make a backup
old.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import trail
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits
from kinerja_desktop.storage.records import JournalRow
from kinerja_desktop.storage.unit_of_work import Unit

HARI_TANPA_USB = 7
"""Days of use without a USB copy until the status asks for one."""
_LOOKED_BACK = 200


class Tingkat(Enum):
    """How much the state of the backups asks for attention."""

    BAIK = "baik"
    PERHATIAN = "perhatian"
    SALAH = "salah"


@dataclass(frozen=True, slots=True)
class StatusCadangan:
    """The state of the backups; ``hari_pakai`` counts days of use since the last USB copy (or since the first).

    ``perlu`` is True where leaving the program should ask for a USB copy: it is due and something was changed.
    """

    otomatis: datetime | None
    usb: datetime | None
    hari_pakai: int
    tingkat: Tingkat
    teks: str
    perlu: bool


@permits(*ALL_ROLES)
def status(ctx: Context) -> StatusCadangan:
    """The state of the backups, for the status bar."""
    return status_of(ctx.office)


def status_of(office: Office) -> StatusCadangan:
    """The same before anybody has logged in."""
    now = office.clock.now()
    with office.store.read() as unit:
        automatic, usb = _last(unit, Jenis.OTOMATIS), _last(unit, Jenis.CADANGAN)
        used = _days_of_use(unit, usb, now)
        due = used > HARI_TANPA_USB
        perlu = due and _changed_since(unit, usb)
    failed = automatic is not None and "gagal" in automatic.isi
    tingkat = Tingkat.SALAH if failed else Tingkat.PERHATIAN if due else Tingkat.BAIK
    teks = "Cadangan gagal diperiksa" if failed else f"Cadangan: {_ago(automatic, now)} · USB: {_ago(usb, now)}"
    made = automatic.pada if automatic is not None and not failed else None
    return StatusCadangan(made, usb.pada if usb else None, used, tingkat, teks, perlu)


def _last(unit: Unit, jenis: Jenis) -> JournalRow | None:
    return next(iter(unit.journal.records(trail.Kind.BACKUP.value, jenis.value, limit=1)), None)


def _days_of_use(unit: Unit, since: JournalRow | None, now: datetime) -> int:
    """Days after that one on which somebody logged in."""
    newest = unit.journal.records(trail.Kind.LOGIN.value, limit=_LOOKED_BACK)
    rows = (row for row in newest if row.isi["hasil"] == "masuk" and (since is None or row.seq > since.seq))
    days = {row.pada.astimezone(now.tzinfo).date() for row in rows}
    return len(days - ({since.pada.astimezone(now.tzinfo).date()} if since else set()))


_NO_CHANGE = frozenset({trail.Kind.LOGIN.value, trail.Kind.BACKUP.value})


def _changed_since(unit: Unit, since: JournalRow | None) -> bool:
    return any(row.kind not in _NO_CHANGE for row in unit.journal.walk(since.seq if since else 0))


def _ago(row: JournalRow | None, now: datetime) -> str:
    """How long ago in words: "hari ini 12.05", "kemarin", "9 hari lalu", "belum ada"."""
    if row is None:
        return "belum ada"
    when = row.pada.astimezone(now.tzinfo)
    days = (now.date() - when.date()).days
    if days == 0:
        return f"hari ini {format_waktu(when)}"
    if days < 0:  # the PC's clock was set back since
        return format_tanggal(when)
    return "kemarin" if days == 1 else f"{days} hari lalu"
