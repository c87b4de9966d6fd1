"""The calendar on which the cases of the clock stand."""

from datetime import date

import pytest

from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, Kalender, KalenderTahun

# SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025.
_LIBUR_2026 = (
    (1, 1), (1, 16), (2, 17), (3, 19), (3, 21), (3, 22), (4, 3), (4, 5), (5, 1), (5, 14), (5, 27), (5, 31),
    (6, 1), (6, 16), (8, 17), (8, 25), (12, 25),
)  # fmt: skip
_CUTI_2026 = ((2, 16), (3, 18), (3, 20), (3, 23), (3, 24), (5, 15), (5, 28), (12, 24))


def _days(jenis: JenisLibur, days: tuple[tuple[int, int], ...]) -> tuple[HariLibur, ...]:
    return tuple(HariLibur(date(2026, month, day), jenis.label, jenis) for month, day in days)


TAHUN_2026 = KalenderTahun(
    2026,
    _days(JenisLibur.LIBUR_NASIONAL, _LIBUR_2026) + _days(JenisLibur.CUTI_BERSAMA, _CUTI_2026),
    ramadan_mulai=date(2026, 2, 19),
    ramadan_selesai=date(2026, 3, 20),
    dikonfirmasi=True,
)


@pytest.fixture(scope="session")
def kalender() -> Kalender:
    """The decree's 2026 and, around it, years without any day off (2027 and 2028 not confirmed)."""
    around = tuple(KalenderTahun(tahun, (), dikonfirmasi=tahun < 2026) for tahun in (2024, 2025, 2027, 2028))
    return Kalender((*around, TAHUN_2026))
