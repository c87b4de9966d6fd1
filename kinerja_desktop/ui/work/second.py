"""«Pejabat Kedua»: one more official types his own password before a role is given."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, WrongLogin
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.safe_note import SafeNote

_WHY = (
    "Peran diberikan oleh dua orang. Mintalah salah satu pejabat di bawah ini mengetik sandinya sendiri; "
    "namanya dicatat dalam riwayat kantor."
)
_WRONG = "Sandi pejabat ini tidak cocok. Periksa huruf besar, lalu coba lagi."
_SAFE = "Isian formulir tetap ada bila Anda membatalkan."


def ask_second(parent: QWidget, context: Callable[[], Context], able: Sequence[tuple[str, str]]) -> bool:
    """True where one of these (user name, name and title) gave his password."""
    dialog = SecondDialog(parent, context, able)
    given = bool(dialog.exec())
    dialog.deleteLater()
    return given


class SecondDialog(Dialog):
    """Who it is, and his password."""

    def __init__(self, parent: QWidget, context: Callable[[], Context], able: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, "Pejabat Kedua", "Persetujuan pejabat kedua", sentence=_WHY)
        self._context = context
        self._who = ComboBox("Pejabat kedua")
        self._who.setObjectName("pejabat_kedua")
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for pengguna, shown in able:
            self._who.addItem(shown, pengguna)
        self._sandi = QLineEdit()
        self._sandi.setObjectName("sandi_kedua")
        self._sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = FormField("Sandi pejabat kedua", self._sandi)
        self._sandi.textEdited.connect(lambda _: self._field.fault.set_text(""))
        for part in (FormField("Pejabat kedua", self._who), self._field, SafeNote(_SAFE)):
            self.body.addWidget(part)
        agree = self.add_act("Setujui Pemberian")
        agree.setObjectName("setujui_pemberian")
        self._sandi.returnPressed.connect(agree.click)
        self.set_check(self._try)
        self._sandi.setFocus()

    def _try(self) -> str:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            auth.confirm_second(self._context(), self._who.currentData(), self._sandi.text())
        except WrongLogin:
            self._field.fault.set_text(_WRONG)
            self._sandi.selectAll()
            self._sandi.setFocus()
            return "Belum ada yang disimpan."
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""
