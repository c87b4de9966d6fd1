"""The line at the foot of the main window: is my work safe, how old is the backup, what time is it.

Saving is shown here and nowhere else. A click on the backup opens Cadangan; a click on a saving fault, what to do.
"""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Height, IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow, set_tip
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.buttons import PlainButton
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import paint_icon, paint_text, text_width
from kinerja_desktop.ui.widgets.showing import set_shown

_SAVED = {
    Tone.SELESAI: (Icon.SETUJUI, Shape.REGULAR),
    Tone.BERJALAN: (Icon.MUAT_ULANG, Shape.REGULAR),
    Tone.PERHATIAN: (Icon.PERINGATAN, Shape.FILL),
    Tone.SALAH: (Icon.SALAH, Shape.FILL),
}
_BACKUP = {Tone.PERHATIAN: (Icon.PERINGATAN, Shape.FILL), Tone.SALAH: (Icon.SALAH, Shape.FILL)}
_QUIET = (Icon.CADANGAN, Shape.FILL)
_NOTHING_TO_MEND = "Tidak ada yang perlu diatasi."
_LOUD = (Tone.SALAH, Tone.PERHATIAN)


class _Item(PlainButton):
    """Symbol and words that can be pressed; loud states take their colour for the words too."""

    def __init__(
        self, symbols: dict[Tone, tuple[Icon, Shape]], otherwise: tuple[Icon, Shape], quiet: Tone | Ink
    ) -> None:
        super().__init__()
        self._quiet = quiet
        self._symbols, self._otherwise = symbols, otherwise
        self._status = StatusText("")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_status(self, status: StatusText) -> None:
        worse = status.tone in _LOUD and status != self._status
        self._status = status
        self.setText(status.text)
        self.setAccessibleName(status.text)
        set_shown(self, shown=bool(status.text))
        self.updateGeometry()
        self.update()
        if worse and self.isVisible():
            announce(self, status.text, urgent=status.tone is Tone.SALAH)

    def sizeHint(self) -> QSize:
        words = text_width(self._status.text, TextStyle.BODY)
        return QSize(theme.px(IconSize.CHIP) + theme.px(6) + words + 2, theme.height(Height.STATUS, low=True))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.height() // 2
        tone = self._status.tone
        icon, shape = self._symbols.get(tone, self._otherwise)
        ink = self._quiet if tone is Tone.NETRAL else tone
        left = paint_icon(painter, 0, middle, icon, ink, size=IconSize.CHIP, shape=shape) + theme.px(6)
        words = QRect(left, 0, self.width() - left, self.height())
        shown = paint_text(painter, words, self._status.text, TextStyle.BODY, tone if tone in _LOUD else Ink.TEXT_2)
        set_tip(self, "" if shown >= text_width(self._status.text, TextStyle.BODY) else self._status.text)


class StatusBar(QFrame):
    """``saved_pressed`` and ``backup_pressed`` ask for the screens behind the two states."""

    saved_pressed = Signal()
    backup_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "status")
        self._saved = _Item(_SAVED, (Icon.SETUJUI, Shape.REGULAR), Tone.SELESAI)
        self._backup = _Item(_BACKUP, _QUIET, Ink.TEXT_2)
        self._clock = Label(ink=Ink.TEXT_2)
        line = row(12, self._saved, None, self._backup, 18, self._clock, 18, space=0)
        self.setLayout(line)
        self.setFocusProxy(self._backup)
        self._saved.setAccessibleDescription("Menjelaskan keadaan simpanan.")
        self._backup.setAccessibleDescription("Membuka Cadangan.")
        self._saved.clicked.connect(self.saved_pressed)
        self._backup.clicked.connect(self.backup_pressed)
        self.set_saved(StatusText(""))
        self.set_backup(StatusText(""), "")
        self.set_narrow(narrow=False)

    def set_saved(self, status: StatusText) -> None:
        """«Tersimpan 10.42» (SELESAI), «Menyimpan…» (BERJALAN), «Belum tersimpan: …» (SALAH)."""
        self._saved.set_status(status)
        allow(self._saved, "" if status.tone in _LOUD else _NOTHING_TO_MEND)

    def set_backup(self, status: StatusText, waktu: str, closed: str = "") -> None:
        """``closed`` says why the state can only be read."""
        self._backup.set_status(status)
        allow(self._backup, closed)
        self._clock.setText(waktu)

    def set_narrow(self, *, narrow: bool, low: bool = False) -> None:
        self.setFixedHeight(theme.height(Height.STATUS, narrow=narrow, low=low))
