"""From one year's plan to the next: beginning a plan with last year's, and last year's results as its Riwayat."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kinerja_desktop.domain.errors import NotFound, PlanFixed
from kinerja_desktop.domain.indikator import Indikator, Riwayat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.salin_rencana import Asal, Butir, Salinan, salin
from kinerja_desktop.domain.satuan import storable
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import planning
from kinerja_desktop.services.changes import NOTHING, Change, Changes
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

_CHANGED: Changes = frozenset({Change.PLAN})


@dataclass(frozen=True, slots=True)
class TawaranTahun:
    """What a new year's plan would begin with: from which year, and every part with what becomes of it."""

    tahun: int
    dari: int
    butir: tuple[Butir, ...]


@permits(Role.KASUBAG_PERENCANAAN)
def offer(ctx: Context, tahun: int, tanpa: Collection[str] = ()) -> TawaranTahun:
    """What ``begin_year`` would do. Raises NotFound, PlanFixed as it does."""
    with ctx.office.store.read() as unit:
        made = _copied(unit, ctx, tahun, tanpa)
        return TawaranTahun(tahun, _source_year(unit, tahun), made.butir)


@permits(Role.KASUBAG_PERENCANAAN)
def begin_year(ctx: Context, tahun: int, tanpa: Collection[str] = ()) -> Changes:
    """Begin a year's plan with the newest earlier one; ``tanpa`` are kode to leave out, targets are left empty.

    Raises NotFound where there is no earlier plan, PlanFixed where the year has one already.
    """
    with ctx.office.store.unit() as unit:
        made = _copied(unit, ctx, tahun, tanpa)
        source = _source_year(unit, tahun)
        isi = {"dari": source, "tanpa": sorted(tanpa)}
        unit.planning.put_sebutan(tahun, unit.planning.sebutan(source))
        planning.put_plan(unit, ctx.actor, ctx.now(), made.rencana, made.anggaran, isi=isi)
        unit.commit()
    return _CHANGED


def _copied(unit: Unit, ctx: Context, tahun: int, tanpa: Collection[str]) -> Salinan:
    source = _source_year(unit, tahun)
    if tahun in unit.planning.years():
        raise PlanFixed(tahun)
    asal = Asal(
        planning.rencana_of(unit, source),
        unit.planning.anggaran(source),
        results(unit, ctx, source),
        frozenset(s.kode for s in unit.people.seksi()),
        unit.people.all(),
    )
    return salin(asal, tahun, tanpa)


def _source_year(unit: Unit, tahun: int) -> int:
    earlier = [year for year in unit.planning.years() if year < tahun]
    if not earlier:
        raise NotFound("Rencana kinerja", str(tahun - 1))
    return max(earlier)


# --- results -------------------------------------------------------------------------------------


def results(unit: Unit, ctx: Context, tahun: int) -> tuple[Riwayat, ...]:
    """Target and realisasi of a whole year, of every indikator whose four triwulan are approved.

    A year that no berkas was opened in has none; its calendar, without which limits cannot be told, may be missing.
    """
    if not unit.cases.listing(tahun=tahun, limit=1):
        return ()
    measured = read_bahan(unit, ctx, Triwulan(tahun, 4)).hasil.indikator
    return tuple(
        Riwayat(h.indikator.kode, tahun, storable(h.tahun.target), storable(h.tahun.realisasi))
        for h in measured
        if h.tahun.realisasi is not None and (h.tahun.lengkap or h.tahun.target is None)
    )


@permits(Role.KASUBAG_PERENCANAAN)
def take_over(ctx: Context, tahun: int) -> Changes:
    """Put last year's results into the Riwayat of this year's plan, over what stood there for that year.

    Nothing happens where either year has no plan.
    """
    with ctx.office.store.unit() as unit:
        if not {tahun - 1, tahun} <= set(unit.planning.years()):
            return NOTHING
        rencana = planning.rencana_of(unit, tahun)
        fresh = {r.kode: r for r in results(unit, ctx, tahun - 1)}
        rows = tuple(r for i in rencana.indikator if (r := _result_of(i, fresh)) is not None)
        taken = {r.kode for r in rows}
        kept = tuple(r for r in rencana.riwayat if r.tahun != tahun - 1 or r.kode not in taken)
        after = replace(rencana, riwayat=(*kept, *rows))
        if after == rencana:
            return NOTHING
        isi = {"riwayat": tahun - 1}
        planning.put_plan(unit, ctx.actor, ctx.now(), after, unit.planning.anggaran(tahun), isi=isi)
        unit.commit()
    return _CHANGED


def _result_of(i: Indikator, fresh: Mapping[str, Riwayat]) -> Riwayat | None:
    """Last year's result of an indikator, or that of the one it took over from."""
    if i.kode in fresh:
        return fresh[i.kode]
    old = fresh.get(i.menggantikan or "")
    return None if old is None else replace(old, kode=i.kode, indikator_lama=old.kode)
