"""Pemantauan: flow, matrix of times, and the capaian of approved reports alone."""

import pytest

from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import monitoring
from kinerja_desktop.services.monitoring import KeadaanLangkah, PemantauanView
from tests.office import TW1, TW2, Kantor

L, S = Langkah, KeadaanLangkah


def cells(view: PemantauanView, seksi: str) -> list[tuple[str, KeadaanLangkah]]:
    row = next(r for r in view.matriks if r.seksi.kode == seksi)
    return [(sel.teks, sel.keadaan) for sel in row.sel]


def flow(view: PemantauanView) -> list[tuple[str, KeadaanLangkah]]:
    return [(step.keterangan, step.keadaan) for step in view.alur]


def test_before_the_day_nothing_runs(kantor: Kantor) -> None:
    kantor.at(7, 6, 9)
    view = monitoring.load(kantor.kabid)
    assert view.kosong == "Triwulan II belum dimulai. Penugasan dibuka 10 Juli 2026."
    assert cells(view, "PEL") == [("–", S.BELUM)] * 5
    assert flow(view) == [("belum dimulai", S.BELUM)] * 5 + [("menunggu 3 dari 3", S.BELUM)]


def test_from_the_morning_on_step_one_runs(kantor: Kantor) -> None:
    view = monitoring.load(kantor.kabid)
    assert cells(view, "PEL")[0] == ("sampai 07.45", S.HARI_INI)
    assert flow(view)[0] == ("3 unit", S.BERJALAN)
    kantor.at(7, 13, 9)
    late = monitoring.load(kantor.kabid)
    assert cells(late, "PEL")[0] == ("terlambat 1 hari", S.TERLAMBAT)
    assert (late.terlambat, late.alur[0].terlambat) == (3, 3)


def test_what_is_late_says_so_first_and_shortly(kantor: Kantor) -> None:
    kantor.at(7, 13, 9)
    cell = monitoring.load(kantor.kabid).matriks[0].sel[0]
    assert cell.ringkas == "+1 hari"
    assert cell.petunjuk.startswith("Terlambat 1 hari. Berjalan ")


def test_an_office_without_a_plan_has_finished_nothing(kantor: Kantor) -> None:
    view = monitoring.load(kantor.kabid, Triwulan(2027, 1))
    assert flow(view) == [("belum dimulai", S.BELUM)] * 6
    assert view.kosong.startswith("Rencana kinerja 2027 belum berisi indikator. Unit muncul di sini setelah ")


@pytest.fixture
def afternoon(kantor: Kantor) -> Kantor:
    """14 July, 15.12: one returned, one under review, one that was ordered late and whose bahan is late."""
    kantor.at(7, 10, 7, 40)
    kantor.assign()
    kantor.at(7, 10, 7, 52)
    kantor.order("PEL")
    kantor.order("PEM")
    kantor.at(7, 10, 9, 0)
    kantor.order("TRA")
    kantor.at(7, 13, 10, 55)
    kantor.submit_bahan("PEL")
    kantor.submit_bahan("PEM")
    kantor.at(7, 13, 14, 5)
    kantor.submit("PEL")
    kantor.at(7, 14, 14, 58)
    kantor.submit("PEM")
    kantor.send_back("PEL")
    kantor.at(7, 14, 15, 12)
    return kantor


def test_the_matrix_weighs_each_step_against_its_norm(afternoon: Kantor) -> None:
    view = monitoring.load(afternoon.kabid)
    assert cells(view, "PEM") == [
        ("10 menit", S.SELESAI),
        ("12 menit", S.SELESAI),
        ("13 Jul 10.55", S.SELESAI),
        ("14 Jul 14.58", S.SELESAI),
        ("sampai 15.58", S.HARI_INI),
    ]
    assert cells(view, "TRA")[1:3] == [("1 jam 20 menit", S.SELESAI_LEWAT), ("terlambat 1 hari", S.TERLAMBAT)]
    assert view.matriks[0].seksi.kode == "TRA"  # late first
    assert view.kepala_kolom[0] == ("1 Tugas", "15 menit")


def test_what_was_returned_is_being_repaired_and_not_yet_checked(afternoon: Kantor) -> None:
    view = monitoring.load(afternoon.kabid)
    assert cells(view, "PEL")[3:] == [("diperbaiki", S.DIPERBAIKI), ("–", S.BELUM)]
    assert (view.disetujui, view.menunggu_pemeriksaan, view.perlu_perbaikan, view.terlambat) == (0, 1, 1, 1)


def test_the_flow_counts_who_stands_where(afternoon: Kantor) -> None:
    view = monitoring.load(afternoon.kabid)
    assert flow(view) == [
        ("selesai · 3 unit", S.SELESAI),
        ("selesai · 3 unit", S.SELESAI),
        ("1 unit", S.TERLAMBAT),
        ("1 unit memperbaiki", S.DIPERBAIKI),
        ("1 unit", S.BERJALAN),
        ("menunggu 3 dari 3", S.BELUM),
    ]
    assert view.alur[4].case_ids == (afternoon.case("PEM").id,)


def test_the_sixth_step_waits_for_hand_overs(kantor: Kantor) -> None:
    kantor.play("PEL")
    kantor.play("PEM", until=Action.APPROVE)
    assert flow(monitoring.load(kantor.kabid))[5] == ("menunggu 2 dari 3", S.BELUM)
    kantor.hand_over("PEM")
    kantor.play("TRA")
    assert flow(monitoring.load(kantor.kabid))[5] == ("disusun", S.BERJALAN)
    kantor.at(7, 15, 9)
    assert flow(monitoring.load(kantor.kabid))[5] == ("disusun", S.TERLAMBAT)


def test_capaian_is_that_of_the_newest_quarter_approved_whole(kantor: Kantor) -> None:
    kantor.at(4, 10, 8)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, TW1)
    kantor.at(7, 10, 8)
    kantor.play("PEL", TW2)
    capaian = monitoring.load_capaian(kantor.kabid, TW2)
    assert (capaian.triwulan, capaian.disetujui, capaian.jumlah) == (TW1, 1, 3)
    assert capaian.keterangan == (
        "Capaian Triwulan II belum ada karena baru 1 dari 3 laporan disetujui. Yang ditampilkan Triwulan I 2026."
    )
    assert [(b.judul, b.teks, b.tercapai) for b in capaian.sasaran] == [
        ("Meningkatnya kualitas pelayanan administrasi kecamatan", "108,62", True),
        ("Meningkatnya kepuasan masyarakat", "100,00", True),
        ("Tertatanya desa", "97,50", False),
        ("Terjaganya ketenteraman", "108,33", True),
    ]
    assert (capaian.rata_rata, capaian.kategori, capaian.serapan) == ("105,76%", "Sangat Tinggi", "20,00%")
    assert capaian.efisiensi == "Efisiensi 85,76 poin, efisien."


def test_without_approved_reports_there_is_no_capaian(kantor: Kantor) -> None:
    capaian = monitoring.load_capaian(kantor.kabid)
    assert (capaian.triwulan, capaian.sasaran, capaian.rata_rata) == (None, (), "–")


def test_the_seksi_do_not_watch_one_another(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        monitoring.load(kantor.kasubag("PEL"))


def test_a_time_says_who_when_and_against_which_limit(afternoon: Kantor) -> None:
    told = {row.seksi.kode: [sel.petunjuk for sel in row.sel] for row in monitoring.load(afternoon.kabid).matriks}
    assert told["PEM"][0].endswith("10 menit (jam kantor). Batas SOP 15 menit.")
    assert told["PEM"][0].startswith("Selesai Jumat 10 Juli, 07.40 oleh ")
    assert told["TRA"][1].endswith("1 jam 20 menit (jam kantor). Batas SOP 15 menit, jadi melewati batas.")
    assert told["PEM"][4].endswith("Batas SOP 1 jam, sampai Selasa 14 Juli, 15.58.")
    assert told["PEL"][4] == "Belum dimulai. Batas SOP 1 jam."
