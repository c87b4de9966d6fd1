"""The Laporan Triwulan (SOP step 6) for screens and the command line. How it works: ``reports``."""

from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import LaporanTriwulan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import reports
from kinerja_desktop.services.cases import quarters_planned
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.printing import Draf, Format
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.storage.records import Paper

PLANNER = Role.KASUBAG_PERENCANAAN
READERS = (PLANNER, Role.KABID, Role.CAMAT)


@permits(*READERS)
def load(ctx: Context, triwulan: Triwulan) -> LaporanView:
    """The screen of one triwulan."""
    return reports.load(ctx, reports.TRIWULAN, triwulan)


@permits(PLANNER)
def save_draft(ctx: Context, triwulan: Triwulan, isi: IsiLaporan, *, seen: int) -> int:
    """Keep typed text; returns the draft's new version."""
    return reports.save_draft(ctx, reports.TRIWULAN, triwulan, isi, seen=seen)


@permits(PLANNER)
def force_start(ctx: Context, triwulan: Triwulan, alasan: str, *, seen: int) -> Changes:
    """Compile although seksi are missing, with a reason that the paper prints."""
    return reports.force_start(ctx, reports.TRIWULAN, triwulan, alasan, seen=seen)


@permits(PLANNER)
def fix(ctx: Context, triwulan: Triwulan, pilihan: Pilihan | None = None, *, seen: int) -> Paper:
    """Fix and number it; that of TW IV starts the clock of the LKjIP."""
    return reports.fix(ctx, reports.TRIWULAN, triwulan, pilihan, seen=seen)


@permits(PLANNER)
def reopen(ctx: Context, triwulan: Triwulan, alasan: str, *, seen: int) -> Changes:
    """Open a fixed report again for a new version."""
    return reports.reopen(ctx, reports.TRIWULAN, triwulan, alasan, seen=seen)


@permits(*READERS)
def draft(ctx: Context, triwulan: Triwulan, pilihan: Pilihan | None = None) -> LaporanTriwulan:
    """The report as it would be now, with the mark DRAF."""
    made = reports.draft_report(ctx, reports.TRIWULAN, triwulan, pilihan)
    assert isinstance(made, LaporanTriwulan)
    return made


@permits(*READERS)
def preview(ctx: Context, triwulan: Triwulan, pilihan: Pilihan | None = None) -> Draf:
    """The pages, fixed or draft, with what to look at."""
    return reports.preview(ctx, reports.TRIWULAN, triwulan, pilihan)


@permits(*READERS)
def export(ctx: Context, triwulan: Triwulan, fmt: Format, pilihan: Pilihan | None = None) -> bytes:
    """The report as a file, fixed or draft."""
    return reports.export(ctx, reports.TRIWULAN, triwulan, fmt, pilihan)


@permits(*READERS)
def periods(ctx: Context) -> tuple[Triwulan, ...]:
    """Quarters that a report can be made for, newest first."""
    with ctx.office.store.read() as unit:
        planned = set(unit.planning.years())
        return tuple(t for t in quarters_planned(unit, ctx.today()) if t.tahun in planned)
