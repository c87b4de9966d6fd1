"""A long work shown where it was asked for: its name, how far it is, Batal. The window stays alive.

`run` starts it on the desk's runner. One at a time; the page asks `is_running` before it offers the next.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui.one_job import OneJob
from kinerja_desktop.ui.runner import Job, Runner
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

T = TypeVar("T")


class JobCard(Card):
    """Hidden while nothing runs. ``ended`` tells that a work is over, however it went."""

    ended = Signal()

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._job = OneJob(self, self._progress, self._end)
        self._name, self._detail = Label(style=TextStyle.BODY_500), Label(ink=Ink.TEXT_2)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button("Batal")
        self._cancel.setObjectName("batal_pekerjaan")
        self._cancel.clicked.connect(self._give_up)
        line = row(column(row(self._name, self._detail, None), 6, self._bar), 8, self._cancel)
        line.setStretch(0, 1)
        super().__init__(row(line, edge=12))
        self.setFocusProxy(self._cancel)
        self.hide()

    def is_running(self) -> bool:
        return self._job.is_running()

    def run(
        self,
        name: str,
        job: Job[T],
        done: Callable[[T], None],
        refused: Callable[[KinerjaError], None],
        *,
        writes: bool = False,
    ) -> None:
        """Begin a work by its name («Mencadangkan ke USB»); the card goes when it is over."""
        self._name.setText(name)
        self._bar.setAccessibleName(name)
        self._detail.setText("")
        self._bar.setRange(0, 0)
        allow(self._cancel, "")
        set_shown(self, shown=True)
        self._job.run(self._runner, job, done, refused, name=name, writes=writes)

    def _progress(self, n: int, m: int, text: str) -> None:
        self._bar.setRange(0, m)
        self._bar.setValue(n)
        self._detail.setText(text)

    def _give_up(self) -> None:
        allow(self._cancel, "Pembatalan sedang berjalan.")
        self._detail.setText("Membatalkan…")
        self._job.cancel()

    def _end(self) -> None:
        """The focus that lay on Batal goes back to the page, not to wherever Qt finds the next stop."""
        page, held = self.parentWidget(), _holds_focus(self)
        set_shown(self, shown=False)
        self.ended.emit()
        if held and page is not None:
            page.setFocus()


def _holds_focus(widget: QWidget) -> bool:
    focus: QWidget | None = widget.window().focusWidget()  # None where nothing has it
    return focus is not None and widget.isAncestorOf(focus)
