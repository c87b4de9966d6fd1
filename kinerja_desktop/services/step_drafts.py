"""The papers of steps 1 to 5 before their act: looked at while nothing is done and nothing has a number.

The act is done in a unit that is given up; what it would print is laid out with the mark DRAF. So a draft says exactly
what the act will say. What only the act asks for (ticks, the password, a sheet without gaps) is not asked for here. To
add an act: a function that does it in the unit it is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import assignment, collection, disposition, printing, review, section_report, step_papers
from kinerja_desktop.services.assignment import CatatanPenugasan
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class KertasDraf:
    """A paper that an act would bring forth; ``judul`` as it stands on the sheet."""

    judul: str
    pdf: bytes


@permits(Role.KABID)
def of_assignment(
    ctx: Context, triwulan: Triwulan, seksi: str, catatan: CatatanPenugasan, *, seen: int
) -> tuple[KertasDraf, ...]:
    """Step 1: the slip to one seksi (kode). Raises Incomplete, NoHolder, StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        return assignment.put_order(unit, ctx, triwulan, seksi, catatan, seen=seen).id

    return _drafted(ctx, act)


@permits(Role.KASUBAG)
def of_order(ctx: Context, case_id: str, draf: DisposisiDraf, *, seen: int) -> tuple[KertasDraf, ...]:
    """Step 2: the slip to the analysts. Raises Incomplete, NoHolder, OtherSeksi, StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        return disposition.put_order(unit, ctx, case_id, draf, seen=seen).id

    return _drafted(ctx, act)


@permits(Role.ANALIS)
def of_bahan(ctx: Context, case_id: str, *, seen: int) -> tuple[KertasDraf, ...]:
    """Step 3: the bahan as its stored draft stands, gaps and all. Raises NotOrdered, OtherSeksi, WrongState."""

    def act(unit: Unit) -> str:
        collection.put_bahan(unit, ctx, case_id, seen=seen)
        return case_id

    return _drafted(ctx, act)


@permits(Role.KASUBAG)
def of_report(ctx: Context, case_id: str, *, seen: int) -> tuple[KertasDraf, ...]:
    """Step 4: the seksi's report as its stored draft stands, gaps and all. Raises OtherSeksi, WrongState."""

    def act(unit: Unit) -> str:
        section_report.put_report(unit, ctx, case_id, seen=seen)
        return case_id

    return _drafted(ctx, act)


@permits(Role.KABID)
def of_approval(ctx: Context, case_id: str, *, seen: int) -> tuple[KertasDraf, ...]:
    """Step 5: decision and seksi's report as an approval would print them. Raises StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        review.put_approval(unit, ctx, case_id, seen=seen)
        return case_id

    return _drafted(ctx, act)


@permits(Role.KABID)
def of_return(
    ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru], *, seen: int
) -> tuple[KertasDraf, ...]:
    """Step 5: the decision with its reasons. Raises ReasonTooShort, StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        review.put_return(unit, ctx, case_id, alasan, catatan, seen=seen)
        return case_id

    return _drafted(ctx, act)


def _drafted(ctx: Context, act: Callable[[Unit], str]) -> tuple[KertasDraf, ...]:
    """``act`` does the act and gives the id of its berkas."""
    with ctx.office.store.unit() as unit:  # not committed: nothing of it stays
        papers = step_papers.drafts_of_last(unit, ctx, act(unit))
    return tuple(KertasDraf(paper.naskah.judul, printing.render(paper)) for paper in papers)
