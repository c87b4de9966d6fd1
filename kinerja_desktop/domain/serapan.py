"""Money: absorption per budget line, totals over branches, efficiency in points.

A line belongs to the nearest line above it of a higher level; codes carry no meaning. Totals add the
lowest level that is given under each branch, never parents and children together. Capaian of indikator:
``capaian``.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from kinerja_desktop.domain.alasan import Alasan, Sebab
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Indikator, Tingkat
from kinerja_desktop.domain.rumus import DESIMAL_CAPAIAN, SERATUS, to_decimal, total

_DEPTH = {tingkat: depth for depth, tingkat in enumerate(Tingkat)}


@dataclass(frozen=True, slots=True)
class Serapan:
    """Money spent against pagu; ``nilai`` in per cent with two decimals, or None with ``alasan``.

    ``lengkap`` False with a value: money of lines without pagu is in it.
    """

    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    nilai: Decimal | None = None
    lengkap: bool = False
    alasan: Alasan | None = None

    @property
    def sisa(self) -> Decimal | None:
        """Pagu not yet spent."""
        if self.pagu is None:
            return None
        return self.pagu if self.realisasi is None else total((self.pagu, self.realisasi.copy_negate()))


def absorption(pagu: Decimal | None, realisasi: Decimal | None) -> Serapan:
    """Realisasi / pagu × 100, rounded half up."""
    if pagu is None:
        return Serapan(pagu, realisasi, alasan=Alasan(Sebab.TANPA_PAGU))
    if pagu == 0:
        return Serapan(pagu, realisasi, alasan=Alasan(Sebab.PAGU_NOL))
    if realisasi is None:
        return Serapan(pagu, realisasi, alasan=Alasan(Sebab.TANPA_BELANJA))
    nilai = to_decimal(Fraction(realisasi) / Fraction(pagu) * 100, DESIMAL_CAPAIAN)
    return Serapan(pagu, realisasi, nilai, lengkap=True)


# --- branches ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cabang:
    """A budget line with the lines that belong to it."""

    baris: BarisAnggaran
    anak: tuple["Cabang", ...] = ()

    def leaves(self) -> Iterable["Cabang"]:
        """The lowest lines of this branch."""
        if not self.anak:
            yield self
        for anak in self.anak:
            yield from anak.leaves()


def branches(baris: Sequence[BarisAnggaran]) -> tuple[Cabang, ...]:
    """Arrange lines in their order of writing: each below the nearest one above it of a higher level."""
    tops: list[Cabang] = []
    start = 0
    while start < len(baris):
        end = _end_of_branch(baris, start)
        tops.append(Cabang(baris[start], branches(baris[start + 1 : end])))
        start = end
    return tuple(tops)


def _end_of_branch(baris: Sequence[BarisAnggaran], start: int) -> int:
    depth = _DEPTH[baris[start].tingkat]
    below = (i for i in range(start + 1, len(baris)) if _DEPTH[baris[i].tingkat] <= depth)
    return next(below, len(baris))


def branches_of(tops: Iterable[Cabang], indikator: Collection[str]) -> tuple[Cabang, ...]:
    """Highest branches that name one of these indikator; what lies below a found branch is inside it."""
    found: list[Cabang] = []
    for cabang in tops:
        if set(cabang.baris.indikator) & set(indikator):
            found.append(cabang)
        else:
            found.extend(branches_of(cabang.anak, indikator))
    return tuple(found)


def linked_by_name(baris: Iterable[BarisAnggaran], indikator: Iterable[Indikator]) -> tuple[BarisAnggaran, ...]:
    """The lines, those that name no indikator of the plan now naming the ones that the plan puts under their name.

    Imported plans link nothing, yet name the program, kegiatan or sub kegiatan of an indikator. A name that several
    lines of a level have proves nothing.
    """
    lines, listed = tuple(baris), tuple(indikator)
    known = {i.kode for i in listed}
    often = Counter((line.tingkat, _plain(line.uraian)) for line in lines)
    under: dict[tuple[Tingkat, str], list[str]] = {}
    for i in listed:
        for tingkat, nama in _promised_by(i):
            under.setdefault((tingkat, _plain(nama)), []).append(i.kode)

    def link(line: BarisAnggaran) -> BarisAnggaran:
        key = line.tingkat, _plain(line.uraian)
        found = under.get(key, ()) if often[key] == 1 and not known & set(line.indikator) else ()
        return replace(line, indikator=tuple(found)) if found else line

    return tuple(map(link, lines))


_SPENDING = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)


def _promised_by(i: Indikator) -> Iterable[tuple[Tingkat, str]]:
    """What of the budget an indikator stands for: what it is under, or itself where it is under nothing."""
    if i.tingkat in _SPENDING and i.sasaran:
        yield i.tingkat, i.sasaran
    elif not i.sasaran:
        yield from ((tingkat, i.nama) for tingkat in _SPENDING if i.tingkat in (tingkat, Tingkat.SASARAN))


def _plain(nama: str) -> str:
    """A name without capitals, signs, and spaces, which two sheets of an office write differently."""
    return "".join(re.findall(r"\w", nama.casefold()))


# --- sums ----------------------------------------------------------------------------------------


def spent(baris: BarisAnggaran, tw: int = 4) -> Decimal | None:
    """Money of one line up to and with a quarter; None where no quarter is filled."""
    filled = [figure for figure in baris.realisasi[:tw] if figure is not None]
    return total(filled) if filled else None


def pagu_of(cabang: Cabang) -> Decimal | None:
    """Pagu of a branch: from the lowest lines that have one, else its own."""
    return _lowest([pagu_of(anak) for anak in cabang.anak], cabang.baris.pagu)


def spent_of(cabang: Cabang, tw: int = 4) -> Decimal | None:
    """Money of a branch up to a quarter: from the lowest lines that have some, else its own."""
    return _lowest([spent_of(anak, tw) for anak in cabang.anak], spent(cabang.baris, tw))


def spent_in(cabang: Cabang, tw: int) -> Decimal | None:
    """Money of a branch in one quarter alone: from the lowest lines that have some, else its own."""
    return _lowest([spent_in(anak, tw) for anak in cabang.anak], cabang.baris.realisasi[tw - 1])


def unnamed(tops: Iterable[Cabang], indikator: Collection[str]) -> Iterable[Cabang]:
    """Highest branches in which no line names one of these indikator: with ``branches_of`` they are all the money."""
    for cabang in tops:
        if not branches_of((cabang,), indikator):
            yield cabang
        elif not set(cabang.baris.indikator) & set(indikator):
            yield from unnamed(cabang.anak, indikator)


def _lowest(below: Iterable[Decimal | None], own: Decimal | None) -> Decimal | None:
    given = [figure for figure in below if figure is not None]
    return total(given) if given else own


def sum_of(tops: Iterable[Cabang], tw: int = 4) -> Serapan:
    """Absorption of several branches together; no line at all is a reason of its own."""
    all_tops = tuple(tops)
    if not all_tops:
        return Serapan(alasan=Alasan(Sebab.TANPA_ANGGARAN))
    pagu = _lowest([pagu_of(cabang) for cabang in all_tops], None)
    result = absorption(pagu, _lowest([spent_of(cabang, tw) for cabang in all_tops], None))
    if result.nilai is None or not any(_spends_without_pagu(cabang, tw) for cabang in all_tops):
        return result
    alasan = Alasan(Sebab.PAGU_BELUM_LENGKAP)
    return Serapan(result.pagu, result.realisasi, result.nilai, lengkap=False, alasan=alasan)


def _spends_without_pagu(cabang: Cabang, tw: int) -> bool:
    """True where money counts in the sum that no pagu of its own or of a line around it covers."""
    if cabang.anak and all(pagu_of(anak) is None for anak in cabang.anak):
        return cabang.baris.pagu is None and spent_of(cabang, tw) is not None
    if cabang.anak:
        return any(_spends_without_pagu(anak, tw) for anak in cabang.anak)
    return cabang.baris.pagu is None and spent(cabang.baris, tw) is not None


@dataclass(frozen=True, slots=True)
class HasilBaris:
    """One line as given; ``cabang`` is the same for all that lies below it (equal where nothing does)."""

    baris: BarisAnggaran
    serapan: Serapan
    cabang: Serapan


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """Budget up to and with a quarter: every line and the total."""

    tw: int
    baris: tuple[HasilBaris, ...]
    jumlah: Serapan


def measure_anggaran(baris: Sequence[BarisAnggaran], tw: int = 4) -> HasilAnggaran:
    """Absorption of every line and of the whole, up to and with a quarter."""
    tops = branches(baris)
    lines = tuple(
        HasilBaris(cabang.baris, absorption(cabang.baris.pagu, spent(cabang.baris, tw)), sum_of((cabang,), tw))
        for cabang in _walk(tops)
    )
    return HasilAnggaran(tw, lines, sum_of(tops, tw))


def _walk(tops: Iterable[Cabang]) -> Iterable[Cabang]:
    for cabang in tops:
        yield cabang
        yield from _walk(cabang.anak)


# --- efficiency ----------------------------------------------------------------------------------


class TingkatEfisiensi(Enum):
    """Words for the difference of capaian and serapan in points: above 5, within ±5, below −5."""

    EFISIEN = "efisien"
    CUKUP_EFISIEN = "cukup efisien"
    TIDAK_EFISIEN = "tidak efisien"


_RANGE = Decimal(5)


@dataclass(frozen=True, slots=True)
class NilaiEfisiensi:
    """Capaian minus serapan in points, or None with ``alasan``."""

    poin: Decimal | None = None
    tingkat: TingkatEfisiensi | None = None
    alasan: Alasan | None = None


def efficiency(capaian: Decimal | None, serapan: Decimal | None) -> NilaiEfisiensi:
    """Points of efficiency; it may only be claimed where capaian is 100 or more (rule of evaluators)."""
    if capaian is None:
        return NilaiEfisiensi(alasan=Alasan(Sebab.TANPA_CAPAIAN))
    if serapan is None:
        return NilaiEfisiensi(alasan=Alasan(Sebab.TANPA_SERAPAN))
    if capaian < SERATUS:
        return NilaiEfisiensi(alasan=Alasan(Sebab.CAPAIAN_KURANG))
    poin = total((capaian, serapan.copy_negate()))
    return NilaiEfisiensi(poin, _word(poin))


def _word(poin: Decimal) -> TingkatEfisiensi:
    if poin > _RANGE:
        return TingkatEfisiensi.EFISIEN
    return TingkatEfisiensi.TIDAK_EFISIEN if poin < -_RANGE else TingkatEfisiensi.CUKUP_EFISIEN
