"""The clock of the SOP: working days, office time, and when a norm ends.

A year's holidays are a table that the office edits and confirms; a year without a table is an error,
never a year of plain weekdays. Everything counts in whole minutes, as papers print them, so a moment
loses its seconds on the way in: who acts at 15.41.50 acted at 15.41. All moments carry a zone.

Words for limits stand in ``tenggat``, hours in ``jam_kerja``, kinds of norms in ``norma``, the SOP's own
in ``sop``. To add a kind of day off: a member of ``JenisLibur``.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property

from kinerja_desktop.domain.errors import KalenderKosong, KalenderSalah, SebabKalender
from kinerja_desktop.domain.jam_kerja import PERPRES_21_2023, JamHari, JamKerja, Zona
from kinerja_desktop.domain.norma import Norma, NormaHariKerja, NormaMenit, SelesaiHariItu, TanpaBatas
from kinerja_desktop.domain.triwulan import Triwulan

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_FRIDAY = 4

# --- the table of a year -----------------------------------------------------------------------


class JenisLibur(Enum):
    """Why a day is off; the value is how tables are stored, ``label`` how screens write it."""

    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"
    LOKAL = "lokal"

    @property
    def label(self) -> str:
        """The kind as screens and papers write it."""
        return {"lokal": "Libur lokal"}.get(self.value, self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class HariLibur:
    """A day off. Cuti bersama counts as a day off like the others."""

    tanggal: date
    uraian: str
    jenis: JenisLibur


@dataclass(frozen=True)
class KalenderTahun:
    """Days off of one year, and the Ramadan that ends with this year's Idul Fitri.

    That Ramadan may begin in December of the year before; None where the year has none. ``sumber``
    names the decree. Raises KalenderSalah for a day of another year, a day twice, or a Ramadan that
    is half given or ends before it begins.
    """

    tahun: int
    hari_libur: tuple[HariLibur, ...]
    ramadan_mulai: date | None = None
    ramadan_selesai: date | None = None
    dikonfirmasi: bool = False
    sumber: str = ""

    def __post_init__(self) -> None:
        for tanggal, times in Counter(libur.tanggal for libur in self.hari_libur).items():
            if times > 1:
                raise KalenderSalah(self.tahun, tanggal, SebabKalender.DUA_KALI)
            if tanggal.year != self.tahun:
                raise KalenderSalah(self.tahun, tanggal, SebabKalender.LUAR_TAHUN)
        given = [day for day in (self.ramadan_mulai, self.ramadan_selesai) if day is not None]
        if given and not self._is_ramadan_of_year(given):
            raise KalenderSalah(self.tahun, given[-1], SebabKalender.RAMADAN)

    def _is_ramadan_of_year(self, given: list[date]) -> bool:
        first, last = given[0], given[-1]
        return len(given) == 2 and first <= last and last.year == self.tahun and first.year >= self.tahun - 1

    @cached_property
    def days_off(self) -> frozenset[date]:
        """The dates alone."""
        return frozenset(libur.tanggal for libur in self.hari_libur)

    def in_ramadan(self, tanggal: date) -> bool:
        """True from this Ramadan's first to its last day."""
        if self.ramadan_mulai is None or self.ramadan_selesai is None:
            return False
        return self.ramadan_mulai <= tanggal <= self.ramadan_selesai


class AturanLibur(Enum):
    """Where the day of the order goes when it falls on a day off; the value is the setting's."""

    BERIKUTNYA = "berikutnya"
    SEBELUMNYA = "sebelumnya"


# --- the clock ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kalender:
    """The office's years, hours and zone as one value. Every method raises KalenderKosong past its years."""

    daftar_tahun: tuple[KalenderTahun, ...]
    jam_kerja: JamKerja = PERPRES_21_2023
    zona: Zona = Zona.WITA

    @cached_property
    def _by_year(self) -> dict[int, KalenderTahun]:
        return {table.tahun: table for table in self.daftar_tahun}

    def tabel(self, tahun: int) -> KalenderTahun:
        """The table of a year. Raises KalenderKosong."""
        if tahun not in self._by_year:
            raise KalenderKosong(tahun)
        return self._by_year[tahun]

    def local(self, waktu: datetime) -> datetime:
        """The moment in the office's zone, without seconds. Naive moments are a fault of the program."""
        if waktu.tzinfo is None:
            raise ValueError(waktu)
        return waktu.astimezone(self.zona.tzinfo).replace(second=0, microsecond=0)

    # days

    def is_workday(self, tanggal: date) -> bool:
        """Monday to Friday, unless the year's table says off."""
        return tanggal not in self.tabel(tanggal.year).days_off and tanggal.weekday() <= _FRIDAY

    def workday_from(self, tanggal: date) -> date:
        """This day if it is worked, else the next one that is."""
        while not self.is_workday(tanggal):
            tanggal += _DAY
        return tanggal

    def workday_until(self, tanggal: date) -> date:
        """This day if it is worked, else the last one before it that is."""
        while not self.is_workday(tanggal):
            tanggal -= _DAY
        return tanggal

    def next_workday(self, tanggal: date) -> date:
        """The first working day after this day."""
        return self.workday_from(tanggal + _DAY)

    def add_workdays(self, tanggal: date, n: int) -> date:
        """The n-th working day after this day; the day itself for 0."""
        for _ in range(n):
            tanggal = self.next_workday(tanggal)
        return tanggal

    def workdays_between(self, after: date, until: date) -> int:
        """How many working days lie after the one day, up to and with the other."""
        return sum(self.is_workday(after + n * _DAY) for n in range(1, (until - after).days + 1))

    # hours

    def hours(self, tanggal: date) -> JamHari:
        """Office hours that this day has if it is worked."""
        friday = tanggal.weekday() == _FRIDAY
        if self.is_ramadan(tanggal):
            return self.jam_kerja.ramadan_jumat if friday else self.jam_kerja.ramadan
        return self.jam_kerja.jumat if friday else self.jam_kerja.biasa

    def is_ramadan(self, tanggal: date) -> bool:
        """True in a Ramadan of this year's table, or of the next one's if that begins in December."""
        following = self._by_year.get(tanggal.year + 1)
        return self.tabel(tanggal.year).in_ramadan(tanggal) or (following is not None and following.in_ramadan(tanggal))

    def opening(self, tanggal: date) -> datetime:
        """When the office opens on a working day."""
        return self._at(tanggal, self.hours(tanggal).buka)

    def closing(self, tanggal: date) -> datetime:
        """When the office closes on a working day."""
        return self._at(tanggal, self.hours(tanggal).tutup)

    def office_minutes_between(self, mulai: datetime, selesai: datetime) -> int:
        """Minutes of office time from one moment to another, breaks left out; 0 if the second is earlier."""
        first, last = self.local(mulai), self.local(selesai)
        spans = self._open_spans(first, last.date())
        return sum(max(min(end, last) - begin, timedelta(0)) // _MINUTE for begin, end in spans)

    def add_office_minutes(self, mulai: datetime, menit: int) -> datetime:
        """The moment at which so many minutes of office time have passed.

        Outside office hours and in the break the count begins at the next open minute. A count that
        is full exactly at closing time (or at the break) ends there, not at the next opening.
        """
        left = menit * _MINUTE
        spans = self._open_spans(self.local(mulai))
        begin, end = next(spans)
        while left > end - begin:
            left -= end - begin
            begin, end = next(spans)
        return begin + left

    # norms

    def day_of_receipt(self, waktu: datetime) -> date:
        """The working day for which something received at this moment counts.

        The same day up to and with its closing minute, also before opening; after closing and on days
        off the next working day.
        """
        local = self.local(waktu)
        day = self.workday_from(local.date())
        return day if local <= self.closing(day) else self.next_workday(day)

    def due(self, norma: Norma, mulai: datetime) -> datetime | None:
        """When a norm ends whose time began at ``mulai``; None without limit.

        Minutes run in office time. Days run to closing time of the n-th working day after the day of
        receipt: "1 hari" received on D ends when the office closes on D+1.
        """
        match norma:
            case NormaMenit(menit):
                return self.add_office_minutes(mulai, menit)
            case NormaHariKerja(hari):
                return self.closing(self.add_workdays(self.day_of_receipt(mulai), hari))
            case SelesaiHariItu():
                return self.closing(self.day_of_receipt(mulai))
            case TanpaBatas():
                return None

    def is_late(self, due: datetime | None, selesai: datetime) -> bool:
        """True after the limit's own minute has passed; never without a limit."""
        return due is not None and self.local(selesai) > self.local(due)

    def workdays_late(self, due: datetime | None, selesai: datetime) -> int:
        """Working days that began after the day of the limit: 0 on that day, at least 1 afterwards."""
        if due is None or self.local(selesai).date() <= self.local(due).date():
            return 0
        return max(1, self.workdays_between(self.local(due).date(), self.local(selesai).date()))

    def tanggal_penugasan(
        self, triwulan: Triwulan, hari: int = 10, aturan: AturanLibur = AturanLibur.BERIKUTNYA
    ) -> datetime:
        """When step 1 begins for the data of a quarter: opening time of the 10th after it.

        "Setiap tanggal 10 awal Triwulan" is read as the first month of the next quarter; on a day off
        the working day after it (or before it). ``hari`` is 1 to 28.
        """
        day = triwulan.next.first_day.replace(day=hari)
        move = self.workday_from if aturan is AturanLibur.BERIKUTNYA else self.workday_until
        return self.opening(move(day))

    # parts of days

    def _open_spans(self, begin: datetime, until: date = date.max) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of office time from a moment on, the first one cut; through ``until``."""
        day = begin.date()
        while day <= until:
            for start, end in self._spans_of(day):
                if begin < end:
                    yield max(begin, start), end
            day += _DAY

    def _spans_of(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        if not self.is_workday(day):
            return ()
        jam = self.hours(day)
        return (
            (self._at(day, jam.buka), self._at(day, jam.istirahat_mulai)),
            (self._at(day, jam.istirahat_selesai), self._at(day, jam.tutup)),
        )

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zona.tzinfo)
