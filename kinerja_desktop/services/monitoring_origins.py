"""«Dari mana angka ini?» for the numbers of Pemantauan: which figures, by which formula, under which rule.

The lines of one measured figure come from ``domain.jejak``, as on the Lembar Kerja; here means, money and years are
put into sentences. To explain another number: a function that returns lines.
"""

from collections.abc import Sequence
from decimal import Decimal

from kinerja_desktop.domain.capaian import Hasil, HasilIndikator, RataRata, members_of
from kinerja_desktop.domain.jejak import formula, trace, trace_parts, trace_quarter, trace_serapan
from kinerja_desktop.domain.numerals import format_angka, roman
from kinerja_desktop.domain.perbandingan import TahunCapaian
from kinerja_desktop.domain.satuan import format_value
from kinerja_desktop.domain.serapan import Cabang, NilaiEfisiensi, Serapan
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose.tables import cells_for
from kinerja_desktop.services.monitoring_capaian import AngkaDisetujui

Lines = tuple[str, ...]
MOST_NAMED = 8
"""Indikator or budget lines that an explanation names."""
EFFICIENCY_RULE = "Efisiensi hanya dihitung bila capaian 100% atau lebih."
NO_LINES = "Belum ada baris anggaran yang dihubungkan dengan indikator sasaran ini."


def of_mean(found: AngkaDisetujui, mean: RataRata, sasaran: str = "") -> Lines:
    """Where the mean of a sasaran comes from, or that of the office where none is named."""
    tw, aturan = found.triwulan.nomor, found.hasil.aturan
    members = members_of(found.hasil.indikator, tw, sasaran)
    kategori = f"Kategori {mean.kategori} menurut skala {aturan.skala.nama}." if mean.kategori else ""
    lines = (
        *trace_parts(mean, (h.at(tw) for h in members), aturan),
        *_some([f"{h.indikator.kode} {h.indikator.nama}: {formula(h.at(tw))}" for h in members], "indikator"),
        "Hanya capaian yang lengkap dirata-rata, semua indikator sama berat.",
        kategori,
        _source(found),
    )
    return tuple(line for line in lines if line)


def of_money(found: AngkaDisetujui, lines: Sequence[Cabang], money: Serapan) -> Lines:
    """Where a share of money spent comes from; ``lines`` are the highest lines of the budget in it."""
    return (
        trace_serapan(money),
        *_some([f"Dari {c.baris.tingkat.label.lower()} {c.baris.uraian}." for c in lines], "baris anggaran"),
        f"Serapan adalah realisasi anggaran sampai dengan {found.triwulan.label_tahun} dibagi pagu setahun.",
    )


def of_efficiency(gain: NilaiEfisiensi) -> str:
    """One sentence: the points, or why there are none."""
    if gain.poin is None or gain.tingkat is None:
        return f"Efisiensi tidak dapat diukur: {gain.alasan}."
    return f"Efisiensi: capaian dikurangi serapan = {format_angka(gain.poin, 2)} poin, {gain.tingkat.value}."


def of_year(found: AngkaDisetujui, h: HasilIndikator, y: TahunCapaian) -> Lines:
    """Where realisasi and target of one year come from."""
    if y.tahun == found.triwulan.tahun:
        return _of_this_year(found, h)
    if y.capaian.target is None and y.capaian.realisasi is None:
        return (f"Belum ada data tahun {y.tahun} pada rencana kinerja.",)
    old = (f"Angka dari indikator {y.indikator_lama}, yang kemudian diganti.",) if y.indikator_lama else ()
    source = f"Angka dari data tahun {y.tahun} pada rencana kinerja, dihitung dengan rumus indikator sekarang."
    return (_pair(found.hasil, h, y), formula(y.capaian), *old, source)


def _of_this_year(found: AngkaDisetujui, h: HasilIndikator) -> Lines:
    if h.tahun.lengkap:
        return (*trace(h.tahun), _source(found))
    target = value(found.hasil, h, h.tahun.target)
    return (
        f"Target setahun: {target}.",
        f"Tahun {found.triwulan.tahun} belum lengkap, jadi realisasinya belum digambar.",
    )


def _pair(hasil: Hasil, h: HasilIndikator, y: TahunCapaian) -> str:
    return f"Target {value(hasil, h, y.capaian.target)}, realisasi {value(hasil, h, y.capaian.realisasi)}."


def of_quarter(found: AngkaDisetujui, h: HasilIndikator, tw: int) -> Lines:
    """Where a quarter's realisasi comes from; one that is not approved says so."""
    if tw > found.triwulan.nomor:
        return (f"Triwulan {roman(tw)} belum disetujui.",)
    quarter = Triwulan(found.triwulan.tahun, tw).label_tahun
    return (*trace_quarter(h, tw), f"Angka dari laporan seksi {quarter} yang sudah disetujui.")


def value(hasil: Hasil, h: HasilIndikator, nilai: Decimal | None) -> str:
    """A figure as the papers print it, with the decimals of its indikator."""
    if nilai is None:
        return "–"
    return format_value(h.indikator, hasil.rencana.skala, nilai, cells_for(h, hasil.rencana.skala).desimal)


def _source(found: AngkaDisetujui) -> str:
    return f"Angka dari laporan seksi sampai dengan {found.triwulan.label_tahun} yang sudah disetujui."


def _some(lines: Sequence[str], noun: str) -> Lines:
    more = len(lines) - MOST_NAMED
    return (*lines[:MOST_NAMED], *((f"Masih ada {more} {noun} lain.",) if more > 0 else ()))
