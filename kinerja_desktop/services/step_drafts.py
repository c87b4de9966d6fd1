"""The papers of steps 1 to 5 before their act: looked at while nothing is done and nothing has a number.

The act is done in a unit that is given up; what it would print is laid out with the mark DRAF. So a draft says exactly
what the act will say. What only the act asks for (ticks, the password, a sheet without gaps) is not asked for here. To
add an act: a function that does it in the unit it is given.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import (
    assignment,
    collection,
    disposition,
    printing,
    review,
    section_report,
    settings,
    step_papers,
)
from kinerja_desktop.services.assignment import CatatanPenugasan
from kinerja_desktop.services.cases import load_berkas
from kinerja_desktop.services.compose import cautions
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.printing import Draf
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.services.step_papers import StepPaper
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class KertasLangkah:
    """The papers that an act would bring forth, and what to look at before it."""

    kertas: tuple[StepPaper, ...]
    peringatan: tuple[str, ...]

    def drafts(self) -> tuple[Draf, ...]:
        """Laid out on pages, which takes longer; each with what its pages show besides."""
        first, *others = (printing.lay_out(paper, ()) for paper in self.kertas)
        return (replace(first, peringatan=(*self.peringatan, *first.peringatan)), *others)

    def cautions(self) -> tuple[str, ...]:
        """What to look at before the act, on the finished pages too; it takes as long as ``drafts``."""
        return tuple(dict.fromkeys(sentence for one in self.drafts() for sentence in one.peringatan))


@permits(Role.KABID)
def of_assignment(
    ctx: Context, triwulan: Triwulan, seksi: str, catatan: CatatanPenugasan, *, seen: int
) -> KertasLangkah:
    """Step 1: the slip to one seksi (kode). Raises Incomplete, NoHolder, StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        return assignment.put_order(unit, ctx, triwulan, seksi, catatan, seen=seen).id

    return _drafted(ctx, act)


@permits(Role.KASUBAG)
def of_order(ctx: Context, case_id: str, draf: DisposisiDraf, *, seen: int) -> KertasLangkah:
    """Step 2: the slip to the analysts. Raises Incomplete, NoHolder, OtherSeksi, StaleWrite, WrongState."""

    def act(unit: Unit) -> str:
        return disposition.put_order(unit, ctx, case_id, draf, seen=seen).id

    return _drafted(ctx, act)


@permits(Role.ANALIS)
def of_bahan(ctx: Context, case_id: str, *, seen: int) -> KertasLangkah:
    """Step 3: the bahan as its stored draft stands, gaps and all. Raises NotOrdered, OtherSeksi, WrongState."""
    return _of_case(ctx, case_id, partial(collection.put_bahan, seen=seen))


@permits(Role.KASUBAG)
def of_report(ctx: Context, case_id: str, *, seen: int) -> KertasLangkah:
    """Step 4: the seksi's report as its stored draft stands, gaps and all. Raises OtherSeksi, WrongState."""
    return _of_case(ctx, case_id, partial(section_report.put_report, seen=seen))


@permits(Role.KABID)
def of_approval(ctx: Context, case_id: str, *, seen: int) -> KertasLangkah:
    """Step 5: decision and seksi's report as an approval would print them. Raises StaleWrite, WrongState."""
    return _of_case(ctx, case_id, partial(review.put_approval, seen=seen))


@permits(Role.KABID)
def of_return(ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru], *, seen: int) -> KertasLangkah:
    """Step 5: the decision with its reasons. Raises ReasonTooShort, StaleWrite, WrongState."""
    return _of_case(ctx, case_id, partial(review.put_return, alasan=alasan, catatan=catatan, seen=seen))


def _of_case(ctx: Context, case_id: str, put: Callable[[Unit, Context, str], object]) -> KertasLangkah:
    """The papers of an act on a berkas that is there already."""

    def act(unit: Unit) -> str:
        put(unit, ctx, case_id)
        return case_id

    return _drafted(ctx, act)


def _drafted(ctx: Context, act: Callable[[Unit], str]) -> KertasLangkah:
    """``act`` does the act and gives the id of its berkas."""
    with ctx.office.store.unit() as unit:  # not committed: nothing of it stays
        case_id = act(unit)
        papers = step_papers.drafts_of_last(unit, ctx, case_id)
        return KertasLangkah(papers, tuple(dict.fromkeys(_cautions(unit, ctx, case_id, papers))))


def _cautions(unit: Unit, ctx: Context, case_id: str, papers: Sequence[StepPaper]) -> Iterator[str]:
    """Everybody who signs any of the papers today; a plan that was changed after the step before."""
    office = settings.instansi(unit)
    for paper in papers:
        yield from cautions.of_signers(unit, paper, office, paper.naskah.tanggal or ctx.today())
    *_, before, _last = (None, *load_berkas(unit, ctx, case_id).keadaan.berlaku)
    if before is not None:
        yield from cautions.of_plan(unit, papers[0].naskah.tahun, before.pada, _SESUDAH[before.action])


_SESUDAH: Mapping[Action, str] = {
    Action.ASSIGN: "tugas diberikan",
    Action.ORDER: "disposisi diteruskan",
    Action.SUBMIT_BAHAN: "bahan diajukan",
    Action.RETURN_BAHAN: "bahan dikembalikan",
    Action.SUBMIT: "laporan diajukan",
    Action.RETURN: "laporan dikembalikan",
}
"""What had been done when the plan was changed, as a sentence goes on."""
