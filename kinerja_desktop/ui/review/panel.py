"""The panel of Pemeriksaan for the current row: formula, versions, notes, evidence, words, and one's own note."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal

from kinerja_desktop.domain.jejak import trace
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.sel import JenisPesan, judul_bersama
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.review import BarisPeriksa, CatatanLalu, VersiLaporan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import column, empty, holder, row
from kinerja_desktop.ui.widgets.fields import GrowingText
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.side_panel import SidePanel
from kinerja_desktop.ui.widgets.strips import bold_marked
from kinerja_desktop.ui.work.evidence_lines import EvidenceLines
from kinerja_desktop.ui.work.panel_parts import NoteCard, PanelHeading, WarningCard, bold_result
from kinerja_desktop.ui.work.texts import FIELDS

WIDTH, WIDTH_NARROW = 324, 300
_NO_CAPAIAN = "n\N{WORD JOINER}/\N{WORD JOINER}a"
"""Not to be broken at the end of a line."""
_PLACEHOLDER = "Tulis catatan untuk indikator ini (Ctrl+M)"


class ReviewPanel(SidePanel):
    """``noted`` carries kode and text of one's own note as it is being written."""

    noted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._kode, self._showing, self._narrow = "", False, False
        self._heading, self._warning = PanelHeading(), WarningCard()
        self._formula = Label(wrap=True)
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._reason = Label(ink=Ink.TEXT_2, wrap=True)
        self._beside, self._versions, self._notes = column(space=6), column(space=6), column(space=8)
        self.evidence, self._words = EvidenceLines(), column(space=8)
        self._rule = Rule()
        for part in (
            self._heading,
            self._formula,
            self._reason,
            self._warning,
            self._rule,
            *map(holder, (self._beside, self._versions, self._notes)),
            self.evidence,
            holder(self._words),
        ):
            self.content.addWidget(part)
        self.note = GrowingText(rows=2, most=4)
        self.note.setObjectName("catatan_saya")
        self.note.setPlaceholderText(_PLACEHOLDER)
        self.note.textChanged.connect(self._tell_note)
        self.set_foot(column(self.note))

    def show_row(self, periksa: BarisPeriksa, triwulan: Triwulan, note: str, *, editable: bool) -> None:
        """Show a row; the note keeps its caret while the same row stays."""
        self._kode = periksa.baris.kode
        nama = periksa.baris.indikator.nama
        self._heading.show_for(self._kode, nama)
        self._formula.setText(bold_marked("\n".join(_formula(periksa))))
        self._show_reasons(periksa)
        self._show_versions(periksa.versi)
        self._show_notes(periksa.catatan_lalu)
        self.evidence.show_evidence(periksa.isi.bukti, triwulan)
        self._show_words(periksa.isi)
        self._show_note((triwulan, self._kode), note, nama, editable=editable)

    def show_beside(self, unit: str, compared: Iterable[tuple[str, str]]) -> None:
        """The unit, and figures with their heads, of columns for which the grid has no room."""
        self._heading.show_unit(unit)
        empty(self._beside)
        for head, figure in compared:
            line = row(Label(head, ink=Ink.TEXT_2), None, Label(figure))
            self._beside.addWidget(holder(line))

    def _show_reasons(self, periksa: BarisPeriksa) -> None:
        isi = periksa.isi
        self._reason.setText(f"Tidak ada data: {isi.alasan_kosong}" if isi.alasan_kosong else "")
        self._reason.setVisible(bool(isi.alasan_kosong))
        warned = [pesan for pesan in periksa.sel.pesan if pesan.jenis is JenisPesan.PERINGATAN]
        self._warning.setVisible(bool(warned))
        if warned:
            judul, teks = judul_bersama(warned), " ".join(pesan.teks for pesan in warned)
            self._warning.show_warning(judul, teks, isi.alasan_peringatan or "", editable=False)

    def _show_versions(self, versi: Iterable[VersiLaporan]) -> None:
        empty(self._versions)
        listed = list(versi)
        for one in listed:
            style = TextStyle.BODY_500 if one is listed[-1] else TextStyle.BODY
            measured = one.capaian if self._narrow else f"capaian {one.capaian}"
            whole = f"{one.realisasi} → {measured}".replace("n/a", _NO_CAPAIAN)
            figure = Label(whole, style, wrap=True)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            line = row(Label(one.judul, ink=Ink.TEXT_2), figure)
            line.setStretch(1, 1)
            self._versions.addWidget(holder(line))

    def _show_notes(self, notes: Iterable[CatatanLalu]) -> None:
        empty(self._notes)
        for one in notes:
            whose = "Catatan Anda" if one.oleh == "Anda" else f"Catatan {one.oleh}"
            card = NoteCard(whose, one.waktu_teks, one.catatan.teks)
            card.add_mark(done=one.diperbaiki)
            self._notes.addWidget(card)

    def _show_words(self, isi: IsiIndikator) -> None:
        empty(self._words)
        for name, label in FIELDS.items():
            if said := getattr(isi, name).strip():
                self._words.addWidget(Label(label, TextStyle.BODY_500))
                self._words.addWidget(Label(said, wrap=True))

    def _show_note(self, of: Hashable, note: str, nama: str, *, editable: bool) -> None:
        self._showing = True
        self.note.setAccessibleName(f"Catatan untuk {nama}")
        self.note.setVisible(editable)
        self.note.undo_of.show(of, note)
        self._showing = False

    def _tell_note(self) -> None:
        if not self._showing:
            self.noted.emit(self._kode, self.note.toPlainText())

    def focus_evidence(self) -> None:
        """B: the first evidence that can be opened, else its list is brought into sight."""
        self.evidence.focus_first()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.setFixedWidth(theme.px(WIDTH_NARROW if narrow else WIDTH))


def _formula(periksa: BarisPeriksa) -> list[str]:
    """«(2 × 4 − 5) ÷ 4 × 100 = 75,00%, Sedang.» and by which formula."""
    own = periksa.sel.sendiri
    lines = [bold_result(line) for line in trace(own)]
    if own.kategori:
        lines[-1] += f", {own.kategori}."
    if own.nilai is not None:
        lines.append(f"Rumus {own.rumus.value}: {own.rumus.polaritas.label}.")
    return lines
