"""The panel of Penugasan: the words on all slips, and the slip of the chosen seksi.

Once a seksi was ordered its panel tells what became of the order instead of the words that are still to be sent.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.services.assignment import CatatanPenugasan, IndikatorTugas, Sifat, TugasSeksi
from kinerja_desktop.services.history import Kejadian
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, empty, holder, row
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.side_panel import SidePanel
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.history import Timeline
from kinerja_desktop.ui.work.slip_sheets import sheets_button

WIDTH, WIDTH_NARROW = 400, 316
HAL, CATATAN = 200, 500
"""So many letters have room in the boxes of a slip."""


class SlipPanel(SidePanel):
    """``edited``: a person changed the words; `note` gives them.

    ``print_asked`` and ``take_back_asked`` concern the slip that was sent, ``sheets_asked`` all that were.
    """

    edited = Signal()
    print_asked = Signal()
    take_back_asked = Signal()
    sheets_asked = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._showing = False
        self._title = Label("Lembar Disposisi", TextStyle.PANEL_TITLE)
        self._hal = CounterTextEdit("Hal", limit=HAL, rows=1, most=2)
        self._sifat = Segmented([Segment(one.name, one.value) for one in Sifat], "Sifat")
        self._catatan = CounterTextEdit("Catatan", limit=CATATAN, hint="boleh kosong", rows=2, most=4)
        self._words, self._slip = holder(self._word_fields()), SlipCard()
        self._print = Button("Cetak Lembar", icon=Icon.CETAK)
        self._take_back = Button("Tarik", icon=Icon.URUNGKAN)
        self._sheets = sheets_button()
        self._acts = holder(column(row(self._print, self._take_back), self._sheets, space=8))
        for part in (self._title, self._words, self._slip):
            self.content.addWidget(part)
        self.set_foot(column(self._acts))
        self._name_parts()
        self._connect()

    def _word_fields(self) -> QGridLayout:
        sifat = column(Label("Sifat", TextStyle.BODY_500, buddy=self._sifat), 4, self._sifat)
        lines = (self._hal, holder(sifat), self._catatan)
        made = QGridLayout()
        made.setContentsMargins(0, 0, 0, 0)
        made.setVerticalSpacing(theme.px(8))
        for at, part in enumerate(lines):
            made.addWidget(part, at, 0)
        return made

    def _name_parts(self) -> None:
        for name, part in (
            ("hal", self._hal.field),
            ("sifat", self._sifat),
            ("catatan", self._catatan.field),
            ("cetak_lembar", self._print),
            ("tarik", self._take_back),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._hal.field.textChanged.connect(self._tell)
        self._sifat.chosen.connect(self._tell)
        self._catatan.field.textChanged.connect(self._tell)
        self._print.clicked.connect(self.print_asked)
        self._take_back.clicked.connect(self.take_back_asked)
        self._sheets.clicked.connect(self.sheets_asked)

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()

    # --- the words on all slips ------------------------------------------------------------------

    def show_note(self, catatan: CatatanPenugasan, usual: str) -> None:
        """Show the words; a field that says the same keeps its caret. ``usual`` is printed for an empty Hal."""
        self._showing = True
        self._hal.field.setPlaceholderText(usual)
        if _one_line(self._hal.text()) != catatan.hal:
            self._hal.set_text(catatan.hal)
        self._sifat.choose(catatan.sifat.name)
        if self._catatan.text().strip() != catatan.catatan:
            self._catatan.set_text(catatan.catatan)
        self._showing = False

    def note(self) -> CatatanPenugasan:
        return CatatanPenugasan(_one_line(self._hal.text()), Sifat[self._sifat.key()], self._catatan.text().strip())

    def fault(self) -> str:
        """Why the words cannot be sent, or an empty string."""
        faults = {"Hal": self._hal.fault(), "Catatan": self._catatan.fault()}
        return next((f"{field} {why}." for field, why in faults.items() if why), "")

    # --- the slip of one seksi -------------------------------------------------------------------

    def show_line(self, line: TugasSeksi | None, events: Sequence[Kejadian], today: date) -> None:
        """A line that was ordered shows its acts instead of the words that are to be sent."""
        sent = line is not None and line.ditugaskan is not None
        self._words.setVisible(not sent)
        self._acts.setVisible(sent)
        self._take_back.setVisible(line is not None and line.dapat_ditarik)
        if line is not None:
            self._take_back.setAccessibleName(f"Tarik tugas {line.seksi.nama}")
        self._slip.show_line(line, events, today)

    def set_narrow(self, *, narrow: bool) -> None:
        self.setFixedWidth(theme.px(WIDTH_NARROW if narrow else WIDTH))


class SlipCard(Card):
    """The slip of one seksi: to whom, until when, which indikator; its newest acts once it was sent."""

    def __init__(self) -> None:
        self._to, self._until = Label(style=TextStyle.BODY_500, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._obstacle, self._about = Strip(), Label("", TextStyle.BODY_500)
        self._indikator, self._history = IndikatorLines(), Timeline()
        self._before = Label("Riwayat", TextStyle.BODY_500)
        parts = (self._to, self._until, self._obstacle, 4, self._before, self._history, 6, self._about, self._indikator)
        super().__init__(column(*parts, space=4, edge=12), Ground.WELL)

    def show_line(self, line: TugasSeksi | None, events: Sequence[Kejadian], today: date) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self._to.setText(f"Kepada {line.kasubag or '(belum ada Kasubag)'}, {line.seksi.nama}")
        self._until.setText(f"Batas laporan {format_hari_waktu(line.batas_laporan, sekarang=today)}")
        self._until.setVisible(line.penghalang is None)
        why = messages.sentence(line.penghalang) if line.penghalang is not None else ""
        self._obstacle.set_spec(StripSpec(Tone.SALAH, Icon.SALAH, why) if why else None)
        self._before.setVisible(bool(events))
        self._history.set_events(events)
        self._about.setText(f"{len(line.indikator)} indikator yang dilaporkan")
        self._indikator.show_rows(line.indikator)


class IndikatorLines(QWidget):
    """Kode and name of each indikator, names under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[IndikatorTugas, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(3))
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)

    def show_rows(self, rows: tuple[IndikatorTugas, ...]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        empty(self._grid)
        for at, one in enumerate(rows):
            unit = f" ({one.satuan})" if one.satuan else ""
            self._grid.addWidget(Label(one.kode, ink=Ink.ACCENT), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(f"{one.nama}{unit}", wrap=True), at, 1)


def _one_line(text: str) -> str:
    """A subject is one line, however it was typed or pasted."""
    return " ".join(text.split())
