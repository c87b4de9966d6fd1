"""Quarters written as a line of text, for tables of cases."""

from decimal import Decimal

from kinerja_desktop.domain.akumulasi import Deret
from kinerja_desktop.domain.aturan import ATURAN_BAKU
from kinerja_desktop.domain.indikator import Akumulasi, Four, Rumus, Target


def four(text: str) -> Four:
    """Read "10 - 30 40"; "-" is empty."""
    a, b, c, d = (None if part == "-" else Decimal(part) for part in text.split())
    return a, b, c, d


def deret(kind: Akumulasi, tahun: str, target: str, realisasi: str, rumus: Rumus = Rumus.P1) -> Deret:
    year = None if tahun == "-" else Decimal(tahun)
    return Deret(kind, rumus, Target(year, four(target)), four(realisasi), ATURAN_BAKU)
