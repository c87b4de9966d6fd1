"""Masuk: who acts. The first window that is painted, and the same page as the lock over a window in use.

It imports QtWidgets alone: icons, database and services are loaded after its first paint. It takes plain values
and one callable, so it can be shown before the office is open (`set_busy`), and again over an open window
(``lock``).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.login_names import LoginName, NamesList
from kinerja_desktop.ui.login_shell import LoginFrame, LoginShell
from kinerja_desktop.ui.qt_numbers import KEY_DOWN, KEY_UP
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow, lock
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.labels import Label, Rule

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

__all__ = ["LoginFrame", "LoginName", "LoginPage", "LoginResult", "OnLogin"]

_OPENING = "Membuka data kantor…"
_CASE = "Huruf besar dan kecil berbeda."


@dataclass(frozen=True, slots=True)
class LoginResult:
    """Answer to a log-in: accepted, or the sentence that says why not."""

    accepted: bool
    pesan: str = ""
    ganti: bool = False
    """The one-time code fits; a password of one's own is made first."""


OnLogin = Callable[[str, str], LoginResult]
"""Called with the id of the person and the password; it answers when the office is open for that person."""


class LoginPage(LoginShell):
    """List of names at the left, password at the right. ``logged_in`` carries the id of the person.

    ``help_asked`` carries id and name of who forgot his password, ``change_asked`` id and one-time code.
    """

    logged_in = Signal(str)
    help_asked = Signal(str, str)
    change_asked = Signal(str, str)

    def __init__(
        self, frame: LoginFrame, names: Sequence[LoginName], on_login: OnLogin, *, lock: str = "", chosen: str = ""
    ) -> None:
        super().__init__(frame)
        self._on_login = on_login
        self._people = _People(names, lock)
        self._card = _PasswordCard()
        self.set_page(_page(self._people, self._card))
        self._people.current_changed.connect(self._card.show_person)
        self._people.entered.connect(self._card.focus_password)
        self._card.submitted.connect(self.submit)
        self._card.forgotten.connect(self._ask_help)
        self._people.choose(chosen or (names[0].id if names else ""))
        self.setFocusProxy(self._card.password)

    def set_names(self, names: Sequence[LoginName], chosen: str = "", *, at_once: int | None = None) -> None:
        """Show the people; the first is chosen unless told otherwise. ``at_once`` rows are made before the paint."""
        self._people.set_names(names, len(names) if at_once is None else at_once)
        self._people.choose(chosen or (names[0].id if names else ""))
        self.set_busy("")

    def set_busy(self, sentence: str) -> None:
        """Say what is awaited («Membuka data kantor…»); an empty sentence ends it."""
        self._card.set_busy(sentence)

    def set_fault(self, sentence: str) -> None:
        self._card.set_fault(sentence)

    def _ask_help(self) -> None:
        person = self._people.current()
        if person is not None:
            self.help_asked.emit(person.id, person.nama)

    def submit(self, sandi: str) -> None:
        """Log the chosen person in with this password."""
        person = self._people.current()
        if person is None:
            return
        self._card.set_busy(_OPENING)
        self._card.repaint()
        result = self._on_login(person.id, sandi)
        self._card.set_busy("")
        if result.accepted:
            self._card.clear()
            self.logged_in.emit(person.id)
        elif result.ganti:
            self._card.clear()
            self.change_asked.emit(person.id, sandi)
        else:
            self._card.set_fault(result.pesan)


def _page(people: QWidget, card: QWidget) -> QWidget:
    page = holder(row(people, card, space=24))
    people.setFixedWidth(theme.px(420))
    card.setFixedWidth(theme.px(360))
    return page


class _Search(QLineEdit):
    """Arrows move the list, so that a name is found and chosen without leaving the field."""

    stepped = Signal(int)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        step = {KEY_DOWN: 1, KEY_UP: -1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class _People(QWidget):
    """Heading, «Cari nama», list."""

    current_changed = Signal(object)
    entered = Signal()

    def __init__(self, names: Sequence[LoginName], lock: str) -> None:
        super().__init__()
        self._list = NamesList(names)
        self._search = _Search()
        self._search.setPlaceholderText("Cari nama")
        self._search.setAccessibleName("Cari nama")
        self._search.setAccessibleDescription("Panah atas dan bawah memilih, Enter meneruskan ke sandi.")
        self._search.textChanged.connect(self._list.filter)
        self._search.stepped.connect(self._list.step)
        self._search.returnPressed.connect(self.entered)
        self._list.chosen.connect(self._tell)
        self._list.entered.connect(self.entered)
        self._list.typed.connect(self._look_for)
        title = Label("Terkunci" if lock else "Siapa yang bekerja?", TextStyle.SCREEN_TITLE)
        hint = Label(lock or "Pilih nama Anda, lalu tulis sandi.", TextStyle.FIGURE, Ink.TEXT_2, wrap=bool(lock))
        whole = column(title, 4, hint, 8, self._search, 8, self._list)
        whole.setStretch(6, 1)  # a short list leaves its room empty instead of parting the words above it
        self.setLayout(whole)

    def _tell(self) -> None:
        one = self.current()
        self.current_changed.emit(one)
        if self._search.hasFocus():
            announce(self._search, "Tidak ada nama yang cocok." if one is None else f"{one.nama}, {one.keterangan}")

    def set_names(self, names: Sequence[LoginName], at_once: int) -> None:
        self._list.set_names(names, at_once)

    def _look_for(self, letters: str) -> None:
        self._search.setFocus()
        self._search.setText(letters)

    def current(self) -> LoginName | None:
        return self._list.current()

    def choose(self, person: str) -> None:
        self._list.choose(person)
        self.current_changed.emit(self.current())


class _PasswordCard(Card):
    """Name, password, Masuk, and what was saved last."""

    submitted = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        self._nama = Label(style=TextStyle.PANEL_TITLE, wrap=True)
        self._keterangan = Label(ink=Ink.TEXT_2, wrap=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName("Sandi")
        self._fault = FieldFault(self.password)
        self._hint = Label(_CASE, ink=Ink.TEXT_2, wrap=True)
        self._show = Button("Tampilkan", ButtonKind.LINK)
        self._enter = Button("Masuk", ButtonKind.PRIMARY)
        self._forgotten = Button("Lupa sandi", ButtonKind.LINK)
        self._terakhir = Label(ink=Ink.TEXT_2, wrap=True)
        super().__init__(self._arrange())
        self._show.clicked.connect(self._toggle_shown)
        self._enter.clicked.connect(self._submit)
        self.password.returnPressed.connect(self._submit)
        self._forgotten.clicked.connect(self.forgotten)

    def _arrange(self) -> QVBoxLayout:
        label = Label("Sandi", TextStyle.BODY_500, buddy=self.password)
        below = row(self._hint, self._show, space=0)
        below.setStretch(0, 1)
        made = column(
            self._nama, 6, self._keterangan, 16, label, 6, self.password, 6, self._fault, below, 10, self._enter, 6,
            _left(self._forgotten), None, Rule(), 10, self._terakhir, edge=20,
        )  # fmt: skip
        made.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(13))
        return made

    def show_person(self, person: LoginName | None) -> None:
        self.clear()
        allow(self._enter, "" if person is not None else "Pilih nama Anda dahulu.")
        self.password.setAccessibleDescription(f"{person.nama}, {_CASE[0].lower()}{_CASE[1:]}" if person else _CASE)
        self._nama.setText(person.nama if person else "")
        self._keterangan.setText(" · ".join(filter(None, (person.keterangan, person.peran))) if person else "")
        self._terakhir.setText(person.terakhir if person else "")

    def clear(self) -> None:
        self.password.clear()
        self._fault.set_text("")
        self._hint.setText(_CASE)
        self._set_shown(shown=False)

    def focus_password(self) -> None:
        self.password.setFocus()
        self.password.selectAll()

    def set_busy(self, sentence: str) -> None:
        self._enter.setText(sentence or "Masuk")
        allow(self._enter, sentence)
        lock(self.password, sentence)  # the focus stays in it

    def set_fault(self, sentence: str) -> None:
        self._fault.set_text(sentence)
        self.focus_password()

    def _submit(self) -> None:
        self._fault.set_text("")
        self.submitted.emit(self.password.text())

    def _toggle_shown(self) -> None:
        self._set_shown(shown=self.password.echoMode() is QLineEdit.EchoMode.Password)

    def _set_shown(self, *, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        word = "Sembunyikan" if shown else "Tampilkan"
        self._show.setText(word)
        self._show.setAccessibleName(f"{word} sandi")


def _left(widget: QWidget) -> QHBoxLayout:
    return row(widget, None, space=0)
