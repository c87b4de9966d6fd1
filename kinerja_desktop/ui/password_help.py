"""«Lupa sandi»: two officials, or the recovery sheet, give somebody a code for one log-in.

Opened from the log-in and from Pengguna. Nobody types a password for somebody else here; the code is shown once.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import HelperWrong, KinerjaError, LembarSalah
from kinerja_desktop.services import password_help
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.drill import read_sheet
from kinerja_desktop.services.password_help import Penolong, SandiPenolong
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.login import LoginPage
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.safe_note import SafeNote
from kinerja_desktop.ui.widgets.showing import set_shown

_TWO = (
    "Dua pejabat mengetik sandinya sendiri di sini, salah satunya Camat, Kabid, Kasubag Perencanaan, atau Admin. "
    "Program lalu memberi kode untuk sekali masuk; sandi yang baru dibuat oleh pemiliknya sendiri."
)
_SHEET = (
    "Pakailah bila dua pejabat tidak dapat masuk. Siapa yang memegang lembar pemulihan dapat memberi kode; "
    "pemberian ini dicatat dalam riwayat kantor."
)
_SAFE = "Sandi lama tetap berlaku sampai kode diberikan; isian pemiliknya tidak berubah. Pemberian kode dicatat."
_TO_SHEET, _TO_TWO = "Tidak ada dua pejabat? Pakai lembar pemulihan", "Kembali ke dua pejabat"
_HANDED = (
    "Tulis kode ini di kertas dan serahkan kepada pemiliknya. Ia masuk dengan kode ini, lalu membuat sandinya sendiri. "
    "Kode berlaku sekali saja, kira-kira satu hari kerja, dan tidak dapat ditampilkan lagi."
)


_NOT_GIVEN = "Kode belum diberikan."


def help_somebody(parent: QWidget, office: Office, pengguna: str, nama: str) -> None:
    """Ask for the helpers and show the code that they give."""
    dialog = HelpDialog(parent, office, pengguna, nama)
    given = bool(dialog.exec())
    dialog.deleteLater()
    if given:
        show_code(parent, nama, dialog.code)


def help_at_login(page: LoginPage, open_office: Callable[[], Office], pengguna: str, nama: str) -> None:
    """As `help_somebody`, before anybody is in; where the office cannot be opened, the log-in says why."""
    try:
        help_somebody(page, open_office(), pengguna, nama)
    except KinerjaError as refused:
        page.set_fault(messages.sentence(refused))


def show_code(parent: QWidget, nama: str, code: str) -> None:
    """The code, once."""
    dialog = CodeDialog(parent, nama, code)
    dialog.exec()
    dialog.deleteLater()


class HelpDialog(Dialog):
    """``code`` is what was given when the dialog was accepted."""

    def __init__(self, parent: QWidget, office: Office, pengguna: str, nama: str) -> None:
        super().__init__(parent, "Lupa Sandi", f"Kode sekali masuk untuk {nama}")
        self._office, self._pengguna, self.code = office, pengguna, ""
        able = password_help.helpers(office, pengguna)
        self._helpers = tuple(_Helper(n, able) for n in (1, 2))
        self._two = holder(column(Label(_TWO, wrap=True), *self._helpers, space=12))
        self._words = QPlainTextEdit()
        self._words.setObjectName("lembar")
        self._words.setFixedHeight(theme.px(72))
        self._words.setTabChangesFocus(True)
        browse = Button("Pilih Berkas…", ButtonKind.LINK)
        browse.clicked.connect(self._read_sheet)
        self._field = FormField("Kata pada lembar pemulihan", self._words, "24 kata, dipisah spasi", browse)
        self._sheet = holder(column(Label(_SHEET, wrap=True), self._field, space=12))
        self._other_way = Button(_TO_SHEET, ButtonKind.LINK)
        self._other_way.setObjectName("cara_lain")
        self._other_way.clicked.connect(lambda: self._use_sheet(wanted=self._sheet.isHidden()))
        for part in (self._two, self._sheet):
            self.body.addWidget(part)
        self.body.addLayout(row(self._other_way, None, space=0))
        self.body.addWidget(SafeNote(_SAFE))
        self.add_act("Beri Kode").setObjectName("beri_kode")
        self.set_check(self._try)
        self._use_sheet(wanted=len(able) < len(self._helpers))

    def _use_sheet(self, *, wanted: bool) -> None:
        set_shown(self._two, shown=not wanted)
        set_shown(self._sheet, shown=wanted)
        self._other_way.setText(_TO_TWO if wanted else _TO_SHEET)
        (self._words if wanted else self._helpers[0].sandi).setFocus()
        self.show_fault("")

    def _read_sheet(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Lembar pemulihan", "", "Teks (*.txt)")
        if not chosen:
            return
        try:
            self._words.setPlainText(" ".join(read_sheet(Path(chosen))))
        except KinerjaError as refused:
            self._field.fault.set_text(messages.sentence(refused))

    def _try(self) -> str:
        for field in (*(helper.field for helper in self._helpers), self._field):
            field.fault.set_text("")
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.code = self._given()
        except HelperWrong as refused:
            helper = next(one for one in self._helpers if one.given().pengguna == refused.pengguna)
            helper.tell(messages.sentence(refused))
            return _NOT_GIVEN
        except LembarSalah as refused:
            self._field.fault.set_text(messages.sentence(refused))
            return _NOT_GIVEN
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""

    def _given(self) -> str:
        if self._two.isHidden():
            words = re.findall(r"[a-z]+", self._words.toPlainText().casefold())
            return password_help.help_by_sheet(self._office, self._pengguna, words)
        one, other = (helper.given() for helper in self._helpers)
        return password_help.help_by_two(self._office, self._pengguna, one, other)


class _Helper(QWidget):
    """Who helps, and his password."""

    def __init__(self, number: int, able: Sequence[Penolong]) -> None:
        super().__init__()
        self._who = ComboBox(f"Penolong {number}")
        self._who.setObjectName(f"penolong_{number}")
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in able:
            self._who.addItem(f"{one.nama}, {one.jabatan}", one.pengguna)
        self._who.setCurrentIndex(min(number, len(able)) - 1)
        self.sandi = QLineEdit()
        self.sandi.setObjectName(f"sandi_penolong_{number}")
        self.sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = FormField(f"Sandi penolong {number}", self.sandi)
        line = row(FormField(f"Penolong {number}", self._who), self.field, space=12)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setLayout(line)

    def given(self) -> SandiPenolong:
        return SandiPenolong(self._who.currentData() or "", self.sandi.text())

    def tell(self, sentence: str) -> None:
        """Say what is wrong with the password, which is selected."""
        self.field.fault.set_text(sentence)
        self.sandi.selectAll()
        self.sandi.setFocus()


class CodeDialog(Dialog):
    """The code in large letters, which may be selected, and what to do with it."""

    def __init__(self, parent: QWidget, nama: str, code: str) -> None:
        super().__init__(parent, "Kode Sekali Masuk", f"Kode sekali masuk untuk {nama}", sentence=_HANDED)
        self.cancel.setText("Tutup")
        shown = Label(code, TextStyle.SCREEN_TITLE, wrap=True)
        shown.setObjectName("kode")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(Card(column(shown, edge=16)))
        self.cancel.setFocus()
