"""Penyiapan Awal before there is anybody: try with practice data, or make the first admin of the real office.

There is no default password. The sentences of refusals come from whoever makes the account (``on_admin``); the
rules that can be judged while typing are judged here. It imports QtWidgets alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from kinerja_desktop.domain.sandi import MIN_SANDI
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.login_shell import LoginFrame, LoginShell
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea

_WIDTH = 640
_ONCE = "Data kantor {} pernah ada di komputer ini, tetapi sekarang tidak ditemukan. Pulihkan dari cadangan."
_REMAINS = (
    "Folder ini pernah berisi data kantor; basis datanya tidak ditemukan. Jangan membuat kantor baru di sini. Pulihkan "
    "dari cadangan."
)


@dataclass(frozen=True, slots=True)
class NewAdmin:
    """What the form holds when it is complete."""

    nama: str
    nama_pengguna: str
    sandi: str


@dataclass(frozen=True, slots=True)
class AdminFault:
    """Why the account was not made; ``field`` is the name of the `NewAdmin` field it belongs to, or empty."""

    sentence: str
    field: str = ""


OnAdmin = Callable[[NewAdmin], AdminFault | None]


class FirstStartPage(LoginShell):
    """``practice_asked`` wants the practice office; ``admin_made`` carries the user name that may now log in.

    ``restore_asked`` wants the page that brings an office in from a copy; whoever hears it shows it with `open_page`.
    ``once`` says that an office was here once; with ``remains`` something of it still is, and no new one is offered.
    """

    practice_asked = Signal()
    restore_asked = Signal()
    admin_made = Signal(str)

    def __init__(
        self, frame: LoginFrame, on_admin: OnAdmin, *, least: int = MIN_SANDI, once: str = "", remains: bool = False
    ) -> None:
        super().__init__(frame)
        self._stack = QStackedWidget()
        choice, form = _Choice(once, remains=remains), AdminForm(on_admin, least=least)
        self._choice = choice
        self._stack.addWidget(choice)
        self._stack.addWidget(form)
        self.set_page(_scrolling(self._stack), fills=True)
        choice.practice.clicked.connect(self.practice_asked)
        choice.real.clicked.connect(lambda: self._open(form))
        choice.restore.clicked.connect(self.restore_asked)
        form.back.clicked.connect(lambda: self._open(choice))
        form.made.connect(self.admin_made)
        self.setFocusProxy(choice)

    def open_page(self, page: QWidget) -> None:
        """Show another page in this place."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._open(page)

    def open_choice(self) -> None:
        """Go back to the first page."""
        self._open(self._choice)

    def _open(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        page.setFocus()


def _scrolling(page: QWidget) -> ScrollArea:
    """On a low screen the form is higher than the window."""
    area = ScrollArea(holder(column(page, None)))
    area.setFixedWidth(theme.px(_WIDTH + 24))
    area.setMinimumHeight(theme.px(200))
    return area


class _Choice(QWidget):
    """The first page asks only this."""

    def __init__(self, once: str, *, remains: bool) -> None:
        super().__init__()
        first, second = ButtonKind.PRIMARY, ButtonKind.SECONDARY
        expected = bool(once) or remains
        self.practice = Button("Coba dengan Data Latihan", second if expected else first, act=True)
        self.real = Button("Siapkan Kantor Kami", act=True)
        allow(self.real, "Folder data ini masih berisi sisa data kantor." if remains else "")
        self.restore = Button("Pulihkan dari Cadangan", first if expected else second, act=True)
        self.setFocusProxy(self.restore if expected else self.practice)
        told = _REMAINS if remains else _ONCE.format(once) if once else "Belum ada data kantor di komputer ini."
        restoring = _offer(
            "Pulihkan dari cadangan",
            "Kantor pindah ke komputer ini, atau datanya hilang: buka cadangan dengan lembar pemulihan.",
            self.restore,
        )
        self.setLayout(
            column(
                Label("Penyiapan Awal", TextStyle.SCREEN_TITLE),
                4,
                Label(told, TextStyle.FIGURE, Ink.PERHATIAN if expected else Ink.TEXT_2, wrap=True),
                12,
                *((restoring, 8) if expected else ()),
                _offer(
                    "Coba dengan data latihan",
                    "Kantor contoh dengan pegawai karangan. Kepala layar berwarna lain; kertasnya bertanda LATIHAN.",
                    self.practice,
                ),
                8,
                _offer(
                    "Siapkan kantor kami",
                    "Membuat akun Admin yang pertama, lalu identitas kantor, pejabat, kalender, dan rencana kinerja.",
                    self.real,
                ),
                *(() if expected else (8, restoring)),
                None,
            )
        )
        self.setFixedWidth(theme.px(_WIDTH))


def _offer(title: str, sentence: str, act: Button) -> Card:
    words = Label(sentence, ink=Ink.TEXT_2, wrap=True)
    return Card(column(Label(title, TextStyle.PANEL_TITLE), 4, words, 8, row(act, None), edge=12))


class AdminForm(QWidget):
    """Name, user name, password twice. ``made`` carries the user name."""

    made = Signal(str)

    def __init__(self, on_admin: OnAdmin, *, least: int) -> None:
        super().__init__()
        self._on_admin, self._least = on_admin, least
        self.fields = {
            "nama": _Field("Nama dan gelar", "seperti tertulis pada surat"),
            "nama_pengguna": _Field("Nama pengguna", "nama pendek, huruf kecil tanpa spasi; misalnya budi"),
            "sandi": _Field("Sandi", f"paling sedikit {least} huruf; kalimat pendek lebih mudah diingat", secret=True),
            "ulang": _Field("Ulangi sandi", secret=True),
        }
        self.back = Button("Kembali", act=True)
        self.make = Button("Buat Akun Admin", ButtonKind.PRIMARY, act=True)
        self.make.clicked.connect(self._submit)
        for field in self.fields.values():
            field.edit.returnPressed.connect(self._submit)
        self.setFocusProxy(self.fields["nama"].edit)
        card = Card(column(*self.fields.values(), row(self.back, None, self.make), space=12, edge=20))
        hint = "Admin mengatur pegawai dan kantor; ia tidak mengisi dan tidak memutus angka."
        title = Label("Akun Admin yang pertama", TextStyle.SCREEN_TITLE)
        self.setLayout(column(title, 4, Label(hint, TextStyle.FIGURE, Ink.TEXT_2, wrap=True), 12, card, None))
        self.setFixedWidth(theme.px(_WIDTH))

    def _submit(self) -> None:
        faults = self._faults()
        for name, field in self.fields.items():
            field.fault.set_text(faults.get(name, ""))
        if faults:
            self.fields[next(iter(faults))].edit.setFocus()
            return
        self._make()

    def _make(self) -> None:
        typed = {name: field.edit.text() for name, field in self.fields.items()}
        admin = NewAdmin(typed["nama"].strip(), typed["nama_pengguna"].strip(), typed["sandi"])
        fault = self._on_admin(admin)
        if fault is None:
            self.made.emit(admin.nama_pengguna)
        else:
            self.fields[fault.field or "nama"].fault.set_text(fault.sentence)

    def _faults(self) -> dict[str, str]:
        typed = {name: field.edit.text() for name, field in self.fields.items()}
        least = f"Sandi terlalu pendek. Tulis paling sedikit {self._least} huruf."
        rules = {
            "nama": ("" if typed["nama"].strip() else "Tulis nama Anda."),
            "nama_pengguna": _user_name_fault(typed["nama_pengguna"].strip()),
            "sandi": ("" if len(typed["sandi"]) >= self._least else least),
            "ulang": ("" if typed["ulang"] == typed["sandi"] else "Kedua sandi tidak sama. Tulis ulang."),
        }
        return {name: sentence for name, sentence in rules.items() if sentence}


def _user_name_fault(typed: str) -> str:
    if not typed:
        return "Tulis nama pengguna."
    return "Nama pengguna memakai huruf kecil tanpa spasi." if typed != typed.lower() or " " in typed else ""


class _Field(QWidget):
    """Label, field, and the sentence under it."""

    def __init__(self, text: str, hint: str = "", *, secret: bool = False) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(text)
        self.edit.setAccessibleDescription(hint)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.fault = FieldFault(self.edit)
        label = row(Label(text, TextStyle.BODY_500, buddy=self.edit), Label(hint, ink=Ink.TEXT_2), None)
        self.setLayout(column(label, 4, self.edit, 4, self.fault))
        self.setFocusProxy(self.edit)
