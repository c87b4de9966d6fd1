"""Pernyataan Telah Direviu: one page that is bound into the LKjIP."""

from typing import Final

from reportlab.platypus import Flowable, Spacer

from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.keep import Closing
from kinerja_desktop.documents.page import BARE, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.domain.laporan import PernyataanReviu

_BELOW_TITLE: Final = 20.0


def render(paper: PernyataanReviu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    title = TitleBlock(naskah, [naskah.judul, *paper.subjudul], drop=25.0, numbered=False)
    return archive_form(render_pages(naskah, [title, *statement(paper)], Layout(first=BARE)), naskah)


def statement(paper: PernyataanReviu) -> list[Flowable]:
    """What stands below the title, by itself or bound into the LKjIP."""
    words = body(paper.paragraf, "letter")
    signature = SignatureBlock(paper.naskah, Signer(paper.penandatangan), size=12.0)
    return [Spacer(0, _BELOW_TITLE), *words[:-2], Closing(words, signature)]
