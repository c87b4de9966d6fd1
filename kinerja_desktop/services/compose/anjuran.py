"""Recommendations told in sentences: who does what until when, and which target it serves.

The tables of the reports hold all recommendations; the sentences tell the weakest indikator first and follow what was
typed into the table. The wording stands in ``domain.narasi``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.narasi import Penulis, Pola, deretan, hitungan, jalin, kalimat, kata_kerja, klausa, sederet
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.tanggal import BULAN
from kinerja_desktop.domain.telaah import MAKS_KATA
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import owner

TOLD = 3
"""Sentences of one paragraph; the table holds the rest."""
_TIMED = re.compile(rf"\b(?:{'|'.join(BULAN)}|paling lambat|sebelum|mulai|setiap)\b", re.IGNORECASE)
"""A follow-up that says itself when it is done gets no second time."""
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
    """Follow-ups of the indikator below target as recommendations."""
    found = below_target(bahan, tw)
    return tuple(Rekomendasi(kalimat(a.tindak_lanjut), owner(bahan, a.hasil), until) for a in found if a.tindak_lanjut)


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
    more = (f"Semua rekomendasi disajikan pada {tabel}.",) if rows and len(rows) > len(made[:TOLD]) else ()
    sentences = (*made[:TOLD], *map(kalimat, more), *_without(penulis, bahan, found))
    return (" ".join(sentences),) if sentences else ()


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


def _without(penulis: Penulis, bahan: Bahan, found: Iterable[Anjuran]) -> Iterator[str]:
    names = [teks.nama_of(bahan, a.hasil) for a in found if not a.tindak_lanjut]
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
