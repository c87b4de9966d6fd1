"""Step 5: the Kabid checks a seksi's report and decides; nothing is ever decided in bulk.

A decision names the version that was on the screen. Notes are kept as a draft while the Kabid reads.
Nobody approves what he handed in himself, unless nobody else holds the role and a reason is recorded.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from kinerja_desktop.domain.errors import ChecksMissing, NoExceptionNeeded, OwnReport, ReasonTooShort
from kinerja_desktop.domain.numerals import format_persen
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.realisasi import MIN_ALASAN, Pengembalian, panjang_alasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import DECISIONS, Action, Langkah, check
from kinerja_desktop.services import drafts, holding, settings
from kinerja_desktop.services.acting import perform
from kinerja_desktop.services.cases import Berkas, Kepala, kepala, load_berkas, names, open_actions
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.services.draft_texts import in_return
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.examination import (
    BarisPeriksa,
    CatatanLalu,
    Diperiksa,
    KelompokPeriksa,
    Syarat,
    VersiLaporan,
    checklist,
    examine,
    explain_mean,
    groups,
    notes_of,
)
from kinerja_desktop.services.freezing import freeze_copy
from kinerja_desktop.services.history import spoken
from kinerja_desktop.services.section_work import BedaAngka, CatatanBaru, pin
from kinerja_desktop.services.snapshots import decode_pengembalian, encode_salinan
from kinerja_desktop.services.withdrawal import withdraw
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = [
    "BarisPeriksa",
    "CatatanBaru",
    "CatatanLalu",
    "Centang",
    "KelompokPeriksa",
    "PemeriksaanView",
    "Syarat",
    "VersiLaporan",
    "allowed_actions",
    "approve",
    "load",
    "put_approval",
    "put_return",
    "return_for_correction",
    "save_notes",
    "withdraw",
]


class Centang(Enum):
    """What the Kabid ticks by hand before he approves."""

    BUKTI = "Angka sesuai bukti"
    WAJAR = "Capaian dan kategori wajar"
    FAKTOR = "Faktor dan tindak lanjut memadai"


@dataclass(frozen=True, slots=True)
class PemeriksaanView:
    """Screen of step 5.

    ``catatan_draf`` are the notes being written now. ``laporan_sendiri``: the actor handed this version
    in; ``pengecualian_boleh``: nobody else could check it, so an exception with a reason may be
    recorded, else ``pemeriksa_lain`` names who can. ``kembali_kepada``, ``batas_kembali`` and
    ``kembali_ke`` fill the dialog of a return.
    ``sesudah`` tells the decision while it can be taken back.
    """

    kepala: Kepala
    judul: str
    keterangan_versi: str
    kelompok: tuple[KelompokPeriksa, ...]
    rata_rata: Decimal | None
    rata_rata_teks: str
    kategori: str
    keterangan_rata_rata: str
    uraian: str
    perubahan: tuple[BedaAngka, ...]
    catatan_umum: tuple[CatatanLalu, ...]
    syarat: tuple[Syarat, ...]
    catatan_draf: tuple[CatatanBaru, ...]
    alasan_draf: str
    versi_draf: int
    laporan_sendiri: bool
    pengecualian_boleh: bool
    pemeriksa_lain: str
    kembali_kepada: str
    batas_kembali: datetime
    kembali_ke: int
    sesudah: str = ""


# --- looking -----------------------------------------------------------------------------------


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def load(ctx: Context, case_id: str) -> PemeriksaanView:
    """Everything the screen shows. Raises NotFound, WrongState before the first report."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        found = examine(unit, berkas)
        written, versi_draf = written_of(unit, case_id), drafts.version(unit.drafts.get(case_id, drafts.PEMERIKSAAN))
        others = _other_checkers(unit, ctx)
        own = _is_own(unit, ctx, found)
        notes = notes_of(ctx, found)
        return PemeriksaanView(
            kepala=kepala(unit, ctx, berkas),
            judul=f"Laporan Data Kinerja · {berkas.seksi.nama} · {berkas.triwulan.label_tahun}",
            keterangan_versi=_about_version(ctx, found),
            kelompok=groups(ctx, found),
            rata_rata=found.rata_rata.nilai,
            rata_rata_teks="–" if found.rata_rata.nilai is None else format_persen(found.rata_rata.nilai),
            kategori=found.rata_rata.kategori or "",
            keterangan_rata_rata=explain_mean(found, settings.aturan(unit)),
            uraian=found.isi.uraian,
            perubahan=found.perubahan,
            catatan_umum=tuple(note for note in notes if note.catatan.kode is None),
            syarat=checklist(found),
            catatan_draf=tuple(CatatanBaru(c.kode, c.teks) for c in written.catatan),
            alasan_draf=written.alasan,
            versi_draf=versi_draf,
            laporan_sendiri=own,
            pengecualian_boleh=own and not others,
            pemeriksa_lain=names(others),
            kembali_kepada=names(_kasubag(unit, ctx, berkas)) or found.act.nama,
            batas_kembali=_back_until(ctx, berkas),
            kembali_ke=berkas.keadaan.pengembalian + 1,
            sesudah=_afterwards(ctx, berkas),
        )


@permits(Role.KABID)
def allowed_actions(ctx: Context, case_id: str) -> frozenset[Action]:
    """Decisions open to the actor now, and taking back, for the buttons."""
    with ctx.office.store.read() as unit:
        return open_actions(unit, ctx, load_berkas(unit, ctx, case_id))


def _about_version(ctx: Context, found: Diperiksa) -> str:
    act, kalender = found.act, found.berkas.kalender
    when = spoken(act.pada, kalender.local(ctx.now()), kalender)
    title = f" ({act.jabatan})" if act.jabatan else ""
    return f"Versi {found.nomor}, diajukan {act.nama}{title} {when}. Diperiksa sebagai {ctx.actor.role.label}."


def _back_until(ctx: Context, berkas: Berkas) -> datetime:
    return berkas.kalender.due(berkas.revisi.norma[Langkah.LAPORAN], ctx.now()) or ctx.now()


def _kasubag(unit: Unit, ctx: Context, berkas: Berkas) -> tuple[Pegawai, ...]:
    return unit.people.holders(Role.KASUBAG, ctx.today(), berkas.seksi.kode)


def _afterwards(ctx: Context, berkas: Berkas) -> str:
    last = berkas.keadaan.terakhir
    if last is None or last.action not in DECISIONS:
        return ""
    word = "Disetujui" if last.action is Action.APPROVE else "Dikembalikan"
    return f"{word} {spoken(last.pada, berkas.kalender.local(ctx.now()), berkas.kalender)}."


# --- notes -------------------------------------------------------------------------------------


def written_of(unit: Unit, case_id: str) -> Pengembalian:
    """The notes and the reason that are being written. Raises DraftDamaged."""
    draft = unit.drafts.get(case_id, drafts.PEMERIKSAAN)
    return Pengembalian("") if draft is None else decode_pengembalian(draft.isi["pengembalian"])


@permits(Role.KABID)
def save_notes(
    ctx: Context, case_id: str, catatan: Sequence[CatatanBaru], alasan: str = "", *, seen: int
) -> DrafTersimpan:
    """Keep the notes being written. Raises StaleWrite, WrongState, TextTooLong."""
    drafts.check_length("Alasan", alasan)
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        check(berkas.keadaan, Action.RETURN, ctx.actor.role, ctx.actor.id)
        plain, before = pin(unit, berkas, alasan, catatan), written_of(unit, case_id)
        saved = drafts.save(unit, ctx, case_id, drafts.PEMERIKSAAN, {"pengembalian": plain}, seen=seen)
        now = decode_pengembalian(plain)
        drafts.lay_aside(unit, ctx, case_id, drafts.PEMERIKSAAN, before=in_return(before), now=in_return(now))
        unit.commit()
    return saved


# --- decisions ---------------------------------------------------------------------------------


@permits(Role.KABID, fresh=FreshFor.APPROVE)
def approve(
    ctx: Context,
    case_id: str,
    *,
    centang: Collection[Centang],
    catatan: str = "",
    pengecualian: str = "",
    seen: int,
) -> Changes:
    """Approve and freeze the numbered copy. The password is asked again by the window before.

    Raises ChecksMissing, OwnReport, NoExceptionNeeded, ReasonTooShort, StaleWrite, WrongState.
    """
    with ctx.office.store.unit() as unit:
        more = {"centang": [c.name for c in Centang if c in centang], "pengecualian": pengecualian.strip()}
        found = put_approval(unit, ctx, case_id, seen=seen, catatan=catatan, more=more)
        _check_own(unit, ctx, found, pengecualian.strip())
        _check_ticks(centang)
        drafts.lay_aside(unit, ctx, case_id, drafts.PEMERIKSAAN, before=in_return(written_of(unit, case_id)), now={})
        unit.drafts.delete(case_id, drafts.PEMERIKSAAN)
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def put_approval(
    unit: Unit,
    ctx: Context,
    case_id: str,
    *,
    seen: int,
    catatan: str = "",
    more: Mapping[str, object] = MappingProxyType({}),
) -> Diperiksa:
    """The approval in a unit that the caller keeps or gives up; ``more`` is what the act says besides the copy.

    Raises StaleWrite, WrongState. Whose report it is, and the ticks, the caller checks.
    """
    berkas = load_berkas(unit, ctx, case_id)
    found = examine(unit, berkas)
    perform(
        unit,
        ctx,
        berkas.case,
        Action.APPROVE,
        seen=seen,
        isi={"salinan": encode_salinan(freeze_copy(unit, ctx, berkas, found.act, found.isi)), **more},
        alasan=catatan.strip(),
        kalender=berkas.kalender,
        revisi=berkas.revisi,
    )
    return found


def _check_ticks(centang: Collection[Centang]) -> None:
    missing = tuple(c.value for c in Centang if c not in centang)
    if missing:
        raise ChecksMissing(missing)


def _check_own(unit: Unit, ctx: Context, found: Diperiksa, pengecualian: str) -> None:
    """Own report only by a recorded exception, and only while nobody else could check it."""
    if not _is_own(unit, ctx, found):
        if pengecualian:  # it would be told as one
            raise NoExceptionNeeded(())
        return
    if not pengecualian:
        raise OwnReport
    others = _other_checkers(unit, ctx)
    if others:
        raise NoExceptionNeeded(tuple(p.nama for p in others))
    if panjang_alasan(pengecualian) < MIN_ALASAN:
        raise ReasonTooShort(panjang_alasan(pengecualian), MIN_ALASAN)
    drafts.check_length("Alasan pengecualian", pengecualian)


def _is_own(unit: Unit, ctx: Context, found: Diperiksa) -> bool:
    """True where the same human being handed this version in, under whatever post."""
    return found.act.oleh in {post.id for post in holding.posts_of(unit, ctx.actor.id)}


def _other_checkers(unit: Unit, ctx: Context) -> tuple[Pegawai, ...]:
    own = {post.id for post in holding.posts_of(unit, ctx.actor.id)}
    return tuple(p for p in unit.people.holders(Role.KABID, ctx.today()) if p.id not in own)


@permits(Role.KABID)
def return_for_correction(
    ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru] = (), *, seen: int
) -> Changes:
    """Return it to the Kasubag. Raises ReasonTooShort, StaleWrite, WrongState."""
    with ctx.office.store.unit() as unit:
        put_return(unit, ctx, case_id, alasan, catatan, seen=seen)
        unit.drafts.delete(case_id, drafts.PEMERIKSAAN)
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def put_return(
    unit: Unit, ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru], *, seen: int
) -> None:
    """The return in a unit that the caller keeps or gives up. Raises ReasonTooShort, StaleWrite, WrongState."""
    berkas = load_berkas(unit, ctx, case_id)
    perform(
        unit,
        ctx,
        berkas.case,
        Action.RETURN,
        seen=seen,
        isi={"pengembalian": pin(unit, berkas, alasan, catatan)},
        alasan=alasan.strip(),
        kalender=berkas.kalender,
        revisi=berkas.revisi,
    )
