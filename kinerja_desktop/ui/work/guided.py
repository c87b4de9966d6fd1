"""The frame of every guided path: its steps at the left, the present one beside them, and what is safe below.

«Kembali» and «Lanjut» walk; a step that was reached before can be clicked. The act, if the path has one, stands on the
last step alone, so that leaving earlier changes nothing. To make one: a subclass that adds its pages in the order of
its steps, ticks them by state, and says in `leaving` what a step still lacks.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.safe_note import SafeNote
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.step_list import StepList

_PAGE = 232
"""Height of a step, the same for all, so that the buttons stay where they are."""


class GuidedDialog(Dialog):
    """``safe`` says what leaving the path leaves behind. See the module."""

    def __init__(self, parent: QWidget, title: str, heading: str, steps: Sequence[str], *, safe: str) -> None:
        super().__init__(parent, title, heading)
        self.steps, self._pages, self._last = StepList(steps), QStackedWidget(), len(steps) - 1
        self._reached = 0
        self._pages.setMinimumHeight(theme.px(_PAGE))
        self._back, self._next = Button("Kembali", act=True), Button("Lanjut", ButtonKind.PRIMARY, act=True)
        self._back.setObjectName("kembali")
        self._next.setObjectName("lanjut")
        self._act_button: Button | None = None
        self.add_plain(self._back)
        self._acts.addWidget(self._next)
        middle = row(column(self.steps, None), self._pages, space=16)
        middle.setStretch(1, 1)
        self.body.addLayout(middle)
        self.body.addWidget(SafeNote(safe))
        self._back.clicked.connect(lambda: self.go_to(self.steps.step() - 1))
        self._next.clicked.connect(lambda: self.go_to(self.steps.step() + 1))
        self.steps.asked.connect(self._jump)

    def add_page(self, page: QWidget) -> None:
        """The next step's page."""
        self._pages.addWidget(page)

    def add_last_act(self, text: str, icon: Icon | None = None) -> Button:
        """The act that closes the path; it is offered on the last step alone."""
        self._act_button = self.add_act(text, icon=icon)
        return self._act_button

    def begin(self, at: int = 0) -> None:
        """Show a step once all pages are there; those before it count as reached."""
        self._reached = at
        self._show(at)
        page = self._pages.currentWidget()
        offered = page.findChild(QPushButton) if page is not None else None
        (offered or self._next).setFocus()

    def go_to(self, at: int) -> None:
        """Another step, unless the present one still lacks something."""
        fault = self.leaving(self.steps.step()) if at > self.steps.step() else ""
        self.show_fault(fault)
        if not fault:
            self._show(at)

    def leaving(self, at: int) -> str:  # a path without questions asks nothing
        """What a step lacks before the next one may be seen; an empty string where it is complete."""
        return ""

    def entering(self, at: int) -> None:
        """Called when a step is about to be shown."""

    def _jump(self, at: int) -> None:
        if at <= self._reached:
            self.go_to(at)

    def _show(self, at: int) -> None:
        self._reached = max(self._reached, at)
        self.entering(at)
        self.steps.set_step(at)
        self._pages.setCurrentIndex(at)
        allow(self._back, "" if at else "Ini langkah pertama.")
        set_shown(self._next, shown=at < self._last)
        if self._act_button is not None:
            set_shown(self._act_button, shown=at == self._last)
        self.fit_soon()
