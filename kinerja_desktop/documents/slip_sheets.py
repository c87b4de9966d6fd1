"""Filed Lembar Disposisi put two on one F4 sheet for the printer: their drawings as they are, nothing set anew.

A filed slip stands on the upper half of its page with the cut line below it. Both are laid on an empty sheet as whole
drawings in their own size, so codes stay readable and each is still known as the one that was filed; annexes follow
behind the sheets. Made for printing alone: what is filed stays as it is.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Final

from pikepdf import Array, Page, Pdf, Rectangle

from kinerja_desktop.documents.slip import HEIGHT
from kinerja_desktop.documents.style import mm

_CLEAR: Final = 1.0 * mm
"""What the cut line at the foot of a half takes, and is left out of the lower one."""


def two_up(slips: Sequence[bytes]) -> bytes:
    """One file of sheets: two slips on each where the paper has the height for them, then annexes in the same order."""
    target = BytesIO()
    with ExitStack() as opened, Pdf.new() as sheets:
        files = [opened.enter_context(Pdf.open(BytesIO(slip))) for slip in slips]
        for pair in _pairs([file.pages[0] for file in files]):
            if len(pair) == 1:
                sheets.pages.append(pair[0])
            else:
                _lay(sheets.add_blank_page(page_size=_size(pair[0])), pair)
        for file in files:
            sheets.pages.extend(file.pages[1:])
        sheets.save(target)
    return target.getvalue()


def _pairs(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Neighbours of one size that fit below one another; a page that does not stays alone."""
    at = 0
    while at < len(pages):
        pair = pages[at : at + 2]
        width, height = _size(pair[0])
        together = len(pair) == 2 and height >= 2 * HEIGHT * mm - _CLEAR and _size(pair[1]) == (width, height)
        yield pair if together else pair[:1]
        at += 2 if together else 1


def _size(page: Page) -> tuple[float, float]:
    left, foot, right, top = (float(side) for side in page.mediabox)
    return right - left, top - foot


def _lay(sheet: Page, slips: Sequence[Page]) -> None:
    """The upper half of the pages of two slips onto the halves of a sheet, in their own size."""
    width, height = _size(sheet)
    half = height / 2
    for slip, foot, cut in ((slips[0], half, -_CLEAR / 2), (slips[1], 0.0, _CLEAR)):
        slip.trimbox = Array([0, half + cut, width, height])  # of the copy in memory: what the form shows of it
        sheet.add_overlay(slip, Rectangle(0, foot + cut, width, foot + half))
