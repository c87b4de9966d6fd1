"""The guide of the practice office: steps are done by what the office says, and it goes on where it was left."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import integrity, review, settings, tour
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.services.tour_steps import STEPS
from kinerja_desktop.ui.role_tabs import OF_ROLE
from tests.new_office import acting, new_office
from tests.office import ANDI, Kantor
from tests.ui.kantor import jam
from tests.ui.scenes import copied, filling, reviewing


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_guide_of_ten_minutes_on_its_own_tabs(role: Role) -> None:
    steps = STEPS[role]
    assert 4 <= len(steps) <= 8
    assert len({one.kunci for one in steps}) == len(steps)
    assert {one.tab for one in steps} <= set(OF_ROLE[role])
    assert all(one.lihat.endswith(".") and one.tekan.endswith(".") for one in steps)


def test_a_real_office_has_none() -> None:
    assert tour.load(Kantor().ctx(ANDI)).langkah == ()


def done(ctx: Context) -> list[str]:
    return [one.panduan.kunci for one in tour.load(ctx).langkah if one.selesai]


def test_what_was_done_before_it_began_does_not_count() -> None:
    ctx = copied(reviewing).kabid()
    assert not tour.load(ctx).mulai
    tour.begin(ctx)
    assert done(ctx) == []
    assert tour.load(ctx).kini == 0


def test_a_tab_counts_when_it_was_in_front_and_a_decision_when_it_was_taken() -> None:
    kantor = copied(reviewing)
    ctx = kantor.kabid()
    tour.begin(ctx)
    tour.saw(ctx, "pemeriksaan")
    assert done(ctx) == ["tugas"]
    case_id = kantor.case(seksi="pemerintahan")
    view = review.load(ctx, case_id)
    why = "Angka belum cocok dengan register."
    review.return_for_correction(ctx, case_id, why, [CatatanBaru(None, "Cocokkan.")], seen=view.kepala.versi)
    assert done(ctx) == ["tugas", "putus"]


def test_a_figure_counts_as_soon_as_it_lies_typed() -> None:
    kantor = copied(filling)
    ctx = kantor.analis()
    tour.begin(ctx)
    assert "isi" not in done(ctx), "what was typed before is not counted"
    kantor.now(jam(7, 13, 10, 50))
    kantor.put(())
    assert "isi" in done(ctx)


def test_a_changed_setting_counts_but_not_the_notes_of_the_guide() -> None:
    admin = acting(new_office(), Role.ADMIN)
    ctx = Context(replace(admin.office, latihan=True), admin.actor)
    tour.begin(ctx)
    tour.saw(ctx, "pengguna")
    assert "atur" not in done(ctx)
    settings.change_settings(ctx, {"instansi.alamat": "Jalan Baru"}, settings.list_settings(ctx).versi)
    assert "atur" in done(ctx)


def test_it_is_resumed_where_it_was_left_and_begins_anew_once_finished() -> None:
    ctx = copied(reviewing).kabid()
    tour.begin(ctx)
    tour.saw(ctx, "pemeriksaan")
    tour.leave(ctx)
    assert not tour.load(ctx).terbuka
    tour.saw(ctx, "arsip")
    tour.begin(ctx)
    assert done(ctx) == ["tugas"], "what is seen while it is put away is not counted"
    for one in STEPS[Role.KABID]:
        tour.pass_over(ctx, one.kunci)
    view = tour.load(ctx)
    assert (view.kini, view.selesai) == (None, 1)
    tour.begin(ctx)
    assert tour.load(ctx).kini == 0


def test_each_role_has_a_guide_of_its_own() -> None:
    kantor = copied(reviewing)
    tour.begin(kantor.kabid())
    tour.saw(kantor.kabid(), "arsip")
    assert not tour.load(kantor.ctx("andi", Role.CAMAT)).mulai


def test_its_notes_leave_the_data_sound() -> None:
    kantor = copied(reviewing)
    tour.begin(kantor.kabid())
    tour.saw(kantor.kabid(), "arsip")
    assert integrity.examine(kantor.office).temuan == ()
