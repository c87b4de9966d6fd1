"""Preview of a paper: the very PDF, what is chosen for the paper, and the acts that follow one another.

A number is given only after somebody ticked that he looked at every page. After that the same bytes are
printed and saved. What may be chosen and done arrives as a `Pratinjau`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Penandatangan
from kinerja_desktop.services.compose.deputies import Wakil
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.printing import Draf, Format
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Height, Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.fields import ComboBox, LabelledChoice, fill
from kinerja_desktop.ui.widgets.labels import IN_PANEL, Label, WrappedLabel
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec, caution_strip
from kinerja_desktop.ui.widgets.tick import Tick

_BY_HAND = "Tanggal ditulis tangan. Pilih Nomor surat yang lain untuk mencetak tanggal."
_FINAL = "Dokumen ini menjadi final bersama nomor surat. Sesudah itu angka dan nama tidak berubah."


class Nomor(Enum):
    """Who writes number and date on the paper."""

    PROGRAM = auto()
    MENYUSUL = auto()
    TANPA_TANGGAL = auto()


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What stands beside the pages. ``kunci`` tells one paper from another: choices made for it stay.

    ``tetap``: the pages are those of the paper that was fixed with ``nomor`` and ``pilihan``. ``nomor_berikut`` is
    empty for what never gets a number; ``penandatangan`` is None where nobody signs.
    """

    kunci: object
    pilihan: Pilihan
    penandatangan: Penandatangan | None
    nomor_berikut: str
    nomor: str
    tetap: bool
    boleh_tetapkan: bool
    boleh_buka: bool
    wakil: tuple[Wakil, ...] = ()
    """Who may sign for the one who signs."""
    format: tuple[Format, ...] = ()
    """Files that may be saved besides the PDF."""


class ReportPreview(QWidget):
    """Signals carry what the person wants; the page that holds it does the acts.

    ``again`` names the way back from a fixed paper; ``extra`` stands above the choices.
    """

    choice_changed = Signal()
    fix_asked = Signal(object)
    reopen_asked = Signal()
    print_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, again: str = "Buka Kembali…", extra: QWidget | None = None) -> None:
        super().__init__()
        self._pdf = b""
        self._view: Pratinjau | None = None
        self._again, self._extra = again, extra
        self._narrow = False
        self._pages = PdfPages()
        self._make_fields()
        self._drawn = self.choice()
        self._make_acts()
        self._side = self._panel()
        self._split = Split(self._pages, self._side, "pratinjau")
        self.setLayout(column(self._split))
        self.setFocusProxy(self._pages)
        self._name_parts()
        self._connect()

    def _make_fields(self) -> None:
        self._paper, self._number = ComboBox("Ukuran kertas"), ComboBox("Nomor surat")
        self._deputy = ComboBox("Yang menandatangani")
        for kertas in Kertas:
            self._paper.addItem(kertas.value, kertas)
        for choice in (self._paper, self._number, self._deputy):
            # a long number or name must not widen the panel
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place = QLineEdit()
        self._place.setAccessibleName("Tempat")
        self._date = DateField("Tanggal surat")
        for field in (self._place, self._date):
            field.setFixedHeight(theme.height(Height.CONTROL))
        self._signer, self._holds = WrappedLabel(style=TextStyle.BODY_500, unbroken=IN_PANEL), Chip()
        self._office, self._nip = Label(ink=Ink.TEXT_2, wrap=True), Label(ink=Ink.TEXT_2)
        self._checked = Tick("Saya sudah memeriksa semua halaman.")

    def _make_acts(self) -> None:
        self._cautions = Strip()
        self._cautions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._warning = Strip(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, _FINAL, shape=Shape.FILL))
        self._fix = Button("Tetapkan dan Beri Nomor", ButtonKind.PRIMARY, Icon.DISETUJUI, act=True)
        self._final = Button("Cetak", ButtonKind.PRIMARY, Icon.CETAK, act=True)
        self._print = Button("Cetak Draf", icon=Icon.CETAK)
        self._save = Button("Simpan PDF", icon=Icon.SIMPAN_PDF)
        self._word, self._sheet = Button("Word", ButtonKind.LINK), Button("Excel", ButtonKind.LINK)
        self._reopen = Button(self._again, ButtonKind.LINK)

    def _name_parts(self) -> None:
        for name, part in (
            ("kertas", self._paper),
            ("nomor", self._number),
            ("yang_menandatangani", self._deputy),
            ("tempat", self._place),
            ("tanggal", self._date),
            ("sudah_memeriksa", self._checked),
            ("peringatan_dokumen", self._cautions),
            ("tetapkan", self._fix),
            ("cetak", self._final),
            ("cetak_draf", self._print),
            ("simpan_pdf", self._save),
            ("simpan_word", self._word),
            ("simpan_excel", self._sheet),
            ("buka_kembali", self._reopen),
        ):
            part.setObjectName(name)

    def _panel(self) -> SidePanel:
        panel = SidePanel(322)
        who = column(self._deputy, 6, row(self._signer, self._holds, space=6), 2, self._office, self._nip)
        who.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        place = column(Label("Tempat", ink=Ink.TEXT_2, buddy=self._place), 4, self._place)
        day = column(Label("Tanggal surat", ink=Ink.TEXT_2, buddy=self._date), 4, self._date)
        where = row(place, day)
        where.setStretch(0, 8)
        where.setStretch(1, 11)
        self._who = holder(column(Label("Penanda tangan", ink=Ink.TEXT_2), 4, Card(who, Ground.WELL)))
        self._numbering = LabelledChoice("Nomor surat", self._number)
        self._also = holder(row(Label("Simpan juga sebagai", ink=Ink.TEXT_2), self._word, self._sheet, None, space=4))
        for part in (
            self._cautions,
            *((self._extra,) if self._extra is not None else ()),
            Label("Kertas dan tanda tangan", TextStyle.CARD_TITLE),
            LabelledChoice("Ukuran kertas", self._paper),
            holder(where),
            self._who,
            self._numbering,
            self._also,
        ):
            panel.content.addWidget(part)
        panel.content.setSpacing(theme.px(6))
        acts = column(self._checked, self._warning, self._fix, self._final, space=Space.CONTROLS)
        panel.set_foot(column(acts, 8, row(self._print, self._save), 4, self._reopen))
        return panel

    def areas(self) -> tuple[QWidget, ...]:
        """The pages, then what is chosen and done about them."""
        return (self._pages, self._side) if self._split.is_open() else (self._pages,)

    def toggle_panel(self) -> None:
        """F4."""
        self._split.toggle()

    def _connect(self) -> None:
        self._checked.toggled.connect(lambda _: self._judge())
        self._paper.activated.connect(lambda _: self.choice_changed.emit())
        self._deputy.activated.connect(lambda _: self._choose_deputy())
        self._number.activated.connect(lambda _: self._choose_number())
        self._place.editingFinished.connect(self._choose_anew)
        self._date.editingFinished.connect(self._choose_anew)
        self._fix.clicked.connect(lambda: self.fix_asked.emit(self.choice()))
        self._reopen.clicked.connect(self.reopen_asked)
        for printer in (self._print, self._final):
            printer.clicked.connect(self.print_asked)
        for button, fmt in ((self._save, Format.PDF), (self._word, Format.DOCX), (self._sheet, Format.XLSX)):
            button.clicked.connect(lambda _=False, fmt=fmt: self.save_asked.emit(fmt))

    def _choose_number(self) -> None:
        allow(self._date, _BY_HAND if self._dateless() else "")
        self._choose_anew()

    def _choose_deputy(self) -> None:
        if self._view is not None:
            self._show_signer(self._view)
        self._choose_anew()

    def _choose_anew(self) -> None:
        """Draw anew only where the choice is another one: leaving a field is no choice."""
        if self.choice() != self._drawn:
            self._drawn = self.choice()
            self.choice_changed.emit()

    def _dateless(self) -> bool:
        return bool(self._number.currentData() is Nomor.TANPA_TANGGAL)

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: Pratinjau) -> None:
        """Show what may be chosen and done; choices already made for this paper stay."""
        fresh = self._view is None or self._view.kunci != view.kunci
        self._view = view
        if fresh:
            self._set_choice(view)
        self._show_signer(view)
        for field in (self._paper, self._place, self._date, self._number, self._deputy, self._checked):
            allow(field, "Dokumen sudah ditetapkan." if view.tetap else "")
        for part in (self._fix, self._checked):
            set_shown(part, shown=view.boleh_tetapkan)
        set_shown(self._numbering, shown=bool(view.nomor_berikut))
        set_shown(self._reopen, shown=view.boleh_buka)
        set_shown(self._also, shown=bool(view.format))
        set_shown(self._word, shown=Format.DOCX in view.format)
        set_shown(self._sheet, shown=Format.XLSX in view.format)
        set_shown(self._final, shown=view.tetap or not view.nomor_berikut)
        set_shown(self._print, shown=not view.tetap and bool(view.nomor_berikut))
        self._judge()

    def _set_choice(self, view: Pratinjau) -> None:
        chosen = view.pilihan
        self._paper.setCurrentIndex(self._paper.findData(chosen.kertas))
        self._place.setText(chosen.tempat)
        if chosen.tanggal is not None:
            self._date.set_day(chosen.tanggal)
        himself = [("Pimpinan sendiri", "")]
        fill(self._deputy, [*himself, *((w.label, w.id) for w in view.wakil)], chosen.wakil)
        set_shown(self._deputy, shown=bool(view.wakil) and not view.tetap)
        self._number.clear()
        for nomor, words in _number_choices(view):
            self._number.addItem(words, nomor)
        self._checked.setChecked(False)
        self._drawn = self.choice()

    def _show_signer(self, view: Pratinjau) -> None:
        deputy = next((w.penandatangan for w in view.wakil if w.id == self._deputy.currentData()), None)
        official = deputy or view.penandatangan
        set_shown(self._who, shown=official is not None)
        if official is None:
            return
        self._signer.set_text(official.nama or "belum ada pejabat")
        holds = ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "Jabatan berlaku")
        nobody = ChipSpec(Tone.PERHATIAN, Icon.PERINGATAN, "Belum diisi")
        self._holds.set_spec(holds if official.nama.strip(".") else nobody)
        rank = f" · {official.pangkat}" if official.pangkat else ""
        self._office.setText(f"{official.baris_jabatan[-1].rstrip(',').title()}{rank}")
        self._nip.setText("NIP terisi, disamarkan di layar" if official.nip else "NIP belum diisi")

    def set_narrow(self, *, narrow: bool) -> None:
        """A low window keeps the warning for when it matters: after the box is ticked."""
        self._narrow = narrow
        self._judge()

    def _judge(self) -> None:
        may_fix = self._view is not None and self._view.boleh_tetapkan
        set_shown(self._warning, shown=may_fix and (self._checked.isChecked() or not self._narrow))
        no_pages = "" if self._pdf else "Halaman belum siap."
        unchecked = "" if self._checked.isChecked() else "Centang dahulu bahwa semua halaman sudah diperiksa."
        allow(self._fix, unchecked or no_pages)
        for button in (self._print, self._final, self._save):
            allow(button, no_pages)

    # --- answers ---------------------------------------------------------------------------------

    def set_draft(self, draft: Draf) -> None:
        """Show finished pages and what to look at; other pages than before were not looked at yet."""
        if draft.pdf != self._pdf:
            self._checked.setChecked(False)
        self._pdf = draft.pdf
        self._cautions.set_spec(caution_strip(draft.peringatan))
        self._pages.set_pdf(draft.pdf)
        count = self._pages.page_count()
        self._checked.setText(f"Saya sudah memeriksa {count} halaman.")
        self._judge()

    def set_fixed(self, draft: Draf) -> None:
        """Show the pages of what was just fixed; printing comes next."""
        self.set_draft(draft)
        self._final.setFocus()

    def pdf(self) -> bytes:
        """The file that is shown."""
        return self._pdf

    def choice(self) -> Pilihan:
        """What the person chose for this paper."""
        return Pilihan(
            kertas=self._paper.currentData() or Kertas.F4,
            tempat=self._place.text().strip(),
            tanggal=None if self._dateless() else self._date.day(),
            nomor_menyusul=self._number.currentData() in (Nomor.MENYUSUL, Nomor.TANPA_TANGGAL),
            wakil=str(self._deputy.currentData() or ""),
        )


def _number_choices(view: Pratinjau) -> Sequence[tuple[Nomor, str]]:
    if view.tetap:
        return ((Nomor.PROGRAM, view.nomor or "menyusul (ditulis tangan)"),)
    return (
        (Nomor.PROGRAM, view.nomor_berikut.format("…")),
        (Nomor.MENYUSUL, "Nomor menyusul (ditulis tangan)"),
        (Nomor.TANPA_TANGGAL, "Nomor dan tanggal ditulis tangan"),
    )
