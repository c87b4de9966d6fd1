"""Keeps what is typed into a plan beside it until it is stored: lists and cards come back after a power cut.

One draft for each list, one for the cards of each version. The page calls ``read`` with the plan, ``settle`` after
a part was stored or given up, and ``flush`` when it is left. What a person gives up is kept for a month
(``thrown``, ``bring_back``).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services import plan_drafts, trash
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.trash import Buangan
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.planning.lists import Ketikan
from kinerja_desktop.ui.planning.parts import INDIKATOR, TARGET, PlanParts
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.page import WorkPage

_OF_VERSION = (INDIKATOR, TARGET)
"""Parts that every version of a plan has for itself."""


_DROPPED = StatusText("Isian dibuang", Tone.NETRAL)


class TypedPlan(QObject):
    """See the module. ``found``: parts that something was found for when their plan was opened.

    ``laid_aside``: something was given up or brought back.
    """

    laid_aside = Signal()

    def __init__(self, page: WorkPage, parts: PlanParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._whose: tuple[Context, int, str] | None = None
        self._kept = plan_drafts.Ketikan({}, {})
        self._touched: set[str] = set()
        self.found: list[str] = []
        self._keeper = Keeper(self, self._save, lambda: page.ctx().office.store.busy)
        self._keeper.told.connect(self._tell)
        parts.cards.typed.connect(lambda: self._touch(INDIKATOR))
        parts.cards.drop_asked.connect(self._drop_cards)
        for key, view in parts.lists().items():
            view.typed.connect(lambda key=key: self._touch(key))
            view.drop_asked.connect(lambda key=key: self._give_up(key))

    def read(self, tahun: int, versi: str) -> Mapping[str, Ketikan]:
        """What lies beside a plan, for its lists; cards take theirs here. Call it before the plan is shown."""
        other = self._whose is None or self._whose[1:] != (tahun, versi)
        if other:
            self._leave(tahun)
        self._whose = (self._page.ctx(), tahun, versi)
        self._kept = plan_drafts.load(self._page.ctx(), tahun)
        held = {key: isi for key in (INDIKATOR, *self._parts.lists()) if (isi := self._kept.isi.get(self._name(key)))}
        if other:
            self._parts.cards.take_ketikan(held.get(INDIKATOR, {}))
            self.found = list(held)
        return {key: _decoded(isi) for key, isi in held.items() if key != INDIKATOR}

    def _leave(self, tahun: int) -> None:
        """Nothing that was typed into one plan may be shown in another one."""
        self.flush()
        same_year = self._whose is not None and self._whose[1] == tahun
        for key, view in self._parts.lists().items():
            if not same_year or key in _OF_VERSION:
                view.let_go()

    def settle(self, key: str) -> None:
        """A part was stored or given up: its draft goes, or holds what is still typed into it.

        Never of a part that was not shown since it was read: what lies beside it would look as if it were given up.
        """
        self._touch(key)
        self.flush()

    def flush(self) -> bool:
        """Keep now what waits; False if that failed."""
        return self._keeper.flush()

    def waits(self, tahun: int) -> bool:
        """Whether something typed into this year's plan is not stored yet."""
        self.flush()
        return bool(plan_drafts.load(self._page.ctx(), tahun).isi)

    def _give_up(self, key: str) -> None:
        view, typed = self._parts.lists()[key], self._content(key)
        if typed is None or self._throw(key, typed, None):
            view.let_go()
            self._page.load()
        view.setFocus()

    def _drop_cards(self, typed: Mapping[str, Any]) -> None:
        cards = self._parts.cards
        left = {kode: texts for kode, texts in cards.ketikan().items() if kode not in typed}
        if self._throw(INDIKATOR, typed, left or None):
            cards.give_up(typed.keys())

    def _throw(self, key: str, typed: Mapping[str, Any], left: Mapping[str, Any] | None) -> bool:
        """Lay aside what a person gives up; ``left`` stays the draft of the part. False where that was refused."""
        assert self._whose is not None
        ctx, tahun, _ = self._whose
        self.flush()
        try:
            name, seen = self._name(key), self._kept.versi
            self._kept = plan_drafts.discard(ctx, tahun, name, typed, sisa=left, seen=seen)
        except KinerjaError as error:
            self._page.refuse(error)
            return False
        self._page.saved.emit(_DROPPED)
        self.laid_aside.emit()
        return True

    # --- what was given up -----------------------------------------------------------------------

    def thrown(self) -> Sequence[Buangan]:
        """What was given up of the plan as this version shows it, the newest first."""
        if self._whose is None:
            return ()
        ctx, tahun, _ = self._whose
        mine = {self._name(key) for key in (INDIKATOR, *self._parts.lists())}
        return [one for one in trash.load(ctx) if one.butir == plan_drafts.plan_of(tahun) and one.bagian in mine]

    def bring_back(self, one: Buangan) -> str:
        """Show again what was given up, as typed and not stored; what was typed since is given up in its place.

        The key of its part. Raises NotFound, StaleWrite.
        """
        assert self._whose is not None
        self.flush()
        ctx, tahun, _ = self._whose
        key = one.bagian.partition(":")[0]
        self._kept = plan_drafts.bring_back(ctx, tahun, one.id, seen=self._kept.versi)
        if key == INDIKATOR:
            self._parts.cards.take_ketikan(self._kept.isi[one.bagian])
        else:
            self._parts.lists()[key].let_go()
        self._page.load()
        self._page.saved.emit(StatusText("Isian dipulihkan, belum disimpan", Tone.NETRAL))
        self.laid_aside.emit()
        return key

    # --- keeping ---------------------------------------------------------------------------------

    def _touch(self, key: str) -> None:
        self._touched.add(key)
        self._keeper.touch()

    def _save(self) -> datetime:
        assert self._whose is not None
        ctx, tahun, _ = self._whose
        typed = {self._name(key): self._content(key) for key in self._touched}
        isi = {name: content for name, content in typed.items() if content or name in self._kept.versi}
        if isi:
            self._kept = plan_drafts.save(ctx, tahun, isi, self._kept.versi)
        self._touched.clear()
        return ctx.now()

    def _name(self, key: str) -> str:
        assert self._whose is not None
        return f"{key}:{self._whose[2]}" if key in _OF_VERSION else key

    def _content(self, key: str) -> Mapping[str, Any] | None:
        if key == INDIKATOR:
            return self._parts.cards.ketikan() or None
        view = self._parts.lists()[key]
        return _encoded(view.ketikan()) if view.is_dirty() else None

    def _tell(self, status: StatusText) -> None:
        """A draft is no stored plan: the status line must not say «tersimpan» of it."""
        if status.tone is Tone.SALAH:
            self._page.saved.emit(status)
        elif self._kept.isi and self._kept.pada is not None and not self._keeper.is_dirty():
            self._page.saved.emit(StatusText(f"Draf tersimpan {format_waktu(self._kept.pada)}", Tone.NETRAL))


def _encoded(ketikan: Ketikan) -> Mapping[str, Any]:
    baris = [[n, list(texts)] for n, texts in ketikan.baris]
    return {"dasar": [list(texts) for texts in ketikan.dasar], "baris": baris}


def _decoded(isi: Mapping[str, Any]) -> Ketikan:
    return Ketikan(tuple(map(tuple, isi["dasar"])), tuple((n, tuple(texts)) for n, texts in isi["baris"]))
