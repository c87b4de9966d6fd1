"""Cells of one indikator: name, figure, what is computed from it. Shared by every grid of figures.

Words and states come final from `domain.lembar`; here they only get their place and their symbol. One more column
of figures: a function here and its `GridColumn` in the tab.
"""

from collections.abc import Iterable
from dataclasses import replace

from kinerja_desktop import messages
from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas
from kinerja_desktop.domain.komponen import PEMBILANG, PENYEBUT
from kinerja_desktop.domain.lembar import Sel, SelKomponen, has_reason
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.sel import CellState as Keadaan
from kinerja_desktop.domain.sel import JenisPesan, judul_bersama
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn
from kinerja_desktop.ui.work.looks import kategori_look, kategori_place

BUKTI = "bukti"
"""Key of the column of evidence, in every sheet."""

_STATES = {
    Keadaan.KOSONG: CellState.KOSONG,
    Keadaan.DIISI: CellState.DIISI,
    Keadaan.PERINGATAN: CellState.PERINGATAN,
    Keadaan.SALAH: CellState.SALAH,
    Keadaan.TIDAK_ADA_DATA: CellState.TIDAK_ADA_DATA,
    Keadaan.DIKEMBALIKAN: CellState.DIKEMBALIKAN,
    Keadaan.TERKUNCI: CellState.TERKUNCI,
    Keadaan.DIHITUNG: CellState.DIHITUNG,
}
_WITHOUT_FIGURE = (Keadaan.TIDAK_ADA_DATA, Keadaan.TERKUNCI)


def kind_of(baris: BarisLembar) -> str:
    """What the second line of a name says: «surat · akumulasi», «hari · makin rendah makin baik»."""
    indikator = baris.indikator
    kind = indikator.akumulasi.label
    if indikator.polaritas is Polaritas.NEGATIF:
        kind = indikator.polaritas.label
    if indikator.akumulasi is Akumulasi.TAHUNAN:
        kind = "tahunan, diukur pada TW IV"
    return " · ".join(filter(None, (indikator.satuan, kind)))


def name_cell(baris: BarisLembar, *, unit: bool = True) -> Cell:
    return Cell(baris.indikator.nama, subtext=kind_of(baris) if unit else "")


def figure_cell(baris: BarisLembar, isi: IsiIndikator, sel: Sel, *, editable: bool) -> Cell:
    """The realisasi. A text that is no figure stands as typed; an empty cell has no text of its own."""
    cell = _figure(baris, isi, sel, editable=editable)
    return _divided(cell, sel, editable=editable) if sel.komponen and not baris.terkunci else cell


def _divided(cell: Cell, sel: Sel, *, editable: bool) -> Cell:
    """A realisasi that follows its raw figures takes no text; those say themselves what is wrong with them."""
    own = cell.state in (CellState.KOSONG, CellState.SALAH, CellState.DIISI)
    state = CellState.DIHITUNG if own and editable else cell.state
    return replace(cell, state=state, editable=False, words=cell.words or "dihitung", note=cell.note or sel.rumus[0])


def _figure(baris: BarisLembar, isi: IsiIndikator, sel: Sel, *, editable: bool) -> Cell:
    return Cell(
        text=_typed(baris, isi, sel),
        state=_STATES[sel.state] if editable or sel.state in _WITHOUT_FIGURE else CellState.TERKUNCI,
        editable=editable and not baris.terkunci,
        note=cell_note(sel, isi),
        unit=baris.indikator.satuan or "",
        words=_words_returned(isi) if sel.state is Keadaan.DIKEMBALIKAN else "",
    )


def _words_returned(isi: IsiIndikator) -> str:
    """What a returned cell without a figure says."""
    return str((Keadaan.TIDAK_ADA_DATA if has_reason(isi.alasan_kosong) else Keadaan.KOSONG).value)


def component_columns(rows: Iterable[BarisLembar], tw: str) -> tuple[GridColumn, ...]:
    """Columns of the raw figures, where a row of the sheet asks for them."""
    if all(row.indikator.komponen is None for row in rows):
        return ()
    return (
        GridColumn(PEMBILANG, f"Pembilang\n{tw}", 80, ColumnKind.ANGKA_UTAMA),
        GridColumn(PENYEBUT, f"Penyebut\n{tw}", 80, ColumnKind.ANGKA_UTAMA),
    )


def component_cells(baris: BarisLembar, sel: Sel, *, editable: bool) -> dict[str, Cell]:
    """The raw figures of a row; plain ground where it has none."""
    komponen = baris.indikator.komponen
    if komponen is None or baris.terkunci:
        return {name: Cell(state=CellState.DIHITUNG) for name in (PEMBILANG, PENYEBUT)}
    named = ((PEMBILANG, komponen.pembilang), (PENYEBUT, komponen.penyebut))
    return {
        name: _component(label, one, editable=editable) for (name, label), one in zip(named, sel.komponen, strict=True)
    }


def _component(label: str, one: SelKomponen, *, editable: bool) -> Cell:
    said = messages.sentence(one.galat) if one.galat else f"Dibaca: {one.dibaca}." if one.dibaca else label
    state = _STATES[one.state] if editable else CellState.TERKUNCI
    return Cell(one.teks, state, editable=editable, note=said, unit=label)


def _typed(baris: BarisLembar, isi: IsiIndikator, sel: Sel) -> str:
    if isi.diketik is not None:
        return isi.diketik
    if isi.realisasi is None and sel.state is not Keadaan.TERKUNCI:
        return ""
    return baris.tulis(isi.realisasi)


def cell_note(sel: Sel, isi: IsiIndikator) -> str:
    """The sentence under a wrong or ambiguous figure, or the tooltip of a warned or returned one.

    A warning that was answered asks for nothing more: it is told with its reason.
    """
    if sel.galat is not None:
        return messages.sentence(sel.galat)
    if sel.dibaca:
        return f"Dibaca: {sel.dibaca}."
    warned = [pesan for pesan in sel.pesan if pesan.jenis is JenisPesan.PERINGATAN]
    notes = [pesan.teks for pesan in sel.pesan if pesan.jenis is JenisPesan.CATATAN]
    if warned and not sel.peringatan:
        titles = judul_bersama(warned)
        return " ".join((f"{titles}. Alasan: {isi.alasan_peringatan}", *notes))
    return " ".join((*(pesan.teks for pesan in warned), *notes))


def earlier_cell(baris: BarisLembar, text: str) -> Cell:
    """A figure of another quarter: settled, so locked."""
    return Cell(text, CellState.TERKUNCI, unit=baris.indikator.satuan or "")


def before_text(baris: BarisLembar) -> str:
    """The quarter before, in TW I the same quarter of last year."""
    return baris.tulis(baris.lalu[baris.triwulan - 2] if baris.triwulan > 1 else baris.tahun_lalu)


def capaian_cell(sel: Sel) -> Cell:
    return _computed(sel.capaian, sel.sendiri)


def sd_cell(sel: Sel) -> Cell:
    cell = _computed(sel.sd, sel.sampai)
    return cell if cell.state is CellState.BELUM_LENGKAP else replace(cell, ink=Ink.TEXT)


def _computed(text: str, capaian: Capaian) -> Cell:
    holes = capaian.nilai is not None and not capaian.lengkap
    return Cell(text, CellState.BELUM_LENGKAP if holes else CellState.DIHITUNG, unit="persen")


def kategori_cell(baris: BarisLembar, sel: Sel) -> Cell:
    """The word with its symbol; without a figure why there is none."""
    look = kategori_look(sel.kategori, baris.aturan)
    if look is not None:
        tone, icon, shape = look
        place = f"{len(baris.aturan.skala.pita) - kategori_place(sel.kategori, baris.aturan):02}"
        return Cell(sel.kategori, CellState.DIHITUNG, symbol=icon, symbol_ink=tone, symbol_shape=shape, order=place)
    if not sel.kategori:
        return Cell(state=CellState.DIHITUNG)
    empty = sel.state is Keadaan.TIDAK_ADA_DATA
    icon, shape = (Icon.TANPA_DATA, Shape.FILL) if empty else (Icon.NANTI, Shape.REGULAR)
    return Cell(sel.kategori, CellState.DIHITUNG, symbol=icon, symbol_shape=shape, ink=Ink.TEXT_2)


def bukti_cell(isi: IsiIndikator, sel: Sel) -> Cell:
    """How many pieces of evidence; a dash where a figure stands without any."""
    if isi.bukti:
        return Cell(str(len(isi.bukti)), symbol=Icon.BUKTI)
    if sel.tanpa_bukti:
        return Cell("perlu", symbol=Icon.PERINGATAN, symbol_ink=Tone.PERHATIAN, symbol_shape=Shape.FILL)
    return Cell("–" if isi.realisasi is not None else "")


def text_cell(teks: str, *, editable: bool) -> Cell:
    """Words of the indikator, in one line; the panel shows them whole."""
    return Cell(teks, CellState.DIISI if editable else CellState.TERKUNCI, editable=editable)
