"""The plan of the year from a workbook, for who holds the planner's role beside the Admin's; others are told who does.

What was taken in is told as counts for each sasaran; the list itself is in the tab Rencana Kinerja.
"""

from collections import Counter

from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import planning, readiness
from kinerja_desktop.services.context import Actor, Context
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.first_steps.step import Step
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning.workbooks import Workbooks
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.page import WorkPage

_MOST = 12
"""So many sasaran are listed, the others counted."""
_HOW = (
    "Pilih buku kerja (Excel) yang berisi indikator dan target. Tata letak lain juga dapat dibaca: program menanyakan "
    "arti kolomnya. Semua baris dicoba dahulu; yang disimpan hanya sesudah Anda menekan Terapkan."
)
_OF_OTHERS = "Rencana kinerja diisi dalam peran Kasubag Perencanaan, dan Anda tidak memegang peran itu."
_SKIP = "Halaman ini boleh dilewati."


class PlanStep(Step):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: _PlanPage | None = None
        self._others = EmptyState(_OF_OTHERS, _SKIP)
        self._whole = column(self._others)
        self.setLayout(self._whole)

    def load(self) -> None:
        planner = readiness.in_role(self._desk.context(), Role.KASUBAG_PERENCANAAN)
        set_shown(self._others, shown=planner is None)
        if self._page is None and planner is not None:
            self._make_page(planner)
        if self._page is not None:
            set_shown(self._page, shown=planner is not None)
            if planner is not None:
                self._page.load()

    def _make_page(self, planner: Actor) -> None:
        """The page acts for the planner; every service asks again whether he still is."""

        def context() -> Context:
            return Context(self._desk.context().office, planner)

        self._page = page = _PlanPage(Desk(context, self._desk.runner, self._desk.restored))
        self.take_page(page)
        page.plan.clicked.connect(lambda: self.role_wanted.emit(planner))
        self._whole.addWidget(page)

    def areas(self) -> tuple[QWidget, ...]:
        return () if self._page is None else self._page.areas()

    def go_back(self) -> bool:
        return self._page is not None and self._page.go_back()


class _PlanPage(WorkPage):
    """What the plan holds, and the way in for a workbook; ``plan`` leads to the tab of the plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state = Label(style=TextStyle.PANEL_TITLE, wrap=True)
        self._sasaran = Label(wrap=True)
        self._choose = Button("Impor Buku Kerja…", ButtonKind.PRIMARY, Icon.PILIH_BERKAS, act=True)
        self._choose.setObjectName("impor_buku")
        self.plan = Button(f"Beralih ke Peran {Role.KASUBAG_PERENCANAAN.label}", icon=Icon.PERAN, act=True)
        self.plan.setObjectName("ke_rencana")
        self.plan.setToolTip("Untuk mengisi sendiri, memeriksa, dan menetapkan rencana.")
        self._screens = QStackedWidget()
        self._screens.addWidget(self._overview())
        self._workbooks = Workbooks(self, self._screens)
        self._choose.clicked.connect(self._workbooks.choose)
        self._workbooks.imported.connect(self._tell_changed)
        self._workbooks.closed.connect(self.load)
        self.setLayout(column(self._screens))

    def _overview(self) -> QWidget:
        acts = row(self._choose, self.plan, None)
        inside = column(self._state, Label(_HOW, ink=Ink.TEXT_2, wrap=True), acts, self._sasaran, space=12, edge=20)
        return ScrollArea(Card(column(inside, None)), sideways=False, bare=True)

    def read(self) -> None:
        view = planning.load(self.ctx(), self.ctx().today().year)
        self._state.setText(_state(view))
        self._sasaran.setText(_counts(view))
        set_shown(self._sasaran, shown=bool(view.rencana.indikator))

    def _tell_changed(self, done: HasilImpor) -> None:
        self.changed.emit(done.changes)

    def areas(self) -> tuple[QWidget, ...]:
        importing = self._workbooks.importing
        return (self._choose, self.plan) if importing is None else importing.areas()

    def go_back(self) -> bool:
        return self._workbooks.close()

    def set_narrow(self, *, narrow: bool) -> None:
        """The frame of the pages has the edge."""
        self.narrow = narrow


def _state(view: RencanaView) -> str:
    if not view.rencana.indikator:
        return f"Rencana kinerja {view.tahun} belum diisi."
    fixed = "" if view.ditetapkan else " Rencana belum ditetapkan."
    return f"Rencana kinerja {view.tahun}: {view.ringkasan}.{fixed}"


def _counts(view: RencanaView) -> str:
    """Counts for each sasaran instead of the list."""
    found = Counter(indikator.sasaran or "tanpa sasaran" for indikator in view.rencana.indikator)
    lines = [f"{count} indikator: {sasaran}" for sasaran, count in list(found.items())[:_MOST]]
    if len(found) > _MOST:
        lines.append(f"dan {len(found) - _MOST} sasaran lain")
    return "\n".join(lines)
