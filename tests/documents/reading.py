"""Reads a paper back: where its words, lines and filled boxes stand, in millimetres from the upper left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTCurve, LTPage, LTTextLine

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Place:
    """Something drawn: left, upper, right and lower edge; ``y`` of words is their baseline."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    font: str = ""
    weight: float = 0.0
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page with what stands on it."""

    width: float
    height: float
    words: tuple[Place, ...]
    shapes: tuple[Place, ...]

    @property
    def label(self) -> str:
        """The page number as printed, empty where there is none."""
        foot = [place.text for place in self.words if place.right > self.width - 21 and place.top > self.height - 30]
        return foot[-1] if foot else ""

    @property
    def text(self) -> str:
        """All words, line by line."""
        return "\n".join(place.text for place in self.words)

    def find(self, text: str) -> Place:
        """The first line that holds these words."""
        return next(place for place in self.words if text in place.text)

    def level_lines(self) -> list[Place]:
        """Lines that run level over at least a tenth of the page."""
        return [s for s in self.shapes if s.bottom - s.top < 0.05 and s.right - s.left > self.width / 10]


@cache
def read_pages(pdf: bytes) -> tuple[Page, ...]:
    """Every page of a paper."""
    pages = extract_pages(
        BytesIO(pdf), laparams=LAParams(line_margin=0.01, char_margin=1.2, boxes_flow=None, all_texts=True)
    )
    return tuple(_page(page) for page in pages)


def _page(page: LTPage) -> Page:
    found = list(_inside(page))
    words = tuple(_words(line, page) for line in found if isinstance(line, LTTextLine) and line.get_text().strip())
    shapes = tuple(_shape(curve, page) for curve in found if isinstance(curve, LTCurve))
    return Page(page.width / MM, page.height / MM, words, shapes)


def _inside(component: LTComponent) -> Iterator[LTComponent]:
    yield component
    if isinstance(component, LTContainer) and not isinstance(component, LTTextLine):
        for child in component:
            yield from _inside(child)


def _words(line: LTTextLine, page: LTPage) -> Place:
    letters = [child for child in line if isinstance(child, LTChar)]
    first = letters[0]
    baseline = (page.height - first.matrix[5]) / MM
    text = " ".join(line.get_text().split())
    font = first.fontname.partition("+")[2] or first.fontname
    return Place(line.x0 / MM, baseline, line.x1 / MM, baseline, text, font)


def _shape(curve: LTCurve, page: LTPage) -> Place:
    return Place(
        curve.x0 / MM,
        (page.height - curve.y1) / MM,
        curve.x1 / MM,
        (page.height - curve.y0) / MM,
        weight=curve.linewidth,
        filled=bool(curve.fill),
    )
