"""Rekap Ketepatan Waktu, Daftar Belum Menyerahkan and its message: norm and plan told apart, states told true."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.dokumen_sop import DaftarBelum, RekapWaktu
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.compose.office.punctuality import MAKS_PESAN
from tests.office import PLAN, SEKSI, Kantor
from tests.services.composing import PLANNER, composed

NONE = " telah diserahkan. Tidak ada seksi yang belum menyerahkan."
KOSONG = {"sebab": "", "tindak_lanjut": "", "catatan": ""}


def recap(kantor: Kantor) -> RekapWaktu:
    """The Rekap Ketepatan Waktu of TW II."""
    return composed(kantor, RekapWaktu, "rekap_waktu", Pokok(2026, 2), KOSONG)


def missing(kantor: Kantor) -> DaftarBelum:
    """The Daftar Belum Menyerahkan of TW II."""
    return composed(kantor, DaftarBelum, "belum_menyerahkan", Pokok(2026, 2), KOSONG)


def test_the_plan_counts_in_days_as_the_sop_reads(kantor: Kantor) -> None:
    kantor.assign()
    jadwal = recap(kantor).waktu[0]
    assert jadwal.langkah == ("10 Jul 16.30", "10 Jul 16.30", "13 Jul 16.00", "14 Jul 16.00", "14 Jul 16.00")


def test_a_cell_is_marked_by_the_norm_and_the_result_by_the_plan(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 40)
    kantor.assign("PEL")
    kantor.at(7, 10, 9, 0)
    kantor.order()
    kantor.submit_bahan()
    kantor.submit()
    kantor.approve()
    row = recap(kantor).waktu[1]
    assert row.terlambat == (False, True, False, False, False)
    assert (row.hasil, row.lewat) == ("tepat waktu", False)


def test_an_approval_after_the_plan_is_late_though_its_norm_was_kept(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kantor.order()
    kantor.submit_bahan()
    kantor.at(7, 15, 9)
    kantor.submit()
    kantor.approve()
    row = recap(kantor).waktu[1]
    assert not row.terlambat[-1]
    assert (row.hasil, row.lewat) == ("terlambat 1 hari", True)


def test_a_seksi_that_is_not_done_has_no_result_yet(kantor: Kantor) -> None:
    kantor.assign()
    assert {row.hasil for row in recap(kantor).waktu if not row.jadwal} == {"belum selesai"}


def test_the_summary_counts_the_cells_of_the_tables(kantor: Kantor) -> None:
    kantor.at(7, 10, 9, 0)
    kantor.assign("PEL")
    text = recap(kantor).ikhtisar[0].replace("\N{NO-BREAK SPACE}", " ")
    assert text == (
        "Dari satu langkah yang selesai pada Triwulan II, belum ada yang sesuai norma. "
        "Langkah 1 di Seksi Pelayanan selesai 1 jam 15 menit setelah batas waktu."
    )


def test_step_six_is_judged_by_norm_and_by_plan(kantor: Kantor) -> None:
    for seksi in SEKSI:
        kantor.play(seksi.kode)
    sixth = recap(kantor).langkah6
    assert (sixth.diterima, sixth.batas, sixth.jadwal) == ("10 Jul 07.30", "13 Jul 16.00", "15 Jul 16.00")
    assert sixth.hasil == "belum selesai"


def test_missing_are_the_seksi_that_have_not_handed_over(kantor: Kantor) -> None:
    kantor.play("PEL")
    kantor.at(7, 16, 10)
    rows = missing(kantor).baris
    assert [(b.seksi, b.tahap, b.terlambat) for b in rows] == [
        ("Seksi Pemerintahan", "Belum Ditugaskan", "2"),
        ("Seksi Ketenteraman", "Belum Ditugaskan", "2"),
    ]
    assert rows[0].keterangan == "Berkas pada Camat"


def test_when_all_have_handed_over_the_list_is_one_sentence(kantor: Kantor) -> None:
    for seksi in SEKSI:
        kantor.play(seksi.kode)
    paper = missing(kantor)
    assert paper.baris == ()
    assert paper.pembuka[0].endswith(": laporan seluruh tiga seksi" + NONE)


def test_an_office_of_one_seksi_is_not_told_of_all_of_them(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        plan = replace(PLAN, indikator=tuple(i for i in PLAN.indikator if i.seksi == "PEL"))
        unit.planning.put_rencana(plan)
        unit.commit()
    kantor.play("PEL")
    assert missing(kantor).pembuka[0].endswith(": laporan seksi" + NONE)


def test_the_message_thanks_before_it_asks_and_names_each_seksi_on_a_line(kantor: Kantor) -> None:
    kantor.play("PEL")
    text = office_papers.message(kantor.ctx(*PLANNER), "belum_menyerahkan", Pokok(2026, 2))
    lines = text.splitlines()
    assert lines[0].startswith("Yth. Bapak/Ibu Kasi. Terima kasih kepada satu seksi")
    assert lines[2:4] == ["- Seksi Pemerintahan: belum ditugaskan", "- Seksi Ketenteraman: belum ditugaskan"]
    assert lines[-1] == "Mohon diserahkan paling lambat 14 Juli 2026 pukul 16.00."


@pytest.mark.parametrize("letters", [20, 120, 400])
def test_the_message_stays_short_however_long_the_names_are(kantor: Kantor, letters: int) -> None:
    with kantor.store.unit() as unit:
        for seksi in SEKSI:
            unit.people.put_seksi(replace(seksi, nama=seksi.nama.ljust(letters, "a")))
        unit.commit()
    text = office_papers.message(kantor.ctx(*PLANNER), "belum_menyerahkan", Pokok(2026, 2))
    assert len(text) <= MAKS_PESAN
    assert text.endswith("pukul 16.00.")
