"""Why a figure is absent or grey: every empty result carries one of these, in the words of papers.

Faults of a file or of typing are no reasons (see ``errors``). To add a reason: one line in ``Sebab``; its
sentence may name quarters with ``{tw}`` and a year with ``{tahun}``.
"""

from dataclasses import dataclass
from enum import Enum
from functools import reduce

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.numerals import roman


class Sebab(Enum):
    """The kinds of reason; the value is how they are printed, without a capital and a full stop."""

    BELUM_ADA_DATA = "belum ada data triwulan {tw}"
    BELUM_ADA_DATA_SAMPAI = "belum ada data sampai triwulan {tw}"
    BELUM_ADA_DATA_TAHUN = "belum ada data tahun {tahun}"
    TANPA_REALISASI = "belum ada realisasi"
    TANPA_TARGET = "tidak ada target triwulan {tw}"
    TANPA_TARGET_SAMPAI = "tidak ada target sampai triwulan {tw}"
    TANPA_TARGET_TAHUN = "target tahunan belum ditetapkan"
    TARGET_NOL = "target nol"
    REALISASI_NOL = "realisasi nol"
    TAHUNAN = "diukur sekali setahun, pada triwulan 4"
    BELUM_LENGKAP = "belum lengkap: belum ada data triwulan {tw}"
    TANPA_NILAI = "belum ada indikator yang bernilai lengkap"
    TANPA_ANGGARAN = "tidak ada baris anggaran"
    TANPA_PAGU = "pagu belum ditetapkan"
    PAGU_NOL = "pagu nol"
    TANPA_BELANJA = "belum ada realisasi anggaran"
    PAGU_BELUM_LENGKAP = "belum lengkap: ada baris yang pagunya belum ditetapkan"
    TANPA_CAPAIAN = "capaian belum ada"
    TANPA_SERAPAN = "serapan belum ada"
    CAPAIAN_KURANG = "capaian di bawah 100%"
    TANPA_RENSTRA = "target akhir Renstra belum diisi"
    TANPA_PEMBANDING = "angka pembanding belum diisi"
    DIGANTI = "indikator diganti mulai tahun {tahun}"
    KURANG_TAHUN = "data kurang dari tiga tahun"


@dataclass(frozen=True, slots=True)
class Alasan:
    """One reason with the quarters or the year that it speaks of."""

    sebab: Sebab
    tw: tuple[int, ...] = ()
    tahun: int | None = None

    @property
    def teks(self) -> str:
        """The reason as papers and screens show it: "belum ada data triwulan 1 dan 3"."""
        return self.sebab.value.format(tw=_join(self.tw), tahun=self.tahun)

    @property
    def tercetak(self) -> str:
        """The reason in a sentence of a paper: "belum lengkap karena belum ada data Triwulan I dan III"."""
        words = reduce(lambda told, change: told.replace(*change), _IN_A_SENTENCE, self.sebab.value)
        return words.format(tw=deretan(map(roman, self.tw)), tahun=self.tahun)

    def __str__(self) -> str:
        return self.teks


_IN_A_SENTENCE = (
    ("triwulan {tw}", "Triwulan {tw}"),
    ("triwulan 4", "Triwulan IV"),
    ("belum lengkap: ", "belum lengkap karena "),
)


def _join(numbers: tuple[int, ...]) -> str:
    *first, last = map(str, numbers) if numbers else ("",)
    return f"{', '.join(first)} dan {last}" if first else last
