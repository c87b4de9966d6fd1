"""The list of people on the log-in window: name, what they are, first letters in a circle.

Plain values in, an id out. Rows are buttons drawn by the stylesheet alone: painting from Python before the first paint
would cost a fifth of the time to it. The list is short and in memory, so filtering is here too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.qt_numbers import KEY_DOWN, KEY_ENTER, KEY_RETURN, KEY_UP
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.initials import initials
from kinerja_desktop.ui.widgets.labels import Label, elided

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ROW_HEIGHT = 56
_TEXT_ROOM = 330
_REST_AFTER_MS = 150
"""Rows below the edge are filled after the first paint."""
_STEPS = {KEY_DOWN: 1, KEY_UP: -1}


@dataclass(frozen=True, slots=True)
class LoginName:
    """One person who may log in, as the list shows them."""

    id: str
    nama: str
    keterangan: str
    """Title under the name, for example «Kasi Pelayanan»."""
    peran: str = ""
    """Roles named on the card, for example «masuk sebagai Kasubag»."""
    terakhir: str = ""
    """Sentence about the last work, for example «Pekerjaan terakhir Anda tersimpan 13 Juli, 15.52.»"""

    def is_meant_by(self, typed: str) -> bool:
        """Whether name or title holds what was typed."""
        return sought(typed).strip() in sought(f"{self.nama}\n{self.keterangan}")


class NameRow(QPushButton):
    """One person; checked when chosen. ``entered`` by click or Enter, ``stepped`` by arrows, ``typed`` by letters."""

    entered = Signal()
    stepped = Signal(int)
    typed = Signal(str)

    def __init__(self, name: LoginName, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setProperty("kind", "person")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setProperty("focusPolicy", "ClickFocus")  # by its name, see `ui.qt_numbers`
        self.toggled.connect(self._be_the_stop)
        self.setAccessibleName(f"{name.nama}, {name.keterangan}")
        self.clicked.connect(self.entered)

    def fill(self) -> None:
        """Make what is seen of the row, once."""
        if self.layout() is not None:
            return
        name = self.name
        circle = QLabel(initials(name.nama))
        circle.setProperty("kind", "circle")
        circle.setProperty("text_style", TextStyle.BODY_500.value)
        circle.setProperty("alignment", "AlignCenter")
        words = column(
            None, self._line(name.nama, TextStyle.FIGURE_500, Ink.TEXT), 1, self._line(name.keterangan), None
        )
        self.setLayout(row(16, circle, 12, words, None, space=0))

    def _line(self, text: str, style: TextStyle = TextStyle.BODY, ink: Ink = Ink.TEXT_2) -> Label:
        shown = elided(QFontMetrics(theme.font(style)), text, theme.px(_TEXT_ROOM))
        if shown != text:
            self.setToolTip(f"{self.name.nama}\n{self.name.keterangan}")
        return Label(shown, style, ink)

    def _be_the_stop(self, checked: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        """The chosen row is the one stop of the tab key."""
        self.setProperty("focusPolicy", "StrongFocus" if checked else "ClickFocus")

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(ROW_HEIGHT))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        step = _STEPS.get(event.key())
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (KEY_RETURN, KEY_ENTER):
            self.entered.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class NamesList(QScrollArea):
    """The people in the order given (latest users of this PC first). ``chosen`` when another one is."""

    chosen = Signal()
    entered = Signal()
    typed = Signal(str)
    """Letters begun on a row: somebody is looked for."""

    def __init__(self, names: Sequence[LoginName]) -> None:
        super().__init__()
        self._rows: list[NameRow] = []
        self.setProperty("kind", "names")
        self.setProperty("focusPolicy", "NoFocus")  # by its name: the rows are the stops
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Daftar nama")
        self.set_names(names, len(names))

    def set_names(self, names: Sequence[LoginName], at_once: int) -> None:
        """Show other people; those after the first ``at_once`` are filled a moment later, or when looked for."""
        rows = column()
        body = holder(rows)
        self.setWidget(body)
        self._rows = [NameRow(name, body) for name in names]
        for person in self._rows:
            person.entered.connect(self.entered)
            person.stepped.connect(self.step)
            person.typed.connect(self.typed)
            person.toggled.connect(self._tell)
            rows.addWidget(person)
            person.show()  # a list that is on the screen already would do it later
        rows.addStretch(1)
        self._fill(at_once)
        if at_once < len(names):
            QTimer.singleShot(_REST_AFTER_MS, self, self._fill)
        self.updateGeometry()

    def _fill(self, count: int | None = None) -> None:
        for person in self._rows[:count]:
            person.fill()

    def filter(self, typed: str) -> None:
        """Show whom the typed text may mean; the chosen one stays chosen if shown, else the first is."""
        self._fill()
        before = self.current()
        for person in self._rows:
            person.setVisible(person.name.is_meant_by(typed))
        shown = [person.name.id for person in self._shown()]
        kept = before.id if before and before.id in shown else next(iter(shown), "")
        self.choose(kept)
        self.chosen.emit()

    def current(self) -> LoginName | None:
        return next((person.name for person in self._shown() if person.isChecked()), None)

    def choose(self, person_id: str) -> None:
        for person in self._rows:
            if person.name.id == person_id:
                person.setChecked(True)

    def step(self, by: int) -> None:
        """Choose the next person shown below or above; the focus goes along if it was in the list."""
        self._fill()
        shown = self._shown()
        at = next((at for at, person in enumerate(shown) if person.isChecked()), 0) + by
        if 0 <= at < len(shown):
            was_inside = any(person.hasFocus() for person in shown)
            shown[at].setChecked(True)
            self.ensureWidgetVisible(shown[at], 0, 0)
            if was_inside:
                shown[at].setFocus()

    def _shown(self) -> list[NameRow]:
        return [person for person in self._rows if not person.isHidden()]

    def _tell(self, checked: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if checked:
            self.chosen.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), max(1, len(self._rows)) * theme.px(ROW_HEIGHT) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), 2 * theme.px(ROW_HEIGHT))
