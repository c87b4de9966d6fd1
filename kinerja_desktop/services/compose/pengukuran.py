"""The measuring of a year as a lampiran: target and realisasi of every indikator, triwulan by triwulan."""

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.laporan import BarisPengukuran, KelompokPengukuran
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import persen
from kinerja_desktop.services.compose.tables import cells_of, groups


def measured_quarters(bahan: Bahan) -> tuple[KelompokPengukuran, ...]:
    """Every indikator of the plan below its sasaran, with the numbers of the other tables."""
    return tuple(KelompokPengukuran(k.judul, tuple(_row(bahan, no, h) for no, h in k.hasil)) for k in groups(bahan))


def _row(bahan: Bahan, no: str, h: HasilIndikator) -> BarisPengukuran:
    sel = cells_of(bahan, h)
    first, second, third, fourth = (q.sendiri for q in h.triwulan)
    return BarisPengukuran(
        no=no,
        nama=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        target_tahun=sel.target(h.tahun),
        target=(sel.target(first), sel.target(second), sel.target(third), sel.target(fourth)),
        realisasi=(sel.realisasi(first), sel.realisasi(second), sel.realisasi(third), sel.realisasi(fourth)),
        realisasi_tahun=sel.realisasi(h.tahun),
        capaian=persen(h.tahun),
    )
