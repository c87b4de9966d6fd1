"""How each kind of draft takes back what was given up of it: read, looked at for a free place, filled, stored.

What cannot be written now is refused in ``read``, by the rule of the act that hands the draft in; ``save`` is the
service that a screen saves with, so everything it holds is held here too. To add a kind: a line in ``JENIS``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Generic, TypeVar

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.komponen import MEDAN
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator, Pengembalian
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Status, check
from kinerja_desktop.services import annual, collection, drafts, quarterly, reports, review, section_report
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.cases import load_berkas
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.draft_texts import (
    ALASAN,
    BAB,
    BUKTI,
    CATATAN,
    FIGURES,
    REALISASI,
    REKOMENDASI,
    URAIAN,
    WORDS,
    Texts,
    as_bukti,
    in_content,
    in_report,
    in_return,
    of_bukti,
    stands,
)
from kinerja_desktop.services.section_work import CatatanBaru, work_of
from kinerja_desktop.services.snapshots import current_content
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Jenis(Generic[T]):
    """How the content of a kind of draft is read (refused where it cannot be written), filled and stored."""

    judul: str
    role: Role
    tab: str
    read: Callable[[Unit, Context, Case], tuple[T, int]]
    texts: Callable[[T], Texts]
    is_free: Callable[[T, str], bool]
    fill: Callable[[T, Texts], T]
    save: Callable[[Context, Case, T, T, int], object]


def _read_bahan(unit: Unit, ctx: Context, case: Case) -> tuple[Isi, int]:
    berkas = load_berkas(unit, ctx, case.id)
    check(berkas.keadaan, Action.SUBMIT_BAHAN, Role.ANALIS, ctx.actor.id)
    draft = unit.drafts.get(case.id, drafts.BAHAN)
    return drafts.content(draft, current_content(berkas.keadaan)), drafts.version(draft)


def _read_laporan(unit: Unit, ctx: Context, case: Case) -> tuple[Isi, int]:
    berkas = load_berkas(unit, ctx, case.id)
    check(berkas.keadaan, Action.SUBMIT, Role.KASUBAG, ctx.actor.id)
    work = work_of(unit, berkas)
    return work.isi, drafts.version(work.draft)


def _free_in_content(isi: Isi, place: str) -> bool:
    """A figure and the reason why there is none share a place, and so do a realisasi and what it is made of."""
    name, _, kode = place.partition(":")
    if name == BUKTI:
        return True
    if name == URAIAN:
        return not isi.uraian.strip()
    row = isi.of(kode)
    if name in WORDS and name != "alasan_kosong":
        return not (getattr(row, name) or "").strip()
    return not any(getattr(row, other) not in {None, ""} for other in _rivals(row, name))


def _rivals(row: IsiIndikator, name: str) -> Sequence[str]:
    typed = ("diketik", *(f"{medan}_diketik" for medan in MEDAN))
    if name in MEDAN and any(getattr(row, medan) is not None for medan in MEDAN):
        return name, f"{name}_diketik", "alasan_kosong"  # the realisasi follows from both
    return (REALISASI, *MEDAN, *typed, "alasan_kosong")


def _fill_content(isi: Isi, found: Texts) -> Isi:
    for place, texts in found.items():
        name, _, kode = place.partition(":")
        if name == URAIAN:
            isi = replace(isi, uraian=texts[0])
        else:
            isi = isi.with_rows((_fill_row(isi.of(kode), name, texts),))
    return isi


def _fill_row(row: IsiIndikator, name: str, texts: Sequence[str]) -> IsiIndikator:
    if name == BUKTI:
        there = tuple(map(of_bukti, row.bukti))
        back = (as_bukti(teks) for teks in texts if not stands(name, teks, there))
        return replace(row, bukti=(*row.bukti, *back))
    value: dict[str, Any] = {name: Decimal(texts[0]) if name in FIGURES else texts[0]}
    return replace(row, **value)


def _changed(before: Isi, now: Isi) -> tuple[IsiIndikator, ...]:
    return tuple(row for row in now.indikator if row != before.of(row.kode))


def _save_bahan(ctx: Context, case: Case, before: Isi, now: Isi, seen: int) -> object:
    return collection.save_draft(ctx, case.id, _changed(before, now), seen=seen)


def _save_laporan(ctx: Context, case: Case, before: Isi, now: Isi, seen: int) -> object:
    return section_report.save_draft(ctx, case.id, _changed(before, now), uraian=now.uraian, seen=seen)


def _read_notes(unit: Unit, ctx: Context, case: Case) -> tuple[Pengembalian, int]:
    berkas = load_berkas(unit, ctx, case.id)
    check(berkas.keadaan, Action.RETURN, Role.KABID, ctx.actor.id)
    return review.written_of(unit, case.id), drafts.version(unit.drafts.get(case.id, drafts.PEMERIKSAAN))


def _free_in_return(now: Pengembalian, place: str) -> bool:
    return place.partition(":")[0] == CATATAN or not now.alasan.strip()


def _fill_return(now: Pengembalian, found: Texts) -> Pengembalian:
    for place, texts in found.items():
        name, _, kode = place.partition(":")
        if name == ALASAN:
            now = replace(now, alasan=texts[0])
        else:
            now = replace(now, catatan=(*now.catatan, *(Catatan("", kode or None, teks) for teks in texts)))
    return now


def _save_notes(ctx: Context, case: Case, _before: Pengembalian, now: Pengembalian, seen: int) -> object:
    notes = tuple(CatatanBaru(one.kode, one.teks) for one in now.catatan)
    return review.save_notes(ctx, case.id, notes, now.alasan, seen=seen)


def _free_in_report(isi: IsiLaporan, place: str) -> bool:
    name, _, kunci = place.partition(":")
    return name == REKOMENDASI or kunci not in dict(isi.paragraf)


def _fill_report(isi: IsiLaporan, found: Texts) -> IsiLaporan:
    for place, texts in found.items():
        name, _, kunci = place.partition(":")
        if name == REKOMENDASI:
            rows = (Rekomendasi(*[*teks.split("\n"), "", ""][:3]) for teks in texts)
            isi = replace(isi, rekomendasi=(*(isi.rekomendasi or ()), *rows))
        elif name == BAB:
            isi = replace(isi, paragraf=(*isi.paragraf, (kunci, tuple(texts[0].split("\n")))))
        else:
            kept = tuple(pair for pair in isi.dasar if pair[0] != kunci)
            isi = replace(isi, dasar=(*kept, (kunci, tuple(texts[0].split("\n")))))
    return isi


def _read_report(unit: Unit, _ctx: Context, case: Case, ragam: reports.Ragam) -> tuple[IsiLaporan, int]:
    keadaan = keadaan_of(unit, case)
    if keadaan.status is not Status.OPEN:
        raise NotFound("Isian laporan", case.id)
    return reports.typed_of(unit, ragam, case.id), drafts.version(unit.drafts.get(case.id, ragam.dokumen))


def _save_quarterly(ctx: Context, case: Case, _before: IsiLaporan, now: IsiLaporan, seen: int) -> object:
    return quarterly.save_draft(ctx, Triwulan(case.tahun, case.triwulan or 0), now, seen=seen)


def _save_annual(ctx: Context, case: Case, _before: IsiLaporan, now: IsiLaporan, seen: int) -> object:
    return annual.save_draft(ctx, case.tahun, now, seen=seen)


_PERENCANAAN = Role.KASUBAG_PERENCANAAN
RAGAM: Mapping[str, reports.Ragam] = {ragam.dokumen: ragam for ragam in (reports.TRIWULAN, reports.TAHUNAN)}
JENIS: Mapping[str, Jenis[Any]] = {
    drafts.BAHAN: Jenis(
        "Lembar Kerja", Role.ANALIS, "lembar_kerja",
        _read_bahan, in_content, _free_in_content, _fill_content, _save_bahan,
    ),
    drafts.LAPORAN: Jenis(
        "Laporan", Role.KASUBAG, "laporan_seksi",
        _read_laporan, in_content, _free_in_content, _fill_content, _save_laporan,
    ),
    drafts.PEMERIKSAAN: Jenis(
        "Pemeriksaan", Role.KABID, "pemeriksaan",
        _read_notes, in_return, _free_in_return, _fill_return, _save_notes,
    ),
    reports.TRIWULAN.dokumen: Jenis(
        "Laporan Triwulan", _PERENCANAAN, "laporan_triwulan",
        lambda unit, ctx, case: _read_report(unit, ctx, case, reports.TRIWULAN),
        in_report, _free_in_report, _fill_report, _save_quarterly,
    ),
    reports.TAHUNAN.dokumen: Jenis(
        "Laporan Tahunan", _PERENCANAAN, "laporan_tahunan",
        lambda unit, ctx, case: _read_report(unit, ctx, case, reports.TAHUNAN),
        in_report, _free_in_report, _fill_report, _save_annual,
    ),
}  # fmt: skip
