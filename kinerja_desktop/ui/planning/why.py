"""The question why what a fixed plan says is changed."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.errors import PlanReasonNeeded
from kinerja_desktop.ui.dialogs import Alasan, ask_reason


def ask_why(parent: QWidget, needed: PlanReasonNeeded) -> str | None:
    """Ask for the reason; None when Batal."""
    question = Alasan(
        "Ubah Indikator",
        f"Mengapa {deretan(needed.medan)} indikator {needed.kode} diubah?",
        "Rencana kinerja sudah ditetapkan. Alasan ini dicatat; laporan yang sudah disetujui tidak berubah. "
        "Bila yang diukur menjadi lain, akhiri indikator ini dan buat penggantinya.",
        "Simpan",
        least=needed.minimum,
    )
    return ask_reason(parent, question)
