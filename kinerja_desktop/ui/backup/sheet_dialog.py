"""The recovery sheet: shown once, printed twice, perhaps saved as a text, and then kept in two safes."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.backup.paper_dialog import PaperDialog

_SENTENCE = (
    "Tanpa lembar ini cadangan tidak dapat dibuka di komputer lain. Cetak **dua lembar**: satu disimpan pimpinan "
    "kantor, satu Kasubag Perencanaan, di tempat terkunci. Kata-kata ini tidak dapat ditampilkan lagi."
)
_NOT_YET = "Lembar belum dicetak atau disimpan. Tekan Tutup sekali lagi bila memang tidak diperlukan."


class SheetDialog(PaperDialog):
    """``pdf`` holds both sheets, ``text`` the same words for a file; closing it unprinted is asked about once."""

    def __init__(self, parent: QWidget, pdf: bytes, text: str) -> None:
        super().__init__(parent, "Lembar pemulihan", pdf, "lembar-pemulihan.txt", sentence=_SENTENCE, secret=True)
        self._text, self._may_close = text, False
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
