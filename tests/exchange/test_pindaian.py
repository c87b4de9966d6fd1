"""Scans are taken as PDF or JPEG, and the codes on them are read, skewed and small as scanners leave them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.domain.errors import NotAScan
from kinerja_desktop.exchange.pindaian import as_pdf, drawn_codes, read_codes
from tests.documents.samples import QR

DOTS = 150
SIDE = 16 / 25.4 * DOTS


def photo(turned: float = 0, size: tuple[int, int] = (1270, 1949)) -> bytes:
    """A grey sheet of F4 at 150 dots an inch with a QR of 16 mm near its foot."""
    modules = QrMaker().modules(QR)
    square = Image.new("L", (len(modules), len(modules)), 255)
    square.putdata([0 if dark else 255 for row in modules for dark in row])
    sheet = Image.new("L", size, 238)
    white = Image.new("L", (round(SIDE) + 24,) * 2, 255)
    white.paste(square.resize((round(SIDE),) * 2), (12, 12))
    sheet.paste(white, (170, size[1] - 190))
    target = BytesIO()
    sheet.rotate(turned, expand=True, fillcolor=238).save(target, "JPEG", quality=70)
    return target.getvalue()


def scanned(picture: bytes) -> bytes:
    """A PDF as scanners write it: a picture over the whole page."""
    from reportlab.lib.utils import ImageReader

    target = BytesIO()
    canvas = Canvas(target, pagesize=(215 * mm, 330 * mm))
    canvas.showPage()
    canvas.drawImage(ImageReader(BytesIO(picture)), 0, 0, 215 * mm, 330 * mm)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("turned", [0, 2.5, 90, 180])
@pytest.mark.parametrize("held", [bytes, scanned])
def test_the_code_is_read_however_the_sheet_lay(turned: float, held: Callable[[bytes], bytes]) -> None:
    assert read_codes(held(photo(turned))) == (QR,)


def test_the_code_on_a_page_that_was_drawn_is_read_where_asked_for_alone() -> None:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(215 * mm, 330 * mm))
    canvas.rect(20, 20, 100, 40)
    canvas.translate(60, 60)
    canvas.scale(45, 45)
    QrMaker()(canvas, QR)
    canvas.save()
    assert drawn_codes(target.getvalue()) == (QR,)
    assert read_codes(target.getvalue()) == ()
    with pytest.raises(NotAScan):
        drawn_codes(b"%PDF-1.4 rusak")


def test_a_sheet_without_a_code_tells_none() -> None:
    target = BytesIO()
    Image.new("L", (300, 400), 250).save(target, "JPEG")
    assert read_codes(target.getvalue()) == ()


def test_a_photo_becomes_a_pdf_that_still_carries_its_code() -> None:
    pdf = as_pdf(photo(size=(2540, 3898)))
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) < 600_000


def test_a_pdf_stays_as_it_is() -> None:
    pdf = scanned(photo())
    assert as_pdf(pdf) == pdf


@pytest.mark.parametrize("content", [b"", b"gambar", b"\xff\xd8\xff rusak", b"\x89PNG\r\n\x1a\n"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(NotAScan):
        as_pdf(content)


def test_a_damaged_pdf_tells_no_code() -> None:
    with pytest.raises(NotAScan):
        read_codes(b"%PDF-1.4 rusak")
