"""The page of Laporan Triwulan: which services ``ReportPage`` works with."""

from collections.abc import Sequence

from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import quarterly
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.work.report_page import ReportDesk, ReportPage


def make(desk: Desk) -> ReportPage[Triwulan]:
    """Build the page."""
    return ReportPage(
        desk,
        ReportDesk(
            "Laporan Triwulan",
            quarterly.load,
            lambda ctx, tw, isi, seen: quarterly.save_draft(ctx, tw, isi, seen=seen),
            lambda ctx, tw, alasan, seen: quarterly.force_start(ctx, tw, alasan, seen=seen),
            lambda ctx, tw, pilihan, seen: quarterly.fix(ctx, tw, pilihan, seen=seen),
            lambda ctx, tw, alasan, seen: quarterly.reopen(ctx, tw, alasan, seen=seen),
            quarterly.preview,
            quarterly.export,
            _choices,
            lambda tw: f"laporan-triwulan-{tw.nomor}-{tw.tahun}",
            "VI. Rekomendasi: Tabel 4",
        ),
    )


def _choices(ctx: Context) -> Sequence[tuple[str, Triwulan]]:
    return [(tw.label_tahun, tw) for tw in quarterly.periods(ctx)]
