"""Perjanjian Kinerja: the statement of both parties, the targets, the budget; both sign each page or lampiran."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus import Flowable, Spacer

from kinerja_desktop.documents.arranged import Stack
from kinerja_desktop.documents.blocks import TitleBlock, body, bookmarked, centred
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.furniture import CENTRED_HEIGHT
from kinerja_desktop.documents.keep import Closing, ClosingTable, stack_height
from kinerja_desktop.documents.page import CENTRED, PLAIN, Layout, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import PERJANJIAN_ROOM, ParafBoxes, SignatureBlock, Signer, capital_name
from kinerja_desktop.documents.style import TABLE, WIDE_TABLE, TableType, mm, portrait, text_style
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_rencana import KelompokJanji, PerjanjianKinerja
from kinerja_desktop.domain.laporan import Pihak, SalinanPerjanjian
from kinerja_desktop.domain.narasi import NBSP
from kinerja_desktop.domain.pegawai import huruf_besar

_PROMISED: Final = Column("Sasaran", 50)
"""Its head names every level that the table shows."""
_TARGETS: Final = (
    Column("No", 10, Kind.CENTRED),
    _PROMISED,
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
    return archive_form(
        render_pages(paper.naskah, [*_statement(paper), *_annexes(paper)], Layout(first=CENTRED)), paper.naskah
    )


# --- statement -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How wide the statement is set: its styles and the white above its parts."""

    words: str
    particulars: str
    gap: float


_WIDE: Final = _Spacing("letter", "particular", 10.0)
_CLOSE: Final = _Spacing("letter_close", "particular_close", 5.0)


def _statement(paper: PerjanjianKinerja) -> list[Flowable]:
    """The first page, set closer where it would otherwise run over."""
    made = _parts(paper, _WIDE)
    if not _fits(paper, made) and _fits(paper, close := _parts(paper, _CLOSE)):
        made = close
    *before, first, second, signatures = made
    return [*before, Closing([first, second], signatures)]


def _parts(paper: PerjanjianKinerja, spacing: _Spacing) -> list[Flowable]:
    return [
        bookmarked(TitleBlock(paper.naskah, [paper.naskah.judul]), "Pernyataan"),
        *_agreed_by(paper, spacing),
        *body(paper.pernyataan, spacing.words),
        _signatures(paper),
    ]


def _fits(paper: PerjanjianKinerja, parts: Sequence[Flowable]) -> bool:
    sheet = portrait(paper.naskah.kertas)
    room = (sheet.height - sheet.kop - CENTRED_HEIGHT - sheet.bottom) * mm
    return stack_height(parts, None, sheet.text_width * mm) <= room


def _party(pihak: Pihak, called: str, spacing: _Spacing) -> list[Flowable]:
    style = text_style(spacing.particulars)
    return [
        Spacer(0, spacing.gap / 2),
        paragraph(f":  {capital_name(pihak.nama)}", style.clone("named", fontName=BOLD), bullet="Nama"),
        paragraph(f":  {pihak.jabatan}", style, bullet="Jabatan"),
        *body([called], spacing.words),
    ]


def bound_statement(paper: SalinanPerjanjian) -> list[Flowable]:
    """The statement as it is bound into the LKjIP, below the title of its lampiran."""
    told = body(paper.pernyataan, _CLOSE.words)
    number = [centred(f"Nomor: {paper.naskah.nomor}")] if paper.naskah.nomor else []
    return [*number, *_agreed_by(paper, _CLOSE), *told[:-2], Closing(told, _both_sign(paper))]


def _agreed_by(paper: PerjanjianKinerja | SalinanPerjanjian, spacing: _Spacing) -> list[Flowable]:
    """The opening words and who the parties are."""
    return [
        Spacer(0, spacing.gap),
        *body([paper.pembuka], spacing.words),
        *_party(paper.pertama, "selanjutnya disebut pihak pertama;", spacing),
        *_party(paper.kedua, "selaku atasan pihak pertama, selanjutnya disebut pihak kedua.", spacing),
    ]


def _both_sign(paper: PerjanjianKinerja | SalinanPerjanjian) -> Flowable:
    first = Signer(paper.pertama.tanda_tangan, "Pihak Pertama,")
    second = Signer(paper.kedua.tanda_tangan, "Pihak Kedua,")
    return SignatureBlock(paper.naskah, first, second, room=PERJANJIAN_ROOM)


def _signatures(paper: PerjanjianKinerja) -> Flowable:
    """Both parties and the boxes for initials, as they stand on each page."""
    block = _both_sign(paper)
    return Stack([block, ParafBoxes(paper.paraf)]) if paper.paraf else block


# --- annexes -------------------------------------------------------------------------------------


def _annexes(paper: PerjanjianKinerja) -> list[Flowable]:
    """Targets and budget each on a page of its own; within the office on one page where that holds both."""
    targets, budget = _targets(paper), [_budget(paper)] if paper.dana else []
    if paper.di_dalam_kantor and budget:
        both = _on_one_page(paper, [targets, *budget], "target kinerja dan anggaran")
        if both:
            return both
    parts = [(targets, "target kinerja"), *((table, "anggaran") for table in budget)]
    return [part for table, holds in parts for part in _annex(paper, table, holds)]


def _annex(paper: PerjanjianKinerja, table: Tabel, holds: str) -> list[Flowable]:
    """The table on one page with both signatures where smaller type brings that about."""
    return _on_one_page(paper, [table], holds) or _closed(_laid(paper, [table], TABLE, holds))


def _on_one_page(paper: PerjanjianKinerja, tables: Sequence[Tabel], holds: str) -> list[Flowable]:
    """The lampiran if a page holds all of it, else nothing."""
    sheet = portrait(paper.naskah.kertas)
    made = (_laid(paper, tables, type_, holds) for type_ in (TABLE, WIDE_TABLE))
    fits = (parts for parts in made if stack_height(parts, None, sheet.text_width * mm) <= sheet.text_height * mm)
    return next(map(_closed, fits), [])


def _laid(paper: PerjanjianKinerja, tables: Sequence[Tabel], type_: TableType, holds: str) -> list[Flowable]:
    jabatan = huruf_besar(paper.pertama.jabatan)
    titles = [paragraph(line, text_style("annex")) for line in ("LAMPIRAN", paper.naskah.judul, jabatan)]
    bookmarked(titles[0], f"Lampiran: {holds}")
    made = (flow_table(replace(table, type=type_), portrait(paper.naskah.kertas)) for table in tables)
    return [*titles, Spacer(0, _WIDE.gap), *made, _signatures(paper)]


def _closed(parts: Sequence[Flowable]) -> list[Flowable]:
    """The parts of a lampiran on a new page, the signatures with its last table."""
    *before, last, signatures = parts
    return [*turn(PLAIN), *before, ClosingTable(last, signatures)]


def _targets(paper: PerjanjianKinerja) -> Tabel:
    named = dict.fromkeys(group.tingkat.title().replace(" ", NBSP) for group in paper.janji)
    levels = " / ".join(named) or "Sasaran"
    columns = tuple(replace(c, head=levels) if c is _PROMISED else c for c in _TARGETS)
    return Tabel(columns, tuple(row for group in paper.janji for row in _group_rows(group)))


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
