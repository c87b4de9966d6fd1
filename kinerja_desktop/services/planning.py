"""The year's plan: indikator with their targets, versions of the Perjanjian Kinerja, budget lines.

A plan is edited until it is fixed ("Tetapkan"); afterwards targets change only by a version (PK Perubahan)
that holds from a day on. An indikator with figures is never removed. Reading and writing of workbooks stands
in ``workbook_import`` and ``workbook_export``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import (
    FieldsRefused,
    HasFigures,
    IsianSalah,
    NotFound,
    PlanFixed,
    SebabIsian,
)
from kinerja_desktop.domain.indikator import Indikator, Rencana, Seksi, Target, VersiRencana
from kinerja_desktop.domain.peringatan import Peringatan, of_budget, of_plan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Actor, Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

_PlanChange: TypeAlias = Callable[[Unit, Rencana], Rencana]
MURNI = "murni"
_CHANGED: Changes = frozenset({Change.PLAN})
_READERS = (Role.KASUBAG_PERENCANAAN, Role.KABID, Role.CAMAT, Role.KASUBAG, Role.ANALIS)


@dataclass(frozen=True, slots=True)
class RencanaView:
    """One year's plan for the screen.

    ``versi`` is what a write names as seen; ``ditetapkan`` since when the murni plan is fixed. ``peringatan``
    are sentences, each with the kode that it belongs to.
    """

    tahun: int
    tahun_ada: tuple[int, ...]
    rencana: Rencana
    anggaran: tuple[BarisAnggaran, ...]
    seksi: tuple[Seksi, ...]
    versi: int
    ditetapkan: date | None
    berangka: frozenset[str]
    peringatan: tuple[Peringatan, ...]
    ringkasan: str


# --- services ----------------------------------------------------------------------------------


@permits(*_READERS)
def years(ctx: Context) -> tuple[int, ...]:
    """Years that have a plan, oldest first."""
    with ctx.office.store.read() as unit:
        return tuple(sorted(unit.planning.years()))


@permits(*_READERS)
def load(ctx: Context, tahun: int | None = None) -> RencanaView:
    """The plan of a year; of the newest one where none is named. An unknown year has an empty plan."""
    with ctx.office.store.read() as unit:
        known = tuple(sorted(unit.planning.years()))
        year = tahun or (known[-1] if known else ctx.today().year)
        rencana, anggaran = rencana_of(unit, year), unit.planning.anggaran(year)
        return RencanaView(
            tahun=year,
            tahun_ada=known,
            rencana=rencana,
            anggaran=anggaran,
            seksi=unit.people.seksi(),
            versi=version(unit, year),
            ditetapkan=fixed_on(unit, year),
            berangka=_with_figures(unit, year),
            peringatan=(*of_plan(rencana), *of_budget(anggaran)),
            ringkasan=_summary(rencana),
        )


def _summary(rencana: Rencana) -> str:
    sasaran = {i.sasaran for i in rencana.indikator if i.sasaran}
    return f"{len(rencana.indikator)} indikator, {len(sasaran)} sasaran"


@permits(Role.KASUBAG_PERENCANAAN)
def save_indikator(ctx: Context, tahun: int, indikator: Indikator, seen: int) -> Changes:
    """Store a new indikator (at the end) or a changed one.

    Raises FieldsRefused, StaleWrite, and PlanFixed where a fixed plan's targets would change.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        _check_indikator(unit, indikator)
        old = find(before, indikator.kode)
        if fixed_on(unit, tahun) and (old is None or old.target != indikator.target):
            raise PlanFixed(tahun)
        return replace(before, indikator=_with(before.indikator, indikator))

    return _change(ctx, tahun, seen, change, {"indikator": indikator})


@permits(Role.KASUBAG_PERENCANAAN)
def move_indikator(ctx: Context, tahun: int, urutan: Iterable[str], seen: int) -> Changes:
    """Put the indikator into another order (all kode, in their new order). Raises NotFound, StaleWrite."""
    wanted = tuple(urutan)

    def change(_unit: Unit, before: Rencana) -> Rencana:
        rows = {i.kode: i for i in before.indikator}
        if set(wanted) != set(rows):
            raise NotFound(_INDIKATOR, ", ".join(sorted(set(wanted) ^ set(rows))))
        return replace(before, indikator=tuple(rows[kode] for kode in wanted))

    return _change(ctx, tahun, seen, change, {"urutan": wanted})


@permits(Role.KASUBAG_PERENCANAAN)
def remove_indikator(ctx: Context, tahun: int, kode: str, seen: int) -> Changes:
    """Take an indikator out of a plan that has not begun. Raises NotFound, HasFigures, PlanFixed, StaleWrite."""

    def change(unit: Unit, before: Rencana) -> Rencana:
        indikator = need(before, kode)
        if fixed_on(unit, tahun):
            raise PlanFixed(tahun)
        if kode in _with_figures(unit, tahun):
            raise HasFigures(indikator.nama)
        return replace(before, indikator=tuple(i for i in before.indikator if i.kode != kode))

    return _change(ctx, tahun, seen, change, {"dihapus": kode})


@permits(Role.KASUBAG_PERENCANAAN)
def save_version(ctx: Context, tahun: int, versi: VersiRencana, seen: int) -> Changes:
    """Store a changed plan (PK Perubahan): targets by kode, in force from a day on.

    Raises FieldsRefused for a day outside the year or an unknown kode, StaleWrite.
    """

    def change(_unit: Unit, before: Rencana) -> Rencana:
        _check_version(before, versi)
        others = [v for v in before.versi if v.versi != versi.versi]
        return replace(before, versi=tuple(sorted([*others, versi], key=lambda v: v.berlaku_mulai)))

    return _change(ctx, tahun, seen, change, {"versi": versi})


@permits(Role.KASUBAG_PERENCANAAN)
def save_anggaran(ctx: Context, tahun: int, anggaran: Iterable[BarisAnggaran], seen: int) -> Changes:
    """Store all budget lines of the year in their order. Raises FieldsRefused, StaleWrite."""
    rows = tuple(anggaran)
    _check_anggaran(rows)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, _what(tahun), seen, trail.Kind.PLAN, str(tahun))
        put_plan(unit, ctx.actor, ctx.now(), rencana_of(unit, tahun), rows, isi={"anggaran": rows})
        unit.commit()
    return _CHANGED


@permits(Role.KASUBAG_PERENCANAAN)
def fix_plan(ctx: Context, tahun: int, seen: int) -> Changes:
    """Fix the murni plan: its targets then change only by a version. Raises NotFound for an empty plan."""

    def change(unit: Unit, before: Rencana) -> Rencana:
        if not before.indikator:
            raise NotFound(_RENCANA, str(tahun))
        unit.settings.put(fixed_key(tahun), ctx.today().isoformat())
        return before

    return _change(ctx, tahun, seen, change, {"ditetapkan": ctx.today()})


def _change(ctx: Context, tahun: int, seen: int, change: _PlanChange, isi: Mapping[str, Any]) -> Changes:
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, _what(tahun), seen, trail.Kind.PLAN, str(tahun))
        after = change(unit, rencana_of(unit, tahun))
        put_plan(unit, ctx.actor, ctx.now(), after, unit.planning.anggaran(tahun), isi=isi)
        unit.commit()
    return _CHANGED


# --- for other services ------------------------------------------------------------------------

_INDIKATOR = "Indikator"
_RENCANA = "Rencana kinerja"


def rencana_of(unit: Unit, tahun: int) -> Rencana:
    """The year's plan, an empty one where there is none."""
    return unit.planning.rencana(tahun) or Rencana(tahun, ())


def find(rencana: Rencana, kode: str) -> Indikator | None:
    """The indikator of that kode."""
    return next((i for i in rencana.indikator if i.kode == kode), None)


def need(rencana: Rencana, kode: str) -> Indikator:
    """The indikator of that kode. Raises NotFound."""
    found = find(rencana, kode)
    if found is None:
        raise NotFound(_INDIKATOR, kode)
    return found


def version(unit: Unit, tahun: int) -> int:
    """The number that a write to this year's plan names as seen."""
    return trail.version(unit, trail.Kind.PLAN, str(tahun))


def fixed_on(unit: Unit, tahun: int) -> date | None:
    """Since when the murni plan of the year is fixed."""
    text = unit.settings.get(fixed_key(tahun))
    return date.fromisoformat(text) if text else None


def put_plan(
    unit: Unit,
    actor: Actor,
    pada: datetime,
    rencana: Rencana,
    anggaran: tuple[BarisAnggaran, ...],
    *,
    isi: Mapping[str, Any],
) -> None:
    """Store plan and budget of a year with one record; ``isi`` says what was changed."""
    unit.planning.put_rencana(rencana)
    unit.planning.put_anggaran(rencana.tahun, anggaran)
    sidik = content(unit, rencana.tahun)
    trail.record(unit, actor, pada, trail.Kind.PLAN, str(rencana.tahun), isi=isi, sidik=sidik)


def content(unit: Unit, tahun: int) -> tuple[object, ...]:
    """Everything that stands for a year's plan, as its records digest it."""
    return (
        unit.planning.versi(tahun),
        rencana_of(unit, tahun),
        unit.planning.anggaran(tahun),
        unit.planning.sebutan(tahun),
        unit.settings.get(fixed_key(tahun)),
    )


def _with_figures(unit: Unit, tahun: int) -> frozenset[str]:
    """Kode that somebody handed figures in for."""
    contents = (unit.figures.of(case.id) for case in unit.cases.listing(tahun=tahun))
    return frozenset(i.kode for isi in contents if isi is not None for i in isi.indikator)


def _with(rows: tuple[Indikator, ...], indikator: Indikator) -> tuple[Indikator, ...]:
    if any(i.kode == indikator.kode for i in rows):
        return tuple(indikator if i.kode == indikator.kode else i for i in rows)
    return (*rows, indikator)


def fixed_key(tahun: int) -> str:
    """The setting that says since when the murni plan of the year is fixed."""
    return f"rencana.{tahun}.ditetapkan"


def _what(tahun: int) -> str:
    return f"Rencana kinerja {tahun}"


# --- checks ------------------------------------------------------------------------------------


def _check_indikator(unit: Unit, i: Indikator) -> None:
    faults = [
        IsianSalah(kunci, label, SebabIsian.KOSONG)
        for kunci, label, teks in (("kode", "Kode", i.kode), ("nama", "Indikator", i.nama))
        if not teks.strip()
    ]
    if i.seksi is not None and i.seksi not in {seksi.kode for seksi in unit.people.seksi()}:
        faults.append(IsianSalah("seksi", "Seksi", SebabIsian.TIDAK_ADA))
    if i.rumus.polaritas is not i.polaritas:
        faults.append(IsianSalah("rumus", "Rumus", SebabIsian.BUKAN_PILIHAN))
    raw = {"komponen_pembilang": i.komponen_pembilang, "komponen_penyebut": i.komponen_penyebut}
    if any(raw.values()):
        faults += [IsianSalah(k, _RAW_LABELS[k], SebabIsian.KOSONG) for k, teks in raw.items() if not teks]
    if faults:
        raise FieldsRefused(tuple(faults))


_RAW_LABELS = {"komponen_pembilang": "Pembilang", "komponen_penyebut": "Penyebut"}


def _check_version(rencana: Rencana, versi: VersiRencana) -> None:
    faults = []
    if not versi.versi.strip() or versi.versi == MURNI:
        faults.append(IsianSalah("versi", "Nama versi", SebabIsian.KOSONG))
    if versi.berlaku_mulai.year != rencana.tahun:
        faults.append(IsianSalah("berlaku_mulai", "Tanggal berlaku", SebabIsian.LUAR_TAHUN))
    if any(find(rencana, kode) is None for kode, _ in versi.target):
        faults.append(IsianSalah("target", "Indikator", SebabIsian.TIDAK_ADA))
    if faults:
        raise FieldsRefused(tuple(faults))


def _check_anggaran(rows: tuple[BarisAnggaran, ...]) -> None:
    blank = any(not row.kode.strip() or not row.uraian.strip() for row in rows)
    twice = len({row.kode for row in rows}) < len(rows)
    faults = [IsianSalah("anggaran", "Kode dan uraian anggaran", SebabIsian.KOSONG)] if blank else []
    faults += [IsianSalah("anggaran", "Kode anggaran", SebabIsian.GANDA)] if twice else []
    if faults:
        raise FieldsRefused(tuple(faults))


def target_in_force(rencana: Rencana, kode: str, versi: str) -> Target:
    """Target of an indikator under the named version, for the screen's choice of version."""
    target = need(rencana, kode).target
    for other in rencana.versi:
        target = dict(other.target).get(kode, target)
        if other.versi == versi:
            return target
    return need(rencana, kode).target


def new_year(rencana: Rencana, tahun: int) -> Rencana:
    """Last year's indikator without targets, to begin a new plan with."""
    rows = tuple(replace(i, target=Target()) for i in rencana.indikator)
    return Rencana(tahun, rows, skala=rencana.skala)


@permits(Role.KASUBAG_PERENCANAAN)
def begin_year(ctx: Context, tahun: int) -> Changes:
    """Begin a year's plan with the indikator of the newest earlier one; targets are left empty.

    Raises NotFound where there is no earlier plan, PlanFixed where the year has one already.
    """
    with ctx.office.store.unit() as unit:
        earlier = [year for year in unit.planning.years() if year < tahun]
        if not earlier:
            raise NotFound(_RENCANA, str(tahun - 1))
        if tahun in unit.planning.years():
            raise PlanFixed(tahun)
        rencana = new_year(rencana_of(unit, max(earlier)), tahun)
        put_plan(unit, ctx.actor, ctx.now(), rencana, (), isi={"dari": max(earlier)})
        unit.commit()
    return _CHANGED
