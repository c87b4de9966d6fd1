"""«Dari mana angka ini?» for the numbers of Pemantauan: which figures, by which formula, under which rule.

The lines of one measured figure come from ``domain.jejak``, as on the Lembar Kerja; here means, money and years are
put into sentences. To explain another number: a function that returns lines.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja_desktop.domain.capaian import Hasil, HasilIndikator, RataRata, members_of
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas
from kinerja_desktop.domain.jejak import formula, trace, trace_parts, trace_quarter, trace_serapan
from kinerja_desktop.domain.numerals import MINUS, format_angka, roman
from kinerja_desktop.domain.perbandingan import TahunCapaian
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.satuan import format_value, scale_of
from kinerja_desktop.domain.serapan import Cabang, Serapan, efficiency
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose.tables import cells_for
from kinerja_desktop.services.monitoring_capaian import AngkaDisetujui

Lines = tuple[str, ...]
MOST_NAMED = 8
"""Indikator or budget lines that an explanation names."""
EFFICIENCY_RULE = (
    "Efisiensi hanya dihitung bila capaian 100% atau lebih. "
    f"Di atas 5 poin efisien, {MINUS}5 sampai 5 cukup efisien, di bawah {MINUS}5 tidak efisien."
)
NO_LINES = "Belum ada baris anggaran yang dihubungkan dengan indikator sasaran ini."


def of_mean(found: AngkaDisetujui, mean: RataRata, sasaran: str = "") -> Lines:
    """Where the mean of a sasaran comes from, or that of the office where none is named."""
    tw, aturan = found.triwulan.nomor, found.hasil.aturan
    members = members_of(found.hasil.indikator, tw, sasaran)
    kategori = f"Kategori {mean.kategori} menurut skala {aturan.skala.nama}." if mean.kategori else ""
    lines = (
        *trace_parts(mean, (h.at(tw) for h in members), aturan),
        *_some([f"{h.indikator.kode} {h.indikator.nama}: {formula(h.at(tw))}" for h in members], "indikator"),
        _of_one_level(found, members, sasaran),
        "Hanya capaian yang lengkap dirata-rata, semua indikator sama berat.",
        kategori,
        _source(found),
    )
    return tuple(line for line in lines if line)


def _of_one_level(found: AngkaDisetujui, members: Sequence[HasilIndikator], sasaran: str) -> str:
    """Indikator of other levels have bars beside these and are not in their mean."""
    rows = [h for h in found.hasil.indikator if not sasaran or h.sasaran == sasaran]
    if not members or len(members) == len(rows):
        return ""
    level = members[0].indikator.tingkat.label.lower()
    return f"Hanya indikator tingkat {level} yang dirata-rata; {len(rows) - len(members)} indikator lain tidak ikut."


def of_money(found: AngkaDisetujui, lines: Sequence[Cabang], money: Serapan) -> Lines:
    """Where a share of money spent comes from; ``lines`` are the highest lines of the budget in it."""
    return (
        trace_serapan(money),
        *_some([f"Dari {_line_name(c)}." for c in lines], "baris anggaran"),
        f"Serapan adalah realisasi anggaran sampai dengan {found.triwulan.label_tahun} dibagi pagu setahun.",
    )


def _line_name(cabang: Cabang) -> str:
    """A line of the budget with its level, told once where its name begins with it."""
    level, uraian = cabang.baris.tingkat.label, cabang.baris.uraian
    return uraian if uraian.casefold().startswith(level.casefold()) else f"{level.lower()} {uraian}"


def of_efficiency(capaian: Decimal | None, serapan: Decimal | None) -> str:
    """One sentence: the points, or why there are none."""
    gain = efficiency(capaian, serapan)
    if gain.poin is None or gain.tingkat is None or capaian is None or serapan is None:
        return f"Efisiensi tidak dapat diukur: {gain.alasan}."
    figures = f"{format_angka(capaian, 2)} {MINUS} {format_angka(serapan, 2)} = {format_angka(gain.poin, 2)} poin"
    return f"Efisiensi: capaian dikurangi serapan, {figures}, {gain.tingkat.value}."


def of_year(found: AngkaDisetujui, h: HasilIndikator, y: TahunCapaian) -> Lines:
    """Where realisasi and target of one year come from."""
    if y.tahun == found.triwulan.tahun:
        return _of_this_year(found, h)
    if y.capaian.target is None and y.capaian.realisasi is None:
        return (f"Belum ada data tahun {y.tahun} pada rencana kinerja.",)
    old = (f"Angka dari indikator {y.indikator_lama}, yang kemudian diganti.",) if y.indikator_lama else ()
    source = f"Angka dari data tahun {y.tahun} pada rencana kinerja, dihitung dengan rumus indikator sekarang."
    return (_pair(found.hasil, h, y), formula(y.capaian), *_rules(found, h, y.capaian), *old, source)


def _of_this_year(found: AngkaDisetujui, h: HasilIndikator) -> Lines:
    if h.tahun.lengkap:
        return (*trace(h.tahun), _JOINS[h.indikator.akumulasi], *_rules(found, h, h.tahun), _source(found))
    target = value(found.hasil, h, h.tahun.target)
    return (
        f"Target setahun: {target}.",
        f"Tahun {found.triwulan.tahun} belum lengkap, jadi realisasinya belum digambar.",
    )


def _pair(hasil: Hasil, h: HasilIndikator, y: TahunCapaian) -> str:
    return f"Target {value(hasil, h, y.capaian.target)}, realisasi {value(hasil, h, y.capaian.realisasi)}."


def of_quarter(found: AngkaDisetujui, h: HasilIndikator, tw: int) -> Lines:
    """Where a quarter's realisasi comes from; one that is not approved says so."""
    target = h.indikator.target.triwulan[tw - 1]
    promised = () if target is None else (f"Target Triwulan {roman(tw)}: {value(found.hasil, h, target)}.",)
    if tw > found.triwulan.nomor:
        return (f"Triwulan {roman(tw)} belum disetujui.", *promised)
    quarter = Triwulan(found.triwulan.tahun, tw).label_tahun
    if h.realisasi[tw - 1] is None:
        return (*trace_quarter(h, tw), *promised, f"Laporan seksi {quarter} sudah disetujui tanpa angka ini.")
    source = f"Angka dari laporan seksi {quarter} yang sudah disetujui."
    return (*trace_quarter(h, tw), _JOINS[h.indikator.akumulasi], *_rules(found, h, h.triwulan[tw - 1].sendiri), source)


_JOINS: Mapping[Akumulasi, str] = {
    Akumulasi.AKUMULASI: "Angka triwulan dijumlahkan dari awal tahun.",
    Akumulasi.RATA_RATA: "Angka sampai dengan suatu triwulan adalah rata-rata triwulannya.",
    Akumulasi.POSISI_AKHIR: "Angka terakhir yang berlaku, tidak dijumlahkan.",
    Akumulasi.TAHUNAN: "Diukur sekali setahun.",
}


def _rules(found: AngkaDisetujui, h: HasilIndikator, capaian: Capaian) -> Lines:
    """By which rules the formula was chosen: which way is better, what a word of a scale counts."""
    worse = h.indikator.polaritas is Polaritas.NEGATIF
    used = {capaian.target, capaian.realisasi}
    steps = sorted(scale_of(h.indikator, found.hasil.rencana.skala), key=lambda s: s.nilai)
    counted = ", ".join(f"{s.teks} = {format_angka(s.nilai)}" for s in steps if s.nilai in used)
    return (
        *((f"Indikator ini {h.indikator.polaritas.label}.",) if worse else ()),
        *((f"Nilai menurut skala {h.indikator.satuan}: {counted}.",) if counted else ()),
    )


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
