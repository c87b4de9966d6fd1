"""The recovery sheet: its words once on the screen, to be saved, printed and kept in a safe."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog

_SENTENCE = (
    "Tanpa lembar ini cadangan tidak dapat dibuka di komputer lain. Simpan ke flashdisk, cetak, "
    "lalu kunci lembarnya di lemari. Kata-kata ini tidak dapat ditampilkan lagi."
)


class SheetDialog(Dialog):
    """``text`` is the sheet as it is printed."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent, "Lembar Pemulihan", "Lembar pemulihan baru", sentence=_SENTENCE)
        self.cancel.setText("Tutup")
        self._text = text
        shown = QPlainTextEdit(text)
        shown.setObjectName("isi_lembar")
        shown.setAccessibleName("Isi lembar pemulihan")
        shown.setReadOnly(True)
        shown.setMinimumHeight(theme.px(200))
        self.body.addWidget(shown)
        save = Button("Simpan Lembar…", icon=Icon.SIMPAN_PDF, act=True)
        save.setObjectName("simpan_lembar")
        save.clicked.connect(self._save)
        printing = Button("Cetak Lembar…", icon=Icon.CETAK, act=True)
        printing.setObjectName("cetak_lembar")
        printing.clicked.connect(self._print)
        self.add_plain(save)
        self.add_plain(printing)
        printing.setFocus()

    def _print(self) -> None:
        from kinerja_desktop.ui.printer import print_text

        print_text(self, self._text, "Lembar pemulihan")

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Simpan Lembar", "lembar-pemulihan.txt", "Teks (*.txt)")
        if not chosen:
            return
        try:
            save_file(Path(chosen), self._text.encode("utf-8"))
        except KinerjaError as refused:
            self.show_fault(messages.sentence(refused))
