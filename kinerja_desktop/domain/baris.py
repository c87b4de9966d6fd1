"""A row of the Lembar Kerja: one indikator in one quarter with all that is known before it is filled.

The rows are the same for analyst, Kasubag and Kabid; what is typed is ``realisasi``, what follows from it
``lembar``. To add a known figure: a field here and its source in ``services.sheet``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_desktop.domain.akumulasi import Deret, counts
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.indikator import KOSONG4, Akumulasi, Four, Indikator, NilaiSkala, Target
from kinerja_desktop.domain.realisasi import Catatan
from kinerja_desktop.domain.satuan import decimals_for, format_value
from kinerja_desktop.domain.urutan import grouped


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One indikator as the sheet needs it, without what is typed.

    ``target`` is in force on the quarter's last day; ``lalu`` holds the realisasi of the other quarters
    (locked). ``nilai_lalu`` is the last figure known before this quarter, ``tahun_lalu`` that of the same
    quarter last year, ``riwayat`` figures of whole earlier years. ``catatan`` are the notes pinned by the last return.
    """

    indikator: Indikator
    triwulan: int
    target: Target
    lalu: Four = KOSONG4
    nilai_lalu: Decimal | None = None
    tahun_lalu: Decimal | None = None
    skala: tuple[NilaiSkala, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    aturan: Aturan = field(default_factory=Aturan)
    riwayat: tuple[Decimal, ...] = ()

    @property
    def kode(self) -> str:
        """Key of the row."""
        return self.indikator.kode

    @property
    def terkunci(self) -> bool:
        """True where this quarter takes no figure (measured once a year)."""
        return not counts(self.indikator.akumulasi, self.triwulan)

    @property
    def wajib(self) -> bool:
        """True where a figure or a reason is due: a target of the quarter, in TW IV also one of the year."""
        due = self.target.triwulan[self.triwulan - 1] is not None
        year = self.triwulan == len(KOSONG4) and self.target.tahun is not None
        return not self.terkunci and (due or year)

    @property
    def dikenal(self) -> tuple[Decimal, ...]:
        """Earlier figures that stand beside this quarter's; sums of whole years do not."""
        years = () if self.indikator.akumulasi is Akumulasi.AKUMULASI else self.riwayat
        given = (*self.lalu[: self.triwulan - 1], self.tahun_lalu)
        return (*(figure for figure in given if figure is not None), *years)

    def tulis(self, nilai: Decimal | None) -> str:
        """Write a figure of this row with its decimals."""
        shown = (self.indikator.target.tahun, *self.target.triwulan, *self.lalu, self.tahun_lalu, nilai)
        return format_value(self.indikator, self.skala, nilai, decimals_for(self.indikator, shown))

    def deret(self, nilai: Decimal | None) -> Deret:
        """Target and realisasi with ``nilai`` in this quarter, ready to be measured."""
        figures = list(self.lalu)
        figures[self.triwulan - 1] = nilai
        four = (figures[0], figures[1], figures[2], figures[3])
        return Deret(self.indikator.akumulasi, self.indikator.rumus, self.target, four, self.aturan)


@dataclass(frozen=True, slots=True)
class KelompokLembar:
    """A sasaran, or what the plan names for one at a lower level, with its rows: "Sasaran 1 · Meningkatnya …"."""

    judul: str
    baris: tuple[BarisLembar, ...]


def group(baris: Iterable[BarisLembar]) -> tuple[KelompokLembar, ...]:
    """Rows under their sasaran, in the order of every paper."""
    return tuple(KelompokLembar(k.judul_layar, k.isi) for k in grouped(baris, lambda row: row.indikator))
