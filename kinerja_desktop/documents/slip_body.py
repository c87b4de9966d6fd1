"""What stands left in the last row of a slip: the indikator, the limit, the note, made to fit.

Nothing is cut: lines move closer and the type becomes smaller first, then fewer indikator stand on the slip, then the
note goes to the annex page as well. To change the order in which room is won: ``_choices``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from kinerja_desktop.documents.style import BLACK, cell_style, mm
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.laporan import LembarDisposisi
from kinerja_desktop.domain.narasi import ikat

LISTED: Final = 6
"""More indikator than this go on a list of their own; five stand on the slip."""
_SIZES: Final = ((9.0, 1.42), (8.5, 1.42), (8.5, 1.25), (8.0, 1.25), (7.5, 1.25), (7.0, 1.25))
"""Sizes of the type with the distance of its lines, as a multiple of the size."""
_BEFORE_LIMIT: Final = 1.8
_VALUE: Final = 24 * mm
_NUMBER: Final = 5 * mm
_ELSEWHERE: Final = "Lihat lampiran."


@dataclass(frozen=True, slots=True)
class _Piece:
    """One paragraph, its place right of the margin and how much lower the next begins."""

    words: Paragraph
    x: float
    drop: float


@dataclass(frozen=True, slots=True)
class SlipBody:
    """The planned left part; ``needs_annex`` where something found no room, ``note_apart`` where the note did not."""

    pieces: tuple[_Piece, ...]
    needs_annex: bool
    note_apart: bool

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw below ``top``, in points."""
        canvas.setFillColor(BLACK)
        for piece in self.pieces:
            piece.words.drawOn(canvas, x + piece.x, top - piece.words.height)
            top -= piece.drop


def plan_body(slip: LembarDisposisi, width: float, height: float) -> SlipBody:
    """Choose size and extent so that everything fits the room, in points."""
    plan = SlipBody((), needs_annex=True, note_apart=True)
    for shown, note, (size, step) in _choices(slip):
        pieces = tuple(_pieces(slip, shown, note, (size, size * step), width))
        apart = note != slip.catatan
        plan = SlipBody(pieces, needs_annex=apart or shown < len(slip.indikator), note_apart=apart)
        if sum(piece.drop for piece in pieces) <= height:
            return plan
    return plan


def _choices(slip: LembarDisposisi) -> Iterator[tuple[int, str, tuple[float, float]]]:
    most = len(slip.indikator) if len(slip.indikator) <= LISTED else LISTED - 1
    for note in dict.fromkeys((slip.catatan, _ELSEWHERE)):
        for shown in range(most, max(most - 4, -1), -1):
            for size in _SIZES:
                yield shown, note, size


def _pieces(
    slip: LembarDisposisi, shown: int, note: str, letters: tuple[float, float], width: float
) -> Iterator[_Piece]:
    size, step = letters
    yield _piece("Indikator yang dilaporkan:", 0, size, width, step, bold=True)
    for number, name in enumerate(slip.indikator[:shown], start=1):
        yield _label(f"{number}.", size)
        yield _piece(name, _NUMBER, size, width, step)
    if hidden := len(slip.indikator) - shown:
        yield _piece(f"dan {hidden} indikator lain pada daftar terlampir", _NUMBER, size, width, step)
    yield _gap()
    yield _label("Batas waktu:", size, bold=True)
    yield _piece(slip.batas_waktu, _VALUE, size, width, step)
    yield _gap()
    yield _label("Catatan:", size, bold=True)
    yield _piece(note or "-", _VALUE, size, width, step)


def _piece(text: str, x: float, size: float, width: float, step: float, *, bold: bool = False) -> _Piece:
    words = paragraph(ikat(text), cell_style(size, size * 1.21, bold=bold))
    height = words.wrap(width - x, 1e6)[1]
    return _Piece(words, x, max(step, height + step - size * 1.21))


def _label(text: str, size: float, *, bold: bool = False) -> _Piece:
    """Words beside which the next piece begins."""
    words = paragraph(text, cell_style(size, size * 1.21, bold=bold))
    words.wrap(_VALUE, 1e6)
    return _Piece(words, 0, 0.0)


def _gap() -> _Piece:
    empty = paragraph("", cell_style(1, 1))
    empty.wrap(1, 1)
    return _Piece(empty, 0, _BEFORE_LIMIT * mm / 1.5)
