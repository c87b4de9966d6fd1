"""BAB II of the LKjIP: Renstra, IKU, Perjanjian Kinerja, Rencana Aksi; and the agreement as an annex.

Columns and rows of these tables; nothing is worked out.
"""

from itertools import groupby
from operator import attrgetter
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body, heading
from kinerja_desktop.documents.capaian_table import NO, money_row_look
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.numbering import Numbering
from kinerja_desktop.documents.page import PLAIN, Chapter, turn
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import (
    TANPA_IKU,
    TANPA_RENSTRA,
    BarisCapaian,
    BarisRencanaAksi,
    BarisRenstra,
    Lkjip,
    agreed_target,
)

_RENSTRA: Final = (
    NO,
    Column("Sasaran / Indikator Kinerja", 101),
    Column("Satuan", 17, Kind.CENTRED),
    Column("Target Akhir\nRenstra", 22, Kind.FIGURE),
    Column("Tahun", 17, Kind.CENTRED),
)
_IKU: Final = (
    NO,
    Column("Indikator Kinerja Utama", 42),
    Column("Alasan dan Formulasi", 55),
    Column("Sumber Data", 30),
    Column("Penanggung\nJawab", 30),
)
_AGREEMENT: Final = (
    NO,
    Column("Sasaran / Indikator Kinerja", 112),
    Column("Satuan", 20, Kind.CENTRED),
    Column("Target", 25, Kind.FIGURE),
)
_AGREEMENT_CHANGED: Final = (
    NO,
    Column("Sasaran / Indikator Kinerja", 87),
    Column("Satuan", 20, Kind.CENTRED),
    Column("Target\nMurni", 25, Kind.FIGURE),
    Column("Target\nPerubahan", 25, Kind.FIGURE),
)
_AGREED_MONEY: Final = (
    Column("Kode", 28, kept=True),
    Column("Program / Kegiatan / Sub Kegiatan", 97),
    Column("Anggaran (Rp)", 40, Kind.FIGURE),
)
_PLAN: Final = (
    NO,
    Column("Indikator Kinerja", 42),
    Column("Satuan", 16, Kind.CENTRED),
    Column("Target\nTahun", 15, Kind.FIGURE),
    *(Column(f"TW {quarter}", 14, Kind.FIGURE) for quarter in ("I", "II", "III", "IV")),
    Column("Penanggung\nJawab", 28),
)
CHANGED_SOURCE: Final = "Target perubahan berlaku pada 31 Desember dan menjadi dasar pengukuran."


def planning(report: Lkjip) -> list[Flowable]:
    """BAB II with its four parts."""
    number, sheet, year = Numbering(2), portrait(report.naskah.kertas), report.naskah.tahun
    return [
        *turn(PLAIN),
        Chapter("BAB II  Perencanaan Kinerja"),
        heading("BAB II\nPERENCANAAN KINERJA", "bab"),
        *body(report.pengantar_perencanaan),
        heading("A. Rencana Strategis", level=1),
        *_renstra_or_why(report.renstra, number, sheet),
        heading("B. Indikator Kinerja Utama", level=1),
        *_iku_or_why(report.iku, number, sheet),
        heading("C. Perjanjian Kinerja", level=1),
        flow_table(_agreement(report, number.table(f"Perjanjian Kinerja Tahun {year}")), sheet),
        flow_table(_agreed_money(report, number.table(f"Anggaran Perjanjian Kinerja Tahun {year}")), sheet),
        heading("D. Rencana Aksi", level=1),
        *_plan_or_where(report, number, sheet),
    ]


def _plan_or_where(report: Lkjip, number: Numbering, sheet: Sheet) -> list[Flowable]:
    """The plan of action, or where it is bound in."""
    if report.teks_rencana_aksi:
        return [*body(report.teks_rencana_aksi)]
    return [flow_table(_plan(report, number.table(f"Rencana Aksi Tahun {report.naskah.tahun}")), sheet)]


def _renstra_or_why(lines: tuple[BarisRenstra, ...], number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return [*body([TANPA_RENSTRA])]
    return [flow_table(_renstra(lines, number.table("Sasaran dan Target Akhir Renstra")), sheet)]


def _renstra(lines: tuple[BarisRenstra, ...], caption: str) -> Tabel:
    rows: list[Row] = []
    for sasaran, below in groupby(lines, attrgetter("sasaran")):
        rows.append(Row((Cell(sasaran or "-"),), Look.GROUP, len(_RENSTRA)))
        rows += [Row((*map(Cell, (b.no, b.indikator, b.satuan)), *_aimed_at(b))) for b in below]
    return Tabel(_RENSTRA, tuple(rows), caption)


def _aimed_at(line: BarisRenstra) -> tuple[Cell, Cell]:
    return figure_cell(line.target_renstra), Cell(line.tahun_renstra or "-")


def _iku_or_why(lines: tuple[BarisRenstra, ...], number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return [*body([TANPA_IKU])]
    return [flow_table(_iku(lines, number.table("Indikator Kinerja Utama")), sheet)]


def _iku(lines: tuple[BarisRenstra, ...], caption: str) -> Tabel:
    rows = (
        Row(
            (
                Cell(line.no),
                Cell(line.indikator),
                Cell(line.alasan or "-"),
                Cell(line.sumber_data or "-"),
                Cell(line.penanggung_jawab or "-"),
            )
        )
        for line in lines
    )
    return Tabel(_IKU, tuple(rows), caption)


def _agreement(report: Lkjip, caption: str) -> Tabel:
    """Targets in force on 31 December; beside them the first ones where a Perjanjian Kinerja Perubahan changed any."""
    changed = any(line.target_murni is not None for group in report.perjanjian for line in group.baris)
    columns = _AGREEMENT_CHANGED if changed else _AGREEMENT
    rows: list[Row] = []
    for group in report.perjanjian:
        rows.append(Row((Cell(group.judul),), Look.GROUP, len(columns)))
        rows += [
            Row((Cell(line.no), Cell(line.nama), Cell(line.satuan), *_targets(line, changed=changed)))
            for line in group.baris
        ]
    return Tabel(columns, tuple(rows), caption, CHANGED_SOURCE if changed else "")


def _targets(line: BarisCapaian, *, changed: bool) -> tuple[Cell, ...]:
    now = figure_cell(agreed_target(line))
    return (figure_cell(line.target_murni or agreed_target(line)), now) if changed else (now,)


def _agreed_money(report: Lkjip, caption: str) -> Tabel:
    table = report.anggaran_perjanjian
    alike = len({b.tingkat for b in table.baris}) < 2
    rows = [
        Row((Cell(b.kode), Cell(b.uraian), figure_cell(b.pagu)), Look.BODY if alike else money_row_look(b))
        for b in table.baris
    ]
    total = Row((Cell(table.jumlah.uraian), figure_cell(table.jumlah.pagu)), Look.TOTAL, 2)
    return Tabel(_AGREED_MONEY, (*rows, total), caption, notes=table.catatan)


def _plan(report: Lkjip, caption: str) -> Tabel:
    rows: list[Row] = []
    for group in report.rencana_aksi:
        rows.append(Row((Cell(group.sasaran),), Look.GROUP, len(_PLAN)))
        rows += [Row((*_planned(line), Cell(line.penanggung_jawab or "-"))) for line in group.baris]
    return Tabel(_PLAN, tuple(rows), caption)


def _planned(line: BarisRencanaAksi) -> tuple[Cell, ...]:
    figures = map(figure_cell, (line.target_tahun, *line.triwulan))
    return (Cell(line.no), Cell(line.nama), Cell(line.satuan), *figures)
