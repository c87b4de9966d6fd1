"""Days and hours in Indonesian words."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from kinerja_desktop.domain.tanggal import (
    format_baris,
    format_bulan,
    format_hari_tanggal,
    format_hari_waktu,
    format_singkat,
    format_tanggal,
    format_tanggal_waktu,
    format_waktu,
    kata_hari,
    nama_bulan,
    nama_hari,
    read_tanggal,
)

WITA = timezone(timedelta(hours=8), "WITA")
SEKARANG = datetime(2026, 7, 14, 15, 12, tzinfo=WITA)
SENIN = datetime(2026, 7, 13, 14, 5, tzinfo=WITA)


def test_papers_write_days_without_leading_zero() -> None:
    assert format_tanggal(date(2026, 4, 10)) == "10 April 2026"
    assert format_tanggal(date(2026, 2, 1)) == "1 Februari 2026"
    assert format_bulan(date(2026, 11, 3)) == "November 2026"
    assert format_hari_tanggal(SEKARANG) == "Selasa, 14 Juli 2026"


def test_hours_have_a_dot() -> None:
    assert format_waktu(SENIN) == "14.05"
    assert format_waktu(time(7, 30)) == "07.30"


def test_names_of_weekdays_and_months() -> None:
    week = [nama_hari(date(2026, 7, 13) + timedelta(days=n)) for n in range(7)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    assert [nama_bulan(n) for n in (1, 5, 8, 12)] == ["Januari", "Mei", "Agustus", "Desember"]


@pytest.mark.parametrize(
    ("waktu", "baris"),
    [
        (datetime(2026, 7, 14, 14, 41, tzinfo=WITA), "hari ini, 14.41"),
        (datetime(2026, 7, 15, 7, 39, tzinfo=WITA), "besok, 07.39"),
        (SENIN, "Senin 13 Juli, 14.05"),
        (datetime(2026, 7, 16, 16, 0, tzinfo=WITA), "Kamis 16 Juli, 16.00"),
        (datetime(2025, 12, 29, 9, 0, tzinfo=WITA), "Senin 29 Desember 2025, 09.00"),
    ],
)
def test_rows_name_today_and_tomorrow_by_word(waktu: datetime, baris: str) -> None:
    assert format_baris(waktu, sekarang=SEKARANG) == baris


def test_sentences_and_cells_are_shorter() -> None:
    assert format_tanggal_waktu(SENIN, sekarang=SEKARANG) == "13 Juli 14.05"
    assert format_tanggal_waktu(SENIN, sekarang=date(2027, 1, 4)) == "13 Juli 2026 14.05"
    assert format_hari_waktu(SEKARANG, sekarang=SEKARANG) == "Selasa 14 Juli, 15.12"
    assert format_singkat(datetime(2026, 8, 3, 9, 40, tzinfo=WITA)) == "3 Agu 09.40"


def test_the_word_for_a_day_looks_at_days_not_hours() -> None:
    late = datetime(2026, 7, 14, 23, 59, tzinfo=WITA)
    assert kata_hari(date(2026, 7, 15), late) == "besok"
    assert kata_hari(SENIN, late) == ""


@pytest.mark.parametrize("teks", ["1-7-2026", "01/07/2026", " 1.7.2026 ", "1 Juli 2026", "1 jul 2026", "1  JULI  2026"])
def test_a_typed_day_is_read(teks: str) -> None:
    assert read_tanggal(teks) == date(2026, 7, 1)


@pytest.mark.parametrize("teks", ["", "kemarin", "31-2-2026", "1-13-2026", "1 Jumat 2026", "1-7-26", "2026-07-01"])
def test_what_is_no_day_is_refused(teks: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_tanggal(teks)
