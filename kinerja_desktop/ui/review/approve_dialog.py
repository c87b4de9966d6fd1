"""The dialog that approves a report: three ticks by hand, a word if wanted, one's own password.

For one's own report the word becomes the reason of a recorded exception. The page approves inside the check.
"""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.realisasi import MIN_ALASAN
from kinerja_desktop.services.review import Centang
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.draft_papers import look_button
from kinerja_desktop.ui.work.password import PasswordAgain
from kinerja_desktop.ui.work.question import Question

MAKS_CATATAN = 2000


class ApproveDialog(Dialog):
    """See the module. ``exception``: the report is one's own and nobody else could check it."""

    def __init__(self, parent: QWidget, question: Question, password: PasswordAgain, *, exception: bool) -> None:
        super().__init__(parent, "Setujui", question.heading, about=question.about, sentence=question.sentence)
        self._exception = exception
        self.ticks = {centang: Tick(centang.value) for centang in Centang}
        self.text = self._text_field()
        self.password = password
        self.body.addWidget(Label("Tandai yang sudah Anda periksa", TextStyle.BODY_500))
        self.body.addLayout(column(*self.ticks.values()))
        self.body.addWidget(self.text)
        self.body.addWidget(self.password)
        self.cautions = Strip()
        self.body.insertWidget(0, self.cautions)
        self.look = look_button()
        self._acts.addWidget(self.look)
        self.act = self.add_act("Setujui Laporan", ButtonKind.PRIMARY, Icon.SETUJUI)
        self._connect()
        self._judge()

    def _text_field(self) -> CounterTextEdit:
        if not self._exception:
            return CounterTextEdit("Catatan", limit=MAKS_CATATAN, hint="boleh kosong", rows=1, most=3)
        hint = f"wajib, paling sedikit {MIN_ALASAN} huruf"
        return CounterTextEdit("Alasan pengecualian", limit=MAKS_CATATAN, least=MIN_ALASAN, hint=hint, rows=2, most=3)

    def _connect(self) -> None:
        for centang, tick in self.ticks.items():
            tick.setObjectName(centang.name.casefold())
            tick.toggled.connect(lambda _: self._judge())
        self.text.field.setObjectName("catatan")
        self.act.setObjectName("setujui_laporan")
        self.text.field.textChanged.connect(self._judge)
        self.password.field.returnPressed.connect(self._go_on)
        next(iter(self.ticks.values())).setFocus()

    def _judge(self) -> None:
        missing = [tick.text() for tick in self.ticks.values() if not tick.isChecked()]
        fault = self.text.fault()
        allow(self.act, f"Belum ditandai: {'; '.join(missing)}." if missing else fault)

    def _go_on(self) -> None:
        """Enter in the password decides nothing: it leads to what is still to be done, at last to the act."""
        left = (tick for tick in self.ticks.values() if not tick.isChecked())
        next(left, self.act if self.act.isEnabled() else self.text.field).setFocus()

    def ticked(self) -> tuple[Centang, ...]:
        return tuple(centang for centang, tick in self.ticks.items() if tick.isChecked())

    def catatan(self) -> str:
        return "" if self._exception else self.text.text().strip()

    def pengecualian(self) -> str:
        return self.text.text().strip() if self._exception else ""
