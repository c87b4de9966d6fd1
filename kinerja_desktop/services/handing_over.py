"""From the seksi to the Kasubag Perencanaan: the last step of a berkas, and what it opens (steps 5 and 6).

Only what was handed over counts for the Laporan Triwulan. The last seksi opens it in the same transaction.
"""

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import DELIVERED, Action, Jenis, allowed
from kinerja_desktop.services.acting import keadaan_of, perform
from kinerja_desktop.services.cases import Berkas, find_or_new, load_berkas, revisi_of, seksi_reporting
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit


@permits(Role.KASUBAG)
def hand_over(ctx: Context, case_id: str, *, seen: int, catatan: str = "") -> Changes:
    """Pass the approved report to the Kasubag Perencanaan; the last seksi starts the Laporan Triwulan."""
    with ctx.office.store.unit() as unit:
        berkas = load_berkas(unit, ctx, case_id)
        perform(
            unit,
            ctx,
            berkas.case,
            Action.HAND_OVER,
            seen=seen,
            isi={},
            alasan=catatan,
            kalender=berkas.kalender,
            revisi=berkas.revisi,
        )
        if not missing_seksi(unit, berkas.triwulan):
            _start_quarter(unit, ctx, berkas)
        unit.commit()
    return frozenset({Change.CASE})


def missing_seksi(unit: Unit, quarter: Triwulan) -> tuple[Seksi, ...]:
    """The seksi whose report of this quarter was not handed over yet."""
    found = unit.cases.listing(jenis=Jenis.BERKAS, tahun=quarter.tahun, triwulan=quarter.nomor, status=DELIVERED)
    delivered = {case.seksi for case in found}
    return tuple(s for s in seksi_reporting(unit, quarter) if s.kode not in delivered)


def _start_quarter(unit: Unit, ctx: Context, berkas: Berkas) -> None:
    """Open step 6, unless it was opened before (forced, or fixed and reopened)."""
    case = find_or_new(unit, Jenis.LAPORAN_TRIWULAN, berkas.triwulan, None)
    keadaan = keadaan_of(unit, case)
    if Action.START not in {row.action for row in allowed(keadaan, ctx.actor.role)}:
        return
    perform(
        unit,
        ctx,
        case,
        Action.START,
        seen=keadaan.versi,
        isi={},
        kalender=berkas.kalender,
        revisi=revisi_of(unit, case),
    )
