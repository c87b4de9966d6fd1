"""Proposes the table of holidays of a year: from the decree where it travels along, else estimated.

A proposal is never confirmed: the office compares it with the decree, adds local days and confirms it.
To add a decree: one file ``resources/hari_libur/TAHUN.json`` like those that stand there.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun

SUMBER_PERKIRAAN = "Perkiraan program; cocokkan dengan Keputusan Bersama tiga menteri"

_CATEGORIES = {"public": JenisLibur.LIBUR_NASIONAL, "government": JenisLibur.CUTI_BERSAMA}
_IDUL_FITRI = "Hari Raya Idul Fitri"
_RAMADAN = timedelta(days=30)


def usulan_kalender(tahun: int) -> KalenderTahun:
    """The table of a year as far as it can be known, not confirmed.

    Years without a decree have their Islamic and lunar days estimated, cuti bersama only if already
    decreed, and Ramadan as the 30 days before Idul Fitri. A year with two Idul Fitri (2033) gets the
    Ramadan of the later one. The first estimate of a run takes about half a second.
    """
    decree = paths.resource("hari_libur", f"{tahun}.json")
    return _from_decree(decree) if decree.is_file() else _estimated(tahun)


def _from_decree(file: Path) -> KalenderTahun:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return KalenderTahun(
        tahun=data["tahun"],
        hari_libur=tuple(_day(entry) for entry in data["hari_libur"]),
        ramadan_mulai=date.fromisoformat(data["ramadan_mulai"]),
        ramadan_selesai=date.fromisoformat(data["ramadan_selesai"]),
        sumber=data["sumber"],
    )


def _day(entry: dict[str, str]) -> HariLibur:
    return HariLibur(date.fromisoformat(entry["tanggal"]), entry["uraian"], JenisLibur(entry["jenis"]))


def _estimated(tahun: int) -> KalenderTahun:
    days = {libur.tanggal: libur for libur in _estimated_days(tahun)}
    feasts = [tanggal for tanggal, libur in days.items() if libur.uraian.startswith(_IDUL_FITRI)]
    feast = max(feasts, default=None)
    return KalenderTahun(
        tahun=tahun,
        hari_libur=tuple(days[tanggal] for tanggal in sorted(days)),
        ramadan_mulai=feast and feast - _RAMADAN,
        ramadan_selesai=feast and feast - timedelta(days=1),
        sumber=SUMBER_PERKIRAAN,
    )


def _estimated_days(tahun: int) -> Iterator[HariLibur]:
    """Cuti bersama first, so that a national holiday on the same day replaces it."""
    from holidays import country_holidays  # costs half a second, so only where a table is made

    for category, jenis in reversed(_CATEGORIES.items()):
        found = country_holidays("ID", years=tahun, categories=(category,), language="id")
        for tanggal in found:
            yield HariLibur(tanggal, "; ".join(found.get_list(tanggal)), jenis)
