"""The questions before a copy is tried or restored: the sheet where it is needed, the office's name, the password.

Nothing is tried or restored here; `words` and the answer go to the page.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, LembarSalah, SecondNeeded
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.ui.backup.sheet_field import SheetField
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.password import PasswordAgain

_NOTHING = "Belum ada yang dipulihkan."


class SheetQuestion(Dialog):
    """Asks for the words alone, for a copy that no key of this PC opens."""

    def __init__(self, parent: QWidget) -> None:
        sentence = "Salinan ini dikunci dengan kunci komputer lain. Lembar pemulihan kantor membukanya."
        super().__init__(parent, "Uji Cadangan", "Buka dengan lembar pemulihan", sentence=sentence)
        self._sheet = SheetField()
        self.body.addWidget(self._sheet)
        self.add_act("Uji Dulu", ButtonKind.PRIMARY, Icon.PERIKSA).setObjectName("mulai_uji")
        self._sheet.setFocus()

    def words(self) -> tuple[str, ...]:
        return self._sheet.words()


class RestoreDialog(Dialog):
    """``kantor`` is the name to type, ``keadaan`` the moment that the copy holds, ``password`` asks for the own one.

    ``hilang`` says what the copy does not hold; ``sheet`` asks for the words of the recovery sheet. ``hold`` raises
    where, with those words, a second official is wanted; he is then asked for in a dialog of his own.
    """

    def __init__(
        self,
        parent: QWidget,
        kantor: str,
        keadaan: str,
        hilang: str,
        password: PasswordAgain,
        *,
        hold: Callable[[tuple[str, ...] | None], None],
        sheet: bool,
    ) -> None:
        wanted = kantor.upper()
        sentence = (
            f"Ketik **{wanted}** untuk memulihkan ke keadaan {keadaan}. {hilang} "
            "Data sekarang disimpan dulu sebagai salinan pengaman. Sesudahnya semua orang masuk lagi."
        )
        super().__init__(parent, "Pulihkan", "Pulihkan data kantor", sentence=sentence)
        self._wanted, self._password, self._hold, self._asks_sheet = wanted, password, hold, sheet
        self._name, self._sheet = QLineEdit(), SheetField()
        self._fields = {
            "nama_kantor": FormField("Nama kantor", self._name, "dengan huruf besar"),
            "sandi": password,
        }
        for name, field in self._fields.items():
            field.control.setObjectName(name)
            self.body.addWidget(field)
        self.body.addWidget(self._sheet)
        set_shown(self._sheet, shown=sheet)
        self.add_act("Pulihkan", ButtonKind.PRIMARY, Icon.ULANGI).setObjectName("mulai_pulihkan")
        self.set_check(self._try)
        self._name.setFocus()

    def words(self) -> tuple[str, ...] | None:
        """The words of the sheet, None where it is not needed."""
        return self._sheet.words() if self._asks_sheet else None

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        if composed(self._name.text().strip()) != composed(self._wanted):
            return self._tell("nama_kantor", f"Ketik {self._wanted} dengan lengkap.")
        try:
            self._password.wanted_by(lambda: self._hold(self.words()))
        except SecondNeeded as needed:
            return messages.sentence(needed)
        except LembarSalah as wrong:
            return f"{messages.sentence(wrong)} {_NOTHING}"
        except KinerjaError:
            return _NOTHING
        return ""

    def _tell(self, name: str, sentence: str) -> str:
        self._fields[name].fault.set_text(sentence)
        self._fields[name].control.setFocus()
        return _NOTHING
