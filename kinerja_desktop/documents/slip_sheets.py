"""Filed Lembar Disposisi put two on one F4 sheet for the printer: their drawings as they are, nothing set anew.

A filed slip stands on the upper half of its page with the cut line below it. The second one is laid on the lower half
in its own size, so codes stay readable; annexes follow behind the sheets. Made for printing alone: what is filed stays
as it is.
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
            sheets.pages.append(pair[0])
            for below in pair[1:]:
                _lay_below(sheets.pages[-1], below)
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


def _lay_below(sheet: Page, slip: Page) -> None:
    """The upper half of a slip's page onto the lower half of the sheet, in its own size."""
    width, height = _size(slip)
    half = height / 2
    slip.trimbox = Array([0, half + _CLEAR, width, height])  # of the copy in memory: what the form shows of it
    sheet.add_overlay(slip, Rectangle(0, _CLEAR, width, half))
