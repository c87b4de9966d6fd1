"""Pemantauan: which seksi stands at which step, how long each took against its norm, who is late.

The times come from ``domain.ketepatan``; capaian of the office from ``monitoring_capaian``. To add a column:
its step in ``COLUMNS``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.ketepatan import Waktu, times
from kinerja_desktop.domain.norma import NormaMenit
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tanggal import format_hari_waktu, format_singkat, format_tanggal
from kinerja_desktop.domain.tenggat import Kelompok, format_lama, kata_lewat, kata_sel, petunjuk_tenggat, tenggat_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import DECIDED, Jenis, Keadaan, Langkah
from kinerja_desktop.services import settings
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.cases import (
    current_triwulan,
    find_or_new,
    opening_of,
    quarters_planned,
    revisi_of,
    seksi_reporting,
)
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.handing_over import missing_seksi
from kinerja_desktop.services.monitoring_capaian import BarisSasaran, CapaianKantor, office_capaian
from kinerja_desktop.services.task_words import is_repair
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = [
    "BarisSasaran",
    "BarisWaktuSeksi",
    "CapaianKantor",
    "KeadaanLangkah",
    "LangkahAlur",
    "PemantauanView",
    "SelWaktu",
    "load",
    "load_capaian",
]

COLUMNS: Mapping[Langkah, tuple[str, str]] = {
    Langkah.TUGAS: ("1 Tugas", "Menugaskan Kasi"),
    Langkah.PERINTAH: ("2 Perintah", "Memerintahkan Analis"),
    Langkah.BAHAN: ("3 Bahan", "Menyerahkan bahan"),
    Langkah.LAPORAN: ("4 Laporan", "Membuat laporan"),
    Langkah.PERIKSA: ("5 Periksa", "Memeriksa"),
}
"""Steps of the matrix with the head of their column and their name in the flow."""
_ORDER = (*COLUMNS, Langkah.SERAH)


class KeadaanLangkah(Enum):
    """Colour and symbol of a step or cell."""

    BELUM = "belum"
    SELESAI = "selesai"
    SELESAI_LEWAT = "selesai melewati batas"
    BERJALAN = "berjalan"
    HARI_INI = "hari ini"
    TERLAMBAT = "terlambat"
    DIPERBAIKI = "diperbaiki"


@dataclass(frozen=True, slots=True)
class LangkahAlur:
    """One symbol of the flow: "2", "Memerintahkan Analis", "selesai · 6 unit".

    ``case_ids`` are the berkas that stand there, ``terlambat`` how many of them are late.
    """

    langkah: Langkah
    nomor: str
    judul: str
    keterangan: str
    keadaan: KeadaanLangkah
    terlambat: int
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelWaktu:
    """One cell of the matrix: "10 menit", "13 Jul 09.40", "terlambat 1 hari".

    ``petunjuk`` says where that comes from: who, when, office time used, the limit of the SOP. ``ringkas`` are the
    words of a late one for a narrow cell, "+1 hari".
    """

    langkah: Langkah
    keadaan: KeadaanLangkah
    teks: str
    petunjuk: str = ""
    ringkas: str = ""


@dataclass(frozen=True, slots=True)
class BarisWaktuSeksi:
    """One seksi: its berkas and the times of steps 1 to 5. ``terlambat``: what runs now is late."""

    seksi: Seksi
    case_id: str | None
    label: str
    terlambat: bool
    sel: tuple[SelWaktu, ...]


@dataclass(frozen=True, slots=True)
class PemantauanView:
    """Screen of Pemantauan. ``kepala_kolom`` are "1 Tugas" and "15 menit"; late seksi stand first."""

    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    disetujui: int
    menunggu_pemeriksaan: int
    perlu_perbaikan: int
    terlambat: int
    alur: tuple[LangkahAlur, ...]
    kepala_kolom: tuple[tuple[str, str], ...]
    matriks: tuple[BarisWaktuSeksi, ...]
    kosong: str
    sekarang: datetime


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def load(ctx: Context, triwulan: Triwulan | None = None) -> PemantauanView:
    """Everything the screen shows; the quarter that is collected now when none is named."""
    quarter = triwulan or current_triwulan(ctx.today())
    with ctx.office.store.read() as unit:
        kalender = office_kalender(unit)
        look = _Look(kalender, kalender.local(ctx.now()), opening_of(unit, kalender, quarter))
        rows = tuple(_row(unit, look, quarter, seksi) for seksi in seksi_reporting(unit, quarter))
        lines = tuple(_line(row, look) for row in rows)
        norma = settings.revisi_sop(unit, quarter.last_day).norma
        return PemantauanView(
            triwulan=quarter,
            pilihan=quarters_planned(unit, ctx.today()),
            disetujui=sum(row.keadaan.status in DECIDED for row in rows),
            menunggu_pemeriksaan=sum(row.keadaan.langkah is Langkah.PERIKSA for row in rows),
            perlu_perbaikan=sum(is_repair(row.keadaan) for row in rows),
            terlambat=sum(line.terlambat for line in lines),
            alur=(*_flow(rows), _sixth(unit, look, quarter, len(rows))),
            kepala_kolom=tuple((head, norma[langkah].label) for langkah, (head, _) in COLUMNS.items()),
            matriks=tuple(sorted(lines, key=lambda line: not line.terlambat)),
            kosong=_nothing(quarter, look, rows),
            sekarang=look.sekarang,
        )


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def load_capaian(ctx: Context, triwulan: Triwulan | None = None) -> CapaianKantor:
    """The office's capaian beside the matrix; apart, because it reads a year of approved copies."""
    with ctx.office.store.read() as unit:
        return office_capaian(unit, triwulan or current_triwulan(ctx.today()))


def _nothing(quarter: Triwulan, look: "_Look", rows: Sequence["_Row"]) -> str:
    """Why there is nothing to look at yet, and what comes next."""
    if not rows:
        plan = f"Rencana kinerja {quarter.tahun} belum berisi indikator"
        return f"{plan}. Unit muncul di sini setelah Kasubag Perencanaan mengisinya pada tab Rencana Kinerja."
    if look.mulai > look.sekarang:
        return f"{quarter.label} belum dimulai. Penugasan dibuka {format_tanggal(look.mulai)}."
    return ""


# --- rows --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """One seksi with the newest passage of each step up to where its berkas stands; ``kini`` runs now."""

    seksi: Seksi
    case_id: str | None
    keadaan: Keadaan
    revisi: RevisiSop
    waktu: Mapping[Langkah, Waktu]
    kini: Waktu | None

    @property
    def terlambat(self) -> bool:
        """True where what runs now is past its limit."""
        return self.kini is not None and self.kini.terlambat


@dataclass(frozen=True, slots=True)
class _Look:
    """From when, and by which clock, the rows are looked at."""

    kalender: Kalender
    sekarang: datetime
    mulai: datetime


def _row(unit: Unit, look: _Look, quarter: Triwulan, seksi: Seksi) -> _Row:
    case = find_or_new(unit, Jenis.BERKAS, quarter, seksi.kode)
    keadaan, revisi = keadaan_of(unit, case), revisi_of(unit, case)
    begun = look.mulai if keadaan.versi or look.mulai <= look.sekarang else None
    measured = times(keadaan, revisi.norma, look.kalender, look.sekarang, begun)
    kini = next((w for w in measured if w.selesai is None and w.mulai is not None), None)
    here = len(_ORDER) if kini is None else _ORDER.index(kini.langkah)
    newest = {w.langkah: w for w in measured if w.mulai is not None and _ORDER.index(w.langkah) <= here}
    return _Row(seksi, case.id if keadaan.versi else None, keadaan, revisi, newest, kini)


def _line(row: _Row, look: _Look) -> BarisWaktuSeksi:
    cells = tuple(_cell(row, langkah, look) for langkah in COLUMNS)
    return BarisWaktuSeksi(row.seksi, row.case_id, row.keadaan.label, row.terlambat, cells)


# --- cells -------------------------------------------------------------------------------------


def _cell(row: _Row, langkah: Langkah, look: _Look) -> SelWaktu:
    waktu = row.waktu.get(langkah)
    if waktu is None:
        return SelWaktu(langkah, KeadaanLangkah.BELUM, "–", f"Belum dimulai. {_limit(row, langkah)}.")
    return _running(row, waktu, look) if waktu.selesai is None else _finished(row, waktu, waktu.selesai, look)


def _running(row: _Row, waktu: Waktu, look: _Look) -> SelWaktu:
    tenggat = tenggat_of(waktu.batas, look.sekarang, look.kalender)
    until = petunjuk_tenggat(tenggat).replace("batas ", "lewat sejak ", 1)
    limit = ", ".join(filter(None, (_limit(row, waktu.langkah), until)))
    told = f"Berjalan {format_lama(waktu.menit)} (jam kantor). {limit}."
    if is_repair(row.keadaan) and not waktu.terlambat:
        return SelWaktu(waktu.langkah, KeadaanLangkah.DIPERBAIKI, "diperbaiki", told)
    keadaan = _COLOURS.get(tenggat.kelompok, KeadaanLangkah.BERJALAN)
    words = kata_sel(tenggat)
    if keadaan is KeadaanLangkah.TERLAMBAT:
        told = f"{words.capitalize()}. {told}"
    return SelWaktu(waktu.langkah, keadaan, words, told, kata_lewat(tenggat))


_COLOURS = {Kelompok.TERLAMBAT: KeadaanLangkah.TERLAMBAT, Kelompok.HARI_INI: KeadaanLangkah.HARI_INI}


def _finished(row: _Row, waktu: Waktu, selesai: datetime, look: _Look) -> SelWaktu:
    """Steps of minutes show how long they took, steps of days when they ended."""
    keadaan = KeadaanLangkah.SELESAI_LEWAT if waktu.terlambat else KeadaanLangkah.SELESAI
    ended = look.kalender.local(selesai)
    minutes = isinstance(row.revisi.norma[waktu.langkah], NormaMenit)
    teks = format_lama(waktu.menit) if minutes else format_singkat(ended)
    when = format_hari_waktu(ended, sekarang=look.sekarang.date())
    used = f"Selesai {when} oleh {waktu.lintasan.oleh} dalam {format_lama(waktu.menit)} (jam kantor)."
    late = ", jadi melewati batas" if waktu.terlambat else ""
    return SelWaktu(waktu.langkah, keadaan, teks, f"{used} {_limit(row, waktu.langkah)}{late}.")


def _limit(row: _Row, langkah: Langkah) -> str:
    return f"Batas SOP {row.revisi.norma[langkah].label}"


# --- flow --------------------------------------------------------------------------------------


def _flow(rows: Sequence[_Row]) -> tuple[LangkahAlur, ...]:
    return tuple(_symbol(rows, langkah, judul) for langkah, (_, judul) in COLUMNS.items())


def _symbol(rows: Sequence[_Row], langkah: Langkah, judul: str) -> LangkahAlur:
    here = [row for row in rows if row.kini is not None and row.kini.langkah is langkah]
    passed = sum(_has_passed(row, langkah) for row in rows)
    repaired = bool(here) and all(is_repair(row.keadaan) for row in here)
    late = sum(row.terlambat for row in here)
    return LangkahAlur(
        langkah,
        langkah.value,
        judul,
        _words(len(here), passed, len(rows), repaired=repaired),
        _state(late=late, here=len(here), repaired=repaired, done=0 < len(rows) == passed),
        late,
        tuple(row.case_id for row in here if row.case_id is not None),
    )


def _has_passed(row: _Row, langkah: Langkah) -> bool:
    waktu = row.waktu.get(langkah)
    return waktu is not None and waktu.selesai is not None


def _words(here: int, passed: int, total: int, *, repaired: bool) -> str:
    if here:
        return f"{here} unit memperbaiki" if repaired else f"{here} unit"
    if total and passed == total:
        return f"selesai · {total} unit"
    return f"{passed} dari {total} selesai" if passed else "belum dimulai"


def _state(*, late: int, here: int, repaired: bool, done: bool) -> KeadaanLangkah:
    holds = (
        (KeadaanLangkah.TERLAMBAT, late > 0),
        (KeadaanLangkah.DIPERBAIKI, repaired),
        (KeadaanLangkah.BERJALAN, here > 0),
        (KeadaanLangkah.SELESAI, done),
    )
    return next((state for state, true in holds if true), KeadaanLangkah.BELUM)


def _sixth(unit: Unit, look: _Look, quarter: Triwulan, total: int) -> LangkahAlur:
    """The Laporan Triwulan: what it waits for, or where it stands."""
    case = find_or_new(unit, Jenis.LAPORAN_TRIWULAN, quarter, None)
    missing = len(missing_seksi(unit, quarter))
    late = case.langkah is not None and look.kalender.is_late(case.batas, look.sekarang)
    if case.laporan_ke and case.status in DECIDED:
        keterangan, keadaan = case.status.value.lower(), KeadaanLangkah.SELESAI
    elif case.langkah is not None:
        keterangan = case.status.value.lower()
        keadaan = KeadaanLangkah.TERLAMBAT if late else KeadaanLangkah.BERJALAN
    else:
        keterangan = f"menunggu {missing} dari {total}" if total else "belum dimulai"
        keadaan = KeadaanLangkah.BELUM
    stored = (case.id,) if case.versi else ()
    return LangkahAlur(
        Langkah.LAPORAN_TRIWULAN, "6", f"Laporan {quarter.label}", keterangan, keadaan, int(late), stored
    )
