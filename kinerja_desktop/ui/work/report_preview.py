"""Preview of a report: the very PDF, what is chosen for the paper, and the acts that follow one another.

A number is given only after somebody ticked that he looked at every page. After that the same bytes are
printed and saved.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from kinerja_desktop.domain.laporan import Kertas
from kinerja_desktop.domain.numerals import terbilang
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.fields import ComboBox, LabelledChoice
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec

STEPS = ("Pratinjau", "Tetapkan dan beri nomor", "Cetak")


class ReportPreview(QWidget):
    """Signals carry what the person wants; the page that holds it does the acts."""

    back_asked = Signal()
    choice_changed = Signal()
    fix_asked = Signal(object)
    reopen_asked = Signal()
    print_asked = Signal()
    save_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._view: LaporanView | None = None
        self._steps = Label(ink=Ink.TEXT_2)
        self._back = IconButton(Icon.KEMBALI_KE, "Kembali ke penyusunan", framed=True)
        self._pages = PdfPages()
        self._make_fields()
        self._make_acts()
        split = Split(self._pages, self._panel())
        head = row(self._back, Label("Pratinjau", TextStyle.PANEL_TITLE), None, self._steps)
        whole = column(head, 8, split)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._connect()

    def _make_fields(self) -> None:
        self._paper, self._number = ComboBox("Ukuran kertas"), ComboBox("Nomor surat")
        for kertas in Kertas:
            self._paper.addItem(kertas.value, kertas)
        self._place = QLineEdit()
        self._place.setAccessibleName("Tempat")
        self._date = QDateEdit()
        self._date.setDisplayFormat("d MMMM yyyy")
        self._date.setCalendarPopup(True)  # Qt's own signature
        self._date.setAccessibleName("Tanggal surat")
        self._blank = QCheckBox("Tanggal ditulis tangan")
        self._signer, self._holds = Label(style=TextStyle.BODY_500, wrap=True), Chip()
        self._office, self._nip = Label(ink=Ink.TEXT_2, wrap=True), Label(ink=Ink.TEXT_2)
        self._checked = QCheckBox("Saya sudah memeriksa semua halaman.")
        self._checked.setObjectName("sudah_memeriksa")

    def _make_acts(self) -> None:
        self._warning = Strip()
        self._warning.set_spec(
            StripSpec(
                Tone.PERHATIAN,
                Icon.PERINGATAN,
                "Laporan ini menjadi final bersama nomor surat. Sesudah itu angka dan nama tidak berubah.",
            )
        )
        self._fix = Button("Tetapkan dan Beri Nomor", ButtonKind.PRIMARY, Icon.DISETUJUI, act=True)
        self._fix.setObjectName("tetapkan")
        self._print = Button("Cetak Draf", icon=Icon.CETAK)
        self._save = Button("Simpan PDF", icon=Icon.SIMPAN_PDF)
        self._word, self._sheet = Button("Word", ButtonKind.LINK), Button("Excel", ButtonKind.LINK)
        self._reopen = Button("Buka Kembali…", ButtonKind.RETURN)

    def _panel(self) -> SidePanel:
        panel = SidePanel(322)
        who = Card(column(row(self._signer, None, self._holds), 4, self._office, self._nip, edge=10), Ground.WELL)
        for part in (
            Label("Kertas dan tanda tangan", TextStyle.CARD_TITLE),
            LabelledChoice("Ukuran kertas", self._paper),
            Label("Tempat", ink=Ink.TEXT_2, buddy=self._place),
            self._place,
            Label("Tanggal surat", ink=Ink.TEXT_2, buddy=self._date),
            self._date,
            self._blank,
            Label("Penanda tangan", ink=Ink.TEXT_2),
            who,
            LabelledChoice("Nomor surat", self._number),
        ):
            panel.content.addWidget(part)
        panel.set_foot(
            column(
                self._checked,
                8,
                self._warning,
                8,
                self._fix,
                8,
                row(self._print, self._save),
                row(Label("Simpan juga sebagai", ink=Ink.TEXT_2), self._word, self._sheet, None),
                self._reopen,
            )
        )
        return panel

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._checked.toggled.connect(lambda _: self._judge())
        self._paper.activated.connect(lambda _: self.choice_changed.emit())
        self._number.activated.connect(lambda _: self.choice_changed.emit())
        self._place.editingFinished.connect(self.choice_changed)
        self._date.editingFinished.connect(self.choice_changed)
        self._blank.toggled.connect(lambda _: self.choice_changed.emit())
        self._fix.clicked.connect(lambda: self.fix_asked.emit(self.choice()))
        self._reopen.clicked.connect(self.reopen_asked)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(lambda: self.save_asked.emit(Format.PDF))
        self._word.clicked.connect(lambda: self.save_asked.emit(Format.DOCX))
        self._sheet.clicked.connect(lambda: self.save_asked.emit(Format.XLSX))

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: LaporanView) -> None:
        """Show what may be chosen and done; choices already made for this report stay."""
        fresh = self._view is None or (self._view.triwulan, self._view.versi) != (view.triwulan, view.versi)
        self._view = view
        fixed = view.status is Status.FIXED
        if fresh:
            self._set_choice(view)
        self._show_signer(view)
        for field in (self._paper, self._place, self._date, self._blank, self._number, self._checked):
            field.setEnabled(not fixed)
        self._fix.setVisible(Action.FIX in view.boleh)
        self._checked.setVisible(Action.FIX in view.boleh)
        self._warning.setVisible(Action.FIX in view.boleh)
        self._reopen.setVisible(Action.REOPEN in view.boleh)
        self._print.setText("Cetak" if fixed else "Cetak Draf")
        at = 2 if fixed else 0
        self._steps.setText("  —  ".join(f"{'●' if n == at else '○'} {n + 1} {step}" for n, step in enumerate(STEPS)))
        self._judge()

    def _set_choice(self, view: LaporanView) -> None:
        chosen = view.pilihan
        if view.dokumen is not None:
            chosen = replace(chosen, tanggal=view.dokumen.tanggal)
        self._paper.setCurrentIndex(self._paper.findData(chosen.kertas))
        self._place.setText(chosen.tempat)
        if chosen.tanggal is not None:
            self._date.setDate(QDate(chosen.tanggal.year, chosen.tanggal.month, chosen.tanggal.day))
        self._number.clear()
        self._number.addItem(view.nomor_berikut.format("…"), False)  # noqa: FBT003  # user data of Qt
        self._number.addItem("Nomor menyusul (ditulis tangan)", True)  # noqa: FBT003  # user data of Qt
        self._checked.setChecked(False)

    def _show_signer(self, view: LaporanView) -> None:
        official = view.penandatangan
        self._signer.setText(official.nama)
        self._holds.set_spec(ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "Jabatan berlaku"))
        rank = f" · {official.pangkat}" if official.pangkat else ""
        self._office.setText(f"{' '.join(official.baris_jabatan).rstrip(',').title()}{rank}")
        self._nip.setText("NIP terisi, disamarkan di layar" if official.nip else "Tanpa NIP")

    def _judge(self) -> None:
        self._fix.setEnabled(self._checked.isChecked() and bool(self._pdf))
        self._fix.setToolTip("" if self._fix.isEnabled() else "Centang dahulu bahwa semua halaman sudah diperiksa.")

    # --- answers ---------------------------------------------------------------------------------

    def set_pdf(self, pdf: bytes) -> None:
        """Show finished pages."""
        self._pdf = pdf
        self._pages.set_pdf(pdf)
        count = self._pages.page_count()
        self._checked.setText(f"Saya sudah memeriksa {terbilang(count)} halaman.")
        self._judge()

    def pdf(self) -> bytes:
        """The file that is shown."""
        return self._pdf

    def choice(self) -> Pilihan:
        """What the person chose for this paper."""
        day = self._date.date()
        return Pilihan(
            kertas=self._paper.currentData() or Kertas.F4,
            tempat=self._place.text().strip(),
            tanggal=None if self._blank.isChecked() else date(day.year(), day.month(), day.day()),
            nomor_menyusul=bool(self._number.currentData()),
        )
