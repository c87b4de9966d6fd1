"""What is typed into a plan and not kept yet, saved beside it while somebody types, so that a power cut loses nothing.

A draft belongs to the plan of a year and to a part of it; what it holds is the affair of the screen that shows that
part. It changes nothing and leaves no record. What is given up is kept for a while and can be brought back.
"""

from collections.abc import Mapping, Sequence
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
                unit.drafts.delete(plan_of(tahun), _kind(bagian))
            else:
                drafts.save(unit, ctx, plan_of(tahun), _kind(bagian), content, seen=seen.get(bagian, 0))
        left = _ketikan(unit, tahun)
        unit.commit()
    return replace(left, pada=ctx.now())


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
        drafts.throw_away(unit, ctx, plan_of(tahun), _kind(bagian), isi)
        return _put(unit, ctx, tahun, bagian, sisa, seen=seen)


@permits(Role.KASUBAG_PERENCANAAN)
def bring_back(ctx: Context, tahun: int, buangan: str, *, seen: Mapping[str, int]) -> Ketikan:
    """Make what was given up a draft again; ``buangan`` names it in the trash.

    Cards come beside what is typed in others, a list as a whole; what they take the place of is laid aside in their
    stead. Raises NotFound where it is gone, StaleWrite.
    """
    with ctx.office.store.unit() as unit:
        one = drafts.take_back(unit, ctx, buangan)
        bagian = one.kind.removeprefix(_kind(""))
        now = _ketikan(unit, tahun).isi.get(bagian, {})
        lists = "dasar" in one.isi
        replaced = now if lists else {kode: now[kode] for kode in one.isi if kode in now}
        if replaced:
            drafts.throw_away(unit, ctx, plan_of(tahun), _kind(bagian), replaced)
        return _put(unit, ctx, tahun, bagian, one.isi if lists else {**now, **one.isi}, seen=seen)


def words_of(isi: Mapping[str, Any]) -> str:
    """What was typed: the first words of each card, or of each row that was changed."""
    if "dasar" not in isi:
        return "\n".join(" · ".join(filter(None, (kode, *texts.values()))) for kode, texts in isi.items())
    before = isi["dasar"]
    told = [words for n, texts in isi["baris"] if (words := _typed_in([] if n is None else before[n], texts))]
    gone = len(before) - sum(n is not None for n, _ in isi["baris"])
    return "\n".join([*told, *([f"{gone} baris dihapus"] if gone else [])])


def _typed_in(before: Sequence[str], texts: Sequence[str]) -> str:
    """The cells of a row that were typed into."""
    return " ".join(text for at, text in enumerate(texts) if text and text not in before[at : at + 1])


def year_of(case_id: str) -> int:
    """The year of a plan by the place of its drafts."""
    return int(case_id.removeprefix(f"{drafts.RENCANA}-"))


def _put(
    unit: Unit, ctx: Context, tahun: int, bagian: str, isi: Mapping[str, Any] | None, *, seen: Mapping[str, int]
) -> Ketikan:
    """The last thing of a unit: store or forget a part, commit, and tell what lies there."""
    if isi is None:
        unit.drafts.delete(plan_of(tahun), _kind(bagian))
    else:
        drafts.save(unit, ctx, plan_of(tahun), _kind(bagian), isi, seen=seen.get(bagian, 0))
    left = _ketikan(unit, tahun)
    unit.commit()
    return replace(left, pada=ctx.now())


def _ketikan(unit: Unit, tahun: int) -> Ketikan:
    found = {d.kind.removeprefix(_kind("")): d for d in unit.drafts.of(plan_of(tahun))}
    return Ketikan({part: d.isi for part, d in found.items()}, {part: d.versi for part, d in found.items()})


def _kind(bagian: str) -> str:
    return f"{drafts.RENCANA}:{bagian}"


def plan_of(tahun: int) -> str:
    """Under which the drafts of a year's plan are kept."""
    return f"{drafts.RENCANA}-{tahun}"
