"""The job that sends orders one by one, so that it tells how far it is and can be stopped between two."""

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.services import assignment
from kinerja_desktop.services.assignment import CatatanPenugasan, GagalKirim, HasilPenugasan, PenugasanView
from kinerja_desktop.services.changes import NOTHING, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.runner import Report


class Sending:
    """Call it as a job; `done` tells what was sent, also where it was stopped."""

    def __init__(self, ctx: Context, view: PenugasanView, seksi: tuple[str, ...], catatan: CatatanPenugasan) -> None:
        self._ctx, self._view, self._seksi, self._catatan = ctx, view, seksi, catatan
        self._sent: list[Seksi] = []
        self._failed: list[GagalKirim] = []
        self._changes: Changes = NOTHING

    def __call__(self, report: Report) -> HasilPenugasan:
        seen = {line.seksi.kode: line.versi for line in self._view.baris}
        for n, kode in enumerate(self._seksi, 1):
            if report.cancelled():
                break
            report.progress(n, len(self._seksi), f"Mengirim {n} dari {len(self._seksi)}…")
            found = assignment.assign(self._ctx, self._view.triwulan, [kode], catatan=self._catatan, seen=seen)
            self._sent += found.terkirim
            self._failed += found.gagal
            self._changes |= found.changes
        return self.done()

    def done(self) -> HasilPenugasan:
        return HasilPenugasan(tuple(self._sent), tuple(self._failed), self._changes)
