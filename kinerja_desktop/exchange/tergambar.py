"""What this program drew on the pages of a PDF: the QR codes, and whether two drawings are the same.

A page that shows nothing but forms is a sheet onto which filed pages were laid, two slips on one: each form is a
drawing of its own. To let one more thing of a page count as drawn: ``_digest``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from kinerja_desktop.domain.errors import NotAScan

if TYPE_CHECKING:
    from pikepdf import Object, Page
    from PIL.Image import Image

_CODE_RUNS: Final = 100
"""A path of fewer rectangles is a rule or a box, no code."""
_MODULE, _QUIET = 4, 16
"""Pixels of a module, and of the white around the code."""
_LAYING: Final = frozenset({"q", "Q", "cm", "Do"})
"""Operators that lay a form on a page and show nothing themselves."""


@dataclass(frozen=True, slots=True)
class Gambar:
    """A drawing: the words of the QR codes on it, and a digest of everything that it shows."""

    kode: tuple[str, ...]
    sidik: str


def drawn_codes(content: bytes) -> tuple[str, ...]:
    """The words of every QR code that this program drew on the pages of a PDF of its own. Raises NotAScan.

    Only for bytes that are known to be ours: whoever draws on a page can draw any code.
    """
    return tuple(dict.fromkeys(words for page in drawings(content) for one in page for words in one.kode))


def drawings(content: bytes) -> tuple[tuple[Gambar, ...], ...]:
    """The drawings of each page. Raises NotAScan.

    What stands on a filed page and what was laid of it onto a sheet have the same digest; whatever lies over a page,
    a comment too, gives its drawings another one.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return tuple(tuple(_of_page(page)) for page in pdf.pages)
    except (pikepdf.PdfError, ValueError, TypeError) as damaged:
        raise NotAScan("Dokumen") from damaged


def _of_page(page: "Page") -> "Iterator[Gambar]":
    over = page.obj.get("/Annots")
    forms, alone = _laid(page)
    shown = [Gambar(_codes(form), _digest(form, over)) for form in forms]
    if shown and alone:
        yield from shown
        return
    whole = page.as_form_xobject()
    yield Gambar(_codes(whole), _digest(whole, over))
    yield from (one for one in shown if one.kode)


def _laid(page: "Page") -> "tuple[list[Object], bool]":
    """The forms on a page in the order of their laying, and whether it shows nothing else."""
    import pikepdf

    steps = pikepdf.parse_content_stream(page)
    shown = [page.resources.XObject[str(step.operands[0])] for step in steps if str(step.operator) == "Do"]
    forms = [thing for thing in shown if thing.get("/Subtype") == "/Form"]
    return forms, len(forms) == len(shown) and all(str(step.operator) in _LAYING for step in steps)


# --- the same drawing ----------------------------------------------------------------------------


def _digest(form: "Object", over: "Object | None") -> str:
    told = sha256()
    for piece in _pieces((form.read_bytes(), form.get("/Resources"), over), set()):
        told.update(piece)
    return told.hexdigest()


def _pieces(thing: object, seen: set[tuple[int, int]]) -> Iterator[bytes]:
    """Everything that a form needs to be shown, in one order, whatever numbers its objects have in the file."""
    import pikepdf

    if isinstance(thing, tuple | pikepdf.Array):
        yield b"["
        for one in thing:
            yield from _pieces(one, seen)
        yield b"]"
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        place = thing.objgen
        if place != (0, 0) and place in seen:
            return
        seen.add(place)
        yield from _entries(thing, seen)
    else:
        yield f"{type(thing).__name__} {thing!r} ".encode()


def _entries(thing: "Object", seen: set[tuple[int, int]]) -> Iterator[bytes]:
    import pikepdf

    yield b"<<"
    for name in sorted(set(thing.keys()) - {"/Length", "/Filter", "/DecodeParms", "/Parent", "/P"}):
        yield name.encode()
        yield from _pieces(thing[name], seen)
    if isinstance(thing, pikepdf.Stream):
        try:
            yield thing.read_bytes()
        except pikepdf.PdfError:  # a picture whose packing is part of it
            yield thing.read_raw_bytes()
    yield b">>"


# --- the codes on it -----------------------------------------------------------------------------


def _codes(form: "Object") -> tuple[str, ...]:
    import zxingcpp

    found = (zxingcpp.read_barcodes(code) for code in _drawn(form))
    return tuple(dict.fromkeys(code.text for codes in found for code in codes))


def _drawn(form: "Object") -> "Iterator[Image]":
    """Paths that are runs of dark modules in a square of side 1, as ``documents.qr`` draws them."""
    import pikepdf

    if form.read_bytes().count(b" re") <= _CODE_RUNS:
        return
    runs: list[tuple[Decimal, ...]] = []
    for step in pikepdf.parse_content_stream(form):
        if str(step.operator) == "re":
            runs.append(tuple(Decimal(str(side)) for side in cast("Sequence[object]", step.operands)))
            continue
        if len(runs) > _CODE_RUNS and all(0 <= side <= 1 for side in runs[0]):
            yield _picture(runs)
        runs.clear()


def _picture(runs: Sequence[tuple[Decimal, ...]]) -> "Image":
    from PIL import Image

    count = round(1 / runs[0][3])
    side = count * _MODULE + 2 * _QUIET
    drawn = Image.new("L", (side, side), 255)
    for left, bottom, width, height in runs:
        x, y = (_QUIET + round(at * count) * _MODULE for at in (left, 1 - bottom - height))
        drawn.paste(0, (x, y, x + round(width * count) * _MODULE, y + _MODULE))
    return drawn
