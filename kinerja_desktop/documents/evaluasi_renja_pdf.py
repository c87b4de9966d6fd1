"""Evaluasi Hasil Renja: fifteen numbered columns on one landscape F4; on a narrower sheet in two parts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from kinerja_desktop.documents.arranged import GAP, Beside
from kinerja_desktop.documents.blocks import TitleBlock, bookmarked, centred
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.keep import ClosingTable, stack_height
from kinerja_desktop.documents.page import BARE, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import BLOCK, SignatureBlock, Signer
from kinerja_desktop.documents.style import TINY_TABLE, WIDE_TABLE, Sheet, landscape, mm
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_pengukuran import BarisRenja, EvaluasiRenja, KelompokRenja

_NAMES: Final = (
    Column("No", 7, Kind.CENTRED, number="(1)"),
    Column("Sasaran PD", 19, number="(2)"),
    Column("Urusan / Program /\nKegiatan / Sub Kegiatan", 30, number="(3)"),
    Column("Indikator Kinerja", 30, number="(4)"),
    Column("Satuan", 11, Kind.CENTRED, number="(5)"),
)
_PAIRS: Final = ("(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "13 = 9+10+11+12", "14 = 7+13", "15 = 14:6×100")
_FIRST_PART: Final = 3
"""Pairs on the first sheet where two are needed: columns 6 to 8."""
_ROOM_FOR_PART: Final = 0.4
"""Part of a page that must be left for the second part to begin below the first."""
_NO_SASARAN: Final = 13.0
_FOOT: Final = (Column("", 46), Column("", 150))
_FOOT_NAME: Final = "Faktor dan tindak lanjut"
_HIGHEST_BESIDE: Final = 75.0
"""A foot higher than this, in millimetres, has the signature below it instead of beside it."""


def render(paper: EvaluasiRenja) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    layout = Layout(first=BARE, running=(naskah.jenis, naskah.instansi.nama), turned=True)
    return archive_form(render_pages(naskah, _story(paper), layout), naskah)


def _story(paper: EvaluasiRenja) -> list[Flowable]:
    naskah, sheet = paper.naskah, landscape(paper.naskah.kertas)
    office = f"{naskah.instansi.nama} {naskah.instansi.kabupaten}"
    *first, last = _tables(paper, sheet)
    head = [
        TitleBlock(naskah, [naskah.judul, office], drop=5.0, numbered=False),
        centred(f"{paper.periode} · Rupiah dalam ribuan"),
    ]
    before = [part for table in first for part in (table, _next_part([*head, table], sheet))]
    return [*head, *before, *_closing(paper, last, sheet)]


def _next_part(above: Sequence[Flowable], sheet: Sheet) -> Flowable:
    """Two sheets where the first holds its part; a part that runs over has the next one below its last rows."""
    whole = stack_height(above, None, sheet.text_width * mm) <= sheet.text_height * mm
    return PageBreak() if whole else CondPageBreak(sheet.text_height * mm * _ROOM_FOR_PART)


# --- the form ------------------------------------------------------------------------------------


def _tables(paper: EvaluasiRenja, sheet: Sheet) -> list[Flowable]:
    whole = _pair_columns(paper)
    if sum(column.width for column in (*_NAMES, *whole)) <= sheet.text_width:
        return [_part(paper, sheet, 0, len(_PAIRS))]
    return [_part(paper, sheet, 0, _FIRST_PART), _part(paper, sheet, _FIRST_PART, len(_PAIRS))]


def _part(paper: EvaluasiRenja, sheet: Sheet, start: int, end: int) -> Flowable:
    """The pairs from ``start`` to ``end``, bookmarked with their columns; notes stand below the last of them."""
    table = _table(paper, start, end, paper.catatan if end == len(_PAIRS) else ())
    first = len(_NAMES) + start + 1 if start else 1
    return bookmarked(flow_table(table, sheet), f"Kolom {first} sampai dengan {len(_NAMES) + end}")


def _table(paper: EvaluasiRenja, start: int, end: int, notes: tuple[str, ...]) -> Tabel:
    columns = (*_names(paper), *_pair_columns(paper)[2 * start : 2 * end])
    rows = tuple(row for group in paper.kelompok for row in _group_rows(group, start, end))
    return Tabel(columns, rows, notes=notes, type=TINY_TABLE)


def _names(paper: EvaluasiRenja) -> tuple[Column, ...]:
    """Columns 1 to 5; that of sasaran gives its room to the names behind it where the plan names none."""
    if any(group.sasaran != "-" for group in paper.kelompok):
        return _NAMES
    no, sasaran, program, indikator, satuan = _NAMES
    less = sasaran.width - _NO_SASARAN
    wider = (replace(column, width=column.width + less / 2) for column in (program, indikator))
    return (no, replace(sasaran, width=_NO_SASARAN, kind=Kind.CENTRED), *wider, satuan)


def _pair_columns(paper: EvaluasiRenja) -> list[Column]:
    made = []
    for number, head in zip(_PAIRS, paper.kepala, strict=True):
        kinerja, money = (8.75, 8.75) if number == _PAIRS[-1] else (8.0, 11.5)
        made.append(Column("K", kinerja, Kind.FIGURE, head, number=number, divided=True))
        made.append(Column("Rp", money, Kind.FIGURE, head, number=number))
    return made


def _group_rows(group: KelompokRenja, start: int, end: int) -> list[Row]:
    return [
        _row(line, Cell(joined=True) if n and group.sasaran != "-" else Cell(group.sasaran), start, end)
        for n, line in enumerate(group.baris)
    ]


def _row(line: BarisRenja, sasaran: Cell, start: int, end: int) -> Row:
    names = (Cell(line.no), sasaran, Cell(line.program), Cell(line.indikator, marks=line.catatan), Cell(line.satuan))
    pairs = line.pasangan[start:end]
    return Row((*names, *(figure_cell(angka) for pair in pairs for angka in (pair.kinerja, pair.ribuan))))


# --- foot and signature --------------------------------------------------------------------------


def _closing(paper: EvaluasiRenja, table: Flowable, sheet: Sheet) -> list[Flowable]:
    """The foot with the signature beside it; with many words the signature stands below."""
    signature = SignatureBlock(paper.naskah, Signer(paper.penandatangan))
    narrow = sheet.text_width - BLOCK - GAP
    foot = _foot(paper, replace(sheet, right=sheet.right + BLOCK + GAP))
    if foot.wrap(narrow * mm, 0)[1] <= _HIGHEST_BESIDE * mm:
        return [ClosingTable(table, Beside(foot, narrow * mm, signature))]
    return [table, ClosingTable(bookmarked(_foot(paper, sheet), _FOOT_NAME), signature)]


def _foot(paper: EvaluasiRenja, sheet: Sheet) -> Flowable:
    rows = tuple(Row((Cell(head, bold=True), Cell(words))) for head, words in paper.kaki)
    return flow_table(Tabel(_FOOT, rows, type=WIDE_TABLE), sheet)
