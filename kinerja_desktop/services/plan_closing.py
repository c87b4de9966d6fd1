"""Closing an indikator: it is never deleted, it stops. Its figures, papers and years stay where they are.

Inside a year it stops on a day: triwulan that end on that day or later do not ask for it. From the first day of a year
on it is marked in the plan of the year before, and leaves the new year's plan, which must not have begun.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kinerja_desktop.domain.errors import FieldsRefused, IndikatorInUse, IsianSalah, PlanFixed, SebabIsian
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.realisasi import panjang_alasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import plan_lineage, plan_usage, planning, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Penutupan:
    """Which indikator stops, from which day on, and why."""

    kode: str
    sejak: date
    alasan: str


@permits(Role.KASUBAG_PERENCANAAN)
def close(ctx: Context, tahun: int, penutupan: Penutupan, seen: int) -> Changes:
    """Close an indikator of the plan of ``tahun`` from a day of that year on, or from the first day of the next.

    Raises FieldsRefused (day outside, day before the end of a triwulan that has figures, reason too short), NotFound,
    StaleWrite, and PlanFixed or IndikatorInUse where the new year has begun with it.
    """
    last = tahun - 1 if penutupan.sejak == date(tahun, 1, 1) else tahun
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, f"Rencana kinerja {tahun}", seen, trail.Kind.PLAN, str(tahun))
        _refuse(unit, last, penutupan)
        changed = [_marked(planning.rencana_of(unit, last), penutupan)]
        if penutupan.sejak == date(last + 1, 1, 1):
            changed += _without(unit, last + 1, penutupan.kode)
        for plan in changed:
            money = planning.linked(unit.planning.anggaran(plan.tahun), plan)
            planning.put_plan(unit, ctx.actor, ctx.now(), plan, money, isi={"ditutup": penutupan})
        unit.commit()
    return frozenset({Change.PLAN})


@permits(Role.KASUBAG_PERENCANAAN)
def reopen(ctx: Context, tahun: int, kode: str, seen: int) -> Changes:
    """Take a closing back. Raises FieldsRefused where another indikator took over, NotFound, StaleWrite."""

    def change(unit: Unit, before: Rencana) -> Rencana:
        indikator = planning.need(before, kode)
        if plan_lineage.is_replaced(unit, tahun, kode):
            raise FieldsRefused((IsianSalah("kode", f"Indikator {kode}", SebabIsian.MASIH_DIPAKAI),))
        open_again = replace(indikator, tidak_dipakai_sejak=None, alasan_tidak_dipakai=None)
        return replace(before, indikator=planning.with_row(before.indikator, open_again))

    return planning.change_plan(ctx, tahun, seen, change, {"dibuka_lagi": kode})


def _marked(rencana: Rencana, p: Penutupan) -> Rencana:
    indikator = planning.need(rencana, p.kode)
    closed = replace(indikator, tidak_dipakai_sejak=p.sejak, alasan_tidak_dipakai=p.alasan.strip())
    return replace(rencana, indikator=planning.with_row(rencana.indikator, closed))


def _refuse(unit: Unit, tahun: int, p: Penutupan) -> None:
    faults = []
    if not date(tahun, 1, 1) <= p.sejak <= date(tahun + 1, 1, 1):
        faults.append(IsianSalah("sejak", "Tanggal", SebabIsian.LUAR_TAHUN))
    if any(p.sejak <= t.last_day and p.kode in _with_figures(unit, t) for t in Triwulan.of_year(tahun)):
        faults.append(IsianSalah("sejak", "Tanggal", SebabIsian.BERANGKA))
    if panjang_alasan(p.alasan) < planning.LEAST_REASON:
        faults.append(IsianSalah("alasan", "Alasan", SebabIsian.TERLALU_PENDEK))
    if faults:
        raise FieldsRefused(tuple(faults))


def _with_figures(unit: Unit, triwulan: Triwulan) -> set[str]:
    """Kode that were handed in or are being filled in: what was typed would be out of sight."""
    cases = unit.cases.listing(tahun=triwulan.tahun, triwulan=triwulan.nomor)
    contents = (unit.figures.of(case.id) for case in cases)
    handed_in = {i.kode for isi in contents if isi is not None for i in isi.indikator}
    return handed_in | set(plan_usage.typed(unit, triwulan))


def _without(unit: Unit, tahun: int, kode: str) -> Iterator[Rencana]:
    """The new year's plan without the indikator, where it has it. Raises PlanFixed, IndikatorInUse."""
    rencana = planning.rencana_of(unit, tahun)
    indikator = planning.find(rencana, kode)
    if indikator is None:
        return
    if planning.fixed_on(unit, tahun):
        raise PlanFixed(tahun)
    held = plan_usage.at_work(unit, tahun).get(kode)
    if held is not None:
        raise IndikatorInUse(indikator.nama, held)
    yield planning.without_row(rencana, kode)
