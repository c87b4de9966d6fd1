"""«Pejabat Kedua»: one more official types his own password for what is done by two; one line of words for each.

The office's recovery sheet stands for him where he cannot come. What only that way needs is loaded with the dialog.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import Berdua, KinerjaError, LembarSalah, SecondNeeded, WrongLogin
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.safe_note import SafeNote
from kinerja_desktop.ui.widgets.showing import set_shown

_WHY = (
    "{} oleh dua orang. Mintalah salah satu pejabat di bawah ini mengetik sandinya sendiri; "
    "namanya dicatat dalam riwayat kantor."
)
_WORDS = {
    Berdua.PERAN: ("Peran diberikan", "Setujui Pemberian", "Belum ada yang disimpan."),
    Berdua.AKUN: ("Akun dibuat", "Setujui Akun", "Akun belum dibuat."),
    Berdua.LEMBAR: ("Lembar pemulihan dibuat", "Setujui Lembar", "Lembar belum dibuat."),
    Berdua.LANJUT: ("Data yang berubah di luar program diterima", "Setujui Keputusan", "Keputusan belum dicatat."),
    Berdua.PEMULIHAN: ("Data kantor dipulihkan", "Setujui Pemulihan", "Belum ada yang dipulihkan."),
}
"""What is done, the act of the second, what is said while he has not agreed."""
_WRONG = "Sandi pejabat ini tidak cocok. Periksa huruf besar, lalu coba lagi."
_SHEET = "Lembar pemulihan kantor"
_SAFE = "Isian formulir tetap ada bila Anda membatalkan."


def _sentence(done: str, about: str) -> str:
    """Who agrees is told what to: his password counts for that alone."""
    return _WHY.format(done) + (f" Yang disetujui: **{about}**." if about else "")


def ask_second(parent: QWidget, context: Callable[[], Context], needed: SecondNeeded) -> bool:
    """True where one of those who may be the second gave his password."""
    dialog = SecondDialog(parent, context, needed)
    given = bool(dialog.exec())
    dialog.deleteLater()
    return given


class SecondDialog(Dialog):
    """Who it is, and his password; or the words of the sheet."""

    def __init__(self, parent: QWidget, context: Callable[[], Context], needed: SecondNeeded) -> None:
        from kinerja_desktop.services.backup_keys import has_sheet
        from kinerja_desktop.ui.backup.sheet_field import SheetField

        done, act, self._nothing = _WORDS[needed.untuk]
        super().__init__(parent, "Pejabat Kedua", "Persetujuan pejabat kedua", sentence=_sentence(done, needed.tentang))
        self._context, self._untuk = context, needed.untuk
        self._who = ComboBox("Pejabat kedua")
        self._who.setObjectName("pejabat_kedua")
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for pengguna, shown in needed.pejabat:
            self._who.addItem(shown, pengguna)
        if has_sheet(context().office):
            self._who.addItem(_SHEET)
        self._sheet = SheetField()
        self._sandi = QLineEdit()
        self._sandi.setObjectName("sandi_kedua")
        self._sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = FormField("Sandi pejabat kedua", self._sandi)
        self._sandi.textEdited.connect(lambda _: self._field.fault.set_text(""))
        for part in (FormField("Pejabat kedua", self._who), self._field, self._sheet, SafeNote(_SAFE)):
            self.body.addWidget(part)
        self._who.currentIndexChanged.connect(self._show_way)
        self._show_way()
        agree = self.add_act(act)
        agree.setObjectName("setujui_pejabat_kedua")
        self._sandi.returnPressed.connect(agree.click)
        self.set_check(self._try)
        self._sandi.setFocus()

    def _by_sheet(self) -> bool:
        return self._who.currentData() is None

    def _show_way(self) -> None:
        set_shown(self._field, shown=not self._by_sheet())
        set_shown(self._sheet, shown=self._by_sheet())
        self.show_fault("")

    def _try(self) -> str:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._confirm()
        except WrongLogin:
            self._field.fault.set_text(_WRONG)
            self._sandi.selectAll()
            self._sandi.setFocus()
            return self._nothing
        except LembarSalah as wrong:
            self._sheet.fault.set_text(messages.sentence(wrong))
            self._sheet.setFocus()
            return self._nothing
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""

    def _confirm(self) -> None:
        """Raises what `auth.confirm_second` or `granting.confirm_by_sheet` raises."""
        if self._by_sheet():
            from kinerja_desktop.services.granting import confirm_by_sheet

            confirm_by_sheet(self._context(), self._sheet.words(), self._untuk)
        else:
            auth.confirm_second(self._context(), self._who.currentData(), self._sandi.text(), self._untuk)
