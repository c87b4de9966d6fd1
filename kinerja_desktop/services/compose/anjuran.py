"""Recommendations told in sentences: who does what until when, and which target it serves.

The tables of the reports hold all recommendations; the sentences tell the weakest indikator first and follow what was
typed into the table. The wording stands in ``domain.narasi``.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.narasi import (
    Penulis,
    Pola,
    dari_kata,
    hitungan,
    jalin,
    kalimat,
    kata_kerja,
    kecilkan,
    klausa,
    sederet,
)
from kinerja_desktop.domain.numerals import format_persen, format_rupiah
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.serapan import absorption, branches, spent
from kinerja_desktop.domain.tanggal import BULAN, format_tanggal
from kinerja_desktop.domain.telaah import MAKS_KATA
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import owner

SERAPAN_WAJAR = 90
"""Per cent of the pagu; less at the end of the year asks for its reason."""
TOLD = 3
"""Sentences of one paragraph; the table holds the rest."""
_TIMED = re.compile(rf"\b(?:{'|'.join(BULAN)}|paling lambat|sebelum|mulai|setiap)\b", re.IGNORECASE)
"""A follow-up that says itself when it is done gets no second time."""
_STATED = re.compile(
    rf"\b(?:pada|paling lambat|sampai dengan|hingga)\b[^.,;0-9]{{0,20}}? "
    rf"(?:([0-9]{{1,2}}) )?({'|'.join(BULAN)}) ([0-9]{{4}})\b",
    re.IGNORECASE,
)
"""The day or the month by which a follow-up is done, in its own words."""
_STAND = ("selesai", "berjalan", "belum")


@dataclass(frozen=True, slots=True)
class Anjuran:
    """An indikator below its target with what its seksi will do, empty where it wrote nothing."""

    hasil: HasilIndikator
    tindak_lanjut: str


def below_target(bahan: Bahan, tw: int | None) -> tuple[Anjuran, ...]:
    """Every indikator below its target, in the order of the plan. ``tw`` None is the year."""
    rows = ((h, h.at(tw)) for h in bahan.hasil.indikator)
    return tuple(
        Anjuran(h, bahan.kata(h.indikator.kode, tw or 4).tindak_lanjut.strip()) for h, at in rows if _missed(at)
    )


def _missed(at: Capaian) -> bool:
    return at.nilai is not None and not at.tercapai


def offered(bahan: Bahan, tw: int | None, until: str) -> tuple[Rekomendasi, ...]:
    """Follow-ups of the indikator below target as recommendations, then what the head has to decide."""
    found = below_target(bahan, tw)
    steps = (
        Rekomendasi(kalimat(a.tindak_lanjut), owner(bahan, a.hasil), _stated_day(bahan, a.tindak_lanjut) or until)
        for a in found
        if a.tindak_lanjut
    )
    head = bahan.instansi.jabatan_pimpinan.title()
    every = (*steps, *(Rekomendasi(decision, head, until) for decision in decisions(bahan, tw)))
    return tuple(dict.fromkeys(every))  # one follow-up may answer several indikator


def _stated_day(bahan: Bahan, tindak_lanjut: str) -> str:
    """The last day that a follow-up names itself, "31 Januari 2027" also of "pada Januari 2027".

    Empty where it names none, or one that was over before the triwulan was.
    """
    found = _STATED.search(tindak_lanjut)
    if found is None:
        return ""
    day, month, year = found.groups()
    nomor = [nama.lower() for nama in BULAN].index(month.lower()) + 1
    last = monthrange(int(year), nomor)[1]
    stated = date(int(year), nomor, min(int(day), last) or last if day else last)
    return format_tanggal(stated) if stated > bahan.triwulan.last_day else ""


def decisions(bahan: Bahan, tw: int | None) -> tuple[str, ...]:
    """What the head of the office has to decide: targets that are missing, much money that was left in the year."""
    left = money_left(bahan, tw)
    names = _names(bahan, without_target(bahan))
    return (
        *((f"Menetapkan target {names} dalam Perjanjian Kinerja Tahun {_year_of(bahan, tw)}",) if names else ()),
        *((f"Meninjau pagu dan jadwal belanja {left.uraian}",) if left else ()),
    )


def without_target(bahan: Bahan) -> tuple[HasilIndikator, ...]:
    """Indikator in use that have no target for the year."""
    return tuple(
        h
        for h in bahan.hasil.indikator
        if h.target.tahun is None and h.tahun.target is None and h.indikator.tidak_dipakai_sejak is None
    )


def undecided(bahan: Bahan, tw: int | None) -> tuple[str, ...]:
    """That targets are missing and who decides them, as one paragraph; nothing where all are there."""
    names, head = _names(bahan, without_target(bahan)), bahan.instansi.jabatan_pimpinan.title()
    tahun = bahan.triwulan.tahun
    if not names:
        return ()
    return (
        f"{dari_kata(f'{names} belum memiliki target tahun {tahun} sehingga capaiannya tidak dapat dihitung.')} "
        + kalimat(f"Target tahun {_year_of(bahan, tw)} perlu diputuskan {head} dalam Perjanjian Kinerja."),
    )


def _names(bahan: Bahan, some: Sequence[HasilIndikator]) -> str:
    if not some:
        return ""
    return teks.nama_of(bahan, some[0]) if len(some) == 1 else teks.by_level(some, bahan.hasil.indikator)


def _year_of(bahan: Bahan, tw: int | None) -> int:
    """The year whose agreement can still be changed: of a year that is over, or its last quarter, the next one."""
    return bahan.triwulan.tahun + (tw in (None, 4))


@dataclass(frozen=True, slots=True)
class SisaAnggaran:
    """The budget line with most money left."""

    uraian: str
    sisa: Decimal
    serapan: Decimal


def money_left(bahan: Bahan, tw: int | None) -> SisaAnggaran | None:
    """Where most of the year's money was left; None before the year ends and where enough of it was spent."""
    total = bahan.hasil.anggaran.jumlah.nilai
    if tw not in (None, 4) or total is None or total >= SERAPAN_WAJAR:
        return None
    leaves = (leaf for top in branches(bahan.anggaran) for leaf in top.leaves())
    measured = ((leaf.baris.uraian, absorption(leaf.baris.pagu, spent(leaf.baris))) for leaf in leaves)
    lines = [SisaAnggaran(name, s.sisa, s.nilai) for name, s in measured if s.sisa is not None and s.nilai is not None]
    return max(lines, key=lambda line: line.sisa, default=None)


def money_left_sentence(bahan: Bahan, tw: int | None) -> str:
    """Where most of the money was left, for the chapter of the budget; empty where that asks for no word."""
    left = money_left(bahan, tw)
    if left is None:
        return ""
    return kalimat(
        f"Sisa terbesar berada pada {left.uraian}, yaitu {format_rupiah(left.sisa)} dengan serapan "
        f"{format_persen(left.serapan)}."
    )


def told(bahan: Bahan, tw: int | None, rows: Sequence[Rekomendasi], tabel: str, masa: str) -> tuple[str, ...]:
    """The recommendations of the weakest indikator, those that stand in ``rows``; which indikator still have none.

    ``tabel`` is the caption's number of the table that holds all of them, ``masa`` the period as sentences say it.
    """
    penulis, until = Penulis(bahan.triwulan.tahun), {r.teks: r.batas_waktu for r in rows}
    found = sorted(below_target(bahan, tw), key=lambda a: a.hasil.at(tw).nilai or 0)
    if not found and not rows:
        return (_nothing_to_do(penulis, bahan, tw, masa),)
    made = [
        sentence
        for a in found
        if (batas := until.get(kalimat(a.tindak_lanjut))) and (sentence := _sentence(penulis, bahan, a, batas))
    ]
    decided = [_to_decide(bahan, what, until[what]) for what in decisions(bahan, tw) if what in until]
    more = (f"Semua rekomendasi disajikan pada {tabel}.",) if len(rows) > len(made[:TOLD]) + len(decided) else ()
    sentences = (*made[:TOLD], *decided, *map(kalimat, more), *_without(penulis, bahan, found, tw))
    return (" ".join(sentences),) if sentences else ()


def _to_decide(bahan: Bahan, decision: str, batas: str) -> str:
    return kalimat(f"{bahan.instansi.jabatan_pimpinan.title()} {kecilkan(decision)} paling lambat {batas}.")


def _nothing_to_do(penulis: Penulis, bahan: Bahan, tw: int | None, masa: str) -> str:
    valued = any(h.at(tw).nilai is not None for h in bahan.hasil.indikator)
    return penulis.tulis(Pola.SARAN_TAK_PERLU if valued else Pola.SARAN_MENUNGGU, masa, masa=masa)


def _sentence(penulis: Penulis, bahan: Bahan, a: Anjuran, batas: str) -> str:
    """One recommendation; empty where it is done already or too long to be told."""
    fit = (jalin(a.tindak_lanjut) or "").removeprefix("akan ")
    target = a.hasil.tahun.target
    if not fit or target is None or fit.startswith(("telah ", "sudah ")):
        return ""
    unit = bahan.unit_of(a.hasil.indikator)
    pola = Pola.SARAN if kata_kerja(fit) else Pola.SARAN_KLAUSA if klausa(fit) else Pola.SARAN_BENDA
    made = penulis.tulis(
        pola,
        a.hasil.indikator.kode,
        Unit=unit,
        unit=unit,
        tindakan=fit,
        kapan="" if _TIMED.search(fit) else f" paling lambat {batas}",
        sebutan=teks.nama_of(bahan, a.hasil),
        T=teks.figure(bahan, a.hasil, target),
    )
    return made if len(made.split()) <= MAKS_KATA else ""


def _without(penulis: Penulis, bahan: Bahan, found: Iterable[Anjuran], tw: int | None) -> Iterator[str]:
    """Those below target that nobody answers; a value that lacks the data of a triwulan is below nothing yet."""
    names = [teks.nama_of(bahan, a.hasil) for a in found if not a.tindak_lanjut and a.hasil.at(tw).lengkap]
    if names:
        siapa = names[0] if len(names) == 1 else hitungan(len(names), "indikator yang belum mencapai target")
        yield penulis.tulis(Pola.SARAN_TIADA, siapa, siapa=siapa)


def followed_up(bahan: Bahan) -> tuple[str, ...]:
    """How many follow-ups of the triwulan before are done, under way or open, where the seksi said so."""
    tw = bahan.triwulan
    typed = [bahan.kata(i.kode, tw.nomor).tindak_lanjut_lalu.lower() for i in bahan.rencana.indikator]
    counts = [sum(t.startswith(stand) for t in typed) for stand in _STAND]
    if tw.nomor == 1 or not sum(counts):
        return ()
    n, *parts = sederet(sum(counts), *counts)
    words = [(parts[0], "selesai"), (parts[1], "berjalan"), (parts[2], "belum dilaksanakan")]
    hasil = deretan(f"{part} {word}" for (part, word), count in zip(words, counts, strict=True) if count)
    masa = Triwulan(tw.tahun, tw.nomor - 1).label
    return (Penulis(tw.tahun).tulis(Pola.SARAN_LALU, masa, n=n, masa=masa, hasil=hasil),)
