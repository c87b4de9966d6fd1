"""Whoever hands a report in does not approve it, however roles are given and taken while it is under way (F32).

Three people of one seksi hold random roles that change between any two steps; whoever may, tries. An approval of one's
own report exists only with a recorded exception, and only where nobody else could check.
"""

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.services import handing_over, review, section_report
from kinerja_desktop.services.context import Context
from tests.office import BUDI, HASAN, PEOPLE, REASON, SITI, Kantor

THREE = (SITI, BUDI, replace(HASAN, seksi="PEL"))
NOTES = (section_report.CatatanBaru(None, "Lengkapi uraian."),)
SETS = st.sets(st.sampled_from((Role.KABID, Role.KASUBAG, Role.ANALIS)), max_size=3)
ROUND = st.tuples(st.tuples(SETS, SETS, SETS), st.integers(0, 2), st.booleans())


def give_roles(kantor: Kantor, roles: tuple[set[Role], ...]) -> list[Pegawai]:
    """The roles of the three from now on; the Camat checks nothing in this office."""
    now = [replace(person, peran=tuple(sorted(held, key=str))) for person, held in zip(THREE, roles, strict=True)]
    with kantor.store.unit() as unit:
        for person in now:
            unit.people.put(person)
        unit.commit()
    return now


def submit(kantor: Kantor, ctx: Context) -> None:
    case = kantor.case()
    view = section_report.load(ctx, case.id)
    ticks = [n.id for n in view.pengembalian.catatan] if view.pengembalian else []
    saved = section_report.save_draft(ctx, case.id, perbaikan=ticks, seen=view.versi_draf)
    section_report.submit(ctx, case.id, seen=case.versi, seen_draf=saved.versi)


def approve(kantor: Kantor, ctx: Context, *, exception: bool) -> None:
    case = kantor.case()
    words = REASON if exception else ""
    review.approve(ctx, case.id, centang=tuple(review.Centang), pengecualian=words, seen=case.versi)


def send_back(kantor: Kantor, ctx: Context) -> None:
    case = kantor.case()
    review.return_for_correction(ctx, case.id, REASON, NOTES, seen=case.versi)


def hand_over(kantor: Kantor, ctx: Context) -> None:
    case = kantor.case()
    handing_over.hand_over(ctx, case.id, seen=case.versi)


BOTH, CHECKER, NONE = {Role.KASUBAG, Role.KABID}, {Role.KABID}, set[Role]()


@example(rounds=[((BOTH, CHECKER, NONE), 0, True)])
@example(rounds=[((BOTH, NONE, NONE), 0, False)])
@example(rounds=[((BOTH, NONE, NONE), 0, True)])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rounds=st.lists(ROUND, min_size=3, max_size=6))
def test_nobody_approves_what_he_handed_in(rounds: list[tuple[tuple[set[Role], ...], int, bool]]) -> None:
    others = tuple(replace(p, peran=(Role.CAMAT,)) if p.id == "andi" else p for p in PEOPLE)
    kantor = Kantor(people=others)
    kantor.pemeriksa = replace(others[0], peran=(Role.KABID,))
    give_roles(kantor, ({Role.KASUBAG}, {Role.ANALIS}, set()))
    with kantor.store.unit() as unit:
        unit.people.put(kantor.pemeriksa)
        unit.commit()
    kantor.play(until=Action.SUBMIT_BAHAN)
    with kantor.store.unit() as unit:
        unit.people.put(others[0])
        unit.commit()

    for roles, who, exception in rounds:
        now = give_roles(kantor, roles)
        could = [p for p in now if Role.KABID in p.peran]
        for deed in (submit, lambda k, c, e=exception: approve(k, c, exception=e), send_back, hand_over):
            for role in (Role.KASUBAG, Role.KABID):
                before = len(acts(kantor))
                try:
                    deed(kantor, kantor.ctx(now[who], role))
                except KinerjaError:
                    continue
                held = acts(kantor)[before:]
                assert all(act.role in now[who].peran for act in held)
                check_approval(acts(kantor), could)


def acts(kantor: Kantor) -> tuple[Act, ...]:
    case = kantor.case()
    with kantor.store.read() as unit:
        return unit.journal.acts(case.id)


def check_approval(chain: tuple[Act, ...], could: list[Pegawai]) -> None:
    last = chain[-1]
    if last.action is not Action.APPROVE:
        return
    maker = next(act for act in reversed(chain) if act.action is Action.SUBMIT)
    if maker.oleh == last.oleh:
        assert last.isi["pengecualian"]
        assert [person.id for person in could] == [last.oleh]
