"""Scans are taken as PDF or JPEG, and the codes on them are read, skewed and small as scanners leave them."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents import lkjip_pdf
from kinerja_desktop.documents.pdfa import page_count
from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.domain.errors import NotAScan
from kinerja_desktop.domain.segel import Segel
from kinerja_desktop.exchange.pindaian import as_pdf, read_codes
from kinerja_desktop.exchange.tergambar import drawn_codes
from tests.documents.samples import QR, lkjip

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


@pytest.mark.parametrize("page", [1, 2, 7])
def test_the_code_says_the_page_of_the_file_also_where_the_foot_counts_otherwise(page: int) -> None:
    """Cover, front and chapters of the annual report count each by themselves."""
    made = annual()
    (code,) = read_codes(photographed(made, page))
    assert code.split(" ")[6] == f"{page}/{page_count(made)}"


@cache
def annual() -> bytes:
    report = lkjip()
    segel = Segel(
        "KEC-KLR", "lkjip", "2025", report.naskah.kode or "", report.naskah.nomor, 1, "ab" * 32, 350, "cd" * 32
    )
    return lkjip_pdf.render(replace(report, naskah=replace(report.naskah, isi_qr=segel.teks)))


def photographed(pdf: bytes, page: int) -> bytes:
    """One page as a scanner sees it."""
    place = ["-f", str(page), "-l", str(page)]
    command = ["pdftoppm", "-r", str(DOTS), "-gray", *place, "-jpeg", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
