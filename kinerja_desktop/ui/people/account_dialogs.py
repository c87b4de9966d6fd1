"""Short dialogs about one person: a new account, the last day of a jabatan."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError, NameTaken, PasswordNeeded, WrongLogin
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.work.password import PasswordAgain

_NOTHING = "Belum ada yang disimpan."


class AccountDialog(Dialog):
    """The user name of a new account. ``store(pengguna)`` raises refusals; the code is shown by the page."""

    def __init__(self, parent: QWidget, nama: str, password: PasswordAgain, store: Callable[[str], None]) -> None:
        sentence = (
            "Program memberi kode untuk sekali masuk. Serahkan kode itu kepada yang bersangkutan; "
            "ia membuat sandinya sendiri. Akun dibuat dua orang: Anda dan satu pejabat lain."
        )
        super().__init__(parent, f"Buat Akun – {nama}", f"Buat Akun – {nama}", sentence=sentence)
        self._store, self._password = store, password
        self._name = QLineEdit()
        self._name.setObjectName("pengguna")
        self._field = FormField("Nama pengguna", self._name, "huruf kecil tanpa spasi, misalnya siti")
        self.body.addWidget(self._field)
        self.body.addWidget(password)
        self.add_act("Buat Akun").setObjectName("simpan_akun")
        self.set_check(self._try)
        self._name.setFocus()

    def _try(self) -> str:
        self._field.fault.set_text("")
        try:
            self._password.wanted_by(partial(self._store, self._name.text().strip()))
        except (NameTaken, FieldsRefused) as refused:
            return _told(self._field, messages.sentence(refused))
        except (WrongLogin, PasswordNeeded):
            return _NOTHING
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""


class CloseDialog(Dialog):
    """The last day of somebody's jabatan. ``store(day)`` raises StillHolds while tasks wait."""

    def __init__(
        self, parent: QWidget, nama: str, today: date, password: PasswordAgain, store: Callable[[date], None]
    ) -> None:
        sentence = (
            f"Peran {nama} berakhir sesudah tanggal ini. Nama tetap ada pada dokumen dan riwayat; "
            "data pegawai tidak dihapus."
        )
        super().__init__(parent, f"Tutup – {nama}", f"Tutup jabatan {nama}", sentence=sentence)
        self._store, self._password = store, password
        self._day = DateField("Hari terakhir", "sampai")
        self._day.set_day(today)
        self._field = FormField("Hari terakhir menjabat", self._day)
        self.body.addWidget(self._field)
        self.body.addWidget(password)
        self.add_act("Tutup Jabatan", ButtonKind.PRIMARY).setObjectName("tutup_jabatan")
        self.set_check(self._try)
        self._day.setFocus()

    def _try(self) -> str:
        self._field.fault.set_text("")
        try:
            day = self._day.day()
            if day is None:
                return _told(self._field, "Isi hari terakhir menjabat.")
            self._password.wanted_by(partial(self._store, day))
        except FieldsRefused as refused:
            return _told(self._field, messages.sentence(refused))
        except (WrongLogin, PasswordNeeded):
            return _NOTHING
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""


def _told(field: FormField, sentence: str) -> str:
    field.fault.set_text(sentence)
    field.control.setFocus()
    return f"1 isian perlu diperbaiki. {_NOTHING}"
