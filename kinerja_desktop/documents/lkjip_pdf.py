"""LKjIP: cover, preface, summary, contents, BAB I to IV, lampiran.

Order and headings of the annual report; BAB II and III stand in modules of their own. Every figure and sentence
comes final in the report object. To add a chapter: a function that returns its flowables, in its place in ``story``.
"""

from reportlab.platypus import Flowable, PageBreak

from kinerja_desktop.documents.annexes import seksi_table, times_table
from kinerja_desktop.documents.blocks import body, divider, heading
from kinerja_desktop.documents.contents import CONTENTS, FIGURES, TABLES, ContentsList
from kinerja_desktop.documents.cover import Cover
from kinerja_desktop.documents.keep import Closing
from kinerja_desktop.documents.laporan_triwulan_pdf import recommendation_table
from kinerja_desktop.documents.lkjip_bab2 import agreement_annex, planning
from kinerja_desktop.documents.lkjip_bab3 import accountability
from kinerja_desktop.documents.numbering import Numbering
from kinerja_desktop.documents.page import COVER, PLAIN, Chapter, Layout, NumberFromHere, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import Lkjip


def render(report: Lkjip) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same report."""
    return archive_form(lay_out(report), report.naskah)


def lay_out(report: Lkjip) -> bytes:
    """The finished pages, not yet in their archive form."""
    naskah = report.naskah
    head = f"LKjIP {naskah.instansi.nama} Tahun {naskah.tahun}"
    layout = Layout(first=COVER, running=(head, naskah.instansi.nama))
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


def _front(report: Lkjip) -> list[Flowable]:
    preface = body(report.kata_pengantar)
    signature = SignatureBlock(report.naskah, Signer(report.penandatangan))
    return [
        *_front_page("Kata Pengantar"),
        *preface[:-2],
        Closing(preface, signature),
        *_front_page("Ikhtisar Eksekutif"),
        *body(report.ikhtisar),
        *_front_page("Daftar Isi"),
        ContentsList(CONTENTS),
        *_front_page("Daftar Tabel"),
        ContentsList(TABLES),
        *_front_page("Daftar Gambar"),
        ContentsList(FIGURES),
    ]


def _introduction(report: Lkjip) -> list[Flowable]:
    story = chapter("I", "Pendahuluan")
    for part in report.pendahuluan:
        story += [heading(part.judul, level=1), *body(part.paragraf)]
    return story


def _ending(report: Lkjip) -> list[Flowable]:
    steps = recommendation_table(report.langkah_perbaikan, Numbering(4).table("Langkah Perbaikan"))
    return [
        *chapter("IV", "Penutup"),
        heading("A. Kesimpulan", level=1),
        *body(report.kesimpulan),
        heading("B. Langkah Perbaikan", level=1),
        *([flow_table(steps, portrait(report.naskah.kertas))] if report.langkah_perbaikan else []),
        *body(report.penutup),
    ]


def _annexes(report: Lkjip) -> list[Flowable]:
    sheet = portrait(report.naskah.kertas)
    return [
        *_annex(1, f"Perjanjian Kinerja Tahun {report.naskah.tahun}"),
        *agreement_annex(report),
        *_annex(2, "Laporan Data Kinerja Seksi"),
        flow_table(seksi_table(report.seksi), sheet),
        *_annex(3, "Rekapitulasi Ketepatan Waktu"),
        *times_table(report.waktu, sheet),
    ]


def _annex(number: int, title: str) -> list[Flowable]:
    """An annex opens a page with a divider line above and below its title."""
    return [PageBreak(), Chapter("Lampiran"), divider(), heading(f"Lampiran {number}. {title}", "annex"), divider()]
