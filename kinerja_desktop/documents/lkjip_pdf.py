"""LKjIP: cover, preface, summary, contents, BAB I to IV, lampiran.

Order and headings of the annual report; BAB II and III stand in modules of their own. Every figure and sentence
comes final in the report object. To add a chapter: a function that returns its flowables, in its place in ``story``.
"""

from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from kinerja_desktop.documents.annexes import evidence_table, measured_table, reports_table, seksi_table, times_table
from kinerja_desktop.documents.blocks import body, divider, heading, leading
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.contents import CONTENTS, FIGURES, TABLES, ContentsList
from kinerja_desktop.documents.cover import Cover
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.keep import Closing
from kinerja_desktop.documents.laporan_triwulan_pdf import recommendation_table
from kinerja_desktop.documents.lkjip_bab2 import planning
from kinerja_desktop.documents.lkjip_bab3 import accountability
from kinerja_desktop.documents.numbering import Numbering
from kinerja_desktop.documents.page import COVER, PLAIN, TURNED, Chapter, Layout, NumberFromHere, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.perjanjian_kinerja_pdf import bound_statement
from kinerja_desktop.documents.pernyataan_reviu_pdf import statement
from kinerja_desktop.documents.rencana_aksi_pdf import action_table
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import Sheet, landscape, mm, portrait, text_style
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.laporan import (
    PERJANJIAN_DI_BAB_II,
    TANPA_LANGKAH,
    Lkjip,
    SalinanPerjanjian,
    TabelPegawai,
    WaktuTriwulan,
)


def render(report: Lkjip) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same report."""
    return archive_form(lay_out(report), report.naskah)


def lay_out(report: Lkjip) -> bytes:
    """The finished pages, not yet in their archive form."""
    naskah = report.naskah
    head = f"LKjIP {naskah.instansi.nama} Tahun {naskah.tahun}"
    layout = Layout(first=COVER, running=(head, naskah.instansi.nama), contents=True)
    return render_pages(naskah, story(report), layout)


def story(report: Lkjip) -> list[Flowable]:
    """The flowables of the whole paper, in order."""
    return [
        Cover(report.naskah, report.subjudul_sampul, portrait(report.naskah.kertas)),
        *_front(report),
        NumberFromHere(),
        *_introduction(report),
        *planning(report),
        *accountability(report),
        *_ending(report),
        *_annexes(report),
    ]


def chapter(number: str, title: str) -> list[Flowable]:
    """A new page with the two lines of a BAB, and its name in the running head."""
    words = f"BAB {number}  {title}"
    return [*turn(PLAIN), Chapter(words), heading(f"BAB {number}\n{title.upper()}", "bab")]


def _front_page(title: str) -> list[Flowable]:
    return [*turn(PLAIN), Chapter(title), heading(title.upper(), "bab")]


def _list_of(report: Lkjip, title: str, kind: str) -> list[Flowable]:
    """A list of tables or figures: below the list before it where a good part of that page is left."""
    head = heading(title.upper(), "bab")
    head.spaceBefore = _ABOVE_LIST
    room = portrait(report.naskah.kertas).height * mm * _ROOM_FOR_LIST
    return [CondPageBreak(room), Chapter(title), head, ContentsList(kind)]


def _front(report: Lkjip) -> list[Flowable]:
    preface = body(report.kata_pengantar)
    signature = SignatureBlock(report.naskah, Signer(report.penandatangan))
    return [
        *_front_page("Kata Pengantar"),
        *preface[:-2],
        Closing(preface, signature),
        *_reviewed(report),
        *_front_page("Ikhtisar Eksekutif"),
        *body(report.ikhtisar),
        *_front_page("Daftar Isi"),
        ContentsList(CONTENTS),
        *_list_of(report, "Daftar Tabel", TABLES),
        *(_list_of(report, "Daftar Gambar", FIGURES) if report.bergambar else []),
    ]


def _reviewed(report: Lkjip) -> list[Flowable]:
    """The statement of the review, where there is one, on a page of its own."""
    paper = report.pernyataan_reviu
    if paper is None:
        return []
    below = [paragraph(line.upper(), text_style("subtitle")) for line in paper.subjudul]
    return [*_front_page("Pernyataan Telah Direviu"), *below, *statement(paper)]


def _introduction(report: Lkjip) -> list[Flowable]:
    number, sheet = Numbering(1), portrait(report.naskah.kertas)
    story = chapter("I", "Pendahuluan")
    for part in report.pendahuluan:
        tables = [flow_table(_counted(t, number.table(t.judul)), sheet) for t in part.tabel]
        story += [heading(part.judul, level=1), *body(part.paragraf), *tables]
    return story


def _counted(table: TabelPegawai, caption: str) -> Tabel:
    """People of the office: names of units keep the room that the counts leave."""
    first, *heads = table.kepala
    columns = (Column(first, _COUNTED - _COUNT * len(heads)), *(Column(h, _COUNT, Kind.FIGURE) for h in heads))
    last = len(table.baris) - 1
    rows = tuple(
        Row((Cell(b.uraian), *map(figure_cell, b.jumlah)), Look.TOTAL if n == last else Look.BODY)
        for n, b in enumerate(table.baris)
    )
    return Tabel(columns, rows, caption, table.sumber)


def _ending(report: Lkjip) -> list[Flowable]:
    return [
        *chapter("IV", "Penutup"),
        heading("A. Kesimpulan", level=1),
        *body(report.kesimpulan),
        heading("B. Langkah Perbaikan", level=1),
        *_steps(report),
        *body(report.penutup),
    ]


def _steps(report: Lkjip) -> list[Flowable]:
    told = body(report.teks_langkah)
    if not report.langkah_perbaikan:
        return [*(told or body([TANPA_LANGKAH]))]
    steps = recommendation_table(report.langkah_perbaikan, Numbering(4).table("Langkah Perbaikan"))
    return [*told, flow_table(steps, portrait(report.naskah.kertas))]


def _annexes(report: Lkjip) -> list[Flowable]:
    """Agreement, action plan, measuring, how the data came about, evidence; pages go on counting.

    What would say nothing new or is not there is left out; an upright annex goes on below a short one before it.
    """
    sheet, wide = portrait(report.naskah.kertas), landscape(report.naskah.kertas, bound=True)
    tahun = report.naskah.tahun
    agreed, plan, measured = report.perjanjian_terikat, report.rencana_aksi_lampiran, report.pengukuran
    parts: list[tuple[str, str, list[Flowable]]] = [
        (agreed.naskah.jenis if agreed else "", PLAIN, _agreement(agreed) if agreed else []),
        (f"Rencana Aksi Tahun {tahun}", TURNED, [flow_table(action_table(plan), wide)] if plan else []),
        (
            f"Pengukuran Kinerja Tahun {tahun}",
            TURNED,
            [flow_table(measured_table(measured, tahun), wide)] if measured else [],
        ),
        (f"Laporan Seksi dan Ketepatan Waktu Tahun {tahun}", PLAIN, _times(report, sheet)),
        (_EVIDENCE, PLAIN, evidence_table(report.bukti, sheet, heading=_EVIDENCE, last=True)),
    ]
    there, story, before = [part for part in parts if part[2]], list[Flowable](), ""
    for number, (title, kind, content) in enumerate(there, 1):
        goes_on = kind == before == PLAIN
        story += [CondPageBreak(sheet.height * mm / 3)] if goes_on else turn(kind)
        story += _annex(number, title, content)
        before = kind
    return story


def _agreement(paper: SalinanPerjanjian) -> list[Flowable]:
    """The statement as it was signed; its targets and money stand in BAB II."""
    return [*bound_statement(paper), Spacer(0, _BELOW_SIGNATURES), *body([PERJANJIAN_DI_BAB_II])]


def _times(report: Lkjip, sheet: Sheet) -> list[Flowable]:
    """The seksi's reports, how the steps kept their limits, triwulan by triwulan, how the reports themselves did."""
    year = report.naskah.tahun
    last_quarter = f"Laporan Data Kinerja Seksi Triwulan IV Tahun {report.naskah.tahun}"
    made: list[Flowable] = [
        heading(last_quarter, "section", level=None),
        flow_table(seksi_table(report.seksi), sheet),
        heading("Ketepatan Waktu", "section", level=None),
        *leading(report.teks_waktu),
    ]
    last = WaktuTriwulan("Triwulan IV", report.waktu)
    for quarter in (*report.waktu_sebelum, last):
        title = f"{quarter.triwulan} Tahun {year}"
        made += [heading(title, "section", level=None)]
        made += times_table(quarter.baris, sheet, heading=title, noted=quarter is last)
    if report.waktu_laporan:
        opening = heading(f"Laporan Triwulan dan LKjIP Tahun {year}", "section", level=None)
        made += [opening, flow_table(reports_table(report.waktu_laporan), sheet)]
    return made


def _annex(number: int, title: str, content: list[Flowable]) -> list[Flowable]:
    """An annex begins with a divider line above and below its title."""
    opening = heading(f"Lampiran {number}. {title}", "annex")
    return [Chapter(f"Lampiran {number}"), divider(), opening, divider(), *content]


_EVIDENCE: Final = "Daftar Bukti Dukung"
_ABOVE_LIST: Final = 24.0
_ROOM_FOR_LIST: Final = 1 / 4
"""Part of a sheet that must be left for a list to begin on a page that another one ends on."""
_BELOW_SIGNATURES: Final = 16.0
_COUNTED: Final = 165.0
_COUNT: Final = 19.0
