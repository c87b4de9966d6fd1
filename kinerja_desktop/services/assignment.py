"""Step 1: the Kabid orders the data of a quarter from all seksi, each in its own transaction.

A fault at one seksi (no Kasubag that day) leaves the others sent. Before the day of the order a note
can be prepared; after it the view says whether the PC was off on that day (``susulan``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.errors import Incomplete, KinerjaError, NoHolder, NotYetOpen
from kinerja_desktop.domain.indikator import Indikator, Seksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tanggal import format_bulan, format_tanggal
from kinerja_desktop.domain.tenggat import Tenggat, tenggat_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import (
    INITIAL,
    Action,
    Jenis,
    Langkah,
    Status,
    may_withdraw,
)
from kinerja_desktop.services import drafts, settings, trail
from kinerja_desktop.services.acting import keadaan_of, perform
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.cases import (
    current_triwulan,
    find_or_new,
    indikator_of,
    names,
    opening_of,
    quarters_planned,
    revisi_of,
    seksi_named,
    seksi_reporting,
)
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.draft_texts import Texts, in_slip
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.storage.records import Case, Draft
from kinerja_desktop.storage.unit_of_work import Unit


class Sifat(Enum):
    """Urgency on an order slip; the value is the word on the slip."""

    BIASA = "Biasa"
    SEGERA = "Segera"
    SANGAT_SEGERA = "Sangat Segera"


@dataclass(frozen=True, slots=True)
class IndikatorTugas:
    """One indikator as an order slip lists it."""

    kode: str
    nama: str
    satuan: str


@dataclass(frozen=True, slots=True)
class TugasSeksi:
    """One line of the order. ``case_id`` None and ``versi`` 0 while it was never ordered.

    ``kasubag`` is empty where nobody holds the role on the day. ``batas_laporan`` is planned while not
    ordered. ``penghalang`` says why it cannot be ordered (a whole sentence), None where it can.
    """

    seksi: Seksi
    kasubag: str
    indikator: tuple[IndikatorTugas, ...]
    batas_laporan: datetime
    status: Status
    label: str
    case_id: str | None
    versi: int
    ditugaskan: datetime | None
    dapat_ditugaskan: bool
    dapat_ditarik: bool
    penghalang: KinerjaError | None = None


@dataclass(frozen=True, slots=True)
class CatatanPenugasan:
    """What stands on all slips of a quarter besides the seksi's own; kept as a draft until sent."""

    hal: str
    sifat: Sifat = Sifat.SEGERA
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class PenugasanView:
    """Screen of step 1. ``dibuka`` is False before the day; ``susulan``: that day passed unused."""

    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    mulai: datetime
    dibuka: bool
    susulan: bool
    tenggat: Tenggat
    baris: tuple[TugasSeksi, ...]
    catatan: CatatanPenugasan
    versi_catatan: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class GagalKirim:
    """A seksi whose order was not sent, and why (a sentence through ``messages``)."""

    seksi: Seksi
    sebab: KinerjaError


@dataclass(frozen=True, slots=True)
class HasilPenugasan:
    """What was sent and what was not."""

    terkirim: tuple[Seksi, ...]
    gagal: tuple[GagalKirim, ...]
    changes: Changes


# --- looking -----------------------------------------------------------------------------------


@permits(Role.KABID)
def load(ctx: Context, triwulan: Triwulan | None = None) -> PenugasanView:
    """Everything the screen shows; the quarter that is due when none is named."""
    with ctx.office.store.read() as unit:
        quarter = triwulan or current_triwulan(ctx.today())
        kalender = office_kalender(unit)
        mulai = opening_of(unit, kalender, quarter)
        opened = _Opening(quarter, kalender, mulai)
        lines = tuple(_line(unit, ctx, opened, s) for s in seksi_reporting(unit, quarter))
        draft = unit.drafts.get(quarter_key(quarter), drafts.PENUGASAN)
        unsent = [line for line in lines if line.status is INITIAL[Jenis.BERKAS]]
        dibuka = ctx.now() >= mulai
        susulan = bool(unsent) and ctx.today() > mulai.date()
        return PenugasanView(
            triwulan=quarter,
            pilihan=quarters_planned(unit, ctx.today()),
            mulai=mulai,
            dibuka=dibuka,
            susulan=susulan,
            tenggat=tenggat_of(_due(unit, kalender, quarter, mulai) if unsent else None, ctx.now(), kalender),
            baris=lines,
            catatan=note_of(draft, quarter),
            versi_catatan=drafts.version(draft),
            keterangan=_explain(unit, quarter, mulai, dibuka=dibuka, susulan=susulan),
        )


@dataclass(frozen=True, slots=True)
class _Opening:
    """A quarter's order: when it begins, and the clock that says so."""

    triwulan: Triwulan
    kalender: Kalender
    mulai: datetime


def subject(triwulan: Triwulan) -> str:
    """What an order slip is about."""
    return f"Penyusunan laporan data kinerja {triwulan.label_tahun}"


def quarter_key(triwulan: Triwulan) -> str:
    """Under which the note of a quarter's order is kept before any case exists."""
    return f"{drafts.PENUGASAN}-{triwulan.kode}"


def quarter_of(key: str) -> Triwulan:
    """The quarter that ``quarter_key`` stands for."""
    return Triwulan.parse(key.removeprefix(f"{drafts.PENUGASAN}-"))


def listed(indikator: Iterable[Indikator]) -> tuple[IndikatorTugas, ...]:
    """Indikator as an order slip lists them."""
    return tuple(IndikatorTugas(i.kode, i.nama, i.satuan or "") for i in indikator)


def _due(unit: Unit, kalender: Kalender, triwulan: Triwulan, mulai: datetime) -> datetime | None:
    revisi = settings.revisi_sop(unit, triwulan.last_day)
    return kalender.due(revisi.norma[Langkah.TUGAS], mulai)


def _explain(unit: Unit, triwulan: Triwulan, mulai: datetime, *, dibuka: bool, susulan: bool) -> str:
    if not dibuka:
        return f"Penugasan {triwulan.label} dibuka {format_tanggal(mulai)}. Anda dapat menyiapkan catatannya sekarang."
    if not susulan:
        return ""
    day = f"{mulai.day} {format_bulan(mulai).split()[0]}"
    why = "Penugasan belum dikirim pada" if _was_on(unit, mulai) else "Komputer tidak dinyalakan pada"
    return f"{why} {day}. Penugasan sudah disiapkan; tekan Disposisikan untuk mengirim hari ini."


def _was_on(unit: Unit, hari: datetime) -> bool:
    """True where somebody logged in on that day."""
    days = (pada.astimezone(hari.tzinfo).date() for pada in unit.journal.times(trail.Kind.LOGIN.value))
    return next((day == hari.date() for day in days if day <= hari.date()), False)


def _line(unit: Unit, ctx: Context, opened: _Opening, seksi: Seksi) -> TugasSeksi:
    case = find_or_new(unit, Jenis.BERKAS, opened.triwulan, seksi.kode)
    keadaan = keadaan_of(unit, case)
    kasubag = unit.people.holders(Role.KASUBAG, ctx.today(), seksi.kode)
    indikator = indikator_of(unit, opened.triwulan, seksi.kode)
    assigned = keadaan.last(Action.ASSIGN)
    begun = max(ctx.now(), opened.mulai)
    obstacle = None if assigned else _obstacle(ctx, seksi, kasubag, indikator)
    return TugasSeksi(
        seksi=seksi,
        kasubag=names(kasubag),
        indikator=listed(indikator),
        batas_laporan=_report_due(opened.kalender, revisi_of(unit, case), assigned.pada if assigned else begun),
        status=keadaan.status,
        label=keadaan.label,
        case_id=case.id if keadaan.versi else None,
        versi=keadaan.versi,
        ditugaskan=assigned.pada if assigned else None,
        dapat_ditugaskan=assigned is None and obstacle is None and ctx.now() >= opened.mulai,
        dapat_ditarik=may_withdraw(keadaan, ctx.actor.role, ctx.actor.id) and keadaan.terakhir is assigned,
        penghalang=obstacle,
    )


def _obstacle(
    ctx: Context, seksi: Seksi, kasubag: Sequence[Pegawai], indikator: Sequence[Indikator]
) -> KinerjaError | None:
    if not indikator:
        return Incomplete((f"{seksi.nama} belum punya indikator",))
    return None if kasubag else NoHolder(seksi.nama, Role.KASUBAG.value, ctx.today())


def _report_due(kalender: Kalender, revisi: RevisiSop, mulai: datetime) -> datetime:
    """When the seksi's report would be due if every step took its whole norm."""
    at = mulai
    for langkah in (Langkah.PERINTAH, Langkah.BAHAN, Langkah.LAPORAN):
        at = kalender.due(revisi.norma[langkah], at) or at
    return at


# --- the note ----------------------------------------------------------------------------------


@permits(Role.KABID)
def save_note(ctx: Context, triwulan: Triwulan, catatan: CatatanPenugasan, *, seen: int) -> int:
    """Keep the note of the coming order; returns its new version. Raises StaleWrite, TextTooLong, FieldsRefused."""
    _check_note(catatan)
    isi = {"hal": catatan.hal, "sifat": catatan.sifat.name, "catatan": catatan.catatan}
    key = quarter_key(triwulan)
    with ctx.office.store.unit() as unit:
        before = note_of(unit.drafts.get(key, drafts.PENUGASAN), triwulan)
        saved = drafts.save(unit, ctx, key, drafts.PENUGASAN, isi, seen=seen)
        given, now = texts_of(before, triwulan), texts_of(catatan, triwulan)
        drafts.lay_aside(unit, ctx, key, drafts.PENUGASAN, before=given, now=now)
        unit.commit()
    return saved.versi


def note_of(draft: Draft | None, triwulan: Triwulan) -> CatatanPenugasan:
    """The note as it is kept, or the one that stands there at first."""
    if draft is None:
        return CatatanPenugasan(subject(triwulan))
    return CatatanPenugasan(draft.isi["hal"], Sifat[draft.isi["sifat"]], draft.isi["catatan"])


def texts_of(catatan: CatatanPenugasan, triwulan: Triwulan) -> Texts:
    """What a person typed into a note; the subject that every quarter has is none of that."""
    return in_slip("" if catatan.hal == subject(triwulan) else catatan.hal, catatan.catatan)


def _check_note(catatan: CatatanPenugasan) -> None:
    drafts.check_length("Hal", catatan.hal)
    drafts.check_length("Catatan", catatan.catatan)
    refuse_hidden(("hal", "Hal", catatan.hal))


# --- ordering ----------------------------------------------------------------------------------


@permits(Role.KABID)
def assign(
    ctx: Context,
    triwulan: Triwulan,
    seksi: Sequence[str],
    *,
    catatan: CatatanPenugasan,
    seen: Mapping[str, int],
) -> HasilPenugasan:
    """Order the data from each ticked seksi (kode). ``seen`` gives each line's version.

    Raises NotYetOpen for the whole before the day; everything else is told per seksi in ``gagal``.
    """
    _check_note(catatan)
    with ctx.office.store.read() as unit:
        mulai = opening_of(unit, office_kalender(unit), triwulan)
        ticked = tuple(seksi_named(unit, kode) for kode in seksi)
    if ctx.now() < mulai:
        raise NotYetOpen(f"Penugasan {triwulan.label}", mulai)
    sent, failed = [], []
    for one in ticked:
        try:
            _send(ctx, triwulan, one.kode, catatan, seen.get(one.kode, 0))
            sent.append(one)
        except KinerjaError as error:
            failed.append(GagalKirim(one, error))
    changes = frozenset({Change.CASE, Change.DRAFT}) if sent else frozenset()
    return HasilPenugasan(tuple(sent), tuple(failed), changes)


def _send(ctx: Context, triwulan: Triwulan, kode: str, catatan: CatatanPenugasan, seen: int) -> None:
    with ctx.office.store.unit() as unit:
        put_order(unit, ctx, triwulan, kode, catatan, seen=seen)
        unit.commit()


def put_order(unit: Unit, ctx: Context, triwulan: Triwulan, kode: str, catatan: CatatanPenugasan, *, seen: int) -> Case:
    """Step 1 for one seksi, in a unit that the caller keeps or gives up. Raises Incomplete, NoHolder, StaleWrite."""
    calendar = office_kalender(unit)
    mulai = opening_of(unit, calendar, triwulan)
    seksi = seksi_named(unit, kode)
    case = find_or_new(unit, Jenis.BERKAS, triwulan, kode)
    kasubag = unit.people.holders(Role.KASUBAG, ctx.today(), kode)
    indikator = indikator_of(unit, triwulan, kode)
    obstacle = _obstacle(ctx, seksi, kasubag, indikator)
    if obstacle is not None:
        raise obstacle
    revisi = revisi_of(unit, case)
    isi = {
        "hal": catatan.hal,
        "sifat": catatan.sifat.name,
        "kasubag": [p.id for p in kasubag],
        "indikator": [i.kode for i in indikator],
        "batas_laporan": _report_due(calendar, revisi, ctx.now()).isoformat(),
        "susulan": ctx.today() > mulai.date(),
    }
    return perform(
        unit,
        ctx,
        case,
        Action.ASSIGN,
        seen=seen,
        isi=isi,
        alasan=catatan.catatan,
        kalender=calendar,
        revisi=revisi,
    )
