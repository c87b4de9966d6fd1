"""Periksa Dokumen: is this paper ours, the last version and unchanged?

The answer begins with one word; a sheet that bears several papers has one for each.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import verification
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import read_file
from kinerja_desktop.services.verification import Hasil, Putusan
from kinerja_desktop.ui.choosing import PAPER, choose_file
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.job_card import JobCard

_LOOKS = {
    Putusan.SAH: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Putusan.DIGANTIKAN: (Tone.PERHATIAN, Icon.MUAT_ULANG, Shape.BOLD),
    Putusan.DITARIK: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    Putusan.TIDAK_DIKENAL: (Tone.SALAH, Icon.BANTUAN, Shape.FILL),
    Putusan.SALAH_KETIK: (Tone.PERHATIAN, Icon.PERINGATAN, Shape.FILL),
    Putusan.ISI_BERBEDA: (Tone.SALAH, Icon.SALAH, Shape.FILL),
    Putusan.SEGEL_RUSAK: (Tone.SALAH, Icon.SALAH, Shape.FILL),
    Putusan.RIWAYAT_COCOK: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Putusan.RIWAYAT_BERBEDA: (Tone.SALAH, Icon.SALAH, Shape.FILL),
}
_HINT = (
    "Kode dua belas huruf dan angka tercetak di samping kode QR. Tanda hubung boleh tidak ditulis. "
    "Tanda riwayat di bawahnya, seperti 350:9F3A11C2D04B, juga dapat diketik: ia membuktikan riwayat sampai saat itu."
)


class _Answer(QWidget):
    """Word, sentence and figures for one paper; nothing is seen before the first answer."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._sentence = Chip(), Label(style=TextStyle.FIGURE, wrap=True)
        self._figures = Label(ink=Ink.TEXT_2, wrap=True)
        self.setLayout(column(self._word, self._sentence, self._figures, space=8))
        names = ("putusan", "kalimat_putusan", "angka_putusan")
        for name, part in zip(names, (self._word, self._sentence, self._figures), strict=True):
            part.setObjectName(name)

    def fill(self, found: Hasil) -> None:
        """Show what was found."""
        tone, icon, shape = _LOOKS[found.putusan]
        self._word.set_spec(ChipSpec(tone, icon, found.putusan.value, shape))
        self._sentence.setText(messages.sentence(found.salah) if found.salah is not None else found.kalimat)
        told = [f"{name}: {value}" for name, value in found.angka]
        self._figures.setText("\n".join(["Cocokkan dengan kertas:", *told]) if told else "")


class DocumentCard(Card):
    """``refuse`` tells what could not be read; ``answered`` that an answer stands there."""

    answered = Signal()

    def __init__(self, desk: Desk, refuse: Callable[[KinerjaError], None], *, titled: bool = True) -> None:
        self._desk, self._refuse = desk, refuse
        self.kode = QLineEdit()
        self._look_up = Button("Periksa Kode", ButtonKind.PRIMARY, Icon.CARI)
        self._choose = Button("Pilih PDF atau Foto…", icon=Icon.PILIH_BERKAS)
        self._job = JobCard(desk.runner)
        self._asked = Label(ink=Ink.TEXT_2, wrap=True)
        self._answers = [_Answer()]
        self._below = column(*self._answers, space=16)
        field = FormField("Kode pada kertas", self.kode, "seperti K7QM-4TXP-9RWD")
        answer = column(self._asked, self._below, space=8)
        super().__init__(
            column(
                *((Label("Periksa Dokumen", TextStyle.PANEL_TITLE),) if titled else ()),
                Label(_HINT, ink=Ink.TEXT_2, wrap=True),
                field,
                row(self._look_up, Label("atau", ink=Ink.TEXT_2), self._choose, None),
                self._job,
                answer,
                None,
                space=12,
                edge=16,
            )
        )
        for name, part in (
            ("kode", self.kode),
            ("periksa_kode", self._look_up),
            ("pilih_pdf", self._choose),
        ):
            part.setObjectName(name)
        self.kode.returnPressed.connect(self._check_kode)
        self._look_up.clicked.connect(self._check_kode)
        self._choose.clicked.connect(self._ask_file)

    def say(self, sentence: str) -> None:
        """A sentence where the answer will stand."""
        self._asked.setText(sentence)

    @property
    def answer_top(self) -> int:
        """Where the answer begins, in the card's own measure; 0 as long as there is none."""
        return self._asked.y() if self._asked.text() else 0

    def _office(self) -> Context:
        return self._desk.context()

    def _check_kode(self) -> None:
        typed = self.kode.text().strip()
        if typed:
            self._show(f"Kode {typed}", verification.verify_kode(self._office().office, typed))

    def _ask_file(self) -> None:
        file = choose_file(self, "Dokumen yang diperiksa", PAPER)
        if not file:
            return
        office = self._office().office

        def job(_: Report) -> Hasil:
            return verification.verify_file(office, read_file(file))

        self._job.run("Membandingkan dengan arsip.", job, lambda found: self._show(file.name, found), self._refuse)

    def _show(self, asked: str, found: Hasil) -> None:
        self._asked.setText(asked)
        while len(self._answers) < len(found.semua):
            self._answers.append(_Answer())
            self._below.addWidget(self._answers[-1])
        for number, answer in enumerate(self._answers):
            answer.setVisible(number < len(found.semua))
        for answer, one in zip(self._answers, found.semua, strict=False):
            answer.fill(one)
        self.answered.emit()
