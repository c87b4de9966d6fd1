"""Where the stages of Pemantauan get their charts from: asked for beside the window, shown on every stage that listens.

Nothing is asked for before the first stage listens: drawing loads what no start may wait for.
"""

from collections.abc import Callable

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import monitoring_charts
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.monitoring_charts import Grafik, PapanGrafik
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.monitoring.stage import Answer, ChartStage
from kinerja_desktop.ui.runner import Calls
from kinerja_desktop.ui.work.refusals import galat_of

_NEXT = "Grafik muncul setelah Kabid menyetujui laporan semua seksi pada tab Pemeriksaan. Angka draf tidak ikut."
State = Callable[[ChartStage], None]


class ChartSource:
    """``context`` answers who asks, at every question anew."""

    def __init__(self, desk: Desk, context: Callable[[], Context]) -> None:
        self._desk, self._context = desk, context
        self._stages: list[ChartStage] = []
        self._triwulan: Triwulan | None = None
        self._note = ""
        self._asked = 0
        self._state: State | None = None

    def listen(self, stage: ChartStage) -> None:
        """Show the charts on this stage too, from now on."""
        self._stages.append(stage)
        if self._state is None:
            self._ask()
        else:
            self._state(stage)

    def leave(self, stage: ChartStage) -> None:
        """The stage is gone."""
        self._stages.remove(stage)

    def set_quarter(self, triwulan: Triwulan) -> None:
        """Another quarter is looked at, or the same one anew: what is shown of it stays until the new charts come."""
        if triwulan != self._triwulan or not self._stages:
            self._state = None
        self._triwulan = triwulan
        if self._stages:
            self._ask()

    def set_note(self, note: str) -> None:
        """What the quarter still lacks, as soon as that is known."""
        if note != self._note:
            self._note = note
            if self._state is not None:
                self._show(self._state)

    def ask_again(self) -> None:
        """Once more after a fault."""
        self._state = None
        self._ask()

    def chart(self, kode: str, answer: Answer) -> None:
        """The chart of one indikator."""
        ctx, triwulan = self._context(), self._triwulan
        if triwulan is None:
            return

        def refused(error: KinerjaError) -> None:
            answer(Grafik(kode, "", kosong=galat_of(error).sentence))

        job = lambda _: monitoring_charts.indikator_chart(ctx, triwulan, kode)  # noqa: E731
        self._desk.runner.start(job, Calls(answer, refused))

    def _ask(self) -> None:
        """An answer to an older question is not heard any more."""
        ctx, triwulan = self._context(), self._triwulan
        self._asked += 1
        asked = self._asked

        def hear(state: State) -> None:
            if asked == self._asked:
                self._show(state)

        if self._state is None:
            self._show(ChartStage.show_busy)
        job = lambda _: monitoring_charts.board(ctx, triwulan)  # noqa: E731
        calls = Calls[PapanGrafik](
            lambda board: hear(lambda stage: self._show_board(stage, board)),
            lambda error: hear(lambda stage: stage.show_fault(galat_of(error).sentence)),
        )
        self._desk.runner.start(job, calls)

    def _show(self, state: State) -> None:
        self._state = state
        for stage in self._stages:
            state(stage)

    def _show_board(self, stage: ChartStage, board: PapanGrafik) -> None:
        if board.triwulan is None:
            stage.show_nothing(self._note, _NEXT)
        else:
            stage.show_board(board, self._note)
