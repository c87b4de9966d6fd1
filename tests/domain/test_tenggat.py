"""Limits seen from now, in the words of the screens. Now is Tuesday 14 July 2026, 15.12, unless said."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.tenggat import (
    JenisTenggat,
    Kelompok,
    format_lama,
    kata_lewat,
    kata_sel,
    kata_tenggat,
    keterangan_tenggat,
    lama_dipakai,
    petunjuk_tenggat,
    tenggat_of,
)

WITA = Zona.WITA.tzinfo
SEKARANG = "07-14 15:12"


J = JenisTenggat


def at(text: str) -> datetime:
    """A moment in WITA; of 2026 if the year is left out ("07-14 15:12")."""
    return datetime.fromisoformat(text if text[4] == "-" else f"2026-{text}").replace(tzinfo=WITA)


@pytest.mark.parametrize(
    ("batas", "sekarang", "jenis", "kata", "keterangan"),
    [
        ("07-16 16:00", SEKARANG, J.LEBIH_SEHARI, "masih 2 hari kerja", "sampai Kamis 16 Juli, 16.00"),
        ("07-16 07:39", SEKARANG, J.LEBIH_SEHARI, "masih 2 hari kerja", "sampai Kamis 16 Juli, 07.39"),
        ("08-04 16:00", SEKARANG, J.LEBIH_SEHARI, "masih 15 hari kerja", "sampai Selasa 4 Agustus, 16.00"),
        ("07-15 07:39", SEKARANG, J.BESOK, "besok sampai 07.39", "masih 57 menit kerja"),
        ("07-15 16:00", SEKARANG, J.BESOK, "besok sampai 16.00", ""),
        ("07-13 07:39", "07-10 16:21", J.BESOK, "Senin sampai 07.39", "masih 18 menit kerja"),
        ("07-13 07:39", "07-11 10:00", J.BESOK, "Senin sampai 07.39", "masih 9 menit kerja"),
        ("07-13 07:39", "07-12 10:00", J.BESOK, "besok sampai 07.39", "masih 9 menit kerja"),
        ("03-25 16:00", "03-17 09:00", J.BESOK, "Rabu 25 Maret sampai 16.00", ""),
        ("07-14 16:00", "07-14 09:00", J.HARI_INI, "hari ini sampai 16.00", ""),
        ("07-14 15:41", SEKARANG, J.SEJAM_TERAKHIR, "hari ini sampai 15.41", "masih 29 menit"),
        ("07-14 16:00", "07-14 15:00", J.SEJAM_TERAKHIR, "hari ini sampai 16.00", "masih 1 jam"),
        ("07-14 16:00", "07-14 14:59", J.HARI_INI, "hari ini sampai 16.00", ""),
        ("07-14 13:20", "07-14 11:50", J.SEJAM_TERAKHIR, "hari ini sampai 13.20", "masih 30 menit kerja"),
        ("07-14 07:45", "07-14 06:00", J.SEJAM_TERAKHIR, "hari ini sampai 07.45", "masih 15 menit kerja"),
        ("07-14 15:41", "07-14 15:41:50", J.SEJAM_TERAKHIR, "hari ini sampai 15.41", "kurang dari 1 menit"),
        ("07-14 15:41", "07-14 15:42", J.LEWAT_HARI_INI, "lewat 1 menit", "batas hari ini, 15.41"),
        ("07-14 14:52", SEKARANG, J.LEWAT_HARI_INI, "lewat 20 menit", "batas hari ini, 14.52"),
        ("07-14 11:50", "07-14 13:10", J.LEWAT_HARI_INI, "lewat 1 jam 20 menit", "batas hari ini, 11.50"),
        ("07-14 16:00", "07-14 17:00", J.LEWAT_HARI_INI, "lewat 1 jam", "batas hari ini, 16.00"),
        ("07-13 15:05", SEKARANG, J.TERLAMBAT, "terlambat 1 hari kerja", "batas Senin 13 Juli, 15.05"),
        ("07-10 16:30", "07-11 10:00", J.TERLAMBAT, "terlambat 1 hari kerja", "batas Jumat 10 Juli, 16.30"),
        ("07-10 16:30", SEKARANG, J.TERLAMBAT, "terlambat 2 hari kerja", "batas Jumat 10 Juli, 16.30"),
        (
            "2025-12-31 16:00",
            "01-05 09:00",
            J.TERLAMBAT,
            "terlambat 2 hari kerja",
            "batas Rabu 31 Desember 2025, 16.00",
        ),
    ],
)
def test_words_of_a_row(
    kalender: Kalender, batas: str, sekarang: str, *, jenis: JenisTenggat, kata: str, keterangan: str
) -> None:
    tenggat = tenggat_of(at(batas), at(sekarang), kalender)
    assert tenggat.jenis is jenis
    assert kata_tenggat(tenggat) == kata
    assert keterangan_tenggat(tenggat) == keterangan


def test_what_is_left_over_night_is_office_time(kalender: Kalender) -> None:
    """One hour given at 15.09: 51 minutes today, 9 tomorrow; at 15.12 there are 57 left."""
    tenggat = tenggat_of(at("07-15 07:39"), at("07-14 15:12"), kalender)
    assert (tenggat.menit, tenggat.menit_kerja) == (57, True)


def test_without_limit(kalender: Kalender) -> None:
    tenggat = tenggat_of(None, at(SEKARANG), kalender)
    assert kata_tenggat(tenggat) == "tanpa batas waktu"
    assert keterangan_tenggat(tenggat) == petunjuk_tenggat(tenggat) == ""
    assert kata_sel(tenggat) == "–"


@pytest.mark.parametrize(
    ("batas", "petunjuk", "sel"),
    [
        ("07-16 16:00", "sampai Kamis 16 Juli, 16.00", "sampai 16 Jul"),
        ("07-15 07:39", "sampai Rabu 15 Juli, 07.39", "besok 07.39"),
        ("07-14 16:00", "sampai Selasa 14 Juli, 16.00", "sampai 16.00"),
        ("07-14 14:52", "batas Selasa 14 Juli, 14.52", "lewat 20 menit"),
        ("07-13 15:05", "batas Senin 13 Juli, 15.05", "terlambat 1 hari"),
    ],
)
def test_words_of_tooltip_and_cell(kalender: Kalender, batas: str, petunjuk: str, sel: str) -> None:
    tenggat = tenggat_of(at(batas), at(SEKARANG), kalender)
    assert petunjuk_tenggat(tenggat) == petunjuk
    assert kata_sel(tenggat) == sel


@pytest.mark.parametrize(
    ("batas", "kata"),
    [
        ("07-14 15:41", ""),
        ("07-14 14:52", "+20 menit"),
        ("07-14 13:30", "+1 jam"),
        ("07-13 15:05", "+1 hari"),
    ],
)
def test_the_shortest_words_of_what_is_late(kalender: Kalender, batas: str, kata: str) -> None:
    assert kata_lewat(tenggat_of(at(batas), at(SEKARANG), kalender)) == kata


def test_a_year_that_nobody_confirmed_is_said(kalender: Kalender) -> None:
    tenggat = tenggat_of(at("2027-01-13 16:00"), at("2027-01-13 15:31"), kalender)
    assert keterangan_tenggat(tenggat) == "masih 29 menit · kalender 2027 belum dikonfirmasi"
    assert petunjuk_tenggat(tenggat) == "sampai Rabu 13 Januari, 16.00 · kalender 2027 belum dikonfirmasi"


@pytest.mark.parametrize(
    ("sekarang", "kata", "keterangan", "sel"),
    [
        (
            "2009-01-01 00:03", "sampai 15 Juli 2026",
            "sampai Rabu 15 Juli 2026, 16.00 · kalender 2009 belum diisi", "sampai 15 Jul",
        ),
        ("2036-01-01 09:00", "terlambat", "batas Rabu 15 Juli 2026, 16.00 · kalender 2029 belum diisi", "terlambat"),
    ],
)  # fmt: skip
def test_a_clock_that_is_years_off_breaks_nothing(
    kalender: Kalender, sekarang: str, kata: str, keterangan: str, sel: str
) -> None:
    tenggat = tenggat_of(at("07-15 16:00"), at(sekarang), kalender)
    assert kata_tenggat(tenggat) == kata
    assert keterangan_tenggat(tenggat) == keterangan
    assert kata_sel(tenggat) == sel


def test_the_inbox_groups_and_sorts_by_limit(kalender: Kalender) -> None:
    limits = ("07-16 16:00", None, "07-14 15:58", "07-14 14:52", "07-13 15:05", "07-14 15:41")
    daftar = sorted(
        (tenggat_of(None if limit is None else at(limit), at(SEKARANG), kalender) for limit in limits),
        key=lambda tenggat: tenggat.urutan,
    )
    assert [(t.kelompok, t.batas and f"{t.batas:%d %H.%M}") for t in daftar] == [
        (Kelompok.TERLAMBAT, "13 15.05"),
        (Kelompok.TERLAMBAT, "14 14.52"),
        (Kelompok.HARI_INI, "14 15.41"),
        (Kelompok.HARI_INI, "14 15.58"),
        (Kelompok.BERIKUTNYA, "16 16.00"),
        (Kelompok.TANPA_BATAS, None),
    ]
    assert [k.value for k in Kelompok] == ["Terlambat", "Hari ini", "Berikutnya", "Tanpa batas"]


def test_moments_are_told_in_the_office_zone(kalender: Kalender) -> None:
    tenggat = tenggat_of(datetime(2026, 7, 14, 7, 41, tzinfo=UTC), datetime(2026, 7, 14, 7, 12, tzinfo=UTC), kalender)
    assert kata_tenggat(tenggat) == "hari ini sampai 15.41"


@pytest.mark.parametrize(
    ("menit", "tulisan"),
    [(0, "kurang dari 1 menit"), (1, "1 menit"), (59, "59 menit"), (60, "1 jam"), (80, "1 jam 20 menit")],
)
def test_durations(menit: int, tulisan: str) -> None:
    assert format_lama(menit) == tulisan


def test_time_used_is_office_time(kalender: Kalender) -> None:
    assert lama_dipakai(at("07-10 11:00"), at("07-10 13:50"), kalender) == "1 jam 20 menit"


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(WITA))  # noqa: DTZ001 (the strategy adds the zone)


@given(batas=moments, one=moments, other=moments)
def test_as_time_goes_by_a_limit_only_comes_nearer(
    kalender: Kalender, batas: datetime, one: datetime, other: datetime
) -> None:
    first, second = (tenggat_of(batas, now, kalender) for now in sorted((one, other)))
    assert second.urutan <= first.urutan
    assert kata_tenggat(second)


@given(batas=moments, sekarang=moments)
def test_red_means_late(kalender: Kalender, batas: datetime, sekarang: datetime) -> None:
    tenggat = tenggat_of(batas, sekarang, kalender)
    assert (tenggat.kelompok is Kelompok.TERLAMBAT) == kalender.is_late(batas, sekarang)
