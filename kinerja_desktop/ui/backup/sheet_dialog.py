"""The recovery sheet, guided: what it is for, printed twice or saved as a text, and then kept in two safes.

The sheet is made when the first step is left. Its words are on no other page and are never shown again.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, PasswordNeeded, SecondNeeded, TooManyTries, WrongLogin
from kinerja_desktop.services import backup_keys, granting
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.compose import backups
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.printing import render
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.guided import GuidedDialog
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.password import PasswordAgain

STEPS = ("Guna lembar", "Cetak dua lembar", "Kunci di dua tempat")
USE, PRINT, KEEP = range(len(STEPS))
_FIRST = (
    "Lembar pemulihan berisi 24 kata yang membuka cadangan di komputer lain. Tanpa lembar itu cadangan hanya terbuka "
    "di komputer ini. Siapa yang memegangnya dapat membuka semua cadangan kantor."
)
_ANOTHER = (
    "Lembar yang lama tetap membuka cadangan yang sudah ada; simpan keduanya. Cadangan berikutnya hanya terbuka dengan "
    "lembar baru. Buat lembar baru bila lembar lama hilang atau dibaca orang lain."
)
_MADE = (
    "Lembar sudah dibuat: dua halaman dengan kata yang sama, untuk dua tempat. Cetak sekarang, sebab sesudah ini "
    "katanya tidak dapat ditampilkan lagi."
)
_TWICE = "Cetak **dua lembar**. Bila disimpan sebagai teks, cetak dari sana, lalu hapus berkasnya."
_KEEP = "Kunci kedua lembar di dua tempat yang berbeda. Jangan difoto dan jangan dikirim lewat percakapan."
_SAFE = "Data kantor tidak berubah. Lembar dibuat ketika «Lanjut» ditekan pada langkah 1, tidak sebelumnya."
_NOT_MADE = "Lembar belum dibuat."
_NOT_YET = "Lembar belum dicetak atau disimpan. Tekan sekali lagi bila memang tidak diperlukan."
_PLACES = ("Lembar 1 terkunci pada pimpinan kantor", "Lembar 2 terkunci pada Kasubag Perencanaan")


class SheetDialog(GuidedDialog):
    """``changes`` is what came of it: nothing where it was left before a sheet was made. ``pdf`` holds both sheets."""

    def __init__(self, page: WorkPage) -> None:
        another = backup_keys.has_sheet(page.ctx().office)
        super().__init__(
            page, "Lembar Pemulihan", "Buat lembar pemulihan baru" if another else "Lembar pemulihan", STEPS, safe=_SAFE
        )
        self.changes: Changes = frozenset()
        self.pdf, self._text, self._warned, self._ctx = b"", "", False, page.ctx
        self._password = PasswordAgain(page.ctx, FreshFor.RESTORE)
        about = Label(_ANOTHER if another else _FIRST, wrap=True)
        self.add_page(holder(column(about, 12, self._password, None)))
        self.add_page(self._printing())
        self.add_page(holder(self._keeping()))
        self._end = self.add_last_act("Selesai")
        self._end.setObjectName("selesai")
        self._count_places()
        self.begin()
        if not self._password.isHidden():
            self._password.field.setFocus()

    def _printing(self) -> QWidget:
        look = Button("Lihat dan Cetak…", icon=Icon.CETAK)
        look.setObjectName("lihat_lembar")
        look.clicked.connect(self._show_paper)
        return holder(column(Label(_MADE, wrap=True), 8, row(look, None), None))

    def _keeping(self) -> QVBoxLayout:
        self._places = tuple(Tick(place) for place in _PLACES)
        for at, place in enumerate(self._places, 1):
            place.setObjectName(f"lembar_{at}")
            place.toggled.connect(self._count_places)
        return column(Label(_KEEP, wrap=True), 8, *self._places, None)

    # --- walking ---------------------------------------------------------------------------------

    def leaving(self, at: int) -> str:
        return self._made() if at == USE else self._asked_once()

    def _made(self) -> str:
        """The sheet is made once, by whoever gives his password."""
        if self.pdf:
            return ""
        ctx = self._ctx()

        def make() -> None:
            sheet, self.changes = granting.new_sheet(ctx)
            self.pdf, self._text = render(backups.sheet_paper(ctx, sheet)), backup_keys.sheet_text(sheet)

        try:
            self._password.wanted_by(make)
        except (WrongLogin, PasswordNeeded, TooManyTries):  # said at the field
            return _NOT_MADE
        except SecondNeeded as needed:
            return messages.sentence(needed)
        except KinerjaError as refused:
            return f"{messages.sentence(refused)} {_NOT_MADE}"
        self.steps.set_done(USE, done=True)
        self.cancel.setText("Tutup")
        return ""

    def _asked_once(self) -> str:
        if self._warned or not self.pdf or self.steps.is_done(PRINT):
            return ""
        self._warned = True
        return _NOT_YET

    def _count_places(self) -> None:
        locked = all(place.isChecked() for place in self._places)
        self.steps.set_done(KEEP, done=locked)
        allow(self._end, "" if locked else "Centang kedua lembar sesudah dikunci.")

    def reject(self) -> None:
        """Closed at once where no sheet was made yet, or when its words are on paper or in a file."""
        fault = self._asked_once()
        if fault:
            self.show_fault(fault)
        else:
            super().reject()

    def _show_paper(self) -> None:
        dialog = SheetPaper(self, self.pdf, self._text)
        dialog.exec()
        if dialog.is_kept:
            self.steps.set_done(PRINT, done=True)
            self.show_fault("")
        dialog.deleteLater()


class SheetPaper(PaperDialog):
    """Both sheets with their words; ``is_kept`` once they are on paper or in a file."""

    def __init__(self, parent: QWidget, pdf: bytes, text: str) -> None:
        super().__init__(parent, "Lembar pemulihan", pdf, "lembar-pemulihan.txt", sentence=_TWICE, secret=True)
        self._text, self.is_kept = text, False
        self.save.setText("Simpan Teks…")
        self.print.setText("Cetak Dua Lembar…")

    def content(self) -> bytes:
        return self._text.encode()

    def kept(self) -> None:
        self.is_kept = True
