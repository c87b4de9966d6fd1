"""Rekapitulasi Ketepatan Waktu SOP: steps 1 to 5 of each seksi, step 6, what follows from it."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.annexes import reports_table, times_table
from kinerja_desktop.documents.blocks import body, heading
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import fits_one_page, render_simple
from kinerja_desktop.documents.style import TABLE, WIDE_TABLE, TableType, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_sop import RekapWaktu

_STEPS: Final = "Tabel 1. Waktu Penyelesaian Langkah 1\N{EN DASH}5 Setiap Seksi"


def render(paper: RekapWaktu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object; in smaller type where that keeps it on one page."""
    signers = Signer(paper.penandatangan), Signer(paper.mengetahui, "Mengetahui,")
    made = [_content(paper, type_) for type_ in (TABLE, WIDE_TABLE)]
    fitting = (content for content in made if fits_one_page(paper.naskah, content, *signers))
    return render_simple(paper.naskah, next(fitting, made[-1]), *signers)


def _content(paper: RekapWaktu, type_: TableType) -> list[Flowable]:
    sheet = portrait(paper.naskah.kertas)
    sixth = reports_table((paper.langkah6,), "Tabel 2. Waktu Penyelesaian Laporan Triwulan")
    return [
        *body(paper.pembuka, "recap"),
        *times_table(paper.waktu, sheet, _STEPS, type_=type_),
        flow_table(sixth, sheet),
        heading("Ikhtisar", "section", level=None),
        *body(paper.ikhtisar, "recap"),
    ]
