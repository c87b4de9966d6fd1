"""The history in words, and a clock that went back."""

import pytest

from kinerja_desktop.domain.errors import NotFound, OtherSeksi
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import history, section_report
from tests.office import REASON, TW2, Kantor


def test_every_act_is_told_newest_first(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    kantor.send_back("PEL", TW2, ("1.3", "Cocokkan."))
    kantor.submit("PEL")
    kantor.approve("PEL")
    kantor.hand_over("PEL")
    told = history.told(kantor.kabid, kantor.case("PEL").id)
    assert [k.judul for k in told] == [
        "Diserahkan ke Kasubag Perencanaan",
        "Disetujui",
        "Diajukan Kembali (ke-1)",
        "Dikembalikan untuk Diperbaiki",
        "Diajukan",
        "Bahan Diajukan",
        "Diperintahkan kepada Analis",
        "Ditugaskan",
    ]
    returned = told[3]
    assert (returned.oleh, returned.teks, returned.catatan) == ("Anda, sebagai Kabid", REASON, (("1.3", "Cocokkan."),))
    assert told[2].oleh == "Siti Misalnya, S.Sos., Kasi Pelayanan"


def test_what_was_taken_back_stays_readable(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT)
    section_report.withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    told = history.told(kantor.kasubag("PEL"), case.id)
    assert [(k.judul, k.ditarik) for k in told[:2]] == [("Ditarik: Diajukan", False), ("Diajukan", True)]


def test_bahan_handed_in_again_is_counted(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    section_report.return_bahan(kantor.kasubag("PEL"), case.id, REASON, seen=case.versi)
    kantor.submit_bahan("PEL")
    told = history.told(kantor.kasubag("PEL"), case.id)
    assert [k.judul for k in told[:2]] == ["Bahan Diajukan Kembali (ke-1)", "Bahan Dikembalikan"]


def test_an_act_after_its_limit_names_the_time_used(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 40)
    kantor.assign()
    kantor.at(7, 10, 9, 0)
    kantor.order("PEL")
    order, assigned = history.told(kantor.kabid, kantor.case("PEL").id)
    assert (order.terlambat, assigned.terlambat) == ("1 jam 20 menit", None)
    assert order.waktu_teks == "hari ini 09.00"


def test_acts_of_the_same_moment_are_not_mixed(kantor: Kantor) -> None:
    kantor.at(7, 10, 9, 0)
    kantor.assign()
    kantor.order("PEL")
    order, assigned = history.told(kantor.kabid, kantor.case("PEL").id)
    assert order.pada == assigned.pada
    assert (order.terlambat, assigned.terlambat) == (None, "1 jam 30 menit")


def test_a_history_of_another_seksi_is_refused(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.ASSIGN)
    with pytest.raises(OtherSeksi):
        history.told(kantor.kasubag("TRA"), case.id)
    with pytest.raises(NotFound):
        history.told(kantor.kabid, "tidak ada")


def test_a_clock_that_went_back_is_flagged_and_refuses_nothing(kantor: Kantor) -> None:
    last = kantor.at(7, 10, 9)
    kantor.assign()
    assert history.clock_went_back(kantor.kabid) is None
    kantor.at(7, 10, 8)
    assert history.clock_went_back(kantor.kabid) == last
    kantor.order("PEL")
    assert history.told(kantor.kabid, kantor.case("PEL").id)[0].terlambat is None


def test_every_act_has_words() -> None:
    assert set(history.WORDS) == set(Action)


def test_an_act_dated_before_an_earlier_one_keeps_its_place_and_is_marked(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kasubag = kantor.kasubag("PEL")
    kantor.at(7, 10, 8, tahun=2024)
    kantor.order("PEL")
    first, second = reversed(history.told(kasubag, kantor.case("PEL").id))
    assert (first.nomor, second.nomor) == (1, 2)
    assert "jam komputer mundur" not in first.waktu_teks
    assert second.waktu_teks.endswith("(jam komputer mundur)")
