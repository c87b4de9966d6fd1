"""The letterhead alone, as it stands on every report: shown while somebody types what is printed in it."""

from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.fonts import register_fonts
from kinerja_desktop.documents.furniture import REPORT_KOP, draw_kop, kop_height
from kinerja_desktop.documents.style import mm, portrait
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.pegawai import Instansi

_AROUND: Final = 6.0
"""White around it, in millimetres."""


def render_kop(instansi: Instansi, kertas: Kertas) -> bytes:
    """Draw it between the margins of that paper, on a strip of its width."""
    register_fonts()
    sheet = portrait(kertas)
    width, height = (sheet.text_width + 2 * _AROUND) * mm, (kop_height(REPORT_KOP) + 2 * _AROUND) * mm
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1)
    edge = _AROUND * mm
    draw_kop(canvas, instansi, (edge, width - edge), height - edge)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
