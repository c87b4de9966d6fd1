"""Step 3: the analyst fills the Lembar Kerja and hands the bahan in.

Drafts are kept per change; ``evaluate`` and ``ketik`` (from the domain) redraw a row without the
database. What is stored last is what is handed in, never what a screen holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kinerja_desktop.domain.baris import BarisLembar, KelompokLembar, group
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.errors import Incomplete, NotFound
from kinerja_desktop.domain.lembar import Hitungan, Sel, count, evaluate, ketik
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import DECIDED, Act, Action, check
from kinerja_desktop.services import drafts, sheet
from kinerja_desktop.services.acting import perform
from kinerja_desktop.services.cases import Berkas, Kepala, check_ordered, kepala, load_berkas, names
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.draft_texts import in_content
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.history import spoken
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.services.snapshots import current_content, encode_isi, return_of
from kinerja_desktop.services.withdrawal import withdraw
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = [
    "BarisLembar",
    "DrafTersimpan",
    "LembarKerja",
    "Sel",
    "TandaKembali",
    "evaluate",
    "ketik",
    "load",
    "put_bahan",
    "save_draft",
    "submit_bahan",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """The sheet. ``sel`` holds every row evaluated, by kode; ``belum_dapat`` is the sentence in the footer.

    ``terkunci``: not on the analyst's desk; ``sebab_terkunci`` says where it is, with whom, and what can be done.
    ``sesudah`` tells that it was handed in, to whom.
    """

    kepala: Kepala
    kelompok: tuple[KelompokLembar, ...]
    isi: Isi
    sel: Mapping[str, Sel]
    hitungan: Hitungan
    pengembalian: TandaKembali | None
    versi_draf: int
    tersimpan: datetime | None
    terkunci: bool
    dapat_diajukan: bool
    belum_dapat: str
    sesudah: str = ""
    sebab_terkunci: str = ""


# --- looking -----------------------------------------------------------------------------------


@permits(Role.ANALIS)
def load(ctx: Context, case_id: str) -> LembarKerja:
    """Everything the sheet shows. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        head = kepala(unit, ctx, berkas)
        terkunci = Action.SUBMIT_BAHAN not in head.boleh
        draft = None if terkunci else unit.drafts.get(case_id, drafts.BAHAN)
        isi = drafts.content(draft, current_content(berkas.keadaan))
        returned = _returned(berkas)
        baris = sheet.rows(unit, berkas, _notes(returned))
        sel = sheet.cells(baris, isi)
        found = count(sel, catatan_umum=len(sheet.open_general(_notes(returned), isi)))
        return LembarKerja(
            kepala=head,
            kelompok=group(baris),
            isi=isi,
            sel=sel,
            hitungan=found,
            pengembalian=sheet.sign_of(ctx, berkas, returned),
            versi_draf=drafts.version(draft),
            tersimpan=None if draft is None else draft.pada,
            terkunci=terkunci,
            dapat_diajukan=not terkunci and found.lengkap,
            belum_dapat="" if terkunci else not_yet(found.kekurangan),
            sesudah=_afterwards(unit, ctx, berkas),
            sebab_terkunci=_why_locked(unit, ctx, berkas, head) if terkunci else "",
        )


def not_yet(missing: Iterable[str]) -> str:
    """Say what keeps work from being handed in: "Belum dapat diajukan: isi 1 indikator."."""
    gaps = tuple(missing)
    return f"Belum dapat diajukan: {deretan(gaps)}." if gaps else ""


def _returned(berkas: Berkas) -> Act | None:
    """The return of bahan that the analyst is repairing, or None."""
    last = berkas.keadaan.last(Action.RETURN_BAHAN, Action.SUBMIT_BAHAN)
    return last if last is not None and last.action is Action.RETURN_BAHAN else None


def _notes(returned: Act | None) -> tuple[Catatan, ...]:
    found = None if returned is None else return_of(returned)
    return () if found is None else found.catatan


def _afterwards(unit: Unit, ctx: Context, berkas: Berkas) -> str:
    last = berkas.keadaan.terakhir
    if last is None or last.action is not Action.SUBMIT_BAHAN:
        return ""
    kasubag = names(unit.people.holders(Role.KASUBAG, ctx.today(), berkas.seksi.kode))
    when = spoken(last.pada, berkas.kalender.local(ctx.now()), berkas.kalender)
    return f"Bahan diajukan kepada {kasubag} {when}."


def _why_locked(unit: Unit, ctx: Context, berkas: Berkas, head: Kepala) -> str:
    desk = berkas.keadaan.desk
    if desk is None or berkas.keadaan.status in DECIDED:
        return f"{head.label}: angkanya sudah dikunci. Bila ada yang salah, sampaikan kepada {Role.KABID.label}."
    if desk is Role.ANALIS:
        people = names(unit.people.get(one) for one in berkas.case.analis).removesuffix(".")
        return f"{head.label}: lembar ini ditugaskan kepada {people}. Bila Anda yang mengisi, sampaikan kepada Kasubag."
    holder = names(unit.people.holders(desk, ctx.today(), berkas.seksi.kode if desk.of_seksi else None))
    where = f"{head.label}: berkas ada pada {' '.join(filter(None, (desk.label, holder))).removesuffix('.')}."
    if Action.WITHDRAW in head.boleh:
        return f"{where} Tekan Tarik Pengajuan bila perlu diubah."
    return f"{where} Bila perlu diubah, minta {'ia' if desk is Role.KASUBAG else 'Kasubag Anda'} mengembalikannya."


# --- writing -----------------------------------------------------------------------------------


@permits(Role.ANALIS)
def save_draft(
    ctx: Context,
    case_id: str,
    changed: Sequence[IsiIndikator] = (),
    *,
    catatan: str | None = None,
    perbaikan: Sequence[str] | None = None,
    seen: int,
) -> DrafTersimpan:
    """Keep changed rows (whole content of each), a word to the Kasubag, ticks on notes to the whole (ids).

    Raises StaleWrite, WrongState, NotOrdered, AngkaSalah, TextTooLong, FieldsRefused, NotFound.
    """
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        check(berkas.keadaan, Action.SUBMIT_BAHAN, ctx.actor.role, ctx.actor.id)
        check_ordered(unit, ctx, berkas.case)
        before = drafts.content(unit.drafts.get(case_id, drafts.BAHAN), current_content(berkas.keadaan))
        check_rows(sheet.rows(unit, berkas), changed, before)
        isi = before.with_rows(changed)
        if catatan is not None:
            drafts.check_length("Catatan", catatan)
            isi = replace(isi, catatan=catatan)
        if perbaikan is not None:
            isi = replace(isi, perbaikan=tuple(perbaikan))
        saved = drafts.save(unit, ctx, case_id, drafts.BAHAN, {"isi": encode_isi(isi)}, seen=seen)
        drafts.lay_aside(unit, ctx, case_id, drafts.BAHAN, before=in_content(before), now=in_content(isi))
        unit.commit()
    return saved


def check_rows(baris: Iterable[BarisLembar], changed: Iterable[IsiIndikator], before: Isi) -> None:
    """Refuse rows that the sheet lacks, figures and texts that no field takes.

    Raises NotFound, AngkaSalah, TextTooLong, FieldsRefused.
    """
    known = {row.kode for row in baris}
    for isi in changed:
        if isi.kode not in known:
            raise NotFound("Indikator", isi.kode)
        drafts.check_row(isi, before.of(isi.kode))


@permits(Role.ANALIS)
def submit_bahan(ctx: Context, case_id: str, *, seen: int, seen_draf: int) -> Changes:
    """Hand the stored draft in. Raises Incomplete with every gap, StaleWrite, WrongState, NotOrdered."""
    with ctx.office.store.unit() as unit:
        draft = unit.drafts.get(case_id, drafts.BAHAN)
        found = put_bahan(unit, ctx, case_id, seen=seen)
        drafts.check_version(draft, "Lembar Kerja", seen_draf)
        check_complete(found)
        unit.drafts.delete(case_id, drafts.BAHAN)
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def put_bahan(unit: Unit, ctx: Context, case_id: str, *, seen: int) -> Hitungan:
    """Step 3 with the stored draft, complete or not, in a unit that the caller keeps or gives up; what it counts.

    Raises StaleWrite, WrongState, NotOrdered.
    """
    berkas = load_berkas(unit, ctx, case_id)
    notes = _notes(_returned(berkas))
    baris = sheet.rows(unit, berkas, notes)
    draft = unit.drafts.get(case_id, drafts.BAHAN)
    isi = sheet.tidied(baris, drafts.content(draft, current_content(berkas.keadaan)))
    perform(
        unit,
        ctx,
        berkas.case,
        Action.SUBMIT_BAHAN,
        seen=seen,
        isi={"isi": encode_isi(isi)},
        alasan=isi.catatan,
        kalender=berkas.kalender,
        revisi=berkas.revisi,
    )
    check_ordered(unit, ctx, berkas.case)
    return count(sheet.cells(baris, isi), catatan_umum=len(sheet.open_general(notes, isi)))


def check_complete(found: Hitungan, more: Iterable[str] = ()) -> None:
    """Refuse to hand in while something is missing. Raises Incomplete."""
    missing = (*found.kekurangan, *more)
    if missing:
        raise Incomplete(missing)
