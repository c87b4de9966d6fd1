"""The lines of an order as rows of a grid. Pure: the view of the service in, cells out."""

from collections.abc import Container
from datetime import date

from kinerja_desktop import messages
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.services.assignment import PenugasanView, TugasSeksi
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, ColumnKind, GridColumn, GridRow
from kinerja_desktop.ui.work.looks import status_chip

TICK = "pilih"
COLUMNS = (
    GridColumn(TICK, "", 38, ColumnKind.TEKS),
    GridColumn("seksi", "Unit kerja", 190, ColumnKind.NAMA, stretches=True),
    GridColumn("kasubag", "Kasubag", 190, ColumnKind.TEKS, hides=2),
    GridColumn("indikator", "Indikator", 78),
    GridColumn("batas", "Batas laporan", 152, ColumnKind.TEKS, hides=1),
    GridColumn("keadaan", "Keadaan", 200, ColumnKind.TEKS),
)


def rows_of(view: PenugasanView, ticked: Container[str], today: date) -> list[GridRow]:
    """One row for each seksi that reports."""
    return [_row(line, ticked=line.seksi.kode in ticked, today=today) for line in view.baris]


def _row(line: TugasSeksi, *, ticked: bool, today: date) -> GridRow:
    cells = {
        TICK: _tick(line, ticked=ticked),
        "seksi": Cell(line.seksi.nama),
        "kasubag": Cell(line.kasubag or "belum ada", ink=None if line.kasubag else Tone.SALAH),
        "indikator": Cell(str(len(line.indikator)), unit="indikator"),
        "batas": Cell(
            format_hari_waktu(line.batas_laporan, sekarang=today),
            ink=Ink.TEXT_2,
            order=line.batas_laporan.isoformat(),
        ),
        "keadaan": _state(line),
    }
    return GridRow(line.seksi.kode, line.seksi.nama, cells)


def _tick(line: TugasSeksi, *, ticked: bool) -> Cell:
    if line.ditugaskan is not None or line.penghalang is not None:
        return Cell()
    icon = Icon.DIPILIH if ticked else Icon.TIDAK_DIPILIH
    shape = Shape.FILL if ticked else Shape.REGULAR
    return Cell(symbol=icon, symbol_ink=Ink.ACCENT, symbol_shape=shape, unit="dipilih" if ticked else "tidak dipilih")


def _state(line: TugasSeksi) -> Cell:
    if line.penghalang is not None:
        why = messages.sentence(line.penghalang)
        words = "belum dapat ditugaskan"
        return Cell(words, symbol=Icon.SALAH, symbol_ink=Tone.SALAH, symbol_shape=Shape.FILL, note=why, ink=Tone.SALAH)
    chip = status_chip(line.status, line.label)
    return Cell(chip.text, symbol=chip.icon, symbol_ink=chip.tone, symbol_shape=chip.shape, ink=chip.tone)


def can_be_ticked(line: TugasSeksi) -> bool:
    """True while it waits for its order, also before the day of the order."""
    return line.ditugaskan is None and line.penghalang is None
