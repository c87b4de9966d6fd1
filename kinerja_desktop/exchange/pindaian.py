"""Scans of signed sheets: PDF as it is, a photo made a PDF, and the QR codes that stand on them.

Scanners and telephones write what they like; anything that is no PDF or JPEG is refused whole. Libraries that read
pictures are loaded inside the functions. To add a kind of file: its first bytes and its way to pages in ``_PAGES``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, cast

from kinerja_desktop.domain.errors import NotAScan

if TYPE_CHECKING:
    from PIL.Image import Image

_PDF, _JPEG = b"%PDF-", b"\xff\xd8\xff"
_PHOTO_SIDE = 2400
"""Pixels of the longer side of a photo that is kept: a sheet of 33 cm at 185 dpi, legible and small."""
_PHOTO_QUALITY = 80
_SHEET = (330, 254)
"""The longer side of a sheet in millimetres, and tenths of a millimetre in an inch."""


def as_pdf(content: bytes, nama: str = "Pindaian") -> bytes:
    """The scan as a PDF; a photo becomes one page, turned as it was held. Raises NotAScan."""
    if content.startswith(_PDF):
        return content
    photo = next(_pages(content, nama))
    photo.thumbnail((_PHOTO_SIDE, _PHOTO_SIDE))
    target = BytesIO()
    dots = max(photo.size) * _SHEET[1] // (10 * _SHEET[0])
    photo.convert("RGB").save(target, "PDF", resolution=dots, quality=_PHOTO_QUALITY)
    return target.getvalue()


def is_scan(content: bytes) -> bool:
    """True for the first bytes of a file that may be a scan."""
    return content.startswith(tuple(_PAGES))


def joined(scans: Sequence[bytes]) -> bytes:
    """Scans as one PDF, one after the other: a paper that was photographed page by page. Raises NotAScan."""
    import pikepdf

    if len(scans) == 1:
        return as_pdf(scans[0])
    target = BytesIO()
    try:
        with pikepdf.new() as whole:
            for scan in scans:
                with pikepdf.open(BytesIO(as_pdf(scan))) as part:
                    whole.pages.extend(part.pages)
            whole.save(target)
    except pikepdf.PdfError as damaged:
        raise NotAScan("Pindaian") from damaged
    return target.getvalue()


def read_codes(content: bytes, nama: str = "Pindaian") -> tuple[str, ...]:
    """The words of every QR code on the sheets, in their order. Raises NotAScan."""
    import zxingcpp

    found = (zxingcpp.read_barcodes(page.convert("L")) for page in _pages(content, nama))
    return tuple(dict.fromkeys(code.text for codes in found for code in codes))


def _pages(content: bytes, nama: str) -> "Iterator[Image]":
    for magic, pages in _PAGES.items():
        if content.startswith(magic):
            return pages(content, nama)
    raise NotAScan(nama)


def _of_photo(content: bytes, nama: str) -> "Iterator[Image]":
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content)) as opened:
            opened.load()
            yield ImageOps.exif_transpose(opened)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as damaged:
        raise NotAScan(nama) from damaged


def _of_pdf(content: bytes, nama: str) -> "Iterator[Image]":
    """The pictures of which a scanner makes its pages; a page that was drawn has none."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            for page in pdf.pages:
                for picture in page.get_images().values():
                    yield pikepdf.PdfImage(cast("pikepdf.Stream", picture)).as_pil_image()
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError) as damaged:
        raise NotAScan(nama) from damaged


_PAGES: "Mapping[bytes, Callable[[bytes, str], Iterator[Image]]]" = {_PDF: _of_pdf, _JPEG: _of_photo}
