"""The page of Disposisi: the order received, to whom it goes, and what happened so far."""

from datetime import datetime

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from kinerja_desktop.domain.narasi import deretan
from kinerja_desktop.domain.tanggal import format_tanggal_waktu
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import disposition, inbox
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.disposition import DisposisiView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.disposition.order_card import OrderCard
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.case_choice import CaseChoice
from kinerja_desktop.ui.work.cases import candidates
from kinerja_desktop.ui.work.fitting import FittingLabel
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.history import Timeline
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.page import WorkPage

TITLE = "Disposisi"
_KEYS = (("Alt+A", "pilih analis"), ("Ctrl+Enter", "disposisikan"))


def make(desk: Desk) -> "DispositionPage":
    """Build the page."""
    return DispositionPage(desk)


class DispositionPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.case_id, self._wanted, self._versi_draf = "", "", 0
        self._view: DisposisiView | None = None
        self._writer: Context | None = None
        self._choice = CaseChoice()
        self._head = WorkHead(TITLE, choice=self._choice)
        self._after, self._empty = Strip(), EmptyState()
        self._card, self._line = OrderCard(), Timeline()
        self._panel = SidePanel()
        self._panel.content.addWidget(Label("Riwayat", TextStyle.BODY_700, Ink.TEXT_2))
        self._panel.content.addWidget(self._line)
        self._split = Split(self._card, self._panel)
        self._why = FittingLabel()
        self._send = Button("Disposisikan", ButtonKind.PRIMARY, Icon.DISPOSISI, shape=Shape.FILL)
        self._foot = self._make_foot()
        self.setLayout(column(self._head, self._after, self._split, self._empty, self._foot, space=Space.CONTROLS))
        self._keeper = Keeper(self, self._save, lambda: self.ctx().office.store.busy)
        self._keeper.told.connect(self.saved)
        self._connect()

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "card")
        line = row(self._why, self._send)
        line.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        foot.setLayout(line)
        return foot

    def _connect(self) -> None:
        self._send.setObjectName("disposisikan")
        self._after.setObjectName("sesudah")
        self._choice.picked.connect(self.show_item)
        self._card.edited.connect(self._changed)
        self._send.clicked.connect(self._order)
        self._after.linked.connect(self._take_back)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._order)
        QShortcut(QKeySequence("Alt+A"), self).activated.connect(self._card.focus_people)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        ctx = self.ctx()
        tasks = [one for one in candidates(ctx, {Langkah.PERINTAH}) if one.langkah is not Langkah.TUGAS]
        ids = [one.case_id for one in tasks if one.case_id is not None]
        case_id, self._wanted = self._wanted or self.case_id or (ids[0] if ids else ""), ""
        self._choice.show_cases(tasks, case_id)
        for part in (self._split, self._foot, self._after):
            part.setVisible(bool(case_id))
        self._empty.setVisible(not case_id)
        if not case_id:
            self._head.set_title(TITLE)
            self._empty.set_words("Belum ada disposisi untuk seksi Anda.", inbox.load(ctx).sesudah_ini)
            return
        if case_id != self.case_id:
            self._keeper.flush()
        self.case_id, self._writer = case_id, ctx
        self._show(disposition.load(ctx, case_id))

    def _show(self, view: DisposisiView) -> None:
        self._view = view
        editable = Action.ORDER in view.kepala.boleh
        self._show_head(view)
        if not self._keeper.is_dirty():
            self._versi_draf = view.versi_draf
            self._card.show_view(view, editable=editable)
        self._line.set_events(view.riwayat)
        self._foot.setVisible(editable)
        self._show_after(view)
        self._judge()
        self._keeper.tell_saved(None)

    def _show_head(self, view: DisposisiView) -> None:
        kepala = view.kepala
        received = ""
        if view.diterima is not None:
            received = f" · diterima {format_tanggal_waktu(view.diterima, sekarang=self.ctx().today())}"
        self._head.set_title(TITLE, f"{kepala.seksi.nama} · {kepala.triwulan.label_tahun}{received}")
        editable = Action.ORDER in kepala.boleh
        state = None if editable else status_chip(kepala.status, kepala.label)
        self._head.set_state(state, kepala.tenggat if editable else None)

    def _show_after(self, view: DisposisiView) -> None:
        newest = next(iter(view.riwayat), None)
        mine = newest is not None and newest.action is Action.ORDER and Action.WITHDRAW in view.kepala.boleh
        link = "Tarik" if mine else ""
        self._after.set_spec(
            StripSpec(Tone.SELESAI, Icon.DISETUJUI, f"{view.sesudah}.", link, Shape.FILL) if view.sesudah else None
        )

    def refresh(self, changes: Changes) -> None:
        if changes != {Change.DRAFT}:
            self.load()

    def tick(self) -> None:
        self._keeper.flush()
        if self._view is not None and self.case_id:
            self.when_free(lambda: self._show_head(disposition.load(self.ctx(), self.case_id)))

    def opened(self) -> tuple[str, int]:
        return (self.case_id, self._view.kepala.versi) if self._view is not None else ("", 0)

    # --- what a person does ----------------------------------------------------------------------

    def _changed(self) -> None:
        self._keeper.touch()
        self._judge()

    def _judge(self) -> None:
        """The primary act names who gets the order."""
        names = [one.nama for one in self._card.ordered()]
        self._send.setText(f"Disposisikan kepada {deretan(names)}" if names else "Disposisikan")
        if len(names) > 2:
            self._send.setText(f"Disposisikan kepada {len(names)} analis")
        self._send.setEnabled(bool(names))
        self._why.set_forms("" if names else "Pilih analis yang mengumpulkan bahan.")
        self._send.setToolTip(self._why.text())

    def _save(self) -> datetime:
        assert self._writer is not None
        draft = self._card.draft()
        self._versi_draf = disposition.save_draft(self._writer, self.case_id, draft, seen=self._versi_draf)
        return self._writer.now()

    def _order(self) -> None:
        view = self._view
        if view is None or Action.ORDER not in view.kepala.boleh or not self._send.isEnabled():
            return
        draft = self._card.draft()
        self._keeper.forget()
        self.attempt(
            lambda: disposition.order(
                self.ctx(),
                self.case_id,
                draft.analis,
                sifat=draft.sifat,
                catatan=draft.catatan,
                pembagian=dict(draft.pembagian),
                seen=view.kepala.versi,
            )
        )

    def _take_back(self) -> None:
        view = self._view
        if view is not None:
            self.attempt(lambda: disposition.withdraw(self.ctx(), self.case_id, seen=view.kepala.versi))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        self._wanted = item
        self.load()
        self.note_opened()

    def areas(self) -> tuple[QWidget, ...]:
        return tuple(part for part in (self._card, self._panel, self._send) if not part.isHidden())

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS
