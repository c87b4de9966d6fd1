"""How each kind of draft takes back what was given up of it: read, looked at for a free place, filled, stored.

What cannot be written now is refused in ``read``, by the rule of the act that hands the draft in; ``save`` is the
service that a screen saves with, so everything it holds is held here too. To add a kind: a line in ``JENIS``.
What makes papers is loaded with the first paper that something was given up of.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.komponen import MEDAN
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator, Pengembalian
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Status, check
from kinerja_desktop.services import (
    annual,
    assignment,
    collection,
    disposition,
    drafts,
    quarterly,
    reports,
    review,
    section_report,
)
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.assignment import CatatanPenugasan
from kinerja_desktop.services.cases import load_berkas
from kinerja_desktop.services.compose.typed import ISIAN, of_subject
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.draft_texts import (
    ALASAN,
    BAB,
    BUKTI,
    CATATAN,
    FIGURES,
    HAL,
    PESAN,
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
from kinerja_desktop.storage.unit_of_work import Unit

if TYPE_CHECKING:
    from kinerja_desktop.services.compose.office.kinds import Pokok
    from kinerja_desktop.services.office_papers import Kolom

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tempat:
    """The work that a draft belongs to. ``id`` is its case, or what stands for one; ``seksi`` is a kode.

    ``butir`` is the thing by which its tab opens it; ``nama`` its own name, where a kind has many.
    """

    id: str
    tahun: int
    triwulan: int | None
    seksi: str | None
    butir: str
    nama: str = ""

    @property
    def masa(self) -> str:
        """Its period: "Tahun 2026" or "Triwulan II Tahun 2026"."""
        return f"Tahun {self.tahun}" if self.triwulan is None else Triwulan(self.tahun, self.triwulan).label_tahun


def _of_case(unit: Unit, case_id: str) -> Tempat:
    case = unit.cases.get(case_id)
    return Tempat(case.id, case.tahun, case.triwulan, case.seksi, case.id)


@dataclass(frozen=True, slots=True)
class Jenis(Generic[T]):
    """How the content of a kind of draft is read (refused where it cannot be written), filled and stored.

    ``role`` is who fills it; None where several may. ``label`` says what a place is called, where that is not fixed.
    """

    judul: str
    role: Role | None
    tab: str
    read: Callable[[Unit, Context, Tempat], tuple[T, int]]
    texts: Callable[[T], Texts]
    is_free: Callable[[T, str], bool]
    fill: Callable[[T, Texts], T]
    save: Callable[[Context, Tempat, T, T, int], object]
    place: Callable[[Unit, str], Tempat] = _of_case
    label: Callable[[T, str], str] | None = None


def _read_bahan(unit: Unit, ctx: Context, tempat: Tempat) -> tuple[Isi, int]:
    berkas = load_berkas(unit, ctx, tempat.id)
    check(berkas.keadaan, Action.SUBMIT_BAHAN, Role.ANALIS, ctx.actor.id)
    draft = unit.drafts.get(tempat.id, drafts.BAHAN)
    return drafts.content(draft, current_content(berkas.keadaan)), drafts.version(draft)


def _read_laporan(unit: Unit, ctx: Context, tempat: Tempat) -> tuple[Isi, int]:
    berkas = load_berkas(unit, ctx, tempat.id)
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


def _save_bahan(ctx: Context, tempat: Tempat, before: Isi, now: Isi, seen: int) -> object:
    return collection.save_draft(ctx, tempat.id, _changed(before, now), seen=seen)


def _save_laporan(ctx: Context, tempat: Tempat, before: Isi, now: Isi, seen: int) -> object:
    return section_report.save_draft(ctx, tempat.id, _changed(before, now), uraian=now.uraian, seen=seen)


def _read_notes(unit: Unit, ctx: Context, tempat: Tempat) -> tuple[Pengembalian, int]:
    berkas = load_berkas(unit, ctx, tempat.id)
    check(berkas.keadaan, Action.RETURN, Role.KABID, ctx.actor.id)
    return review.written_of(unit, tempat.id), drafts.version(unit.drafts.get(tempat.id, drafts.PEMERIKSAAN))


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


def _save_notes(ctx: Context, tempat: Tempat, _before: Pengembalian, now: Pengembalian, seen: int) -> object:
    notes = tuple(CatatanBaru(one.kode, one.teks) for one in now.catatan)
    return review.save_notes(ctx, tempat.id, notes, now.alasan, seen=seen)


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
            others = tuple(pair for pair in isi.paragraf if pair[0] != kunci)
            isi = replace(isi, paragraf=(*others, (kunci, tuple(texts[0].split("\n")))))
        else:
            kept = tuple(pair for pair in isi.dasar if pair[0] != kunci)
            isi = replace(isi, dasar=(*kept, (kunci, tuple(texts[0].split("\n")))))
    return isi


def _read_report(unit: Unit, _ctx: Context, tempat: Tempat, ragam: reports.Ragam) -> tuple[IsiLaporan, int]:
    keadaan = keadaan_of(unit, unit.cases.get(tempat.id))
    if keadaan.status is not Status.OPEN:
        raise NotFound("Isian laporan", tempat.id)
    return reports.typed_of(unit, ragam, tempat.id), drafts.version(unit.drafts.get(tempat.id, ragam.dokumen))


def _save_quarterly(ctx: Context, tempat: Tempat, _before: IsiLaporan, now: IsiLaporan, seen: int) -> object:
    return quarterly.save_draft(ctx, Triwulan(tempat.tahun, tempat.triwulan or 0), now, seen=seen)


def _save_annual(ctx: Context, tempat: Tempat, _before: IsiLaporan, now: IsiLaporan, seen: int) -> object:
    return annual.save_draft(ctx, tempat.tahun, now, seen=seen)


def _of_report(unit: Unit, case_id: str) -> Tempat:
    tempat = _of_case(unit, case_id)
    return replace(tempat, butir=tempat.masa)


# --- slips ---------------------------------------------------------------------------------------


def _of_quarter(_unit: Unit, case_id: str) -> Tempat:
    triwulan = assignment.quarter_of(case_id)
    return Tempat(case_id, triwulan.tahun, triwulan.nomor, None, triwulan.kode)


_Nota: TypeAlias = tuple[CatatanPenugasan, Triwulan]


def _read_note(unit: Unit, _ctx: Context, tempat: Tempat) -> tuple[_Nota, int]:
    triwulan = assignment.quarter_of(tempat.id)
    draft = unit.drafts.get(tempat.id, drafts.PENUGASAN)
    return (assignment.note_of(draft, triwulan), triwulan), drafts.version(draft)


def _fill_note(now: _Nota, found: Texts) -> _Nota:
    catatan, triwulan = now
    typed: dict[str, Any] = {_OF_NOTE[key.partition(":")[0]]: texts[0] for key, texts in found.items()}
    return replace(catatan, **typed), triwulan


_OF_NOTE = {HAL: "hal", PESAN: "catatan"}


def _save_note(ctx: Context, _tempat: Tempat, _before: _Nota, now: _Nota, seen: int) -> object:
    catatan, triwulan = now
    return assignment.save_note(ctx, triwulan, catatan, seen=seen)


def _read_order(unit: Unit, ctx: Context, tempat: Tempat) -> tuple[DisposisiDraf, int]:
    berkas = load_berkas(unit, ctx, tempat.id)
    check(berkas.keadaan, Action.ORDER, Role.KASUBAG, ctx.actor.id)
    draft = unit.drafts.get(tempat.id, drafts.DISPOSISI)
    return disposition.draft_of(draft), drafts.version(draft)


def _fill_order(now: DisposisiDraf, found: Texts) -> DisposisiDraf:
    return replace(now, catatan=next(iter(found.values()))[0])


def _save_order(ctx: Context, tempat: Tempat, _before: DisposisiDraf, now: DisposisiDraf, seen: int) -> object:
    return disposition.save_draft(ctx, tempat.id, now, seen=seen)


# --- papers that may be made at any time ---------------------------------------------------------


def _of_paper(_unit: Unit, case_id: str) -> Tempat:
    from kinerja_desktop.services.office_papers import name_of_kind

    kunci, tahun, nomor, seksi = of_subject(case_id)
    return Tempat(case_id, tahun, nomor, seksi, "", name_of_kind(kunci))


def _read_paper(unit: Unit, ctx: Context, tempat: Tempat) -> tuple["Kolom", int]:
    from kinerja_desktop.services.office_papers import fields_of

    return fields_of(unit, ctx, *_about(tempat))


def _save_paper(ctx: Context, tempat: Tempat, _before: "Kolom", now: "Kolom", seen: int) -> object:
    from kinerja_desktop.services.office_papers import save

    return save(ctx, *_about(tempat), now.nilai, seen=seen)


def _about(tempat: Tempat) -> tuple[str, "Pokok"]:
    from kinerja_desktop.services.compose.office.kinds import Pokok

    kunci, tahun, nomor, seksi = of_subject(tempat.id)
    return kunci, Pokok(tahun, nomor, seksi)


def _fill_paper(now: "Kolom", found: Texts) -> "Kolom":
    return replace(now, nilai={**now.nilai, **{place.partition(":")[2]: texts[0] for place, texts in found.items()}})


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
        lambda unit, ctx, tempat: _read_report(unit, ctx, tempat, reports.TRIWULAN),
        in_report, _free_in_report, _fill_report, _save_quarterly, _of_report,
    ),
    reports.TAHUNAN.dokumen: Jenis(
        "Laporan Tahunan", _PERENCANAAN, "laporan_tahunan",
        lambda unit, ctx, tempat: _read_report(unit, ctx, tempat, reports.TAHUNAN),
        in_report, _free_in_report, _fill_report, _save_annual, _of_report,
    ),
    drafts.PENUGASAN: Jenis(
        "Penugasan", Role.KABID, "penugasan",
        _read_note, lambda now: assignment.texts_of(*now), lambda now, place: place not in assignment.texts_of(*now),
        _fill_note, _save_note, _of_quarter,
    ),
    drafts.DISPOSISI: Jenis(
        "Disposisi", Role.KASUBAG, "disposisi",
        _read_order, disposition.texts_of, lambda now, _: not now.catatan.strip(), _fill_order, _save_order,
    ),
    ISIAN: Jenis(
        "", None, "arsip",
        _read_paper, lambda now: now.texts(), lambda now, place: place not in now.texts(), _fill_paper, _save_paper,
        _of_paper, lambda now, place: now.label(place),
    ),
}  # fmt: skip
