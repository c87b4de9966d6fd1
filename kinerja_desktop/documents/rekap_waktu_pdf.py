"""Rekapitulasi Ketepatan Waktu SOP: steps 1 to 5 of each seksi, step 6, what follows from it."""

from typing import Final

from kinerja_desktop.documents.annexes import reports_table, times_table
from kinerja_desktop.documents.blocks import body, heading
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import TABLE, WIDE_TABLE, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_sop import RekapWaktu

_STEPS: Final = "Tabel 1. Waktu Penyelesaian Langkah 1\N{EN DASH}5 Setiap Seksi"
_SHORT: Final = 300.0
"""On a lower sheet, in millimetres, six seksi stay on the one page in smaller type alone."""


def render(paper: RekapWaktu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = portrait(paper.naskah.kertas)
    sixth = reports_table((paper.langkah6,), "Tabel 2. Waktu Penyelesaian Laporan Triwulan")
    content = [
        *body(paper.pembuka, "recap"),
        *times_table(paper.waktu, sheet, _STEPS, type_=TABLE if sheet.height > _SHORT else WIDE_TABLE),
        flow_table(sixth, sheet),
        heading("Ikhtisar", "section", level=None),
        *body(paper.ikhtisar, "recap"),
    ]
    maker, superior = Signer(paper.penandatangan), Signer(paper.mengetahui, "Mengetahui,")
    return render_simple(paper.naskah, content, maker, superior)
