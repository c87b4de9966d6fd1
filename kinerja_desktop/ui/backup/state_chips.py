"""The state of the copies at the head of the page: the automatic one, the one on a flashdisk."""

from datetime import datetime, tzinfo

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.status_cadangan import StatusCadangan, Tingkat, is_due
from kinerja_desktop.ui.backup.rows import moment
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec

_LATE = {Tingkat.PERHATIAN: Tone.PERHATIAN, Tingkat.SALAH: Tone.SALAH}
_ICONS = {Tone.SELESAI: Icon.DISETUJUI, Tone.PERHATIAN: Icon.PERINGATAN, Tone.SALAH: Icon.SALAH}


class StateChips(QWidget):
    """Two chips."""

    def __init__(self, zone: tzinfo | None) -> None:
        super().__init__()
        self._zone = zone
        self._automatic, self._usb = Chip(), Chip()
        self.setLayout(row(self._automatic, self._usb))

    def show_state(self, state: StatusCadangan) -> None:
        automatic = "Cadangan otomatis gagal" if state.gagal else f"Otomatis: {self._when(state.otomatis)}"
        bad = Tone.SALAH if state.gagal else None
        self._automatic.set_spec(_chip(bad or _held(state.otomatis), automatic))
        used = f", {state.hari_pakai} hari pakai" if state.hari_pakai else ""
        late = _LATE.get(state.tingkat) if is_due(state.hari_pakai) else None
        self._usb.set_spec(_chip(late or _held(state.usb), f"USB: {self._when(state.usb)}{used}"))

    def _when(self, made: datetime | None) -> str:
        return moment(made, self._zone) or "belum ada"


def _held(made: datetime | None) -> Tone:
    return Tone.SELESAI if made is not None else Tone.NETRAL


def _chip(tone: Tone, text: str) -> ChipSpec:
    icon = _ICONS.get(tone, Icon.KOSONG)
    return ChipSpec(tone, icon, text, Shape.BOLD if tone is Tone.NETRAL else Shape.FILL)
