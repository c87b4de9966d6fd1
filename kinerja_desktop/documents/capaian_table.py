"""Tables that several papers share: capaian of a quarter, of a year, budget lines.

Columns and the way from report rows to table rows; no looks (``tables``). To add a shared table: its columns
and one function that returns a ``Tabel``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, numbered
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.laporan import BarisCapaian, BarisUang, KelompokCapaian, TabelCapaian, TabelUang

_FORMULA_MARK: Final = (1,)
_NONE: Final = Cell("-")

NO: Final = Column("No", 8, Kind.CENTRED)


def quarter_columns(tahun: int, singkat: str) -> tuple[Column, ...]:
    """The twelve columns of the quarter's table, for a landscape sheet."""
    quarter, to_date = f"Triwulan {singkat}", f"s.d. Triwulan {singkat}"
    return (
        Column("No", 9, Kind.CENTRED),
        Column("Sasaran / Indikator Kinerja", 66),
        Column("Satuan", 18, Kind.CENTRED),
        Column(f"Target\n{tahun}", 18, Kind.FIGURE),
        *_measured(quarter),
        *_measured(to_date),
        Column("Kategori", 26, Kind.CENTRED),
        Column("Penanggung\nJawab", 44),
    )


def _measured(under: str) -> tuple[Column, Column, Column]:
    return (
        Column("Target", 18, Kind.FIGURE, under),
        Column("Realisasi", 18, Kind.FIGURE, under),
        Column("Capaian\n(%)", 18.5, Kind.FIGURE, under, _FORMULA_MARK),
    )


def unmeasured_columns(tahun: int, romawi: str) -> tuple[Column, ...]:
    """The columns of a quarter in which nothing is measured, for a portrait sheet."""
    return (
        NO,
        Column("Sasaran / Indikator Kinerja", 48),
        Column("Satuan", 15, Kind.CENTRED),
        Column(f"Target\n{tahun}", 16, Kind.FIGURE),
        Column(f"Realisasi\ns.d. TW {romawi}", 17, Kind.FIGURE),
        Column(f"Capaian\ns.d. TW {romawi}\n(%)", 17, Kind.FIGURE, marks=_FORMULA_MARK),
        Column("Kategori", 16, Kind.CENTRED),
        Column("Penanggung\nJawab", 28),
    )


YEAR_COLUMNS: Final = (
    NO,
    Column("Sasaran / Indikator Kinerja", 63),
    Column("Satuan", 17, Kind.CENTRED),
    Column("Target", 17, Kind.FIGURE),
    Column("Realisasi", 18, Kind.FIGURE),
    Column("Capaian\n(%)", 17, Kind.FIGURE, marks=_FORMULA_MARK),
    Column("Kategori", 25, Kind.CENTRED),
)


def seksi_columns(romawi: str) -> tuple[Column, ...]:
    """The columns of a seksi's own table, for a portrait sheet."""
    heads = (("Target", ()), ("Realisasi", ()), ("Capaian\n(%)", _FORMULA_MARK))
    figures = tuple(
        Column(head, 15, Kind.FIGURE, under, marks)
        for under in (f"Triwulan {romawi}", f"s.d. Triwulan {romawi}")
        for head, marks in heads
    )
    return (
        NO,
        Column("Indikator Kinerja", 36),
        Column("Satuan", 14, Kind.CENTRED),
        *figures,
        Column("Kategori", 17, Kind.CENTRED),
    )


def seksi_table(table: TabelCapaian, columns: Sequence[Column], caption: str) -> Tabel:
    """Target, realisasi, capaian of one seksi, below their sasaran."""
    return _capaian_table(table, columns, caption, _seksi_row, tail=0)


def quarter_table(table: TabelCapaian, columns: Sequence[Column], caption: str) -> Tabel:
    """Target, realisasi, capaian of the quarter and up to it, below their sasaran."""
    made = _capaian_table(table, columns, caption, _quarter_row, tail=1)
    return replace(made, columns=numbered(made.columns))


def is_measured(table: TabelCapaian) -> bool:
    """Whether a quarter has a figure of its own in its table, or one that is missing."""
    lines = (line for group in table.kelompok for line in group.baris)
    return any(figure != _NONE for line in lines for figure in _quarter_figures(line))


def unmeasured_table(table: TabelCapaian, columns: Sequence[Column], caption: str) -> Tabel:
    """A quarter in which nothing is measured: the targets of the year, and no figure of the quarter."""
    return _capaian_table(table, columns, caption, _unmeasured_row, tail=1)


def year_table(table: TabelCapaian, caption: str, columns: Sequence[Column] = YEAR_COLUMNS) -> Tabel:
    """Target, realisasi and capaian of the year, below their sasaran."""
    return _capaian_table(table, columns, caption, _year_row, tail=0)


def _capaian_table(
    table: TabelCapaian,
    columns: Sequence[Column],
    caption: str,
    make_row: Callable[[BarisCapaian], Row],
    *,
    tail: int,
) -> Tabel:
    """``tail`` columns follow the kategori; mean and kategori stand under their own heads."""
    span = len(columns) - 2 - tail
    rows: list[Row] = []
    for group in table.kelompok:
        rows.append(_group_row(group, span))
        rows += [make_row(line) for line in group.baris]
    total = (Cell(table.label_rata_rata), figure_cell(table.rata_rata), Cell(table.kategori or "-"))
    rows.append(Row(total, Look.TOTAL, span))
    if not table.catatan_kaki:
        columns = [replace(column, marks=()) for column in columns]
    return Tabel(tuple(columns), tuple(rows), caption, table.sumber, table.catatan_kaki)


def _group_row(group: KelompokCapaian, span: int) -> Row:
    return Row((Cell(group.judul), figure_cell(group.rata_rata), Cell(group.kategori or "-")), Look.GROUP, span)


def _quarter_figures(line: BarisCapaian) -> tuple[Cell, ...]:
    quarter = (line.target, line.realisasi, line.capaian)
    to_date = (line.target_sd, line.realisasi_sd, line.capaian_sd)
    return tuple(map(figure_cell, quarter + to_date))


def _quarter_row(line: BarisCapaian) -> Row:
    return _office_row(line, _quarter_figures(line))


def _unmeasured_row(line: BarisCapaian) -> Row:
    return _office_row(line, map(figure_cell, (line.realisasi_sd, line.capaian_sd)))


def _office_row(line: BarisCapaian, figures: Iterable[Cell]) -> Row:
    name = Cell(line.nama, marks=line.catatan)
    ends = (Cell(line.kategori or "-"), Cell(line.penanggung_jawab))
    return Row((Cell(line.no), name, Cell(line.satuan), figure_cell(line.target_tahun), *figures, *ends))


def _seksi_row(line: BarisCapaian) -> Row:
    figures = (line.target, line.realisasi, line.capaian, line.target_sd, line.realisasi_sd, line.capaian_sd)
    name = Cell(line.nama, marks=line.catatan)
    return Row((Cell(line.no), name, Cell(line.satuan), *map(figure_cell, figures), Cell(line.kategori or "-")))


def _year_row(line: BarisCapaian) -> Row:
    figures = map(figure_cell, (line.target, line.realisasi, line.capaian))
    name = Cell(line.nama, marks=line.catatan)
    return Row((Cell(line.no), name, Cell(line.satuan), *figures, Cell(line.kategori or "-")))


def money_columns(until: str) -> tuple[Column, ...]:
    """Budget lines; ``until`` names the period of the realisasi ("s.d. TW II")."""
    return (
        Column("Kode", 26, kept=True),
        Column("Program / Kegiatan / Sub Kegiatan", 57),
        Column("Pagu (Rp)", 32, Kind.FIGURE),
        Column(f"Realisasi\n{until} (Rp)".replace("\n (", "\n("), 32, Kind.FIGURE),
        Column("%", 18, Kind.FIGURE),
    )


def money_table(table: TabelUang, columns: Sequence[Column], caption: str) -> Tabel:
    """Budget lines by level, and their total."""
    rows = [Row(_money_cells(line), money_row_look(line)) for line in table.baris]
    cells = _money_cells(table.jumlah)
    total = Row((Cell(table.jumlah.uraian), *cells[2:]), Look.TOTAL, 2)
    return Tabel(tuple(columns), (*rows, total), caption, notes=table.catatan)


def _money_cells(line: BarisUang) -> tuple[Cell, ...]:
    figures = map(figure_cell, (line.pagu, line.realisasi, line.serapan))
    return Cell(line.kode), Cell(line.uraian), *figures


def money_row_look(line: BarisUang) -> Look:
    """A program stands over its kegiatan; where none is marked, every line is alike."""
    return Look.GROUP if line.tingkat is Tingkat.PROGRAM else Look.BODY
