"""Evidence of a practice office, made while it is played: a page of a register, and a photo of it on a desk.

Both say that they are for practice. Nothing of a real office is in them.
"""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop import paths
from kinerja_desktop.documents.fonts import BOLD, REGULAR, register_fonts

_PAGE = (215 * mm, 330 * mm)
_LEFT, _TOP, _STEP = 25 * mm, 300 * mm, 8 * mm
_DESK, _PAPER, _INK, _LINE = "#7a5c43", "#f6f3ea", "#27364a", "#c9c4b4"
_TAKEN, _DETAILS = 0x9003, 0x8769
_PHOTO, _LETTERS = (1280, 960), 38


def register_page(judul: str, baris: Sequence[tuple[str, str]]) -> bytes:
    """A page of a register as PDF: its heading, and lines of what and how much."""
    register_fonts()
    target = BytesIO()
    canvas = Canvas(target, pagesize=_PAGE, invariant=1)
    canvas.setTitle(judul)
    canvas.setFont(BOLD, 13)
    canvas.drawString(_LEFT, _TOP, judul)
    canvas.setFont(REGULAR, 10)
    canvas.drawString(_LEFT, _TOP - _STEP, "Contoh untuk latihan. Isinya rekaan.")
    canvas.setFont(REGULAR, 11)
    for number, (what, much) in enumerate(baris, 1):
        at = _TOP - (2.5 + number) * _STEP
        canvas.drawString(_LEFT, at, f"{number}.  {what}")
        canvas.drawRightString(_PAGE[0] - _LEFT, at, much)
        canvas.line(_LEFT, at - 2 * mm, _PAGE[0] - _LEFT, at - 2 * mm)
    canvas.save()
    return target.getvalue()


def desk_photo(judul: str, baris: Sequence[str], hari: date) -> bytes:
    """The register on a desk as a telephone would take it, with the day in its EXIF."""
    page = Image.new("RGB", (620, 760), _PAPER)
    draw = ImageDraw.Draw(page)
    draw.multiline_text((40, 40), judul, _INK, _font(30, "Bold"), spacing=8)
    told = [line for words in (*baris, "Contoh untuk latihan") for line in wrap(words, _LETTERS)]
    for number, words in enumerate(told):
        at = 190 + 62 * number
        draw.text((40, at), words, _INK, _font(26))
        draw.line((40, at + 42, 580, at + 42), _LINE, 2)
    desk = Image.new("RGB", _PHOTO, _DESK)
    laid = page.convert("RGBA").rotate(4, Image.Resampling.BICUBIC, expand=True)
    desk.paste(laid, (300, 70), laid)
    exif = Image.Exif()
    exif.get_ifd(_DETAILS)[_TAKEN] = f"{hari:%Y:%m:%d} 09:15:00"
    target = BytesIO()
    desk.save(target, "JPEG", quality=85, exif=exif)
    return target.getvalue()


def _font(size: int, face: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(paths.resource("fonts", f"Arimo-{face}.ttf")), size)
