"""Papers of measuring: Pengukuran Kinerja of a triwulan and of a year, Evaluasi Hasil Renja."""

from kinerja_desktop.domain.dokumen_pengukuran import Pengukuran
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.office.renja import renja_evaluation, renja_fields
from kinerja_desktop.services.compose.quarterly_paper import shortcomings
from kinerja_desktop.services.compose.tables import quarter_table, year_table
from kinerja_desktop.services.compose.uang import budget_table


def quarter_measured(x: Sumber) -> Pengukuran:
    """Capaian of a triwulan and up to it, and money up to it."""
    bahan, title = x.bahan(), f"Pengukuran Kinerja {x.pokok.masa}"
    money = budget_table(bahan.hasil.anggaran_sd(x.pokok.triwulan.nomor))
    naskah = x.naskah(title, title, shortcomings(bahan))
    return Pengukuran(naskah, x.pokok.triwulan, quarter_table(bahan), money, x.pimpinan)


def year_measured(x: Sumber) -> Pengukuran:
    """Capaian and money of a year."""
    bahan, title = x.bahan(), f"Pengukuran Kinerja {x.pokok.masa}"
    naskah = x.naskah(title, title, shortcomings(bahan))
    return Pengukuran(naskah, None, year_table(bahan), budget_table(bahan.hasil.anggaran), x.pimpinan)


PENGUKURAN = (
    JenisDokumen(
        "pengukuran_triwulan",
        "Pengukuran Kinerja Triwulan",
        Golongan.PENGUKURAN,
        Per.TRIWULAN,
        quarter_measured,
        excel=True,
    ),
    JenisDokumen(
        "pengukuran_tahunan", "Pengukuran Kinerja Tahunan", Golongan.PENGUKURAN, Per.TAHUN, year_measured, excel=True
    ),
    JenisDokumen(
        "evaluasi_renja",
        "Evaluasi Hasil Renja",
        Golongan.PENGUKURAN,
        Per.TRIWULAN,
        renja_evaluation,
        isian=renja_fields,
        excel=True,
    ),
)
"""Papers of measuring and evaluating."""
