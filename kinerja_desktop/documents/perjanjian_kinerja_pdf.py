"""Perjanjian Kinerja: the statement of both parties, the targets, the budget; both sign each page."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable, Spacer

from kinerja_desktop.documents.arranged import Stack
from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.keep import Closing, ClosingTable
from kinerja_desktop.documents.page import CENTRED, PLAIN, Layout, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import PERJANJIAN_ROOM, ParafBoxes, SignatureBlock, Signer, capital_name
from kinerja_desktop.documents.style import portrait, text_style
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_rencana import KelompokJanji, PerjanjianKinerja, Pihak

_SIZE: Final = 12.0
_GAP: Final = 10.0
_TARGETS: Final = (
    Column("No", 10, Kind.CENTRED),
    Column("Sasaran", 50),
    Column("Indikator Kinerja", 60),
    Column("Satuan", 20, Kind.CENTRED),
    Column("Target", 25, Kind.FIGURE),
)


def _money_columns(tingkat: str) -> tuple[Column, ...]:
    return (
        Column("No", 10, Kind.CENTRED),
        Column(tingkat, 85),
        Column("Anggaran (Rp)", 40, Kind.FIGURE),
        Column("Keterangan", 30, Kind.CENTRED),
    )


def render(paper: PerjanjianKinerja) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    story = [*_statement(paper), *_annex(paper, _targets(paper)), *_annex(paper, _budget(paper))]
    return archive_form(render_pages(paper.naskah, story, Layout(first=CENTRED)), paper.naskah)


# --- statement -----------------------------------------------------------------------------------


def _statement(paper: PerjanjianKinerja) -> list[Flowable]:
    closing = body(paper.pernyataan, "letter")
    return [
        TitleBlock(paper.naskah, [paper.naskah.judul]),
        Spacer(0, _GAP),
        *body([paper.pembuka], "letter"),
        *_party(paper.pertama, "selanjutnya disebut pihak pertama;"),
        *_party(paper.kedua, "selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        *closing[:-2],
        Closing(closing, _signatures(paper)),
    ]


def _party(pihak: Pihak, called: str) -> list[Flowable]:
    style = text_style("particular")
    return [
        Spacer(0, _GAP / 2),
        paragraph(f":  {capital_name(pihak.nama)}", style, bullet="Nama"),
        paragraph(f":  {pihak.jabatan}", style, bullet="Jabatan"),
        *body([called], "letter"),
    ]


def _signatures(paper: PerjanjianKinerja) -> Flowable:
    """Both parties and the boxes for initials, as they stand on each page."""
    first = Signer(paper.pertama.tanda_tangan, "Pihak Pertama,")
    second = Signer(paper.kedua.tanda_tangan, "Pihak Kedua,")
    block = SignatureBlock(paper.naskah, first, second, room=PERJANJIAN_ROOM, size=_SIZE)
    return Stack([block, ParafBoxes(paper.paraf)]) if paper.paraf else block


# --- annexes -------------------------------------------------------------------------------------


def _annex(paper: PerjanjianKinerja, table: Tabel) -> list[Flowable]:
    jabatan = paper.pertama.jabatan.upper()
    titles = [paragraph(line, text_style("annex")) for line in ("LAMPIRAN", paper.naskah.judul, jabatan)]
    made = flow_table(table, portrait(paper.naskah.kertas))
    return [*turn(PLAIN), *titles, Spacer(0, _GAP), ClosingTable(made, _signatures(paper))]


def _targets(paper: PerjanjianKinerja) -> Tabel:
    return Tabel(_TARGETS, tuple(row for group in paper.janji for row in _group_rows(group)))


def _group_rows(group: KelompokJanji) -> Sequence[Row]:
    return [
        Row(
            (
                Cell(line.no),
                Cell(joined=True) if number else Cell(group.sasaran),
                Cell(line.indikator),
                Cell(line.satuan),
                figure_cell(line.target),
            )
        )
        for number, line in enumerate(group.baris)
    ]


def _budget(paper: PerjanjianKinerja) -> Tabel:
    rows = [
        Row((Cell(line.no), Cell(line.uraian), figure_cell(line.anggaran), Cell(line.keterangan)))
        for line in paper.dana
    ]
    total = Row((Cell("JUMLAH"), figure_cell(paper.jumlah), Cell("-")), Look.TOTAL, 2)
    return Tabel(_money_columns(paper.tingkat_dana), (*rows, total))
