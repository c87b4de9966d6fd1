"""What is typed into a plan and not kept yet, saved beside it while somebody types, so that a power cut loses nothing.

A draft belongs to the plan of a year and to a part of it; what it holds is the affair of the screen that shows that
part. It changes nothing and leaves no record. What is given up is kept for a while and can be brought back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import drafts
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What lies beside the plan of a year: contents by part, and their versions, which the next ``save`` names."""

    isi: Mapping[str, Mapping[str, Any]]
    versi: Mapping[str, int]
    pada: datetime | None = None


@permits(Role.KASUBAG_PERENCANAAN)
def load(ctx: Context, tahun: int) -> Ketikan:
    """The drafts of a year's plan."""
    with ctx.office.store.read() as unit:
        return _ketikan(unit, tahun)


@permits(Role.KASUBAG_PERENCANAAN)
def save(ctx: Context, tahun: int, isi: Mapping[str, Mapping[str, Any] | None], seen: Mapping[str, int]) -> Ketikan:
    """Store what is typed into these parts; None forgets a part: it was kept, or is given up. Raises StaleWrite."""
    with ctx.office.store.unit() as unit:
        for bagian, content in isi.items():
            if content is None:
                unit.drafts.delete(_plan(tahun), _kind(bagian))
            else:
                drafts.save(unit, ctx, _plan(tahun), _kind(bagian), content, seen=seen.get(bagian, 0))
        left = _ketikan(unit, tahun)
        unit.commit()
    return replace(left, pada=ctx.now())


@dataclass(frozen=True, slots=True)
class Buangan:
    """Something typed that was given up: the part it belongs to, what it holds, when, and until when it is kept."""

    id: str
    bagian: str
    isi: Mapping[str, Any]
    pada: datetime
    sampai: datetime


@permits(Role.KASUBAG_PERENCANAAN)
def discard(
    ctx: Context,
    tahun: int,
    bagian: str,
    isi: Mapping[str, Any],
    *,
    sisa: Mapping[str, Any] | None,
    seen: Mapping[str, int],
) -> Ketikan:
    """Give up ``isi``: it is laid aside, and the part keeps ``sisa``, nothing if None. Raises StaleWrite."""
    with ctx.office.store.unit() as unit:
        drafts.throw_away(unit, ctx, _plan(tahun), _kind(bagian), isi)
        return _put(unit, ctx, tahun, bagian, sisa, seen=seen)


@permits(Role.KASUBAG_PERENCANAAN)
def discarded(ctx: Context, tahun: int) -> tuple[Buangan, ...]:
    """What was given up of a year's plan and is still kept, the newest first."""
    with ctx.office.store.read() as unit:
        local, found = office_kalender(unit).local, drafts.thrown(unit, ctx, _plan(tahun))
    kept = ((d, local(d.pada), local(d.pada + drafts.SIMPAN_BUANGAN)) for d in found)
    return tuple(Buangan(d.kind, _part_of(d.kind), d.isi, since, until) for d, since, until in kept)


@permits(Role.KASUBAG_PERENCANAAN)
def bring_back(
    ctx: Context,
    tahun: int,
    buangan: Buangan,
    isi: Mapping[str, Any],
    *,
    diganti: Mapping[str, Any] | None,
    seen: Mapping[str, int],
) -> Ketikan:
    """Make what was given up a draft again: the part holds ``isi`` then.

    What it takes the place of, ``diganti``, is laid aside in its stead. Raises NotFound where it is gone, StaleWrite.
    """
    with ctx.office.store.unit() as unit:
        drafts.take_back(unit, _plan(tahun), buangan.id)
        if diganti:
            drafts.throw_away(unit, ctx, _plan(tahun), _kind(buangan.bagian), diganti)
        return _put(unit, ctx, tahun, buangan.bagian, isi, seen=seen)


def _put(
    unit: Unit, ctx: Context, tahun: int, bagian: str, isi: Mapping[str, Any] | None, *, seen: Mapping[str, int]
) -> Ketikan:
    """The last thing of a unit: store or forget a part, commit, and tell what lies there."""
    if isi is None:
        unit.drafts.delete(_plan(tahun), _kind(bagian))
    else:
        drafts.save(unit, ctx, _plan(tahun), _kind(bagian), isi, seen=seen.get(bagian, 0))
    left = _ketikan(unit, tahun)
    unit.commit()
    return replace(left, pada=ctx.now())


def _part_of(kind: str) -> str:
    return kind.removeprefix(_kind("")).rpartition("@")[0]


def _ketikan(unit: Unit, tahun: int) -> Ketikan:
    found = {d.kind.removeprefix(_kind("")): d for d in unit.drafts.of(_plan(tahun))}
    return Ketikan({part: d.isi for part, d in found.items()}, {part: d.versi for part, d in found.items()})


def _kind(bagian: str) -> str:
    return f"{drafts.RENCANA}:{bagian}"


def _plan(tahun: int) -> str:
    return f"{drafts.RENCANA}-{tahun}"
