"""The page of Laporan Tahunan (LKjIP): which services ``ReportPage`` works with."""

from collections.abc import Sequence

from kinerja_desktop.services import annual
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.work.report_page import ReportDesk, ReportPage


def make(desk: Desk) -> ReportPage[int]:
    """Build the page."""
    return ReportPage(
        desk,
        ReportDesk(
            "Laporan Tahunan",
            annual.load,
            lambda ctx, tahun, isi, seen: annual.save_draft(ctx, tahun, isi, seen=seen),
            lambda ctx, tahun, alasan, seen: annual.force_start(ctx, tahun, alasan, seen=seen),
            lambda ctx, tahun, pilihan, seen: annual.fix(ctx, tahun, pilihan, seen=seen),
            lambda ctx, tahun, alasan, seen: annual.reopen(ctx, tahun, alasan, seen=seen),
            annual.preview,
            annual.export,
            _choices,
            lambda tahun: f"lkjip-{tahun}",
            "IV.B Langkah Perbaikan: Tabel 4.1",
        ),
    )


def _choices(ctx: Context) -> Sequence[tuple[str, int]]:
    return [(f"Tahun {tahun}", tahun) for tahun in annual.periods(ctx)]
