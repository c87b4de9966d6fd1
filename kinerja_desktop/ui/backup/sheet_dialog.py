"""The recovery sheet: shown once, printed twice, perhaps saved as a text, and then kept in two safes."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.widgets.safe_note import SafeNote
from kinerja_desktop.ui.work.paper_dialog import PaperDialog

_SENTENCE = (
    "Lembar ini membuka cadangan di komputer lain dan tidak dapat ditampilkan lagi. Cetak **dua lembar**; simpan "
    "terkunci, satu pada pimpinan kantor, satu pada Kasubag Perencanaan."
)
_SAFE = "Data kantor tidak berubah. Cadangan yang sudah ada tetap terbuka dengan lembarnya sendiri."
_NOT_YET = "Lembar belum dicetak atau disimpan. Tekan Tutup sekali lagi bila memang tidak diperlukan."


class SheetDialog(PaperDialog):
    """``pdf`` holds both sheets, ``text`` the same words for a file; closing it unprinted is asked about once."""

    def __init__(self, parent: QWidget, pdf: bytes, text: str) -> None:
        super().__init__(parent, "Lembar pemulihan", pdf, "lembar-pemulihan.txt", sentence=_SENTENCE, secret=True)
        self._text, self._may_close = text, False
        self.body.addWidget(SafeNote(_SAFE))
        self.save.setText("Simpan Teks…")
        self.print.setText("Cetak Dua Lembar…")

    def content(self) -> bytes:
        return self._text.encode()

    def kept(self) -> None:
        self._may_close = True

    def reject(self) -> None:
        """Closed at once when the words are on paper or in a file."""
        if self._may_close:
            super().reject()
        else:
            self._may_close = True
            self.show_fault(_NOT_YET)
