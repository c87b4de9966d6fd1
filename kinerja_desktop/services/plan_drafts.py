"""What is typed into a plan and not kept yet, saved beside it while somebody types, so that a power cut loses nothing.

A draft belongs to the plan of a year and to a part of it; what it holds is the affair of the screen that shows that
part. It changes nothing and leaves no record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import drafts
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


def _ketikan(unit: Unit, tahun: int) -> Ketikan:
    found = {d.kind.removeprefix(_kind("")): d for d in unit.drafts.of(_plan(tahun))}
    return Ketikan({part: d.isi for part, d in found.items()}, {part: d.versi for part, d in found.items()})


def _kind(bagian: str) -> str:
    return f"{drafts.RENCANA}:{bagian}"


def _plan(tahun: int) -> str:
    return f"{drafts.RENCANA}-{tahun}"
