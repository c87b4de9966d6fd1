"""Years of holidays: filled, edited, confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.errors import StaleWrite, WrongRole
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur
from kinerja_desktop.services import calendar_table
from tests.office import ANDI, JOKO, TW2, Kantor


@pytest.fixture
def empty(kantor: Kantor) -> Kantor:
    """An office whose years 2030 and later are not there."""
    kantor.at(3, 4, 8, tahun=2030)
    return kantor


def test_a_missing_year_is_filled_with_its_proposal_unconfirmed(empty: Kantor) -> None:
    view = calendar_table.load(empty.ctx(JOKO), 2030)

    assert view.tabel.hari_libur
    assert not view.tabel.dikonfirmasi
    assert view.keterangan == "Kalender 2030 berisi perkiraan. Cocokkan dengan SKB, lalu tekan Konfirmasi."
    assert {2030, 2031} <= set(view.tahun)
    assert calendar_table.unconfirmed_years(empty.ctx(ANDI)) == (2030, 2031)


def test_a_confirmed_year_is_no_longer_told(empty: Kantor) -> None:
    view = calendar_table.load(empty.ctx(JOKO), 2030)
    calendar_table.confirm_year(empty.ctx(JOKO), 2030, view.versi)

    assert calendar_table.unconfirmed_years(empty.ctx(ANDI)) == (2031,)
    with empty.store.read() as unit:
        office = calendar_table.kalender(unit)
    assert calendar_table.unconfirmed(office, date(2030, 5, 1), None) is None
    assert calendar_table.unconfirmed(office, date(2031, 5, 1)) == "kalender 2031 belum dikonfirmasi"


def test_a_local_holiday_moves_the_day_of_the_order(kantor: Kantor) -> None:
    view = calendar_table.load(kantor.ctx(JOKO), 2026)
    day = HariLibur(date(2026, 7, 10), "Hari jadi", JenisLibur.LOKAL)
    calendar_table.save_year(kantor.ctx(JOKO), replace(view.tabel, hari_libur=(day,)), view.versi)

    with kantor.store.read() as unit:
        assert calendar_table.tanggal_penugasan(unit, TW2).date() == date(2026, 7, 13)
    shown = calendar_table.load(kantor.ctx(JOKO), 2026).contoh
    assert "Triwulan II 2026: 13 Juli 2026 → 1 hari kerja: 14 Juli 16.00" in shown


def test_a_stale_table_is_refused(kantor: Kantor) -> None:
    view = calendar_table.load(kantor.ctx(JOKO), 2026)
    calendar_table.confirm_year(kantor.ctx(JOKO), 2026, view.versi)

    with pytest.raises(StaleWrite):
        calendar_table.save_year(kantor.ctx(JOKO), view.tabel, view.versi)


def test_only_the_admin_edits(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        calendar_table.load(kantor.kabid)
