"""The one calculator: plan, realisasi and budget of a year in, every figure of every paper out.

Screens, grids, charts, papers, workbooks and the command line call ``calculate``; nothing else measures.
The parts stand beside: ``aturan`` (options), ``rumus`` (one pair), ``akumulasi`` (quarters), ``serapan``
(money), ``perbandingan`` (other years and offices), ``jejak`` (where a figure comes from), ``peringatan``
(what looks odd). Here they are put together, and means are made.

Means run over printed capaian (two decimals) that are complete, so a page can be added up by hand. The
office's mean is that of its indikator of tingkat sasaran; without any, of the highest level that has one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from kinerja_desktop.domain.akumulasi import Deret
from kinerja_desktop.domain.alasan import Alasan, Sebab
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.aturan import ATURAN_BAKU, Aturan
from kinerja_desktop.domain.indikator import KOSONG4, Four, Indikator, Rencana, Target, Tingkat
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.rumus import DESIMAL_CAPAIAN, Capaian, mean, to_decimal
from kinerja_desktop.domain.satuan import decimals_for
from kinerja_desktop.domain.serapan import HasilAnggaran, measure_anggaran
from kinerja_desktop.domain.triwulan import Triwulan

TANPA_SASARAN = "(tanpa sasaran)"

Promises: TypeAlias = tuple[Mapping[str, Target], Mapping[str, Target], Mapping[str, Target], Mapping[str, Target]]
"""Targets by kode as they were in force at the end of each quarter."""


# --- indikator -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HasilTriwulan:
    """One indikator in one quarter: ``target`` is the plan version in force on the quarter's last day."""

    tw: int
    target: Target
    sendiri: Capaian
    sd: Capaian


@dataclass(frozen=True)
class HasilIndikator:
    """One indikator, measured. ``target`` is the plan version in force on 31 December.

    Without slots, because every table and sentence asks in how many decimals it is written: they are counted once.
    """

    indikator: Indikator
    target: Target
    realisasi: Four
    tahun: Capaian
    triwulan: tuple[HasilTriwulan, HasilTriwulan, HasilTriwulan, HasilTriwulan]

    @property
    def sasaran(self) -> str:
        """Name of the sasaran, or "(tanpa sasaran)"."""
        return self.indikator.sasaran or TANPA_SASARAN

    @cached_property
    def desimal(self) -> int:
        """Decimals in which all its figures are shown."""
        targets = (figure for q in self.triwulan for figure in (q.target.tahun, *q.target.triwulan))
        return decimals_for(self.indikator, (*self.realisasi, self.target.tahun, *targets))

    def at(self, tw: int | None) -> Capaian:
        """Capaian up to and with a quarter, or of the year."""
        return self.tahun if tw is None else self.triwulan[tw - 1].sd


def calculate_indikator(rencana: Rencana, indikator: Indikator, realisasi: Four, aturan: Aturan) -> HasilIndikator:
    """Measure one indikator in its four quarters and the year."""
    return _measured(indikator, _promised(rencana), realisasi, aturan)


def _promised(rencana: Rencana) -> Promises:
    """Every target in force on the last day of each quarter, by kode; the year ends with the fourth."""
    one, two, three, four = (rencana.semua_target_pada(tw.last_day) for tw in Triwulan.of_year(rencana.tahun))
    return (one, two, three, four)


def _measured(indikator: Indikator, promises: Promises, realisasi: Four, aturan: Aturan) -> HasilIndikator:
    def deret(tw: int) -> Deret:
        return Deret(indikator.akumulasi, indikator.rumus, promises[tw - 1][indikator.kode], realisasi, aturan)

    def quarter(tw: int) -> HasilTriwulan:
        then = deret(tw)
        alone = then.in_quarter(tw)
        return HasilTriwulan(tw, then.target, alone, then.up_to(tw) if then.joins else alone)

    year = deret(4)
    quarters = (quarter(1), quarter(2), quarter(3), quarter(4))
    return HasilIndikator(indikator, year.target, realisasi, year.of_year(), quarters)


def of_year(rencana: Rencana, realisasi: Iterable[RealisasiTahun], aturan: Aturan) -> Iterator[tuple[str, Capaian]]:
    """The year alone of every indikator that has a realisasi, by kode: for many of them, where no quarter is asked."""
    target = rencana.semua_target_pada(date(rencana.tahun, 12, 31))
    figures = {r.kode: r.triwulan for r in realisasi if r.triwulan != KOSONG4}
    for i in rencana.indikator:
        if i.kode in figures:
            yield i.kode, Deret(i.akumulasi, i.rumus, target[i.kode], figures[i.kode], aturan).of_year()


# --- means ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RataRata:
    """Mean of capaian. ``bernilai`` of ``jumlah`` indikator have a complete value and entered it."""

    nama: str
    nilai: Decimal | None
    kategori: str | None
    jumlah: int
    bernilai: int
    alasan: Alasan | None = None


def average(nama: str, capaian: Iterable[Capaian], aturan: Aturan) -> RataRata:
    """Plain mean of the printed, complete capaian (capped where the office caps), rounded half up."""
    asked = tuple(capaian)
    printed = [c.nilai for c in asked if c.lengkap and c.nilai is not None]
    exact = mean(map(aturan.dibatasi, printed))
    if exact is None:
        return RataRata(nama, None, None, len(asked), 0, Alasan(Sebab.TANPA_NILAI))
    nilai = to_decimal(exact, DESIMAL_CAPAIAN)
    return RataRata(nama, nilai, aturan.kategori(nilai), len(asked), len(printed))


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Means and counts of the year (``tw`` None) or up to and with a quarter.

    ``tingkat_kantor`` is the level that ``kantor`` averages. ``bertarget`` counts that level's indikator
    with a target at that time, ``tercapai`` those that reached it.
    """

    tw: int | None
    sasaran: tuple[RataRata, ...]
    tingkat: tuple[tuple[Tingkat, RataRata], ...]
    kantor: RataRata
    tingkat_kantor: Tingkat | None
    bertarget: int
    tercapai: int


def leading_level(hasil: Iterable[HasilIndikator], tw: int | None) -> Tingkat | None:
    """Level whose mean speaks for all of them: sasaran, else the highest with a value, else the highest there."""
    listed = tuple(hasil)
    valued = {h.indikator.tingkat for h in listed if h.at(tw).lengkap}
    present = {h.indikator.tingkat for h in listed}
    order = (Tingkat.SASARAN, *Tingkat)
    return next((t for levels in (valued, present) for t in order if t in levels), None)


def _of_level(hasil: Iterable[HasilIndikator], tingkat: Tingkat | None) -> tuple[HasilIndikator, ...]:
    return tuple(h for h in hasil if h.indikator.tingkat is tingkat)


def members_of(hasil: Iterable[HasilIndikator], tw: int | None, sasaran: str = "") -> tuple[HasilIndikator, ...]:
    """The indikator whose mean speaks for a sasaran, or for the office where none is named."""
    rows = [h for h in hasil if not sasaran or h.sasaran == sasaran]
    return _of_level(rows, leading_level(rows, tw))


def _summarize(hasil: Sequence[HasilIndikator], tw: int | None, aturan: Aturan) -> Ringkasan:
    def averaged(nama: str, rows: Iterable[HasilIndikator]) -> RataRata:
        return average(nama, (h.at(tw) for h in rows), aturan)

    def leading(nama: str) -> RataRata:
        return averaged(nama, members_of(hasil, tw, nama))

    level, office = leading_level(hasil, tw), members_of(hasil, tw)
    return Ringkasan(
        tw,
        tuple(leading(nama) for nama in dict.fromkeys(h.sasaran for h in hasil)),
        tuple((t, averaged(t.label, rows)) for t in Tingkat if (rows := _of_level(hasil, t))),
        averaged(level.label if level else "", office),
        level,
        sum(h.at(tw).bertarget for h in office),
        sum(h.at(tw).lengkap and h.at(tw).tercapai for h in office),
    )


# --- the year ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Hasil:
    """Everything measured of one year; quarters by ``ringkasan_sd`` and ``anggaran_sd``.

    Without slots, because a report asks for the same means in many sentences: they are made once.
    """

    aturan: Aturan
    rencana: Rencana
    indikator: tuple[HasilIndikator, ...]
    baris_anggaran: tuple[BarisAnggaran, ...]
    ringkasan: Ringkasan
    anggaran: HasilAnggaran

    def of(self, kode: str) -> HasilIndikator:
        """The result of one indikator; KeyError where the plan lacks it."""
        return self._by_kode[kode]

    def ringkasan_sd(self, tw: int) -> Ringkasan:
        """Means and counts up to and with a quarter."""
        if tw not in self._by_quarter:
            self._by_quarter[tw] = _summarize(self.indikator, tw, self.aturan)
        return self._by_quarter[tw]

    def anggaran_sd(self, tw: int) -> HasilAnggaran:
        """Budget up to and with a quarter."""
        return measure_anggaran(self.baris_anggaran, tw)

    @cached_property
    def _by_kode(self) -> dict[str, HasilIndikator]:
        return {h.indikator.kode: h for h in self.indikator}

    @cached_property
    def _by_quarter(self) -> dict[int, Ringkasan]:
        return {}


def calculate(
    rencana: Rencana,
    realisasi: Iterable[RealisasiTahun],
    anggaran: Sequence[BarisAnggaran] = (),
    aturan: Aturan = ATURAN_BAKU,
) -> Hasil:
    """Measure a whole year. Realisasi of codes that the plan lacks are not looked at."""
    figures = {r.kode: r.triwulan for r in realisasi}
    promises = _promised(rencana)
    hasil = tuple(_measured(i, promises, figures.get(i.kode, KOSONG4), aturan) for i in rencana.indikator)
    lines = tuple(anggaran)
    return Hasil(aturan, rencana, hasil, lines, _summarize(hasil, None, aturan), measure_anggaran(lines))
