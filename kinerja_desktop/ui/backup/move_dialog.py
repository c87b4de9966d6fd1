"""Pindah Komputer step by step: what is done already, what comes next, what is done on the other PC."""

from datetime import tzinfo
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.moving import KeadaanPindah
from kinerja_desktop.ui.backup.rows import moment
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.guided import GuidedDialog

STEPS = ("Lembar pemulihan", "Cadangan di flashdisk", "Komputer baru", "Komputer ini berhenti")
_SAFE = "Data di komputer ini tidak dihapus dan tidak berubah. Yang pindah ialah salinannya; ini dapat diulang."
_THERE = (
    "Pasang Kinerja Desktop di sana, colokkan flashdisk, tekan «Pulihkan dari Cadangan», ketik kata dari lembar. "
    "Cocokkan Kotak Tugas dan angka triwulan terakhir dengan komputer ini, lalu lanjutkan ke langkah 4."
)


class Langkah(Enum):
    """What a person wants to do next."""

    TUTUP = auto()
    LEMBAR = auto()
    CADANGKAN = auto()
    TANDAI = auto()
    BATALKAN = auto()


class MoveDialog(GuidedDialog):
    """``admin`` may say that the office has gone. `chosen` answers the step that was pressed."""

    def __init__(self, parent: QWidget, state: KeadaanPindah, zone: tzinfo | None, *, admin: bool) -> None:
        super().__init__(parent, "Pindah Komputer", "Pindah ke komputer lain", STEPS, safe=_SAFE)
        self.cancel.setText("Tutup")
        self.chosen = Langkah.TUTUP
        copied = state.usb is not None and not state.berubah
        self._add(_sheet(state), _offer(Langkah.LEMBAR) if state.lembar is None else None)
        self._add(_copied(state, zone), None if copied else _offer(Langkah.CADANGKAN))
        self._add(_THERE, None)
        marking = Langkah.TANDAI if state.pindah is None else Langkah.BATALKAN
        self._add(_left(state), _offer(marking) if admin else None)
        done = (state.lembar is not None, copied, state.pindah is not None, state.pindah is not None)
        for at, is_done in enumerate(done):
            self.steps.set_done(at, done=is_done)
        self.begin(next((at for at, is_done in enumerate(done) if not is_done), len(done) - 1))

    def _add(self, text: str, offered: "tuple[Langkah, Button] | None") -> None:
        told = Label(text, wrap=True)
        if offered is None:
            self.add_page(holder(column(told, None)))
            return
        step, button = offered
        button.clicked.connect(lambda: self._choose(step))
        self.add_page(holder(column(told, 8, row(button, None), None)))

    def _choose(self, step: Langkah) -> None:
        self.chosen = step
        self.accept()


_OFFERED = {
    Langkah.LEMBAR: ("Buat Lembar…", "buat_lembar"),
    Langkah.CADANGKAN: ("Cadangkan ke USB…", "cadangkan_pindah"),
    Langkah.TANDAI: ("Tandai Sudah Pindah", "tandai_pindah"),
    Langkah.BATALKAN: ("Batalkan Tanda Pindah", "batal_pindah"),
}


def _offer(step: Langkah) -> tuple[Langkah, Button]:
    text, name = _OFFERED[step]
    button = Button(text)
    button.setObjectName(name)
    return step, button


def _sheet(state: KeadaanPindah) -> str:
    if state.lembar is None:
        return "Belum ada lembar pemulihan. Tanpa lembar itu cadangan tidak terbuka di komputer baru."
    return f"Ambil lembar bertanda kunci {state.lembar} dari tempat penyimpanannya."


def _copied(state: KeadaanPindah, zone: tzinfo | None) -> str:
    if state.usb is None:
        return "Belum ada cadangan di flashdisk."
    since = "; sesudahnya ada perubahan, jadi cadangkan sekali lagi." if state.berubah else ", memuat semua perubahan."
    return f"Cadangan terakhir {moment(state.usb, zone)}{since}"


def _left(state: KeadaanPindah) -> str:
    if state.pindah is not None:
        return f"Ditandai pindah pada {format_tanggal(state.pindah)}. Siapa pun yang membukanya di sini diberi tahu."
    return "Sesudah komputer baru cocok. Siapa pun yang membuka program di sini diberi tahu supaya tidak mengisi lagi."
