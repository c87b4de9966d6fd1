"""Working days, office time and the ends of norms, on the holidays of 2026."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import JamKerjaSalah, KalenderKosong, KalenderSalah, SebabKalender
from kinerja_desktop.domain.jam_kerja import JamHari, JamKerja, Zona
from kinerja_desktop.domain.kalender import AturanLibur, HariLibur, JenisLibur, Kalender, KalenderTahun
from kinerja_desktop.domain.norma import Norma, NormaHariKerja, NormaMenit, SelesaiHariItu, TanpaBatas
from kinerja_desktop.domain.tanggal import nama_hari
from kinerja_desktop.domain.triwulan import Triwulan

WITA = Zona.WITA.tzinfo


def at(text: str) -> datetime:
    """A moment of 2026 in WITA: "10/07 08.10" or "10/07 08.10.30"."""
    pattern = "%Y/%d/%m %H.%M.%S" if text.count(".") == 2 else "%Y/%d/%m %H.%M"
    return datetime.strptime(f"2026/{text}", pattern).replace(tzinfo=WITA)


# --- days ---


@pytest.mark.parametrize(
    ("tahun", "names"),
    [
        (2025, ["Jumat", "Kamis", "Kamis", "Jumat"]),
        (2026, ["Sabtu", "Jumat", "Jumat", "Sabtu"]),
        (2027, ["Minggu", "Sabtu", "Sabtu", "Minggu"]),
        (2028, ["Senin", "Senin", "Senin", "Selasa"]),
    ],
)
def test_weekday_of_the_tenth_of_each_quarter(tahun: int, names: list[str]) -> None:
    assert [nama_hari(q.first_day.replace(day=10)) for q in Triwulan.of_year(tahun)] == names


def test_2026_has_240_working_days(kalender: Kalender) -> None:
    assert kalender.workdays_between(date(2025, 12, 31), date(2026, 12, 31)) == 240


@pytest.mark.parametrize(
    ("tanggal", "works"),
    [
        (date(2026, 7, 13), True),
        (date(2026, 7, 11), False),
        (date(2026, 7, 12), False),
        (date(2026, 8, 17), False),
        (date(2026, 12, 24), False),
    ],
)
def test_weekends_holidays_and_cuti_bersama_are_off(kalender: Kalender, tanggal: date, works: bool) -> None:
    assert kalender.is_workday(tanggal) == works


def test_steps_over_idul_fitri(kalender: Kalender) -> None:
    assert kalender.next_workday(date(2026, 3, 17)) == date(2026, 3, 25)
    assert kalender.workday_until(date(2026, 3, 24)) == date(2026, 3, 17)
    assert kalender.workday_from(date(2026, 3, 25)) == date(2026, 3, 25)
    assert kalender.add_workdays(date(2026, 3, 16), 3) == date(2026, 3, 26)
    assert kalender.add_workdays(date(2026, 3, 16), 0) == date(2026, 3, 16)


@given(start=st.dates(date(2025, 1, 1), date(2026, 12, 1)), n=st.integers(0, 40))
def test_adding_working_days_agrees_with_counting_them(kalender: Kalender, start: date, n: int) -> None:
    assert kalender.workdays_between(start, kalender.add_workdays(start, n)) == n


def test_a_year_without_a_table_is_said_not_guessed(kalender: Kalender) -> None:
    with pytest.raises(KalenderKosong) as refused:
        kalender.due(NormaHariKerja(1), datetime(2028, 12, 29, 9, 0, tzinfo=WITA))
    assert refused.value.tahun == 2029


# --- hours ---


@pytest.mark.parametrize(
    ("tanggal", "opening", "closing", "minutes"),
    [
        (date(2026, 7, 13), time(7, 30), time(16, 0), 450),
        (date(2026, 7, 10), time(7, 30), time(16, 30), 450),
        (date(2026, 2, 18), time(7, 30), time(16, 0), 450),
        (date(2026, 2, 19), time(8, 0), time(15, 0), 390),
        (date(2026, 2, 20), time(8, 0), time(15, 30), 390),
        (date(2026, 3, 25), time(7, 30), time(16, 0), 450),
    ],
)
def test_office_hours_of_a_day(kalender: Kalender, tanggal: date, opening: time, closing: time, minutes: int) -> None:
    opens, closes = kalender.opening(tanggal), kalender.closing(tanggal)
    assert (opens.time(), closes.time()) == (opening, closing)
    assert kalender.office_minutes_between(opens, closes) == minutes


def test_a_week_has_37_hours_30_and_32_30_in_ramadan(kalender: Kalender) -> None:
    assert kalender.office_minutes_between(at("06/07 00.00"), at("13/07 00.00")) == 2250
    assert kalender.office_minutes_between(at("23/02 00.00"), at("02/03 00.00")) == 1950


def test_a_ramadan_that_begins_in_december_belongs_to_the_next_year() -> None:
    table = KalenderTahun(2031, (), date(2030, 12, 26), date(2031, 1, 24))
    kalender = Kalender((KalenderTahun(2030, ()), table))
    assert kalender.is_ramadan(date(2030, 12, 30))
    assert not kalender.is_ramadan(date(2030, 12, 25))
    assert kalender.is_ramadan(date(2031, 1, 24))
    assert not kalender.is_ramadan(date(2031, 1, 25))


@pytest.mark.parametrize(
    ("mulai", "selesai", "menit"),
    [
        ("14/07 15.12", "14/07 15.41", 29),
        ("14/07 15.12", "15/07 07.39", 57),
        ("14/07 11.30", "14/07 13.30", 60),
        ("14/07 12.10", "14/07 12.50", 0),
        ("10/07 11.00", "10/07 13.30", 60),
        ("10/07 16.00", "13/07 08.00", 60),
        ("11/07 09.00", "12/07 09.00", 0),
        ("14/07 15.41", "14/07 15.12", 0),
        ("14/07 15.12.59", "14/07 15.41.01", 29),
    ],
)
def test_office_time_leaves_out_breaks_nights_and_days_off(
    kalender: Kalender, mulai: str, selesai: str, menit: int
) -> None:
    assert kalender.office_minutes_between(at(mulai), at(selesai)) == menit


# --- norms ---


@pytest.mark.parametrize(
    ("norma", "mulai", "batas"),
    [
        (NormaMenit(15), "10/07 08.10", "10/07 08.25"),
        (NormaMenit(60), "14/07 14.41", "14/07 15.41"),
        (NormaMenit(60), "14/07 15.09", "15/07 07.39"),
        (NormaMenit(60), "14/07 15.00", "14/07 16.00"),
        (NormaMenit(60), "14/07 11.30", "14/07 13.30"),
        (NormaMenit(30), "14/07 11.30", "14/07 12.00"),
        (NormaMenit(15), "14/07 12.20", "14/07 13.15"),
        (NormaMenit(15), "14/07 06.00", "14/07 07.45"),
        (NormaMenit(15), "14/07 16.00", "15/07 07.45"),
        (NormaMenit(60), "10/07 16.15", "13/07 08.15"),
        (NormaMenit(15), "14/07 14.41.59", "14/07 14.56"),
        (NormaMenit(60), "18/02 15.30", "19/02 08.30"),
        (NormaHariKerja(1), "10/07 08.10", "13/07 16.00"),
        (NormaHariKerja(1), "14/07 06.00", "15/07 16.00"),
        (NormaHariKerja(1), "14/07 12.30", "15/07 16.00"),
        (NormaHariKerja(1), "14/07 16.00", "15/07 16.00"),
        (NormaHariKerja(1), "14/07 16.00.59", "15/07 16.00"),
        (NormaHariKerja(1), "14/07 16.01", "16/07 16.00"),
        (NormaHariKerja(1), "11/07 09.00", "14/07 16.00"),
        (NormaHariKerja(1), "17/03 09.00", "25/03 16.00"),
        (NormaHariKerja(1), "18/02 09.00", "19/02 15.00"),
        (NormaHariKerja(1), "09/07 09.00", "10/07 16.30"),
        (SelesaiHariItu(), "14/07 09.00", "14/07 16.00"),
        (SelesaiHariItu(), "14/07 16.01", "15/07 16.00"),
        (SelesaiHariItu(), "12/07 09.00", "13/07 16.00"),
    ],
)
def test_when_a_norm_ends(kalender: Kalender, norma: Norma, mulai: str, batas: str) -> None:
    assert kalender.due(norma, at(mulai)) == at(batas)


def test_without_limit_there_is_no_end(kalender: Kalender) -> None:
    assert kalender.due(TanpaBatas(), at("14/07 09.00")) is None
    assert not kalender.is_late(None, at("14/07 09.00"))
    assert kalender.workdays_late(None, at("14/07 09.00")) == 0


@pytest.mark.parametrize(
    ("norma", "label"),
    [
        (NormaMenit(15), "15 menit"),
        (NormaMenit(60), "1 jam"),
        (NormaMenit(90), "90 menit"),
        (NormaHariKerja(15), "15 hari kerja"),
        (SelesaiHariItu(), "hari itu juga"),
        (TanpaBatas(), "tanpa batas waktu"),
    ],
)
def test_papers_name_the_norm(norma: Norma, label: str) -> None:
    assert norma.label == label


@pytest.mark.parametrize(
    ("triwulan", "days"),
    [
        (Triwulan(2025, 4), ("12/01", "13/01", "14/01", "15/01")),
        (Triwulan(2026, 1), ("10/04", "13/04", "14/04", "15/04")),
        (Triwulan(2026, 2), ("10/07", "13/07", "14/07", "15/07")),
        (Triwulan(2026, 3), ("12/10", "13/10", "14/10", "15/10")),
    ],
)
def test_the_plan_of_a_quarter_of_2026(kalender: Kalender, triwulan: Triwulan, days: tuple[str, str, str, str]) -> None:
    """Steps 3 and 4 take their whole day, the check the last hour of the day of step 4."""
    orders, bahan, laporan, rekap = days
    start = kalender.tanggal_penugasan(triwulan)
    assert start == at(f"{orders} 07.30")
    assert kalender.due(NormaMenit(15), start) == at(f"{orders} 07.45")
    assert kalender.due(NormaHariKerja(1), at(f"{orders} 08.00")) == at(f"{bahan} 16.00")
    assert kalender.due(NormaHariKerja(1), at(f"{bahan} 16.00")) == at(f"{laporan} 16.00")
    assert kalender.due(NormaMenit(60), at(f"{laporan} 15.00")) == at(f"{laporan} 16.00")
    assert kalender.due(NormaHariKerja(1), at(f"{laporan} 16.00")) == at(f"{rekap} 16.00")


def test_the_annual_report_of_2025_is_due_before_the_end_of_february(kalender: Kalender) -> None:
    assert kalender.due(NormaHariKerja(15), at("14/01 15.00")) == at("05/02 16.00")


@pytest.mark.parametrize(
    ("triwulan", "hari", "aturan", "mulai"),
    [
        (Triwulan(2025, 4), 10, AturanLibur.SEBELUMNYA, "09/01 07.30"),
        (Triwulan(2026, 3), 10, AturanLibur.SEBELUMNYA, "09/10 07.30"),
        (Triwulan(2026, 1), 10, AturanLibur.SEBELUMNYA, "10/04 07.30"),
        (Triwulan(2026, 1), 3, AturanLibur.BERIKUTNYA, "06/04 07.30"),
        (Triwulan(2026, 1), 5, AturanLibur.SEBELUMNYA, "02/04 07.30"),
    ],
)
def test_the_day_of_the_order_is_a_setting(
    kalender: Kalender, triwulan: Triwulan, hari: int, aturan: AturanLibur, mulai: str
) -> None:
    assert kalender.tanggal_penugasan(triwulan, hari, aturan) == at(mulai)


# --- lateness ---


@pytest.mark.parametrize(
    ("selesai", "late", "days"),
    [
        ("10/07 15.41", False, 0),
        ("10/07 15.41.59", False, 0),
        ("10/07 15.42", True, 0),
        ("10/07 20.00", True, 0),
        ("11/07 09.00", True, 1),
        ("13/07 07.00", True, 1),
        ("14/07 09.00", True, 2),
        ("18/07 09.00", True, 5),
    ],
)
def test_lateness_after_a_friday(kalender: Kalender, selesai: str, late: bool, days: int) -> None:
    batas = at("10/07 15.41")
    assert kalender.is_late(batas, at(selesai)) == late
    assert kalender.workdays_late(batas, at(selesai)) == days


# --- zones ---


def test_moments_of_any_zone_are_read_in_the_office_zone(kalender: Kalender) -> None:
    assert kalender.due(NormaMenit(60), datetime(2026, 7, 14, 6, 41, tzinfo=UTC)) == at("14/07 15.41")
    assert [z.tzinfo.utcoffset(None) for z in Zona] == [timedelta(hours=n) for n in (7, 8, 9)]
    assert f"{at('14/07 15.12'):%H.%M %Z}" == "15.12 WITA"


def test_the_clock_refuses_naive_moments(kalender: Kalender) -> None:
    with pytest.raises(ValueError, match="2026"):
        kalender.local(at("14/07 15.41").replace(tzinfo=None))


# --- tables and hours that cannot be ---


def libur(tanggal: date) -> HariLibur:
    return HariLibur(tanggal, "Hari Jadi", JenisLibur.LOKAL)


@pytest.mark.parametrize(
    ("days", "tanggal", "sebab"),
    [
        ((date(2026, 5, 1), date(2026, 5, 1)), date(2026, 5, 1), SebabKalender.DUA_KALI),
        ((date(2026, 5, 1), date(2027, 5, 1)), date(2027, 5, 1), SebabKalender.LUAR_TAHUN),
    ],
)
def test_a_table_refuses_days_that_do_not_fit(days: tuple[date, ...], tanggal: date, sebab: SebabKalender) -> None:
    with pytest.raises(KalenderSalah) as refused:
        KalenderTahun(2026, tuple(map(libur, days)))
    assert (refused.value.tahun, refused.value.tanggal, refused.value.sebab) == (2026, tanggal, sebab)


@pytest.mark.parametrize(
    ("mulai", "selesai"),
    [
        (date(2026, 2, 19), None),
        (None, date(2026, 3, 20)),
        (date(2026, 3, 20), date(2026, 2, 19)),
        (date(2025, 2, 19), date(2025, 3, 20)),
        (date(2024, 12, 19), date(2026, 1, 20)),
    ],
)
def test_a_table_refuses_a_ramadan_that_cannot_be(mulai: date | None, selesai: date | None) -> None:
    with pytest.raises(KalenderSalah) as refused:
        KalenderTahun(2026, (), mulai, selesai)
    assert refused.value.sebab is SebabKalender.RAMADAN


def test_a_local_holiday_stops_the_clock() -> None:
    table = KalenderTahun(2026, (libur(date(2026, 7, 14)),))
    assert Kalender((table,)).due(NormaHariKerja(1), at("13/07 09.00")) == at("15/07 16.00")
    assert [jenis.label for jenis in JenisLibur] == ["Libur nasional", "Cuti bersama", "Libur lokal"]


def test_an_office_may_keep_other_hours() -> None:
    hours = JamHari(time(8, 0), time(12, 0), time(12, 0), time(14, 0))
    kalender = Kalender((KalenderTahun(2026, ()),), JamKerja(hours, hours, hours, hours), Zona.WIT)
    opening = kalender.opening(date(2026, 7, 13))
    assert opening.isoformat() == "2026-07-13T08:00:00+09:00"
    assert kalender.office_minutes_between(opening, opening + timedelta(days=7)) == 5 * 360


def test_hours_follow_one_another() -> None:
    with pytest.raises(JamKerjaSalah) as refused:
        JamHari(time(7, 30), time(13, 0), time(12, 0), time(16, 0))
    assert refused.value.tutup == time(16, 0)


# --- laws ---

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 30), timezones=st.just(WITA))  # noqa: DTZ001 (the strategy adds the zone)
norms = st.one_of(
    st.builds(NormaMenit, st.integers(1, 2000)),
    st.builds(NormaHariKerja, st.integers(1, 15)),
    st.just(SelesaiHariItu()),
)


@given(mulai=moments, menit=st.integers(0, 3000))
def test_office_time_added_is_office_time_passed(kalender: Kalender, mulai: datetime, menit: int) -> None:
    assert kalender.office_minutes_between(mulai, kalender.add_office_minutes(mulai, menit)) == menit


@given(norma=norms, one=moments, other=moments)
def test_who_receives_later_is_due_no_earlier(kalender: Kalender, norma: Norma, one: datetime, other: datetime) -> None:
    first, second = (kalender.due(norma, moment) for moment in sorted((one, other)))
    assert first is not None
    assert second is not None
    assert first <= second


@given(norma=norms, mulai=moments)
def test_every_limit_lies_in_office_hours_after_its_start(kalender: Kalender, norma: Norma, mulai: datetime) -> None:
    batas = kalender.due(norma, mulai)
    assert batas is not None
    assert batas >= kalender.local(mulai)
    assert kalender.is_workday(batas.date())
    assert kalender.opening(batas.date()) < batas <= kalender.closing(batas.date())


@given(one=moments, two=moments, three=moments)
def test_office_time_adds_up(kalender: Kalender, one: datetime, two: datetime, three: datetime) -> None:
    first, middle, last = sorted((one, two, three))
    parts = kalender.office_minutes_between(first, middle) + kalender.office_minutes_between(middle, last)
    assert parts == kalender.office_minutes_between(first, last)
