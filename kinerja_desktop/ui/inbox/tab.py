"""The page of Kotak Tugas: scopes with counts, filter, quarter, grouped list, panel, strip of other roles.

List, counts, badge and strip come from one query. What is opened is noted as read; moving through the list is not.
What the office lacks (`unready`) stands here for who can do it, and Penyiapan Awal takes the page's place.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import history, inbox, readiness
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.inbox import KotakTugas, Lingkup, Pratinjau
from kinerja_desktop.services.readiness import Bagian, Kesiapan, Kurang
from kinerja_desktop.services.task_words import button
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.inbox.arranging import ArrangeButton, arranged
from kinerja_desktop.ui.inbox.model import all_tasks, content_of, shown_count
from kinerja_desktop.ui.inbox.preview import PreviewPanel
from kinerja_desktop.ui.inbox.unready import UnreadyCard, UnreadyStrip
from kinerja_desktop.ui.role_tabs import TABS
from kinerja_desktop.ui.theme import Ink, Space, Tone
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, SearchField
from kinerja_desktop.ui.widgets.folding import FoldingRow
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec, Symbol
from kinerja_desktop.ui.work.choices import show_choices
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.history import history_dialog
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.places import HALAMAN, PEMERIKSAAN, REPORTS, badges, has_tab, look_at, place_of

if TYPE_CHECKING:
    from kinerja_desktop.ui.first_steps.page import FirstSteps

_KEYS = (
    ("↑ ↓", "tugas sebelum dan sesudah"),
    ("Enter", "buka tugas"),
    ("Spasi", "pindah ke panel pratinjau"),
    ("Ctrl+F", "saring daftar ini"),
    ("Shift+F10", "urutan, pilihan, salin, ekspor"),
    ("Alt+1 … Alt+4", "cakupan: Perlu Tindakan Saya, Sedang Berjalan, Selesai, Semua Unit"),
)
_LIST_FIRST_MS = 1
"""When the page comes, its list is painted before the panel beside it is read."""


def make(desk: Desk) -> "InboxPage":
    """Build the page."""
    return InboxPage(desk)


class InboxPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: KotakTugas | None = None
        self._preview: Pratinjau | None = None
        self._arrange, self._only = ArrangeButton(), Strip()
        self._head = WorkHead("Kotak Tugas", (self._arrange,))
        self._scopes = Segmented([Segment(scope.name, scope.value, 0) for scope in Lingkup], "Cakupan daftar")
        self._filter, self._quarter = SearchField("Saring daftar ini"), ComboBox("Triwulan")
        self._quarter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the filter gives way first
        self._shown = Label(ink=Ink.TEXT_2)
        self._list, self._empty = GroupedListView("Daftar tugas"), EmptyState()
        self._after, self._others = WrappedLabel(ink=Ink.TEXT_2), Strip()
        self._ready, self._left_once = Kesiapan(), False
        self._first_steps: FirstSteps | None = None
        self._missing, self._unready = UnreadyStrip(), UnreadyCard()
        self._next = holder(row(6, Symbol(Icon.JADWAL, Tone.NETRAL), self._after))
        self._panel, self._panel_waits = PreviewPanel(), True
        self._screens = QStackedWidget()
        self.setLayout(column(self._screens))
        work, left = QWidget(self._screens), QWidget()  # filled where they stand, see `kinerja_desktop.ui`
        self._screens.addWidget(work)
        self._split = Split(left, self._panel, "kotak_tugas", work)
        whole = column(self._head, 6, self._missing, self._split)
        whole.setStretch(3, 1)
        work.setLayout(whole)
        left.setLayout(self._left())
        self._name_parts()
        self._connect()

    def _left(self) -> QVBoxLayout:
        tools = FoldingRow(row(self._scopes), row(None, self._shown, self._filter, self._quarter))
        upper = column(tools, self._only, self._unready, space=Space.CONTROLS)
        made = column(upper, 10, self._list, self._empty, 12, self._next, None, Space.CONTROLS.value, self._others)
        made.setStretchFactor(self._list, _ALL_THE_ROOM)
        return made

    def _name_parts(self) -> None:
        for name, part in (
            ("daftar_tugas", self._list),
            ("cakupan", self._scopes),
            ("saring", self._filter),
            ("triwulan", self._quarter),
            ("hanya_sebagian", self._only),
            ("peran_lain", self._others),
            ("belum_lengkap", self._unready),
            ("belum_lengkap_singkat", self._missing),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._scopes.chosen.connect(lambda _: self.load())
        self._filter.textChanged.connect(lambda _: self._show_list())
        self._quarter.activated.connect(lambda _: self.load())
        self._list.chosen.connect(lambda _: self._show_preview())
        self._list.opened.connect(lambda _: self._open())
        self._list.preview_asked.connect(self._go_to_panel)
        self._arrange.wished.connect(self._show_list)
        self._only.linked.connect(self._want_everything)
        self._list.set_acts(self._arrange.add_to)
        self._empty.pressed.connect(self._clear_filters)
        self._panel.opened.connect(self._open)
        self._panel.pages_asked.connect(self._open_pages)
        self._panel.history_asked.connect(self._tell_history)
        self._others.linked.connect(self._change_role)
        self._missing.linked.connect(self._complete_first)
        self._unready.resumed.connect(self._resume)
        self._unready.wanted.connect(self._complete)
        for at, scope in enumerate(Lingkup, 1):
            key = QShortcut(QKeySequence(f"Alt+{at}"), self)
            key.activated.connect(lambda scope=scope: self._choose_scope(scope))

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask for the list; the row and the quarter chosen stay chosen."""
        self._ready = readiness.load(self.ctx())
        quarter = self._quarter.currentData()
        self._view = view = inbox.load(self.ctx(), Lingkup[self._scopes.key()], quarter)
        self._head.set_title("Kotak Tugas", view.ringkasan)
        self._scopes.set_counts({scope.name: count for scope, count in view.jumlah.items()})
        show_choices(self._quarter, [(one.label_tahun, one) for one in view.pilihan], view.triwulan)
        self._arrange.show_view(view)
        self._show_list()
        self._show_missing()
        self._show_others(view)
        self.counted.emit(dict(badges(view, self.ctx().actor.role)))

    def refresh(self, changes: Changes) -> None:
        self.load()

    def tick(self) -> None:
        """Limits move on every minute; the chosen row stays."""
        self.load()

    def _show_list(self) -> None:
        if self._view is None:
            return
        needle = self._filter.text()
        wanted = arranged(self._view.kelompok, self._arrange.wish)
        content = content_of(wanted, needle)
        with QSignalBlocker(self._list):  # the row in front is shown below, once
            self._list.set_content(content)
        set_shown(self._list, shown=bool(content))
        told = shown_count(content, self._view, needle)
        self._shown.setText(told)
        set_shown(self._shown, shown=bool(told))
        self._tell_choice(sum(len(group.tugas) for group in wanted), len(all_tasks(self._view)))
        self._show_empty(self._view, needle, empty=not content)
        if self._panel_waits:
            self._panel_waits = False
            QTimer.singleShot(_LIST_FIRST_MS, self, self._show_preview)
        else:
            self._show_preview()

    def _tell_choice(self, shown: int, total: int) -> None:
        """What was chosen leaves tasks out: said as long as it does, with the way back."""
        chosen = self._arrange.wish.chosen
        words = f"Hanya **{' · '.join(chosen)}**: {shown} dari {total} tugas." if chosen else ""
        self._only.set_spec(StripSpec(Tone.PERHATIAN, Icon.SUSUN, words, "Tampilkan semua") if chosen else None)

    def _want_everything(self) -> None:
        self._arrange.want(self._arrange.wish.everything)

    def _clear_filters(self) -> None:
        self._filter.clear()
        self._want_everything()

    def _show_empty(self, view: KotakTugas, needle: str, *, empty: bool) -> None:
        set_shown(self._empty, shown=empty)
        if needle.strip():
            self._empty.set_words(f"Tidak ada yang cocok dengan «{needle.strip()}».", act="Hapus saringan")
        elif self._arrange.wish.chosen and all_tasks(view):
            self._empty.set_words("Tidak ada tugas dengan pilihan ini.", act="Hapus saringan")
        elif view.lingkup is Lingkup.SAYA:
            self._empty.set_words(view.kosong)
        else:
            self._empty.set_words(f"Tidak ada tugas pada «{view.lingkup.value}» untuk {view.triwulan.label_tahun}.")
        self._after.set_text(view.sesudah_ini)
        set_shown(self._next, shown=bool(view.sesudah_ini) and not empty)

    # --- what the office lacks -------------------------------------------------------------------

    def _show_missing(self) -> None:
        """One line over tasks; where none wait, every sentence in the place of the empty list."""
        missing = bool(self._ready.kurang)
        idle = missing and self._view is not None and self._view.lingkup is Lingkup.SAYA and not all_tasks(self._view)
        set_shown(self._unready, shown=idle)
        if idle:
            set_shown(self._empty, shown=False)
            self._unready.show_missing(self._ready, may_resume=self._may_set_up())
        self._missing.show_missing(Kesiapan() if idle else self._ready)
        if (steps := self._setting_up()) is not None:
            steps.load()
        elif self._ready.baru and self._may_set_up() and not self._left_once:
            self._open_first_steps(None)

    def _may_set_up(self) -> bool:
        return self.ctx().actor.role is Role.ADMIN

    def _complete_first(self) -> None:
        self._complete(self._ready.kurang[0])

    def _complete(self, missing: Kurang) -> None:
        """Go to the page of Penyiapan Awal; who has none goes to the tab, if need be in the role that has it."""
        if self._may_set_up():
            self._open_first_steps(missing.bagian)
            return
        if not has_tab(self.ctx().actor.role, missing.tab):
            self.role_wanted.emit(readiness.in_role(self.ctx(), Role.ADMIN))
        if has_tab(self.ctx().actor.role, missing.tab):  # not where something typed held the role
            self.tab_wanted.emit(missing.tab, missing.hal)

    def _resume(self) -> None:
        self._open_first_steps(None)

    def _open_first_steps(self, at: Bagian | None) -> None:
        from kinerja_desktop.ui.first_steps.page import FirstSteps  # here, because few ever need it

        if self._first_steps is None:
            self._first_steps = made = FirstSteps(self.desk)
            made.left.connect(self._leave_first_steps)
            made.saved.connect(self.saved)
            made.changed.connect(self.changed)
            made.tab_wanted.connect(self.tab_wanted)
            made.role_wanted.connect(self.role_wanted)
            self._screens.addWidget(made)
        self._first_steps.set_narrow(narrow=self.narrow)
        self._screens.setCurrentWidget(self._first_steps)
        self._first_steps.open(at)

    def _leave_first_steps(self) -> None:
        """The pages stay as they were, with what was typed, until the role changes."""
        self._screens.setCurrentIndex(0)
        self._left_once = True
        self.load()
        self.areas()[0].setFocus()

    def _setting_up(self) -> "FirstSteps | None":
        """Penyiapan Awal where it stands in front."""
        made = self._first_steps
        return made if made is not None and self._screens.currentWidget() is made else None

    def _show_others(self, view: KotakTugas) -> None:
        if not view.peran_lain:
            self._others.set_spec(None)
            return
        other = view.peran_lain[0]
        label = other.actor.role.label
        text = f"{other.jumlah} tugas lain menunggu Anda sebagai **{label}**: {other.contoh}."
        self._others.set_spec(StripSpec(Tone.BERJALAN, Icon.PERAN, text, f"Beralih ke peran {label}"))

    def _show_preview(self) -> None:
        key, ctx = self._list.current_key(), self.ctx()
        if not key or self._view is None or key not in all_tasks(self._view):
            self._preview = None
            self._panel.set_view(None)
            return
        try:
            self._preview = inbox.preview(ctx, key)
        except KinerjaError as error:
            self.refuse(error)
            return
        place = self._place()
        act = self._preview.tombol if place else ""
        icon = TABS[place].icon if place else Icon.PEMERIKSAAN
        self._panel.set_view(self._preview, act=act, icon=icon, pages=self._has_pages())

    def _has_pages(self) -> bool:
        shown = self._preview
        return shown is not None and bool(shown.versi) and has_tab(self.ctx().actor.role, PEMERIKSAAN)

    # --- opening ---------------------------------------------------------------------------------

    def _place(self) -> str:
        """Tab on which the chosen task is done by who looks at it; empty where it is on another desk."""
        shown, role = self._preview, self.ctx().actor.role
        if shown is None:
            return ""
        if shown.langkah is not None and shown.tombol == button(shown.langkah):
            return place_of(shown.langkah, role)
        return look_at(role, reported=bool(shown.versi)) if shown.case_id is not None else ""

    def _open(self) -> None:
        if self._preview is None:
            self._show_preview()
        shown, place = self._preview, self._place()
        if shown is None:
            return
        if not place:
            self._tell_history()
            return
        self._note_read(shown)
        self.tab_wanted.emit(place, _item_of(self._view, shown, place))

    def _open_pages(self) -> None:
        if self._preview is not None and self._preview.case_id is not None:
            self._note_read(self._preview)
            self.tab_wanted.emit(PEMERIKSAAN, f"{self._preview.case_id}{HALAMAN}")

    def _note_read(self, shown: Pratinjau) -> None:
        """Write «dibaca» for what is opened."""
        case_id, tasks = shown.case_id, all_tasks(self._view) if self._view else {}
        if case_id is not None and shown.key in tasks and tasks[shown.key].baru:
            self.attempt(lambda: inbox.opened(self.ctx(), case_id))

    def _tell_history(self) -> None:
        shown = self._preview
        if shown is None or shown.case_id is None:
            return
        events = history.told(self.ctx(), shown.case_id)
        history_dialog(self, f"{shown.judul} · {shown.subjudul}", events).exec()

    def _change_role(self) -> None:
        if self._view is not None and self._view.peran_lain:
            self.role_wanted.emit(self._view.peran_lain[0].actor)

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Choose a task by its key, in whatever scope and quarter lists it."""
        self._clear_filters()
        try:
            found = inbox.where(self.ctx(), item)
        except KinerjaError as error:
            self.refuse(error)
            return
        if found is not None:
            scope, quarter = found
            self._scopes.choose(scope.name)
            self._quarter.setCurrentIndex(self._quarter.findData(quarter))
            self.load()
            self._list.choose(item)

    def standing(self) -> tuple[str, ...]:
        quarter = self._quarter.currentData()
        return (self._scopes.key(), quarter.kode if quarter else "", self._filter.text(), self._list.current_key())

    def stand(self, *standing: str) -> None:
        scope, quarter, words, task = standing
        self._scopes.choose(scope)
        self._quarter.setCurrentIndex(self._quarter.findData(Triwulan.parse(quarter)) if quarter else 0)
        self._filter.setText(words)
        self.load()
        self._list.choose(task)

    def go_back(self) -> bool:
        """Esc empties the filter first."""
        if (steps := self._setting_up()) is not None:
            return steps.go_back()
        had = bool(self._filter.text())
        self._filter.clear()
        return had

    def areas(self) -> tuple[QWidget, ...]:
        if (steps := self._setting_up()) is not None:
            return steps.areas()
        parts = (self._unready, self._list, self._scopes, self._arrange, self._filter, self._panel)
        return tuple(part for part in parts if not part.isHidden())

    def focus_filter(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._scopes.set_narrow(narrow=narrow)
        self._panel.set_narrow(narrow=narrow)
        if self._first_steps is not None:
            self._first_steps.set_narrow(narrow=narrow)

    def _choose_scope(self, scope: Lingkup) -> None:
        self._scopes.choose(scope.name)
        self.load()
        self._list.setFocus()

    def _go_to_panel(self) -> None:
        self._split.set_open(is_open=True)
        self._panel.focus_first()


_ALL_THE_ROOM = 1000
"""Stretch of the list against the spare room below it: it takes what its rows need before anything else."""


def _item_of(view: KotakTugas | None, shown: Pratinjau, place: str) -> str:
    """What the tab is to open: a report by its period, a berkas by its id, what was not ordered yet by its quarter."""
    task = all_tasks(view).get(shown.key) if view is not None else None
    if task is not None and place in REPORTS:
        return f"Tahun {task.tahun}" if task.triwulan is None else task.triwulan.label_tahun
    if shown.case_id is not None:
        return shown.case_id
    return task.triwulan.kode if task is not None and task.triwulan is not None else ""
