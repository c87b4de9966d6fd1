"""The panel beside a grid that is filled, for its current row: notes, warning, formula, texts, evidence, no data."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.lembar import Sel
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator
from kinerja_desktop.domain.sel import CellState, JenisPesan, judul_bersama
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.side_panel import SidePanel
from kinerja_desktop.ui.work.cells import kind_of
from kinerja_desktop.ui.work.evidence_lines import EvidenceLines
from kinerja_desktop.ui.work.panel_parts import FormulaCard, NotesToRepair, PanelHeading, WarningCard, ticked_ids
from kinerja_desktop.ui.work.sheet import Sheet
from kinerja_desktop.ui.work.texts import IndikatorTexts

WIDTH, WIDTH_NARROW = 330, 300


class FigurePanel(SidePanel):
    """``worded`` and ``noted`` carry the whole content of a row, ``ticked_whole`` ids of ticked notes to the whole."""

    worded = Signal(object)
    noted = Signal(object)
    ticked_whole = Signal(tuple)
    confirm_asked = Signal()
    no_data_asked = Signal()
    evidence_asked = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._isi = IsiIndikator("")
        self._whole = Isi(())
        self._heading, self._warning, self._formula = PanelHeading(), WarningCard(), FormulaCard()
        self._notes = NotesToRepair()
        self._about, self._reason = Label(ink=Ink.TEXT_2, wrap=True), Label(wrap=True)
        self.texts = IndikatorTexts()
        self.evidence, self._button = EvidenceLines(), Button("Bukti", icon=Icon.BUKTI)
        self.lists_evidence = False
        """Whether the pieces stand in the panel, for whoever reads them; else they are behind the button alone."""
        self._no_data = Button("Tidak ada data…")
        self._formula_link = Button("Dari mana angka ini?", ButtonKind.LINK)
        for part in (
            self._heading,
            self._about,
            self._notes,
            self._warning,
            self._formula,
            self._reason,
            self.evidence,
            self.texts,
            self._formula_link,
        ):
            self.content.addWidget(part)
        self.set_foot(row(self._button, self._no_data))
        self._connect()

    def _connect(self) -> None:
        self._button.setObjectName("bukti")
        self._no_data.setObjectName("tidak_ada_data")
        for button in (self._button, self._no_data):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.texts.edited.connect(lambda: self.worded.emit(self.texts.content(self._isi)))
        self._notes.ticked.connect(self._tick)
        self._warning.confirm_asked.connect(self.confirm_asked)
        self._no_data.clicked.connect(self.no_data_asked)
        self._button.clicked.connect(self.evidence_asked)
        self._formula_link.clicked.connect(lambda: self._formula.setVisible(self._formula.isHidden()))

    def show_row(
        self,
        sheet: Sheet,
        kode: str,
        kembali: TandaKembali | None,
        triwulan: Triwulan | None,
        *,
        about: str = "",
        editable: bool,
        narrow: bool,
        typing: bool = False,
    ) -> None:
        """Show a row; while the same row stays, carets and scrolling stay. ``about`` is a line below its name.

        While somebody is ``typing`` its figure, half of it is judged: the cards above the texts wait for the whole, so
        that no text moves away from the mouse.
        """
        baris, isi, sel = sheet.baris[kode], sheet.isi.of(kode), sheet.sel[kode]
        self._isi = isi
        self._heading.show_for(kode, baris.indikator.nama, kind_of(baris) if narrow else "")
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._whole = sheet.isi
        self._notes.show_notes(
            (*baris.catatan, *sheet.umum),
            kembali.waktu_teks if kembali else "",
            (*isi.perbaikan, *sheet.isi.perbaikan),
            editable=editable,
        )
        if typing:
            self._follow_formula(sel)
        else:
            self._show_warning(sel, isi, editable=editable)
            self._show_formula(sel, narrow=narrow)
            self._show_reason(baris, sel, isi)
        if triwulan is not None:
            self.evidence.show_evidence(isi.bukti if self.lists_evidence else (), triwulan)
        self.texts.show_for(isi, editable=editable, of=triwulan)
        self._show_foot(baris, sel, isi, editable=editable)

    def _tick(self, note: Catatan, done: bool) -> None:  # noqa: FBT001 - the signature of the signal
        if note.kode is None:
            self.ticked_whole.emit(ticked_ids(self._whole.perbaikan, note.id, done=done))
        else:
            self.noted.emit(replace(self._isi, perbaikan=ticked_ids(self._isi.perbaikan, note.id, done=done)))

    def _show_warning(self, sel: Sel, isi: IsiIndikator, *, editable: bool) -> None:
        warned = [pesan for pesan in sel.pesan if pesan.jenis is JenisPesan.PERINGATAN]
        self._warning.setVisible(bool(warned))
        if warned:
            alasan = "" if sel.peringatan else isi.alasan_peringatan or ""
            judul = judul_bersama(warned)
            self._warning.show_warning(judul, " ".join(p.teks for p in warned), alasan, editable=editable)

    def _follow_formula(self, sel: Sel) -> None:
        """A formula that is shown goes with what is typed."""
        if sel.rumus and not self._formula.isHidden():
            self._formula.show_lines(sel.rumus)

    def _show_formula(self, sel: Sel, *, narrow: bool) -> None:
        self._formula.show_lines(sel.rumus)
        self._formula.setVisible(bool(sel.rumus) and not narrow)
        self._formula_link.setVisible(bool(sel.rumus) and narrow)

    def _show_reason(self, baris: BarisLembar, sel: Sel, isi: IsiIndikator) -> None:
        words = ""
        if baris.terkunci:
            words = "Indikator ini diukur sekali setahun, pada Triwulan IV."
        elif sel.state is CellState.TIDAK_ADA_DATA:
            words = f"Tidak ada data: {isi.alasan_kosong}"
        self._reason.setText(words)
        self._reason.setVisible(bool(words))

    def _show_foot(self, baris: BarisLembar, sel: Sel, isi: IsiIndikator, *, editable: bool) -> None:
        self._button.setText(f"Bukti ({len(isi.bukti)})")
        self._no_data.setText("Ubah alasan…" if sel.state is CellState.TIDAK_ADA_DATA else "Tidak ada data…")
        allow(self._no_data, "" if editable and not baris.terkunci else "Isian ini terkunci.")

    def focus_evidence(self) -> None:
        self._button.setFocus()

    def set_narrow(self, *, narrow: bool) -> None:
        self.setFixedWidth(theme.px(WIDTH_NARROW if narrow else WIDTH))
