"""What stands around every page before the main window: the band with the office, and the line at the foot.

Shared by Masuk and by the first start. It imports QtWidgets alone.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSpacerItem, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label
from kinerja_desktop.ui.widgets.mark import Mark

BAND_HEIGHT, BAND_HEIGHT_LOW, LOW_BELOW = 96, 64, 600
BODY_TOP = 24
_PRACTICE = "LATIHAN · bukan data kantor"


@dataclass(frozen=True, slots=True)
class LoginFrame:
    """What stands around the page: the office, the state of its backup, version and time."""

    kantor: str
    kabupaten: str
    cadangan: str = ""
    versi_waktu: str = ""
    latihan: bool = False


class LoginShell(QWidget):
    """Band above, one page in the middle, status line below."""

    def __init__(self, frame: LoginFrame) -> None:
        super().__init__()
        self._kantor = Label(style=TextStyle.SCREEN_TITLE, ink=Ink.ON_HEADER)
        self._kabupaten = Label(style=TextStyle.FIGURE, ink=Ink.ON_HEADER_2)
        self._cadangan = ElidedLabel(ink=Ink.TEXT_2)
        self._versi = Label(ink=Ink.TEXT_2)
        self._band = self._make_band()
        self._body = column()
        area = QScrollArea()
        area.setWidget(holder(self._body))
        area.setWidgetResizable(True)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = column(self._band, area, self._make_foot())
        around.setStretch(1, 1)
        self.setLayout(around)
        self.set_frame(frame)

    def set_frame(self, frame: LoginFrame) -> None:
        self._kantor.setText(frame.kantor)
        below = _PRACTICE if frame.latihan else "Kinerja Desktop"
        self._kabupaten.setText(" · ".join(filter(None, (frame.kabupaten, below))))
        self._cadangan.set_text(frame.cadangan)
        self._versi.setText(frame.versi_waktu)
        self._band.setProperty("latihan", "true" if frame.latihan else "false")

    def set_page(self, page: QWidget) -> None:
        """Put the page in the middle, 36 px below the band where there is room; what is too high scrolls."""
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        policy = QSizePolicy.Policy
        self._body.addSpacing(theme.px(Space.CARDS))
        self._body.addItem(QSpacerItem(0, theme.px(BODY_TOP), policy.Minimum, policy.Maximum))
        self._body.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._body.addItem(QSpacerItem(0, theme.px(Space.CARDS), policy.Minimum, policy.MinimumExpanding))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < theme.px(LOW_BELOW)
        self._band.setFixedHeight(theme.px(BAND_HEIGHT_LOW if low else BAND_HEIGHT))

    def _make_band(self) -> QFrame:
        band = QFrame()
        band.setProperty("kind", "header")
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
