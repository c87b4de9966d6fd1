"""Laporan Triwulan: letterhead, chapters I to VII, signature of the Camat, lampiran.

Order, headings and widths of this one paper; every figure and sentence comes final in the report object.
To add a chapter: a function that returns its flowables, in its place in ``story``.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.annexes import evidence_table, seksi_table, times_table
from kinerja_desktop.documents.blocks import FigureRow, TitleBlock, body, heading, leading
from kinerja_desktop.documents.capaian_table import (
    is_measured,
    money_columns,
    money_table,
    quarter_columns,
    quarter_table,
    unmeasured_columns,
    unmeasured_table,
)
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.keep import ClosingChapter, Opening
from kinerja_desktop.documents.numbering import bars_caption
from kinerja_desktop.documents.page import KOP, PLAIN, TURNED, Layout, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.pictures import bar_figures
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import landscape, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import TANPA_ANALISIS, BarisAnalisis, LaporanTriwulan, Rekomendasi

_ANALYSIS: Final = (
    Column("No", 9, Kind.CENTRED),
    Column("Indikator Kinerja", 60),
    Column("Faktor Pendukung", 55),
    Column("Faktor Penghambat", 55),
    Column("Tindak Lanjut", 61),
    Column("Tindak Lanjut\nTriwulan Lalu", 50),
)
_BOXES: Final = 4
"""Figures of the first row; a second one tells how far the data has come where no chart stands below."""
_SHORT: Final = 600
"""Signs of a text that does not become a narrow strip over pages in a table that stands upright."""
_UPRIGHT: Final = tuple(
    replace(column, width=width) for column, width in zip(_ANALYSIS, (8, 33, 31, 31, 31, 31), strict=True)
)
_UPRIGHT_FIRST: Final = tuple(
    replace(column, width=width) for column, width in zip(_ANALYSIS, (8, 37, 40, 40, 40), strict=False)
)
"""The table of V beside no turned page; the first triwulan looks back on none (as in a seksi's report)."""
RECOMMENDATIONS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Rekomendasi", 82),
    Column("Penanggung Jawab", 40),
    Column("Batas Waktu", 35),
)


def render(report: LaporanTriwulan) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same report."""
    return archive_form(lay_out(report), report.naskah)


def lay_out(report: LaporanTriwulan) -> bytes:
    """The finished pages, not yet in their archive form."""
    naskah = report.naskah
    layout = Layout(first=KOP, running=(naskah.jenis, naskah.instansi.nama))
    return render_pages(naskah, story(report), layout)


def story(report: LaporanTriwulan) -> list[Flowable]:
    """The flowables of the whole paper, in order."""
    return [
        TitleBlock(report.naskah, [report.naskah.judul]),
        heading("I. PENDAHULUAN"),
        *body(report.pendahuluan),
        *_summary(report),
        *_achievements(report),
        *_budget(report),
        *_analysis(report),
        *_recommendations(report),
        *_annexes(report),
    ]


def _summary(report: LaporanTriwulan) -> list[Flowable]:
    return [
        heading("II. IKHTISAR CAPAIAN"),
        *(FigureRow(row) for row in (report.kotak[:_BOXES], report.kotak[_BOXES:]) if row),
        *body(report.ikhtisar),
        *bar_figures(bars_caption(report), report.batang, portrait(report.naskah.kertas)),
    ]


def _achievements(report: LaporanTriwulan) -> list[Flowable]:
    """The table on turned pages; upright where the quarter leaves its columns empty."""
    triwulan = report.triwulan
    caption = f"Tabel 1. Target, Realisasi, dan Capaian Kinerja {triwulan.label} Tahun {triwulan.tahun}"
    told = [heading("III. CAPAIAN KINERJA"), *body(report.pengantar_capaian)]
    if not is_measured(report.capaian):
        columns = unmeasured_columns(triwulan.tahun, triwulan.romawi)
        table = unmeasured_table(report.capaian, columns, caption)
        return [*told, flow_table(table, portrait(report.naskah.kertas))]
    table = quarter_table(report.capaian, quarter_columns(triwulan.tahun, triwulan.romawi), caption)
    return [
        Opening(told, turn(TURNED)),
        flow_table(table, landscape(report.naskah.kertas, bound=True)),
        *turn(PLAIN),
    ]


def _budget(report: LaporanTriwulan) -> list[Flowable]:
    triwulan = report.triwulan
    caption = f"Tabel 2. Realisasi Anggaran sampai dengan {triwulan.label} Tahun {triwulan.tahun}"
    table = money_table(report.anggaran, money_columns(f"s.d. {triwulan.singkat}"), caption)
    return [
        heading("IV. REALISASI ANGGARAN"),
        *leading(report.pengantar_anggaran),
        flow_table(replace(table, last=bool(report.analisis)), portrait(report.naskah.kertas)),
    ]


def _analysis(report: LaporanTriwulan) -> list[Flowable]:
    if not report.analisis:
        return [heading("V. ANALISIS"), *body([*report.pengantar_analisis, TANPA_ANALISIS])]
    caption = f"Tabel 3. Faktor Pendukung, Penghambat, dan Tindak Lanjut {report.triwulan.label}"
    columns = _ANALYSIS if report.menindaklanjuti else _ANALYSIS[:-1]
    rows = tuple(Row(_analysis_row(line).cells[: len(columns)]) for line in report.analisis)
    table = Tabel(columns, rows, f"{caption} Tahun {report.triwulan.tahun}")
    told = [heading("V. ANALISIS"), *body(report.pengantar_analisis)]

    @cache  # over the passes
    def turned() -> Sequence[Flowable]:
        return [flow_table(table, landscape(report.naskah.kertas, bound=True)), *turn(PLAIN)]

    @cache
    def upright() -> Sequence[Flowable]:
        narrow = replace(table, columns=_UPRIGHT if report.menindaklanjuti else _UPRIGHT_FIRST)
        return [flow_table(narrow, portrait(report.naskah.kertas))]

    if len(told) == 1:
        return [*turn(TURNED), *told, *turned()]
    longest = max(len(cell.text) for row in rows for cell in row.cells)
    return [Opening(told, turn(TURNED), turned, upright if longest <= _SHORT else None)]


def _analysis_row(line: BarisAnalisis) -> Row:
    said = (line.faktor_pendukung, line.faktor_penghambat, line.tindak_lanjut, line.tindak_lanjut_lalu)
    return Row((Cell(line.no), Cell(line.nama), *(Cell(text or "-") for text in said)))


def _recommendations(report: LaporanTriwulan) -> list[Flowable]:
    """The last two chapters: the closing words are never alone on a page with the signature."""
    opening = [heading("VI. REKOMENDASI"), *body(report.pengantar_rekomendasi)]
    signature = SignatureBlock(report.naskah, Signer(report.penandatangan))
    rest = heading("VII. PENUTUP"), body(report.penutup), signature
    if not report.rekomendasi:
        told = opening if opening[1:] else [*opening, *body(["Tidak ada rekomendasi pada triwulan ini."])]
        return [ClosingChapter(told, *rest)]
    table = recommendation_table(report.rekomendasi, f"Tabel 4. Rekomendasi {report.triwulan.label}")
    return [*opening, ClosingChapter([flow_table(table, portrait(report.naskah.kertas))], *rest)]


def recommendation_table(lines: Sequence[Rekomendasi], caption: str) -> Tabel:
    """What is to be done, by whom, until when."""
    rows = tuple(
        Row(texts(str(number), line.teks, line.penanggung_jawab or "-", line.batas_waktu or "-"))
        for number, line in enumerate(lines, start=1)
    )
    return Tabel(RECOMMENDATIONS, rows, caption)


def _annexes(report: LaporanTriwulan) -> list[Flowable]:
    sheet = portrait(report.naskah.kertas)
    evidence, times = "Daftar Bukti Dukung", "Rekapitulasi Ketepatan Waktu"
    return [
        *turn(PLAIN),
        heading("LAMPIRAN", "bab"),
        heading("A. Laporan Data Kinerja Seksi", level=1),
        flow_table(seksi_table(report.seksi), sheet),
        heading(f"B. {evidence}", level=1),
        *evidence_table(report.bukti, sheet, heading=evidence),
        heading(f"C. {times}", level=1),
        *leading(report.teks_waktu),
        *times_table(report.waktu, sheet, heading=times, last=True),
    ]
