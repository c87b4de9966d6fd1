"""Step 2: the Kasubag passes the order on to one or more analysts of his seksi."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.errors import Incomplete, NoHolder, WrongState
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal_waktu
from kinerja_desktop.domain.workflow import Action, Langkah, check
from kinerja_desktop.services import drafts, workbook_held
from kinerja_desktop.services.acting import perform
from kinerja_desktop.services.assignment import IndikatorTugas, Sifat, listed, subject
from kinerja_desktop.services.cases import Berkas, Kepala, indikator_of, kepala, load_berkas
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.draft_texts import Texts, in_slip
from kinerja_desktop.services.history import Kejadian, tell
from kinerja_desktop.services.withdrawal import withdraw
from kinerja_desktop.storage.records import Case, Draft
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = ["AnalisPilihan", "DisposisiDraf", "DisposisiView", "load", "order", "put_order", "save_draft", "withdraw"]


@dataclass(frozen=True, slots=True)
class AnalisPilihan:
    """An analyst of the seksi who may be ordered today."""

    id: str
    nama: str
    jabatan: str
    dipilih: bool


@dataclass(frozen=True, slots=True)
class DisposisiDraf:
    """What the Kasubag chose: analysts, words, and who reports which indikator (kode to id; may be empty)."""

    analis: tuple[str, ...] = ()
    sifat: Sifat = Sifat.SEGERA
    catatan: str = ""
    pembagian: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DisposisiView:
    """Screen of step 2. ``hal`` and the Kabid's words as received; ``sesudah`` tells what was ordered."""

    kepala: Kepala
    dari: str
    diterima: datetime | None
    hal: str
    sifat: Sifat
    catatan_kabid: str
    indikator: tuple[IndikatorTugas, ...]
    analis: tuple[AnalisPilihan, ...]
    draf: DisposisiDraf
    versi_draf: int
    batas_bahan: datetime | None
    riwayat: tuple[Kejadian, ...]
    sesudah: str = ""


# --- looking -----------------------------------------------------------------------------------


@permits(Role.KASUBAG)
def load(ctx: Context, case_id: str) -> DisposisiView:
    """Everything the screen shows. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        received = berkas.keadaan.last(Action.ASSIGN)
        if received is None:
            raise WrongState(Action.ORDER.value, berkas.keadaan.label)
        draft = unit.drafts.get(case_id, drafts.DISPOSISI)
        draf = draft_of(draft)
        return DisposisiView(
            kepala=kepala(unit, ctx, berkas),
            dari=f"{received.nama}, {received.jabatan}" if received.jabatan else received.nama,
            diterima=received.pada,
            hal=received.isi.get("hal") or subject(berkas.triwulan),
            sifat=Sifat[received.isi["sifat"]],
            catatan_kabid=received.isi["alasan"],
            indikator=listed(indikator_of(unit, berkas.triwulan, berkas.seksi.kode)),
            analis=_choices(unit, ctx, berkas, draf),
            draf=draf,
            versi_draf=drafts.version(draft),
            batas_bahan=berkas.kalender.due(berkas.revisi.norma[Langkah.BAHAN], ctx.now()),
            riwayat=tell(unit, ctx, berkas.case, berkas.acts, berkas.kalender),
            sesudah=_afterwards(unit, ctx, berkas),
        )


def _choices(unit: Unit, ctx: Context, berkas: Berkas, draf: DisposisiDraf) -> tuple[AnalisPilihan, ...]:
    """The seksi's analysts; those ordered, else those of the draft, else a single one are ticked."""
    holding = _analysts(unit, ctx, berkas)
    chosen = berkas.case.analis or draf.analis or (tuple(p.id for p in holding) if len(holding) == 1 else ())
    return tuple(AnalisPilihan(p.id, p.nama, p.jabatan_tercetak, p.id in chosen) for p in holding)


def _analysts(unit: Unit, ctx: Context, berkas: Berkas) -> tuple[Pegawai, ...]:
    return unit.people.holders(Role.ANALIS, ctx.today(), berkas.seksi.kode)


def _afterwards(unit: Unit, ctx: Context, berkas: Berkas) -> str:
    """Tell after the order: to whom, and until when."""
    order = berkas.keadaan.last(Action.ORDER)
    if order is None:
        return ""
    people = ", ".join(unit.people.get(one).nama for one in order.isi["analis"])
    due = berkas.kalender.due(berkas.revisi.norma[Langkah.BAHAN], order.pada)
    until = f", batas {format_tanggal_waktu(due, sekarang=ctx.today())}" if due is not None else ""
    return f"Disposisikan kepada {people}{until}"


# --- writing -----------------------------------------------------------------------------------


@permits(Role.KASUBAG)
def save_draft(ctx: Context, case_id: str, draf: DisposisiDraf, *, seen: int) -> int:
    """Keep the choice; returns the draft's new version. Raises StaleWrite, WrongState, OtherSeksi, TextTooLong."""
    drafts.check_length("Catatan", draf.catatan)
    isi = {
        "analis": list(draf.analis),
        "sifat": draf.sifat.name,
        "catatan": draf.catatan,
        "pembagian": dict(draf.pembagian),
    }
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        check(berkas.keadaan, Action.ORDER, ctx.actor.role, ctx.actor.id)
        before = draft_of(unit.drafts.get(case_id, drafts.DISPOSISI))
        saved = drafts.save(unit, ctx, case_id, drafts.DISPOSISI, isi, seen=seen)
        drafts.lay_aside(unit, ctx, case_id, drafts.DISPOSISI, before=texts_of(before), now=texts_of(draf))
        unit.commit()
    return saved.versi


def draft_of(draft: Draft | None) -> DisposisiDraf:
    """What is chosen so far."""
    if draft is None:
        return DisposisiDraf()
    isi = draft.isi
    shared = tuple(sorted(isi["pembagian"].items()))
    return DisposisiDraf(tuple(isi["analis"]), Sifat[isi["sifat"]], isi["catatan"], shared)


def texts_of(draf: DisposisiDraf) -> Texts:
    """What a person typed into an order."""
    return in_slip("", draf.catatan)


@permits(Role.KASUBAG)
def order(
    ctx: Context,
    case_id: str,
    analis: Sequence[str],
    *,
    sifat: Sifat = Sifat.SEGERA,
    catatan: str = "",
    pembagian: Mapping[str, str] | None = None,
    seen: int,
) -> Changes:
    """Order the analysts (ids). Raises NoHolder for who is no analyst of the seksi today, Incomplete for none."""
    draf = DisposisiDraf(tuple(analis), sifat, catatan, tuple((pembagian or {}).items()))
    with ctx.office.store.unit() as unit:
        done = put_order(unit, ctx, case_id, draf, seen=seen)
        unit.drafts.delete(done.id, drafts.DISPOSISI)
        workbook_held.begin_draft(unit, done, ctx.actor.id, ctx.now())
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def put_order(unit: Unit, ctx: Context, case_id: str, draf: DisposisiDraf, *, seen: int) -> Case:
    """Step 2 in a unit that the caller keeps or gives up. Raises what ``order`` does."""
    berkas = load_berkas(unit, ctx, case_id)
    isi = {
        "analis": list(dict.fromkeys(draf.analis)),
        "sifat": draf.sifat.name,
        "pembagian": _shared(dict(draf.pembagian), draf.analis),
    }
    done = perform(
        unit,
        ctx,
        berkas.case,
        Action.ORDER,
        seen=seen,
        isi=isi,
        alasan=draf.catatan,
        kalender=berkas.kalender,
        revisi=berkas.revisi,
    )
    _check_analysts(unit, ctx, berkas, draf.analis)
    return done


def _shared(pembagian: Mapping[str, str], analis: Sequence[str]) -> Mapping[str, str]:
    """Who reports which indikator, only of those who are ordered."""
    return {kode: who for kode, who in pembagian.items() if who in analis}


def _check_analysts(unit: Unit, ctx: Context, berkas: Berkas, analis: Sequence[str]) -> None:
    if not analis:
        raise Incomplete(("pilih analis yang mengumpulkan bahan",))
    holding = {p.id for p in _analysts(unit, ctx, berkas)}
    if not set(analis) <= holding:
        raise NoHolder(berkas.seksi.nama, Role.ANALIS.value, ctx.today())
