"""What looks odd in a plan or in figures: warnings, never refusals.

Each is a sentence that says what stands there and what to look at; nothing is changed by it. The plan's
checks run when targets are typed, the others when figures are there. To add a check: a function that
yields ``Peringatan``, named in ``_OF_PLAN`` or ``_OF_RESULT``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from kinerja_desktop.domain.akumulasi import counts
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.capaian import Hasil, HasilIndikator
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Four,
    Indikator,
    Polaritas,
    Rencana,
    Target,
    Tingkat,
)
from kinerja_desktop.domain.numerals import bulatkan, format_angka, format_persen
from kinerja_desktop.domain.rumus import Besaran, Capaian, Cara
from kinerja_desktop.domain.serapan import Cabang, branches, pagu_of, spent, spent_of

BATAS_WAJAR = Decimal(150)
_SATUAN_PERSEN = frozenset({"%", "persen", "persentase"})


class Jenis(Enum):
    """Kinds of warning."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    AKUMULASI = "akumulasi"
    ANGGARAN = "anggaran"
    RATA_RATA = "rata-rata"


@dataclass(frozen=True, slots=True)
class Peringatan:
    """One warning; ``kode`` is the indikator's or the budget line's, None where it is of the office."""

    jenis: Jenis
    kode: str | None
    teks: str

    def __str__(self) -> str:
        return f"{self.kode}: {self.teks}" if self.kode else self.teks


# --- the plan ------------------------------------------------------------------------------------


class PeriksaTarget(Enum):
    """What is looked at in a target; the value names the field of a card where it is put right."""

    TAHUN = "tahun"
    TIDAK_DIPAKAI = "akumulasi"
    TURUN = "tw4"
    PERSEN = "satuan"
    NEGATIF = "tw1"


def target_faults(indikator: Indikator, target: Target) -> Iterator[tuple[PeriksaTarget, str]]:
    """What does not fit the indikator's kind of accumulation, polarity and unit: which check, and a clause."""
    return ((which, teks) for which, check in _OF_PLAN.items() for teks in check(indikator, target))


def check_target(indikator: Indikator, target: Target, versi: str = "") -> tuple[Peringatan, ...]:
    """Whether a target fits the indikator's kind of accumulation, polarity and unit.

    ``versi`` is named in the sentences where it is a changed plan.
    """
    label = f" (versi {versi})" if versi else ""
    clauses = (teks for _, teks in target_faults(indikator, target))
    return tuple(Peringatan(Jenis.TARGET, indikator.kode, f"{teks}{label}.") for teks in clauses)


def _year_unlike_quarters(indikator: Indikator, target: Target) -> Iterator[str]:
    found, name = _year_of_quarters(indikator.akumulasi, target.triwulan)
    if target.tahun is None or found is None:
        return
    if found == target.tahun or bulatkan(found) == bulatkan(target.tahun):
        return
    yield f"target tahun {format_angka(target.tahun)} tidak sama dengan {name} ({format_angka(found)})"


def _year_of_quarters(kind: Akumulasi, four: Four) -> tuple[Decimal | None, str]:
    filled = tuple(figure for figure in four if figure is not None)
    if kind is Akumulasi.AKUMULASI:
        return Besaran(filled, Cara.JUMLAH).nilai, "jumlah target triwulan"
    if kind is Akumulasi.RATA_RATA:
        return Besaran(filled, Cara.RATA_RATA).nilai, "rata-rata target triwulan"
    return four[3], "target triwulan 4"


def _quarter_not_used(indikator: Indikator, target: Target) -> Iterator[str]:
    for tw, figure in enumerate(target.triwulan, 1):
        if figure is not None and not counts(indikator.akumulasi, tw):
            yield f"target triwulan {tw} diabaikan karena indikator ini diukur sekali setahun"


def _falls(indikator: Indikator, target: Target) -> Iterator[str]:
    if (indikator.akumulasi, indikator.polaritas) != (Akumulasi.POSISI_AKHIR, Polaritas.POSITIF):
        return
    filled = [(tw, figure) for tw, figure in enumerate(target.triwulan, 1) if figure is not None]
    for (before, high), (after, low) in pairwise(filled):
        if low < high:
            yield (
                f"target turun dari {format_angka(high)} pada triwulan {before} "
                f"menjadi {format_angka(low)} pada triwulan {after}, padahal posisi akhir"
            )


def _outside_percent(indikator: Indikator, target: Target) -> Iterator[str]:
    figures = (target.tahun, *target.triwulan) if is_percent(indikator) else ()
    odd = [figure for figure in figures if figure is not None and not 0 <= figure <= 100]
    if odd:
        yield f"target {format_angka(odd[0])} berada di luar 0 sampai 100 persen"


def _within(indikator: Indikator, figure: Decimal) -> bool:
    return not is_percent(indikator) or 0 <= figure <= 100


def is_percent(indikator: Indikator) -> bool:
    """True where the indikator is counted in per cent."""
    words = re.findall(r"%|\w+", (indikator.satuan or "").casefold())
    return bool(words) and _SATUAN_PERSEN.issuperset(words)


def _negative(_indikator: Indikator, target: Target) -> Iterator[str]:
    if any(figure is not None and figure < 0 for figure in (target.tahun, *target.triwulan)):
        yield "target bernilai negatif; capaiannya sulit ditafsirkan"


_OF_PLAN: Mapping[PeriksaTarget, Callable[[Indikator, Target], Iterator[str]]] = {
    PeriksaTarget.TAHUN: _year_unlike_quarters,
    PeriksaTarget.TIDAK_DIPAKAI: _quarter_not_used,
    PeriksaTarget.TURUN: _falls,
    PeriksaTarget.PERSEN: _outside_percent,
    PeriksaTarget.NEGATIF: _negative,
}


def of_plan(rencana: Rencana) -> tuple[Peringatan, ...]:
    """Checks of every target of the murni plan and of its changed versions, and of the kinds."""
    by_kode = {i.kode: i for i in rencana.indikator}
    murni = [p for i in rencana.indikator for p in (*check_target(i, i.target), *predicates_summed(rencana, i))]
    changed = [
        p
        for versi in rencana.versi
        for kode, target in versi.target
        if kode in by_kode
        for p in (*check_target(by_kode[kode], target, versi.versi), *emptied(by_kode[kode], target, versi.versi))
    ]
    return (*murni, *changed)


def emptied(murni: Indikator, target: Target, versi: str) -> Iterator[Peringatan]:
    """A changed plan says all its targets again: what it leaves empty is no target any more."""
    pairs = zip(murni.target.triwulan, target.triwulan, strict=True)
    lost = [str(tw) for tw, (before, after) in enumerate(pairs, 1) if before is not None and after is None]
    if lost:
        teks = f"target triwulan {', '.join(lost)} kosong pada versi {versi}, jadi triwulan itu tanpa target."
        yield Peringatan(Jenis.TARGET, murni.kode, teks)


def predicates_summed(rencana: Rencana, indikator: Indikator) -> Iterator[Peringatan]:
    """Predicates are steps of a scale: their sum means nothing."""
    scaled = {skala.satuan.casefold() for skala in rencana.skala}
    if indikator.akumulasi is Akumulasi.AKUMULASI and (indikator.satuan or "").casefold() in scaled:
        teks = "predikat tidak dapat dijumlahkan; pilih posisi_akhir, rata_rata, atau tahunan."
        yield Peringatan(Jenis.AKUMULASI, indikator.kode, teks)


# --- figures -------------------------------------------------------------------------------------


def check_figure(indikator: Indikator, capaian: Capaian) -> str | None:
    """What to say beside a figure that was just typed, for its quarter alone; None where nothing is odd."""
    if capaian.nilai is not None and capaian.nilai > BATAS_WAJAR:
        return _too_high(format_persen(capaian.nilai))
    if capaian.realisasi is not None and not _within(indikator, capaian.realisasi):
        return f"Realisasi {format_angka(capaian.realisasi)} berada di luar 0 sampai 100 persen."
    return None


def _too_high(nilai: str) -> str:
    return f"Capaian {nilai} di atas 150% jarang terjadi. Periksa target dan realisasinya."


def _of_capaian(hasil: HasilIndikator) -> Iterator[Peringatan]:
    high = [(f"triwulan {t.tw}", t.sendiri.nilai) for t in hasil.triwulan] + [("setahun", hasil.tahun.nilai)]
    named = [f"{name} {format_persen(n)}" for name, n in high if n is not None and n > BATAS_WAJAR]
    if named:
        teks = f"capaian {', '.join(named)} di atas 150%; periksa target dan realisasinya."
        yield Peringatan(Jenis.CAPAIAN, hasil.indikator.kode, teks)


def _of_realisasi(hasil: HasilIndikator) -> Iterator[Peringatan]:
    indikator = hasil.indikator
    for tw, figure in enumerate(hasil.realisasi, 1):
        if figure is None:
            continue
        if not counts(indikator.akumulasi, tw):
            teks = f"realisasi triwulan {tw} diabaikan karena indikator ini diukur sekali setahun."
            yield Peringatan(Jenis.REALISASI, indikator.kode, teks)
        elif not _within(indikator, figure):
            teks = f"realisasi triwulan {tw} ({format_angka(figure)}) berada di luar 0 sampai 100 persen."
            yield Peringatan(Jenis.REALISASI, indikator.kode, teks)


def _of_zero(hasil: HasilIndikator) -> Iterator[Peringatan]:
    if any(c.nol_ditetapkan for c in (hasil.tahun, *(t.sendiri for t in hasil.triwulan))):
        teks = "realisasi nol dengan rumus N2; capaiannya ditetapkan 100,00%."
        yield Peringatan(Jenis.CAPAIAN, hasil.indikator.kode, teks)


def _of_completeness(hasil: HasilIndikator) -> Iterator[Peringatan]:
    filled = [tw for tw, figure in enumerate(hasil.realisasi, 1) if figure is not None]
    planned = any(figure is not None for figure in hasil.target.triwulan)
    summed = hasil.indikator.akumulasi in (Akumulasi.AKUMULASI, Akumulasi.RATA_RATA)
    if summed and hasil.tahun.lengkap and not planned and len(filled) < len(hasil.realisasi):
        teks = "tanpa target triwulan, kelengkapan realisasi setahun tidak dapat diperiksa."
        yield Peringatan(Jenis.REALISASI, hasil.indikator.kode, teks)


def _of_repeated(hasil: HasilIndikator) -> Iterator[Peringatan]:
    """The same count quarter after quarter is a stock (people, institutions), which must not be added up."""
    filled = [figure for figure in hasil.realisasi if figure is not None]
    summed = hasil.indikator.akumulasi is Akumulasi.AKUMULASI
    if summed and len(filled) > 1 and filled[0] > 1 and len(set(filled)) == 1:
        teks = (
            f"realisasi {format_angka(filled[0])} berulang di setiap triwulan dan dijumlahkan; "
            "jika ini jumlah yang sama (orang, lembaga), pilih posisi_akhir."
        )
        yield Peringatan(Jenis.AKUMULASI, hasil.indikator.kode, teks)


_OF_RESULT: tuple[Callable[[HasilIndikator], Iterator[Peringatan]], ...] = (
    _of_realisasi,
    _of_capaian,
    _of_zero,
    _of_completeness,
    _of_repeated,
)


def of_result(hasil: Hasil) -> tuple[Peringatan, ...]:
    """Everything odd of a measured year: plan, figures, budget, and which level the office's mean speaks of."""
    figures = [p for h in hasil.indikator for check in _OF_RESULT for p in check(h)]
    return (*of_plan(hasil.rencana), *figures, *of_budget(hasil.baris_anggaran), *_of_office(hasil))


def _of_office(hasil: Hasil) -> Iterator[Peringatan]:
    level = hasil.ringkasan.tingkat_kantor
    if level not in (None, Tingkat.SASARAN):
        teks = (
            "Tidak ada indikator tingkat sasaran yang bernilai; "
            f"rata-rata kantor memakai tingkat {level.label.lower()}."
        )
        yield Peringatan(Jenis.RATA_RATA, None, teks)


# --- budget --------------------------------------------------------------------------------------


def of_budget(baris: Iterable[BarisAnggaran]) -> tuple[Peringatan, ...]:
    """Parents unlike the sum of what lies directly below them, and money without a pagu."""
    tops = branches(tuple(baris))
    bare = [c.baris.kode for top in tops for c in top.leaves() if c.baris.pagu is None and spent(c.baris) is not None]
    unlike = (p for cabang in tops for p in _of_branch(cabang))
    return (*unlike, *_without_pagu(bare))


_NAMED = 5


def _without_pagu(kode: list[str]) -> Iterator[Peringatan]:
    if kode:
        more = f", dan {len(kode) - _NAMED} baris lain" if len(kode) > _NAMED else ""
        named = f"{', '.join(kode[:_NAMED])}{more}"
        yield Peringatan(Jenis.ANGGARAN, None, f"Ada realisasi anggaran tanpa pagu; serapan tidak dihitung: {named}.")


def _of_branch(cabang: Cabang) -> Iterator[Peringatan]:
    own, kode = cabang.baris, cabang.baris.kode
    if cabang.anak:
        below = Cabang(BarisAnggaran("", own.tingkat, ""), cabang.anak)
        yield from _unlike(kode, "pagu", own.pagu, pagu_of(below))
        yield from _unlike(kode, "realisasi", spent(own), spent_of(below))
    for anak in cabang.anak:
        yield from _of_branch(anak)


def _unlike(kode: str, what: str, own: Decimal | None, below: Decimal | None) -> Iterator[Peringatan]:
    if own is None or below is None or own == below:
        return
    teks = (
        f"{what} {format_angka(own)} tidak sama dengan jumlah baris di bawahnya "
        f"({format_angka(below)}); jumlah memakai baris terbawah."
    )
    yield Peringatan(Jenis.ANGGARAN, kode, teks)
