"""What the office chose: typed getters for the other services, and the one way to change a setting.

The list of settings stands in ``settings_declared``. Getters take a unit, so they see what the same
transaction wrote. SOP limits are not plain values: changing one makes a new ``RevisiSop`` that holds from a
later triwulan, and berkas keep the one under which they began.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from kinerja_desktop.domain.aturan import Aturan, Celah, skala_bernama
from kinerja_desktop.domain.jam_kerja import JamKerja, Zona
from kinerja_desktop.domain.kalender import AturanLibur
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.norma import Norma, NormaHariKerja, NormaMenit
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.penomoran import Pola, kode_unit_usulan
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import SOP_2022, LangkahSop, RevisiSop, revisi_pada
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Jenis, Langkah
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, permits
from kinerja_desktop.services.settings_checks import check_settings, read_jam
from kinerja_desktop.services.settings_declared import (
    BY_KEY,
    DECLARED,
    HITAM,
    LANGKAH_BERBATAS,
    Setelan,
    batas_kunci,
    pola_kunci,
)
from kinerja_desktop.storage.unit_of_work import Unit

OFFICE_ID = "kantor.id"
OFFICE_CODE = "kantor.kode"
PRACTICE = "kantor.latihan"
_REVISIONS = "sop.revisi"
KANTOR_BARU = Instansi("Kantor Baru", "Kabupaten")
"""How an office is called until somebody writes its name."""
_LIMIT_KEYS = {batas_kunci(langkah): langkah for langkah in LANGKAH_BERBATAS}

# --- getters -----------------------------------------------------------------------------------


def value(unit: Unit, kunci: str) -> str:
    """A declared setting as text: what the office chose, else its default."""
    stored = unit.settings.get(kunci)
    return BY_KEY[kunci].bawaan if stored is None else stored


def instansi(unit: Unit) -> Instansi:
    """The office as papers print it; what it left open is made from its name."""
    given = instansi_given(unit)
    return replace(
        given,
        tempat=given.tempat or _tempat(given),
        jabatan_pimpinan=given.jabatan_pimpinan or _jabatan_pimpinan(given),
        kode_unit=given.kode_unit or kode_unit_usulan(given.nama),
    )


_KECAMATAN = "Kecamatan "


def _tempat(given: Instansi) -> str:
    if given.nama.startswith(_KECAMATAN):
        return given.nama.removeprefix(_KECAMATAN)
    return given.kabupaten.partition(" ")[2]


def _jabatan_pimpinan(given: Instansi) -> str:
    if given.nama.startswith(_KECAMATAN):
        return f"CAMAT {given.nama.removeprefix(_KECAMATAN).upper()}"
    return "KEPALA"


def instansi_given(unit: Unit) -> Instansi:
    """The office as it was typed, for export."""
    lambang = value(unit, "instansi.lambang")
    return Instansi(
        nama=value(unit, "instansi.nama"),
        kabupaten=value(unit, "instansi.kabupaten"),
        provinsi=value(unit, "instansi.provinsi"),
        alamat=value(unit, "instansi.alamat"),
        tempat=value(unit, "instansi.tempat"),
        jabatan_pimpinan=value(unit, "instansi.jabatan_pimpinan"),
        kode_unit=value(unit, "instansi.kode_unit"),
        lambang=base64.b64decode(lambang) if lambang else None,
        lambang_hitam=value(unit, "kertas.lambang") == HITAM,
    )


def aturan(unit: Unit) -> Aturan:
    """How the office measures."""
    cap = value(unit, "hitung.batas_atas")
    return Aturan(
        batas_atas=Decimal(cap) if cap else None,
        skala=skala_bernama(value(unit, "hitung.skala")),
        celah=Celah(value(unit, "hitung.celah")),
    )


def zona(unit: Unit) -> Zona:
    """The office's zone."""
    return Zona[value(unit, "zona")]


def jam_kerja(unit: Unit) -> JamKerja:
    """Office hours."""
    kinds = ("biasa", "jumat", "ramadan", "ramadan_jumat")
    return JamKerja(**{kind: read_jam(value(unit, f"jam.{kind}")) for kind in kinds})


@dataclass(frozen=True, slots=True)
class AturanPenugasan:
    """On which day of the month step 1 begins, and where it goes on a day off."""

    hari: int
    libur: AturanLibur


def penugasan(unit: Unit) -> AturanPenugasan:
    """The rule for the day of step 1."""
    return AturanPenugasan(int(value(unit, "penugasan.hari")), AturanLibur(value(unit, "penugasan.libur")))


def pemeriksa(unit: Unit) -> str:
    """Local jabatan of the SOP's Kabid, as it is shown in brackets: "Camat"."""
    return value(unit, "sop.pemeriksa")


def tujuan_laporan(unit: Unit) -> str:
    """Who receives the quarterly report."""
    return value(unit, "laporan.tujuan") or f"{instansi(unit).kepala_daerah} c.q. Kepala Bappeda"


def kertas(unit: Unit, *, laporan: bool) -> Kertas:
    """The paper that reports (or slips) are laid out for, unless another is chosen."""
    return Kertas[value(unit, "kertas.laporan" if laporan else "kertas.surat")]


def paraf(unit: Unit) -> tuple[str, ...]:
    """Whose initials stand below the signature of the head: "Sekcam", "Kasubag Perencanaan"; three at most."""
    return tuple(jabatan.strip() for jabatan in value(unit, "kertas.paraf").split(";") if jabatan.strip())[:3]


def pola_nomor(unit: Unit, jenis: str) -> Pola:
    """The number pattern of a kind of paper (keys of ``settings_declared.KLASIFIKASI``)."""
    return Pola(value(unit, pola_kunci(jenis)))


@dataclass(frozen=True, slots=True)
class Tampilan:
    """What the window asks: palette by its name, text size in per cent, idle minutes before it locks."""

    tema: str
    skala: int
    kunci_menit: int


def tampilan(unit: Unit) -> Tampilan:
    """Choices for the window."""
    return Tampilan(
        value(unit, "tampilan.tema"), int(value(unit, "tampilan.skala")), int(value(unit, "tampilan.kunci"))
    )


def is_practice(unit: Unit) -> bool:
    """True for a practice office, whose papers carry LATIHAN."""
    return unit.settings.get(PRACTICE) == "ya"


def practice_mark(unit: Unit) -> str:
    """What a practice office adds to its name wherever no watermark can stand; empty for a real one."""
    return " (LATIHAN)" if is_practice(unit) else ""


def office_code(unit: Unit) -> str:
    """Short code of the office for names of files: "KLR"; that of its founding, where it had a name then."""
    return unit.settings.get(OFFICE_CODE) or instansi(unit).kode_unit.rpartition("-")[2]


# --- SOP revisions -----------------------------------------------------------------------------


def revisi_sop(unit: Unit, tanggal: date) -> RevisiSop:
    """The SOP revision in force for a berkas: ``tanggal`` is the last day of its triwulan, or the day of its order.

    A revision begins with the last day of the first triwulan that it holds for, so both days answer alike.
    """
    return revisi_pada(revisions(unit), tanggal)


def revisions(unit: Unit) -> tuple[RevisiSop, ...]:
    """All revisions, the SOP as approved first."""
    stored = json.loads(unit.settings.get(_REVISIONS) or "[]")
    return (SOP_2022, *(_revision(row) for row in stored))


def _revision(row: Mapping[str, str]) -> RevisiSop:
    limits = {langkah: int(row[langkah.value]) for langkah in LANGKAH_BERBATAS}
    norma = {**SOP_2022.norma, **{langkah: _norma(langkah, n) for langkah, n in limits.items()}}
    langkah = tuple(_with_limit(step, norma) for step in SOP_2022.langkah)
    return RevisiSop(row["tanda"], date.fromisoformat(row["berlaku_mulai"]), langkah, norma)


def _norma(langkah: Langkah, n: int) -> Norma:
    return NormaMenit(n) if LANGKAH_BERBATAS[langkah][1] == "menit" else NormaHariKerja(n)


def _with_limit(step: LangkahSop, norma: Mapping[Langkah, Norma]) -> LangkahSop:
    """The printed row; its "Waktu" is rewritten only where the limit differs from the approved one."""
    own = [langkah for langkah in LANGKAH_BERBATAS if langkah.value.rstrip("b") == str(step.nomor)]
    if all(norma[langkah] == SOP_2022.norma[langkah] for langkah in own):
        return step
    return replace(step, waktu=" dan ".join(norma[langkah].label for langkah in own))


def _limit(revisi: RevisiSop, langkah: Langkah) -> int:
    norma = revisi.norma[langkah]
    assert isinstance(norma, NormaMenit | NormaHariKerja)
    return norma.menit if isinstance(norma, NormaMenit) else norma.hari


def _first_new_triwulan(unit: Unit, today: date) -> Triwulan:
    """The first triwulan that new limits hold for: the one collected now, unless a berkas of it has begun."""
    begun = [Triwulan(c.tahun, c.triwulan) for c in unit.cases.listing(jenis=Jenis.BERKAS) if c.triwulan is not None]
    return max([Triwulan.of(today).previous, *(triwulan.next for triwulan in begun)])


def _change_limits(unit: Unit, limits: Mapping[Langkah, int], today: date) -> str:
    """Store a revision with these limits and return its mark; one that has not begun is replaced."""
    triwulan = _first_new_triwulan(unit, today)
    newest = revisions(unit)[-1]
    row = {langkah.value: str(limits.get(langkah, _limit(newest, langkah))) for langkah in LANGKAH_BERBATAS}
    row["berlaku_mulai"] = triwulan.last_day.isoformat()
    row["tanda"] = f"SOP Februari 2022, batas sejak {triwulan.label_tahun}"
    kept = [r for r in json.loads(unit.settings.get(_REVISIONS) or "[]") if r["berlaku_mulai"] != row["berlaku_mulai"]]
    unit.settings.put(_REVISIONS, json.dumps([*kept, row], sort_keys=True))
    return row["tanda"]


# --- services ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfficeView:
    """What the window's frame shows and obeys."""

    instansi: Instansi
    latihan: bool
    zona: Zona
    pemeriksa: str
    tampilan: Tampilan


@dataclass(frozen=True, slots=True)
class SettingView:
    """One setting with its present text; ``bawaan`` True while the office has not changed it."""

    setelan: Setelan
    teks: str
    bawaan: bool


@dataclass(frozen=True, slots=True)
class SettingsView:
    """All settings in order, the number that a change names as seen, and from when new limits would hold."""

    daftar: tuple[SettingView, ...]
    versi: int
    batas_baru: str


@permits(*ALL_ROLES)
def office_view(ctx: Context) -> OfficeView:
    """The office for the frame of the window."""
    with ctx.office.store.read() as unit:
        return OfficeView(instansi(unit), is_practice(unit), zona(unit), pemeriksa(unit), tampilan(unit))


@permits(Role.ADMIN)
def list_settings(ctx: Context) -> SettingsView:
    """Everything that may be set."""
    with ctx.office.store.read() as unit:
        stored = unit.settings.all()
        newest = revisions(unit)[-1]
        rows = tuple(_view(setelan, stored, newest) for setelan in DECLARED)
        start = _first_new_triwulan(unit, ctx.today())
        return SettingsView(rows, trail.version(unit, trail.Kind.SETTING), start.label_tahun)


def changed(unit: Unit) -> tuple[SettingView, ...]:
    """The settings that say something else than the program's default."""
    stored, newest = unit.settings.all(), revisions(unit)[-1]
    rows = (_view(setelan, stored, newest) for setelan in DECLARED)
    return tuple(row for row in rows if row.teks != row.setelan.bawaan)


def _view(setelan: Setelan, stored: Mapping[str, str], newest: RevisiSop) -> SettingView:
    if setelan.kunci in _LIMIT_KEYS:
        teks = str(_limit(newest, _LIMIT_KEYS[setelan.kunci]))
        return SettingView(setelan, teks, teks == setelan.bawaan)
    return SettingView(setelan, stored.get(setelan.kunci, setelan.bawaan), setelan.kunci not in stored)


@permits(Role.ADMIN)
def change_settings(ctx: Context, baru: Mapping[str, str], seen: int) -> Changes:
    """Change several settings at once, all or none.

    An image is given as base64 text. Raises FieldsRefused with every wrong field, StaleWrite.
    """
    check_settings(baru)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, "Pengaturan", seen, trail.Kind.SETTING)
        apply_settings(unit, ctx, baru)
        chosen = zona(unit)
        unit.commit()
    ctx.office.clock.move_to(chosen.tzinfo)
    return frozenset({Change.SETTINGS})


def apply_settings(unit: Unit, ctx: Context, baru: Mapping[str, str]) -> None:
    """Store checked texts with their records; unchanged ones are left alone."""
    now = ctx.now()
    limits = {_LIMIT_KEYS[kunci]: int(teks) for kunci, teks in baru.items() if kunci in _LIMIT_KEYS}
    newest = revisions(unit)[-1]
    if any(_limit(newest, langkah) != n for langkah, n in limits.items()):
        _change_limits(unit, limits, now.date())
        _record(unit, ctx.actor, now, _REVISIONS)
    for kunci, teks in _changed(unit, baru):
        put(unit, ctx.actor, now, kunci, teks)


def put(unit: Unit, actor: Actor, pada: datetime, kunci: str, teks: str) -> None:
    """Store a checked text with its record."""
    unit.settings.put(kunci, teks)
    _record(unit, actor, pada, kunci)


def _changed(unit: Unit, baru: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    plain_keys = [(kunci, teks.strip()) for kunci, teks in baru.items() if kunci not in _LIMIT_KEYS]
    return [(kunci, teks) for kunci, teks in plain_keys if teks != value(unit, kunci)]


def _record(unit: Unit, actor: Actor, pada: datetime, kunci: str) -> None:
    teks = unit.settings.get(kunci) or ""
    shown = teks if len(teks) <= MAKS_TEKS else ""
    trail.record(unit, actor, pada, trail.Kind.SETTING, kunci, isi={"nilai": shown}, sidik=teks)
