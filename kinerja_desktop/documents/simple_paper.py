"""A paper of one piece: letterhead, title, content, signatures. What has chapters of its own lays itself out.

To add such a paper: a module that makes its content and calls ``render_simple``.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.captioned import CaptionedTable
from kinerja_desktop.documents.furniture import REPORT_KOP, kop_height
from kinerja_desktop.documents.keep import Closing, ClosingTable, closer, stack_height
from kinerja_desktop.documents.page import KOP, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import mm, portrait
from kinerja_desktop.domain.laporan import Naskah


def render_simple(
    naskah: Naskah,
    content: Sequence[Flowable],
    *signers: Signer,
    closing: Sequence[str] = (),
    turned: bool = False,
    numbered: bool = True,
    room: float | None = None,
) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same input. ``closing`` are its last paragraphs.

    Further lines of the title stand smaller below it. ``turned`` lays it on landscape sheets; ``numbered`` False
    leaves the line of the number out. ``room`` is that for the pen in millimetres, where no stamp goes.
    """
    story = [TitleBlock(naskah, naskah.judul.splitlines(), numbered=numbered), *content, *body(closing)]
    if signers:
        story = signed(story, SignatureBlock(naskah, *signers, room=room))
    layout = Layout(first=KOP, running=(naskah.jenis, naskah.instansi.nama), turned=turned)
    return archive_form(render_pages(naskah, story, layout), naskah)


def fits_one_page(naskah: Naskah, content: Sequence[Flowable], *signers: Signer) -> bool:
    """Whether the paper of this content ends with its signatures on the page with the letterhead."""
    sheet = portrait(naskah.kertas)
    parts = [TitleBlock(naskah, naskah.judul.splitlines()), *content, closer(SignatureBlock(naskah, *signers))]
    room = sheet.height - sheet.kop - kop_height(REPORT_KOP) - sheet.bottom
    return stack_height(parts, None, sheet.text_width * mm) <= room * mm


def signed(story: Sequence[Flowable], signature: Flowable) -> list[Flowable]:
    """The signature below the story, never alone on a page: words or rows go with it."""
    if isinstance(story[-1], CaptionedTable):
        return [*story[:-1], ClosingTable(story[-1], signature)]
    words = [part for part in story[-2:] if isinstance(part, Paragraph)]
    return [*story[: len(story) - len(words)], Closing(words, signature)]
