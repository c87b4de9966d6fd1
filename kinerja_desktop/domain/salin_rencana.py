"""Last year's plan as the beginning of a new one, with a list of what was taken over and what was not, and why.

What speaks of last year alone (targets, money, figures, changed plans) stays behind; so do indikator that are closed
and those that a person leaves out. To take over one more part: its line in ``_parts``.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import KOSONG4, Indikator, Rencana, Riwayat, Target
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.tanggal import format_tanggal


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of the list. ``kode`` is of an indikator that a person may leave out or take in again."""

    bagian: str
    nama: str
    disalin: bool
    keterangan: str = ""
    kode: str | None = None


@dataclass(frozen=True, slots=True)
class Asal:
    """What there is to copy from: last year's plan and money, its results, the seksi and people of the office."""

    rencana: Rencana
    anggaran: tuple[BarisAnggaran, ...] = ()
    hasil: tuple[Riwayat, ...] = ()
    seksi: frozenset[str] = frozenset()
    pegawai: tuple[Pegawai, ...] = ()


@dataclass(frozen=True, slots=True)
class Salinan:
    """The new plan and its budget lines, and what became of every part of the old one."""

    rencana: Rencana
    anggaran: tuple[BarisAnggaran, ...]
    butir: tuple[Butir, ...]


def salin(asal: Asal, tahun: int, tanpa: Collection[str] = ()) -> Salinan:
    """Begin the plan of ``tahun``; ``tanpa`` are kode that a person leaves out."""
    old, first_day = asal.rencana, date(tahun, 1, 1)
    kept = [i for i in old.indikator if i.dipakai(first_day) and i.kode not in tanpa]
    kode = {i.kode for i in kept}
    rows = tuple(_for_new_year(i, tahun, asal.seksi) for i in kept)
    new = Rencana(tahun, rows, skala=old.skala, riwayat=_history(asal, kode), sasaran=old.sasaran)
    money = tuple(_without_money(row, kode, asal.seksi) for row in asal.anggaran)
    told = (*_of_indikator(asal, tahun, tanpa), *_parts(asal, new), *_lost(asal, new), *_left_behind(asal, tahun))
    return Salinan(new, money, told)


def _for_new_year(i: Indikator, tahun: int, seksi: frozenset[str]) -> Indikator:
    ended = i.tahun_renstra is not None and i.tahun_renstra < tahun
    return replace(
        i,
        target=Target(),
        seksi=i.seksi if i.seksi in seksi else None,
        target_renstra=None if ended else i.target_renstra,
        tahun_renstra=None if ended else i.tahun_renstra,
    )


def _history(asal: Asal, kode: set[str]) -> tuple[Riwayat, ...]:
    """Earlier years, with last year's results in the place of what was typed for it."""
    fresh = {(r.kode, r.tahun): r for r in asal.hasil if r.kode in kode}
    old = (fresh.pop((r.kode, r.tahun), r) for r in asal.rencana.riwayat if r.kode in kode)
    return (*old, *fresh.values())


def _without_money(row: BarisAnggaran, kode: set[str], seksi: frozenset[str]) -> BarisAnggaran:
    links = tuple(k for k in row.indikator if k in kode)
    return replace(row, pagu=None, realisasi=KOSONG4, indikator=links, seksi=row.seksi if row.seksi in seksi else None)


# --- the list ------------------------------------------------------------------------------------

INDIKATOR = "Indikator"


def _of_indikator(asal: Asal, tahun: int, tanpa: Collection[str]) -> Iterator[Butir]:
    for i in asal.rencana.indikator:
        name = f"{i.kode} {i.nama}"
        if not i.dipakai(date(tahun, 1, 1)):
            assert i.tidak_dipakai_sejak is not None
            why = f"tidak dipakai sejak {format_tanggal(i.tidak_dipakai_sejak)}: {i.alasan_tidak_dipakai or '–'}"
            yield Butir(INDIKATOR, name, disalin=False, keterangan=why)
        elif i.kode in tanpa:
            yield Butir(INDIKATOR, name, disalin=False, keterangan="tidak dipilih", kode=i.kode)
        else:
            yield Butir(INDIKATOR, name, disalin=True, kode=i.kode)


def _parts(asal: Asal, new: Rencana) -> Iterator[Butir]:
    last = asal.rencana.tahun
    fresh = {r.kode for r in asal.hasil}
    of_last = [r.kode for r in new.riwayat if r.tahun == last]
    lines: Sequence[tuple[str, str, int, str]] = (
        ("Tujuan dan sasaran", "baris", len(new.sasaran), ""),
        ("Skala predikat", "baris", len(new.skala), ""),
        ("Riwayat", "baris", len(new.riwayat) - len(of_last), f"tahun-tahun sebelum {last}"),
        (f"Hasil {last}", "baris", len(fresh.intersection(of_last)), "dari laporan yang disetujui; menjadi riwayat"),
        (f"Hasil {last}", "baris diketik", len(set(of_last) - fresh), "seperti pada bagian Riwayat"),
        ("Susunan anggaran", "baris", len(asal.anggaran), "uraian, seksi, dan indikatornya; pagu dikosongkan"),
    )
    yield from (Butir(name, f"{n} {unit}", disalin=True, keterangan=why) for name, unit, n, why in lines if n)


def _lost(asal: Asal, new: Rencana) -> Iterator[Butir]:
    """What single cards and budget lines do not take along."""
    old = {i.kode: i for i in asal.rencana.indikator}
    for i in new.indikator:
        before = old[i.kode]
        if before.tahun_renstra is not None and i.tahun_renstra is None:
            why = f"berakhir {before.tahun_renstra}; isi target Renstra yang baru"
            yield Butir("Target Renstra", f"{i.kode} {i.nama}", disalin=False, keterangan=why)
        if before.seksi != i.seksi:
            yield _seksi_gone(f"{i.kode} {i.nama}", before.seksi)
    yield from _results_missing(asal.rencana.tahun, new)
    for row in asal.anggaran:
        name = f"{row.kode} {row.uraian}"
        for kode in row.indikator:
            if all(i.kode != kode for i in new.indikator):
                link = f"{name}, indikator {kode} {old[kode].nama}" if kode in old else f"{name}, indikator {kode}"
                yield Butir("Kaitan anggaran", link, disalin=False, keterangan="indikatornya tidak disalin")
        if row.seksi is not None and row.seksi not in asal.seksi:
            yield _seksi_gone(f"anggaran {name}", row.seksi)


def _seksi_gone(what: str, seksi: str | None) -> Butir:
    why = f"seksi {seksi} tidak ada lagi; pilih penggantinya"
    return Butir("Seksi", f"{what}, seksi {seksi}", disalin=False, keterangan=why)


def _results_missing(last: int, new: Rencana) -> Iterator[Butir]:
    """Each indikator without a result of last year; all of them in one line while there is none at all."""
    there = {r.kode for r in new.riwayat if r.tahun == last}
    without = [f"{i.kode} {i.nama}" for i in new.indikator if i.kode not in there]
    why = f"belum lengkap; diambil saat LKjIP {last} ditetapkan, atau isi pada Riwayat"
    for name in without if there else ("realisasi setahun",):
        yield Butir(f"Hasil {last}", name, disalin=False, keterangan=why)


def _left_behind(asal: Asal, tahun: int) -> Iterator[Butir]:
    last = asal.rencana.tahun
    yield Butir("Target", f"tahun dan triwulan {last}", disalin=False, keterangan="ditetapkan baru setiap tahun")
    for versi in asal.rencana.versi:
        name = f"{versi.versi}, mulai {format_tanggal(versi.berlaku_mulai)}"
        yield Butir("Versi", name, disalin=False, keterangan=f"hanya berlaku untuk {last}")
    money = [row for row in asal.anggaran if row.pagu is not None or row.realisasi != KOSONG4]
    if money:
        yield Butir("Anggaran", f"pagu dan realisasi {last}", disalin=False, keterangan="isi dari DPA yang baru")
    yield Butir("Realisasi", f"angka, bukti, catatan {last}", disalin=False, keterangan="tetap pada tahunnya")
    for person in asal.pegawai:
        if person.sampai is not None and date(last, 1, 1) <= person.sampai < date(tahun, 1, 1):
            why = f"tugasnya berakhir {format_tanggal(person.sampai)}; tetapkan penggantinya"
            yield Butir("Pejabat", f"{person.nama}, {person.jabatan}", disalin=False, keterangan=why)
