"""A sentence proposed for the report from the figures of one row; the Kasubag takes it or leaves it. Pure.

The wordings are those of the papers (`domain.narasi`), so a taken sentence reads like the rest of the report.
"""

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.indikator import Polaritas
from kinerja_desktop.domain.lembar import Sel
from kinerja_desktop.domain.narasi import NBSP, Penulis, Pola, kalimat, kecilkan, sebutan
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.rumus import total
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.ui.work.report_words import with_unit


def sentence(baris: BarisLembar, isi: IsiIndikator, sel: Sel, triwulan: Triwulan) -> str:
    """What the figures of a row say, with plain spaces for a field of text; empty while there is nothing to say."""
    return _written(baris, isi, sel, triwulan).replace(NBSP, " ")


def _written(baris: BarisLembar, isi: IsiIndikator, sel: Sel, triwulan: Triwulan) -> str:
    own, nama = sel.sendiri, sebutan(baris.indikator.nama)
    writer = Penulis(triwulan.tahun)
    if own.nilai is None or own.target is None or own.realisasi is None:
        why = (isi.alasan_kosong or "").strip().rstrip(".")
        return writer.tulis(Pola.TANPA_DATA, baris.kode, sebutan=nama, alasan=kecilkan(why)) if why else ""
    unit = baris.indikator.satuan
    return writer.tulis(
        _state(baris, sel),
        baris.kode,
        Sebutan=kalimat(nama),
        sebutan=nama,
        periode=triwulan.label,
        R=with_unit(baris.tulis(own.realisasi), unit),
        T=with_unit(baris.tulis(own.target), unit),
        C=sel.capaian,
        kategori=own.kategori or "belum lengkap",
        selisih=_distance(baris, sel),
    )


def _state(baris: BarisLembar, sel: Sel) -> Pola:
    target, realisasi = sel.sendiri.target, sel.sendiri.realisasi
    assert target is not None
    assert realisasi is not None
    if realisasi == target:
        return Pola.TEPAT
    if baris.indikator.polaritas is Polaritas.NEGATIF:
        return Pola.RENDAH_BAIK if realisasi < target else Pola.RENDAH_LEWAT
    return Pola.DI_ATAS if realisasi > target else Pola.DI_BAWAH


def _distance(baris: BarisLembar, sel: Sel) -> str:
    target, realisasi = sel.sendiri.target, sel.sendiri.realisasi
    assert target is not None
    assert realisasi is not None
    far = baris.tulis(abs(total((realisasi, -target))))
    return f"{far} poin" if baris.indikator.satuan == "%" else with_unit(far, baris.indikator.satuan)
