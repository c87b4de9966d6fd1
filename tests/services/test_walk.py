"""Random walks through the SOP by random people: the table holds whoever presses what, in which order."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import TABLE, Act, Action, Jenis, Keadaan, Status, replay
from kinerja_desktop.services import (
    assignment,
    collection,
    disposition,
    inbox,
    monitoring,
    review,
    section_report,
)
from kinerja_desktop.services.acting import project
from kinerja_desktop.services.calendar_table import kalender
from kinerja_desktop.services.cases import revisi_of
from kinerja_desktop.services.context import DENIAL, Context
from kinerja_desktop.services.snapshots import current_content
from kinerja_desktop.storage.records import Case
from tests.office import (
    ANDI,
    BUDI,
    DEWI,
    FIGURES,
    HASAN,
    INDIKATOR,
    JOKO,
    PEOPLE,
    RAHMA,
    REASON,
    SITI,
    TUTI,
    TW2,
    WAHYU,
    Kantor,
)

HANDS = (
    (ANDI, Role.KABID),
    (ANDI, Role.CAMAT),
    (SITI, Role.KASUBAG),
    (BUDI, Role.ANALIS),
    (DEWI, Role.ANALIS),
    (HASAN, Role.KASUBAG),
    (HASAN, Role.ANALIS),
    (HASAN, Role.KABID),  # a role that he does not hold
    (WAHYU, Role.KASUBAG),
    (TUTI, Role.ANALIS),
    (RAHMA, Role.KASUBAG_PERENCANAAN),
    (JOKO, Role.ADMIN),
)
SECTIONS = ("PEL", "PEM", "TRA")
NOTES = (section_report.CatatanBaru(None, "Lengkapi uraian."),)


class Walk:
    """One office and the moves on it. ``ctx`` is whoever tries; ``case`` what his screen shows."""

    def __init__(self) -> None:
        self.kantor = Kantor()

    def case(self, seksi: str) -> Case | None:
        with self.kantor.store.read() as unit:
            return unit.cases.find(Jenis.BERKAS, TW2.tahun, TW2.nomor, seksi)

    def assign(self, ctx: Context, seksi: str, case: Case | None) -> None:
        seen = {seksi: case.versi if case else 0}
        result = assignment.assign(ctx, TW2, [seksi], catatan=assignment.CatatanPenugasan("Data"), seen=seen)
        for failed in result.gagal:
            raise failed.sebab

    def order(self, ctx: Context, seksi: str, case: Case | None) -> None:
        analis = self.kantor.analis(seksi).actor.id
        disposition.order(ctx, _id(case), [analis], seen=_seen(case))

    def submit_bahan(self, ctx: Context, seksi: str, case: Case | None) -> None:
        view = collection.load(ctx, _id(case))
        ticks = tuple(n.id for n in view.pengembalian.catatan) if view.pengembalian else ()
        own = [i.kode for i in INDIKATOR if i.seksi == seksi and i.kode in FIGURES]
        rows = [
            IsiIndikator(k, Decimal(FIGURES[k]), faktor_penghambat="hujan", bukti=(Bukti("Register"),)) for k in own
        ]
        saved = collection.save_draft(ctx, _id(case), rows, perbaikan=ticks, seen=view.versi_draf)
        collection.submit_bahan(ctx, _id(case), seen=_seen(case), seen_draf=saved.versi)

    def submit(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        view = section_report.load(ctx, _id(case))
        ticks = tuple(n.id for n in view.pengembalian.catatan) if view.pengembalian else ()
        saved = section_report.save_draft(ctx, _id(case), perbaikan=ticks, seen=view.versi_draf)
        section_report.submit(ctx, _id(case), seen=_seen(case), seen_draf=saved.versi)

    def return_bahan(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        section_report.return_bahan(ctx, _id(case), REASON, NOTES, seen=_seen(case))

    def send_back(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        review.return_for_correction(ctx, _id(case), REASON, NOTES, seen=_seen(case))

    def approve(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        review.approve(ctx, _id(case), centang=tuple(review.Centang), seen=_seen(case))

    def hand_over(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        section_report.hand_over(ctx, _id(case), seen=_seen(case))

    def withdraw(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        section_report.withdraw(ctx, _id(case), seen=_seen(case))

    def open(self, ctx: Context, _seksi: str, case: Case | None) -> None:
        inbox.opened(ctx, _id(case))

    def forward(self, _ctx: Context, seksi: str, case: Case | None) -> None:
        """The next straight step by whom it belongs to, so that walks get far."""
        status = case.status if case else Status.NEW
        row = next((t for t in TABLE if (t.jenis, t.status) == (Jenis.BERKAS, status) and t.action in STRAIGHT), None)
        if row is not None:
            by = {Role.KABID: self.kantor.kabid, Role.KASUBAG: self.kantor.kasubag(seksi)}
            STRAIGHT[row.action](self, by.get(row.role, self.kantor.analis(seksi)), seksi, case)


Move = Callable[[Walk, Context, str, Case | None], None]
STRAIGHT: dict[Action, Move] = {
    Action.ASSIGN: Walk.assign,
    Action.ORDER: Walk.order,
    Action.SUBMIT_BAHAN: Walk.submit_bahan,
    Action.SUBMIT: Walk.submit,
    Action.APPROVE: Walk.approve,
    Action.HAND_OVER: Walk.hand_over,
}
MOVES: tuple[Move, ...] = (
    *(Walk.forward,) * 6,
    *STRAIGHT.values(),
    Walk.return_bahan,
    Walk.send_back,
    Walk.withdraw,
    Walk.withdraw,
    Walk.open,
)
STEP = st.tuples(st.sampled_from(MOVES), st.sampled_from(HANDS), st.sampled_from(SECTIONS), st.integers(0, 200))
"""What, by whom, for which seksi, after so many minutes."""


def _id(case: Case | None) -> str:
    return case.id if case else "belum ada"


def _seen(case: Case | None) -> int:
    return case.versi if case else 0


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEP, min_size=15, max_size=40))
def test_no_walk_gets_past_the_table(steps: list[tuple[Move, tuple[object, Role], str, int]]) -> None:
    walk = Walk()
    for move, (person, role), seksi, minutes in steps:
        walk.kantor.clock.waktu += timedelta(minutes=minutes)
        case = walk.case(seksi)
        ctx = walk.kantor.ctx(next(p for p in PEOPLE if p is person), role)
        before = _history(walk.kantor)
        try:
            move(walk, ctx, seksi, case)
        except KinerjaError:
            assert _history(walk.kantor) == before
    _check(walk.kantor)


def _history(kantor: Kantor) -> int:
    """How much was written, besides records of what was refused."""
    with kantor.store.read() as unit:
        return unit.journal.head().seq - unit.journal.count(DENIAL)


def _check(kantor: Kantor) -> None:
    """What is stored is what the acts say, and each act was its role's to do."""
    with kantor.store.read() as unit:
        clock = kalender(unit)
        for case in unit.cases.listing():
            acts = unit.journal.acts(case.id)
            keadaan = replay(case.jenis, acts)
            assert case == project(case, keadaan, clock, revisi_of(unit, case))
            assert (unit.figures.of(case.id) or Isi(())) == current_content(keadaan)
            _check_acts(case.jenis, acts)
    _check_views(kantor)


def _check_acts(jenis: Jenis, acts: tuple[Act, ...]) -> None:
    for n, act in enumerate(acts):
        before = replay(jenis, acts[:n])
        assert act.role in _rightful(before, act)
        assert act.role in next(p.peran for p in PEOPLE if p.id == act.oleh)


def _rightful(before: Keadaan, act: Act) -> set[Role]:
    if act.action is Action.WITHDRAW:
        assert before.terakhir is not None
        return {before.terakhir.role}
    return {t.role for t in TABLE if (t.jenis, t.status, t.action) == (before.jenis, before.status, act.action)}


def _check_views(kantor: Kantor) -> None:
    """Wherever a walk ends, every role's screens open and agree."""
    monitoring.load(kantor.kabid)
    for person, role in (hand for hand in HANDS if hand[1] in hand[0].peran):
        ctx = kantor.ctx(person, role)
        box = inbox.load(ctx)
        listed = [task for group in box.kelompok for task in group.tugas]
        assert len(listed) == box.jumlah[inbox.Lingkup.SAYA] == sum(box.per_langkah.values())
        for task in listed:
            inbox.preview(ctx, task.key)
