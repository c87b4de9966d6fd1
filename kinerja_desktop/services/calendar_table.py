"""The office's calendar: tables of holidays per year, proposed by the program, confirmed by the office.

``kalender`` joins the stored years with hours and zone for every other service. A year that is needed and not
there is filled from the proposal and stays unconfirmed until the Admin says so; nothing is blocked by that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from kinerja_desktop.domain.kalender import Kalender, KalenderTahun
from kinerja_desktop.domain.norma import NormaHariKerja
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal, format_tanggal_waktu
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import settings, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, permits
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.storage.unit_of_work import Unit

# --- for other services ------------------------------------------------------------------------


def kalender(unit: Unit) -> Kalender:
    """Every stored year with the office's hours and zone."""
    return Kalender(unit.calendar.all(), settings.jam_kerja(unit), settings.zona(unit))


def tanggal_penugasan(unit: Unit, triwulan: Triwulan) -> datetime:
    """When step 1 begins for the data of a quarter, by the office's rule."""
    rule = settings.penugasan(unit)
    return kalender(unit).tanggal_penugasan(triwulan, rule.hari, rule.libur)


def ensure_years(unit: Unit, tahun: Iterable[int], pada: datetime, actor: Actor = trail.PROGRAM) -> tuple[int, ...]:
    """Fill the years that have no table yet with their proposal; returns those that were filled."""
    missing = tuple(sorted(set(tahun) - set(unit.calendar.years())))
    for year in missing:
        _put(unit, actor, pada, proposal(year))
    return missing


def years_around(tanggal: date) -> range:
    """The years that limits set on this day may need."""
    return range(tanggal.year - 1, tanggal.year + 2)


def needed_years(unit: Unit, tanggal: date) -> frozenset[int]:
    """Years that the office's papers and limits may need: those around a day, and of each plan with the one after."""
    planned = unit.planning.years()
    return frozenset({*years_around(tanggal), *planned, *(year + 1 for year in planned)})


def unconfirmed(kalender_kantor: Kalender, *hari: date | datetime | None) -> str | None:
    """Words where one of these days lies in an unconfirmed year: "kalender 2027 belum dikonfirmasi"."""
    years = sorted({day.year for day in hari if day is not None})
    open_years = [str(year) for year in years if not kalender_kantor.tabel(year).dikonfirmasi]
    return f"kalender {', '.join(open_years)} belum dikonfirmasi" if open_years else None


def proposal(tahun: int) -> KalenderTahun:
    """The program's own table of a year, not confirmed by anybody."""
    from kinerja_desktop.exchange.hari_libur import usulan_kalender

    return usulan_kalender(tahun)


def is_decreed(table: KalenderTahun) -> bool:
    """True where a year's days are those of a decree, not the program's estimate."""
    from kinerja_desktop.exchange.hari_libur import SUMBER_PERKIRAAN

    return table.sumber != SUMBER_PERKIRAAN


def _put(unit: Unit, actor: Actor, pada: datetime, table: KalenderTahun) -> None:
    unit.calendar.put(table)
    stored = unit.calendar.get(table.tahun)
    kept = {"hari": len(table.hari_libur), "dikonfirmasi": table.dikonfirmasi, "isi": stored}
    trail.record(unit, actor, pada, trail.Kind.CALENDAR, str(table.tahun), isi=kept, sidik=stored)


# --- services ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KalenderView:
    """One year for the screen. ``contoh`` works one limit out: "10 Juli 2026 → 13 Juli 16.00".

    ``tahun`` are all years that have a table, ``belum`` those of them that the office has not confirmed.
    """

    tabel: KalenderTahun
    versi: int
    tahun: tuple[int, ...]
    belum: tuple[int, ...]
    contoh: tuple[str, ...]
    keterangan: str


@permits(*ALL_ROLES)
def unconfirmed_years(ctx: Context) -> tuple[int, ...]:
    """Years around today whose table the office has not confirmed, for the strip above the tabs."""
    with ctx.office.store.read() as unit:
        tables = (unit.calendar.get(year) for year in (ctx.today().year, ctx.today().year + 1))
        return tuple(t.tahun for t in tables if t is not None and not t.dikonfirmasi)


@permits(Role.ADMIN)
def load(ctx: Context, tahun: int | None = None) -> KalenderView:
    """One year's table; a year without one is filled with its proposal first."""
    year = tahun or ctx.today().year
    _fill(ctx, year)
    with ctx.office.store.read() as unit:
        whole = kalender(unit)
        table = whole.tabel(year)
        version = trail.version(unit, trail.Kind.CALENDAR, str(year))
        open_years = tuple(t.tahun for t in whole.daftar_tahun if not t.dikonfirmasi)
        examples = _examples(unit, whole, year)
        return KalenderView(table, version, unit.calendar.years(), open_years, examples, _note(table))


def _fill(ctx: Context, tahun: int) -> None:
    """Write only where there is no table yet; the next year belongs to it, whose Ramadan may begin in December."""
    with ctx.office.store.read() as unit:
        if tahun in unit.calendar.years():
            return
    with ctx.office.store.unit() as unit:
        ensure_years(unit, (tahun, tahun + 1), ctx.now(), ctx.actor)
        unit.commit()


def _note(table: KalenderTahun) -> str:
    if table.dikonfirmasi:
        return f"Kalender {table.tahun} sudah dikonfirmasi."
    return f"Kalender {table.tahun} berisi perkiraan. Cocokkan dengan SKB, lalu tekan Konfirmasi."


def _examples(unit: Unit, whole: Kalender, tahun: int) -> tuple[str, ...]:
    rule = settings.penugasan(unit)
    return tuple(_example(whole, t, whole.tanggal_penugasan(t, rule.hari, rule.libur)) for t in _collected_in(tahun))


def _collected_in(tahun: int) -> tuple[Triwulan, ...]:
    """The quarters whose data are ordered in a year."""
    return tuple(triwulan.previous for triwulan in Triwulan.of_year(tahun))


def _example(whole: Kalender, triwulan: Triwulan, mulai: datetime) -> str:
    due = whole.due(NormaHariKerja(1), mulai)
    assert due is not None
    until = format_tanggal_waktu(due, sekarang=mulai.date())
    return f"{triwulan.label_tahun}: {format_tanggal(mulai.date())} → 1 hari kerja: {until}"


@permits(Role.ADMIN)
def save_year(ctx: Context, tabel: KalenderTahun, seen: int) -> Changes:
    """Store an edited year; an edit takes its confirmation away unless the table carries it.

    Raises StaleWrite, FieldsRefused; a table that cannot be is refused where it is made (KalenderSalah).
    """
    names = [("uraian", "Uraian", day.uraian) for day in tabel.hari_libur]
    refuse_hidden(("sumber", "Dasar", tabel.sumber), *names)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, f"Kalender {tabel.tahun}", seen, trail.Kind.CALENDAR, str(tabel.tahun))
        _put(unit, ctx.actor, ctx.now(), tabel)
        unit.commit()
    return frozenset({Change.CALENDAR})


@permits(Role.ADMIN)
def confirm_year(ctx: Context, tahun: int, seen: int) -> Changes:
    """Confirm a year as it stands. Raises KalenderKosong, StaleWrite."""
    with ctx.office.store.read() as unit:
        table = kalender(unit).tabel(tahun)
    return save_year(ctx, replace(table, dikonfirmasi=True), seen)
