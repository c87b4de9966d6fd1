"""The LKjIP, the annual report (SOP step 6), for screens and the command line. How it works: ``reports``."""

from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import Lkjip
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import plan_years, reports
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.printing import Draf, Format
from kinerja_desktop.services.reports import LaporanView, at_december
from kinerja_desktop.storage.records import Paper

PLANNER = Role.KASUBAG_PERENCANAAN
READERS = (PLANNER, Role.KABID, Role.CAMAT)


@permits(*READERS)
def load(ctx: Context, tahun: int) -> LaporanView:
    """The screen of one year."""
    return reports.load(ctx, reports.TAHUNAN, at_december(tahun))


@permits(PLANNER)
def save_draft(ctx: Context, tahun: int, isi: IsiLaporan, *, seen: int) -> int:
    """Keep typed text; returns the draft's new version."""
    return reports.save_draft(ctx, reports.TAHUNAN, at_december(tahun), isi, seen=seen)


@permits(PLANNER)
def force_start(ctx: Context, tahun: int, alasan: str, *, seen: int) -> Changes:
    """Compile although seksi are missing, with a reason that the paper prints."""
    return reports.force_start(ctx, reports.TAHUNAN, at_december(tahun), alasan, seen=seen)


@permits(PLANNER)
def fix(ctx: Context, tahun: int, pilihan: Pilihan | None = None, *, seen: int) -> Paper:
    """Fix and number it; next year's plan, where there is one, then tells this year's results as Riwayat."""
    paper = reports.fix(ctx, reports.TAHUNAN, at_december(tahun), pilihan, seen=seen)
    plan_years.take_over(ctx, tahun + 1)
    return paper


@permits(PLANNER)
def reopen(ctx: Context, tahun: int, alasan: str, *, seen: int) -> Changes:
    """Open a fixed report again for a new version."""
    return reports.reopen(ctx, reports.TAHUNAN, at_december(tahun), alasan, seen=seen)


@permits(*READERS)
def draft(ctx: Context, tahun: int, pilihan: Pilihan | None = None) -> Lkjip:
    """The report as it would be now, with the mark DRAF."""
    made = reports.draft_report(ctx, reports.TAHUNAN, at_december(tahun), pilihan)
    assert isinstance(made, Lkjip)
    return made


@permits(*READERS)
def preview(ctx: Context, tahun: int, pilihan: Pilihan | None = None) -> Draf:
    """The pages, fixed or draft, with what to look at."""
    return reports.preview(ctx, reports.TAHUNAN, at_december(tahun), pilihan)


@permits(*READERS)
def export(ctx: Context, tahun: int, fmt: Format, pilihan: Pilihan | None = None) -> bytes:
    """The report as a file, fixed or draft."""
    return reports.export(ctx, reports.TAHUNAN, at_december(tahun), fmt, pilihan)


@permits(*READERS)
def periods(ctx: Context) -> tuple[int, ...]:
    """Years with a plan, newest first; a year that has not ended is there as a draft."""
    with ctx.office.store.read() as unit:
        return tuple(sorted((t for t in unit.planning.years() if t <= ctx.today().year), reverse=True))
