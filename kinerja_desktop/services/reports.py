"""Step 6: the Laporan Triwulan and the LKjIP, one way of working for both.

Waiting, compiled, previewed, fixed and numbered, opened again with a reason. What differs between the two
stands in ``Ragam``; ``quarterly`` and ``annual`` name it. Everything is made from approved copies that
were handed over; a fixed report keeps its whole object in the history, so that every format made later
says the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja_desktop.domain.errors import Incomplete, NotFound, StaleWrite, WrongState
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.isi_laporan import Bab, IsiLaporan, Tulisan
from kinerja_desktop.domain.laporan import BarisSeksi, LaporanTriwulan, Lkjip, Penandatangan, Rekomendasi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.telaah import Temuan
from kinerja_desktop.domain.tenggat import Tenggat, tenggat_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, Status, allowed
from kinerja_desktop.services import drafts, printing, settings
from kinerja_desktop.services.acting import keadaan_of, new_case, perform
from kinerja_desktop.services.archive import hold_seal
from kinerja_desktop.services.calendar_table import kalender
from kinerja_desktop.services.cases import revisi_of
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose import annual_paper, cautions, quarterly_paper
from kinerja_desktop.services.compose.bab import without_place
from kinerja_desktop.services.compose.bahan import Bahan, read_bahan
from kinerja_desktop.services.compose.deputies import Wakil, deputies, signed
from kinerja_desktop.services.compose.naskah import Pilihan, Terbit, signer
from kinerja_desktop.services.compose.reading import changed, findings
from kinerja_desktop.services.compose.waktu import seksi_rows
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.draft_texts import in_report
from kinerja_desktop.services.filing import (
    Bakal,
    Tentang,
    file_paper,
    look_up,
    mark,
    new_paper,
    pattern_for_hand,
    period_of,
    sealed,
)
from kinerja_desktop.services.printing import Draf, Format
from kinerja_desktop.storage.records import Case, Paper
from kinerja_desktop.storage.unit_of_work import Unit

Laporan = LaporanTriwulan | Lkjip


@dataclass(frozen=True, slots=True)
class Ragam:
    """What differs between the two reports. ``dokumen`` is its key among papers, ``judul`` names its chapters."""

    jenis: Jenis
    dokumen: str
    judul: Mapping[str, str]
    bentuk: type
    bab: Callable[[Bahan, IsiLaporan, str], tuple[Bab, ...]]
    offered: Callable[[Bahan], tuple[Rekomendasi, ...]]
    compose: Callable[..., Laporan]

    def triwulan_of_case(self, triwulan: Triwulan) -> int | None:
        """Triwulan under which the case is kept; none for a year."""
        return triwulan.nomor if self.jenis is Jenis.LAPORAN_TRIWULAN else None


TRIWULAN = Ragam(
    Jenis.LAPORAN_TRIWULAN,
    "laporan_triwulan",
    quarterly_paper.BAB,
    LaporanTriwulan,
    quarterly_paper.chapters,
    quarterly_paper.offered_recommendations,
    quarterly_paper.quarterly_paper,
)
TAHUNAN = Ragam(
    Jenis.LAPORAN_TAHUNAN,
    "lkjip",
    annual_paper.BAB,
    Lkjip,
    lambda bahan, isi, _alasan: annual_paper.chapters(bahan, isi),
    annual_paper.improvements,
    annual_paper.annual_paper,
)


# --- what the screen shows -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BabLaporan:
    """One chapter or analysis with its paragraphs as they are printed, and who wrote them; see ``Bab`` for the rest."""

    kunci: str
    judul: str
    nama: str
    kelompok: str
    paragraf: tuple[str, ...]
    dibuat: tuple[str, ...]
    tulisan: Tulisan

    @property
    def diketik(self) -> bool:
        """Whether somebody edited it; else it is made from the figures, as ``dibuat`` is."""
        return self.tulisan is not Tulisan.PROGRAM


@dataclass(frozen=True, slots=True)
class LaporanView:
    """Screen of step 6 for one report.

    ``versi`` is what every act names as seen, ``versi_draf`` what every save does. ``kurang`` are the seksi
    that are missing, in words; ``boleh`` the acts open now.
    ``isi`` is what was typed, ``telaah`` what reading the text found.
    """

    triwulan: Triwulan
    case_id: str | None
    status: Status
    label: str
    versi: int
    tenggat: Tenggat
    boleh: frozenset[Action]
    seksi: tuple[BarisSeksi, ...]
    kurang: tuple[str, ...]
    alasan_kurang: str
    bab: tuple[BabLaporan, ...]
    rekomendasi: tuple[Rekomendasi, ...]
    rekomendasi_diketik: bool
    versi_draf: int
    pilihan: Pilihan
    penandatangan: Penandatangan
    wakil: tuple[Wakil, ...]
    nomor_berikut: str
    dokumen: Paper | None
    isi: IsiLaporan
    telaah: tuple[Temuan, ...]


@dataclass(frozen=True, slots=True)
class _Meja:
    """A report on the desk: its case with replay, what it stands on, what was typed."""

    ragam: Ragam
    triwulan: Triwulan
    case: Case
    keadaan: Keadaan
    revisi: RevisiSop
    bahan: Bahan
    isi: IsiLaporan
    versi_draf: int

    @property
    def alasan_kurang(self) -> str:
        """Why it was compiled with seksi missing, if it was."""
        forced = self.keadaan.last(Action.FORCE_START)
        return str(forced.isi.get("alasan", "")) if forced is not None else ""

    @property
    def kurang(self) -> tuple[str, ...]:
        return quarterly_paper.shortcomings(self.bahan)


def _desk(unit: Unit, ctx: Context, ragam: Ragam, triwulan: Triwulan, pilihan: Pilihan | None = None) -> _Meja:
    case = find_case(unit, ragam, triwulan)
    return _Meja(
        ragam,
        triwulan,
        case,
        keadaan_of(unit, case),
        revisi_of(unit, case),
        read_bahan(unit, ctx, triwulan, tanggal=pilihan.tanggal if pilihan is not None else None),
        typed_of(unit, ragam, case.id),
        drafts.version(unit.drafts.get(case.id, ragam.dokumen)),
    )


def find_case(unit: Unit, ragam: Ragam, triwulan: Triwulan) -> Case:
    """The report's case, or a fresh one that its first act will store."""
    nomor = ragam.triwulan_of_case(triwulan)
    found = unit.cases.find(ragam.jenis, triwulan.tahun, nomor, None)
    if found is not None:
        return found
    return new_case(ragam.jenis, triwulan.tahun, nomor, None, settings.revisi_sop(unit, triwulan.last_day))


def load(ctx: Context, ragam: Ragam, triwulan: Triwulan) -> LaporanView:
    """Everything that the screen shows. Raises NotFound without a plan."""
    with ctx.office.store.read() as unit:
        meja = _desk(unit, ctx, ragam, triwulan)
        pilihan, bab = default_choice(unit, ctx), _bab(meja)
        return LaporanView(
            triwulan=triwulan,
            case_id=meja.case.id if meja.keadaan.versi else None,
            status=meja.keadaan.status,
            label=meja.keadaan.label,
            versi=meja.keadaan.versi,
            tenggat=tenggat_of(meja.case.batas, ctx.now(), meja.bahan.kalender),
            boleh=_open(ctx, meja),
            seksi=seksi_rows(meja.bahan),
            kurang=meja.kurang,
            alasan_kurang=meja.alasan_kurang,
            bab=tuple(_chapter(meja, one) for one in bab),
            rekomendasi=_recommendations(meja),
            rekomendasi_diketik=meja.isi.rekomendasi is not None,
            versi_draf=meja.versi_draf,
            pilihan=pilihan,
            penandatangan=signer(meja.bahan.pimpinan, meja.bahan.instansi),
            wakil=deputies(unit, meja.bahan.instansi, ctx.today()),
            nomor_berikut=pattern_for_hand(unit, ragam.dokumen, pilihan.tanggal or ctx.today()),
            dokumen=unit.papers.current(meja.case.id, ragam.dokumen) if meja.keadaan.versi else None,
            isi=meja.isi,
            telaah=_findings(unit, ctx, meja, pilihan, bab),
        )


def _findings(unit: Unit, ctx: Context, meja: _Meja, pilihan: Pilihan, bab: Sequence[Bab]) -> tuple[Temuan, ...]:
    """What reading the text finds while it may still be changed."""
    if meja.keadaan.status is not Status.OPEN:
        return ()
    untouched = replace(meja, isi=IsiLaporan())
    return findings(meja.bahan, meja.isi, bab, lambda: _compose(unit, ctx, untouched, pilihan, None))


def _open(ctx: Context, meja: _Meja) -> frozenset[Action]:
    rows = {row.action for row in allowed(meja.keadaan, ctx.actor.role)} - {Action.START}
    if meja.keadaan.status is Status.WAITING and not meja.bahan.hadir:
        rows.discard(Action.FORCE_START)
    return frozenset(rows)


def _bab(meja: _Meja) -> tuple[Bab, ...]:
    """Everything whose words may be edited, then edited words whose place is gone."""
    printed = meja.ragam.bab(meja.bahan, meja.isi, meja.alasan_kurang)
    return (*printed, *without_place(meja.isi, printed))


def _chapter(meja: _Meja, bab: Bab) -> BabLaporan:
    paragraf = meja.isi.of(bab.kunci, bab.dibuat)
    return BabLaporan(bab.kunci, bab.judul, bab.nama, bab.kelompok, paragraf, bab.dibuat, _writing(meja, bab))


def _writing(meja: _Meja, bab: Bab) -> Tulisan:
    """Who wrote it; only while it may still be changed it matters that the figures changed."""
    if bab.kunci not in dict(meja.isi.paragraf):
        return Tulisan.PROGRAM
    if not bab.dicetak:
        return Tulisan.LEPAS
    open_now = meja.keadaan.status is Status.OPEN
    return Tulisan.BERUBAH if open_now and changed(meja.isi, bab) else Tulisan.DISUNTING


def _recommendations(meja: _Meja) -> tuple[Rekomendasi, ...]:
    return meja.ragam.offered(meja.bahan) if meja.isi.rekomendasi is None else meja.isi.rekomendasi


def default_choice(unit: Unit, ctx: Context) -> Pilihan:
    """Paper, place and date that a report gets unless somebody chooses otherwise."""
    return Pilihan(settings.kertas(unit, laporan=True), settings.instansi(unit).tempat, ctx.today())


# --- acts ----------------------------------------------------------------------------------------


def save_draft(ctx: Context, ragam: Ragam, triwulan: Triwulan, isi: IsiLaporan, *, seen: int) -> int:
    """Keep what was typed; returns the draft's new version. Raises StaleWrite, WrongState where not compiled now."""
    with ctx.office.store.unit() as unit:
        case = find_case(unit, ragam, triwulan)
        keadaan = keadaan_of(unit, case)
        if keadaan.status is not Status.OPEN:
            raise WrongState(Action.FIX.value, keadaan.label)
        before = typed_of(unit, ragam, case.id)
        saved = drafts.save(unit, ctx, case.id, ragam.dokumen, {"isi": freeze(isi)}, seen=seen)
        drafts.lay_aside(unit, ctx, case.id, ragam.dokumen, before=in_report(before), now=in_report(isi))
        unit.commit()
    return saved.versi


def typed_of(unit: Unit, ragam: Ragam, case_id: str) -> IsiLaporan:
    """What was typed over in a report. Raises DraftDamaged."""
    draft = unit.drafts.get(case_id, ragam.dokumen)
    return thaw(IsiLaporan, draft.isi["isi"]) if draft is not None else IsiLaporan()


def start(unit: Unit, ctx: Context, ragam: Ragam, triwulan: Triwulan) -> Case | None:
    """Begin a report that was waiting, by whose act the last piece came in; None where it runs already."""
    case = find_case(unit, ragam, triwulan)
    keadaan = keadaan_of(unit, case)
    if keadaan.status is not Status.WAITING:
        return None
    return _act(unit, ctx, case, Action.START, seen=keadaan.versi, isi={})


def force_start(ctx: Context, ragam: Ragam, triwulan: Triwulan, alasan: str, *, seen: int) -> Changes:
    """Begin with seksi missing. Raises ReasonTooShort, Incomplete where nothing was approved, WrongState."""
    with ctx.office.store.unit() as unit:
        meja = _desk(unit, ctx, ragam, triwulan)
        if not meja.bahan.hadir:
            raise Incomplete(("belum ada laporan seksi yang diserahkan",))
        isi = {"kurang": list(meja.kurang)}
        _act(unit, ctx, meja.case, Action.FORCE_START, seen=seen, isi=isi, alasan=alasan)
        unit.commit()
    return frozenset({Change.CASE})


def reopen(ctx: Context, ragam: Ragam, triwulan: Triwulan, alasan: str, *, seen: int) -> Changes:
    """Open a fixed report again; its paper is withdrawn until a new version is fixed."""
    with ctx.office.store.unit() as unit:
        case = find_case(unit, ragam, triwulan)
        _act(unit, ctx, case, Action.REOPEN, seen=seen, isi={}, alasan=alasan)
        paper = unit.papers.current(case.id, ragam.dokumen)
        if paper is not None:
            mark(unit, ctx, paper, "ditarik")
        unit.commit()
    return frozenset({Change.CASE, Change.PAPER})


def _act(
    unit: Unit, ctx: Context, case: Case, action: Action, *, seen: int, isi: Mapping[str, Any], alasan: str = ""
) -> Case:
    return perform(
        unit,
        ctx,
        case,
        action,
        seen=seen,
        isi=isi,
        alasan=alasan,
        kalender=kalender(unit),
        revisi=revisi_of(unit, case),
    )


# --- papers --------------------------------------------------------------------------------------


def draft_report(ctx: Context, ragam: Ragam, triwulan: Triwulan, pilihan: Pilihan | None = None) -> Laporan:
    """The report as it would be now: with the mark DRAF and a list of what is missing."""
    with ctx.office.store.read() as unit:
        meja = _desk(unit, ctx, ragam, triwulan, pilihan)
        chosen = pilihan or default_choice(unit, ctx)
        return _compose(unit, ctx, meja, chosen, None)


def _compose(unit: Unit, ctx: Context, meja: _Meja, pilihan: Pilihan, terbit: Terbit | None) -> Laporan:
    day = pilihan.tanggal or ctx.today()
    pola = pattern_for_hand(unit, meja.ragam.dokumen, day)
    made = meja.ragam.compose(
        meja.bahan, meja.isi, pilihan, pola_nomor=pola, terbit=terbit, alasan_kurang=meja.alasan_kurang
    )
    return signed(made, unit, meja.bahan.instansi, pilihan, day)


def fixed_report(ctx: Context, ragam: Ragam, triwulan: Triwulan) -> Laporan | None:
    """The report as it was fixed, None where it is not fixed now."""
    with ctx.office.store.read() as unit:
        fixing = keadaan_of(unit, find_case(unit, ragam, triwulan)).terakhir
        if fixing is None or fixing.action is not Action.FIX:
            return None
        made: Laporan = thaw(ragam.bentuk, fixing.isi["laporan"])
        return made


def preview(ctx: Context, ragam: Ragam, triwulan: Triwulan, pilihan: Pilihan | None = None) -> Draf:
    """The pages with what to look at: before it is fixed who signs, afterwards whether newer data is there."""
    fixed = fixed_report(ctx, ragam, triwulan)
    with ctx.office.store.read() as unit:
        meja = _desk(unit, ctx, ragam, triwulan, pilihan)
        if fixed is None:
            chosen = pilihan or default_choice(unit, ctx)
            made = _compose(unit, ctx, meja, chosen, None)
            told = cautions.of_paper(unit, made, meja.bahan.instansi, chosen.tanggal or ctx.today())
            return printing.lay_out(made, told)
    pdf = export(ctx, ragam, triwulan, Format.PDF)
    return Draf(fixed.naskah.judul, pdf, cautions.of_report(fixed.seksi, meja.bahan.berkas))


def export(ctx: Context, ragam: Ragam, triwulan: Triwulan, fmt: Format, pilihan: Pilihan | None = None) -> bytes:
    """The report as a file: the archived bytes (or the fixed object) where it is fixed, else a draft."""
    fixed = fixed_report(ctx, ragam, triwulan)
    if fixed is None:
        return printing.render(draft_report(ctx, ragam, triwulan, pilihan), fmt)
    if fmt is not Format.PDF:
        return printing.render(fixed, fmt)
    with ctx.office.store.read() as unit:
        paper = unit.papers.current(find_case(unit, ragam, triwulan).id, ragam.dokumen)
        if paper is not None:
            hold_seal(unit, paper)
    return printing.render(fixed) if paper is None else ctx.office.store.archive.read(paper.sha256)


def fix(ctx: Context, ragam: Ragam, triwulan: Triwulan, pilihan: Pilihan | None = None, *, seen: int) -> Paper:
    """Fix and number the report: render once, file the bytes, keep the object in the history.

    Raises WrongState, StaleWrite, WrongRole, and every fault of the disk; nothing is kept then.
    """
    report, bakal = _prepare(ctx, ragam, triwulan, pilihan, seen)
    pdf = printing.render(report)
    with ctx.office.store.unit() as unit:
        case = find_case(unit, ragam, triwulan)
        halaman = printing.page_count(pdf)
        tw = ragam.triwulan_of_case(triwulan)
        tentang = Tentang(f"{case.id}/{bakal.terbit.versi}", case.id, triwulan.tahun, tw)
        paper = new_paper(ctx, bakal, report.naskah, tentang, halaman)
        stored = file_paper(unit, ctx, bakal, pdf, paper)
        _act(unit, ctx, case, Action.FIX, seen=seen, isi={"laporan": freeze(report), "dokumen": stored.sha256})
        if ragam is TRIWULAN and triwulan.nomor == 4:
            start(unit, ctx, TAHUNAN, triwulan)
        unit.commit()
    return stored


def _prepare(
    ctx: Context, ragam: Ragam, triwulan: Triwulan, pilihan: Pilihan | None, seen: int
) -> tuple[Laporan, Bakal]:
    """Everything that rendering needs, read in one unit that is not kept."""
    with ctx.office.store.unit() as unit:
        meja = _desk(unit, ctx, ragam, triwulan, pilihan)
        if seen != meja.keadaan.versi:
            raise StaleWrite("Laporan ini", seen, meja.keadaan.versi)
        if meja.keadaan.status is not Status.OPEN or ctx.actor.role is not Role.KASUBAG_PERENCANAAN:
            raise WrongState(Action.FIX.value, meja.keadaan.label)
        if not meja.bahan.ditandatangani:
            raise NotFound("Pejabat penanda tangan", "Camat")
        chosen = pilihan or default_choice(unit, ctx)
        day = chosen.tanggal or ctx.today()
        bakal = look_up(unit, ragam.dokumen, day, meja.keadaan.laporan_ke + 1, menyusul=chosen.nomor_menyusul)
        report = _compose(unit, ctx, meja, chosen, bakal.terbit)
        return sealed(unit, bakal, report, period_of(triwulan, ragam.triwulan_of_case(triwulan))), bakal


def at_december(tahun: int) -> Triwulan:
    """The triwulan under which a year's report is made."""
    return Triwulan.of(date(tahun, 12, 31))
