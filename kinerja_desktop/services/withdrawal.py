"""Taking back what one gave, until somebody acted upon it (steps 1 to 5).

A decision of step 5 may be taken back only until its receiver opened it; a hand-over only until the
Laporan Triwulan is fixed. What was handed in becomes a draft again, so nothing typed is lost.
"""

from collections.abc import Callable, Mapping

from kinerja_desktop.domain.errors import AlreadyRead, WrongState
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import DECIDED, Act, Action, Jenis, Keadaan
from kinerja_desktop.services import drafts
from kinerja_desktop.services.acting import keadaan_of, perform
from kinerja_desktop.services.cases import Berkas, load_berkas, reader_of, revisi_of
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


@permits(Role.KABID, Role.KASUBAG, Role.ANALIS)
def withdraw(ctx: Context, case_id: str, *, seen: int) -> Changes:
    """Take back the newest act. Raises WrongState, NotYours, AlreadyRead, StaleWrite."""
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        last = berkas.keadaan.terakhir
        isi = {} if last is None else {"ditarik": last.nomor}
        perform(
            unit,
            ctx,
            berkas.case,
            Action.WITHDRAW,
            seen=seen,
            isi=isi,
            kalender=berkas.kalender,
            revisi=berkas.revisi,
        )
        if last is not None:
            _follow(unit, ctx, berkas, last)
        unit.commit()
    return frozenset({Change.CASE, Change.DRAFT})


def _follow(unit: Unit, ctx: Context, berkas: Berkas, last: Act) -> None:
    """What else the withdrawal of this act asks for; it is refused here where that cannot be.

    Papers of the act that were printed already lie on somebody's desk, so the archive says that they were taken back.
    """
    from kinerja_desktop.services import filing  # here: what makes papers is not loaded for an inbox
    from kinerja_desktop.services.compose.step_papers import filed_of

    reader = reader_of(unit, ctx, berkas)
    if reader is not None:
        raise AlreadyRead(reader)
    for paper in filed_of(unit, berkas.case.id, last.nomor).values():
        filing.mark(unit, ctx, paper, "ditarik")
    after = _AFTER.get(last.action)
    if after is not None:
        after(unit, ctx, berkas, last)


def _order_again(unit: Unit, ctx: Context, berkas: Berkas, last: Act) -> None:
    isi = {
        "analis": list(last.isi["analis"]),
        "sifat": last.isi["sifat"],
        "catatan": last.isi["alasan"],
        "pembagian": dict(last.isi["pembagian"]),
    }
    drafts.restore(unit, ctx, berkas.case.id, drafts.DISPOSISI, isi)


def _bahan_again(unit: Unit, ctx: Context, berkas: Berkas, last: Act) -> None:
    drafts.restore(unit, ctx, berkas.case.id, drafts.BAHAN, {"isi": last.isi["isi"]})


def _laporan_again(unit: Unit, ctx: Context, berkas: Berkas, last: Act) -> None:
    dari = drafts.source_of(berkas.keadaan, last)
    drafts.restore(unit, ctx, berkas.case.id, drafts.LAPORAN, {"isi": last.isi["isi"], "dari": dari})


def _notes_again(unit: Unit, ctx: Context, berkas: Berkas, last: Act) -> None:
    drafts.restore(unit, ctx, berkas.case.id, drafts.PEMERIKSAAN, {"pengembalian": last.isi["pengembalian"]})


def _stop_quarter(unit: Unit, ctx: Context, berkas: Berkas, _last: Act) -> None:
    """A seksi is missing again, so the quarter's report waits again. Raises WrongState once it is fixed."""
    triwulan = berkas.triwulan
    case = unit.cases.find(Jenis.LAPORAN_TRIWULAN, triwulan.tahun, triwulan.nomor, None)
    if case is None:
        return
    keadaan = keadaan_of(unit, case)
    if keadaan.status in DECIDED:
        raise WrongState(Action.WITHDRAW.value, keadaan.label)
    _take_start_back(unit, ctx, berkas, case, keadaan)


def _take_start_back(unit: Unit, ctx: Context, berkas: Berkas, case: Case, keadaan: Keadaan) -> None:
    if keadaan.terakhir is None or keadaan.terakhir.action is not Action.START:
        return
    revisi = revisi_of(unit, case)
    isi = {"ditarik": keadaan.terakhir.nomor}
    perform(
        unit,
        ctx,
        case,
        Action.WITHDRAW,
        seen=keadaan.versi,
        isi=isi,
        kalender=berkas.kalender,
        revisi=revisi,
    )


_AFTER: Mapping[Action, Callable[[Unit, Context, Berkas, Act], None]] = {
    Action.ORDER: _order_again,
    Action.SUBMIT_BAHAN: _bahan_again,
    Action.SUBMIT: _laporan_again,
    Action.RETURN: _notes_again,
    Action.HAND_OVER: _stop_quarter,
}
