"""«Tidak ada data karena …»: one reason of a short list, and words. What the list holds is `domain.tanpa_data`."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.lembar import has_reason
from kinerja_desktop.domain.realisasi import MIN_ALASAN
from kinerja_desktop.domain.tanpa_data import LAINNYA, PILIHAN, parted, said
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox, CounterTextEdit, LabelledChoice, fill
from kinerja_desktop.ui.work.question import Question

_LIMIT = 2000


def ask_no_data(parent: QWidget, question: Question, before: str) -> str | None:
    """Ask why there is no figure; None when Batal. ``before`` is what was said already."""
    dialog = NoDataDialog(parent, question, before)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return dialog.reason() if accepted else None


class NoDataDialog(Dialog):
    """The act is enabled once a reason is chosen, and told in words where none of the list fits."""

    def __init__(self, parent: QWidget, question: Question, before: str) -> None:
        super().__init__(parent, "Tidak Ada Data", question.heading, about=question.about, sentence=question.sentence)
        sebab, kata = parted(before)
        self.choice = ComboBox("Tidak ada data karena")
        self.choice.setObjectName("sebab")
        fill(self.choice, [("(pilih sebabnya)", ""), *((one, one) for one in PILIHAN)], sebab)
        self.text = CounterTextEdit("Keterangan", limit=_LIMIT, hint=f"wajib untuk «{LAINNYA}»", rows=2, most=5)
        self.text.set_text(kata)
        self.body.addWidget(LabelledChoice("Tidak ada data karena …", self.choice))
        self.body.addWidget(self.text)
        self.act = self.add_act("Simpan Alasan")
        self.act.setObjectName("simpan_alasan")
        self.choice.currentIndexChanged.connect(lambda _: self._judge())
        self.text.field.textChanged.connect(self._judge)
        self._judge()
        self.choice.setFocus()

    def reason(self) -> str:
        return said(str(self.choice.currentData()), self.text.text())

    def _judge(self) -> None:
        fault = self.text.fault() or self._missing()
        allow(self.act, fault)

    def _missing(self) -> str:
        if not self.choice.currentData():
            return "Pilih sebabnya dahulu."
        return "" if has_reason(self.reason()) else f"Tulis sebabnya, paling sedikit {MIN_ALASAN} huruf."
