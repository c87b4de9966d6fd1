"""Short dialogs about one person: an account, a new password, the last day of a jabatan."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError, NameTaken, PasswordCommon, PasswordTooWeak
from kinerja_desktop.domain.sandi import MIN_SANDI
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.showing import set_shown


class AccountDialog(Dialog):
    """User name (for a new account) and a password twice. ``store(pengguna, sandi)`` raises refusals."""

    def __init__(self, parent: QWidget, nama: str, pengguna: str | None, store: Callable[[str, str], None]) -> None:
        act = "Buat Akun" if pengguna is None else "Atur Ulang Sandi"
        sentence = "Sampaikan sandi ini langsung kepada yang bersangkutan, lalu minta ia menggantinya."
        super().__init__(parent, f"{act} – {nama}", f"{act} – {nama}", sentence=sentence)
        self._store, self._new = store, pengguna is None
        self._name, self._sandi, self._again = QLineEdit(pengguna or ""), QLineEdit(), QLineEdit()
        for kunci, field in (("pengguna", self._name), ("sandi_baru", self._sandi), ("sandi_ulang", self._again)):
            field.setObjectName(kunci)
        for field in (self._sandi, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._fields = (
            FormField("Nama pengguna", self._name, "huruf kecil tanpa spasi, misalnya siti"),
            FormField("Sandi baru", self._sandi, f"paling sedikit {MIN_SANDI} huruf, misalnya kalimat pendek"),
            FormField("Sandi baru sekali lagi", self._again),
        )
        for part in self._fields:
            self.body.addWidget(part)
        set_shown(self._fields[0], shown=self._new)
        self.add_act(act).setObjectName("simpan_akun")
        self.set_check(self._try)
        (self._name if self._new else self._sandi).setFocus()

    def _try(self) -> str:
        name, sandi, again = self._fields
        for field in self._fields:
            field.fault.set_text("")
        if self._sandi.text() != self._again.text():
            return _told(again, "Kedua sandi tidak sama. Ketik ulang.")
        try:
            self._store(self._name.text().strip(), self._sandi.text())
        except (NameTaken, FieldsRefused) as refused:
            return _told(name, messages.sentence(refused))
        except (PasswordTooWeak, PasswordCommon) as refused:
            return _told(sandi, messages.sentence(refused))
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""


class CloseDialog(Dialog):
    """The last day of somebody's jabatan. ``store(day)`` raises StillHolds while tasks wait."""

    def __init__(self, parent: QWidget, nama: str, today: date, store: Callable[[date], None]) -> None:
        sentence = (
            f"Peran {nama} berakhir sesudah tanggal ini. Nama tetap ada pada dokumen dan riwayat; "
            "data pegawai tidak dihapus."
        )
        super().__init__(parent, f"Tutup – {nama}", f"Tutup jabatan {nama}", sentence=sentence)
        self._store = store
        self._day = DateField("Hari terakhir", "sampai")
        self._day.set_day(today)
        self._field = FormField("Hari terakhir menjabat", self._day)
        self.body.addWidget(self._field)
        self.add_act("Tutup Jabatan", ButtonKind.PRIMARY).setObjectName("tutup_jabatan")
        self.set_check(self._try)
        self._day.setFocus()

    def _try(self) -> str:
        self._field.fault.set_text("")
        try:
            day = self._day.day()
            if day is None:
                return _told(self._field, "Isi hari terakhir menjabat.")
            self._store(day)
        except FieldsRefused as refused:
            return _told(self._field, messages.sentence(refused))
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""


def _told(field: FormField, sentence: str) -> str:
    field.fault.set_text(sentence)
    field.control.setFocus()
    return "1 isian perlu diperbaiki. Belum ada yang disimpan."
