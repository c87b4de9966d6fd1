"""Pindah Komputer step by step: what is done already, what comes next, what is done on the other PC."""

from datetime import tzinfo
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.moving import KeadaanPindah
from kinerja_desktop.ui.backup.rows import moment
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import Symbol


class Langkah(Enum):
    """What a person wants to do next."""

    TUTUP = auto()
    LEMBAR = auto()
    CADANGKAN = auto()
    TANDAI = auto()
    BATALKAN = auto()


class MoveDialog(Dialog):
    """``admin`` may say that the office has gone. `chosen` answers the step that was pressed."""

    def __init__(self, parent: QWidget, state: KeadaanPindah, zone: tzinfo | None, *, admin: bool) -> None:
        sentence = "Kantor pindah dengan satu cadangan di flashdisk dan lembar pemulihan. Kerjakan berurutan."
        super().__init__(parent, "Pindah Komputer", "Pindah ke komputer lain", sentence=sentence)
        self.cancel.setText("Tutup")
        self.chosen = Langkah.TUTUP
        copied = state.usb is not None and not state.berubah
        self._add(1, "Siapkan lembar pemulihan", _sheet(state), done=state.lembar is not None)
        if state.lembar is None:
            self._offer("Buat Lembar…", "buat_lembar", Langkah.LEMBAR)
        self._add(2, "Cadangkan ke flashdisk", _copied(state, zone), done=copied)
        if not copied:
            self._offer("Cadangkan ke USB…", "cadangkan_pindah", Langkah.CADANGKAN)
        self._add(
            3,
            "Pulihkan di komputer baru",
            "Pasang Kinerja Desktop di sana, colokkan flashdisk, tekan «Pulihkan dari Cadangan», ketik kata dari "
            "lembar. Cocokkan Kotak Tugas dan angka triwulan terakhir dengan komputer ini.",
            done=False,
        )
        self._add(4, "Berhenti memakai komputer ini", _left(state), done=state.pindah is not None)
        if admin and state.pindah is not None:
            self._offer("Batalkan Tanda Pindah", "batal_pindah", Langkah.BATALKAN)
        elif admin:
            self._offer("Tandai Sudah Pindah", "tandai_pindah", Langkah.TANDAI)

    def _add(self, number: int, title: str, text: str, *, done: bool) -> None:
        sign = Symbol(Icon.DISETUJUI, Tone.SELESAI) if done else Symbol(Icon.KOSONG, Tone.NETRAL)
        head = row(sign, Label(f"{number}  {title}", TextStyle.BODY_500), None, space=8)
        self.body.addWidget(holder(column(head, 2, Label(text, ink=Ink.TEXT_2, wrap=True))))

    def _offer(self, text: str, name: str, step: Langkah) -> None:
        button = Button(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._choose(step))
        self.body.addLayout(row(button, None))

    def _choose(self, step: Langkah) -> None:
        self.chosen = step
        self.accept()


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
