"""Budget lines: program, kegiatan, sub kegiatan with pagu and money spent per triwulan.

A line belongs to the nearest line above it of a higher level; codes carry no meaning. Sums and
absorption are worked out in ``capaian``.
"""

from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.indikator import KOSONG4, Four, Tingkat


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One line as planned and spent, in rupiah; an empty pagu means no absorption, not zero.

    ``realisasi`` is money spent in each triwulan alone (negative = correction, allowed).
    """

    kode: str
    tingkat: Tingkat
    uraian: str
    pagu: Decimal | None = None
    realisasi: Four = KOSONG4
    seksi: str | None = None
    indikator: tuple[str, ...] = ()
