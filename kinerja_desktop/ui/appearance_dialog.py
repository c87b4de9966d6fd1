"""«Ukuran dan Warna…» of the menu: how large this person wants the text, and in which colours."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.settings import Tampilan
from kinerja_desktop.services.settings_declared import BY_KEY
from kinerja_desktop.ui.appearance import PERCENTS, Chosen
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.form_field import FormField

_SENTENCE = "Berlaku untuk Anda saja di komputer ini, sejak sekarang dan setiap kali Anda masuk."
_SIZE_HINT = "Ctrl dan + memperbesar, Ctrl dan - memperkecil"


def ask_appearance(parent: QWidget, office: Tampilan, now: Chosen) -> Chosen | None:
    """What is wanted from now on; None where nothing was changed."""
    dialog = AppearanceDialog(parent, office, now)
    done = bool(dialog.exec())
    wanted = dialog.wanted()
    dialog.deleteLater()
    return wanted if done else None


class AppearanceDialog(Dialog):
    """The first choice of each is what the office chose for all."""

    def __init__(self, parent: QWidget, office: Tampilan, now: Chosen) -> None:
        super().__init__(parent, "Ukuran dan Warna", "Besar tulisan dan warna layar Anda", sentence=_SENTENCE)
        self._size, self._colours = ComboBox("Besar tulisan"), ComboBox("Warna layar")
        sizes = [(f"{one}%", one) for one in PERCENTS]
        colours = [(words, Mode(key)) for key, words in BY_KEY["tampilan.tema"].pilihan]
        fill(self._size, [(f"Seperti kantor ({office.skala}%)", None), *sizes], now.percent)
        own = {mode.value: words for words, mode in colours}[office.tema]
        fill(self._colours, [(f"Seperti kantor ({own.lower()})", None), *colours], now.mode)
        for name, field in (("besar_tulisan", self._size), ("warna_layar", self._colours)):
            field.setObjectName(name)
        self.body.addWidget(FormField("Besar tulisan", self._size, _SIZE_HINT))
        self.body.addWidget(FormField("Warna layar", self._colours))
        self.add_act("Pakai").setObjectName("pakai_tampilan")
        self._size.setFocus()

    def wanted(self) -> Chosen:
        """What stands in the fields."""
        mode = self._colours.currentData()
        return Chosen(self._size.currentData(), Mode(mode) if mode else None)
