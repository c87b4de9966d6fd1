"""What stands round the text: letterhead, running head, code zone, watermark, page number.

Functions that draw on a page at given places; which page gets which is decided in ``page``. To add furniture:
one function of the canvas and plain values.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.fonts import BOLD, CODE, REGULAR
from kinerja_desktop.documents.paper_canvas import PaperCanvas
from kinerja_desktop.documents.style import BLACK, HEAD_GREY, NOTE_GREY, SMALLEST, WATERMARK, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.segel import tanda_riwayat
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu

CAP_HEIGHT: Final = 0.716
"""Height of a capital against the type size."""
_BESIDE_QR: Final = 3.0
"""White between the QR and what stands beside it; its rim needs 1.6."""
_HEAD_SIZE: Final = 8.5
_LEAST_HEAD: Final = 6.5
_HEAD_GAP: Final = 5 * mm
"""White between the two parts of a running head."""
_LEAST_ADDRESS: Final = 7.0
"""An address that would be smaller goes over two lines."""
_ADDRESS_STEP: Final = 8.4
_CODE_DROP: Final = 8.6
_LINE_STEP: Final = 8.7
_CLOSE_STEP: Final = 7.7
"""Between four lines beside a QR, where a long name needs one more."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Measures of a kop: lambang in mm, type 2 : 3 : 1 and the two steps between baselines in points."""

    lambang: tuple[float, float]
    sizes: tuple[float, float, float]
    steps: tuple[float, float]


REPORT_KOP: Final = Letterhead((19, 23), (16, 24, 8), (25.5, 14.5))
SLIP_KOP: Final = Letterhead((13.5, 16.2), (12, 18, 7), (18, 12.8))
_RULE_BELOW_LAMBANG: Final = 2.4
_RULE_STEP: Final = 2.6


def kop_height(kop: Letterhead) -> float:
    """From the top of the lambang to the lower rule, in millimetres."""
    return kop.lambang[1] + _RULE_BELOW_LAMBANG + _RULE_STEP / mm


def draw_kop(
    canvas: Canvas, instansi: Instansi, between: tuple[float, float], top: float, kop: Letterhead = REPORT_KOP
) -> None:
    """Draw lambang, three centred lines and the double rule between two upright places, in points.

    An office without a lambang has the lines in the middle of the page, above its centred title.
    """
    left, right = between
    width, height = kop.lambang[0] * mm, kop.lambang[1] * mm
    draw_lambang(canvas, instansi, (left, top - height), (width, height))
    start = left if instansi.lambang is None else left + width
    _draw_kop_lines(canvas, instansi, (start, right), top - height / 2, kop)
    draw_double_rule(canvas, left, right, top - height - _RULE_BELOW_LAMBANG * mm)


CENTRED_HEIGHT: Final = 45.0
"""Height of the letterhead of an agreement, in millimetres."""
_CENTRED_LAMBANG: Final = (22.0, 26.5)
_CENTRED_LINES: Final = ((13, REGULAR, 34.5), (16, BOLD, 41.5))
"""Size, face and depth of each line below the top."""


def draw_centred_kop(canvas: Canvas, instansi: Instansi, between: tuple[float, float], top: float) -> None:
    """Draw the letterhead of an agreement: lambang above two centred lines, no rule."""
    middle = (between[0] + between[1]) / 2
    width, height = (side * mm for side in _CENTRED_LAMBANG)
    draw_lambang(canvas, instansi, (middle - width / 2, top - height), (width, height))
    canvas.setFillColor(BLACK)
    lines = (f"PEMERINTAH {instansi.kabupaten}", instansi.nama)
    for line, (size, face, depth) in zip(lines, _CENTRED_LINES, strict=True):
        words = printable(line.upper())
        canvas.setFont(face, fitted_size(words, face, size, between[1] - between[0]))
        canvas.drawCentredString(middle, top - depth * mm, words)


def draw_lambang(canvas: Canvas, instansi: Instansi, place: tuple[float, float], size: tuple[float, float]) -> None:
    """Draw the office's mark inside its box; a missing or unreadable image leaves the room empty."""
    picture = readable_lambang(instansi)
    if picture is not None:
        canvas.drawImage(ImageReader(picture), *place, *size, mask="auto", preserveAspectRatio=True, anchor="c")


def draw_double_rule(canvas: Canvas, left: float, right: float, y: float) -> None:
    """Draw the thick rule of the letterhead and the thin one below it."""
    draw_rule(canvas, left, right, y, 2.25)
    draw_rule(canvas, left, right, y - _RULE_STEP, 0.75)


def draw_rule(canvas: Canvas, left: float, right: float, y: float, width: float) -> None:
    """Draw one level black line."""
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(width)
    canvas.line(left, y, right, y)


def draw_running_head(canvas: Canvas, words: tuple[str, str], left: float, right: float, text_top: float) -> None:
    """Draw the paper's name left, the chapter or office right, and the rule above the text.

    Words that do not fit beside each other become smaller; where that does not help, the paper's name stands alone.
    """
    rule = text_top + 3.4 * mm
    texts, room = [printable(text) for text in words], right - left
    wide = sum(stringWidth(text, REGULAR, _HEAD_SIZE) for text in texts) + _HEAD_GAP
    size = max(_LEAST_HEAD, _HEAD_SIZE * min(1.0, room / wide))
    both = sum(stringWidth(text, REGULAR, size) for text in texts) + _HEAD_GAP <= room + 0.01
    canvas.setStrokeColor(HEAD_GREY)
    canvas.setLineWidth(0.5)
    canvas.line(left, rule, right, rule)
    canvas.setFillColor(HEAD_GREY)
    canvas.setFont(REGULAR, size if both else fitted_size(texts[0], REGULAR, _HEAD_SIZE, room))
    canvas.drawString(left, rule + 1.6 * mm, texts[0])
    if both:
        canvas.drawRightString(right, rule + 1.6 * mm, texts[1])


@dataclass(frozen=True, slots=True)
class CodeZone:
    """The foot of a page or slip: between two upright places, and the group in which its pages are counted.

    ``qr`` is its side in millimetres; a slip has 14.5 and stands lower. ``bottom`` lifts or lowers all of it.
    """

    naskah: Naskah
    left: float
    right: float
    group: str = ""
    qr: float = 16.0
    bottom: float = 0.0
    ruled: bool = True


def draw_code_zone(canvas: PaperCanvas, zone: CodeZone) -> None:
    """Draw the QR, the code and its three lines, or the words of a paper that was not fixed."""
    naskah, left, qr = zone.naskah, zone.left, zone.qr
    if zone.ruled:
        canvas.setStrokeColor(HEAD_GREY)
        canvas.setLineWidth(0.5)
        canvas.line(left, zone.bottom + 30 * mm, zone.right, zone.bottom + 30 * mm)
    foot = zone.bottom + (12 if qr >= 16 else 9) * mm
    if naskah.draf or naskah.kode is None:
        _draw_unfixed_words(canvas, naskah, left, foot + qr * mm)
        return
    canvas.place_qr(naskah.isi_qr or naskah.kode, (left, foot), qr * mm, zone.group)
    _draw_code_lines(canvas, naskah, (left + (qr + _BESIDE_QR) * mm, zone.right), foot + qr * mm)


def code_baseline(bottom: float, qr: float) -> float:
    """Where code and page number stand, in points."""
    return bottom + (12 if qr >= 16 else 9) * mm + qr * mm - _CODE_DROP


_BEFORE_OFFICE: Final = " \N{EN DASH} "


def code_lines(naskah: Naskah) -> tuple[str, str, str]:
    """The three lines beside the QR: paper and office, number, version and place in the history, how to check."""
    nomor = f"Nomor {naskah.nomor}" if naskah.nomor else "Nomor menyusul"
    riwayat = tanda_riwayat(naskah.isi_qr)
    return (
        f"{naskah.jenis}{_BEFORE_OFFICE}{naskah.instansi.nama}",
        f"{nomor} · versi {naskah.versi}" + (f" · riwayat {riwayat}" if riwayat else ""),
        "Keaslian: ketik kode pada menu Periksa Dokumen. Bukan tanda tangan elektronik tersertifikasi.",
    )


def draw_initials_box(canvas: Canvas, right: float, foot: float) -> None:
    """Draw the box in which a page of a bound report is initialled, below its number."""
    width, height = 16 * mm, 9 * mm
    canvas.setStrokeColor(HEAD_GREY)
    canvas.setLineWidth(0.5)
    canvas.rect(right - width, foot, width, height)
    canvas.setFillColor(HEAD_GREY)
    canvas.setFont(REGULAR, SMALLEST)
    canvas.drawString(right - width + 1.2 * mm, foot + height - 2.6 * mm, "Paraf")


def draw_watermark(canvas: Canvas, naskah: Naskah, width: float, height: float) -> None:
    """Draw DRAF and LATIHAN behind the text, in the size of their kind."""
    words = [(word, size) for word, size, on in (("DRAF", 118, naskah.draf), ("LATIHAN", 96, naskah.latihan)) if on]
    for place, (word, size) in enumerate(words):
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(30 if width > height else 52)
        canvas.setFillColor(WATERMARK)
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(0, (len(words) - 1 - 2 * place) * 60 - size * CAP_HEIGHT / 2, word)
        canvas.restoreState()


def fitted_size(text: str, font: str, size: float, room: float) -> float:
    """The type size at which one line fits its room, never below the smallest of all papers."""
    width = stringWidth(text, font, size)
    return size if width <= room else max(SMALLEST, size * room / width)


def _draw_code_lines(canvas: Canvas, naskah: Naskah, between: tuple[float, float], top: float) -> None:
    """The code and the lines below it; names too long for one line stand on two."""
    x, room = between[0], between[1] - between[0]
    first, *others = map(printable, code_lines(naskah))
    named = [first] if stringWidth(first, REGULAR, 7) <= room else first.rsplit(_BEFORE_OFFICE, 1)
    lines = [*named, *others]
    step = _LINE_STEP if len(named) == 1 else _CLOSE_STEP
    canvas.setFillColor(BLACK)
    canvas.setFont(CODE, 9)
    canvas.drawString(x, top - _CODE_DROP, naskah.kode or "")
    canvas.setFillColor(NOTE_GREY)
    for number, line in enumerate(lines, start=1):
        canvas.setFont(REGULAR, fitted_size(line, REGULAR, 7, room))
        canvas.drawString(x, top - _CODE_DROP - 1.4 - number * step, line)


def _draw_unfixed_words(canvas: Canvas, naskah: Naskah, x: float, top: float) -> None:
    told = ["Draf, belum ditetapkan"] if naskah.draf else []
    if naskah.dicetak is not None:
        told.append(f"dicetak {_moment(naskah.dicetak)}")
    words = " · ".join(told)
    canvas.setFillColor(NOTE_GREY)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(x, top - _CODE_DROP, words[:1].upper() + words[1:])


def _moment(at: datetime) -> str:
    return f"{format_tanggal(at)} pukul {format_waktu(at)} {at.tzname()}"


def _draw_kop_lines(
    canvas: Canvas, instansi: Instansi, between: tuple[float, float], middle: float, kop: Letterhead
) -> None:
    room = between[1] - between[0] - 4 * mm
    first, second, third = kop.sizes
    address = _address_lines(printable(instansi.alamat), third, room)
    lines = (
        (f"PEMERINTAH {instansi.kabupaten}".upper(), REGULAR, first),
        (instansi.nama.upper(), BOLD, second),
        *((line, REGULAR, third if len(address) == 1 else _LEAST_ADDRESS) for line in address),
    )
    steps = (*kop.steps, _ADDRESS_STEP)[: len(lines) - 1]
    block = kop.sizes[0] * CAP_HEIGHT + sum(steps)
    y = middle + block / 2 - kop.sizes[0] * CAP_HEIGHT
    canvas.setFillColor(BLACK)
    for (line, font, size), step in zip(lines, (*steps, 0), strict=True):
        text = printable(line)
        canvas.setFont(font, fitted_size(text, font, size, room))
        canvas.drawCentredString(sum(between) / 2, y, text)
        y -= step


def _address_lines(alamat: str, size: float, room: float) -> list[str]:
    """The address on one line, or on two where it would become too small; none where there is none."""
    if not alamat or fitted_size(alamat, REGULAR, size, room) >= _LEAST_ADDRESS:
        return [alamat] if alamat else []
    first, *others = simpleSplit(alamat, REGULAR, _LEAST_ADDRESS, room)
    return [first, " ".join(others)] if others else [first]


def readable_lambang(instansi: Instansi) -> Image.Image | None:
    """The office's mark on white, in greys where it asks for that; None where there is none that can be read."""
    if instansi.lambang is None:
        return None
    try:
        with Image.open(BytesIO(instansi.lambang)) as opened:
            flat = Image.new("RGB", opened.size, "white")
            flat.paste(opened.convert("RGBA"), mask=opened.convert("RGBA").getchannel("A"))
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    return flat.convert("L") if instansi.lambang_hitam else flat
