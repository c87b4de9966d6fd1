"""Pernyataan Telah Direviu: one page that is bound into the LKjIP."""

from typing import Final

from reportlab.platypus import Spacer

from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.keep import Closing
from kinerja_desktop.documents.page import BARE, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.domain.dokumen_reviu import PernyataanReviu

_BELOW_TITLE: Final = 20.0


def render(paper: PernyataanReviu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    words = body(paper.paragraf, "letter")
    story = [
        TitleBlock(naskah, [naskah.judul, *paper.subjudul], drop=25.0, numbered=False),
        Spacer(0, _BELOW_TITLE),
        *words[:-2],
        Closing(words, SignatureBlock(naskah, Signer(paper.penandatangan), size=12.0)),
    ]
    return archive_form(render_pages(naskah, story, Layout(first=BARE)), naskah)
