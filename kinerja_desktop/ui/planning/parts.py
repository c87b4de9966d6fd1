"""The parts of a plan behind the row of segments: each is filled when somebody turns to it.

To add a part: its segment, its view, its line in ``_fillers``; for a list also its line in ``lists`` and ``deed``.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Sasaran, Target
from kinerja_desktop.domain.periksa_rencana import ANGGARAN as OF_BUDGET
from kinerja_desktop.domain.periksa_rencana import SASARAN as OF_SASARAN
from kinerja_desktop.services import plan_lists, planning
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui.planning import list_specs, versions
from kinerja_desktop.ui.planning.cards import CardsView
from kinerja_desktop.ui.planning.findings import FindingsView
from kinerja_desktop.ui.planning.history import AskTrend, HistoryView
from kinerja_desktop.ui.planning.lists import Ketikan, ListView
from kinerja_desktop.ui.widgets.segments import Segment

INDIKATOR, TARGET, SASARAN, ANGGARAN = "indikator", "target", "sasaran", "anggaran"
RIWAYAT, SKALA, PERIKSA = "riwayat", "skala", "periksa"
SEGMENTS = (
    Segment(INDIKATOR, "Indikator"),
    Segment(TARGET, "Target"),
    Segment(SASARAN, "Sasaran"),
    Segment(ANGGARAN, "Anggaran"),
    Segment(RIWAYAT, "Riwayat"),
    Segment(SKALA, "Skala"),
    Segment(PERIKSA, "Periksa Rencana"),
)
PART_OF: Mapping[str, str] = {OF_BUDGET: ANGGARAN, OF_SASARAN: SASARAN}
"""Where a finding is put right that is about no card, by its ``medan``."""


class PlanParts(QStackedWidget):
    """All parts; one is seen. They are made where they will stand: what moves is styled anew with everything in it."""

    def __init__(self, ask_trend: AskTrend, place: QWidget) -> None:
        super().__init__(place)
        self._view: RencanaView | None = None
        self._versi = planning.MURNI
        self._typed: Mapping[str, Ketikan] = {}
        self._stale: set[str] = set()
        self.cards = CardsView(self)
        self.targets: ListView[Indikator] = ListView(list_specs.TARGET)
        self.sasaran: ListView[Sasaran] = ListView(list_specs.SASARAN)
        self.budget: ListView[BarisAnggaran] = ListView(list_specs.ANGGARAN)
        self.history = HistoryView(ask_trend)
        self.scales: ListView[NilaiSkala] = ListView(list_specs.SKALA)
        self.findings = FindingsView()
        self._sheets: Mapping[str, QWidget] = {
            INDIKATOR: self.cards,
            TARGET: self.targets,
            SASARAN: self.sasaran,
            ANGGARAN: self.budget,
            RIWAYAT: self.history,
            SKALA: self.scales,
            PERIKSA: self.findings,
        }
        for sheet in self._sheets.values():
            self.addWidget(sheet)

    def sheet(self, key: str) -> QWidget:
        """The view of a part."""
        return self._sheets[key]

    def lists(self) -> Mapping[str, ListView[Any]]:
        """Parts that are typed as lists."""
        return {
            TARGET: self.targets,
            SASARAN: self.sasaran,
            ANGGARAN: self.budget,
            RIWAYAT: self.history.list,
            SKALA: self.scales,
        }

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: RencanaView, versi: str, key: str, typed: Mapping[str, Ketikan]) -> None:
        """A plan as a version has it, in the part that is seen; the others wait. ``typed`` was not kept, by list."""
        self._view, self._versi, self._typed = view, versi, typed
        self._stale = set(self._sheets)
        self.fill(key)

    def turn_to(self, key: str) -> None:
        """Show a part."""
        self.fill(key)
        self.setCurrentWidget(self._sheets[key])
        if key == RIWAYAT:
            self.history.draw()

    def fill(self, key: str) -> None:
        """Lay what was read into a part, if it does not show it yet."""
        view = self._view
        if view is not None and key in self._stale:
            self._stale.discard(key)
            self._fillers(view)[key]()

    def _fillers(self, view: RencanaView) -> Mapping[str, Callable[[], None]]:
        rencana = view.rencana
        return {
            INDIKATOR: lambda: self.cards.show_view(view, self._versi),
            TARGET: lambda: self._show_targets(view),
            SASARAN: lambda: self._show_list(SASARAN, rencana.semua_sasaran),
            ANGGARAN: lambda: self._show_budget(view),
            RIWAYAT: lambda: self.history.show_view(view, self._typed.get(RIWAYAT)),
            SKALA: lambda: self._show_list(SKALA, rencana.skala),
            PERIKSA: lambda: self.findings.show_findings(view.temuan),
        }

    def _show_targets(self, view: RencanaView) -> None:
        """Targets of the version that is shown; those of a fixed murni plan can only be read."""
        used = [i for i in versions.shown(view.rencana, self._versi) if i.tidak_dipakai_sejak is None]
        self._show_list(TARGET, used, writable=view.ditetapkan is None or self._versi != planning.MURNI)

    def _show_budget(self, view: RencanaView) -> None:
        self.budget.table.set_choices(list_specs.SEKSI_AT, ("", *(s.kode for s in view.seksi)))
        self._show_list(ANGGARAN, view.anggaran)

    def _show_list(self, key: str, rows: Sequence[Any], *, writable: bool = True) -> None:
        self.lists()[key].show_rows(rows, writable=writable, draft=self._typed.get(key))

    # --- keeping ---------------------------------------------------------------------------------

    def deed(self, key: str, ctx: Context, view: RencanaView, alasan: str) -> Callable[[], Changes]:
        """What keeps the rows of a list; ``alasan`` is why what a fixed plan says is changed."""
        tahun, seen = view.tahun, view.versi
        deeds: Mapping[str, Callable[[], Changes]] = {
            TARGET: lambda: planning.save_targets(ctx, tahun, self._versi, _targets(self.targets), seen),
            SASARAN: lambda: plan_lists.save_sasaran(ctx, tahun, _reworded(self.sasaran), seen, alasan),
            ANGGARAN: lambda: planning.save_anggaran(ctx, tahun, self.budget.rows(), seen),
            RIWAYAT: lambda: plan_lists.save_riwayat(ctx, tahun, self.history.list.rows(), seen),
            SKALA: lambda: plan_lists.save_skala(ctx, tahun, self.scales.rows(), seen),
        }
        return deeds[key]


def counts(view: RencanaView) -> Mapping[str, int]:
    """Numbers of the segments."""
    rencana = view.rencana
    return {
        INDIKATOR: len(rencana.indikator),
        SASARAN: len(rencana.semua_sasaran),
        ANGGARAN: len(view.anggaran),
        RIWAYAT: sum(r.tahun < view.tahun for r in rencana.riwayat),
        SKALA: len(rencana.skala),
        PERIKSA: len(view.temuan),
    }


def _reworded(view: ListView[Sasaran]) -> Sequence[plan_lists.SasaranLama]:
    """Every sasaran beside the words that it had."""
    return [(None if old is None else old.teks, new) for old, new in view.changes()]


def _targets(view: ListView[Indikator]) -> Mapping[str, Target]:
    return {i.kode: i.target for i in view.rows()}
