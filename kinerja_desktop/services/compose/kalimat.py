"""Stretches of text of the reports, made from figures; each function gives whole paragraphs.

The wording of single sentences stands in ``domain.narasi``; here states are told apart and sentences put
in their order: result, comparison, cause, effort.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import islice

from kinerja_desktop.domain.capaian import HasilIndikator, Ringkasan
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas, Tingkat
from kinerja_desktop.domain.narasi import (
    NBSP,
    Penulis,
    Pola,
    dari_kata,
    dengan_satuan,
    hitungan,
    kalimat,
    kecilkan,
    sebutan,
    sederet,
    selisih,
)
from kinerja_desktop.domain.numerals import bulatkan, format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.rumus import Capaian, total
from kinerja_desktop.domain.serapan import Serapan
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import called, cells_of, groups

MAKS_KATA_SEBUTAN = 12
"""A longer name makes sentences that nobody reads to the end; the indikator is then told by its number."""


def nama_of(bahan: Bahan, h: HasilIndikator) -> str:
    """What sentences call an indikator: its typed short name, else its name, else "indikator 14" of the table."""
    nama = full_name_of(bahan, h)
    if len(nama.split()) <= MAKS_KATA_SEBUTAN:
        return nama
    nomor = next(no for k in groups(bahan) for no, other in k.hasil if other is h)
    return f"indikator{NBSP}{nomor}"


def full_name_of(bahan: Bahan, h: HasilIndikator) -> str:
    """The typed short name, else the name however long it is: for text that has no numbered table near it."""
    return sebutan(bahan.sebutan.get(h.indikator.kode) or h.indikator.nama)


def figure(bahan: Bahan, h: HasilIndikator, nilai: Decimal) -> str:
    """A figure of an indikator in running text: with its unit, or as its predicate ("BB")."""
    sel = cells_of(bahan, h)
    return sel.angka(nilai).teks or dengan_satuan(nilai, h.indikator.satuan, sel.desimal)


def distance(bahan: Bahan, h: HasilIndikator, a: Decimal, b: Decimal) -> str:
    """How far two figures of an indikator are apart; predicates by the steps of their scale."""
    sel = cells_of(bahan, h)
    if sel.angka(a).teks or sel.angka(b).teks:
        return hitungan(int(abs(a - b)), "tingkat")
    return selisih(a, b, h.indikator.satuan, sel.desimal)


def result_sentence(penulis: Penulis, bahan: Bahan, h: HasilIndikator, at: Capaian, periode: str) -> str:
    """Target against realisasi of one indikator in its state."""
    nama, kode = nama_of(bahan, h), h.indikator.kode
    facts = {"Sebutan": kalimat(nama), "sebutan": nama, "periode": periode}
    typed = bahan.kata(kode, bahan.triwulan.nomor).alasan_kosong
    if at.realisasi is None and at.target is None and not typed:
        return penulis.tulis(Pola.TANPA_KEDUANYA, kode, **facts)
    if at.realisasi is None:
        return penulis.tulis(Pola.TANPA_DATA, kode, **facts, alasan=reason(bahan, h, at, bahan.triwulan.nomor))
    told = _measured_sentence(penulis, bahan, h, at, facts | {"R": figure(bahan, h, at.realisasi)})
    is_predicate = cells_of(bahan, h).angka(at.realisasi).teks is not None
    return told.replace(" sebesar ", " ") if is_predicate else told


def _measured_sentence(penulis: Penulis, bahan: Bahan, h: HasilIndikator, at: Capaian, facts: Mapping[str, str]) -> str:
    """A realisasi that is there against its target."""
    kode = h.indikator.kode
    if at.nilai is None or at.target is None or at.realisasi is None:
        return penulis.tulis(Pola.TANPA_TARGET if at.target is None else Pola.TARGET_NOL, kode, **facts)
    target, state = figure(bahan, h, at.target), _state(h, at)
    rounded = " (setelah pembulatan)" if facts["R"] == target and state is not Pola.TEPAT else ""
    return penulis.tulis(
        state,
        kode,
        **{**facts, "R": f"{facts['R']}{rounded}"},
        T=target,
        C=format_angka(at.nilai, 2),
        kategori=at.kategori or "belum lengkap",
        selisih=distance(bahan, h, at.realisasi, at.target),
    )


def _state(h: HasilIndikator, at: Capaian) -> Pola:
    """The state, from the figures as they are before rounding."""
    target, realisasi = at.asal_target.exact, at.asal_realisasi.exact
    assert target is not None
    assert realisasi is not None
    if realisasi == target:
        return Pola.TEPAT
    if h.indikator.polaritas is Polaritas.NEGATIF:
        return Pola.RENDAH_BAIK if realisasi < target else Pola.RENDAH_LEWAT
    return Pola.DI_ATAS if realisasi > target else Pola.DI_BAWAH


def leading(bahan: Bahan, tw: int | None) -> tuple[HasilIndikator, ...]:
    """Indikator of the level that the office's mean is made of."""
    level = _ringkasan(bahan, tw).tingkat_kantor
    return tuple(h for h in bahan.hasil.indikator if h.indikator.tingkat is level)


def of_level(bahan: Bahan, tw: int | None) -> str:
    """What the indikator of the office's mean are called: with their level where the plan has others as well."""
    return called(_ringkasan(bahan, tw).tingkat_kantor, bahan.hasil.indikator)


def by_level(some: Iterable[HasilIndikator], among: Iterable[HasilIndikator]) -> str:
    """Indikator counted, by level where ``among`` has several: "lima indikator sasaran dan satu indikator program"."""
    counted, levels = Counter(h.indikator.tingkat for h in some), {h.indikator.tingkat for h in among}
    if len(levels) < 2:
        return hitungan(counted.total(), "indikator")
    found = [level for level in (Tingkat.SASARAN, *Tingkat) if level in counted]
    told = dict.fromkeys(found)
    numbers = sederet(*(counted[level] for level in told))
    return deretan(f"{n} indikator {level.label.lower()}" for n, level in zip(numbers, told, strict=True))


def _ringkasan(bahan: Bahan, tw: int | None) -> Ringkasan:
    return bahan.hasil.ringkasan if tw is None else bahan.hasil.ringkasan_sd(tw)


def overview(bahan: Bahan, tw: int | None, kapan: str) -> tuple[str, ...]:
    """How many indikator have a target, how many reached it, the best and the weakest."""
    ringkasan, listed = _ringkasan(bahan, tw), leading(bahan, tw)
    valued = [h for h in listed if h.at(tw).lengkap]
    jenis = of_level(bahan, tw)
    sentences = [f"{_targeted(ringkasan.bertarget, len(listed), jenis)} memiliki target {kapan}."]
    if later := [h for h in listed if _measured_later(h, tw)]:
        siapa = "semuanya" if len(later) == len(listed) else f"{hitungan(len(later), 'indikator')} lain"
        sentences.append(f"{siapa} diukur satu kali setahun dan disajikan pada Triwulan{NBSP}IV.")
    if valued:
        sentences.append(how_many_reached(ringkasan.tercapai, len(valued), jenis))
    return (" ".join((*map(dari_kata, sentences), *extremes(bahan, tw))),)


def _measured_later(h: HasilIndikator, tw: int | None) -> bool:
    """Whether an indikator has a target for the year that is measured in the last triwulan alone."""
    yearly = h.indikator.akumulasi is Akumulasi.TAHUNAN and h.target.tahun is not None
    return yearly and tw not in (None, 4) and h.at(tw).target is None


def _targeted(bertarget: int, listed: int, jenis: str) -> str:
    if not bertarget:
        return f"belum ada {jenis} yang"
    if bertarget == listed:
        return f"seluruh {hitungan(listed, jenis)}" if listed > 1 else f"satu-satunya {jenis}"
    some, all_of_them = sederet(bertarget, listed)
    return f"{some} dari {all_of_them} {jenis}"


def how_many_reached(reached: int, valued: int, jenis: str) -> str:
    """How many of those with a value reached their target, as a sentence."""
    if reached in (0, valued):
        told = "semuanya mencapai target" if reached else "belum ada yang mencapai target"
        return f"dari {hitungan(valued, jenis)} yang sudah bernilai, {told}."
    n, a, b = sederet(valued, reached, valued - reached)
    return f"dari {n} {jenis} yang sudah bernilai, {a} indikator mencapai target dan {b} indikator belum."


def reached_of(reached: int, valued: int, jenis: str) -> str:
    """Who reached the target, as the subject of a sentence: "Sebanyak 12 dari 17 indikator"."""
    if reached in (0, valued):
        return dari_kata(f"belum ada {jenis} yang" if not reached else f"seluruh {hitungan(valued, jenis)}")
    a, n = sederet(reached, valued)
    return dari_kata(f"{a} dari {n} {jenis}")


def weakest(bahan: Bahan, tw: int | None) -> HasilIndikator | None:
    """The indikator that is lowest; None where another one is as low, or there is one alone."""
    valued = _by_value(bahan, tw)
    return valued[0] if len(valued) > 1 and valued[0].at(tw).nilai != valued[1].at(tw).nilai else None


def _by_value(bahan: Bahan, tw: int | None) -> list[HasilIndikator]:
    valued = [h for h in leading(bahan, tw) if h.at(tw).lengkap]
    return sorted(valued, key=lambda h: h.at(tw).nilai or Decimal(0))


def extremes(bahan: Bahan, tw: int | None) -> tuple[str, ...]:
    """The best and the weakest in two sentences."""
    valued = _by_value(bahan, tw)
    if len(valued) < 2:
        return ()
    low, high = valued[0], valued[-1]
    if low.at(tw).nilai == high.at(tw).nilai:
        return (f"Capaian semua indikator yang bernilai sama, yaitu {_percent(low, tw)}.",)
    return tuple(
        kalimat(f"Capaian {word} ada pada {_sharing(bahan, valued, h, tw)} ({_percent(h, tw)}).")
        for word, h in (("tertinggi", high), ("terendah", low))
    )


def _sharing(bahan: Bahan, valued: Sequence[HasilIndikator], h: HasilIndikator, tw: int | None) -> str:
    """An indikator by its name, or how many have the same capaian."""
    same = sum(other.at(tw).nilai == h.at(tw).nilai for other in valued)
    return full_name_of(bahan, h) if same == 1 else hitungan(same, "indikator")


def _percent(h: HasilIndikator, tw: int | None) -> str:
    return format_persen(h.at(tw).nilai or Decimal(0))


_TOLD_REASONS = 3
"""More reasons than these would fill a page; the footnote of the table holds all of them."""


def missing_sentences(bahan: Bahan, tw: int | None) -> tuple[str, ...]:
    """Indikator of the average that wait for data, with their reasons, as one paragraph; nothing where all is there."""
    waiting = [h for h in leading(bahan, tw) if h.at(tw).target is not None and h.at(tw).realisasi is None]
    if not waiting:
        return ()
    jenis, rest = of_level(bahan, tw), len(waiting) - _TOLD_REASONS
    more = (f"Alasan {hitungan(rest, 'indikator')} lain tercantum di bawah tabel.",) if rest > 0 else ()
    told = (_waiting(bahan, h, tw) for h in islice(waiting, _TOLD_REASONS))
    return (" ".join((dari_kata(f"{hitungan(len(waiting), jenis)} belum memiliki data."), *told, *more)),)


def _waiting(bahan: Bahan, h: HasilIndikator, tw: int | None) -> str:
    nama = nama_of(bahan, h)
    return kalimat(f"Realisasi {nama} belum tersedia karena {reason(bahan, h, h.at(tw), tw or 4)}.")


def reason(bahan: Bahan, h: HasilIndikator, at: Capaian, tw: int) -> str:
    """Why an indikator has no value: as its seksi wrote it, else as the rule names it."""
    typed = bahan.kata(h.indikator.kode, tw).alasan_kosong
    teks = (typed or (at.alasan.tercetak if at.alasan else "belum ada data")).strip().rstrip(".")
    return kecilkan(teks)


def budget_sentence(penulis: Penulis, serapan: Serapan, awal: str) -> str:
    """Pagu, money spent and absorption in one sentence, or the money alone and why it is not compared."""
    if serapan.nilai is None or serapan.pagu is None or serapan.realisasi is None:
        alasan = serapan.alasan.tercetak if serapan.alasan else "pagu belum ditetapkan"
        if serapan.realisasi is None:
            return penulis.tulis(Pola.ANGGARAN_TIADA, "anggaran", Awal=awal, alasan=alasan)
        spent = format_rupiah(serapan.realisasi)
        return penulis.tulis(Pola.ANGGARAN_TANPA_PAGU, "anggaran", Awal=awal, realisasi=spent, alasan=alasan)
    return penulis.tulis(
        Pola.ANGGARAN,
        "anggaran",
        Awal=awal,
        pagu=format_rupiah(serapan.pagu),
        realisasi=format_rupiah(serapan.realisasi),
        S=format_angka(serapan.nilai, 2),
        sisa=format_rupiah(total((serapan.pagu, serapan.realisasi.copy_negate()))),
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


def banyaknya(lines: Iterable[Tingkat]) -> str:
    """Budget lines counted level by level: "dua program dan satu sub kegiatan"."""
    found = Counter(lines)
    levels = [level for level in Tingkat if level in found]
    counts = sederet(*(found[level] for level in levels))
    return deretan(f"{n} {level.label.lower()}" for n, level in zip(counts, levels, strict=True))
