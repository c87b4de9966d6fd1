"""The own password once more, before an act of weight: a field for dialogs that do one, and a small dialog of its own.

It is asked for only where it was not given for the same kind of act a moment ago (``services.context.FRESH_MS``), so
whoever approves six reports in a row types it once. Whether it is needed is decided by the service, here only shown.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, PasswordNeeded, SecondNeeded, WrongLogin
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import FRESH_MS, Context, FreshFor, is_fresh
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.second import ask_second

_WRONG = "Sandi Anda tidak cocok."


class PasswordAgain(FormField):
    """«Sandi Anda»; hidden while it need not be asked for."""

    def __init__(self, context: Callable[[], Context], untuk: FreshFor) -> None:
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__("Sandi Anda", self.field, f"berlaku {FRESH_MS // 60_000} menit untuk pekerjaan sejenis")
        self.field.setObjectName("sandi")
        self.field.textEdited.connect(lambda _: self.fault.set_text(""))
        self._context, self._untuk = context, untuk
        self.ask(wanted=True)

    def ask(self, *, wanted: bool) -> None:
        """Show the field where the act at hand wants a password and none was given a moment ago."""
        set_shown(self, shown=wanted and not is_fresh(self._context(), self._untuk))

    def confirm(self) -> None:
        """Hold that the password was given. Raises WrongLogin, PasswordNeeded, TooManyTries; says it at the field."""
        if is_fresh(self._context(), self._untuk):
            return
        try:
            self._give()
        except KinerjaError as refused:
            self.ask(wanted=True)
            self.fault.set_text(_WRONG if isinstance(refused, WrongLogin) else messages.sentence(refused))
            self.field.selectAll()
            self.field.setFocus()
            raise

    def wanted_by(self, deed: Callable[[], None]) -> None:
        """Do an act that may ask for the password, and for that of a second official: it is done again once given.

        Raises what both raise.
        """
        try:
            self._by_password(deed)
        except SecondNeeded as needed:
            if not ask_second(self, self._context, needed):
                raise
            self._by_password(deed)

    def _by_password(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except PasswordNeeded:
            self.confirm()
            deed()

    def _give(self) -> None:
        if self.isHidden() or not self.field.text():
            raise PasswordNeeded
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            auth.confirm_password(self._context(), self.field.text(), self._untuk)
        finally:
            QApplication.restoreOverrideCursor()


def ask_password(parent: QWidget, context: Callable[[], Context], untuk: FreshFor, title: str, sentence: str) -> bool:
    """True where the password was given a moment ago, or is given now."""
    if is_fresh(context(), untuk):
        return True
    dialog = _PasswordDialog(parent, context, untuk, title, sentence)
    given = bool(dialog.exec())
    dialog.deleteLater()
    return given


class _PasswordDialog(Dialog):
    def __init__(
        self, parent: QWidget, context: Callable[[], Context], untuk: FreshFor, title: str, sentence: str
    ) -> None:
        super().__init__(parent, title, "Ketik sandi Anda", sentence=sentence)
        self._password = PasswordAgain(context, untuk)
        self.body.addWidget(self._password)
        go_on = self.add_act("Lanjut")
        go_on.setObjectName("lanjut")
        self._password.field.returnPressed.connect(go_on.click)
        self.set_check(self._try)
        self._password.field.setFocus()

    def _try(self) -> str:
        try:
            self._password.confirm()
        except KinerjaError:
            return "Belum ada yang dikerjakan."
        return ""
