"""Rekap Pengembalian, Riwayat Berkas, Tanda Terima: what the history tells, on paper."""

import pytest

from kinerja_desktop.domain.dokumen_berkas import RekapPengembalian, RiwayatBerkas, TandaTerima
from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import office_papers, section_report, withdrawal
from kinerja_desktop.services.compose.office.kinds import Pokok
from tests.office import HASAN, REASON, SITI, TW2, Kantor
from tests.services.composing import composed

PELAYANAN = Pokok(2026, 2, "PEL")


def returns(kantor: Kantor) -> RekapPengembalian:
    """The Rekap Pengembalian."""
    return composed(kantor, RekapPengembalian, "rekap_pengembalian", Pokok(2026, 2))


def history(kantor: Kantor) -> RiwayatBerkas:
    """The Riwayat Berkas."""
    return composed(kantor, RiwayatBerkas, "riwayat_berkas", PELAYANAN)


def receipt(kantor: Kantor) -> TandaTerima:
    """The Tanda Terima."""
    return composed(kantor, TandaTerima, "tanda_terima", PELAYANAN)


def test_a_return_tells_its_report_its_reasons_and_when_it_was_answered(kantor: Kantor) -> None:
    kantor.play(until=Action.SUBMIT)
    kantor.send_back("PEL", TW2, ("1.2", "Cocokkan dengan register."), (None, "Lengkapi uraian."))
    (found,) = returns(kantor).kembali
    assert found.judul == "Seksi Pelayanan: laporan ke-1, pengembalian ke-1"
    assert (found.dikembalikan, found.diperbaiki) == ("10 Jul 2026\n07.30", "belum")
    assert [(a.nama, a.alasan) for a in found.alasan] == [
        ("Seluruh laporan", f"{REASON}\nLengkapi uraian."),
        ("Jumlah dokumen kependudukan", "Cocokkan dengan register."),
    ]
    kantor.at(7, 13, 9)
    kantor.submit()
    assert returns(kantor).kembali[0].diperbaiki == "13 Jul 2026\n09.00"


def test_a_return_of_bahan_is_told_without_the_title_of_one_kind_of_unit(kantor: Kantor) -> None:
    case = kantor.play(until=Action.SUBMIT_BAHAN)
    section_report.return_bahan(kantor.kasubag("PEL"), case.id, REASON, seen=case.versi)
    (opening,) = returns(kantor).pembuka
    assert "satu kali pengembalian bahan oleh kepala unit kerja" in opening


def test_without_a_return_the_recap_says_so(kantor: Kantor) -> None:
    paper = returns(kantor)
    assert paper.kembali == ()
    assert "Tidak ada laporan" in paper.pembuka[0]


def test_the_history_tells_every_act_with_time_against_norm(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 40)
    kantor.play()
    rows = history(kantor).baris
    assert [row.tindakan for row in rows] == [
        "Ditugaskan",
        "Diperintahkan kepada Analis",
        "Bahan Diajukan",
        "Diajukan",
        "Disetujui",
        "Diserahkan ke Kasubag Perencanaan",
    ]
    assert (rows[0].dipakai, rows[0].norma, rows[0].lewat) == ("10 menit", "15 menit", False)
    assert rows[4].norma == "1 jam"
    assert all(len(row.sidik) == 8 for row in rows)


def test_an_act_that_was_taken_back_stays_in_the_history_without_time(kantor: Kantor) -> None:
    case = kantor.play(until=Action.ORDER)
    withdrawal.withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    rows = history(kantor).baris
    assert [row.norma for row in rows] == ["15 menit", "-", "-"]
    assert rows[-1].tindakan == "Ditarik: Diperintahkan kepada Analis"


def test_the_receipt_names_the_report_and_stays_open_until_it_is_handed_over(kantor: Kantor) -> None:
    kantor.play(until=Action.APPROVE)
    open_one = receipt(kantor)
    assert open_one.naskah.kekurangan
    assert "...." in open_one.pembuka[0]
    kantor.hand_over()
    done = receipt(kantor)
    assert "Jumat, 10\N{NO-BREAK SPACE}Juli\N{NO-BREAK SPACE}2026" in done.pembuka[0]
    assert done.baris[0].keterangan == "laporan ke-1, disetujui 10 Juli 2026"
    assert done.baris[2].jumlah == "1 buah"


@pytest.mark.parametrize("kunci", ["riwayat_berkas", "tanda_terima", "sop_berjalan"])
def test_a_kasubag_makes_papers_of_his_own_seksi_alone(kantor: Kantor, kunci: str) -> None:
    assert office_papers.export(kantor.ctx(SITI, Role.KASUBAG), kunci, Pokok(2026, 2, "PEL"))
    with pytest.raises(WrongRole):
        office_papers.export(kantor.ctx(HASAN, Role.KASUBAG), kunci, Pokok(2026, 2, "PEL"))
