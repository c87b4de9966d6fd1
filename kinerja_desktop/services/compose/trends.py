"""An indikator over its years and over the quarters of this one, as the LKjIP and the screen draw it."""

from kinerja_desktop.domain.capaian import Hasil, HasilIndikator
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas
from kinerja_desktop.domain.laporan import Angka, Kosong, TitikTahun, TrenIndikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.perbandingan import replaced_from, years
from kinerja_desktop.services.compose.cells import Sel
from kinerja_desktop.services.compose.tables import cells_for

MAKS_TREN = 4
"""Years of a trend, this one among them."""


def indikator_trend(hasil: Hasil, no: str, h: HasilIndikator) -> TrenIndikator:
    """Years and quarters of one indikator; how it changed (``perubahan``) is left for the paper that says it."""
    sel = cells_for(h, hasil.rencana.skala)
    told = years(hasil, h.indikator.kode, MAKS_TREN)
    points = tuple(
        TitikTahun(
            y.tahun,
            sel.angka(y.capaian.target, Kosong.BELUM_ADA),
            sel.angka(y.capaian.realisasi, Kosong.BELUM_ADA),
            Angka(y.capaian.nilai, 2, Kosong.BELUM_ADA),
            putus=y.tahun == replaced_from(told),
        )
        for y in told
    )
    quarterly = h.indikator.akumulasi is not Akumulasi.TAHUNAN
    return TrenIndikator(
        no=no,
        nama=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        makin_rendah=h.indikator.polaritas is Polaritas.NEGATIF,
        tahun=points,
        perubahan=("", "", ""),
        triwulan=tuple(sel.angka(f, Kosong.BELUM_ADA) for f in h.realisasi) if quarterly else (),
        target_triwulan=tuple(sel.angka(q.target.triwulan[q.tw - 1]) for q in h.triwulan) if quarterly else (),
        keterangan_triwulan=_year_words(h, sel) if quarterly else "",
        sumber=h.indikator.sumber_data or "",
    )


def _year_words(h: HasilIndikator, sel: Sel) -> str:
    if h.tahun.realisasi is None or h.tahun.target is None:
        return ""
    batas = "batas" if h.indikator.polaritas is Polaritas.NEGATIF else "target"
    reached, promised = (format_angka(f, sel.desimal) for f in (h.tahun.realisasi, h.tahun.target))
    join = "dengan" if h.indikator.satuan == "%" else "dari"
    return f"setahun: {reached} {join} {batas} {promised}"
