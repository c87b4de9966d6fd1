"""«Lupa sandi», guided: two officials, or the recovery sheet, give somebody a code for one log-in.

Opened from the log-in and from Pengguna. Nobody types a password for somebody else here; the code is shown once.
"""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import HelperWrong, KinerjaError, LembarSalah
from kinerja_desktop.services import password_help
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.drill import read_sheet
from kinerja_desktop.services.password_help import Penolong, SandiPenolong
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import SHEET, choose_file
from kinerja_desktop.ui.login import LoginPage
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.guided import GuidedDialog

STEPS = ("Cara membantu", "Yang membantu", "Beri kode")
WAY, PROOF, GIVE = range(len(STEPS))
_TWO = "Dua pejabat mengetik sandinya sendiri di sini, salah satunya Camat, Kabid, Kasubag Perencanaan, atau Admin."
_SHEET = (
    "Pakailah bila dua pejabat tidak dapat masuk. Siapa yang memegang lembar pemulihan dapat memberi kode; "
    "pemberian ini dicatat dalam riwayat kantor."
)
_EACH = "Masing-masing memilih namanya dan mengetik sandinya sendiri, bergantian."
_AFTER = "Kode tampil satu kali sesudah «Beri Kode»; tulis di kertas. Sandi yang baru dibuat oleh pemiliknya sendiri."
_SAFE = "Sandi lama tetap berlaku sampai kode diberikan; isian pemiliknya tidak berubah. Pemberian kode dicatat."
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


class HelpDialog(GuidedDialog):
    """``code`` is what was given when the dialog was accepted."""

    def __init__(self, parent: QWidget, office: Office, pengguna: str, nama: str) -> None:
        super().__init__(parent, "Lupa Sandi", f"Kode sekali masuk untuk {nama}", STEPS, safe=_SAFE)
        self._office, self._pengguna, self.code = office, pengguna, ""
        able = password_help.helpers(office, pengguna)
        self._way, self._two, self._sheet, self._end = _Way(), _Two(able), _Sheet(), Label("", wrap=True)
        self._end.setObjectName("akan_diberikan")
        self._way.offer_two(enough=len(able) >= 2)
        for page in (self._way, holder(column(self._two, self._sheet, None)), holder(column(self._end, None))):
            self.add_page(page)
        self.add_last_act("Beri Kode").setObjectName("beri_kode")
        self.set_check(self._try)
        self.begin()
        self._way.chosen().setFocus()

    def leaving(self, at: int) -> str:
        """Whether a password fits is asked once, with the act: a wrong one costs its owner a delay."""
        lacking = self._proof().lacking() if at == PROOF else ""
        if not lacking:
            self.steps.set_done(at, done=True)
        return lacking

    def entering(self, at: int) -> None:
        set_shown(self._two, shown=not self._way.by_sheet())
        set_shown(self._sheet, shown=self._way.by_sheet())
        if at == PROOF:
            QTimer.singleShot(0, self._proof().first, self._proof().first.setFocus)
        self._end.setText(f"{self._proof().told()} {_AFTER}")

    def _proof(self) -> "_Two | _Sheet":
        return self._sheet if self._way.by_sheet() else self._two

    def _try(self) -> str:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.code = self._proof().help(self._office, self._pengguna)
        except (HelperWrong, LembarSalah) as refused:
            self.go_to(PROOF)
            self._proof().tell(refused)
            return _NOT_GIVEN
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""


class _Way(QWidget):
    """Which of both ways."""

    def __init__(self) -> None:
        super().__init__()
        self._two, self._sheet = QRadioButton("Dua pejabat"), QRadioButton("Lembar pemulihan")
        parts: list[QWidget | int] = []
        for choice, about in ((self._two, _TWO), (self._sheet, _SHEET)):
            choice.setAccessibleDescription(about)
            parts += [choice, Label(about, ink=Ink.TEXT_2, wrap=True), 12]
        self._two.setObjectName("dua_pejabat")
        self._sheet.setObjectName("lewat_lembar")
        self.setLayout(column(*parts, None))

    def offer_two(self, *, enough: bool) -> None:
        """Where nobody else has an account the sheet is the only way."""
        allow(self._two, "" if enough else "Belum ada dua pejabat lain yang mempunyai akun. Pakai lembar pemulihan.")
        self.chosen().setChecked(True)

    def chosen(self) -> QRadioButton:
        """The way that is taken, at first that of two officials."""
        return self._sheet if self.by_sheet() else self._two

    def by_sheet(self) -> bool:
        """True for the recovery sheet."""
        return self._sheet.isChecked() or not self._two.isEnabled()


class _Two(QWidget):
    """Two officials, each with his own password."""

    def __init__(self, able: Sequence[Penolong]) -> None:
        super().__init__()
        self._helpers = tuple(_Helper(n, able) for n in (1, 2))
        self.first = self._helpers[0].sandi
        self.setLayout(column(Label(_EACH, wrap=True), *self._helpers, space=12))

    def lacking(self) -> str:
        """Says what is not typed beside its field; an empty string where nothing is missing."""
        bare = [helper for helper in self._helpers if not helper.given().sandi]
        for helper in self._helpers:
            helper.field.fault.set_text("Sandi belum diisi." if helper in bare else "")
        if bare:
            bare[0].sandi.setFocus()
        return _NOT_GIVEN if bare else ""

    def told(self) -> str:
        """Who helps."""
        one, other = (helper.name() for helper in self._helpers)
        return f"Yang membantu: {one}; {other}."

    def help(self, office: Office, pengguna: str) -> str:
        """The code. Raises what `password_help.help_by_two` raises."""
        one, other = (helper.given() for helper in self._helpers)
        return password_help.help_by_two(office, pengguna, one, other)

    def tell(self, refused: KinerjaError) -> None:
        """Beside the password that was wrong."""
        wrong = refused.pengguna if isinstance(refused, HelperWrong) else ""
        for helper in self._helpers:
            if helper.given().pengguna == wrong:
                helper.tell(messages.sentence(refused))


class _Sheet(QWidget):
    """The words of the recovery sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.first = QPlainTextEdit()
        self.first.setObjectName("lembar")
        self.first.setFixedHeight(theme.px(72))
        self.first.setTabChangesFocus(True)
        browse = Button("Pilih Berkas…", ButtonKind.LINK)
        browse.clicked.connect(self._read)
        self._field = FormField("Kata pada lembar pemulihan", self.first, "24 kata, dipisah spasi", browse)
        self.setLayout(column(self._field))

    def _read(self) -> None:
        chosen = choose_file(self, "Lembar pemulihan", SHEET)
        if not chosen:
            return
        try:
            self.first.setPlainText(" ".join(read_sheet(chosen)))
        except KinerjaError as refused:
            self.tell(refused)

    def lacking(self) -> str:
        """Says it beside the field; an empty string where something is typed."""
        bare = not self._words()
        self._field.fault.set_text("Kata pada lembar belum diisi." if bare else "")
        return _NOT_GIVEN if bare else ""

    def told(self) -> str:
        """What helps."""
        return "Yang membantu: lembar pemulihan kantor."

    def help(self, office: Office, pengguna: str) -> str:
        """The code. Raises what `password_help.help_by_sheet` raises."""
        return password_help.help_by_sheet(office, pengguna, self._words())

    def tell(self, refused: KinerjaError) -> None:
        """Below the words."""
        self._field.fault.set_text(messages.sentence(refused))

    def _words(self) -> list[str]:
        return re.findall(r"[a-z]+", self.first.toPlainText().casefold())


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
        self.setLayout(column(FormField(f"Penolong {number}", self._who), self.field, space=4))

    def name(self) -> str:
        """Whom the list names."""
        return self._who.currentText()

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
