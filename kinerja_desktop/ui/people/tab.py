"""The page of Pengguna: who works here, in which jabatan and roles, from when until when, with which account.

Nobody is deleted: who leaves is closed, and papers keep the name.
"""

from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services import people
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.people import PegawaiView
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.password_help import help_somebody, show_code
from kinerja_desktop.ui.people.account_dialogs import AccountDialog, CloseDialog
from kinerja_desktop.ui.people.panel import PersonPanel
from kinerja_desktop.ui.people.person_dialog import PersonDialog
from kinerja_desktop.ui.people.rows import columns, found
from kinerja_desktop.ui.people.seksi_dialog import SeksiDialog
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.password import PasswordAgain


def make(desk: Desk) -> "PeoplePage":
    """Build the page."""
    return PeoplePage(desk)


class PeoplePage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._all: tuple[PegawaiView, ...] = ()
        self._names: dict[str, str] = {}
        self._search, self._closed = SearchField("Cari nama atau peran"), Tick("Tampilkan yang ditutup")
        self._count = Label(ink=Ink.TEXT_2)
        self._sections = Button("Seksi…")
        self._succession = Button("Serah Terima…")
        self._new = Button("Pegawai", ButtonKind.PRIMARY, Icon.TAMBAH)
        self._list: Listing[PegawaiView] = Listing("Daftar pegawai", columns(self._names))
        self._empty, self._panel = EmptyState(), PersonPanel()
        for name, part in (
            ("cari", self._search),
            ("tampilkan_ditutup", self._closed),
            ("seksi_kantor", self._sections),
            ("serah_terima", self._succession),
            ("pegawai_baru", self._new),
            ("daftar_pegawai", self._list),
        ):
            part.setObjectName(name)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(
            Label("Pengguna", TextStyle.SCREEN_TITLE), 8, self._count, None, self._succession, self._sections, self._new
        )
        left = column(row(self._search, self._closed, None), 8, self._list, self._empty)
        left.setStretch(2, 1)
        self._split = Split(holder(left), self._panel, "pengguna")
        whole = column(head, 8, self._split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _: self._show_list())
        self._closed.toggled.connect(lambda _: self._show_list())
        self._empty.pressed.connect(self._search.clear)
        self._list.chosen.connect(lambda: self._panel.show_person(self._list.current(), self._names))
        self._list.opened.connect(self._edit)
        self._panel.edit_asked.connect(self._edit)
        self._panel.close_asked.connect(self._close)
        self._panel.account_asked.connect(self._account)
        self._new.clicked.connect(lambda: self._ask(None))
        self._split.squeezed.connect(lambda _: self._fit_columns())
        self._sections.clicked.connect(self._ask_sections)
        self._succession.clicked.connect(self._hand_over)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self._new.click)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Everybody, and the names of the seksi."""
        self._all = people.list_people(self.ctx())
        self._names.clear()
        self._names.update({view.seksi.kode: view.seksi.nama for view in people.list_seksi(self.ctx())})
        self._show_list()

    def _show_list(self) -> None:
        before = self._list.current()
        open_to = [view for view in self._all if self._closed.isChecked() or not view.ditutup]
        shown = [view for view in open_to if found(view, self._search.text())]
        self._list.set_rows(shown)
        if before is not None:
            self._choose(before.pegawai.id)
        self._count.setText(f"{len(shown)} dari {len(self._all)} pegawai")
        set_shown(self._list, shown=bool(shown))
        set_shown(self._empty, shown=not shown)
        self._empty.set_words(f"Tidak ada yang cocok dengan «{self._search.text().strip()}».", act="Hapus saringan")

    def _choose(self, pegawai_id: str) -> None:
        """Keep somebody chosen by who he is, wherever the list now has him."""
        for at in range(self._list.things.rowCount()):
            thing = self._list.things.thing(at)
            if thing is not None and thing.pegawai.id == pegawai_id:
                self._list.selectRow(at)

    # --- acts ------------------------------------------------------------------------------------

    def _edit(self) -> None:
        if (chosen := self._list.current()) is not None:
            self._ask(chosen)

    def _ask(self, view: PegawaiView | None) -> str:
        """The form of a person; answers the id of who was stored, empty where nobody was."""
        stored: list[str] = []

        def store(person: Pegawai) -> None:
            made = people.save_person(self.ctx(), person, view.versi if view else 0)
            self._stored(made.changes)
            self._choose(made.id)
            stored.append(made.id)

        sections = [one.seksi for one in people.list_seksi(self.ctx())]
        _run(PersonDialog(self, view.pegawai if view else None, sections, self._password(), store))
        return "".join(stored)

    def _hand_over(self) -> None:
        """Serah Terima Petugas, of the chosen person first."""
        from kinerja_desktop.ui.succession.dialog import hand_over  # with what copies and papers load

        chosen = self._list.current()
        changes = hand_over(self, chosen.pegawai.id if chosen else "", lambda: self._ask(None))
        if changes:
            self._stored(changes)

    def _close(self) -> None:
        view = self._list.current()
        if view is None:
            return

        def store(day: date) -> None:
            self._stored(people.close_person(self.ctx(), view.pegawai.id, day, view.versi))

        _run(CloseDialog(self, view.pegawai.nama, self.ctx().today(), self._password(), store))

    def _account(self) -> None:
        view = self._list.current()
        if view is None:
            return

        if view.pengguna is not None:
            help_somebody(self, self.ctx().office, view.pengguna, view.pegawai.nama)
            return
        codes: list[str] = []

        def store(pengguna: str) -> None:
            made = people.open_account(self.ctx(), view.pegawai.id, pengguna)
            codes.append(made.kode)
            self._stored(made.changes)

        _run(AccountDialog(self, view.pegawai.nama, self._password(), store))
        for code in codes:
            show_code(self, view.pegawai.nama, code)

    def _password(self) -> PasswordAgain:
        return PasswordAgain(self.ctx, FreshFor.ROLES)

    def _ask_sections(self) -> None:
        def store(seksi: Seksi, seen: int) -> None:
            self._stored(people.save_seksi(self.ctx(), seksi, seen))

        _run(SeksiDialog(self, lambda: people.list_seksi(self.ctx()), store))

    def _stored(self, changes: Changes) -> None:
        self.load()
        self.saved.emit(StatusText(f"Tersimpan {format_waktu(self.ctx().now())}", Tone.SELESAI))
        self.changed.emit(changes)

    # --- the window ------------------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Choose a person by his id."""
        self._search.clear()
        self._choose(item)

    def standing(self) -> tuple[str, ...]:
        chosen = self._list.current()
        return (chosen.pegawai.id,) if chosen is not None else ()

    def focus_filter(self) -> None:
        self._search.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        return (self._list, self._panel.edit, self._new)

    def go_back(self) -> bool:
        """Esc empties the filter."""
        if not self._search.text():
            return False
        self._search.clear()
        return True

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", "pegawai baru"), ("Enter", "ubah pegawai yang terpilih"), ("Ctrl+F", "cari nama atau peran"))

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._fit_columns()

    def _fit_columns(self) -> None:
        going = (_JABATAN, _SEKSI, _BERLAKU) if self._split.squeezes() else (_SEKSI, _BERLAKU)
        self._list.tools.hide_when_narrow(going, narrow=self.narrow)


_JABATAN, _SEKSI, _BERLAKU = 1, 2, 4
"""Columns that the panel says too; they go first where room is short."""


def _run(dialog: Dialog) -> None:
    dialog.exec()
    dialog.deleteLater()
