"""Periksa Dokumen from the menu, as the foot of every paper says: the card of the tab Periksa Keutuhan for everyone."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.integrity.document_card import DocumentCard
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea

_HEIGHT = 350


def document_dialog(parent: QWidget, desk: Desk) -> Dialog:
    """Made each time it is asked for; it changes nothing."""
    dialog = Dialog(parent, "Periksa Dokumen", "Apakah kertas ini asli dan versi terakhir?")
    dialog.cancel.setText("Tutup")
    card = DocumentCard(desk, lambda error: dialog.show_fault(messages.sentence(error)), titled=False)
    area = ScrollArea(card)  # an answer with many figures is longer than a dialog may be
    bar = area.verticalScrollBar()

    def show_answer() -> None:
        bar.setValue(card.answer_top)  # its first word in sight, however much comes after it

    bar.rangeChanged.connect(show_answer)
    card.answered.connect(show_answer)
    card.answered.connect(lambda: dialog.show_fault(""))
    dialog.add_giving(area, _HEIGHT)
    card.kode.setFocus()
    return dialog
