"""The SOP as it runs in one seksi: the flow chart with the state of each step, for meetings."""

from kinerja_desktop.documents.page import FORM, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.sop_pages import chart_pages
from kinerja_desktop.domain.dokumen_sop import SopBerjalan


def render(paper: SopBerjalan) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    story = chart_pages(paper.naskah, paper.bagan, paper.naskah.judul, (paper.berkas, paper.keadaan))
    return archive_form(render_pages(paper.naskah, story, Layout(first=FORM, turned=True)), paper.naskah)
