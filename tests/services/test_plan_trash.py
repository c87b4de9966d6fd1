"""What is given up of a plan is kept for a month, and nothing else takes it for a draft."""

import pytest

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import drafts, plan_drafts
from kinerja_desktop.services.context import Context
from tests.office import RAHMA, Kantor

TYPED = {"1.3": {"nama": "Diketik"}}


@pytest.fixture
def ctx() -> Context:
    return Kantor().ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def give_up(ctx: Context) -> plan_drafts.Ketikan:
    kept = plan_drafts.save(ctx, 2026, {"indikator:murni": TYPED}, {})
    return plan_drafts.discard(ctx, 2026, "indikator:murni", TYPED, sisa=None, seen=kept.versi)


def test_what_is_given_up_is_no_draft_any_more(ctx: Context) -> None:
    assert not give_up(ctx).isi
    assert not plan_drafts.load(ctx, 2026).isi
    (thrown,) = plan_drafts.discarded(ctx, 2026)
    assert (thrown.bagian, thrown.isi) == ("indikator:murni", TYPED)


def test_it_comes_back_once(ctx: Context) -> None:
    give_up(ctx)
    (thrown,) = plan_drafts.discarded(ctx, 2026)
    plan_drafts.bring_back(ctx, 2026, thrown, TYPED, diganti=None, seen={})
    assert plan_drafts.load(ctx, 2026).isi == {"indikator:murni": TYPED}
    assert not plan_drafts.discarded(ctx, 2026)
    with pytest.raises(NotFound):
        plan_drafts.bring_back(ctx, 2026, thrown, TYPED, diganti=None, seen={"indikator:murni": 1})


def test_it_is_kept_for_thirty_days() -> None:
    kantor = Kantor()
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    kantor.at(7, 1, 8)
    give_up(ctx)
    kantor.at(7, 31, 8)
    give_up(ctx)
    assert len(plan_drafts.discarded(ctx, 2026)) == 2
    kantor.at(7, 31, 8, 1)
    assert len(plan_drafts.discarded(ctx, 2026)) == 1
    with kantor.store.read() as unit:
        assert len(unit.drafts.by(ctx.actor.id)) == 2
    give_up(ctx)
    with kantor.store.read() as unit:
        assert len(unit.drafts.by(ctx.actor.id)) == 2, "the oldest is gone"


def test_what_is_given_up_is_marked_for_whoever_reads_all_drafts(ctx: Context) -> None:
    give_up(ctx)
    with ctx.office.store.read() as unit:
        assert [drafts.is_thrown(draft) for draft in unit.drafts.by(ctx.actor.id)] == [True]
