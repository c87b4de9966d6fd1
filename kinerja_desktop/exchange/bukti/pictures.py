"""Photos and screenshots: turned as they were held, made small, without the place where they were taken.

A phone writes 4 to 12 MB and hides in them where its owner stood; what is kept is a small JPEG of the picture alone.
"""

import struct
import warnings
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from kinerja_desktop.domain.errors import BuktiDitolak, SebabBukti

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 1600
"""Pixels of the longer side that is kept: a page of a register is still legible."""
_QUALITY = 82
_MOST_PIXELS = 40_000_000
"""Pixels of a picture that has to be unpacked whole; a JPEG is unpacked small."""
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
_TAKEN, _WRITTEN, _DETAILS = 0x9003, 0x0132, 0x8769
"""Where EXIF says when a photo was taken, when its file was written, and where its details stand."""

_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises where a picture is not what it says."""


@dataclass(frozen=True, slots=True)
class Foto:
    """A picture as it is kept, and the day that it bears."""

    isi: bytes
    tanggal: date | None


def as_photo(content: bytes, nama: str) -> Foto:
    """Make a picture small. Raises BuktiDitolak where it is broken, or too large to be unpacked."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)
            with Image.open(BytesIO(content), formats=_FORMATS) as opened:
                return _kept(opened, nama)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as huge:
        raise BuktiDitolak(nama, SebabBukti.GAMBAR_RAKSASA) from huge
    except UnidentifiedImageError as other:
        raise BuktiDitolak(nama, SebabBukti.TIDAK_COCOK) from other
    except _BROKEN as broken:
        raise BuktiDitolak(nama, SebabBukti.RUSAK) from broken


def _kept(opened: "Image", nama: str) -> Foto:
    from PIL import Image, ImageOps

    if opened.format != "JPEG" and opened.width * opened.height > _MOST_PIXELS:
        raise BuktiDitolak(nama, SebabBukti.GAMBAR_RAKSASA)
    taken = _day(opened)
    opened.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    turned = ImageOps.exif_transpose(opened)
    plain = Image.new("RGB", turned.size, "white")  # a fresh one carries nothing of what the file said besides
    if turned.has_transparency_data:
        turned = turned.convert("RGBA")
        plain.paste(turned, mask=turned.getchannel("A"))
    else:
        plain.paste(turned.convert("RGB"))
    target = BytesIO()
    plain.save(target, "JPEG", quality=_QUALITY, optimize=True)
    return Foto(target.getvalue(), taken)


def _day(opened: "Image") -> date | None:
    exif = opened.getexif()
    for told in (exif.get_ifd(_DETAILS).get(_TAKEN), exif.get(_WRITTEN)):
        try:
            return datetime.strptime(str(told)[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - a day as the camera wrote it
        except ValueError:
            continue
    return None
