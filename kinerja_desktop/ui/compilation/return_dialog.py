"""The dialog that sends bahan back to the analyst: a reason, and a note to each indikator that needs one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.domain.realisasi import MIN_ALASAN
from kinerja_desktop.services.section_report import CatatanBaru
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.work.question import Question

MAKS_ALASAN = 2000


class ReturnBahanDialog(Dialog):
    """`alasan` and `catatan` give what was written."""

    def __init__(self, parent: QWidget, question: Question, rows: Sequence[tuple[str, str]], current: str) -> None:
        super().__init__(parent, "Kembalikan Bahan", question.heading, about=question.about, sentence=question.sentence)
        hint = f"wajib, paling sedikit {MIN_ALASAN} huruf"
        self._alasan = CounterTextEdit("Alasan", limit=MAKS_ALASAN, least=MIN_ALASAN, hint=hint, rows=2, most=4)
        self._alasan.field.setObjectName("alasan")
        self._notes = {kode: self._note(kode, nama) for kode, nama in rows}
        lines = [self._line(kode, nama) for kode, nama in rows]
        area = ScrollArea(holder(column(*lines, None, space=4)))
        self.body.addWidget(self._alasan)
        self.body.addWidget(Label("Catatan pada indikator (boleh kosong)", TextStyle.BODY_500))
        self.add_giving(area, 132)
        self.act = self.add_act("Kembalikan Bahan", ButtonKind.RETURN, Icon.KEMBALIKAN)
        self.act.setObjectName("kembalikan_bahan")
        self._alasan.field.textChanged.connect(self._judge)
        self._judge()
        self._alasan.setFocus()
        if current in self._notes:
            area.ensureWidgetVisible(self._notes[current])

    def _note(self, kode: str, nama: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"catatan_{kode}")
        made.setAccessibleName(f"Catatan {kode} {nama}")
        return made

    def _line(self, kode: str, nama: str) -> QWidget:
        name = WrappedLabel(nama)
        name.setFixedWidth(theme.px(236))
        line = row(Label(kode, ink=Ink.TEXT_2), name, self._notes[kode])
        line.setStretch(2, 1)
        return holder(line)

    def _judge(self) -> None:
        fault = self._alasan.fault()
        allow(self.act, f"Alasan: {fault}" if fault else "")

    def alasan(self) -> str:
        return self._alasan.text().strip()

    def catatan(self) -> list[CatatanBaru]:
        return [CatatanBaru(kode, text) for kode, field in self._notes.items() if (text := field.text().strip())]
