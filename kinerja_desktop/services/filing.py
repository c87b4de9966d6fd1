"""Giving a paper its number and check code, and putting its bytes into the archive.

A number is looked up, the paper is rendered without the database, and only when it is filed the number is
taken: a failed print burns none. The record of the paper is chained like everything else.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from kinerja_desktop.domain.errors import StaleWrite
from kinerja_desktop.domain.kode_periksa import ALFABET, ISI, make_kode
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.segel import Segel
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import settings, trail
from kinerja_desktop.services.compose.naskah import Terbit
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.records import Paper, StatusPaper
from kinerja_desktop.storage.unit_of_work import Unit

PER_ACT = frozenset({"lembar_disposisi", "bahan_laporan", "laporan_seksi", "laporan_disposisi"})
"""Kinds of which every act has one of its own (SOP steps 1 to 5)."""


@dataclass(frozen=True, slots=True)
class Bakal:
    """Number and code that a paper is about to get. ``urut`` is None where the number follows by hand."""

    jenis: str
    kunci: str
    urut: int | None
    terbit: Terbit


def pattern_for_hand(unit: Unit, jenis: str, tanggal: date) -> str:
    """The number with a gap for the hand: "000.7.2.8/{}/KEC-KLR/IV/2026"."""
    return settings.pola_nomor(unit, jenis).untuk_tangan(tanggal, settings.instansi(unit).kode_unit)


def look_up(unit: Unit, jenis: str, tanggal: date, versi: int, *, menyusul: bool = False) -> Bakal:
    """What the next paper of this kind gets. To be called in a unit that is not committed."""
    pola = settings.pola_nomor(unit, jenis)
    kunci = f"{pola.klasifikasi}/{tanggal.year}"
    urut = None if menyusul else unit.numbers.next(kunci)
    nomor = None if urut is None else pola.nomor(urut, tanggal, settings.instansi(unit).kode_unit)
    return Bakal(jenis, kunci, urut, Terbit(nomor, _fresh_kode(unit), versi))


def _fresh_kode(unit: Unit) -> str:
    while True:
        kode = make_kode(secrets.randbelow(len(ALFABET) ** ISI))
        if unit.papers.by_kode(kode) is None:
            return kode


Bernaskah = TypeVar("Bernaskah")
"""A frozen paper; it has a ``naskah``."""


def sealed(unit: Unit, bakal: Bakal, paper: Bernaskah, pokok: str) -> Bernaskah:
    """The paper with the words of its QR. ``pokok`` is its period: "2026-2". See ``domain.segel``."""
    made: Any = paper
    naskah: Naskah = made.naskah
    head = unit.journal.head()
    words = Segel(
        unit=naskah.instansi.kode_unit,
        jenis=bakal.jenis,
        masa=pokok,
        kode=bakal.terbit.kode,
        nomor=bakal.terbit.nomor,
        versi=bakal.terbit.versi,
        isi=trail.digest(paper),
        urut=head.seq,
        kepala=head.hash,
    ).teks
    sealed_paper: Bernaskah = replace(made, naskah=replace(naskah, isi_qr=words))
    return sealed_paper


def period_of(triwulan: Triwulan, nomor: int | None) -> str:
    """The period of a paper in the words of its QR: "2026", or "2026-2" for one of a triwulan."""
    return str(triwulan.tahun) if nomor is None else f"{triwulan.tahun}-{nomor}"


@dataclass(frozen=True, slots=True)
class Tentang:
    """What a paper stands for in the register: its id, whose it is, its period and seksi."""

    id: str
    case_id: str
    tahun: int
    triwulan: int | None = None
    seksi: str | None = None


def new_paper(ctx: Context, bakal: Bakal, naskah: Naskah, tentang: Tentang, halaman: int) -> Paper:
    """The entry of a paper that is about to be filed; its digest is known when the bytes are stored."""
    return Paper(
        id=tentang.id,
        case_id=tentang.case_id,
        jenis=bakal.jenis,
        judul=naskah.jenis,
        tahun=tentang.tahun,
        triwulan=tentang.triwulan,
        seksi=tentang.seksi,
        nomor=bakal.terbit.nomor,
        tanggal=naskah.tanggal,
        kode=bakal.terbit.kode,
        versi=bakal.terbit.versi,
        status="sah",
        sha256="",
        halaman=halaman,
        tempat_simpan="",
        pindaian_sha256=None,
        dibuat=ctx.now(),
    )


def file_paper(unit: Unit, ctx: Context, bakal: Bakal, pdf: bytes, paper: Paper, *, isi: object = None) -> Paper:
    """Take the number, store the bytes, set older versions aside. Raises StaleWrite where the number is gone.

    ``isi`` is the paper's frozen object, where no act of a berkas keeps it: the words of its QR are compared with it.
    """
    if bakal.urut is not None and unit.numbers.next(bakal.kunci) != bakal.urut:
        raise StaleWrite("Nomor dokumen", bakal.urut, bakal.urut + 1)
    stored = replace(paper, sha256=ctx.office.store.archive.put(pdf))
    _set_aside(unit, ctx, stored)
    unit.papers.put(stored)
    taken = {} if bakal.urut is None else {"urut": {bakal.kunci: bakal.urut}}
    _record(unit, ctx, stored, taken if isi is None else {**taken, "laporan": isi})
    return stored


def _set_aside(unit: Unit, ctx: Context, fresh: Paper) -> None:
    """Older papers of the same kind and subject are replaced by a fresh one; those of an act stand for it alone."""
    if fresh.case_id is None or fresh.jenis in PER_ACT:
        return
    older = unit.papers.current(fresh.case_id, fresh.jenis)
    if older is not None:
        mark(unit, ctx, older, "digantikan")


def mark(unit: Unit, ctx: Context, paper: Paper, status: StatusPaper) -> Paper:
    """Change the standing of a paper: digantikan, ditarik."""
    changed = replace(paper, status=status)
    unit.papers.put(changed)
    _record(unit, ctx, changed)
    return changed


def _record(unit: Unit, ctx: Context, paper: Paper, more: Mapping[str, object] = MappingProxyType({})) -> None:
    """``more``: under "urut" the running number that was taken, which ``integrity`` compares with the counters."""
    content = {
        "judul": paper.judul,
        "nomor": paper.nomor,
        "kode": paper.kode,
        "sha256": paper.sha256,
        "status": paper.status,
    }
    trail.record(unit, ctx.actor, ctx.now(), trail.Kind.PAPER, paper.id, isi={**content, **more}, sidik=paper)
