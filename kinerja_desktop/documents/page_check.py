"""What is found on the finished pages of a paper before it is fixed.

It reads the file that is shown and filed, not the plan of its pages. To add a check: a function of the bytes.
"""

from io import BytesIO
from typing import Final

import pikepdf

from kinerja_desktop.documents.paper_canvas import FURNITURE, SIGNATURE

_SHOWS: Final = frozenset({"Tj", "TJ", "'", '"', "Do"})
"""Operators that put words or a picture on the page."""


def signature_alone(pdf: bytes) -> tuple[int, ...]:
    """Pages (from 1) with a signature block and nothing else; heads, feet and watermarks do not count."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return tuple(number for number, page in enumerate(file.pages, 1) if _bears_signature(page) and _is_alone(page))


def _bears_signature(page: pikepdf.Page) -> bool:
    content = page.obj.get("/Contents")
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return any(f"/{SIGNATURE} BMC".encode() in part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _is_alone(page: pikepdf.Page) -> bool:
    """Whether everything that is shown stands inside one of the two marks."""
    open_marks: list[str] = []
    for told in pikepdf.parse_content_stream(page):
        match str(told.operator):
            case "BMC" | "BDC":
                open_marks.append(str(told.operands[0]).removeprefix("/"))
            case "EMC":
                open_marks.pop()
            case shows if shows in _SHOWS and {FURNITURE, SIGNATURE}.isdisjoint(open_marks):
                return False
    return True
