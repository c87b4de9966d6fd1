"""Days and hours in Indonesian words, as papers and rows write them; never the locale of the system.

Moments are written as they are given: bring them to the office's zone first (``Kalender.local``).
Here are words for one day or moment only; words for a limit stand in ``tenggat``. To add a form: one
function, named by what it writes, with an example in its docstring.
"""

import re
from datetime import date, datetime, time, timedelta

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_BULAN_SINGKAT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


_TERTULIS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]+)[\s./-]+(\d{4})")


def read_tanggal(teks: str) -> date:
    """Read a typed day: "1-7-2026", "01/07/2026", "1 Juli 2026", "1 Jul 2026". Raises ValueError."""
    found = _TERTULIS.fullmatch(teks.strip().lower())
    if found is None:
        raise ValueError(teks)
    hari, bulan, tahun = found.groups()
    return date(int(tahun), int(bulan) if bulan.isdigit() else _nomor_bulan(bulan), int(hari))


def _nomor_bulan(kata: str) -> int:
    """Number of a month from its name or the first three letters of it."""
    names = (*BULAN, *_BULAN_SINGKAT)
    return [nama.lower() for nama in names].index(kata) % len(BULAN) + 1


def nama_hari(tanggal: date) -> str:
    """Name of the weekday: "Senin"."""
    return HARI[tanggal.weekday()]


def nama_bulan(nomor: int) -> str:
    """Name of a month from 1 to 12: "Februari"."""
    return BULAN[nomor - 1]


def format_tanggal(tanggal: date) -> str:
    """Write a day for papers: "10 April 2026"."""
    return f"{tanggal.day} {nama_bulan(tanggal.month)} {tanggal.year}"


def format_bulan(tanggal: date) -> str:
    """Write a month: "April 2026"."""
    return f"{nama_bulan(tanggal.month)} {tanggal.year}"


def format_hari_tanggal(tanggal: date) -> str:
    """Write a day with its weekday: "Selasa, 14 Juli 2026"."""
    return f"{nama_hari(tanggal)}, {format_tanggal(tanggal)}"


def format_waktu(waktu: datetime | time) -> str:
    """Write the hour: "15.41"."""
    return f"{waktu:%H.%M}"


def format_tanggal_waktu(waktu: datetime, *, sekarang: date) -> str:
    """Write a moment inside a sentence: "15 Juli 16.00"; another year than ``sekarang`` is named."""
    return f"{tanggal_dekat(waktu, sekarang)} {format_waktu(waktu)}"


def format_hari_waktu(waktu: datetime, *, sekarang: date) -> str:
    """Write a moment with its weekday: "Senin 13 Juli, 14.05"; another year than ``sekarang`` is named."""
    return f"{nama_hari(waktu)} {tanggal_dekat(waktu, sekarang)}, {format_waktu(waktu)}"


def format_baris(waktu: datetime, *, sekarang: date) -> str:
    """Write a moment for a row: "hari ini, 14.41", "besok, 07.39", else "Senin 13 Juli, 14.05"."""
    kata = kata_hari(waktu, sekarang)
    return f"{kata}, {format_waktu(waktu)}" if kata else format_hari_waktu(waktu, sekarang=sekarang)


def format_tanggal_singkat(tanggal: date) -> str:
    """Write a day for a narrow cell: "13 Jul"."""
    return f"{tanggal.day} {_BULAN_SINGKAT[tanggal.month - 1]}"


def format_tanggal_ringkas(tanggal: date) -> str:
    """Write a day with its year for a narrow cell: "13 Jul 2026"."""
    return f"{format_tanggal_singkat(tanggal)} {tanggal.year}"


def format_singkat(waktu: datetime) -> str:
    """Write a moment for a narrow cell: "13 Jul 09.40"."""
    return f"{format_tanggal_singkat(waktu)} {format_waktu(waktu)}"


def kata_hari(tanggal: date, sekarang: date) -> str:
    """Word for a day seen from another: "hari ini", "besok", or empty for every other day."""
    jarak = _tanggal_saja(tanggal) - _tanggal_saja(sekarang)
    return {timedelta(0): "hari ini", timedelta(days=1): "besok"}.get(jarak, "")


def tanggal_dekat(tanggal: date, sekarang: date) -> str:
    """Write a day without its year while that is the year of ``sekarang``: "13 Juli"."""
    if tanggal.year == sekarang.year:
        return f"{tanggal.day} {nama_bulan(tanggal.month)}"
    return format_tanggal(tanggal)


def _tanggal_saja(tanggal: date) -> date:
    return date(tanggal.year, tanggal.month, tanggal.day)
