"""When a limit ends, seen from now, in the words of rows, cells and tooltips.

One function weighs a limit (``tenggat_of``), the others only say it; screens and papers write no such
words of their own. Lateness is told, never scolded, and blocks nothing. Colour and symbol belong to
the window. To add a state: a member of ``JenisTenggat`` and a line in each table of words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from kinerja_desktop.domain.errors import KalenderKosong
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.tanggal import (
    format_baris,
    format_hari_waktu,
    format_tanggal_singkat,
    format_waktu,
    kata_hari,
    nama_hari,
    tanggal_dekat,
)

_HOUR = 60
_MINUTE = timedelta(minutes=1)
_WEEK = timedelta(days=7)
_NEVER = datetime.max.replace(tzinfo=UTC)


class JenisTenggat(Enum):
    """How a limit lies to now."""

    LEBIH_SEHARI = "lebih_sehari"
    BESOK = "besok"
    """On the next working day, whether that is tomorrow or after days off."""
    HARI_INI = "hari_ini"
    SEJAM_TERAKHIR = "sejam_terakhir"
    """Today, with at most an hour of office time left."""
    LEWAT_HARI_INI = "lewat_hari_ini"
    TERLAMBAT = "terlambat"
    TANPA_BATAS = "tanpa_batas"


class Kelompok(Enum):
    """Groups of the inbox in their order; the value is their heading."""

    TERLAMBAT = "Terlambat"
    HARI_INI = "Hari ini"
    BERIKUTNYA = "Berikutnya"
    TANPA_BATAS = "Tanpa batas"


_KELOMPOK = {
    JenisTenggat.LEWAT_HARI_INI: Kelompok.TERLAMBAT,
    JenisTenggat.TERLAMBAT: Kelompok.TERLAMBAT,
    JenisTenggat.HARI_INI: Kelompok.HARI_INI,
    JenisTenggat.SEJAM_TERAKHIR: Kelompok.HARI_INI,
    JenisTenggat.BESOK: Kelompok.BERIKUTNYA,
    JenisTenggat.LEBIH_SEHARI: Kelompok.BERIKUTNYA,
    JenisTenggat.TANPA_BATAS: Kelompok.TANPA_BATAS,
}
_ORDER = tuple(Kelompok)


@dataclass(frozen=True, slots=True)
class Tenggat:
    """A limit as it lies to ``sekarang``, both in the office's zone.

    ``hari`` counts working days left (LEBIH_SEHARI, BESOK) or late (TERLAMBAT). ``menit`` counts what
    is left of today or until the next working day's limit in office time, or what has passed since
    today's limit by the clock on the wall. ``menit_kerja``: a break, a night or days off lie between,
    so the minutes are fewer than the clock's. ``tahun_perkiraan``: year of the limit if its table of
    holidays is not confirmed. ``tahun_kosong``: a year without a table (the PC's clock may be years
    off), so that working days could not be counted and ``hari`` means nothing.
    """

    jenis: JenisTenggat
    sekarang: datetime
    batas: datetime | None = None
    hari: int = 0
    menit: int = 0
    menit_kerja: bool = False
    tahun_perkiraan: int | None = None
    tahun_kosong: int | None = None

    @property
    def kelompok(self) -> Kelompok:
        """Group of the inbox under which it stands."""
        return _KELOMPOK[self.jenis]

    @property
    def urutan(self) -> tuple[int, datetime]:
        """Sorting key: groups in their order, inside each the nearest limit first."""
        return _ORDER.index(self.kelompok), self.batas or _NEVER


def tenggat_of(batas: datetime | None, sekarang: datetime, kalender: Kalender) -> Tenggat:
    """Weigh a limit against now. For what is done, give the moment of the act as ``sekarang``."""
    now = kalender.local(sekarang)
    if batas is None:
        return Tenggat(JenisTenggat.TANPA_BATAS, now)
    due = kalender.local(batas)
    late = kalender.is_late(due, now)
    try:
        return _passed(due, now, kalender) if late else _ahead(due, now, kalender)
    except KalenderKosong as kosong:
        jenis = JenisTenggat.TERLAMBAT if late else JenisTenggat.LEBIH_SEHARI
        return Tenggat(jenis, now, due, tahun_kosong=kosong.tahun)


def _passed(due: datetime, now: datetime, kalender: Kalender) -> Tenggat:
    perkiraan = _tahun_perkiraan(due, kalender)
    if due.date() == now.date():
        menit = (now - due) // _MINUTE
        return Tenggat(JenisTenggat.LEWAT_HARI_INI, now, due, menit=menit, tahun_perkiraan=perkiraan)
    hari = kalender.workdays_late(due, now)
    return Tenggat(JenisTenggat.TERLAMBAT, now, due, hari=hari, tahun_perkiraan=perkiraan)


def _ahead(due: datetime, now: datetime, kalender: Kalender) -> Tenggat:
    hari = kalender.workdays_between(now.date(), due.date())
    perkiraan = _tahun_perkiraan(due, kalender)
    if hari > 1:
        return Tenggat(JenisTenggat.LEBIH_SEHARI, now, due, hari=hari, tahun_perkiraan=perkiraan)
    menit = kalender.office_minutes_between(now, due)
    jenis = JenisTenggat.BESOK
    if due.date() == now.date():
        jenis = JenisTenggat.SEJAM_TERAKHIR if menit <= _HOUR else JenisTenggat.HARI_INI
    return Tenggat(
        jenis,
        now,
        due,
        hari=hari,
        menit=menit,
        menit_kerja=menit * _MINUTE < due - now,
        tahun_perkiraan=perkiraan,
    )


def _tahun_perkiraan(due: datetime, kalender: Kalender) -> int | None:
    return None if kalender.tabel(due.year).dikonfirmasi else due.year


# --- words -------------------------------------------------------------------------------------


def kata_tenggat(tenggat: Tenggat) -> str:
    """First line of a row: "masih 2 hari kerja", "besok sampai 07.39", "terlambat 1 hari kerja"."""
    return _KATA[tenggat.jenis](tenggat)


def keterangan_tenggat(tenggat: Tenggat) -> str:
    """Second line of a row, often empty: "masih 29 menit", "batas Senin 13 Juli, 15.05"."""
    parts = (_KETERANGAN[tenggat.jenis](tenggat), _catatan(tenggat))
    return " · ".join(part for part in parts if part)


def petunjuk_tenggat(tenggat: Tenggat) -> str:
    """Tooltip with the whole limit: "sampai Kamis 16 Juli, 16.00", "batas Senin 13 Juli, 15.05"."""
    if tenggat.batas is None:
        return ""
    kata = "batas" if tenggat.kelompok is Kelompok.TERLAMBAT else "sampai"
    parts = (f"{kata} {format_hari_waktu(tenggat.batas, sekarang=tenggat.sekarang)}", _catatan(tenggat))
    return " · ".join(part for part in parts if part)


def kata_sel(tenggat: Tenggat) -> str:
    """Words for a narrow cell: "sampai 15.41", "besok 07.39", "terlambat 1 hari"."""
    return _KATA_SEL[tenggat.jenis](tenggat)


def kata_lewat(tenggat: Tenggat) -> str:
    """How far a limit is passed where there is no room for `kata_sel`: "+20 menit", "+1 jam", "+1 hari"; else empty.

    Stands only beside the symbol of what is late.
    """
    if tenggat.jenis is JenisTenggat.LEWAT_HARI_INI:
        return f"+{format_lama(tenggat.menit)}" if tenggat.menit < _HOUR else f"+{tenggat.menit // _HOUR} jam"
    if tenggat.jenis is JenisTenggat.TERLAMBAT and tenggat.tahun_kosong is None:
        return f"+{tenggat.hari} hari"
    return ""


def catatan_kalender(tahun: int) -> str:
    """What stands beside a limit in a year whose holidays nobody confirmed yet."""
    return f"kalender {tahun} belum dikonfirmasi"


def format_lama(menit: int) -> str:
    """Write a duration: "1 jam 20 menit"."""
    jam, sisa = divmod(menit, _HOUR)
    parts = [f"{n} {unit}" for n, unit in ((jam, "jam"), (sisa, "menit")) if n > 0]
    return " ".join(parts) or "kurang dari 1 menit"


def lama_dipakai(mulai: datetime, selesai: datetime, kalender: Kalender) -> str:
    """Office time that a step took: "1 jam 20 menit"."""
    return format_lama(kalender.office_minutes_between(mulai, selesai))


def _catatan(tenggat: Tenggat) -> str:
    if tenggat.tahun_kosong is not None:
        return f"kalender {tenggat.tahun_kosong} belum diisi"
    return "" if tenggat.tahun_perkiraan is None else catatan_kalender(tenggat.tahun_perkiraan)


def _batas(tenggat: Tenggat) -> datetime:
    assert tenggat.batas is not None, tenggat.jenis
    return tenggat.batas


def _jam(tenggat: Tenggat) -> str:
    return format_waktu(_batas(tenggat))


def _hari(tenggat: Tenggat) -> str:
    """Tomorrow by word; a weekday alone while no other day of that name lies between."""
    batas, sekarang = _batas(tenggat), tenggat.sekarang
    hari = nama_hari(batas)
    if batas.date() - sekarang.date() >= _WEEK:
        hari = f"{hari} {tanggal_dekat(batas, sekarang)}"
    return kata_hari(batas, sekarang) or hari


def _masih_hari(tenggat: Tenggat) -> str:
    if tenggat.tahun_kosong is None:
        return f"masih {tenggat.hari} hari kerja"
    return f"sampai {tanggal_dekat(_batas(tenggat), tenggat.sekarang)}"


def _terlambat(tenggat: Tenggat) -> str:
    return f"terlambat {tenggat.hari} hari kerja" if tenggat.tahun_kosong is None else "terlambat"


def _masih(tenggat: Tenggat) -> str:
    kerja = " kerja" if tenggat.menit_kerja else ""
    return f"masih {format_lama(tenggat.menit)}{kerja}" if tenggat.menit > 0 else format_lama(0)


def _masih_sejam(tenggat: Tenggat) -> str:
    return _masih(tenggat) if tenggat.menit <= _HOUR else ""


def _sejak(tenggat: Tenggat) -> str:
    return f"batas {format_baris(_batas(tenggat), sekarang=tenggat.sekarang)}"


def _nothing(_: Tenggat) -> str:
    return ""


_Words = dict[JenisTenggat, Callable[[Tenggat], str]]

_KATA: _Words = {
    JenisTenggat.LEBIH_SEHARI: _masih_hari,
    JenisTenggat.BESOK: lambda t: f"{_hari(t)} sampai {_jam(t)}",
    JenisTenggat.HARI_INI: lambda t: f"hari ini sampai {_jam(t)}",
    JenisTenggat.SEJAM_TERAKHIR: lambda t: f"hari ini sampai {_jam(t)}",
    JenisTenggat.LEWAT_HARI_INI: lambda t: f"lewat {format_lama(t.menit)}",
    JenisTenggat.TERLAMBAT: _terlambat,
    JenisTenggat.TANPA_BATAS: lambda _: "tanpa batas waktu",
}
_KETERANGAN: _Words = {
    JenisTenggat.LEBIH_SEHARI: lambda t: f"sampai {format_baris(_batas(t), sekarang=t.sekarang)}",
    JenisTenggat.BESOK: _masih_sejam,
    JenisTenggat.HARI_INI: _nothing,
    JenisTenggat.SEJAM_TERAKHIR: _masih,
    JenisTenggat.LEWAT_HARI_INI: _sejak,
    JenisTenggat.TERLAMBAT: _sejak,
    JenisTenggat.TANPA_BATAS: _nothing,
}
_KATA_SEL: _Words = {
    JenisTenggat.LEBIH_SEHARI: lambda t: f"sampai {format_tanggal_singkat(_batas(t))}",
    JenisTenggat.BESOK: lambda t: f"{_hari(t)} {_jam(t)}",
    JenisTenggat.HARI_INI: lambda t: f"sampai {_jam(t)}",
    JenisTenggat.SEJAM_TERAKHIR: lambda t: f"sampai {_jam(t)}",
    JenisTenggat.LEWAT_HARI_INI: lambda t: f"lewat {format_lama(t.menit)}",
    JenisTenggat.TERLAMBAT: lambda t: _terlambat(t).removesuffix(" kerja"),
    JenisTenggat.TANPA_BATAS: lambda _: "–",
}
