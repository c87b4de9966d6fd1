"""The acts of a case as a line of events: symbol, what happened, who, when, why.

The panel shows the newest; `history_dialog` shows all.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.history import Kejadian
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import column, empty, holder
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import paint_icon
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.looks import act_look

_SYMBOL_COLUMN, _TITLE_MIDDLE = 26, 9


class Event(QWidget):
    """One act; a thin line leads to the one before it unless it is the ``last`` shown."""

    def __init__(self, kejadian: Kejadian, *, last: bool) -> None:
        super().__init__()
        self._look = act_look(kejadian.action, kejadian.judul)
        self._last = last
        title = Label(_title(kejadian), TextStyle.BODY_500, wrap=True)
        body = Label(describe(kejadian), ink=Ink.TEXT_2, wrap=True)
        lines = column(title, 1, body)
        lines.setContentsMargins(theme.px(_SYMBOL_COLUMN), 0, 0, theme.px(0 if last else 8))
        self.setLayout(lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme.px
        tone, icon, shape = self._look
        paint_icon(painter, 0, px(_TITLE_MIDDLE), icon, tone, shape=shape)
        if not self._last:
            top = px(_TITLE_MIDDLE) + px(IconSize.TEXT)
            line = QRect(px(IconSize.TEXT) // 2, top - px(2), px(1.4), self.height() - top - px(2))
            painter.fillRect(line, QColor(theme.current().palette.line))


def _title(kejadian: Kejadian) -> str:
    return f"{kejadian.judul} · ditarik kembali" if kejadian.ditarik else kejadian.judul


def describe(kejadian: Kejadian) -> str:
    """«Anda, sebagai Kabid · hari ini, 09.52 · «Jumlah surat …»»."""
    late = f"terlambat, dikerjakan {kejadian.terlambat}" if kejadian.terlambat else ""
    quoted = f"«{kejadian.teks}»" if kejadian.teks else ""
    return " · ".join(filter(None, (kejadian.oleh, kejadian.waktu_teks, late, quoted)))


class Timeline(QWidget):
    """Events from the newest to the oldest."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column()
        self.setLayout(self._lines)

    def set_events(self, events: Sequence[Kejadian]) -> None:
        empty(self._lines)
        for at, event in enumerate(events, 1):
            self._lines.addWidget(Event(event, last=at == len(events)))
        set_shown(self, shown=bool(events))


def history_dialog(parent: QWidget, title: str, events: Sequence[Kejadian]) -> Dialog:
    """All acts of a case, with the notes of each return."""
    dialog = Dialog(parent, "Riwayat Lengkap", title)
    dialog.cancel.setText("Tutup")
    line = Timeline()
    line.set_events(events)
    area = ScrollArea(holder(column(line, None)))  # few lines leave their room below them
    dialog.add_giving(area, 320)
    return dialog
