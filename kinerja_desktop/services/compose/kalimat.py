"""Stretches of text of the reports, made from figures; each function gives whole paragraphs.

The wording of single sentences stands in ``domain.narasi``; here states are told apart and sentences put
in their order: result, comparison, cause, effort.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import islice

from kinerja_desktop.domain.capaian import HasilIndikator, Ringkasan
from kinerja_desktop.domain.indikator import Polaritas
from kinerja_desktop.domain.narasi import (
    NBSP,
    Penulis,
    Pola,
    dengan_satuan,
    hitungan,
    kalimat,
    sebutan,
    selisih,
)
from kinerja_desktop.domain.numerals import bulatkan, format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.serapan import Serapan
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import cells_of


def result_sentence(penulis: Penulis, bahan: Bahan, h: HasilIndikator, at: Capaian, periode: str) -> str:
    """Target against realisasi of one indikator in its state."""
    nama = sebutan(h.indikator.nama)
    if at.nilai is None or at.target is None or at.realisasi is None:
        typed = bahan.kata(h.indikator.kode, bahan.triwulan.nomor).alasan_kosong
        alasan = (typed or (at.alasan.teks if at.alasan else "belum ada data")).strip().rstrip(".")
        return penulis.tulis(Pola.TANPA_DATA, h.indikator.kode, sebutan=nama, alasan=alasan)
    desimal = cells_of(bahan, h).desimal
    unit = h.indikator.satuan
    return penulis.tulis(
        _state(h, at.target, at.realisasi),
        h.indikator.kode,
        Sebutan=kalimat(nama),
        sebutan=nama,
        periode=periode,
        R=dengan_satuan(at.realisasi, unit, desimal),
        T=dengan_satuan(at.target, unit, desimal),
        C=format_angka(at.nilai, 2),
        kategori=at.kategori or "belum lengkap",
        selisih=selisih(at.realisasi, at.target, unit, desimal),
    )


def _state(h: HasilIndikator, target: Decimal, realisasi: Decimal) -> Pola:
    if realisasi == target:
        return Pola.TEPAT
    if h.indikator.polaritas is Polaritas.NEGATIF:
        return Pola.RENDAH_BAIK if realisasi < target else Pola.RENDAH_LEWAT
    return Pola.DI_ATAS if realisasi > target else Pola.DI_BAWAH


def overview(bahan: Bahan, tw: int | None, kapan: str) -> tuple[str, ...]:
    """How many indikator have a target, how many reached it, the best and the weakest."""
    ringkasan = _ringkasan(bahan, tw)
    listed = _averaged(bahan, tw)
    valued = [h for h in listed if h.at(tw).lengkap]
    sentences = [f"{_targeted(ringkasan.bertarget, len(listed))} memiliki target {kapan}."]
    if valued:
        reached = _reached(ringkasan.tercapai, len(valued))
        sentences.append(f"Dari {hitungan(len(valued), 'indikator')} yang sudah bernilai, {reached}.")
    if len(valued) > 1:
        sentences.append(_extremes(valued, tw))
    return (" ".join(kalimat(_starts_in_words(s)) for s in sentences),)


def _ringkasan(bahan: Bahan, tw: int | None) -> Ringkasan:
    return bahan.hasil.ringkasan if tw is None else bahan.hasil.ringkasan_sd(tw)


def _averaged(bahan: Bahan, tw: int | None) -> list[HasilIndikator]:
    """Indikator of the level that the office's average is of: sentences beside it count these alone."""
    level = _ringkasan(bahan, tw).tingkat_kantor
    return [h for h in bahan.hasil.indikator if h.indikator.tingkat is level]


def _targeted(bertarget: int, listed: int) -> str:
    return f"{hitungan(bertarget)} dari {hitungan(listed, 'indikator')}" if bertarget else "belum ada indikator yang"


def _reached(reached: int, valued: int) -> str:
    if reached in (0, valued):
        return "semuanya mencapai target" if reached else "belum ada yang mencapai target"
    return f"{hitungan(reached, 'indikator')} mencapai target dan {hitungan(valued - reached, 'indikator')} belum"


def _extremes(valued: Sequence[HasilIndikator], tw: int | None) -> str:
    by_value = sorted(valued, key=lambda h: h.at(tw).nilai or Decimal(0))
    low, high = by_value[0], by_value[-1]
    if low.at(tw).nilai == high.at(tw).nilai:
        return f"Capaian semua indikator yang bernilai sama, yaitu {_percent(low, tw)}."
    return (
        f"Capaian tertinggi ada pada {sebutan(high.indikator.nama)} ({_percent(high, tw)}), sedangkan capaian "
        f"terendah ada pada {sebutan(low.indikator.nama)} ({_percent(low, tw)})."
    )


def _percent(h: HasilIndikator, tw: int | None) -> str:
    return format_persen(h.at(tw).nilai or Decimal(0))


def _starts_in_words(teks: str) -> str:
    """No sentence begins with a digit."""
    return f"Sebanyak {teks}" if teks[:1].isdigit() else teks


_TOLD_REASONS = 3
"""More reasons than these would fill a page; the footnote of the table holds all of them."""


def missing_sentences(bahan: Bahan, tw: int | None) -> tuple[str, ...]:
    """Indikator of the average that wait for data, with their reasons, as one paragraph; nothing where all is there."""
    waiting = [h for h in _averaged(bahan, tw) if h.at(tw).target is not None and h.at(tw).realisasi is None]
    if not waiting:
        return ()
    told = (f"Realisasi {sebutan(h.indikator.nama)} belum tersedia karena {_reason(bahan, h, tw)}." for h in waiting)
    rest = len(waiting) - _TOLD_REASONS
    more = (f"Alasan {hitungan(rest, 'indikator')} lain tercantum di bawah tabel.",) if rest > 0 else ()
    count = kalimat(_starts_in_words(f"{hitungan(len(waiting), 'indikator')} belum memiliki data."))
    return (" ".join((count, *(kalimat(sentence) for sentence in islice(told, _TOLD_REASONS)), *more)),)


def _reason(bahan: Bahan, h: HasilIndikator, tw: int | None) -> str:
    typed = bahan.kata(h.indikator.kode, tw or 4).alasan_kosong
    alasan = h.at(tw).alasan
    teks = (typed or (alasan.teks if alasan else "belum ada data")).strip().rstrip(".")
    return teks[:1].lower() + teks[1:]


def budget_sentence(serapan: Serapan, awal: str) -> str:
    """Pagu, money spent and absorption in one sentence, or why there is none."""
    if serapan.nilai is None or serapan.pagu is None or serapan.realisasi is None:
        alasan = serapan.alasan.teks if serapan.alasan else "pagu belum ditetapkan"
        return kalimat(f"{awal} serapan anggaran tidak dihitung karena {alasan}.")
    return kalimat(
        f"{awal} dari pagu {format_rupiah(serapan.pagu)} terealisasi {format_rupiah(serapan.realisasi)} "
        f"atau {format_persen(serapan.nilai)}."
    )


def date_range(moments: Sequence[datetime]) -> str:
    """Days of the approvals: "14–15 Juli 2026", "15 Juli 2026"."""
    first, last = moments[0].date(), moments[-1].date()
    if first == last:
        return format_tanggal(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_tanggal(last)}".replace(" ", NBSP)
    return f"{format_tanggal(first)} sampai {format_tanggal(last)}"


def poin(nilai: Decimal) -> str:
    """A difference of two percentages with its sign: "+16,67 poin"."""
    tanda = "+" if nilai > 0 else ""
    return f"{tanda}{format_angka(bulatkan(nilai, 2), 2)}{NBSP}poin"
