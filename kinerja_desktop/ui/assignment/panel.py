"""The panel of Penugasan: the words on all slips, and the slip of the chosen seksi as it will be sent."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kinerja_desktop import messages
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.services.assignment import CatatanPenugasan, Sifat, TugasSeksi
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, Ground, column
from kinerja_desktop.ui.widgets.fields import CounterTextEdit, Labelled
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.side_panel import SidePanel

WIDTH = 400


class SlipPanel(SidePanel):
    """``edited``: a person changed the words; `note` gives them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._showing = False
        self._hal = QLineEdit()
        self._hal.setObjectName("hal")
        self._hal.setMaxLength(MAKS_TEKS)
        self._sifat = Segmented([Segment(one.name, one.value) for one in Sifat], "Sifat")
        self._sifat.setObjectName("sifat")
        self._catatan = CounterTextEdit("Catatan", limit=MAKS_TEKS, hint="boleh kosong", rows=2, most=4)
        self._catatan.field.setObjectName("catatan")
        self._slip = SlipCard()
        for part in (Labelled("Hal", self._hal), Label("Sifat", TextStyle.BODY_500), self._sifat, self._catatan):
            self.content.addWidget(part)
        self.content.addWidget(self._slip)
        self._hal.textEdited.connect(self._tell)
        self._sifat.chosen.connect(self._tell)
        self._catatan.field.textChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()

    def show_note(self, catatan: CatatanPenugasan) -> None:
        """Show the words; a field that says the same keeps its caret."""
        self._showing = True
        if self._hal.text() != catatan.hal:
            self._hal.setText(catatan.hal)
        self._sifat.choose(catatan.sifat.name)
        if self._catatan.text() != catatan.catatan:
            self._catatan.set_text(catatan.catatan)
        self._showing = False

    def note(self) -> CatatanPenugasan:
        return CatatanPenugasan(self._hal.text().strip(), Sifat[self._sifat.key()], self._catatan.text().strip())

    def show_line(self, line: TugasSeksi | None, today: date) -> None:
        self._slip.show_line(line, today)


class SlipCard(Card):
    """The slip of one seksi: to whom, until when, which indikator."""

    def __init__(self) -> None:
        self._to, self._until = Label(style=TextStyle.BODY_500, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._listed = Label(wrap=True)
        self._title = Label("Lembar disposisi", TextStyle.BODY_700, Ink.TEXT_2)
        about = Label("Indikator yang dilaporkan", TextStyle.BODY_500)
        super().__init__(
            column(self._title, self._to, self._until, 4, about, self._listed, space=4, edge=12), Ground.WELL
        )

    def show_line(self, line: TugasSeksi | None, today: date) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self._to.setText(f"Kepada {line.kasubag or '(belum ada Kasubag)'}, {line.seksi.nama}")
        until = f"Batas laporan {format_hari_waktu(line.batas_laporan, sekarang=today)}"
        self._until.setText(messages.sentence(line.penghalang) if line.penghalang is not None else until)
        self._listed.setText("\n".join(f"{one.kode}  {one.nama} ({one.satuan})" for one in line.indikator))
