"""A password of one's own: in the place of a one-time code at the log-in, or of the present one («Ganti Sandi»)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, PasswordCommon, PasswordTooWeak, WrongLogin
from kinerja_desktop.domain.sandi import MIN_SANDI
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.ui.login import LoginPage
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.showing import set_shown

Store = Callable[[str, str], None]
"""Stores the new password; takes the old one (empty where none is asked for) and the new. Raises refusals."""
_FIRST = (
    "Buat sandi Anda sendiri",
    "Kode hanya berlaku sekali. Buat sandi yang hanya Anda tahu; Admin pun tidak dapat melihatnya.",
)
_AGAIN = ("Ganti sandi Anda", "Sandi yang baru berlaku mulai sekarang.")


def change_code(page: LoginPage, office: Office, pengguna: str, code: str) -> None:
    """Whoever came with a one-time code gives himself a password, and is let in with it."""
    dialog = OwnPasswordDialog(page, lambda _, baru: auth.replace_password(office, pengguna, code, baru), first=True)
    made, baru = bool(dialog.exec()), dialog.baru()
    dialog.deleteLater()
    if made:
        page.submit(baru)


def change_own(window: QWidget, ctx: Context) -> None:
    """«Ganti Sandi…» of the menu."""

    def store(lama: str, baru: str) -> None:
        auth.change_password(ctx, lama, baru)

    dialog = OwnPasswordDialog(window, store, first=False)
    dialog.exec()
    dialog.deleteLater()


class OwnPasswordDialog(Dialog):
    """``first``: no old password is asked for. ``baru()`` is what was stored."""

    def __init__(self, parent: QWidget, store: Store, *, first: bool) -> None:
        title = "Buat Sandi" if first else "Ganti Sandi"
        heading, sentence = _FIRST if first else _AGAIN
        super().__init__(parent, title, heading, sentence=sentence)
        self._store, self._not_done = store, "Sandi belum dibuat." if first else "Sandi belum diganti."
        hint = f"paling sedikit {MIN_SANDI} huruf, misalnya kalimat pendek"
        self._fields = {
            "sandi_lama": FormField("Sandi sekarang", _secret("sandi_lama")),
            "sandi_baru": FormField("Sandi baru", _secret("sandi_baru"), hint),
            "sandi_ulang": FormField("Sandi baru sekali lagi", _secret("sandi_ulang")),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
        set_shown(self._fields["sandi_lama"], shown=not first)
        act = self.add_act(title)
        act.setObjectName("simpan_sandi")
        self._line("sandi_ulang").returnPressed.connect(act.click)
        self.set_check(self._try)
        self._line("sandi_baru" if first else "sandi_lama").setFocus()

    def baru(self) -> str:
        return self._line("sandi_baru").text()

    def _line(self, name: str) -> QLineEdit:
        control = self._fields[name].control
        assert isinstance(control, QLineEdit)
        return control

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        if self.baru() != self._line("sandi_ulang").text():
            return self._tell("sandi_ulang", "Kedua sandi tidak sama. Ketik ulang.")
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._store(self._line("sandi_lama").text(), self.baru())
        except (PasswordTooWeak, PasswordCommon) as refused:
            return self._tell("sandi_baru", messages.sentence(refused))
        except WrongLogin:
            return self._tell("sandi_lama", "Sandi sekarang tidak cocok.")
        except KinerjaError as refused:
            return messages.sentence(refused)
        finally:
            QApplication.restoreOverrideCursor()
        return ""

    def _tell(self, name: str, sentence: str) -> str:
        self._fields[name].fault.set_text(sentence)
        self._line(name).selectAll()
        self._line(name).setFocus()
        return self._not_done


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
