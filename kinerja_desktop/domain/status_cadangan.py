"""How old the last copies of the office are, in words and in how much they ask for attention.

How long ago the last USB copy was is counted in days on which somebody worked here: a holiday does not make a backup
old. Where the facts come from, the history or the database behind the log-in, is none of this module's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu

HARI_PERHATIAN, HARI_SALAH = 3, 7
"""Days of use without a USB copy until the status turns amber, and red."""


class Tingkat(Enum):
    """How much the state of the backups asks for attention."""

    BAIK = "baik"
    PERHATIAN = "perhatian"
    SALAH = "salah"


@dataclass(frozen=True, slots=True)
class Catatan:
    """What the history tells of a copy: when it was made, and whether it failed."""

    pada: datetime
    gagal: bool = False


@dataclass(frozen=True, slots=True)
class StatusCadangan:
    """The state of the backups; ``hari_pakai`` counts days of use since the last USB copy (or since the first).

    ``gagal``: the last automatic copy failed. ``perlu`` is True where leaving the program should ask for a USB copy: it
    is due, something was changed, and nobody put it off today.
    """

    otomatis: datetime | None
    usb: datetime | None
    hari_pakai: int
    tingkat: Tingkat
    teks: str
    gagal: bool = False
    perlu: bool = False


def days_of_use(logins: Iterable[datetime], since: datetime | None, now: datetime) -> int:
    """Days of these log-ins in the office's zone, without the day of ``since``."""
    days = {pada.astimezone(now.tzinfo).date() for pada in logins}
    return len(days - ({since.astimezone(now.tzinfo).date()} if since else set()))


def is_due(hari_pakai: int) -> bool:
    """True where the office has been used for too long without a USB copy."""
    return hari_pakai > HARI_PERHATIAN


def judge(
    otomatis: Catatan | None, usb: datetime | None, hari_pakai: int, now: datetime, *, perlu: bool = False
) -> StatusCadangan:
    """The state of the backups from what is known of them."""
    failed = otomatis is not None and otomatis.gagal
    made = otomatis.pada if otomatis is not None and not failed else None
    teks = "Cadangan gagal diperiksa" if failed else f"Cadangan: {_ago(made, now)} · USB: {_ago(usb, now)}"
    return StatusCadangan(made, usb, hari_pakai, _level(hari_pakai, failed=failed), teks, failed, perlu)


def _level(hari_pakai: int, *, failed: bool) -> Tingkat:
    if failed or hari_pakai > HARI_SALAH:
        return Tingkat.SALAH
    return Tingkat.PERHATIAN if is_due(hari_pakai) else Tingkat.BAIK


def _ago(made: datetime | None, now: datetime) -> str:
    """How long ago in words: "hari ini 12.05", "kemarin", "9 hari lalu", "belum ada"."""
    if made is None:
        return "belum ada"
    when = made.astimezone(now.tzinfo)
    days = (now.date() - when.date()).days
    if days == 0:
        return f"hari ini {format_waktu(when)}"
    if days < 0:  # the PC's clock was set back since
        return format_tanggal(when)
    return "kemarin" if days == 1 else f"{days} hari lalu"
