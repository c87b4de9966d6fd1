"""How old the last copies are, for the line below every screen. It reads the history alone, so a start is quick.

What the facts mean is judged in ``domain.status_cadangan``.
"""

from datetime import datetime

from kinerja_desktop.domain.status_cadangan import Catatan, StatusCadangan, days_of_use, is_due, judge
from kinerja_desktop.services import trail
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits
from kinerja_desktop.storage.records import JournalRow
from kinerja_desktop.storage.unit_of_work import Unit

_LOOKED_BACK = 200
_PUT_OFF = "ditunda"


@permits(*ALL_ROLES)
def status(ctx: Context) -> StatusCadangan:
    """The state of the backups, for the status bar."""
    return status_of(ctx.office)


def status_of(office: Office) -> StatusCadangan:
    """The same before anybody has logged in."""
    now = office.clock.now()
    with office.store.read() as unit:
        automatic, usb = _last(unit, Jenis.OTOMATIS.value), _last(unit, Jenis.CADANGAN.value)
        used = days_of_use(_logins(unit, usb), usb.pada if usb else None, now)
        perlu = is_due(used) and _changed_since(unit, usb) and not _put_off(unit, now)
    told = Catatan(automatic.pada, "gagal" in automatic.isi) if automatic else None
    return judge(told, usb.pada if usb else None, used, now, perlu=perlu)


@permits(*ALL_ROLES)
def put_off(ctx: Context) -> None:
    """Somebody left without the copy that was due: the question rests for this day."""
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.BACKUP, _PUT_OFF, isi={})
        unit.commit()


def has_usb(unit: Unit) -> bool:
    """True where a copy was ever made on a flashdisk."""
    return _last(unit, Jenis.CADANGAN.value) is not None


def last_usb(unit: Unit) -> tuple[datetime | None, bool]:
    """The last copy on a flashdisk, and whether something was changed after it."""
    usb = _last(unit, Jenis.CADANGAN.value)
    return (usb.pada if usb else None), _changed_since(unit, usb)


def _put_off(unit: Unit, now: datetime) -> bool:
    last = _last(unit, _PUT_OFF)
    return last is not None and last.pada.astimezone(now.tzinfo).date() == now.date()


def _last(unit: Unit, what: str) -> JournalRow | None:
    return next(iter(unit.journal.records(trail.Kind.BACKUP.value, what, limit=1)), None)


def _logins(unit: Unit, since: JournalRow | None) -> list[datetime]:
    told = unit.journal.told(trail.Kind.LOGIN.value, since.seq if since else 0, _LOOKED_BACK)
    return [pada for pada, isi in told if isi["hasil"] == "masuk"]


_NO_CHANGE = frozenset({trail.Kind.LOGIN.value, trail.Kind.BACKUP.value})


def _changed_since(unit: Unit, since: JournalRow | None) -> bool:
    return any(row.kind not in _NO_CHANGE for row in unit.journal.walk(since.seq if since else 0))
