"""Step 2: from the Kasubag to his analysts."""

import pytest

from kinerja_desktop.domain.errors import Incomplete, NoHolder, OtherSeksi, StaleWrite, WrongState
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import disposition
from kinerja_desktop.services.disposition import DisposisiDraf
from tests.office import Kantor


def test_the_order_arrives_with_its_words(kantor: Kantor) -> None:
    kantor.at(7, 10, 8, 10)
    kantor.assign()
    view = disposition.load(kantor.kasubag("PEL"), kantor.case("PEL").id)
    assert view.dari == "Andi Umpama, S.IP., Camat"
    assert view.hal == "Penyusunan laporan data kinerja Triwulan II 2026"
    assert [(a.nama, a.dipilih) for a in view.analis] == [("Budi Contoh", False), ("Dewi Ibarat", False)]
    assert view.kepala.boleh == {Action.ORDER}
    assert view.batas_bahan is not None
    assert view.batas_bahan.day == 13


def test_a_single_analyst_is_ticked_already(kantor: Kantor) -> None:
    kantor.assign()
    view = disposition.load(kantor.kasubag("TRA"), kantor.case("TRA").id)
    assert [a.dipilih for a in view.analis] == [True]


def test_several_analysts_share_the_indikator(kantor: Kantor) -> None:
    kantor.assign()
    case = kantor.case("PEL")
    shares = {"1.1": "budi", "2.1": "dewi", "3.1": "orang lain"}
    disposition.order(kantor.kasubag("PEL"), case.id, ["budi", "dewi"], pembagian=shares, seen=case.versi)
    done = kantor.case("PEL")
    assert (done.status, done.analis) == (Status.ORDERED, ("budi", "dewi"))
    order = kantor.keadaan(done).last(Action.ORDER)
    assert order is not None
    assert order.isi["pembagian"] == {"1.1": "budi", "2.1": "dewi"}
    told = disposition.load(kantor.kasubag("PEL"), case.id).sesudah
    assert told == "Disposisikan kepada Budi Contoh, Dewi Ibarat, batas 13 Juli 16.00"


def test_the_choice_is_kept_as_a_draft(kantor: Kantor) -> None:
    kantor.assign()
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    draft = DisposisiDraf(("dewi",), catatan="Mulai dari loket.", pembagian=(("1.1", "dewi"),))
    version = disposition.save_draft(ctx, case.id, draft, seen=0)
    view = disposition.load(ctx, case.id)
    assert (view.draf, view.versi_draf) == (draft, version)
    assert [a.dipilih for a in view.analis] == [False, True]
    with pytest.raises(StaleWrite):
        disposition.save_draft(ctx, case.id, draft, seen=0)


def test_only_analysts_of_the_seksi_are_ordered(kantor: Kantor) -> None:
    kantor.assign()
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    with pytest.raises(NoHolder):
        disposition.order(ctx, case.id, ["tuti"], seen=case.versi)
    with pytest.raises(Incomplete):
        disposition.order(ctx, case.id, [], seen=case.versi)
    assert kantor.case("PEL").versi == case.versi


def test_another_seksi_is_out_of_reach(kantor: Kantor) -> None:
    kantor.assign()
    case = kantor.case("PEL")
    with pytest.raises(OtherSeksi):
        disposition.load(kantor.kasubag("TRA"), case.id)
    with pytest.raises(OtherSeksi):
        disposition.order(kantor.kasubag("TRA"), case.id, ["tuti"], seen=case.versi)


def test_the_order_is_given_once(kantor: Kantor) -> None:
    kantor.assign()
    case = kantor.case("PEL")
    kantor.order("PEL")
    with pytest.raises(StaleWrite):
        disposition.order(kantor.kasubag("PEL"), case.id, ["budi"], seen=case.versi)
    with pytest.raises(WrongState):
        disposition.order(kantor.kasubag("PEL"), case.id, ["budi"], seen=case.versi + 1)
