"""NIP of civil servants and NI PPPK: reading one, what is odd about it, how it is printed.

18 digits (Perka BKN 22/2007): birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2, serial 001 to 999.
A PPPK has the year of appointment and two digits about the contract where others have year and month.
Non-ASN have none. Only length and digits are refused; the rest are warnings, since numbers with slips
of the past exist. To add a check: a member of ``PeringatanNip`` and its line in ``warnings_of``.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

from kinerja_desktop.domain.errors import NipSalah, SebabNip
from kinerja_desktop.domain.pegawai import StatusPegawai

PANJANG = 18
_GROUPS = re.compile(r"(.{8})(.{6})(.)(.{3})")
_SEPARATORS = re.compile(r"[\s.\-]")
_AGES = range(16, 61)


class PeringatanNip(Enum):
    """Something odd about a NIP of the right length; ``value`` is its words on screens."""

    TANGGAL_LAHIR = "angka 1–8 bukan tanggal lahir yang ada"
    BULAN_TMT = "angka 13–14 bukan bulan pengangkatan"
    USIA_TMT = "usia saat diangkat di luar 16–60 tahun"
    JENIS_KELAMIN = "angka ke-15 bukan 1 atau 2"
    NOMOR_URUT = "nomor urut 000"


def read_nip(teks: str, status: StatusPegawai) -> str | None:
    """Read a NIP typed with or without spaces, dots or dashes; None where nothing was typed.

    Returns the 18 digits as stored. Raises NipSalah.
    """
    nip = _SEPARATORS.sub("", teks)
    if not nip:
        return None
    if status is StatusPegawai.NON_ASN:
        raise NipSalah(SebabNip.TIDAK_PUNYA, len(nip))
    if not (nip.isascii() and nip.isdigit()):
        raise NipSalah(SebabNip.BUKAN_ANGKA, len(nip))
    if len(nip) != PANJANG:
        raise NipSalah(SebabNip.PANJANG, len(nip))
    return nip


def warnings_of(nip: str, status: StatusPegawai) -> tuple[PeringatanNip, ...]:
    """What is odd about a NIP that ``read_nip`` gave; nothing of it blocks."""
    return tuple(_oddities(nip, status))


def format_nip(nip: str) -> str:
    """Write a NIP for papers in groups of 8, 6, 1 and 3: "19860926 201505 1 001"."""
    return _GROUPS.sub(r"\1 \2 \3 \4", nip)


def mask_nip(nip: str) -> str:
    """Write a NIP for screens that need not show all of it: "•••••••• •••••• • 001".

    What is hidden tells the day of birth, the month of appointment and the sex; the last three tell people apart.
    """
    return _GROUPS.sub(r"•••••••• •••••• • \4", nip)


def _oddities(nip: str, status: StatusPegawai) -> Iterator[PeringatanNip]:
    lahir = _birth_date(nip[:8])
    if lahir is None:
        yield PeringatanNip.TANGGAL_LAHIR
    elif int(nip[8:12]) - lahir.year not in _AGES:
        yield PeringatanNip.USIA_TMT
    if status is not StatusPegawai.PPPK and not 1 <= int(nip[12:14]) <= 12:
        yield PeringatanNip.BULAN_TMT
    if nip[14] not in "12":
        yield PeringatanNip.JENIS_KELAMIN
    if nip[15:] == "000":
        yield PeringatanNip.NOMOR_URUT


def _birth_date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
