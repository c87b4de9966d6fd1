"""An indikator takes over from another one: the earlier years of the old one stand before its own, and say so."""

from collections.abc import Iterator
from dataclasses import replace

from kinerja_desktop.domain.indikator import Indikator, Rencana, Riwayat
from kinerja_desktop.storage.unit_of_work import Unit


def was_planned(unit: Unit, kode: str) -> bool:
    """Whether any year's plan has an indikator of that kode."""
    return any(kode == i.kode for _, plan in _plans(unit) for i in plan.indikator)


def predecessors(unit: Unit, kode: str) -> Iterator[str]:
    """The indikator that this one took over from, the one before that, and so on."""
    of = {i.kode: i.menggantikan for _, plan in _plans(unit) for i in plan.indikator}
    while (before := of.pop(kode, None)) is not None:
        yield before
        kode = before


def is_replaced(unit: Unit, tahun: int, kode: str) -> bool:
    """Whether an indikator of this year's plan or a later one took over from that kode."""
    return any(i.menggantikan == kode for year, plan in _plans(unit) if year >= tahun for i in plan.indikator)


def inherited(unit: Unit, rencana: Rencana, indikator: Indikator) -> tuple[Riwayat, ...]:
    """The plan's Riwayat, with the years of the replaced indikator for each year that the new one has none of.

    Years that an earlier choice of ``menggantikan`` brought in are taken away again.
    """
    kept = tuple(r for r in rencana.riwayat if r.kode != indikator.kode or r.indikator_lama is None)
    if indikator.menggantikan is None:
        return kept
    own = {r.tahun for r in kept if r.kode == indikator.kode}
    old = {r.tahun: r for r in _years_of(unit, rencana, indikator.menggantikan)}
    taken = (r for tahun, r in sorted(old.items()) if tahun not in own)
    return (*kept, *(replace(r, kode=indikator.kode, indikator_lama=r.indikator_lama or r.kode) for r in taken))


def _years_of(unit: Unit, rencana: Rencana, kode: str) -> Iterator[Riwayat]:
    """Years of an indikator as the plans up to this one tell them, newest plan last."""
    for tahun, plan in _plans(unit):
        if tahun < rencana.tahun:
            yield from (r for r in plan.riwayat if r.kode == kode)
    yield from (r for r in rencana.riwayat if r.kode == kode)


def missing_links(unit: Unit) -> Iterator[tuple[int, str, str]]:
    """Year, kode and replaced kode of every indikator that names one which no plan has."""
    known: set[str] = set()
    for tahun, plan in _plans(unit):
        known |= {i.kode for i in plan.indikator}
        for i in plan.indikator:
            if i.menggantikan is not None and i.menggantikan not in known:
                yield tahun, i.kode, i.menggantikan


def lost_rows(unit: Unit) -> Iterator[tuple[int, str]]:
    """Year and kode of every indikator that figures were handed in for and that its plan lacks."""
    planned = {tahun: {i.kode for i in plan.indikator} for tahun, plan in _plans(unit)}
    return ((tahun, kode) for tahun, kode in unit.figures.measured() if kode not in planned.get(tahun, set()))


def _plans(unit: Unit) -> Iterator[tuple[int, Rencana]]:
    for tahun in sorted(unit.planning.years()):
        plan = unit.planning.rencana(tahun)
        if plan is not None:
            yield tahun, plan
