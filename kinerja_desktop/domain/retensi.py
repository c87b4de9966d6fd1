"""How long papers are kept, by their classification; only to remind, nothing is ever deleted by it.

Years count from the end of the year a paper speaks of. Defaults follow an archive schedule made to Permendagri
83/2022; the schedule of the office's own region goes before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Retensi:
    """Years in use, years at rest, and what becomes of the paper then."""

    aktif: int
    inaktif: int
    akhir: str

    def berakhir(self, tahun: int) -> date:
        """Last day on which a paper of that year must be kept."""
        return date(tahun + self.aktif + self.inaktif, 12, 31)

    def teks(self, tahun: int, hari_ini: date) -> str:
        """Words for the archive list."""
        if self.akhir == PERMANEN:
            return "permanen"
        end = self.berakhir(tahun)
        if hari_ini <= end:
            return f"sampai {end.year}"
        return f"masa simpan lewat, usulkan {self.akhir.lower()}"


PERMANEN = "Permanen"
LAPORAN_BERKALA = Retensi(1, 1, "Musnah")
LAPORAN_KINERJA = Retensi(2, 3, "Musnah")
RENCANA_JANGKA_MENENGAH = PROSEDUR = PROGRAM_KERJA = Retensi(2, 3, PERMANEN)
PENETAPAN_KINERJA = Retensi(3, 4, "Musnah")
EVALUASI_PROGRAM = Retensi(2, 4, PERMANEN)
RETENSI: Mapping[str, Retensi] = {
    "lkjip": LAPORAN_KINERJA,
    "pengukuran_tahunan": LAPORAN_KINERJA,
    "kertas_kerja_reviu": LAPORAN_KINERJA,
    "pernyataan_reviu": LAPORAN_KINERJA,
    "perjanjian_kinerja": PENETAPAN_KINERJA,
    "perjanjian_seksi": PENETAPAN_KINERJA,
    "rencana_aksi": PROGRAM_KERJA,
    "iku": RENCANA_JANGKA_MENENGAH,
    "kartu_indikator": RENCANA_JANGKA_MENENGAH,
    "evaluasi_renja": EVALUASI_PROGRAM,
    "sop": PROSEDUR,
}


def retensi_of(jenis: str) -> Retensi:
    """The rule for a kind of paper; papers of the quarters are periodical reports (000.7.2.8)."""
    return RETENSI.get(jenis, LAPORAN_BERKALA)
