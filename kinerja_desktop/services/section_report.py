"""Step 4: the Kasubag turns bahan into the seksi's Laporan Data Kinerja, and hands it over when approved.

He may change a figure, but never silently: every figure unlike the bahan is listed. After a return
each note must be ticked before "Ajukan Kembali". An indikator below its target needs some words (factor or
follow-up) before the report goes to the Kabid.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar, KelompokLembar, group
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.lembar import Hitungan, Sel, count
from kinerja_desktop.domain.realisasi import (
    Beda,
    Isi,
    IsiIndikator,
    differences,
)
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.rumus import total
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.domain.workflow import (
    Act,
    Action,
    Langkah,
    check,
)
from kinerja_desktop.services import drafts, sheet
from kinerja_desktop.services.acting import perform
from kinerja_desktop.services.cases import (
    Berkas,
    Kepala,
    kepala,
    load_berkas,
)
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.collection import check_complete, check_rows, not_yet
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.draft_texts import in_content
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.handing_over import hand_over
from kinerja_desktop.services.history import spoken
from kinerja_desktop.services.section_work import (
    BedaAngka,
    CatatanBaru,
    notes_of,
    pin,
    returned_by_kabid,
    told,
    without_words,
    word_gap,
    work_of,
)
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.services.snapshots import (
    content_of,
    encode_isi,
    last_with_content,
)
from kinerja_desktop.services.withdrawal import withdraw
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = [
    "BedaAngka",
    "CatatanBaru",
    "LaporanSeksiView",
    "hand_over",
    "load",
    "put_report",
    "return_bahan",
    "save_draft",
    "submit",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class LaporanSeksiView:
    """Screen of step 4.

    ``beda_bahan``: figures that the Kasubag changed against the bahan. ``bahan_baru``: figures that
    came with a newer bahan than the draft was begun on. ``tombol`` is the caption of the primary act.
    ``naik_turun`` gives per kode the difference of realisasi to the last figure before. ``uraian_kosong``
    are the kode that still need words.
    """

    kepala: Kepala
    kelompok: tuple[KelompokLembar, ...]
    isi: Isi
    sel: Mapping[str, Sel]
    hitungan: Hitungan
    bahan_dari: str
    bahan_pada: datetime | None
    bahan_keterangan: str
    beda_bahan: tuple[BedaAngka, ...]
    bahan_baru: tuple[BedaAngka, ...]
    naik_turun: Mapping[str, Decimal]
    pengembalian: TandaKembali | None
    uraian_kosong: tuple[str, ...]
    versi_draf: int
    tersimpan: datetime | None
    terkunci: bool
    dapat_diajukan: bool
    belum_dapat: str
    tombol: str
    sesudah: str = ""


# --- looking -----------------------------------------------------------------------------------


@permits(Role.KASUBAG)
def load(ctx: Context, case_id: str) -> LaporanSeksiView:
    """Everything the screen shows. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        head = kepala(unit, ctx, berkas)
        work, returned = work_of(unit, berkas), returned_by_kabid(berkas)
        baris = sheet.rows(unit, berkas, notes_of(returned))
        sel = sheet.cells(baris, work.isi)
        found = count(sel, catatan_umum=len(sheet.open_general(notes_of(returned), work.isi)))
        wordless = without_words(baris, sel, work.isi)
        terkunci = Action.SUBMIT not in head.boleh
        bahan = berkas.keadaan.last(Action.SUBMIT_BAHAN)
        return LaporanSeksiView(
            kepala=head,
            kelompok=group(baris),
            isi=work.isi,
            sel=sel,
            hitungan=found,
            bahan_dari=bahan.nama if bahan else "",
            bahan_pada=bahan.pada if bahan else None,
            bahan_keterangan=_coverage(baris, bahan),
            beda_bahan=told(baris, _against_bahan(bahan, work.isi)),
            bahan_baru=told(baris, work.baru),
            naik_turun=_rises(baris, work.isi),
            pengembalian=sheet.sign_of(ctx, berkas, returned),
            uraian_kosong=wordless,
            versi_draf=drafts.version(work.draft),
            tersimpan=work.draft.pada if work.draft else None,
            terkunci=terkunci,
            dapat_diajukan=not terkunci and found.lengkap and not wordless,
            belum_dapat=_waiting(unit, berkas)
            or ("" if terkunci else not_yet((*found.kekurangan, *word_gap(wordless)))),
            tombol="Ajukan Kembali" if berkas.keadaan.pengembalian else Action.SUBMIT.label,
            sesudah=_afterwards(unit, ctx, berkas),
        )


def _coverage(baris: Sequence[BarisLembar], bahan: Act | None) -> str:
    """How much of the bahan is filled: "9 dari 9"."""
    isi = None if bahan is None else content_of(bahan)
    if isi is None:
        return ""
    sel = sheet.cells(baris, isi)
    return f"{sum(not s.belum_diisi for s in sel.values())} dari {len(sel)}"


def _against_bahan(bahan: Act | None, isi: Isi) -> tuple[Beda, ...]:
    handed = None if bahan is None else content_of(bahan)
    return () if handed is None else differences(handed, isi)


def _rises(baris: Iterable[BarisLembar], isi: Isi) -> Mapping[str, Decimal]:
    pairs = ((row.kode, isi.of(row.kode).realisasi, row.nilai_lalu) for row in baris)
    return {kode: total((now, -last)) for kode, now, last in pairs if now is not None and last is not None}


def _waiting(unit: Unit, berkas: Berkas) -> str:
    """While the analyst still has time: "Bahan belum diterima. Budi Contoh masih punya waktu sampai …"."""
    if berkas.keadaan.langkah is not Langkah.BAHAN or berkas.case.batas is None:
        return ""
    people = deretan(unit.people.get(one).nama for one in berkas.case.analis)
    until = format_hari_waktu(berkas.kalender.local(berkas.case.batas), sekarang=berkas.case.batas.date())
    last = berkas.keadaan.terakhir
    stands = "sedang diperbaiki" if last is not None and last.action is Action.RETURN_BAHAN else "belum diterima"
    return f"Bahan {stands}. {people} masih punya waktu sampai {until}."


def _afterwards(unit: Unit, ctx: Context, berkas: Berkas) -> str:
    """What the last act of the Kasubag did, to whom: "Laporan diajukan kepada … hari ini 14.05."."""
    last = berkas.keadaan.terakhir
    if last is None or last.action not in _DONE:
        return ""
    start, role = _DONE[last.action]
    if role is Role.ANALIS:
        people = deretan(unit.people.get(one).nama for one in berkas.case.analis)
    else:
        people = deretan(one.nama for one in unit.people.holders(role, ctx.today())) or role.label
    return f"{start} {people} {spoken(last.pada, berkas.kalender.local(ctx.now()), berkas.kalender)}."


_DONE = {
    Action.SUBMIT: ("Laporan diajukan kepada", Role.KABID),
    Action.RETURN_BAHAN: ("Bahan dikembalikan kepada", Role.ANALIS),
    Action.HAND_OVER: ("Laporan diserahkan kepada", Role.KASUBAG_PERENCANAAN),
}


# --- writing -----------------------------------------------------------------------------------


@permits(Role.KASUBAG)
def save_draft(
    ctx: Context,
    case_id: str,
    changed: Sequence[IsiIndikator] = (),
    *,
    uraian: str | None = None,
    perbaikan: Sequence[str] | None = None,
    seen: int,
) -> DrafTersimpan:
    """Keep changed rows, the report's paragraphs, ticks on notes to the whole (ids).

    Raises StaleWrite, WrongState, AngkaSalah, TextTooLong, FieldsRefused, NotFound.
    """
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        check(berkas.keadaan, Action.SUBMIT, ctx.actor.role, ctx.actor.id)
        work = work_of(unit, berkas)
        check_rows(sheet.rows(unit, berkas), changed, work.isi)
        isi = work.isi.with_rows(changed)
        if uraian is not None:
            drafts.check_length("Uraian", uraian)
            isi = replace(isi, uraian=uraian)
        if perbaikan is not None:
            isi = replace(isi, perbaikan=tuple(perbaikan))
        plain = {"isi": encode_isi(isi), "dari": work.dari}
        saved = drafts.save(unit, ctx, case_id, drafts.LAPORAN, plain, seen=seen)
        drafts.lay_aside(unit, ctx, case_id, drafts.LAPORAN, before=in_content(work.isi), now=in_content(isi))
        unit.commit()
    return saved


@permits(Role.KASUBAG)
def submit(ctx: Context, case_id: str, *, seen: int, seen_draf: int, catatan: str = "") -> Changes:
    """Hand the stored draft to the Kabid. Raises Incomplete with every gap, StaleWrite, WrongState."""
    with ctx.office.store.unit() as unit:
        draft = unit.drafts.get(case_id, drafts.LAPORAN)
        found, gaps = put_report(unit, ctx, case_id, catatan=catatan, seen=seen)
        drafts.check_version(draft, "Laporan Seksi", seen_draf)
        check_complete(found, gaps)
        unit.drafts.delete(case_id, drafts.LAPORAN)
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def put_report(
    unit: Unit, ctx: Context, case_id: str, *, catatan: str = "", seen: int
) -> tuple[Hitungan, tuple[str, ...]]:
    """Step 4 with the stored draft, complete or not, in a unit that the caller keeps or gives up; what it lacks.

    Raises StaleWrite, WrongState.
    """
    berkas = load_berkas(unit, ctx, case_id)
    work, notes = work_of(unit, berkas), notes_of(returned_by_kabid(berkas))
    baris = sheet.rows(unit, berkas, notes)
    isi = sheet.tidied(baris, work.isi)
    perform(
        unit,
        ctx,
        berkas.case,
        Action.SUBMIT,
        seen=seen,
        isi={"isi": encode_isi(isi)},
        alasan=catatan,
        kalender=berkas.kalender,
        revisi=berkas.revisi,
    )
    sel = sheet.cells(baris, isi)
    found = count(sel, catatan_umum=len(sheet.open_general(notes, isi)))
    return found, word_gap(without_words(baris, sel, isi))


@permits(Role.KASUBAG)
def return_bahan(ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru] = (), *, seen: int) -> Changes:
    """Send bahan back to the analyst. Raises ReasonTooShort, WrongState, StaleWrite."""
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        source = last_with_content(berkas.keadaan)
        isi = {"pengembalian": pin(unit, berkas, alasan, catatan)}
        if source is not None:
            isi["isi"] = source.isi["isi"]
        perform(
            unit,
            ctx,
            berkas.case,
            Action.RETURN_BAHAN,
            seen=seen,
            isi=isi,
            alasan=alasan.strip(),
            kalender=berkas.kalender,
            revisi=berkas.revisi,
        )
        unit.commit()
    return frozenset({Change.CASE})
