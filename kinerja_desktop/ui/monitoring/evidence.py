"""«Ekspor Bukti…»: the evidence of a quarter copied into a folder, beside the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence_export
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.evidence_export import HasilEkspor
from kinerja_desktop.ui.choosing import choose_folder
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.job_card import JobCard

_SHOWN = 5
"""How many files that could not be copied are named."""


def export(
    parent: QWidget, ctx: Context, triwulan: Triwulan, card: JobCard, refuse: Callable[[KinerjaError], None]
) -> bool:
    """Ask where to, and begin; False where the person took it back."""
    chosen = choose_folder(parent, f"Ekspor Bukti Dukung {triwulan.label_tahun} ke Folder")
    if not chosen:
        return False

    def job(report: Report) -> HasilEkspor:
        def tell(n: int, m: int, name: str) -> None:
            report.progress(n, m, f"{n + 1} dari {m}: {name}")
            hold_cancelled(report)

        return evidence_export.export(ctx, triwulan, chosen, tell)

    card.run(f"Menyalin bukti dukung {triwulan.label_tahun}.", job, lambda done: _tell(parent, done), refuse)
    return True


def _tell(parent: QWidget, done: HasilEkspor) -> None:
    heading = f"{done.berkas} berkas bukti dan daftarnya sudah disalin"
    dialog = Dialog(parent, "Ekspor Bukti Dukung", heading, sentence=f"Foldernya: {done.folder}")
    dialog.cancel.setText("Tutup")
    for told in done.tertinggal[:_SHOWN]:
        dialog.body.addWidget(Label(f"✕ {told}", ink=Tone.SALAH, wrap=True))
    if len(done.tertinggal) > _SHOWN:
        more = f"Masih ada {len(done.tertinggal) - _SHOWN} berkas lain. Jalankan Periksa Keutuhan."
        dialog.body.addWidget(Label(more, ink=Ink.TEXT_2))
    dialog.exec()
    dialog.deleteLater()
