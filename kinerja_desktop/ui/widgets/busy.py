"""Waiting: nothing before 0.3 s, grey at the place until 2 s, then the name of the work, n of m, and Batal.

The focus goes with it and comes back to where it was, so that no key presses what is covered. The window stays alive
underneath. Failure leaves the screen as it was, so this only covers and uncovers. `run` waits
for a job; `start` and `stop` for anything else.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.one_job import LONG_S, OneJob, nothing
from kinerja_desktop.ui.runner import Job, Runner
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import paint_text, text_width
from kinerja_desktop.ui.widgets.showing import set_shown

T = TypeVar("T")
GREY_AFTER_MS, PANEL_AFTER_MS = 300, round(LONG_S * 1000)


class BusyOverlay(QWidget):
    """Lies over one widget."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.hide()
        self._job = OneJob(self, self.progress, self.stop)
        self._name = Label(style=TextStyle.FIGURE_500)
        self._detail = Label(ink=Ink.TEXT_2, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button("Batal")
        self._cancel.clicked.connect(self._give_up)
        self._panel = Card(column(self._name, self._bar, self._detail, row(None, self._cancel), space=8, edge=16))
        self._panel.setFixedWidth(theme.px(360))
        self.setLayout(column(None, row(None, self._panel, None), None))
        self._grey = self._timer(GREY_AFTER_MS, self._show_grey)
        self._late = self._timer(PANEL_AFTER_MS, self._show_panel)
        self._left_at: QWidget | None = None
        target.installEventFilter(self)

    def _timer(self, after: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def run(
        self,
        runner: Runner,
        work: str,
        job: Job[T],
        done: Callable[[T], object],
        refused: Callable[[KinerjaError], object],
        *,
        cancelled: Callable[[], object] | None = None,
        writes: bool = False,
    ) -> None:
        """Lie over the widget while a job runs, by the name of the work; it has Batal where ``cancelled`` is given."""
        self.start(work, can_cancel=cancelled is not None)
        self._job.run(runner, job, done, refused, cancelled or nothing, name=work, writes=writes)

    def start(self, work: str, *, can_cancel: bool = False) -> None:
        """Begin to wait for a work by its name («Membaca buku kerja…»)."""
        self._name.setText(work)
        for part in (self, self._bar):
            part.setAccessibleName(work)
        self._detail.setText("")
        self._bar.setRange(0, 0)
        set_shown(self._cancel, shown=can_cancel)
        allow(self._cancel, "")
        self._panel.hide()
        self._grey.start()
        self._late.start()

    def progress(self, n: int, m: int, text: str) -> None:
        """Say how far it is."""
        self._bar.setRange(0, m)
        self._bar.setValue(n)
        self._detail.setText(text or f"{n} dari {m}")

    def stop(self) -> None:
        self._grey.stop()
        self._late.stop()
        held, before = self._holds(self.window().focusWidget()), self._left_at
        self._left_at = None
        self.hide()
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _give_up(self) -> None:
        allow(self._cancel, "Pembatalan sedang berjalan.")
        self._detail.setText("Membatalkan…")
        announce(self, "Membatalkan…")
        self._job.cancel()

    def _show_grey(self) -> None:
        target = self.parentWidget()
        assert target is not None
        self.setGeometry(target.rect())
        self.raise_()
        self.show()
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and target.isAncestorOf(focus) and not self._holds(focus):
            self._left_at = focus
            self.setFocus()

    def _show_panel(self) -> None:
        self._panel.show()
        announce(self, self._name.text())
        if self._left_at is not None and not self._cancel.isHidden():
            self._cancel.setFocus()

    def _holds(self, focus: QWidget | None) -> bool:
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """What lies under it is no stop of the tab key."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(theme.current().palette.window)
        veil.setAlpha(200)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        if self._panel.isHidden():
            self._paint_sign(painter)

    def _paint_sign(self, painter: QPainter) -> None:
        """The name of the work on a ground of its own: what shines through the veil is too pale to be read."""
        words, style = self._name.text(), TextStyle.FIGURE_500
        box = QRect(0, 0, text_width(words, style) + 1, theme.height(Height.CONTROL))
        box.moveCenter(self.rect().center())
        painter.fillRect(box.adjusted(-theme.px(16), 0, theme.px(16), 0), QColor(theme.current().palette.window))
        paint_text(painter, box, words, style, Ink.TEXT)
