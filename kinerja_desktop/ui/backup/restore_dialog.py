"""The question before a restore: the name of the office typed in full, the password again, the sheet if it is needed.

Nothing is restored here; `words` and the answer go to the page.
"""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.drill import read_sheet
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.password import PasswordAgain

_NOTHING = "Belum ada yang dipulihkan."


class RestoreDialog(Dialog):
    """``kantor`` is the name to type, ``keadaan`` the moment that the copy holds, ``password`` asks for the own one."""

    def __init__(self, parent: QWidget, kantor: str, keadaan: str, password: PasswordAgain, *, sheet: bool) -> None:
        wanted = kantor.upper()
        sentence = (
            f"Ketik **{wanted}** untuk memulihkan ke keadaan {keadaan}. "
            "Data sekarang disimpan dulu sebagai salinan pengaman. Sesudahnya semua orang masuk lagi."
        )
        super().__init__(parent, "Pulihkan", "Pulihkan data kantor", sentence=sentence)
        self._wanted, self._password, self._asks_sheet = wanted, password, sheet
        self._name, self._words = QLineEdit(), QPlainTextEdit()
        self._words.setFixedHeight(theme.px(72))
        self._words.setTabChangesFocus(True)
        browse = Button("Pilih Berkas…", ButtonKind.LINK)
        browse.clicked.connect(self._read_sheet)
        self._fields = {
            "nama_kantor": FormField("Nama kantor", self._name, "dengan huruf besar"),
            "sandi": password,
            "lembar": FormField("Kata pada lembar pemulihan", self._words, "24 kata, dipisah spasi", browse),
        }
        for name, field in self._fields.items():
            field.control.setObjectName(name)
            self.body.addWidget(field)
        set_shown(self._fields["lembar"], shown=sheet)
        self.add_act("Pulihkan", ButtonKind.PRIMARY, Icon.ULANGI).setObjectName("mulai_pulihkan")
        self.set_check(self._try)
        self._name.setFocus()

    def words(self) -> tuple[str, ...] | None:
        """The words of the sheet, None where it is not needed."""
        return tuple(re.findall(r"[a-z]+", self._words.toPlainText().lower())) if self._asks_sheet else None

    def _read_sheet(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Lembar pemulihan", "", "Teks (*.txt)")
        if not chosen:
            return
        try:
            self._words.setPlainText(" ".join(read_sheet(Path(chosen))))
        except KinerjaError as refused:
            self._fields["lembar"].fault.set_text(messages.sentence(refused))

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        if self._name.text().strip() != self._wanted:
            return self._tell("nama_kantor", f"Ketik {self._wanted} dengan lengkap.")
        try:
            self._password.confirm()
        except KinerjaError:
            return _NOTHING
        return ""

    def _tell(self, name: str, sentence: str) -> str:
        self._fields[name].fault.set_text(sentence)
        self._fields[name].control.setFocus()
        return _NOTHING
