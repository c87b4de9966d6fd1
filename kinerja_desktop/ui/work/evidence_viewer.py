"""Looking at a piece of evidence inside the program: PDF by its pages, a picture with zoom; a copy of it to save.

No other program is ever started with a file: it comes from outside. Office documents are saved as a copy, which whoever
wants to may open. An address is handed to the browser.
"""

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.bukti import Bukti, JenisBukti
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import evidence
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.picture_view import PictureView
from kinerja_desktop.ui.work.page import WorkPage

_NO_VIEW = "Berkas {} tidak ditampilkan di sini."
_BROKEN = "Berkas ini tidak dapat ditampilkan."
_SAVE_FIRST = "Simpan salinannya, lalu buka salinan itu dengan program yang biasa dipakai."


def open_evidence(page: WorkPage, case_id: str, bukti: Bukti) -> None:
    """Show a piece of a berkas over the page; a refusal is told."""
    if bukti.jenis is JenisBukti.TAUTAN:
        QDesktopServices.openUrl(QUrl(bukti.nama))
    elif bukti.jenis is JenisBukti.BERKAS:
        page.when_free(lambda: _show_file(page, case_id, bukti))


def _show_file(page: WorkPage, case_id: str, bukti: Bukti) -> None:
    try:
        content = evidence.open_file(page.ctx(), case_id, bukti)
    except KinerjaError as error:
        page.refuse(error)
        return
    viewer = EvidenceViewer(page, bukti, content)
    viewer.exec()
    viewer.deleteLater()


class EvidenceViewer(Dialog):
    """The file in most of the window."""

    def __init__(self, parent: QWidget, bukti: Bukti, content: bytes) -> None:
        facts = (bukti.label, bukti.ukuran_teks, format_tanggal(bukti.tanggal) if bukti.tanggal else "")
        about = " · ".join((*filter(None, facts), f"kode berkas {bukti.kode}"))
        super().__init__(parent, "Bukti Dukung", bukti.nama, about=about)
        self._bukti, self._content = bukti, content
        self.cancel.setText("Tutup")
        save = Button("Simpan Salinan…", icon=Icon.SIMPAN_PDF, act=True)
        save.setObjectName("simpan_salinan")
        save.clicked.connect(self._save)
        self.add_plain(save)
        room = parent.window().size() - QSize(theme.px(Space.PAGE) * 6, theme.px(Space.PAGE) * 4)
        self.shown = _view_of(bukti, content)
        self.add_giving(self.shown, room.height())
        self.setFixedSize(room)  # a paper is read, not asked about
        self.shown.setFocus()

    def _save(self) -> None:
        chosen = choose_target(self, "Simpan Salinan Bukti", self._bukti.nama)
        if not chosen:
            return
        try:
            save_file(chosen, self._content)
        except KinerjaError as error:
            self.show_fault(messages.sentence(error))


def _view_of(bukti: Bukti, content: bytes) -> QWidget:
    if bukti.gambar:
        picture = PictureView(content)
        return picture if picture.is_readable() else EmptyState(_BROKEN, _SAVE_FIRST)
    if bukti.akhiran != "pdf":
        return EmptyState(_NO_VIEW.format(bukti.akhiran.upper()), _SAVE_FIRST)
    from kinerja_desktop.ui.widgets.pdf_pages import PdfPages

    pages = PdfPages()
    pages.set_pdf(content)
    return pages if pages.page_count() else EmptyState(_BROKEN, _SAVE_FIRST)
