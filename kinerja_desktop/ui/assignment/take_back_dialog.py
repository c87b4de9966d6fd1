"""Which orders are taken back: one tick per seksi that nobody acted upon yet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.assignment import TugasSeksi
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.tick import Tick

_SENTENCE = "Tugas yang ditarik hilang dari Kotak Tugas Kasubag dan dapat dikirim lagi."
_MOST, _LINE = 240, 30


class TakeBackDialog(Dialog):
    """`chosen` gives the seksi (kode) that are ticked; none is at first."""

    def __init__(self, parent: QWidget, lines: Sequence[TugasSeksi], about: str) -> None:
        super().__init__(parent, "Tarik Tugas", "Tugas mana yang ditarik?", about=about, sentence=_SENTENCE)
        self._boxes = {line.seksi.kode: self._box(line) for line in lines}
        area = ScrollArea(holder(column(*self._boxes.values(), None)))
        self.add_giving(area, min(_MOST, len(lines) * _LINE))
        self.act = self.add_act("Tarik Tugas", icon=Icon.URUNGKAN)
        self.act.setObjectName("tarik_terpilih")
        self._count()

    def _box(self, line: TugasSeksi) -> Tick:
        made = Tick(f"{line.seksi.nama} · {line.kasubag}" if line.kasubag else line.seksi.nama)
        made.setObjectName(f"tarik_{line.seksi.kode}")
        made.toggled.connect(lambda _: self._count())
        return made

    def chosen(self) -> tuple[str, ...]:
        return tuple(kode for kode, box in self._boxes.items() if box.isChecked())

    def _count(self) -> None:
        count = len(self.chosen())
        self.act.setText(f"Tarik {count} Tugas" if count else "Tarik Tugas")
        allow(self.act, "" if count else "Pilih tugas yang ditarik.")
