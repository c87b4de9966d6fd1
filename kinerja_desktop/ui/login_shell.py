"""What stands around every page before the main window: the band with the office, and the line at the foot.

Shared by Masuk and by the first start. It imports QtWidgets alone.
"""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QSpacerItem, QWidget

from kinerja_desktop.domain.status_cadangan import Tingkat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.theme import Height, Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.mark import Mark

BAND_HEIGHT, BAND_HEIGHT_LOW, LOW_BELOW = 96, 64, 640
"""Heights of the band, the second on a screen lower than the third."""
BODY_TOP = 24
_RING_AFTER_MS = 150
"""The ring around the focused button loads so long after the first paint, in which the focus is in a field."""
_URGENT = {
    Tingkat.BAIK: ("", Ink.TEXT_2),
    Tingkat.PERHATIAN: ("▲ ", Ink.PERHATIAN),
    Tingkat.SALAH: ("✕ ", Ink.SALAH),
}
_PRACTICE = "LATIHAN · bukan data kantor"


@dataclass(frozen=True, slots=True)
class LoginFrame:
    """What stands around the page: the office, the state of its backup, version and time."""

    kantor: str
    kabupaten: str
    cadangan: str = ""
    versi_waktu: str = ""
    latihan: bool = False
    mendesak: Tingkat = Tingkat.BAIK
    """How much the state of the backup asks for attention."""


class LoginShell(QWidget):
    """Band above, one page in the middle, status line below."""

    def __init__(self, frame: LoginFrame) -> None:
        super().__init__()
        self._kantor = Label(style=TextStyle.SCREEN_TITLE, ink=Ink.ON_HEADER)
        self._kabupaten = Label(style=TextStyle.FIGURE, ink=Ink.ON_HEADER_2)
        self._cadangan = Label(ink=_URGENT[frame.mendesak][1])
        self._versi = Label(ink=Ink.TEXT_2)
        self._band = self._make_band()
        self._body = column()
        around = column(self._band, self._body, self._make_foot())
        around.setStretch(1, 1)
        self.setLayout(around)
        self.set_frame(frame)

    def set_frame(self, frame: LoginFrame) -> None:
        self._kantor.setText(frame.kantor)
        below = _PRACTICE if frame.latihan else "Kinerja Desktop"
        self._kabupaten.setText(" · ".join(filter(None, (frame.kabupaten, below if below != frame.kantor else ""))))
        sign, _ = _URGENT[frame.mendesak]
        self._cadangan.setText(sign + frame.cadangan)
        self._versi.setText(frame.versi_waktu)
        self._band.setProperty("latihan", "true" if frame.latihan else "false")

    def set_page(self, page: QWidget, *, fills: bool = False) -> None:
        """Put the page in the middle, 36 px below the band where there is room; ``fills`` gives it all the height."""
        policy = QSizePolicy.Policy
        self._body.addSpacing(theme.px(Space.CARDS))
        self._body.addItem(QSpacerItem(0, 0 if _is_low() else theme.px(BODY_TOP), policy.Minimum, policy.Maximum))
        self._body.addLayout(row(None, page, None), 1 if fills else 0)
        below = policy.Fixed if fills else policy.MinimumExpanding
        self._body.addItem(QSpacerItem(0, theme.px(Space.CARDS), policy.Minimum, below))

    def painted(self) -> None:
        """Its window was painted for the first time."""
        QTimer.singleShot(_RING_AFTER_MS, self._show_focus)

    def _show_focus(self) -> None:
        from kinerja_desktop.ui.widgets.focus_ring import follow_focus  # here, because it touches costly parts of Qt
        from kinerja_desktop.ui.widgets.redo_keys import follow_redo

        keep_none_alive()
        follow_focus()
        follow_redo()

    def _make_band(self) -> QFrame:
        band = QFrame()
        band.setProperty("kind", "header")
        band.setFixedHeight(theme.px(BAND_HEIGHT_LOW if _is_low() else BAND_HEIGHT))
        words = column(None, self._kantor, 1, self._kabupaten, None)
        band.setLayout(row(None, Mark(38), 18, words, None, space=0))
        return band

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "status")
        foot.setFixedHeight(theme.height(Height.STATUS))
        line = row(14, self._cadangan, self._versi, 18, space=Space.CONTROLS)
        line.setStretch(1, 1)
        foot.setLayout(line)
        return foot


def _is_low() -> bool:
    return QApplication.primaryScreen().availableGeometry().height() < theme.px(LOW_BELOW)
