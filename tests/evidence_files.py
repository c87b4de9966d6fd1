"""Files as analysts hand them in, made while the tests run: PDF, photos of a phone, Office documents."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@cache
def pdf(words: str = "Register surat TW II", password: str = "") -> bytes:
    """A PDF of one page, made once: settings of ReportLab that other modules change would change its bytes."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1, encrypt=password or None)
    canvas.drawString(72, 700, words)
    canvas.save()
    return target.getvalue()


def photo(size: tuple[int, int] = (4000, 3000), *, turned: int = 1, taken: str = "2026:06:28 10:15:00") -> bytes:
    """A photo of a phone: large, red in its left half, with the place where it was taken."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = turned
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    exif.get_ifd(0x8825).update({1: "S", 2: (5.0, 33.0, 12.0), 3: "E", 4: (119.0, 44.0, 2.0)})
    target = BytesIO()
    image.save(target, "JPEG", quality=95, exif=exif, comment=b"Rumah Budi")
    return target.getvalue()


def picture(form: str, mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> bytes:
    """A small picture in another form."""
    target = BytesIO()
    Image.new(mode, size).save(target, form)
    return target.getvalue()


def docx() -> bytes:
    """A Word document."""
    target = BytesIO()
    document = Document()
    document.add_paragraph("Notula rapat loket")
    document.save(target)
    return target.getvalue()


def xlsx() -> bytes:
    """A workbook."""
    target = BytesIO()
    Workbook().save(target)
    return target.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_macros() -> bytes:
    """A workbook with macros under an honest ending."""
    return packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"VBA"})


def put(folder: Path, name: str, content: bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(content)
    return path
