"""A paper that is made, looked at, printed or saved, and filed nowhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip, caution_strip

_WIDTH, _HEIGHT = 560, 640
"""Size of the pages where there is room."""


class PaperDialog(Dialog):
    """The pages with «Simpan» and «Cetak»; ``name`` is the proposed name of the saved file."""

    def __init__(
        self,
        parent: QWidget,
        heading: str,
        pdf: bytes,
        name: str,
        *,
        sentence: str = "",
        secret: bool = False,
        peringatan: Sequence[str] = (),
    ) -> None:
        from kinerja_desktop.ui.widgets.pdf_pages import PdfPages  # QtPdf comes with the first paper

        super().__init__(parent, heading, heading, sentence=sentence)
        self.cancel.setText("Tutup")
        self.pdf, self._name, self._secret = pdf, name, secret
        self.body.addWidget(Strip(caution_strip(peringatan)))
        pages = PdfPages(thumbs=False)
        pages.setMinimumWidth(theme.px(_WIDTH))
        self.rise_with_window()
        self.add_giving(pages, _HEIGHT)
        pages.set_pdf(pdf)
        self.save = Button("Simpan PDF…", icon=Icon.SIMPAN_PDF, act=True)
        self.print = Button("Cetak…", ButtonKind.PRIMARY, Icon.CETAK, act=True)
        self.save.setObjectName("simpan_kertas")
        self.print.setObjectName("cetak_kertas")
        self.add_plain(self.save)
        self._acts.addWidget(self.print)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.print.setFocus()

    def content(self) -> bytes:
        """What is saved."""
        return self.pdf

    def kept(self) -> None:
        """The paper was printed or saved."""

    def _print(self) -> None:
        from kinerja_desktop.ui.printer import print_pdf

        if print_pdf(self, self.pdf, self._name, secret=self._secret):
            self.kept()

    def _save(self) -> None:
        chosen = choose_target(self, self.windowTitle(), self._name)
        if not chosen:
            return
        try:
            save_file(chosen, self.content())
        except KinerjaError as refused:
            self.show_fault(messages.sentence(refused))
        else:
            self.show_done(f"Tersimpan di {chosen}.")
            self.kept()
