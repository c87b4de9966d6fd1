"""Proposed tables of holidays: the decrees that travel along, and estimates for other years."""

import sys
from datetime import date, timedelta

import pytest

from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, Kalender, KalenderTahun
from kinerja_desktop.domain.norma import NormaHariKerja
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange.hari_libur import SUMBER_PERKIRAAN, usulan_kalender

# SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025.
LIBUR_2026 = "1/1 16/1 17/2 19/3 21/3 22/3 3/4 5/4 1/5 14/5 27/5 31/5 1/6 16/6 17/8 25/8 25/12"
CUTI_2026 = "16/2 18/3 20/3 23/3 24/3 15/5 28/5 24/12"


def days_of(table: KalenderTahun, jenis: JenisLibur) -> str:
    return " ".join(f"{d.tanggal.day}/{d.tanggal.month}" for d in table.hari_libur if d.jenis is jenis)


def test_2026_is_the_decree() -> None:
    table = usulan_kalender(2026)
    assert days_of(table, JenisLibur.LIBUR_NASIONAL) == LIBUR_2026
    assert days_of(table, JenisLibur.CUTI_BERSAMA) == CUTI_2026
    assert (table.ramadan_mulai, table.ramadan_selesai) == (date(2026, 2, 19), date(2026, 3, 20))
    assert "Nomor 1497 Tahun 2025" in table.sumber
    assert not table.dikonfirmasi


def test_2025_is_the_decree_with_its_change() -> None:
    table = usulan_kalender(2025)
    assert len(table.hari_libur) == 28
    assert (
        HariLibur(date(2025, 8, 18), "Cuti bersama Proklamasi Kemerdekaan", JenisLibur.CUTI_BERSAMA) in table.hari_libur
    )
    assert (table.ramadan_mulai, table.ramadan_selesai) == (date(2025, 3, 1), date(2025, 3, 30))


def test_the_decrees_give_the_plan_of_2026() -> None:
    kalender = Kalender((usulan_kalender(2025), usulan_kalender(2026)))
    starts = [kalender.tanggal_penugasan(q) for q in (Triwulan(2025, 4), *Triwulan.of_year(2026)[:3])]
    assert [f"{start:%d/%m}" for start in starts] == ["12/01", "10/04", "10/07", "12/10"]
    fixed = kalender.opening(date(2026, 1, 14))
    assert kalender.due(NormaHariKerja(15), fixed) == kalender.closing(date(2026, 2, 5))
    assert kalender.workdays_between(date(2025, 12, 31), date(2026, 12, 31)) == 240


@pytest.mark.parametrize("tahun", [2024, 2027, 2030, 2031, 2032, 2033, 2045])
def test_other_years_are_estimated_and_usable(tahun: int) -> None:
    table = usulan_kalender(tahun)
    assert table.tahun == tahun
    assert table.sumber == SUMBER_PERKIRAAN
    assert not table.dikonfirmasi
    assert len(table.hari_libur) >= 16
    assert [d.tanggal for d in table.hari_libur] == sorted({d.tanggal for d in table.hari_libur})
    assert table.ramadan_mulai is not None
    assert table.ramadan_selesai is not None
    assert table.ramadan_selesai - table.ramadan_mulai == timedelta(days=29)
    assert table.ramadan_selesai + timedelta(days=1) in table.days_off


def test_a_ramadan_may_begin_in_the_year_before() -> None:
    table = usulan_kalender(2031)
    assert table.ramadan_mulai is not None
    assert table.ramadan_mulai.year == 2030


def test_a_year_with_two_idul_fitri_takes_the_later_ramadan() -> None:
    assert usulan_kalender(2033).ramadan_selesai == date(2033, 12, 22)


def test_decrees_need_no_estimates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)  # an import would now fail
    assert usulan_kalender(2026).hari_libur
