"""The frame of Penyiapan Awal: six pages, what is missing on each, Lewati Dulu, Kembali, Lanjut.

It can be left and resumed at any time, since nothing is stored about the way through it: a page is done when nothing
of it is missing in the office (``services.readiness``). Pages are made when they are first seen, and keep what was
typed until it is stored.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.services import readiness
from kinerja_desktop.services.readiness import Bagian, Kesiapan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.first_steps.page_step import backup_step, calendar_step, people_step
from kinerja_desktop.ui.first_steps.plan_step import PlanStep
from kinerja_desktop.ui.first_steps.settings_step import IdentityStep, LimitsStep
from kinerja_desktop.ui.first_steps.step import Step
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.stops import enter
from kinerja_desktop.ui.widgets.strips import Symbol

_MAKES: Mapping[Bagian, Callable[[Desk], Step]] = {
    Bagian.KANTOR: IdentityStep,
    Bagian.PEJABAT: people_step,
    Bagian.KALENDER: calendar_step,
    Bagian.SOP: LimitsStep,
    Bagian.RENCANA: PlanStep,
    Bagian.CADANGAN: backup_step,
}
_ORDER = tuple(Bagian)
_DONE = "Lengkap."
_MAY_SKIP = "Boleh dilewati; tercatat di Kotak Tugas."


class FirstSteps(QWidget):
    """``left`` asks to be taken away; the other signals are those of the pages inside."""

    left = Signal()
    saved = Signal(StatusText)
    changed = Signal(frozenset)
    tab_wanted = Signal(str, str)
    role_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found = Kesiapan()
        self._narrow = False
        self._steps: dict[Bagian, Step] = {}
        self._title = Label(style=TextStyle.SCREEN_TITLE)
        self._places = Segmented([Segment(one.name, one.value) for one in _ORDER], "Halaman Penyiapan Awal")
        self._places.setObjectName("halaman_penyiapan")
        self._sign, self._told = Symbol(Icon.INFO, Tone.NETRAL), WrappedLabel(ink=Ink.TEXT_2)
        self._stack = QStackedWidget()
        self._close = Button("Tutup Penyiapan")
        self._skip = Button("Lewati Dulu", act=True)
        self._back = Button("Kembali", act=True)
        self._next = Button("Lanjut", ButtonKind.PRIMARY, act=True)
        for name, part in (("tutup", self._close), ("lewati", self._skip), ("mundur", self._back)):
            part.setObjectName(f"{name}_penyiapan")
        self._next.setObjectName("lanjut_penyiapan")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(self._title, 8, None, self._places, 8, self._close)
        told = row(self._sign, self._told)
        told.setStretchFactor(self._told, 1)
        foot = row(self._skip, None, self._back, self._next)
        whole = column(head, told, self._stack, foot, space=Space.CONTROLS)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._places.chosen.connect(lambda key: self._show_page(Bagian[key]))
        self._close.clicked.connect(self.left)
        self._skip.clicked.connect(lambda: self._step(1))
        self._back.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(self._go_on)
        for key, act in (("Alt+L", self._next), ("Alt+K", self._back)):
            QShortcut(QKeySequence(key), self).activated.connect(act.click)

    # --- reading ---------------------------------------------------------------------------------

    def open(self, at: Bagian | None = None) -> None:
        """Show a page; the first one on which something is missing where none is named."""
        self._found = readiness.load(self._desk.context())
        first = next((one for one in _ORDER if one not in self._found.lengkap), _ORDER[0])
        self._show_page(at or first)

    def load(self) -> None:
        """What is missing now, and the page in front anew; what was typed stays."""
        self._tell()
        self._step_in_front().load()

    def at(self) -> Bagian:
        """The page in front."""
        return Bagian[self._places.key()]

    def _step_in_front(self) -> Step:
        return self._steps[self.at()]

    def _show_page(self, one: Bagian) -> None:
        if one not in self._steps:
            self._steps[one] = step = self._made(one)
            self._stack.addWidget(step)
        self._places.choose(one.name)
        step = self._steps[one]
        self._stack.setCurrentWidget(step)
        step.set_narrow(narrow=self._narrow)
        step.load()
        self._tell()
        any(enter(area, Qt.FocusReason.ShortcutFocusReason) for area in self.areas())

    def _made(self, one: Bagian) -> Step:
        step = _MAKES[one](self._desk)
        step.saved.connect(self.saved)
        step.changed.connect(self.changed)
        step.tab_wanted.connect(self.tab_wanted)
        step.role_wanted.connect(self.role_wanted)
        return step

    def _tell(self) -> None:
        self._found = readiness.load(self._desk.context())
        one = self.at()
        number = _ORDER.index(one)
        self._title.setText(f"Penyiapan Awal · {number + 1} dari {len(_ORDER)}")
        self._places.set_texts({b.name: f"✓ {b.value}" if b in self._found.lengkap else b.value for b in _ORDER})
        missing = " ".join(kurang.kalimat for kurang in self._found.kurang if kurang.bagian is one)
        done = one in self._found.lengkap
        self._sign.show_icon(
            *((Icon.DISETUJUI, Tone.SELESAI, Shape.FILL) if done else (Icon.PERINGATAN, Tone.PERHATIAN, Shape.REGULAR))
        )
        allow(self._back, "" if number else "Ini halaman pertama.")
        last = number == len(_ORDER) - 1
        self._told.set_text(_DONE if done else missing if last else f"{missing} {_MAY_SKIP}".strip())
        self._next.setText("Selesai" if last else "Lanjut")
        self._skip.setVisible(not last)

    # --- going on --------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """What was typed must be right; what is missing may stay missing."""
        if not self._step_in_front().keep():
            return
        if self.at() is _ORDER[-1]:
            self.left.emit()
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        self._show_page(_ORDER[_ORDER.index(self.at()) + by])

    # --- the window ------------------------------------------------------------------------------

    def areas(self) -> tuple[QWidget, ...]:
        return (*self._step_in_front().areas(), self._next)

    def go_back(self) -> bool:
        """Esc goes back inside the page; the pages are left by their button."""
        return self._step_in_front().go_back()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._places.set_narrow(narrow=narrow)
        if self._steps:
            self._step_in_front().set_narrow(narrow=narrow)
