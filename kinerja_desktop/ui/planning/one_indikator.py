"""What is done to one indikator of the plan: keep its card, take it away, end it, open it again, let one follow it.

Nothing is shown here: the page hears ``told`` after each change, ``results_wanted`` where the figures of the one before
are to be taken over, and ``follows`` where the card of a successor begins in the plan of a year.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import AngkaSalah, FieldsRefused, KinerjaError, Pemakaian, PlanReasonNeeded
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.services import plan_closing, planning
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.plan_closing import Penutupan
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.planning.cards import CardsView
from kinerja_desktop.ui.planning.closing import ask_closing
from kinerja_desktop.ui.planning.why import ask_why
from kinerja_desktop.ui.work.page import WorkPage

Shown = Callable[[], tuple[RencanaView | None, str]]
"""The plan that the page shows now, and which version of it."""


class OneIndikator(QObject):
    """See the module."""

    told = Signal(object)
    results_wanted = Signal()
    follows = Signal(object, int)

    def __init__(self, page: WorkPage, cards: CardsView, shown: Shown) -> None:
        super().__init__(page)
        self._page, self._cards, self._shown = page, cards, shown
        cards.save_asked.connect(self.store)
        cards.remove_asked.connect(self._remove)
        cards.close_asked.connect(self._close)
        cards.reopen_asked.connect(self._reopen)

    def store(self, alasan: str = "") -> None:
        """Keep the card as it is typed; what is wrong in it is told at its fields."""
        view, versi = self._shown()
        if view is None or not self._cards.can_save():
            return
        try:
            card = self._cards.read()
            before = planning.find(view.rencana, card.kode)
            changes = self._keep(view, versi, card, alasan)
            self._cards.let_go()
            self.told.emit(changes)
            self._cards.list.choose(lambda i: i.kode == card.kode)
            if card.menggantikan and card.menggantikan != (before.menggantikan if before else None):
                self.results_wanted.emit()
        except AngkaSalah as wrong:
            at = next((k for k, text in self._cards.form.texts().items() if text == wrong.teks), "tahun")
            self._cards.show_faults({at: messages.sentence(wrong)})
        except FieldsRefused as wrong:
            self._cards.show_faults({one.kunci: messages.sentence(FieldsRefused((one,))) for one in wrong.isian})
        except PlanReasonNeeded as needed:
            self._ask_why(needed)
        except KinerjaError as error:
            self._page.refuse(error)

    def _ask_why(self, needed: PlanReasonNeeded) -> None:
        """Keep the card with the reason that is given, else leave it as typed."""
        alasan = ask_why(self._page, needed)
        if alasan is not None:
            self.store(alasan)

    def _keep(self, view: RencanaView, versi: str, indikator: Indikator, alasan: str) -> Changes:
        """Into the murni plan, or, where a change is shown, its target into that version and the rest beside it."""
        if versi == planning.MURNI:
            return planning.save_indikator(self._page.ctx(), view.tahun, indikator, view.versi, alasan)
        return planning.save_changed(self._page.ctx(), view.tahun, versi, indikator, view.versi, alasan)

    def _chosen(self) -> tuple[RencanaView, Indikator] | None:
        (view, _), chosen = self._shown(), self._cards.list.current()
        return None if view is None or chosen is None else (view, chosen)

    def _remove(self) -> None:
        found = self._chosen()
        if found is None:
            return
        view, chosen = found
        sentence = "Hanya untuk indikator yang belum pernah dipakai. Yang pernah dipakai diakhiri, bukan dihapus."
        question = Konfirmasi("Hapus Indikator", f"Hapus {chosen.kode} {chosen.nama}?", sentence, "Hapus")
        if confirm(self._page, question):
            self._do(lambda: planning.remove_indikator(self._page.ctx(), view.tahun, chosen.kode, view.versi))

    def _close(self) -> None:
        """Close the chosen indikator, and begin the one that takes over where that is wanted."""
        found = self._chosen()
        if found is None:
            return
        view, chosen = found

        def close(penutupan: Penutupan) -> None:
            self.told.emit(plan_closing.close(self._page.ctx(), view.tahun, penutupan, view.versi))

        day = ask_closing(self._page, chosen, _closing_day(view), close)
        if day is not None:
            self._begin_successor(chosen, day.year)

    def _begin_successor(self, old: Indikator, tahun: int) -> None:
        view, _ = self._shown()
        if view is not None and tahun in view.tahun_ada:
            self.follows.emit(old, tahun)
            return
        sentence = (
            f"Penggantinya dicatat pada rencana {tahun}. Buka tahun {tahun}, tambah indikator, lalu pilih "
            f"{old.kode} pada «Menggantikan indikator» di bagian Kartu."
        )
        tell_fault(self._page, Galat("Tahun penggantinya belum dibuka", sentence))

    def _reopen(self) -> None:
        found = self._chosen()
        if found is not None:
            view, chosen = found
            self._do(lambda: plan_closing.reopen(self._page.ctx(), view.tahun, chosen.kode, view.versi))

    def _do(self, deed: Callable[[], Changes]) -> None:
        if self._page.attempt(deed):
            self._page.load()


def _closing_day(view: RencanaView) -> date:
    """At the turn of a year, unless the plan's own year has begun to be worked on."""
    new = set(view.pemakaian.values()) <= {Pemakaian.RENCANA_LALU} and view.tahun - 1 in view.tahun_ada
    return date(view.tahun if new else view.tahun + 1, 1, 1)
