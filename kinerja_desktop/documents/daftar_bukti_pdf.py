"""Daftar Bukti Dukung: every piece of evidence of a triwulan, as it is annexed, on a paper of its own."""

from kinerja_desktop.documents.annexes import evidence_table
from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.domain.dokumen_berkas import DaftarBukti


def render(paper: DaftarBukti) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    evidence = evidence_table(paper.bukti, portrait(paper.naskah.kertas), heading="Daftar Bukti Dukung", last=True)
    content = [*body(paper.pembuka), *evidence]
    return render_simple(paper.naskah, content, numbered=False)
