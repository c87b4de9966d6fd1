"""Printing the papers of steps 1 to 5: each act's paper is numbered, rendered and filed once.

Printed again, the filed bytes come back unchanged. Before an act there is a draft of the seksi's report for
who writes or checks it.
"""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.laporan import BahanLaporan, LaporanDisposisi, LaporanSeksi, LembarDisposisi
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.services import printing, settings
from kinerja_desktop.services.archive import hold_seal
from kinerja_desktop.services.cases import Berkas, load_berkas
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.naskah import Pilihan, Terbit
from kinerja_desktop.services.compose.step_papers import (
    BAHAN,
    KEPUTUSAN,
    LAPORAN,
    LEMBAR,
    OF_ACTION,
    Lembar,
    bahan_paper,
    decision_paper,
    filed_of,
    order_slip,
    paper_id,
    section_paper,
)
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.filing import Tentang, file_paper, look_up, new_paper, pattern_for_hand, period_of, sealed
from kinerja_desktop.services.freezing import freeze_copy
from kinerja_desktop.services.snapshots import content_of, decode_salinan
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit

StepPaper = LembarDisposisi | BahanLaporan | LaporanSeksi | LaporanDisposisi
SEEN_BY = (Role.KABID, Role.KASUBAG, Role.ANALIS, Role.KASUBAG_PERENCANAAN, Role.CAMAT)


@dataclass(frozen=True, slots=True)
class Printed:
    """A filed paper with its bytes."""

    paper: Paper
    pdf: bytes


@permits(*SEEN_BY)
def papers_of(ctx: Context, case_id: str) -> tuple[tuple[int, str], ...]:
    """What can be printed of a berkas: number of the act in force and kind of paper, oldest first."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
    return tuple((act.nomor, jenis) for act in berkas.keadaan.berlaku for jenis in OF_ACTION.get(act.action, ()))


@permits(*SEEN_BY)
def print_paper(ctx: Context, case_id: str, act_nomor: int, jenis: str) -> Printed:
    """The paper of an act: from the archive, or made, numbered and filed now. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        load_berkas(unit, ctx, case_id)
        filed = filed_of(unit, case_id, act_nomor).get(jenis)
        if filed is not None:
            hold_seal(unit, filed)
    if filed is not None:
        return Printed(filed, ctx.office.store.archive.read(filed.sha256))
    with ctx.office.store.unit() as unit:  # not committed: the number is taken when the paper is filed
        berkas, act = _find(unit, ctx, case_id, act_nomor)
        if jenis not in OF_ACTION[act.action]:
            raise NotFound("Dokumen", jenis)
        bakal = look_up(unit, jenis, act.pada.date(), 1)
        made = _compose(unit, ctx, berkas, act, jenis, terbit=bakal.terbit)
        report = sealed(unit, bakal, made, period_of(berkas.triwulan, berkas.triwulan.nomor))
    pdf = printing.render(report)
    tentang = Tentang(
        paper_id(case_id, act.nomor, jenis),
        case_id,
        berkas.triwulan.tahun,
        berkas.triwulan.nomor,
        berkas.seksi.kode,
    )
    paper = new_paper(ctx, bakal, report.naskah, tentang, printing.page_count(pdf))
    with ctx.office.store.unit() as unit:
        stored = file_paper(unit, ctx, bakal, pdf, paper, isi=report)
        unit.commit()
    return Printed(stored, pdf)


@permits(*SEEN_BY)
def draft_section_report(ctx: Context, case_id: str) -> bytes:
    """The seksi's report as it was handed in, with the mark DRAF; for reading before the decision."""
    with ctx.office.store.read() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        act = berkas.keadaan.last(Action.SUBMIT, Action.SUBMIT_BAHAN)
        if act is None:
            raise NotFound("Laporan seksi", berkas.seksi.nama)
        report = _compose(unit, ctx, berkas, act, LAPORAN, terbit=None)
    return printing.render(report)


# --- making --------------------------------------------------------------------------------------


def drafts_of_last(unit: Unit, ctx: Context, case_id: str) -> tuple[StepPaper, ...]:
    """The papers of the newest act, without number and with the mark DRAF; for one that hands in, its report."""
    berkas = load_berkas(unit, ctx, case_id)
    act = berkas.keadaan.berlaku[-1]
    kinds = (LAPORAN,) if act.action is Action.SUBMIT else OF_ACTION[act.action]
    return tuple(_compose(unit, ctx, berkas, act, jenis, terbit=None) for jenis in kinds)


def _find(unit: Unit, ctx: Context, case_id: str, act_nomor: int) -> tuple[Berkas, Act]:
    berkas = load_berkas(unit, ctx, case_id)
    act = next((a for a in berkas.keadaan.berlaku if a.nomor == act_nomor), None)
    if act is None:  # or taken back before its paper was printed
        raise NotFound("Langkah", str(act_nomor))
    return berkas, act


def _compose(unit: Unit, ctx: Context, berkas: Berkas, act: Act, jenis: str, *, terbit: Terbit | None) -> StepPaper:
    day: date = act.pada.date()
    pilihan = Pilihan(settings.kertas(unit, laporan=False), settings.instansi(unit).tempat, day)
    x = Lembar(unit, ctx, berkas, act, pilihan, terbit, pattern_for_hand(unit, jenis, day))
    if jenis == LEMBAR:
        return order_slip(x)
    if jenis == BAHAN:
        return bahan_paper(x)
    if jenis == KEPUTUSAN:
        return decision_paper(x)
    salinan = (
        decode_salinan(act.isi["salinan"])
        if act.action is Action.APPROVE
        else freeze_copy(unit, ctx, berkas, act, content_of(act) or Isi(()))
    )
    return section_paper(x, read_bahan(unit, ctx, berkas.triwulan, salinan), salinan)
