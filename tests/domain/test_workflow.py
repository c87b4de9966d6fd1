"""The SOP's table: paths through it, who may follow them, and what a history says afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import NotYours, WrongRole, WrongState
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import (
    DECIDED,
    DELIVERED,
    INITIAL,
    ON_DESK,
    TABLE,
    Act,
    Action,
    Jenis,
    Keadaan,
    Langkah,
    Note,
    Status,
    allowed,
    check,
    may_withdraw,
    passages,
    replay,
)

START = datetime(2026, 7, 10, 0, 0, tzinfo=UTC)
STRAIGHT = (
    Action.ASSIGN,
    Action.ORDER,
    Action.SUBMIT_BAHAN,
    Action.SUBMIT,
    Action.APPROVE,
    Action.HAND_OVER,
)


def act(nomor: int, action: Action, role: Role, oleh: str = "") -> Act:
    return Act(nomor, action, oleh or role.value, role.label, "", role, START + timedelta(hours=nomor))


def played(*actions: Action, jenis: Jenis = Jenis.BERKAS) -> tuple[Act, ...]:
    """The acts of this path, each by the role that the table names (a withdrawal by who acted last)."""
    acts: list[Act] = []
    for action in actions:
        now = replay(jenis, acts)
        if action is Action.WITHDRAW:
            assert now.terakhir is not None
            role = now.terakhir.role
        else:
            role = next(t.role for t in TABLE if (t.jenis, t.status, t.action) == (jenis, now.status, action))
        acts.append(act(len(acts) + 1, action, role))
    return tuple(acts)


def state(*actions: Action, jenis: Jenis = Jenis.BERKAS) -> Keadaan:
    return replay(jenis, played(*actions, jenis=jenis))


# --- the table ---------------------------------------------------------------------------------


def test_no_act_leads_two_ways() -> None:
    keys = [(t.jenis, t.status, t.action) for t in TABLE]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("jenis", Jenis)
def test_every_status_is_reached_and_every_open_one_is_left(jenis: Jenis) -> None:
    rows = [t for t in TABLE if t.jenis is jenis]
    reached = {INITIAL[jenis]}
    for _ in rows:
        reached |= {t.to for t in rows if t.status in reached}
    assert {t.status for t in rows} <= reached
    assert {t.to for t in rows if t.desk is not None} <= {t.status for t in rows}


def test_a_case_on_a_desk_has_a_running_step_there() -> None:
    assert all((t.desk is None) == (t.langkah is None) for t in TABLE)


@pytest.mark.parametrize("row", TABLE, ids=lambda t: f"{t.status.name}-{t.action.name}")
def test_the_desk_is_that_of_a_role_that_can_act_there(row: object) -> None:
    t = next(x for x in TABLE if x is row)
    if t.desk is not None:
        assert t.desk in {n.role for n in TABLE if (n.jenis, n.status) == (t.jenis, t.to)}


@pytest.mark.parametrize("action", [Action.RETURN, Action.RETURN_BAHAN, Action.REOPEN, Action.FORCE_START])
def test_going_back_or_compiling_early_needs_a_reason(action: Action) -> None:
    assert {t.note for t in TABLE if t.action is action} == {Note.REQUIRED}


def test_admin_and_camat_neither_enter_nor_decide() -> None:
    assert not {Role.ADMIN, Role.CAMAT} & {t.role for t in TABLE}


def test_open_settled_and_delivered_are_told_apart() -> None:
    assert Status.HANDED_OVER not in ON_DESK
    assert Status.APPROVED in ON_DESK & DECIDED
    assert frozenset({Status.HANDED_OVER}) == DELIVERED
    assert not DECIDED & {Status.SUBMITTED, Status.RETURNED, Status.BAHAN_RETURNED}


# --- paths -------------------------------------------------------------------------------------


def test_the_straight_path_of_a_berkas() -> None:
    found = [state(*STRAIGHT[:n]).status for n in range(len(STRAIGHT) + 1)]
    assert found == [
        Status.NEW,
        Status.ASSIGNED,
        Status.ORDERED,
        Status.BAHAN_SUBMITTED,
        Status.SUBMITTED,
        Status.APPROVED,
        Status.HANDED_OVER,
    ]


def test_a_new_berkas_waits_for_the_kabid() -> None:
    now = state()
    assert (now.desk, now.langkah, now.sejak, now.versi) == (Role.KABID, Langkah.TUGAS, None, 0)


def test_a_return_goes_to_the_kasubag_and_is_counted() -> None:
    now = state(*STRAIGHT[:4], Action.RETURN)
    assert (now.status, now.desk, now.langkah, now.pengembalian) == (
        Status.RETURNED,
        Role.KASUBAG,
        Langkah.LAPORAN,
        1,
    )


def test_a_report_handed_in_again_says_how_often() -> None:
    twice = (*STRAIGHT[:4], Action.RETURN, Action.SUBMIT, Action.RETURN, Action.SUBMIT)
    assert state(*twice).label == "Diajukan Kembali (ke-2)"
    assert state(*STRAIGHT[:4]).label == "Menunggu Pemeriksaan"


def test_a_return_of_bahan_is_no_return_of_the_report() -> None:
    now = state(*STRAIGHT[:3], Action.RETURN_BAHAN, Action.SUBMIT_BAHAN, Action.SUBMIT)
    assert (now.pengembalian, now.pengembalian_bahan, now.label) == (0, 1, "Menunggu Pemeriksaan")


def test_the_kasubag_may_pass_a_return_on_to_the_analyst() -> None:
    now = state(*STRAIGHT[:4], Action.RETURN, Action.RETURN_BAHAN)
    assert (now.status, now.desk) == (Status.BAHAN_RETURNED, Role.ANALIS)


@pytest.mark.parametrize("jenis", [Jenis.LAPORAN_TRIWULAN, Jenis.LAPORAN_TAHUNAN])
def test_a_report_of_the_office_is_fixed_and_reopened(jenis: Jenis) -> None:
    now = state(Action.START, Action.FIX, Action.REOPEN, Action.FIX, jenis=jenis)
    assert (now.status, now.laporan_ke) == (Status.FIXED, 2)


# --- taking back -------------------------------------------------------------------------------


def test_taking_back_restores_desk_and_clock() -> None:
    before, after = state(*STRAIGHT[:2]), state(*STRAIGHT[:3], Action.WITHDRAW)
    assert replace(after, versi=before.versi) == before
    assert after.versi == 4


def test_a_version_number_is_never_given_twice() -> None:
    taken_back = state(*STRAIGHT[:4], Action.WITHDRAW, Action.SUBMIT)
    assert taken_back.laporan_ke == 2


def test_a_return_taken_back_was_no_return() -> None:
    assert state(*STRAIGHT[:4], Action.RETURN, Action.WITHDRAW).pengembalian == 0


def test_only_the_giver_takes_back_and_only_in_that_role() -> None:
    now = replay(Jenis.BERKAS, (act(1, Action.ASSIGN, Role.KABID, "andi"),))
    assert may_withdraw(now, Role.KABID, "andi")
    with pytest.raises(NotYours):
        check(now, Action.WITHDRAW, Role.KABID, "orang lain")
    with pytest.raises(NotYours):
        check(now, Action.WITHDRAW, Role.KASUBAG, "andi")


def test_what_was_acted_upon_is_no_longer_the_givers() -> None:
    now = state(*STRAIGHT[:2])
    assert not may_withdraw(now, Role.KABID, Role.KABID.value)
    with pytest.raises(NotYours):
        check(now, Action.WITHDRAW, Role.KABID, Role.KABID.value)


def test_nothing_can_be_taken_back_from_an_empty_history() -> None:
    with pytest.raises(WrongState):
        check(state(), Action.WITHDRAW, Role.KABID, "kabid")
    with pytest.raises(WrongState):
        replay(Jenis.BERKAS, (act(1, Action.WITHDRAW, Role.KABID),))


def test_a_fixed_report_is_reopened_not_taken_back() -> None:
    now = state(Action.START, Action.FIX, jenis=Jenis.LAPORAN_TRIWULAN)
    assert not may_withdraw(now, Role.KASUBAG_PERENCANAAN, Role.KASUBAG_PERENCANAAN.value)
    with pytest.raises(WrongState):
        check(now, Action.WITHDRAW, Role.KASUBAG_PERENCANAAN, Role.KASUBAG_PERENCANAAN.value)


def test_any_kasubag_takes_the_start_back_with_his_hand_over() -> None:
    now = replay(Jenis.LAPORAN_TRIWULAN, (act(1, Action.START, Role.KASUBAG, "siti"),))
    assert may_withdraw(now, Role.KASUBAG, "hasan")
    assert not may_withdraw(now, Role.KASUBAG_PERENCANAAN, "rahma")


# --- passages ----------------------------------------------------------------------------------


def test_passages_tell_each_desk_with_its_times() -> None:
    found = passages(state(*STRAIGHT[:4], Action.RETURN))
    assert [(p.langkah, p.action) for p in found] == [
        (Langkah.TUGAS, Action.ASSIGN),
        (Langkah.PERINTAH, Action.ORDER),
        (Langkah.BAHAN, Action.SUBMIT_BAHAN),
        (Langkah.LAPORAN, Action.SUBMIT),
        (Langkah.PERIKSA, Action.RETURN),
        (Langkah.LAPORAN, None),
    ]
    assert [p.mulai for p in found[1:]] == [p.selesai for p in found[:-1]]
    assert found[-1].selesai is None


def test_a_settled_case_has_no_running_passage() -> None:
    assert all(p.selesai is not None for p in passages(state(*STRAIGHT)))


# --- walks -------------------------------------------------------------------------------------

MOVES = st.lists(st.tuples(st.sampled_from(Action), st.sampled_from(Role), st.sampled_from("ab")), max_size=40)


@pytest.mark.parametrize("jenis", Jenis)
@given(moves=MOVES)
def test_no_walk_leaves_the_table(jenis: Jenis, moves: list[tuple[Action, Role, str]]) -> None:
    acts: list[Act] = []
    for action, role, oleh in moves:
        now = replay(jenis, acts)
        open_rows = {(t.action, t.role) for t in allowed(now, role)}
        may_take_back = action is Action.WITHDRAW and may_withdraw(now, role, oleh)
        try:
            check(now, action, role, oleh)
        except (WrongRole, WrongState, NotYours):
            assert (action, role) not in open_rows
            assert not may_take_back
            continue
        assert (action, role) in open_rows or may_take_back
        acts.append(act(len(acts) + 1, action, role, oleh))
        after = replay(jenis, acts)
        assert after.versi == len(acts)
        assert after.laporan_ke >= now.laporan_ke
        assert (after.desk is None) == (after.langkah is None)
