"""The page of Disposisi: the order received, to whom it goes, and what happened so far."""

from datetime import datetime

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.errors import KinerjaError, StaleWrite, WrongState
from kinerja_desktop.domain.tanggal import format_tanggal_waktu
from kinerja_desktop.domain.workflow import Action, Langkah, Status
from kinerja_desktop.services import disposition, inbox, slip_sheets, step_drafts
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.disposition import DisposisiView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.disposition.order_card import OrderCard
from kinerja_desktop.ui.disposition.waiting import WaitingOrders
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.case_choice import CaseChoice
from kinerja_desktop.ui.work.cases import candidates, waiting
from kinerja_desktop.ui.work.draft_papers import Compose, Forewarned, look_button, show_drafts
from kinerja_desktop.ui.work.fitting import FittingLabel
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.history import Timeline
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.slip import show_slip, slip_of
from kinerja_desktop.ui.work.slip_sheets import print_slips, sheets_button

TITLE = "Disposisi"
_KEYS = (("↑ ↓", "disposisi lain yang menunggu"), ("Alt+A", "pilih analis"), ("Ctrl+Enter", "disposisikan"))


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
        self._orders, self._after, self._empty = WaitingOrders(), Strip(), EmptyState()
        self._card, self._line = OrderCard(), Timeline()
        self._panel = SidePanel()
        self._panel.content.addWidget(Label("Riwayat", TextStyle.BODY_700, Ink.TEXT_2))
        self._panel.content.addWidget(self._line)
        self._split = Split(self._card, self._panel, "disposisi")
        self._why = FittingLabel()
        self._print, self._sheets = Button("Cetak Lembar", icon=Icon.CETAK), sheets_button()
        self._draft, self._forewarned = look_button(), Forewarned(self)
        self._send = Button("Disposisikan", ButtonKind.PRIMARY, Icon.DISPOSISI, shape=Shape.FILL)
        self._foot = self._make_foot()
        strips = column(self._orders, self._after, space=Space.CONTROLS)
        self.setLayout(column(self._head, strips, self._split, self._empty, self._foot, space=Space.CONTROLS))
        self._keeper = Keeper(self, self._save, lambda: self.ctx().office.store.busy)
        self._keeper.told.connect(self.saved)
        self._keeper.refused.connect(self._not_saved)
        self._connect()

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "card")
        line = row(self._print, self._sheets, self._why, self._draft, self._send)
        line.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        foot.setLayout(line)
        return foot

    def _connect(self) -> None:
        for name, part in (
            ("disposisikan", self._send),
            ("cetak_lembar", self._print),
            ("sesudah", self._after),
        ):
            part.setObjectName(name)
        self._choice.picked.connect(self.show_item)
        self._card.edited.connect(self._changed)
        self._send.clicked.connect(self._order)
        self._print.clicked.connect(self._print_slip)
        self._sheets.clicked.connect(self._print_sheets)
        self._draft.clicked.connect(self._preview)
        self._after.linked.connect(self._take_back)
        self._orders.picked.connect(self.show_item)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._order)
        QShortcut(QKeySequence("Alt+A"), self).activated.connect(self._card.focus_people)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        ctx = self.ctx()
        tasks = [one for one in candidates(ctx, {Langkah.PERINTAH}) if one.status is not Status.NEW]
        ids = [one.case_id for one in tasks if one.case_id is not None]
        view = self._first_of(ctx, self._wanted or self.case_id, *ids)
        case_id, self._wanted = view.kepala.case_id if view is not None else "", ""
        if case_id != self.case_id and not self._keeper.flush():
            self._keeper.forget()  # the order that it belongs to was taken back
        self.case_id, self._view, self._writer = case_id, view, ctx
        self._choice.show_cases(tasks, case_id)
        self._orders.show_orders(waiting(ctx, {Langkah.PERINTAH}), case_id)
        for part in (self._split, self._foot, self._after):
            part.setVisible(view is not None)
        self._empty.setVisible(view is None)
        if view is not None:
            self._show(view)
            return
        self._head.set_title(TITLE)
        self._head.set_state(None, None)
        self._empty.set_words("Belum ada disposisi untuk seksi Anda.", inbox.load(ctx).sesudah_ini)

    def _first_of(self, ctx: Context, *ids: str) -> DisposisiView | None:
        """The first of these orders that stands; the Kabid may have taken one back meanwhile."""
        for case_id in filter(None, ids):
            try:
                return disposition.load(ctx, case_id)
            except WrongState:
                continue
        return None

    def _show(self, view: DisposisiView) -> None:
        editable = self._editable()
        self._show_head(view)
        if not self._keeper.is_dirty():
            self._versi_draf = view.versi_draf
            self._card.show_view(view, editable=editable)
        self._line.set_events(view.riwayat)
        for part in (self._draft, self._send):
            part.setVisible(editable)
        self._sheets.setVisible(slip_of(view.riwayat, (Action.ORDER,)) is not None)
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
        why = self._card.fault() if self._editable() else ""
        for part in (self._draft, self._send):
            allow(part, why)
        self._why.set_forms(why)

    def _editable(self) -> bool:
        return self._view is not None and Action.ORDER in self._view.kepala.boleh

    def _save(self) -> datetime:
        assert self._writer is not None
        draft = self._card.draft()
        self._versi_draf = disposition.save_draft(self._writer, self.case_id, draft, seen=self._versi_draf)
        return self._writer.now()

    def _not_saved(self, error: KinerjaError) -> None:
        """Somebody else wrote the draft meanwhile: mine is stored on top."""
        if isinstance(error, StaleWrite):
            self._versi_draf = disposition.load(self.ctx(), self.case_id).versi_draf
            self._keeper.touch()

    def _print_slip(self) -> None:
        """The slip received, or the one that was sent on."""
        nomor = slip_of(self._view.riwayat) if self._view is not None else None
        if nomor is not None:
            show_slip(self, self.case_id, nomor)

    def _print_sheets(self) -> None:
        """The slip received and the one sent on."""
        slips = slip_sheets.of_case(self.ctx(), self.case_id)
        print_slips(self, slips, [slip.id for slip in slips])

    def _preview(self) -> None:
        """The slip as «Disposisikan» would print it."""
        if self._view is not None:
            show_drafts(self, self._slip(self._view))

    def _slip(self, view: DisposisiView) -> Compose:
        ctx, case_id, draft = self.ctx(), self.case_id, self._card.draft()
        return lambda: step_drafts.of_order(ctx, case_id, draft, seen=view.kepala.versi)

    def _order(self) -> None:
        """Send what is stored, so that a refusal loses nothing."""
        view = self._view
        if view is not None and self._editable() and self._send.isEnabled() and self._keeper.flush():
            self._forewarned.do(self._send.text(), self._slip(view), lambda: self._send_on(view))

    def _send_on(self, view: DisposisiView) -> None:
        draft = self._card.draft()
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
        """Open another order; the one that lies open keeps its place while its draft cannot be stored."""
        if self._keeper.flush():
            self._wanted = item
        self.load()
        self.note_opened()

    def standing(self) -> tuple[str, ...]:
        return (self.case_id,) if self.case_id else ()

    def areas(self) -> tuple[QWidget, ...]:
        parts = (self._orders, self._card, self._panel, self._send, self._print)
        return tuple(part for part in parts if not part.isHidden())

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS
