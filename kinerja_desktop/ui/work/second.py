"""«Pejabat Kedua»: one more official types his own password for what is done by two; one line of words for each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import Berdua, KinerjaError, SecondNeeded, WrongLogin
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.safe_note import SafeNote

_WHY = (
    "{} oleh dua orang. Mintalah salah satu pejabat di bawah ini mengetik sandinya sendiri; "
    "namanya dicatat dalam riwayat kantor."
)
_WORDS = {
    Berdua.PERAN: ("Peran diberikan", "Setujui Pemberian", "Belum ada yang disimpan."),
    Berdua.PEMULIHAN: ("Data kantor dipulihkan", "Setujui Pemulihan", "Belum ada yang dipulihkan."),
}
"""What is done, the act of the second, what is said while he has not agreed."""
_WRONG = "Sandi pejabat ini tidak cocok. Periksa huruf besar, lalu coba lagi."
_SAFE = "Isian formulir tetap ada bila Anda membatalkan."


def ask_second(parent: QWidget, context: Callable[[], Context], needed: SecondNeeded) -> bool:
    """True where one of those who may be the second gave his password."""
    dialog = SecondDialog(parent, context, needed)
    given = bool(dialog.exec())
    dialog.deleteLater()
    return given


class SecondDialog(Dialog):
    """Who it is, and his password."""

    def __init__(self, parent: QWidget, context: Callable[[], Context], needed: SecondNeeded) -> None:
        done, act, self._nothing = _WORDS[needed.untuk]
        super().__init__(parent, "Pejabat Kedua", "Persetujuan pejabat kedua", sentence=_WHY.format(done))
        self._context, self._untuk = context, needed.untuk
        self._who = ComboBox("Pejabat kedua")
        self._who.setObjectName("pejabat_kedua")
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for pengguna, shown in needed.pejabat:
            self._who.addItem(shown, pengguna)
        self._sandi = QLineEdit()
        self._sandi.setObjectName("sandi_kedua")
        self._sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = FormField("Sandi pejabat kedua", self._sandi)
        self._sandi.textEdited.connect(lambda _: self._field.fault.set_text(""))
        for part in (FormField("Pejabat kedua", self._who), self._field, SafeNote(_SAFE)):
            self.body.addWidget(part)
        agree = self.add_act(act)
        agree.setObjectName("setujui_pejabat_kedua")
        self._sandi.returnPressed.connect(agree.click)
        self.set_check(self._try)
        self._sandi.setFocus()

    def _try(self) -> str:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            auth.confirm_second(self._context(), self._who.currentData(), self._sandi.text(), self._untuk)
        except WrongLogin:
            self._field.fault.set_text(_WRONG)
            self._sandi.selectAll()
            self._sandi.setFocus()
            return self._nothing
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""
