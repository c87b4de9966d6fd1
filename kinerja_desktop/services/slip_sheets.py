"""Several Lembar Disposisi printed together, two on one F4 sheet: which there are, filing them, laying them out.

Every slip stays a paper of its own: numbered and filed once, its bytes those of the archive, its copies counted apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis
from kinerja_desktop.services import archive, step_papers
from kinerja_desktop.services.cases import load_berkas
from kinerja_desktop.services.compose.step_papers import LEMBAR, paper_id
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.step_papers import SEEN_BY
from kinerja_desktop.storage.unit_of_work import Unit

ORDERS = {Action.ASSIGN: 1, Action.ORDER: 2}
"""Acts that bring forth a slip, with their step."""


@dataclass(frozen=True, slots=True)
class PilihanLembar:
    """A slip that may be printed: its act, whose it is, its step, and its number where it was filed."""

    case_id: str
    act: int
    seksi: str
    langkah: int
    nomor: str = ""

    @property
    def id(self) -> str:
        """Id of its paper in the archive."""
        return paper_id(self.case_id, self.act, LEMBAR)


def is_slip(named: str) -> bool:
    """True for the paper of an order."""
    return named.endswith(f"/{LEMBAR}")


def of_one_berkas(one: str, other: str) -> bool:
    """True for two papers of acts of the same berkas."""
    return one.partition("/")[0] == other.partition("/")[0]


@permits(*SEEN_BY)
def of_quarter(ctx: Context, triwulan: Triwulan) -> tuple[PilihanLembar, ...]:
    """The slips of every seksi in a triwulan that the actor may see, step 1 before step 2."""
    with ctx.office.store.read() as unit:
        cases = unit.cases.listing(jenis=Jenis.BERKAS, tahun=triwulan.tahun, triwulan=triwulan.nomor)
        own = [c for c in cases if not ctx.actor.role.of_seksi or c.seksi == ctx.actor.seksi]
        found = [slip for case in own for slip in _slips(unit, ctx, case.id)]
    return tuple(sorted(found, key=lambda slip: slip.langkah))


@permits(*SEEN_BY)
def of_case(ctx: Context, case_id: str) -> tuple[PilihanLembar, ...]:
    """The slips of one berkas, oldest first. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        return _slips(unit, ctx, case_id)


def _slips(unit: Unit, ctx: Context, case_id: str) -> tuple[PilihanLembar, ...]:
    berkas = load_berkas(unit, ctx, case_id)
    filed = {paper.id: paper.nomor or "" for paper in unit.papers.listing(case_id=case_id)}
    made = (
        PilihanLembar(case_id, act.nomor, berkas.seksi.nama, ORDERS[act.action])
        for act in berkas.keadaan.berlaku
        if act.action in ORDERS
    )
    return tuple(PilihanLembar(s.case_id, s.act, s.seksi, s.langkah, filed.get(s.id, "")) for s in made)


@permits(*SEEN_BY)
def file_slips(ctx: Context, chosen: Sequence[PilihanLembar]) -> tuple[str, ...]:
    """Number and file those that were not yet; the ids of all in their order. Raises NotFound, OtherSeksi."""
    return tuple(step_papers.print_paper(ctx, slip.case_id, slip.act, LEMBAR).paper.id for slip in chosen)


@permits(*ALL_ROLES)
def sheets(ctx: Context, paper_ids: Sequence[str]) -> bytes:
    """Filed slips for the printer, two on a sheet. Raises NotFound, OtherSeksi, DataDamaged."""
    from kinerja_desktop.documents.slip_sheets import two_up

    return two_up([archive.open_paper(ctx, one) for one in paper_ids])
